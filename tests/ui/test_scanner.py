"""A scanner's burst is caught whole; a person's or a typing tool's keys all arrive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from unikey import backspace, press, send, unikey_type

from reception.domain.citizen_card import card_warnings, parse_card
from reception.ui.scanner import GAP_MS, PATIENCE_MS, SETTLE_MS, Scanner
from reception.ui.text_fields import TextField

CARD = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Xã Thử, Đắk Lắk|02102024||||"
CODE = "H29.6-260213-0001"


class Clock:
    def __init__(self):
        self.ms = 10_000

    def __call__(self):
        return self.ms


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def scanner(app, clock):
    listening = Scanner(app, lambda text: parse_card(text) is not None or text == CODE, clock)
    yield listening
    app.removeEventFilter(listening)
    listening.deleteLater()


@pytest.fixture
def field(shown, scanner):
    return shown(TextField())


def type_at(clock, widget, text, every_ms):
    for character in text:
        clock.ms += every_ms
        press(widget, 0, character)


@pytest.mark.parametrize("every_ms", [1, 10, GAP_MS - 1])
@pytest.mark.parametrize("text", [CARD, CODE])
def test_a_burst_with_enter_is_caught_before_the_field(
    field, scanner, clock, qtbot, text, every_ms
):
    field.setText("đang gõ")
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, text, every_ms)
        press(field, Qt.Key.Key_Return, "\r")
    assert caught.args == [text]
    assert field.text() == "đang gõ"


def test_a_burst_without_enter_ends_by_itself(field, scanner, clock, qtbot):
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, CARD, 5)
        clock.ms += SETTLE_MS
    assert caught.args == [CARD]
    assert field.text() == ""


@pytest.mark.parametrize("typed", [14, 30, 45, 60])
def test_a_pc_that_stalls_in_the_middle_of_a_card_still_gets_it_whole(
    field, scanner, clock, qtbot, typed
):
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, CARD[:typed], 5)
        clock.ms += PATIENCE_MS - 10
        type_at(clock, field, CARD[typed:], 5)
        press(field, Qt.Key.Key_Return, "\r")
    assert caught.args == [CARD]
    assert field.text() == ""


def test_a_letter_that_the_layout_cannot_spell_is_marked_and_not_the_end(
    field, scanner, clock, qtbot
):
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, "012190001234||L", 5)
        clock.ms += 5
        press(field, 0, "")
        type_at(clock, field, " Th Mu|05061990|N|Bn Mu|02102024", 5)
        press(field, Qt.Key.Key_Return, "\r")
    assert caught.args == ["012190001234||L\ufffd Th Mu|05061990|N|Bn Mu|02102024"]
    assert card_warnings(parse_card(caught.args[0]))
    assert field.text() == ""


def test_a_card_that_is_whole_is_not_waited_for(field, scanner, clock, qtbot):
    whole = CARD.rstrip("|")
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, whole, 5)
        clock.ms += SETTLE_MS
    assert caught.args == [whole]


def test_a_stutter_within_a_long_burst_does_not_split_it(field, scanner, clock, qtbot):
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, CARD[:40], 5)
        clock.ms += SETTLE_MS - 10
        type_at(clock, field, CARD[40:], 5)
        press(field, Qt.Key.Key_Tab, "\t")
    assert caught.args == [CARD]


@pytest.mark.parametrize("every_ms", [5, 20, 34, 36, 60, 120, 400])
@pytest.mark.parametrize("text", ["Nguyễn Văn A", "012190001234", "đi", "H29.6-260213-0002"])
def test_what_is_no_card_and_no_code_arrives_at_any_speed(
    field, scanner, clock, qtbot, text, every_ms
):
    with qtbot.assertNotEmitted(scanner.scanned):
        type_at(clock, field, text, every_ms)
        clock.ms += SETTLE_MS
        qtbot.waitUntil(lambda: field.text() == text)


def test_a_person_typing_a_code_by_hand_is_not_taken_for_a_scanner(field, scanner, clock, qtbot):
    with qtbot.assertNotEmitted(scanner.scanned):
        type_at(clock, field, CODE, GAP_MS + 5)
        clock.ms += SETTLE_MS
        qtbot.waitUntil(lambda: field.text() == CODE)


def test_enter_after_typing_is_an_enter(field, scanner, clock, qtbot):
    with qtbot.waitSignal(field.committed) as told:
        type_at(clock, field, "Lò", 20)
        press(field, Qt.Key.Key_Return, "\r")
    assert told.args == ["Lò"]


def test_an_unwanted_burst_brings_its_enter_along(field, clock, qtbot):
    with qtbot.waitSignal(field.committed) as told:
        type_at(clock, field, "8934588012345", 2)
        press(field, Qt.Key.Key_Return, "\r")
    assert told.args == ["8934588012345"]


@pytest.mark.parametrize("method", ["telex", "vni"])
def test_a_typing_tool_is_no_scanner(field, scanner, clock, qtbot, method):
    with qtbot.assertNotEmitted(scanner.scanned):
        unikey_type(field, "Đường Nguyễn Thị Ưởng", method)
        clock.ms += SETTLE_MS
        qtbot.waitUntil(lambda: field.text() == "Đường Nguyễn Thị Ưởng")


def test_a_typing_tools_abbreviation_is_typing(field, scanner, clock):
    type_at(clock, field, "hs", 90)
    clock.ms += 80
    backspace(field)
    backspace(field)
    send(field, CODE)
    assert field.text() == CODE


def test_a_typing_tool_that_meddles_with_a_scan_does_not_spill_it(field, scanner, clock, qtbot):
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, CARD[:16], 3)
        for letter in "xx":
            press(field, 0, letter)
        backspace(field)
        backspace(field)
        type_at(clock, field, CARD[16:], 3)
        press(field, Qt.Key.Key_Return, "\r")
    assert caught.args == [CARD]
    assert field.text() == ""


def test_shift_goes_down_and_up_between_a_scanners_letters(field, scanner, clock, qtbot):
    with qtbot.waitSignal(scanner.scanned) as caught:
        for character in CARD:
            clock.ms += 2
            press(field, Qt.Key.Key_Shift)
            press(field, 0, character)
        press(field, Qt.Key.Key_Return, "\r")
    assert caught.args == [CARD]


def test_letters_spelt_with_alt_and_keypad_digits_are_part_of_the_burst(
    field, scanner, clock, qtbot
):
    spelling = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    with qtbot.waitSignal(scanner.scanned) as caught:
        type_at(clock, field, CARD[:20], 2)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_7, spelling, ""))
        type_at(clock, field, CARD[20:], 2)
        press(field, Qt.Key.Key_Return, "\r")
    assert caught.args == [CARD]


def test_a_key_held_down_repeats_in_the_field(field, clock):
    press(field, 0, "a")
    for _ in range(9):
        clock.ms += 30
        press(field, 0, "a", repeat=True)
    assert field.text() == "a" * 10


def test_what_was_typed_is_there_before_a_command(shown, scanner, clock, qtbot):
    field = shown(TextField())
    seen = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), field)
    shortcut.activated.connect(lambda: seen.append(field.text()))
    type_at(clock, field, "Lò Mẫu", 90)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["Lò Mẫu"]


def test_a_click_finds_every_letter_typed_before_it(field, clock, qtbot):
    type_at(clock, field, "Lò", 10)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.text() == "Lò"


def test_space_still_presses_a_button(shown, scanner, clock, qtbot):
    button = shown(QPushButton("In"))
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Space, " ")
        clock.ms += GAP_MS
    assert not button.isDown()


def test_a_scan_over_a_button_presses_nothing(shown, scanner, clock, qtbot):
    form = QWidget()
    layout = QVBoxLayout(form)
    button = QPushButton("Xoá")
    layout.addWidget(button)
    shown(form)
    button.setFocus()
    with qtbot.waitSignal(scanner.scanned), qtbot.assertNotEmitted(button.clicked):
        type_at(clock, button, CARD, 2)
        press(button, Qt.Key.Key_Return, "\r")


def test_letters_survive_the_field_they_were_meant_for(shown, scanner, clock, qtbot):
    form = QWidget()
    layout = QVBoxLayout(form)
    first, second = TextField(), TextField()
    layout.addWidget(first)
    layout.addWidget(second)
    shown(form)
    first.setFocus()
    press(first, 0, "a")
    second.setFocus()
    first.deleteLater()
    QApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    clock.ms += GAP_MS
    qtbot.waitUntil(lambda: second.text() == "a")


def test_a_pasted_card_is_taken_by_hand(scanner, qtbot):
    with qtbot.waitSignal(scanner.scanned) as caught:
        assert scanner.take(CARD)
    assert caught.args == [CARD]
    assert not scanner.take("Nguyễn Văn A")


def test_with_its_own_clock_a_single_letter_arrives_too(app, shown, qtbot):
    scanner = Scanner(app, lambda text: text == CODE)
    field = shown(TextField())
    press(field, 0, "ộ")
    qtbot.waitUntil(lambda: field.text() == "ộ")
    app.removeEventFilter(scanner)
    scanner.deleteLater()
