"""Trying a scanner: each thing that can be wrong with it is found, and said with what to do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reception.services import desk_sheets
from reception.services.desk_sheets import TRIAL_CARD, TRIAL_LETTERS, TRIAL_RECEIPT, SheetName
from reception.ui import help as keys
from reception.ui.scanner_test.dialog import ScannerTest
from reception.ui.scanner_test.judging import judge
from reception.ui.scanner_test.strokes import Kind, Stroke, raw, text_of, waits_ms
from reception.ui.theme import Tone
from reception.ui.typing_keys import as_telex, as_vni

KINDS = {"\b": Kind.BACKSPACE, "\r": Kind.ENTER, "\t": Kind.TAB, "\0": Kind.UNSPELT}


def strokes(text: str, wait_ms: int = 4) -> tuple[Stroke, ...]:
    """What a scanner sends; ``\\b`` is Backspace, ``\\r`` Enter, ``\\0`` a key without a letter."""
    return tuple(
        Stroke(KINDS.get(letter, Kind.LETTER), n * wait_ms, "" if letter in KINDS else letter)
        for n, letter in enumerate(text)
    )


def faults(text: str, wait_ms: int = 4) -> str:
    """All that is to be done about a scan, in words."""
    found = judge(strokes(text, wait_ms)).findings
    return " ".join(f"{one.says} {one.remedy}" for one in found if one.tone is not Tone.GOOD)


@pytest.mark.parametrize("trial", [TRIAL_LETTERS, TRIAL_RECEIPT, TRIAL_CARD])
def test_a_good_scanner_has_no_fault(trial):
    assert judge(strokes(f"{trial}\r")).is_good


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (TRIAL_LETTERS.replace("DD", "D\bĐ") + "\r", "Bộ gõ tiếng Việt đang bật"),
        (TRIAL_LETTERS.replace("DD", "Đ") + "\r", "Bộ gõ tiếng Việt đang bật"),
        (TRIAL_LETTERS.replace("A1", "Á") + "\r", "Bộ gõ tiếng Việt đang bật"),
        (TRIAL_LETTERS, "Không có Enter"),
        (f"{TRIAL_LETTERS}\t", "Kết thúc bằng Tab"),
        (f"{TRIAL_LETTERS.swapcase()}\r", "Tắt Caps Lock"),
        (f"]C0{TRIAL_RECEIPT}\r", "ở đầu “]C0”"),
        (f"{TRIAL_RECEIPT}##\r", "ở cuối “##”"),
        (TRIAL_CARD.replace("Đường", "?u?ng") + "\r", "Chữ có dấu trên thẻ bị mất"),
        (TRIAL_CARD.replace("ử", "\0") + "\r", "bàn phím của máy tính không gõ được"),
        (TRIAL_RECEIPT.replace("-", "/") + "\r", "English (United States)"),
        ("012190001234||L? Th? M?u|05061990|Nữ|Bản Mẫu|02102024\r", "ký tự lạ"),
        ("abc\r", "ít hơn một lần quét"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(sent, said):
    assert said in faults(sent)


def test_too_slow_a_scanner_is_taken_for_a_person():
    assert "Chữ đến chậm" in faults(f"{TRIAL_LETTERS}\r", wait_ms=36)
    assert "Chữ đến chậm" not in faults(f"{TRIAL_LETTERS}\r", wait_ms=30)


def test_a_stutter_late_in_a_burst_is_forgiven():
    sent = strokes(f"{TRIAL_LETTERS}\r")
    late = [Stroke(s.kind, s.at_ms + (100 if n > 10 else 0), s.text) for n, s in enumerate(sent)]
    assert judge(late).is_good


@pytest.mark.parametrize(
    ("sent", "understood"),
    [
        (TRIAL_CARD, "Thẻ căn cước của Đường Thị Thử Máy"),
        (TRIAL_RECEIPT, "Giấy hẹn của hồ sơ H99.00-260101-0001"),
        ("0007/2026/PTG", "Giấy in sẵn số 0007/2026/PTG"),
        ("8935049501234", "không phải thẻ, không phải mã hồ sơ"),
    ],
)
def test_it_says_what_the_desk_would_take_it_for(sent, understood):
    assert understood in judge(strokes(f"{sent}\r")).understood


def test_everything_that_came_is_shown_raw():
    sent = strokes("D\bĐ\0\r", wait_ms=7)
    assert raw(sent) == "D⌫Đ\ufffd⏎"
    assert text_of(sent) == "Đ\ufffd"
    assert waits_ms(sent) == [7, 7, 7, 7]


def test_both_ways_of_typing_change_the_trial_letters():
    assert as_telex(TRIAL_LETTERS.replace("DD", "Đ")) == TRIAL_LETTERS
    assert as_vni(TRIAL_LETTERS.replace("A1", "Á")) == TRIAL_LETTERS


def test_the_keyboards_sheet_names_only_keys_that_there_are():
    tables = (keys.ANYWHERE, keys.ON_A_SCREEN)
    known = {sequence: key.words for table in tables for key in table for sequence in key.sequences}
    told = {
        k: words
        for part in desk_sheets.sheet(SheetName.KEYBOARD).sections
        for k, words in part.keys
    }
    assert told
    assert {key: known.get(key) for key in told} == told


# --- on the screen --------------------------------------------------------------------------------


@pytest.fixture
def dialog(app, shown, qtbot):
    owner = shown(QWidget())
    owner.resize(1000, 700)
    dialog = ScannerTest(owner)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    yield dialog  # noqa: PT022 - its owner lives as long


def scan(dialog, qtbot, text: str, wait_ms: int = 4) -> None:
    special = {"\b": Qt.Key.Key_Backspace, "\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    with qtbot.waitSignal(dialog.catcher.scanned):
        for n, letter in enumerate(text):
            key = special.get(letter, 0)
            nothing = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(QEvent.Type.KeyPress, key, nothing, "" if key else letter)
            event.setTimestamp(5_000 + n * wait_ms)
            QApplication.sendEvent(QApplication.focusWidget(), event)


def test_three_good_codes_say_that_the_scanner_is_ready(dialog, qtbot):
    assert QApplication.focusWidget() is dialog.catcher
    for trial in (TRIAL_LETTERS, TRIAL_RECEIPT, TRIAL_CARD):
        scan(dialog, qtbot, f"{trial}\r")
    assert "sẵn sàng" in dialog.progress.text()
    assert dialog.catcher.text() == f"{TRIAL_CARD}⏎"


def test_a_mangled_scan_is_shown_as_it_came_with_its_remedy(dialog, qtbot):
    scan(dialog, qtbot, TRIAL_LETTERS.replace("DD", "D\bĐ"), wait_ms=40)
    said = " ".join(dialog.words())
    assert "D⌫Đ" in dialog.catcher.text()
    assert "chữ E" in said
    assert "40 mili giây" in said
    assert "Suffix" in said
    assert "0 trong ba" in dialog.progress.text()


def test_what_an_input_method_puts_in_is_seen_too(dialog, qtbot):
    with qtbot.waitSignal(dialog.catcher.scanned):
        for letter in "ĐƯỜNG THỊ":
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(dialog.catcher, event)
    assert "Bộ gõ tiếng Việt" in " ".join(dialog.words())


def test_tab_within_a_scan_ends_it_and_between_scans_moves_on(dialog, qtbot):
    scan(dialog, qtbot, f"{TRIAL_RECEIPT}\t")
    assert "Kết thúc bằng Tab" in " ".join(dialog.words())
    assert QApplication.focusWidget() is dialog.catcher
    QTest.keyClick(dialog.catcher, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not dialog.catcher
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
