"""What the desk works by, in tables: its office, catalogue, calendar, people and wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from reception.domain import chain, clock_jump, closed_periods, look_up
from reception.domain.accounts import Account, Role
from reception.domain.calendar import CalendarDay
from reception.domain.events import (
    AccountChanged,
    BlanksPrinted,
    CalendarRevised,
    CatalogueRevised,
    OfficeChanged,
    ReferenceEvent,
    WordingRevised,
)
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.office import Office
from reception.domain.paper import FormWording
from reception.domain.procedure import Procedure
from reception.domain.roster_events import PresenceMarked, RosterSet
from reception.domain.survey_events import OfficeRated
from reception.storage import roster_rows, survey_rows
from reception.storage.database import Database

_T = TypeVar("_T")

TABLES = (
    "blank",
    "office",
    "procedure_version",
    "calendar_day",
    "account",
    "form_wording",
    survey_rows.RATINGS,
    *roster_rows.TABLES,
)


def entity_of(event: ReferenceEvent) -> str:
    """The entity that an event belongs to in the journal."""
    match event:
        case OfficeChanged():
            return "office"
        case CatalogueRevised():
            return "catalogue"
        case CalendarRevised():
            return "calendar"
        case BlanksPrinted():
            return "blanks"
        case AccountChanged(account):
            return f"account:{account.login}"
        case WordingRevised():
            return "wording"
        case OfficeRated():
            return survey_rows.ENTITY
        case RosterSet() | PresenceMarked():
            return roster_rows.ENTITY


_ENTITIES = frozenset({"office", "catalogue", "calendar", "blanks", "wording"}) | {
    look_up.ENTITY,
    clock_jump.ENTITY,
    closed_periods.ENTITY,
    survey_rows.ENTITY,
    roster_rows.ENTITY,
}
_MANY = ("account:", "pack:", "submission:", "feedback:")


def is_reference(entity: str) -> bool:
    """Whether an entity of the journal is something that the desk works by, and no dossier."""
    return entity in _ENTITIES or entity.startswith(_MANY)


def apply(database: Database, event: ReferenceEvent) -> None:
    """Bring the tables up to date with an event, inside the present transaction."""
    match event:
        case OfficeChanged(office):
            _put_office(database, office)
        case CatalogueRevised(procedures=procedures):
            _put_each(database, put_procedure, procedures)
        case CalendarRevised(days=days):
            _put_each(database, put_day, days)
        case BlanksPrinted():
            _put_blanks(database, event)
        case AccountChanged(account):
            _put_account(database, account)
        case WordingRevised(wording):
            put_wording(database, wording)
        case OfficeRated():
            survey_rows.put_rating(database, event)
        case RosterSet() | PresenceMarked():
            roster_rows.apply(database, event)


def clear(database: Database) -> None:
    """Empty the tables, inside the present transaction, before they are written anew."""
    for table in TABLES:
        database.run(f"DELETE FROM {table}")


def office(database: Database) -> Office | None:
    """The office as last set, or ``None`` before it is set up."""
    row = database.row("SELECT body FROM office WHERE one = 1")
    return chain.read(row[0], Office) if row else None


def procedures(database: Database) -> list[Procedure]:
    """Every version of every procedure."""
    rows = database.rows("SELECT body FROM procedure_version ORDER BY code, version")
    return [chain.read(row[0], Procedure) for row in rows]


def calendar_days(database: Database) -> list[CalendarDay]:
    """The days off and make-up days, in order."""
    rows = database.rows("SELECT body FROM calendar_day ORDER BY day")
    return [chain.read(row[0], CalendarDay) for row in rows]


def accounts(database: Database) -> list[Account]:
    """Everybody who has or had an account, by name."""
    rows = database.rows("SELECT login, name, role, active FROM account ORDER BY name, login")
    return [Account(login, name, Role(role), bool(active)) for login, name, role, active in rows]


def account(database: Database, login: str) -> Account | None:
    """Whoever has or had an account under a login."""
    row = database.row("SELECT name, role, active FROM account WHERE login = :login", login=login)
    return Account(login, row[0], Role(row[1]), bool(row[2])) if row else None


def blanks(database: Database) -> dict[str, datetime]:
    """The numbers printed in advance, and when."""
    rows = database.rows("SELECT number, printed_at FROM blank ORDER BY number")
    return {number: from_utc_text(printed_at) for number, printed_at in rows}


def wordings(database: Database) -> list[FormWording]:
    """The office's own wordings of forms, in the order in which they come into force."""
    rows = database.rows("SELECT body FROM form_wording ORDER BY form, regime, valid_from")
    return [_read_wording(row[0]) for row in rows]


@lru_cache(maxsize=64)
def _read_wording(body: bytes) -> FormWording:
    """Asked for with every paper that is printed."""
    return chain.read(body, FormWording)


def put_wording(database: Database, wording: FormWording) -> None:
    """Put a form's wording into its table, inside the present transaction."""
    database.run(
        "INSERT INTO form_wording (form, regime, valid_from, body)"
        " VALUES (:form, :regime, :valid_from, :body)"
        " ON CONFLICT (form, regime, valid_from) DO UPDATE SET body = excluded.body",
        form=wording.form,
        regime=wording.regime,
        valid_from=wording.valid_from.isoformat(),
        body=chain.write(wording),
    )


def _put_each(
    database: Database, put: Callable[[Database, _T], None], values: Iterable[_T]
) -> None:
    for value in values:
        put(database, value)


def _put_office(database: Database, office: Office) -> None:
    database.run(
        "INSERT INTO office (one, body) VALUES (1, :body)"
        " ON CONFLICT (one) DO UPDATE SET body = excluded.body",
        body=chain.write(office),
    )


def put_procedure(database: Database, procedure: Procedure) -> None:
    """Put a version of a procedure into the catalogue, inside the present transaction."""
    database.run(
        "INSERT INTO procedure_version (code, version, body) VALUES (:code, :version, :body)"
        " ON CONFLICT (code, version) DO UPDATE SET body = excluded.body",
        code=procedure.code,
        version=procedure.version,
        body=chain.write(procedure),
    )


def put_day(database: Database, day: CalendarDay) -> None:
    """Put a day off or make-up day into the calendar, inside the present transaction."""
    database.run(
        "INSERT INTO calendar_day (day, body) VALUES (:day, :body)"
        " ON CONFLICT (day) DO UPDATE SET body = excluded.body",
        day=day.on.isoformat(),
        body=chain.write(day),
    )


def _put_blanks(database: Database, printed: BlanksPrinted) -> None:
    for number in printed.numbers:
        database.run(
            "INSERT OR IGNORE INTO blank (number, printed_at) VALUES (:number, :printed_at)",
            number=number,
            printed_at=to_utc_text(printed.at),
        )


def _put_account(database: Database, account: Account) -> None:
    database.run(
        "INSERT INTO account (login, name, role, active) VALUES (:login, :name, :role, :active)"
        " ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role,"
        " active = excluded.active",
        login=account.login,
        name=account.name,
        role=account.role.value,
        active=int(account.active),
    )
