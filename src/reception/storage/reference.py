"""What the desk works by, in tables: its office, catalogue, calendar and accounts."""

from __future__ import annotations

from reception.domain import chain
from reception.domain.accounts import Account, Role
from reception.domain.calendar import CalendarDay
from reception.domain.events import (
    AccountChanged,
    CalendarRevised,
    CatalogueRevised,
    OfficeChanged,
    ReferenceEvent,
)
from reception.domain.office import Office
from reception.domain.procedure import Procedure
from reception.storage.database import Database

TABLES = ("office", "procedure_version", "calendar_day", "account")


def entity_of(event: ReferenceEvent) -> str:
    """The entity that an event belongs to in the journal."""
    match event:
        case OfficeChanged():
            return "office"
        case CatalogueRevised():
            return "catalogue"
        case CalendarRevised():
            return "calendar"
        case AccountChanged(account):
            return f"account:{account.login}"


def apply(database: Database, event: ReferenceEvent) -> None:
    """Bring the tables up to date with an event, inside the present transaction."""
    match event:
        case OfficeChanged(office):
            _put_office(database, office)
        case CatalogueRevised(procedures=procedures):
            for procedure in procedures:
                _put_procedure(database, procedure)
        case CalendarRevised(days=days):
            for day in days:
                _put_day(database, day)
        case AccountChanged(account):
            _put_account(database, account)


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


def _put_office(database: Database, office: Office) -> None:
    database.run(
        "INSERT INTO office (one, body) VALUES (1, :body)"
        " ON CONFLICT (one) DO UPDATE SET body = excluded.body",
        body=chain.write(office),
    )


def _put_procedure(database: Database, procedure: Procedure) -> None:
    database.run(
        "INSERT INTO procedure_version (code, version, body) VALUES (:code, :version, :body)"
        " ON CONFLICT (code, version) DO UPDATE SET body = excluded.body",
        code=procedure.code,
        version=procedure.version,
        body=chain.write(procedure),
    )


def _put_day(database: Database, day: CalendarDay) -> None:
    database.run(
        "INSERT INTO calendar_day (day, body) VALUES (:day, :body)"
        " ON CONFLICT (day) DO UPDATE SET body = excluded.body",
        day=day.on.isoformat(),
        body=chain.write(day),
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
