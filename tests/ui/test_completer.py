"""Lists found by fragments without accents; the popup never writes into the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter
from unikey import press, send, unikey_type

from reception.ui.completer import Choice, ChoiceField, finder

UNITS = [
    Choice("Phường Ba Đình", 1),
    Choice("Phường Đông Ngạc", 2),
    Choice("Đăng ký khai sinh", 3, "1.001193"),
    Choice("Xã Đông Anh", 4),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dong", [2, 4]),
        ("đông", [2, 4]),
        ("ba di", [1]),
        ("dkks", [3]),
        ("xa", [4]),
        ("1.0011", [3]),
        ("ngac dong", [2]),
        ("zzz", []),
    ],
)
def test_fragments_initials_and_codes_find(typed, found):
    assert [choice.data for choice in finder(UNITS)(typed)] == found


def test_nothing_typed_shows_everything_in_its_own_order():
    assert list(finder(UNITS)("")) == UNITS


@pytest.mark.parametrize("method", ["telex", "vni"])
def test_the_popup_does_not_disturb_a_typing_tool(shown, method):
    field = shown(ChoiceField(finder(UNITS)))
    unikey_type(field, "Phường Đông", method)
    assert field.text() == "Phường Đông"
    assert field._suggestions.list.isVisible()
    assert field.completer().completionMode() != QCompleter.CompletionMode.InlineCompletion


def test_enter_takes_the_first_line(shown, qtbot):
    field = shown(ChoiceField(finder(UNITS)))
    send(field, "dkks")
    with qtbot.waitSignal(field.chosen) as told:
        press(field, Qt.Key.Key_Return, "\r")
    assert told.args == [UNITS[2]]
    assert (field.text(), field.problem()) == ("Đăng ký khai sinh", "")
    assert not field._suggestions.list.isVisible()


def test_arrows_choose_another_line(shown):
    field = shown(ChoiceField(finder(UNITS)))
    send(field, "dong")
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return, "\r")
    assert field.choice() == UNITS[3]


def test_a_text_that_is_no_choice_stays_with_a_problem(shown):
    field = shown(ChoiceField(finder(UNITS)))
    send(field, "Xã Lạ")
    field.commit()
    assert field.text() == "Xã Lạ"
    assert "danh sách" in field.problem()
    assert field.choice() is None


def test_a_choice_typed_out_without_accents_counts(shown):
    field = shown(ChoiceField(finder(UNITS)))
    send(field, "xa dong anh")
    field.commit()
    assert field.choice() == UNITS[3]


def test_editing_a_choice_away_lets_it_go(shown, qtbot):
    field = shown(ChoiceField(finder(UNITS)))
    field.choose(UNITS[0])
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.chosen) as told:
        field.commit()
    assert told.args == [None]


def test_f4_opens_the_whole_list(shown):
    field = shown(ChoiceField(finder(UNITS)))
    press(field, Qt.Key.Key_F4)
    assert field._suggestions.list.isVisible()
    assert field._suggestions.list.model().rowCount() == len(UNITS)


GROUPED = [
    Choice("Vàng A Lử", 1, "", "Người"),
    Choice("Lường Thị May", 2, "", "Người"),
    Choice("Sở Nội vụ", 3, "", "Cơ quan"),
]


def lines(field):
    model = field._suggestions.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_lines_stand_under_the_names_of_their_groups_and_the_keys_pass_over_these(shown):
    field = shown(ChoiceField(finder(GROUPED)))
    press(field, Qt.Key.Key_F4)
    assert lines(field) == ["Người", "Vàng A Lử", "Lường Thị May", "Cơ quan", "Sở Nội vụ"]
    popup = field._suggestions.list
    places = []
    for key in (Qt.Key.Key_Down,) * 3 + (Qt.Key.Key_Up,) * 2:
        press(popup, key)
        places.append(popup.currentIndex().row())
    assert places == [1, 2, 4, 2, 1]
    press(popup, Qt.Key.Key_Return, "\r")
    assert field.choice() == GROUPED[0]


def test_the_best_line_stands_first_and_brings_its_group_with_it(shown):
    field = shown(ChoiceField(finder(GROUPED)))
    send(field, "so")
    assert lines(field) == ["Cơ quan", "Sở Nội vụ"]
    press(field, Qt.Key.Key_Return, "\r")
    assert field.choice() == GROUPED[2]
