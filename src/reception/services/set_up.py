"""A new office's register: made whole in one step, or not at all."""

from __future__ import annotations

from pathlib import Path

from reception.domain.accounts import Account, Right
from reception.domain.calendar import CalendarDay
from reception.domain.errors import RuleViolation
from reception.domain.events import (
    CalendarRevised,
    CatalogueRevised,
    OfficeChanged,
)
from reception.domain.moments import Clock
from reception.domain.numbering import SLOTS, checked_agency_code
from reception.domain.office import DEFAULT_SESSIONS, Office, OfficeHours, Session
from reception.domain.text import clean
from reception.paths import DATABASE_NAME, resource
from reception.services.calendars import shipped_days
from reception.services.catalogue_file import read_catalogue
from reception.services.desk import Desk
from reception.services.intake_request import EARLIEST
from reception.services.locking import Lock, put_lock
from reception.services.sign_in import FirstAccount, write_first_account
from reception.storage import program_mark
from reception.storage.database import (
    create_database,
    open_database,
    publish,
    refuse_a_second,
)
from reception.storage.device import make_device, sign_head
from reception.storage.store import Store

SET_UP_BY = "thiết lập"


def office_named(
    name: str,
    agency_code: str,
    *,
    sessions: tuple[Session, ...] = DEFAULT_SESSIONS,
    saturday_reception: Session | None = None,
    phone: str = "",
    address: str = "",
) -> Office:
    """An office with the names that its papers carry, from the commune's own.

    Raises:
        RuleViolation: ``office-name-missing`` or ``agency-code-impossible``.
    """
    commune = clean(name)
    if not commune or len(commune) > 100:
        raise RuleViolation(
            "office-name-missing",
            "Chưa có tên xã, phường hoặc tên quá dài; hãy ghi như “Xã Mường Lay”.",
            field="commune",
        )
    place = commune.split(" ", 1)[1] if " " in commune else commune
    return Office(
        name=f"Trung tâm Phục vụ hành chính công {commune[0].lower()}{commune[1:]}",
        agency_code=checked_agency_code(agency_code),
        governing_body=f"ỦY BAN NHÂN DÂN {commune.upper()}",
        unit_name="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        place=place,
        address=clean(address),
        phone=clean(phone),
        hours=(OfficeHours(EARLIEST, sessions, saturday_reception),),
    )


def set_up(
    folder: Path,
    office: Office,
    clock: Clock,
    *,
    account: FirstAccount | None = None,
    slot: int = 0,
    lock: Lock | None = None,
) -> Desk:
    """Make a register with the shipped catalogue and calendar, and open it.

    With a lock it is encrypted from its first byte on.

    Raises:
        RuleViolation: The first account or the desk's slot is at fault.
        Trouble: ``already-there``, or the folder cannot be written.
    """
    if slot not in SLOTS:
        raise RuleViolation(
            "slot-impossible", "Số quầy phải từ 0 đến 9; hãy ghi lại.", field="slot"
        )
    catalogue = read_catalogue(resource("procedures") / "catalogue.csv")
    path = folder / DATABASE_NAME
    refuse_a_second(path)
    key = put_lock(path, lock) if lock else None
    database = create_database(path, key)
    with database.writing():
        make_device(database, slot)
        store = Store(database)
        now = clock()
        for event in (
            OfficeChanged(office),
            CatalogueRevised("danh mục kèm chương trình", tuple(catalogue.procedures)),
            CalendarRevised("lịch kèm chương trình", shipped_days()),
        ):
            store.record_reference(event, at=now, by=SET_UP_BY)
        if account:
            write_first_account(store, account, at=now, by=SET_UP_BY)
        sign_head(database, store.journal, at=now, occasion="thiết lập")
        program_mark.note(database)
    publish(database, path)
    return Desk(Store(open_database(path, key)), clock)


def change_office(desk: Desk, office: Office, *, by: Account) -> None:
    """Change the office's names or hours; dossiers already received keep their promises.

    Raises:
        RuleViolation: ``forbidden``, or ``practice-mixed``: what was practice stays so.
    """
    by.require(Right.MANAGE_OFFICE)
    if office.is_invented is not desk.office.is_invented:
        raise RuleViolation(
            "practice-mixed",
            "Mã H99 là mã của sổ tập: sổ thật không dùng mã ấy, sổ tập không đổi sang mã thật;"
            " hãy ghi lại mã định danh.",
            field="agency_code",
        )
    with desk.store.writing():
        desk.store.record_reference(OfficeChanged(office), at=desk.now(), by=by.login)
    desk.reload()


def revise_calendar(desk: Desk, days: tuple[CalendarDay, ...], origin: str, *, by: Account) -> None:
    """Add or correct days off; promises already given stay as they are."""
    by.require(Right.MANAGE_OFFICE)
    with desk.store.writing():
        desk.store.record_reference(CalendarRevised(origin, days), at=desk.now(), by=by.login)
    desk.reload()
