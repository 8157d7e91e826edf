"""What a desk works by, written down anew where a salvaged register has lost the events of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TypeVar

from reception.domain import chain
from reception.domain.accounts import Account, Role
from reception.domain.calendar import CalendarDay
from reception.domain.errors import Trouble
from reception.domain.events import (
    AccountChanged,
    CalendarRevised,
    CatalogueRevised,
    OfficeChanged,
    ReferenceEvent,
)
from reception.domain.office import Office
from reception.domain.procedure import Procedure
from reception.paths import resource
from reception.services.calendars import shipped_days
from reception.services.catalogue_file import read_catalogue
from reception.storage import reference
from reception.storage.salvage import table_rows
from reception.storage.salvaged import Source
from reception.storage.store import Store

SALVAGED_BY = "cứu sổ"
_ACCOUNT = "login, name, role"
_T = TypeVar("_T")


def renew_rules(store: Store, sources: list[Source], now: datetime) -> int:
    """Write down anew what the desk works by, where the events that told of it are lost.

    The lists that were made of them may still be there; the program's own catalogue and calendar
    are, in any case.
    """
    database, renewed = store.database, list[ReferenceEvent]()
    if reference.office(database) is None:
        offices = _listed(sources, "office", Office)
        if not offices:
            raise Trouble(
                "no-office-left",
                "Sự kiện còn đọc được, nhưng không còn tên cơ quan; hãy tìm thêm bản sao khác"
                " (--copies THƯ_MỤC), sổ hỏng vẫn được giữ nguyên.",
            )
        renewed.append(OfficeChanged(offices[0]))
    known = {(one.code, one.version) for one in reference.procedures(database)}
    procedures = _listed(sources, "procedure_version", Procedure)
    lost = {(one.code, one.version): one for one in procedures}.keys() - known
    if lost or not known:
        back = [one for one in procedures if (one.code, one.version) in lost]
        shipped = read_catalogue(resource("procedures") / "catalogue.csv").procedures
        renewed.append(CatalogueRevised(SALVAGED_BY, tuple(back if known or back else shipped)))
    days = {day.on for day in reference.calendar_days(database)}
    lost_days = [day for day in _listed(sources, "calendar_day", CalendarDay) if day.on not in days]
    if lost_days or not days:
        renewed.append(CalendarRevised(SALVAGED_BY, tuple(lost_days or shipped_days())))
    renewed += _lost_people(store, sources)
    with store.writing():
        for event in renewed:
            store.record_reference(event, at=now, by=SALVAGED_BY)
    return len(renewed)


def _listed(sources: list[Source], table: str, kind: type[_T]) -> list[_T]:
    """What a list of the damaged register, or of the newest copy, still says."""
    for source in sources:
        found: list[_T] = []
        for (body,) in table_rows(source.path, source.key, table, "body"):
            with suppress(ValueError):
                found.append(chain.read(body, kind))
        if found:
            return found
    return []


def _lost_people(store: Store, sources: list[Source]) -> list[ReferenceEvent]:
    """Accounts whose events are lost. A broken list gives nobody more than a clerk may do.

    Only where no administrator is left, theirs is believed: somebody must look after the others.
    """
    known = {one.login: one for one in reference.accounts(store.database)}
    headless = not any(one.role is Role.ADMINISTRATOR for one in known.values())
    people: list[ReferenceEvent] = []
    damaged = sources[0]
    for login, name, role in table_rows(damaged.path, damaged.key, "account", _ACCOUNT):
        if login not in known and isinstance(name, str) and role in set(Role):
            believed = Role(role) if headless else Role.CLERK
            people.append(AccountChanged(Account(str(login), name, believed)))
    return people
