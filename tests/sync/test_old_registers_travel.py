"""An old register taken over at one desk: at the others, at an older program, and taken back."""

from __future__ import annotations

from datetime import date

import pytest

from at_the_counter import BY
from ends import lists_of
from reception.domain import events
from reception.domain.dossier import State
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.services import (
    exchange,
    finishing,
    indicators,
    old_import,
    old_registers,
    old_twice,
    old_undo,
    reports,
    reviews,
    safekeeping,
)
from reception.storage import integrity, lists

ROWS = "Số hồ sơ,Họ tên,Ngày nhận\n125,Lò Thị Mây,05/03/2026\n126,Vàng A Lử,05/03/2026\n"


@pytest.fixture
def register(tmp_path):
    (tmp_path / "so.csv").write_text(ROWS, "utf-8")
    return tmp_path / "so.csv"


def taken_over(desk, register):
    opened = old_registers.open_register(desk, register)
    return old_import.import_register(desk, opened, by=BY).run


def settle(commune, *desks):
    for desk in desks * 2:
        commune.exchange(desk)


def agreed(first, second):
    assert lists_of(first) == lists_of(second)
    assert old_import.imports(first) == old_import.imports(second)
    for desk in (first, second):
        assert safekeeping.verify(desk).faults == ()


def test_every_desk_finds_what_one_took_over_and_takes_none_of_it_again(commune, register):
    first, second = commune.desk(0), commune.desk(1)
    taken_over(first, register)
    settle(commune, first, second)
    assert lists.by_reference(second.database, "125").owner == "Lò Thị Mây"
    again = old_registers.open_register(second, register)
    assert old_import.import_register(second, again, by=BY).known == 2
    agreed(first, second)


def test_an_older_program_keeps_it_and_lists_it_once_it_is_newer(commune, register, monkeypatch):
    first, second = commune.desk(0), commune.desk(1)
    taken_over(first, register)
    with monkeypatch.context() as older:
        older.delitem(events._KINDS, "dossier.imported")
        # What a program does not know it does not count among the beginnings, either.
        commune.exchange(second)
        assert lists.by_reference(second.database, "125") is None
    second.close()
    commune.desks.remove(second)
    second = commune.opened(second.database.path.parent)
    settle(commune, first, second)
    assert lists.by_reference(second.database, "125").owner == "Lò Thị Mây"
    agreed(first, second)


def test_what_another_desk_went_on_with_meanwhile_is_not_lost_when_it_is_taken_back(
    commune, register
):
    first, second = commune.desk(0), commune.desk(1)
    run = taken_over(first, register)
    settle(commune, first, second)
    dossier_id = lists.by_reference(second.database, "125").dossier_id
    finishing.record_result(second, dossier_id, by=BY)
    commune.exchange(second)
    old_undo.undo_import(first, run, "nhầm sổ", by=BY)
    settle(commune, first, second)

    assert first.store.dossier(dossier_id).state is State.RESULT_READY
    [open_one] = reviews.waiting(first)
    assert open_one.words == "Máy khác đã làm tiếp hồ sơ này trước khi lần nhập sổ cũ bị huỷ."
    assert lists.by_reference(first.database, "0002/2026/NSC").state is State.UNDONE
    agreed(first, second)


def test_two_desks_may_take_the_same_import_back_at_once(commune, register):
    first, second = commune.desk(0), commune.desk(1)
    run = taken_over(first, register)
    settle(commune, first, second)
    for desk in (first, second):
        old_undo.undo_import(desk, run, "nhầm sổ", by=BY)
    settle(commune, first, second)
    assert reviews.waiting(first) == reviews.waiting(second) == []
    assert old_import.imports(first) == []
    agreed(first, second)


def test_what_two_desks_took_over_before_they_exchanged_is_put_before_a_person(commune, register):
    first, second = commune.desk(0), commune.desk(1)
    taken_over(first, register)
    commune.clock.set_to("2026-03-10T09:05")
    later = taken_over(second, register)
    settle(commune, first, second)
    for desk in (first, second):
        [twice] = reviews.waiting(desk)
        assert twice.title == "Một sổ cũ nhập hai lần"
        assert "2 hồ sơ" in twice.words
        assert twice.imports[1].run == later
    old_undo.undo_import(first, later, "nhập trùng", by=BY, only_twice=True)
    settle(commune, first, second)
    assert reviews.waiting(first) == reviews.waiting(second) == []
    assert [run.entries for run in old_import.imports(second)] == [2]
    agreed(first, second)


def test_what_somebody_decides_to_keep_is_kept_everywhere_and_never_asked_again(commune, register):
    first, second = commune.desk(0), commune.desk(1)
    for desk in (first, second):
        taken_over(desk, register)
    settle(commune, first, second)
    [twice] = reviews.waiting(first)
    reviews.keep(first, twice.dossier_id, twice.about, twice.field, by=BY)
    settle(commune, first, second)
    for desk in (first, second):
        assert reviews.waiting(desk) == []
        assert exchange.standing(desk).reviews == 0
        integrity.rebuild(desk.store)
        assert reviews.waiting(desk) == []
    old_undo.undo_import(second, twice.imports[1].run, "nhầm sổ", by=BY)  # a decision is no work
    assert [run.entries for run in old_import.imports(second)] == [2]


def test_figures_say_what_they_count_twice(commune, register):
    first, second = commune.desk(0), commune.desk(1)
    for desk in (first, second):
        taken_over(desk, register)
    settle(commune, first, second)
    march, april = Period(date(2026, 3, 1), date(2026, 3, 31)), date(2026, 4, 1)
    form = reports.paper(first, reports.handling_report(first, march, Choices()))
    assert "Có 2 hồ sơ nhập từ sổ cũ đứng hai lần" in form.blocks[-1].text
    assert "Có 2 hồ sơ" in indicators.indicators(first, march).caution
    assert old_twice.caution(first, Period(date(2026, 2, 1), date(2026, 2, 28))) == ""
    commune.clock.set_to(f"{april}T09:00")
    assert "Có 2 hồ sơ" in old_twice.caution(first, Period(april, april))  # open still
    old_undo.undo_import(
        first, reviews.waiting(first)[0].imports[1].run, "nhập trùng", by=BY, only_twice=True
    )
    assert old_twice.caution(first, march) == ""
