"""A new office's register is made whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from reception.domain.accounts import Account, Role
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.office import Session
from reception.services import safekeeping, sign_in
from reception.services.desk import open_desk
from reception.services.set_up import change_office, office_named, revise_calendar, set_up
from reception.services.sign_in import FirstAccount

OFFICE = office_named("Xã Mường Lay", "h40.16")


def test_the_office_has_the_names_of_its_papers():
    office = office_named(" Phường  Thành Nhất ", "H15.20", phone=" 0262 1 ", address=" Số 1 ")

    assert office.name == "Trung tâm Phục vụ hành chính công phường Thành Nhất"
    assert office.governing_body == "ỦY BAN NHÂN DÂN PHƯỜNG THÀNH NHẤT"
    assert (office.place, office.agency_code) == ("Thành Nhất", "H15.20")
    assert (office.phone, office.address) == ("0262 1", "Số 1")


@pytest.mark.parametrize(
    ("commune", "code", "field"),
    [("", "H40.16", "commune"), (" \n", "H40.16", "commune"), ("x" * 101, "H40.16", "commune"),
     ("Xã Mường Lay", "sai", "agency_code")],
)  # fmt: skip
def test_an_office_without_a_name_or_code_is_refused(commune, code, field):
    with pytest.raises(RuleViolation) as refusal:
        office_named(commune, code)

    assert refusal.value.field == field


def test_a_new_register_is_whole_signed_and_ready(desk):
    verdict = safekeeping.verify(desk)

    assert verdict.whole
    assert (verdict.signed_heads, verdict.unsigned_events) == (1, 0)
    assert len({procedure.code for procedure in desk.procedures}) == 250
    assert desk.office.agency_code == "H40.16"
    assert desk.calendar.nth_working_day(date(2026, 4, 29), 1) == date(2026, 5, 4)


def test_a_register_is_not_made_over_another(folder, clock):
    before = (folder / "reception.db").read_bytes()

    with pytest.raises(Trouble, match="sổ cũ vẫn được giữ"):
        set_up(folder, OFFICE, clock)

    assert (folder / "reception.db").read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [{"slot": 10}, {"slot": -1}, {"account": FirstAccount("quantri", "Lò Văn Hặc", "1")}]
)
def test_a_register_that_cannot_be_made_does_not_exist(tmp_path, clock, wrong):
    with pytest.raises(RuleViolation):
        set_up(tmp_path / "so", OFFICE, clock, **wrong)
    with pytest.raises(Trouble) as trouble:
        open_desk(tmp_path / "so", clock)
    assert trouble.value.code == "no-register"

    set_up(tmp_path / "so", OFFICE, clock).close()
    assert [entry.name for entry in (tmp_path / "so").iterdir()] == ["reception.db"]


def test_a_folder_that_cannot_be_made(tmp_path, clock):
    (tmp_path / "so").write_text("một tệp")

    with pytest.raises(Trouble) as trouble:
        set_up(tmp_path / "so" / "con", OFFICE, clock)

    assert trouble.value.code == "disk"


def test_only_an_administrator_changes_the_office(desk):
    [administrator] = sign_in.accounts(desk)
    clerk = Account("maylt", "Lò Thị Mây", Role.CLERK)
    other = replace(desk.office, phone="0215 1")
    day = CalendarDay(date(2026, 4, 1), DayKind.HOLIDAY, "Nghỉ đột xuất", "QĐ của UBND tỉnh")

    for change in (
        lambda by: change_office(desk, other, by=by),
        lambda by: revise_calendar(desk, (day,), "QĐ", by=by),
    ):
        with pytest.raises(RuleViolation) as refusal:
            change(clerk)
        assert refusal.value.code == "not-allowed"
        change(administrator)

    assert desk.office.phone == "0215 1"
    assert desk.calendar.nth_working_day(date(2026, 3, 31), 1) == date(2026, 4, 2)
    assert safekeeping.verify(desk).whole


def test_a_saturday_session_is_kept(tmp_path, clock):
    office = office_named("Xã Mường Lay", "H40.16", saturday_reception=Session(time(7), time(11)))
    desk = set_up(tmp_path / "so", office, clock)

    assert desk.office.hours_on(date(2026, 3, 14)).saturday_reception == Session(time(7), time(11))
    desk.close()
