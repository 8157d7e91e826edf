"""What all lists share when they are drawn up: what was asked for, by whom, and one paper of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reception.domain.applicant import Address, Party
from reception.domain.dossier import Dossier
from reception.domain.list_frame import Drawing, Period
from reception.domain.moments import midnight
from reception.domain.paper import Paper
from reception.services import forms
from reception.services.desk import Desk
from reception.storage import book_rows, reference
from reception.storage.integrity import Progress, no_progress


@dataclass(frozen=True, slots=True)
class BookQuery:
    """Which book or list, of which days, perhaps of one field, one holder or one clerk.

    ``days`` is how many working days something waits at least: results for their people, things
    sent for the post's answer. A list of the latter is asked for by any number of days.
    ``opening_vnd`` lay in the drawer before the day began. ``bare`` has a register's phone numbers
    whole; a list of people to call has them anyway.
    """

    name: str
    period: Period
    field: str = ""
    holder: str = ""
    clerk: str = ""
    days: int | None = None
    opening_vnd: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Volume:
    """One paper, and the rows it was made of."""

    paper: Paper
    rows: tuple[object, ...]


def drawing(desk: Desk, form: str, on: date, by: str) -> Drawing:
    """A list in the wording in force on a day, drawn up now by whoever has this login."""
    wording = forms.wordings_of(desk).ruling(form, forms.regime_on(on), on)
    return Drawing(desk.office, wording, desk.now(), clerk=name_of(desk, by))


def name_of(desk: Desk, login: str) -> str:
    """The name of an account; empty for the command line, which signs nothing."""
    return next((a.name for a in reference.accounts(desk.database) if a.login == login), "")


def waiting_since(desk: Desk, working_days: int) -> datetime:
    """What happened before this moment waits for so many working days at least; 0: until now."""
    if working_days <= 0:
        return desk.now() + timedelta(seconds=1)
    first = desk.calendar.working_days_before(desk.now().date(), working_days)
    return midnight(first + timedelta(days=1))


def read(desk: Desk, ids: Sequence[str], progress: Progress = no_progress) -> Iterator[Dossier]:
    """The dossiers, telling how far the reading has come; the telling may stop it."""
    for done, dossier in enumerate(book_rows.folded(desk.database, ids)):
        progress(done, len(ids))
        yield dossier


def comes_for_it(dossier: Dossier) -> Party:
    """Who brought the dossier and will come for its result, or take it from the post."""
    return dossier.intake.submitter or dossier.intake.owner


def phone_of(dossier: Dossier) -> str:
    """Where whoever comes for the result can be called."""
    return comes_for_it(dossier).phone or dossier.intake.owner.phone


def address_of(dossier: Dossier) -> Address:
    """Where whoever comes for the result lives."""
    known: Iterable[Address] = (comes_for_it(dossier).address, dossier.intake.owner.address)
    return next((address for address in known if address.words()), Address())
