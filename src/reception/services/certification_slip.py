"""Issuing the slip of a certification: on disk first that it goes out, then drawn."""

from __future__ import annotations

from reception.domain.certification_slip import certification_slip
from reception.domain.dossier_events import PaperIssued
from reception.domain.dossier_frame import Issue
from reception.domain.paper import Paper
from reception.printing.page import PaperSize
from reception.services import forms, lookup
from reception.services.desk import Desk
from reception.storage import reference

FORM = "certification-slip"


def issue(
    desk: Desk, dossier_id: str, *, by: str, size: PaperSize = PaperSize.A5, copies: int = 1
) -> bytes:
    """Record that the slip goes out, durably, and answer it as PDF; a second time it says so.

    Raises:
        RuleViolation: ``no-certification``, or a name has a letter that no font has.
        Trouble: The register cannot be written; nothing was printed.
    """
    with desk.store.writing():
        now = desk.now()
        dossier = lookup.open_dossier(desk, dossier_id).dossier
        times = dossier.papers_issued.get(FORM, 0) + 1
        pdf = preview(desk, dossier_id, size=size, copies=copies, times=times)
        desk.store.record(dossier_id, PaperIssued(FORM, times, now), at=now, by=by)
    return pdf


def preview(
    desk: Desk,
    dossier_id: str,
    *,
    size: PaperSize = PaperSize.A5,
    copies: int = 1,
    times: int = 1,
) -> bytes:
    """The slip as PDF without issuing it.

    Raises:
        RuleViolation: As for :func:`issue`.
    """
    # reportlab takes a tenth of a second to load; only the first print pays it.
    from reception.printing.papers import render

    return render([slip_of(desk, dossier_id, times=times)], size, copies=copies)


def slip_of(desk: Desk, dossier_id: str, *, times: int = 1) -> Paper:
    """What the slip says."""
    found = lookup.open_dossier(desk, dossier_id)
    dossier = found.dossier
    names = {account.login: account.name for account in reference.accounts(desk.database)}
    day = dossier.opened_at.date()
    wording = forms.wordings_of(desk).ruling(FORM, dossier.regime, day)
    clerk = names.get(found.history[0].by, "")
    return certification_slip(
        dossier, Issue(desk.office, wording, dossier.opened_at, clerk, times=times)
    )
