"""A decree adds a day off: the promises it would move are listed, and stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import ResultRecorded
from reception.domain.moments import OFFICE_ZONE
from reception.services import decree, set_up
from reception.services.desk import Desk
from reception.services.intake import register
from reception.services.intake_request import IntakeRequest

# A certificate of single status is due after three working days.
THREE_DAYS, SAME_DAY = "1.004873", "2.000815"
TUESDAY = datetime(2026, 11, 17, 9, 0, tzinfo=OFFICE_ZONE)
WEDNESDAY_OFF = CalendarDay(date(2026, 11, 18), DayKind.SUBSTITUTE_OFF, "Nghỉ do bão", "QĐ 1/2026")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = set_up.office_named("Xã Mường Thanh", "H99.36")
    made = set_up.set_up(tmp_path, office, lambda: TUESDAY)
    yield made
    made.close()


def received(desk: Desk, procedure: str, at: datetime = TUESDAY) -> Dossier:
    request = IntakeRequest(procedure, Party("Lò Thị Lan"), received_at=at)
    return register(desk, request, by="lan")


def test_a_dossier_that_waits_over_the_day_off_is_listed_with_both_dates(desk: Desk) -> None:
    dossier = received(desk, THREE_DAYS)
    (found,) = decree.affected(desk, [WEDNESDAY_OFF])
    assert found.row.reference == dossier.code
    assert found.row.due_at == datetime(2026, 11, 20, 17, 30, tzinfo=OFFICE_ZONE)
    assert found.would_be_due_at == datetime(2026, 11, 23, 17, 30, tzinfo=OFFICE_ZONE)


def test_one_due_before_the_day_off_is_not(desk: Desk) -> None:
    received(desk, SAME_DAY)
    received(desk, THREE_DAYS, datetime(2026, 11, 11, 9, 0, tzinfo=OFFICE_ZONE))
    assert decree.affected(desk, [WEDNESDAY_OFF]) == []


def test_one_whose_result_is_there_is_not(desk: Desk) -> None:
    dossier = received(desk, THREE_DAYS)
    with desk.store.writing():
        desk.store.record(dossier.dossier_id, ResultRecorded(TUESDAY), at=TUESDAY, by="lan")
    assert decree.affected(desk, [WEDNESDAY_OFF]) == []


def test_the_answer_is_the_same_once_the_day_is_in_the_calendar(desk: Desk) -> None:
    received(desk, THREE_DAYS)
    before = decree.affected(desk, [WEDNESDAY_OFF])
    chief = Account("hoa", "Nguyễn Thị Hoa", Role.ADMINISTRATOR)
    set_up.revise_calendar(desk, (WEDNESDAY_OFF,), "QĐ 1/2026", by=chief)
    assert decree.affected(desk, [WEDNESDAY_OFF]) == before


def test_no_promise_is_moved(desk: Desk) -> None:
    dossier = received(desk, THREE_DAYS)
    decree.affected(desk, [WEDNESDAY_OFF])
    assert desk.store.dossier(dossier.dossier_id) == dossier


def test_no_days_touch_nothing(desk: Desk) -> None:
    received(desk, THREE_DAYS)
    assert decree.affected(desk, []) == []
