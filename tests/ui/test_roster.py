"""The duty roster by keyboard: half-days in the week's table, and who was there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from whole_program import ADMINISTRATOR, sitting_down

from reception.domain.list_frame import Period
from reception.domain.roster import parse_halves, week_of
from reception.domain.roster_events import Half, HalfDay, OnDuty
from reception.services import roster
from reception.ui.rail import Place

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in()
        yield sitting


@pytest.fixture
def panel(sitting):
    sitting.workspace.go(Place.FIGURES)
    panel = sitting.workspace.pages.figures.choose("roster")
    sitting.settle()
    panel.table.setFocus()
    return panel


def week(sitting, clock):
    return roster.week(sitting.workspace.workplace.desk, clock().date())


def press(sitting, panel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.table, key)
    sitting.settle()


def test_a_person_is_added_planned_and_written_without_a_mouse(sitting, panel, clock):
    press(sitting, panel, Qt.Key.Key_Insert, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_C)
    QTest.keyClick(panel.table, Qt.Key.Key_Return, CTRL)
    sitting.settle()

    [one] = week(sitting, clock).people
    monday = week_of(clock().date())
    assert (one.name, one.login) == (ADMINISTRATOR.name, ADMINISTRATOR.login)
    assert one.halves == parse_halves("2 3c", monday)


def test_leaving_the_week_or_the_page_writes_what_was_changed(sitting, panel, clock):
    press(sitting, panel, Qt.Key.Key_Insert, Qt.Key.Key_S)
    press(sitting, panel, Qt.Key.Key_PageDown)
    assert len(week(sitting, clock).people) == 1
    press(sitting, panel, Qt.Key.Key_PageUp)
    press(sitting, panel, Qt.Key.Key_Delete)
    sitting.workspace.go(Place.HOME)
    sitting.settle()

    assert week(sitting, clock).people == ()


def test_a_week_that_cannot_be_written_is_not_left(sitting, panel, clock):
    press(sitting, panel, Qt.Key.Key_Insert, Qt.Key.Key_S)
    panel.table.item(0, 0).setText("")
    panel.table._logins[0] = ""
    press(sitting, panel, Qt.Key.Key_PageDown)
    assert panel.problem.text()

    panel.table.item(0, 0).setText("Lò Thị Mây")
    QTest.keyClick(panel.table, Qt.Key.Key_Return, CTRL)
    sitting.settle()

    [one] = week(sitting, clock).people
    assert (one.name, one.halves) == ("Lò Thị Mây", parse_halves("2s", week_of(clock().date())))


def typing(sitting, panel, text):
    """A text is being typed over a name; the letters come one by one, as from a hand."""
    press(sitting, panel, Qt.Key.Key_Insert, Qt.Key.Key_S, Qt.Key.Key_Home)
    first, *others = text
    QTest.keyClick(panel.table, first)
    sitting.qtbot.waitUntil(lambda: panel.table.is_typing)
    [editor] = panel.table.viewport().findChildren(QLineEdit)
    editor.insert("".join(others))
    return editor


def test_letters_begin_a_text_and_none_of_them_is_lost(sitting, panel):
    sitting.workspace.workplace.changes.catalogue_changed.emit()
    editor = typing(sitting, panel, "Lo")
    assert editor.text() == "Lo"
    font = panel.table.font()
    font.setPointSize(font.pointSize() + 1)
    panel.table.setFont(font)
    assert panel.table.editTriggers() != panel.table.EditTrigger.NoEditTriggers


@pytest.mark.parametrize("left", ["written", "turned", "page"])
def test_what_is_being_typed_is_written_with_the_rest(sitting, panel, clock, left):
    typing(sitting, panel, "Lo")
    match left:
        case "written":
            panel.buttons["save"].click()
        case "turned":
            panel.turn(1)
        case _:
            sitting.workspace.go(Place.HOME)
    sitting.settle()
    assert [one.name for one in week(sitting, clock).people] == ["Lo"]


def test_the_next_week_begins_as_this_one(sitting, panel, clock):
    press(sitting, panel, Qt.Key.Key_Insert, Qt.Key.Key_S)
    press(sitting, panel, Qt.Key.Key_PageDown)
    sitting.settle()
    press(sitting, panel, Qt.Key.Key_F8)

    [one] = panel.table.people()
    assert one.halves[0].half is Half.MORNING
    assert one.halves[0].on > clock().date()


def test_an_open_half_day_is_marked_with_its_reason(sitting, panel, clock):
    desk, monday = sitting.workspace.workplace.desk, week_of(clock().date())
    an = OnDuty("An", halves=parse_halves("2s", monday))
    roster.set_week(desk, monday, [an], by=ADMINISTRATOR.login)
    panel.refresh()
    sitting.settle()
    panel.tabs.setCurrentIndex(1)
    assert panel.presence.list.count() == 1

    panel.presence.away.click()
    sitting.settle()
    assert "lý do" in panel.presence.problem.text()
    panel.presence.reason.set_value("ốm")
    panel.presence.away.click()
    sitting.settle()
    sitting.settle()

    assert panel.presence.list.count() == 0
    assert "vắng 1" in panel.presence.summary.text()
    assert HalfDay(monday, Half.MORNING) in an.halves


def test_the_half_day_that_was_chosen_stays_chosen_while_the_roster_is_read_anew(
    sitting, panel, clock
):
    desk, monday = sitting.workspace.workplace.desk, week_of(clock().date())
    people = [OnDuty(name, halves=parse_halves("2s", monday)) for name in ("An", "Bình")]
    roster.set_week(desk, monday, people, by=ADMINISTRATOR.login)
    panel.refresh()
    sitting.settle()
    panel.tabs.setCurrentIndex(1)
    panel.presence.list.setCurrentRow(1)
    panel.presence.reason.set_value("ốm")

    sitting.workspace.workplace.changes.catalogue_changed.emit()
    sitting.settle()
    panel.presence.away.click()
    sitting.settle()

    found = {one.name: len(one.absent) for one in roster.times(desk, Period(monday, monday))}
    assert found == {"An": 0, "Bình": 1}
