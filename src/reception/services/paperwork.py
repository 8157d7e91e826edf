"""Issuing papers: first it is on disk that the paper goes out, then it is handed out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reception.domain import paper_forms
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaperIssued
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.life import Act
from reception.domain.paper import Paper
from reception.printing.page import PaperSize
from reception.printing.papers import Pile, render
from reception.services import forms, lookup, rights, survey_enclosing
from reception.services.acting import require
from reception.services.composing import Composer
from reception.services.desk import Desk
from reception.services.samples import sample_papers
from reception.storage.integrity import Progress, no_progress

_FORM_OF_STATE = {State.GUIDED: forms.SUPPLEMENT_REQUEST, State.REFUSED: forms.REFUSAL_NOTICE}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paper of a batch; ``fault`` says why it was not issued."""

    dossier_id: str
    form: str
    reference: str = ""
    times: int = 0
    fault: RuleViolation | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers issued together as one PDF, which is empty when none could be issued."""

    pdf: bytes
    outcomes: tuple[Outcome, ...]


def papers_of(dossier: Dossier) -> tuple[str, ...]:
    """The forms that a dossier has a paper in now, the one to print now first."""
    return paper_forms.papers_of(dossier)


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
        composer = Composer(desk, by)
        dossier = lookup.open_dossier(desk, dossier_id).dossier
        pile = Pile(size, copies)
        pile.add(composer.paper(dossier, form, template=template))
        enclosed = _enclose(desk, pile, composer, dossier, form)
        pdf = pile.pdf()
        for one in (form, *enclosed):
            _record(desk, dossier, one, by)
    return pdf


def issue_many(
    desk: Desk,
    wanted: Sequence[tuple[str, str]],
    *,
    by: str,
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
    progress: Progress = no_progress,
) -> Batch:
    """Issue many papers, each a dossier and a form, as one PDF in the order asked for.

    One that cannot be issued is told in its outcome and keeps none of the others back.

    Args:
        desk: The desk.
        wanted: The dossiers' identities and the forms.
        by: The login of whoever prints.
        size: The office's paper size.
        copies: How many of each.
        progress: Told how many are done, of how many; may raise to stop with nothing issued.

    Raises:
        Trouble: The register cannot be written; nothing was printed.
    """
    pile, outcomes = Pile(size, copies), list[Outcome]()
    with desk.store.writing():
        composer = Composer(desk, by)
        for done, (dossier_id, form) in enumerate(wanted, 1):
            outcomes.append(_add(desk, pile, composer, dossier_id, form))
            progress(done, len(wanted))
    return Batch(pile.pdf(), tuple(outcomes))


def issue_receipt_list(
    desk: Desk,
    dossier_ids: Sequence[str],
    *,
    by: str,
    size: PaperSize = PaperSize.A4,
    copies: int = 1,
) -> bytes:
    """Issue one receipt for several dossiers of one applicant; each dossier's history tells it.

    Raises:
        RuleViolation: ``no-receipt``, ``several-applicants`` or ``unknown-dossier``.
    """
    with desk.store.writing():
        ids = dict.fromkeys(dossier_ids)
        dossiers = [lookup.open_dossier(desk, dossier_id).dossier for dossier_id in ids]
        pdf = render([Composer(desk, by).receipt_list(dossiers)], size, copies=copies)
        for dossier in dossiers:
            _record(desk, dossier, forms.RECEIPT_LIST, by)
    return pdf


def preview(
    desk: Desk,
    dossier_id: str,
    form: str,
    *,
    template: str = "",
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
    times: int | None = None,
) -> bytes:
    """A paper as PDF, not issued: as it goes out next, or as it went out the ``times``-th time.

    An apology that nobody signed yet is shown as its draft, and says so.

    Raises:
        RuleViolation: As for :func:`issue`.
    """
    pile = Pile(size, copies)
    pile.add(paper_of(desk, dossier_id, form, template=template, times=times))
    dossier = lookup.open_dossier(desk, dossier_id).dossier
    _enclose(desk, pile, Composer(desk), dossier, form, again=bool(times))
    return pile.pdf()


def paper_of(
    desk: Desk, dossier_id: str, form: str, *, template: str = "", times: int | None = None
) -> Paper:
    """What a paper says, in the wording of its own day; an unsigned apology as its draft."""
    dossier = lookup.open_dossier(desk, dossier_id).dossier
    composer = Composer(desk)
    return composer.paper(dossier, form, template=template, times=times, draft=True)


def guidance(
    desk: Desk,
    procedure: str,
    *,
    by: str,
    lacking: Sequence[str] = (),
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
) -> bytes:
    """What the catalogue of today says of a procedure, as a slip to take home.

    ``lacking`` names the papers that are still to be brought; nothing is registered.

    Raises:
        RuleViolation: ``procedure-unknown`` or ``procedure-not-in-force``.
    """
    return render([Composer(desk, by).guidance(procedure, lacking)], size, copies=copies)


def blank_slips(
    desk: Desk, numbers: Sequence[str], *, size: PaperSize = PaperSize.A5, copies: int = 1
) -> bytes:
    """Receipts to fill in by hand, under numbers that were reserved before."""
    return render(Composer(desk).blanks(numbers), size, copies=copies)


def sample(
    form: str,
    regime: str,
    *,
    template: str = "",
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
) -> bytes:
    """A form on invented data, as PDF; it needs no register.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    return render(sample_papers(form, regime, template=template), size, copies=copies)


def issue_to(desk: Desk, dossier: Dossier, folder: Path, *, by: str, size: PaperSize) -> Path:
    """Issue a dossier's intake paper into a folder, under the dossier's code; answers the file."""
    path = folder / f"{dossier.reference.replace('/', '-')}.pdf"
    check_target(path)
    save(issue(desk, dossier.dossier_id, form_for(dossier), by=by, size=size), path)
    return path


def check_target(path: Path) -> None:
    """Make sure that a file can be written, before the paper for it is recorded as issued.

    Raises:
        Trouble: ``cannot-save`` with the reason.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        with path.open("ab"):
            pass
        if is_new:
            path.unlink()
    except OSError as error:
        raise Trouble(
            "cannot-save",
            f"Không ghi được tệp {path} ({disk_words(error)});"
            " hãy chọn nơi khác. Giấy chưa được ghi là đã in.",
        ) from error


def save(pdf: bytes, path: Path) -> None:
    """Write a PDF to a file, which is there whole or, if that fails, as it was before.

    Raises:
        Trouble: ``cannot-save`` with the reason.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(pdf, path)
    except OSError as error:
        raise Trouble(
            "cannot-save",
            f"Không ghi được tệp {path} ({disk_words(error)});"
            " hãy chọn nơi khác. Hồ sơ đã lưu, có thể in lại.",
        ) from error


def _write(pdf: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():  # a device, say
        path.write_bytes(pdf)
        return
    half_written = path.with_name(f"{path.name}.part")
    try:
        half_written.write_bytes(pdf)
        half_written.replace(path)
    except OSError:
        with suppress(OSError):
            half_written.unlink(missing_ok=True)
        raise


def _add(desk: Desk, pile: Pile, composer: Composer, dossier_id: str, form: str) -> Outcome:
    reference = ""
    try:
        dossier = composer.dossier(dossier_id)
        reference = dossier.reference
        pile.add(composer.paper(dossier, form))
        enclosed = _enclose(desk, pile, composer, dossier, form)
        times = _record(desk, dossier, form, composer.by)
        for one in enclosed:
            _record(desk, dossier, one, composer.by)
    except RuleViolation as fault:
        return Outcome(dossier_id, form, reference, fault=fault)
    return Outcome(dossier_id, form, reference, times)


def _enclose(
    desk: Desk,
    pile: Pile,
    composer: Composer,
    dossier: Dossier,
    form: str,
    *,
    again: bool = False,
) -> tuple[str, ...]:
    """Lay the survey's sheet upon a paper that it goes out with; ``again`` one that did before."""
    if not survey_enclosing.goes_with(desk, dossier, form):
        return ()
    if again and forms.SURVEY_SHEET not in dossier.papers_issued:
        return ()
    # One that goes along is no reprint, though another went along with the receipt.
    pile.add(composer.paper(dossier, forms.SURVEY_SHEET, times=1), once=True)
    return (forms.SURVEY_SHEET,)


def _record(desk: Desk, dossier: Dossier, form: str, by: str) -> int:
    rights.check_act(desk, Act.PRINT, by=by)
    require(desk, dossier, Act.PRINT)
    times = dossier.papers_issued.get(form, 0) + 1
    now = desk.now()
    desk.store.record(dossier.dossier_id, PaperIssued(form, times, now), at=now, by=by)
    return times
