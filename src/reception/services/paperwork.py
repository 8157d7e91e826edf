"""Issuing papers: first it is on disk that the paper goes out, then it is drawn."""

from __future__ import annotations

from pathlib import Path

from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaperIssued
from reception.domain.errors import Trouble, disk_words
from reception.domain.paper import Paper
from reception.printing.page import PaperSize
from reception.services import forms, lookup
from reception.services.desk import Desk
from reception.services.samples import sample_paper
from reception.storage import reference

_FORM_OF_STATE = {State.GUIDED: forms.SUPPLEMENT_REQUEST, State.REFUSED: forms.REFUSAL_NOTICE}


def form_for(dossier: Dossier) -> str:
    """The paper that the applicant gets for a dossier at intake."""
    return _FORM_OF_STATE.get(dossier.state, forms.RECEIPT)


def issue(
    desk: Desk,
    dossier_id: str,
    form: str,
    *,
    by: str,
    template: str = "",
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
) -> bytes:
    """Record that a paper goes out, durably, and answer it as PDF; a second time it says so.

    Raises:
        RuleViolation: The dossier has no such paper, or a name has a letter that no font has.
        Trouble: The register cannot be written; nothing was printed.
    """
    # Counted, drawn and recorded in one transaction: no two papers are the first, and one that
    # cannot be drawn leaves no trace. Handed out only after the commit.
    with desk.store.writing():
        now = desk.now()
        dossier = lookup.open_dossier(desk, dossier_id).dossier
        times = dossier.papers_issued.get(form, 0) + 1
        pdf = preview(
            desk, dossier_id, form, template=template, size=size, copies=copies, times=times
        )
        desk.store.record(dossier_id, PaperIssued(form, times, now), at=now, by=by)
    return pdf


def preview(
    desk: Desk,
    dossier_id: str,
    form: str,
    *,
    template: str = "",
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
    times: int = 1,
) -> bytes:
    """A paper as PDF without issuing it.

    Raises:
        RuleViolation: As for :func:`issue`.
    """
    # reportlab takes a tenth of a second to load; only the first print pays it.
    from reception.printing.papers import render

    paper = paper_of(desk, dossier_id, form, template=template, times=times)
    return render([paper], size, copies=copies)


def paper_of(
    desk: Desk, dossier_id: str, form: str, *, template: str = "", times: int = 1
) -> Paper:
    """What a paper says, in the form of the day the dossier was received."""
    found = lookup.open_dossier(desk, dossier_id)
    clerk = _name_of(desk, found.history[0].by)
    return forms.paper(form, found.dossier, desk.office, clerk, template=template, times=times)


def sample(form: str, regime: str, *, size: PaperSize = PaperSize.A5, copies: int = 1) -> bytes:
    """A form on invented data, as PDF; it needs no register.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    from reception.printing.papers import render

    return render([sample_paper(form, regime)], size, copies=copies)


def issue_to(desk: Desk, dossier: Dossier, folder: Path, *, by: str, size: PaperSize) -> Path:
    """Issue a dossier's intake paper into a folder, under the dossier's code; answers the file."""
    path = folder / f"{dossier.reference.replace('/', '-')}.pdf"
    save(issue(desk, dossier.dossier_id, form_for(dossier), by=by, size=size), path)
    return path


def save(pdf: bytes, path: Path) -> None:
    """Write a PDF to a file.

    Raises:
        Trouble: ``cannot-save`` with the reason.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
    except OSError as error:
        raise Trouble(
            "cannot-save",
            f"Không ghi được tệp {path} ({disk_words(error)});"
            " hãy chọn nơi khác. Hồ sơ đã lưu, có thể in lại.",
        ) from error


def _name_of(desk: Desk, login: str) -> str:
    """The name of the person who received the dossier; empty for the command line."""
    names = {account.login: account.name for account in reference.accounts(desk.database)}
    return names.get(login, "")
