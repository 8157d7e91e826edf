"""Every text input under a typing tool, and what leaving it does."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from unikey import press, send, unikey_type

from reception.ui.completer import Choice, ChoiceField, finder
from reception.ui.date_field import BirthField, DateField
from reception.ui.text_fields import CodeField, NotesField, TextField
from reception.ui.typing_keys import as_telex, as_vni

SENTENCE = "Đường Nguyễn Thị Ưởng và Trần Đình Khuyến ở xã Đắk Nghiêng"


def today():
    return date(2026, 11, 22)


INPUTS = {
    "text": TextField,
    "code": CodeField,
    "digits": lambda: CodeField(digits_only=True),
    "notes": NotesField,
    "date": lambda: DateField(today),
    "birth": lambda: BirthField(today),
    "choice": lambda: ChoiceField(finder([Choice("Đường bộ", 1), Choice("Đăng ký", 2)])),
}


def written(widget):
    return widget.toPlainText() if isinstance(widget, NotesField) else widget.text()


@pytest.mark.parametrize("method", ["telex", "vni"])
@pytest.mark.parametrize("make", INPUTS.values(), ids=INPUTS.keys())
def test_a_typing_tool_may_rewrite_letters_in_every_input(shown, make, method):
    field = shown(make())
    unikey_type(field, SENTENCE, method)
    assert written(field) == SENTENCE


def test_text_is_left_alone_while_typing_and_tidied_on_leaving(shown, qtbot):
    field = shown(TextField())
    send(field, unicodedata.normalize("NFD", "  Lò  Thị Mẫu "))
    assert field.text().startswith("  Lo")
    with qtbot.waitSignal(field.committed) as told:
        press(field, Qt.Key.Key_Return, "\r")
    assert told.args == ["Lò Thị Mẫu"]
    assert field.text() == field.value() == "Lò Thị Mẫu"


def test_the_value_is_clean_before_the_field_is_left(shown):
    field = shown(TextField())
    send(field, " Lò  Mẫu")
    assert field.value() == "Lò Mẫu"
    assert field.text() == " Lò  Mẫu"


def test_notes_keep_their_lines(shown):
    notes = shown(NotesField())
    notes.set_value("  một \n\n hai  ba ")
    notes.commit()
    assert notes.toPlainText() == "một\n\nhai ba"


def test_enter_moves_to_the_next_field(shown):
    form = QWidget()
    layout = QVBoxLayout(form)
    first, second = TextField(), TextField()
    layout.addWidget(first)
    layout.addWidget(second)
    shown(form)
    first.setFocus()
    press(first, Qt.Key.Key_Enter, "\r")
    assert form.focusWidget() is second


@pytest.mark.parametrize(
    ("letters", "vni", "telex"),
    [
        ("Ã", "A4", "AX"),
        ("H29.đ6", "H29.d96", "H29.dd6"),
        ("ề", "e62", "eef"),
        ("Ự", "U75", "UWJ"),
        ("ă", "a8", "aw"),
        ("K01", "K01", "K01"),
    ],
)
def test_the_keys_behind_vietnamese_letters(letters, vni, telex):
    assert as_vni(letters) == vni
    assert as_telex(letters) == telex


def test_a_code_typed_with_the_tool_on_asks_and_keeps_what_stands(shown):
    code = shown(CodeField(expected=r"[A-Z]\d"))
    unikey_type(code, "Ã", "vni")
    assert code.text() == "Ã"
    assert "tiếng Việt" in code.problem()
    assert code.fixes() == ["A4"]
    press(code, Qt.Key.Key_F4)
    assert (code.text(), code.problem()) == ("A4", "")


def test_a_code_without_a_known_form_offers_both_spellings(shown, qtbot):
    code = shown(CodeField())
    send(code, "đ1")
    assert code.fixes() == ["d91", "dd1"]
    press(code, Qt.Key.Key_F4)
    menu = code.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Sửa thành “d91”", "Sửa thành “dd1”"]
    assert code.text() == "đ1"
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return, "\r")
    assert code.text() == "dd1"


def test_telephone_numbers_lose_their_blanks_on_leaving(shown):
    phone = shown(CodeField(digits_only=True))
    send(phone, "0912 345.678")
    assert phone.text() == "0912 345.678"
    phone.commit()
    assert phone.text() == "0912345678"


def test_a_rules_sentence_stays_until_the_clerk_edits(shown):
    field = shown(TextField())
    field.set_problem("Chưa có họ tên.")
    assert field.accessibleDescription() == "Chưa có họ tên."
    send(field, "L")
    assert field.problem() == ""


def test_the_menu_of_a_line_is_qts_own(shown):
    field = shown(TextField())
    assert isinstance(field, QLineEdit)
    texts = [action.text() for action in field.createStandardContextMenu().actions()]
    assert any(text.startswith("&Hoàn tác") for text in texts)
