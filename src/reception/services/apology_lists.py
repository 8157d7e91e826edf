"""Lists about delays: the public one, which names nobody, and the people to be told by phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reception.domain import call_lists
from reception.domain.call_lists import ApologyCallRow, ApologyRow
from reception.domain.custody import HolderKind
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Drawing
from reception.domain.moments import date_words
from reception.domain.notice import public_reason
from reception.domain.paper import Paper
from reception.services import forms, letters
from reception.services.desk import Desk
from reception.storage import lists, notices

_OFFICES = {HolderKind.OFFICE, HolderKind.ABOVE}


def public_list(desk: Desk, from_on: date, to_on: date) -> Paper:
    """The apologies signed between two days, both included, as the public may see them.

    It tells a dossier by its code alone, the kind of reason, and an office, never a person: what
    was typed as reason or as whose delay it is may name somebody, and stays out.

    Raises:
        RuleViolation: ``days-reversed`` when the last day is before the first.
    """
    if to_on < from_on:
        raise RuleViolation(
            "days-reversed",
            f"Ngày cuối {date_words(to_on)} trước ngày đầu {date_words(from_on)};"
            " hãy ghi lại hai ngày.",
            field="to",
        )
    rows = public_rows(desk, from_on, to_on)
    return call_lists.apology_list(_drawing(desk, forms.APOLOGY_LIST), rows)


def public_rows(desk: Desk, from_on: date, to_on: date) -> list[ApologyRow]:
    """The rows of that list, the date missed first at the top."""
    return sorted(_public_rows(desk, from_on, to_on), key=lambda row: (row.due_at, row.code))


def call_list(desk: Desk, *, clerk: str = "") -> Paper:
    """Whom to call about a delay: nobody reached them yet, by whichever road.

    People without a telephone stand there, too: for them somebody has to go.
    """
    rows = [_call_row(desk, letter) for letter in letters.signed(desk) if _is_to_be_called(letter)]
    drawing = _drawing(desk, forms.APOLOGY_CALL_LIST, clerk=clerk)
    return call_lists.apology_call_list(drawing, [row for row in rows if row])


def _is_to_be_called(letter: letters.Letter) -> bool:
    phone = letter.road(NoticeChannel.PHONE)
    called = phone is not None and phone.outcome is NoticeOutcome.SENT
    return letter.row.state.is_open and not letter.told and not called


def _call_row(desk: Desk, letter: letters.Letter) -> ApologyCallRow | None:
    dossier = desk.store.dossier(letter.row.dossier_id)
    if dossier is None or dossier.apology is None:
        return None
    person = dossier.intake.submitter or dossier.intake.owner
    return ApologyCallRow(
        name=person.name,
        phone=person.phone,
        code=dossier.reference,
        due_at=dossier.due_at or dossier.apology.new_due_at,
        new_due_at=dossier.apology.new_due_at,
        reason=dossier.apology.reason,
    )


def _public_rows(desk: Desk, from_on: date, to_on: date) -> Iterator[ApologyRow]:
    numbers = [n for n, _number in notices.letters(desk.database, from_on, to_on)]
    for row in lists.page(desk.database, numbers):
        dossier = desk.store.dossier(row.dossier_id)
        if dossier is None or dossier.apology is None or not _missed(desk, dossier):
            continue
        apology = dossier.apology
        yield ApologyRow(
            code=dossier.reference,
            procedure=dossier.intake.procedure.name,
            received_at=dossier.opened_at,
            due_at=dossier.due_at or apology.new_due_at,
            new_due_at=apology.new_due_at,
            unit=_unit(desk, dossier, apology.owner),
            reason=public_reason(apology.cause),
        )


def _missed(desk: Desk, dossier: Dossier) -> bool:
    """Whether the date was missed after all: many an apology comes before, and then it is kept."""
    return dossier.due_at is not None and (dossier.ended_at or desk.now()) > dossier.due_at


def _unit(desk: Desk, dossier: Dossier, owner: str) -> str:
    """The office whose delay it is, if it is a known one; a person's delay is their office's."""
    offices = {part.holder.name for part in dossier.custody if part.holder.kind in _OFFICES}
    offices |= {stage.office for stage in dossier.intake.procedure.stages}
    return owner if owner in offices else desk.office.name


def _drawing(desk: Desk, form: str, *, clerk: str = "") -> Drawing:
    regime = forms.regime_on(desk.now().date())
    return Drawing(desk.office, forms.wording(form, regime), desk.now(), clerk=clerk)
