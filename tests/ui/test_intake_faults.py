"""A fault stands beside its field in a sentence; nothing that was typed is lost."""

from __future__ import annotations

import pytest
from intake_counter import open_counter
from PySide6.QtWidgets import QLabel, QLineEdit
from unikey import unikey_type

from reception.ui.text_fields import TextField
from reception.ui.theme import ThemeName, apply_theme


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as opened:
        yield opened


FAULTS = {
    "owner.name": ("", "Chưa có họ tên"),
    "owner.identity": ("01219000123", "số căn cước có 12 chữ số"),
    "owner.phone": ("12", "Số điện thoại “12” không đúng"),
    "owner.email": ("thư", "thư điện tử “thư” không đúng"),
    "owner.born": ("31/02/1990", "không phải ngày có thật"),
    "sets": ("0", "Số bộ hồ sơ phải từ 1"),
    "fee_vnd": ("tám nghìn", "không phải là số"),
    "received_at.hour": ("25:99", "Chưa hiểu giờ"),
}


@pytest.mark.parametrize("field", FAULTS)
def test_a_fault_is_told_at_its_field_and_nothing_is_cleared(counter, field):
    text, sentence = FAULTS[field]
    counter.scan()
    counter.choose("ks")
    editor = counter.form.editors[field]
    counter.form.go_to(editor)
    editor.setText(text)
    counter.commit()
    counter.settle()
    assert sentence in editor.problem()
    assert counter.focus() is editor
    assert editor.isVisible()
    assert editor.text() == text
    assert counter.form.procedure.procedure() is not None
    assert counter.received() == []
    shown = [label.text() for label in counter.page.findChildren(QLabel) if label.isVisible()]
    assert any(sentence in words for words in shown)


def test_an_organisations_number_passes_once_the_kind_is_right(counter):
    counter.scan()
    counter.choose("ks")
    owner = counter.form.owner
    owner.identity.set_value("5600123456")
    counter.commit()
    counter.settle()
    assert "là số của tổ chức" in owner.identity.problem()
    owner.kind.set_value("business")
    assert owner.identity.problem() == ""
    counter.commit()
    counter.settle()
    assert [one.intake.owner.identity for one in counter.received()] == ["5600123456"]


def test_without_a_procedure_the_box_asks_for_one(counter):
    counter.scan()
    counter.commit()
    assert "Chưa chọn thủ tục" in counter.form.procedure.problem()
    assert counter.focus() is counter.form.procedure


def test_a_receipt_in_the_future_is_refused_at_its_field(counter, clock):
    counter.scan()
    counter.choose("ks")
    counter.form.others.received.set_moment(clock().replace(hour=20))
    counter.form.others.late_because.set_value("mất điện")
    counter.commit()
    counter.settle()
    assert "ở tương lai" in counter.form.others.received.day.problem()
    assert counter.form.others.isVisible()


def test_a_late_receipt_asks_for_its_reason(counter, clock):
    counter.scan()
    counter.choose("ks")
    counter.form.others.received.set_moment(clock().replace(hour=8))
    counter.commit()
    assert "cần có lý do" in counter.form.others.late_because.problem()


@pytest.mark.parametrize("method", ["telex", "vni"])
def test_a_typing_tool_works_in_every_field(counter, method):
    counter.form.unfold.setChecked(True)
    counter.form.others.non_territorial.setChecked(True)
    counter.form.papers.setVisible(True)
    counter.form.papers.begin_adding()
    fields = [f for f in counter.form.findChildren(QLineEdit) if isinstance(f, TextField)]
    assert len(fields) > 25
    for field in fields:
        field.clear()
        field.setFocus()
        unikey_type(field, "Đường Ưởng", method)
        counter.scan_ms += 500
        counter.qtbot.waitUntil(lambda: not counter.scanner._held)
        assert field.text() == "Đường Ưởng", field.accessibleName()


def test_mnemonics_are_ascii_and_never_twice_the_same(counter):
    counter.choose("ks")
    counter.form.unfold.setChecked(True)
    texts = [label.text() for label in counter.page.findChildren(QLabel) if label.buddy()]
    texts += [button.text() for button in counter.page.findChildren(type(counter.form.unfold))]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) >= 10
    assert all(letter.isascii() for letter in letters)
    assert sorted(set(letters)) == sorted(letters)


@pytest.mark.parametrize("percent", [100, 130])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_due_date_and_buttons_stay_in_sight(counter, app, percent, size):
    apply_theme(app, ThemeName.LIGHT, percent)
    counter.window.resize(*size)
    counter.scan()
    counter.choose("2.000986")
    counter.form.unfold.setChecked(True)
    counter.form.others.non_territorial.setChecked(True)
    counter.qtbot.waitUntil(lambda: counter.window.size().toTuple() == size)
    panel = counter.page.panel
    for part in (panel.due, panel.act, panel.why, panel.refuse):
        assert panel.rect().contains(part.geometry())
        assert part.width() >= part.minimumSizeHint().width()
    assert counter.form.widget().width() <= counter.form.viewport().width()
    for label in counter.form.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()
