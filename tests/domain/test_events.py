"""Every kind of event has a name, is written down under it, and is read back the same."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from invented_dossier import INTAKE, RECEIVED, RECEIVED_AT
from reception.domain import chain
from reception.domain.accounts import Account, Role
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.dossier import (
    Guided,
    HandedOver,
    PaperIssued,
    Refused,
    ResultRecorded,
)
from reception.domain.events import (
    AccountChanged,
    CalendarRevised,
    CatalogueRevised,
    Event,
    OfficeChanged,
    entity_type_of,
    kind_of,
    read_event,
)
from reception.domain.office import Office
from reception.domain.procedure import Procedure

EVENTS: list[Event] = [
    RECEIVED,
    Guided("0001/2026/PBS", INTAKE, ("Giấy chứng sinh",), "thiếu", RECEIVED_AT, "2025"),
    Refused("0001/2026/PTC", INTAKE, "không thuộc thẩm quyền", RECEIVED_AT, "2025"),
    PaperIssued("receipt", 1, RECEIVED_AT),
    ResultRecorded(RECEIVED_AT, "Giấy xác nhận"),
    HandedOver(RECEIVED_AT, "H'Hen Niê"),
    OfficeChanged(Office("Trung tâm", "H40.16", "UBND", "TRUNG TÂM", "Mường Lay")),
    CatalogueRevised("tay", (Procedure("1", 1, "A", "B", "xã", None, date(2020, 1, 1)),)),
    CalendarRevised("tay", (CalendarDay(date(2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh", "BLLĐ"),)),
    AccountChanged(Account("maylt", "Lò Thị Mây", Role.CLERK)),
]


def test_no_kind_is_left_out_here():
    assert {type(event) for event in EVENTS} == set(get_args(Event))
    assert len({kind_of(event) for event in EVENTS}) == len(EVENTS)


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_written_and_read_back(event):
    assert read_event(kind_of(event), chain.write(event)) == event


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_the_name_tells_what_it_is_about(event):
    expected = {"OfficeChanged": "office", "CatalogueRevised": "catalogue",
                "CalendarRevised": "calendar", "AccountChanged": "account"}  # fmt: skip

    assert entity_type_of(kind_of(event)) == expected.get(type(event).__name__, "dossier")


def test_a_kind_of_a_newer_program_is_passed_over():
    assert read_event("dossier.teleported", b"{}") is None


def test_a_body_that_is_not_of_its_kind_is_refused():
    with pytest.raises(ValueError, match="slip_number"):
        read_event("dossier.guided", b"{}")
