"""The office's own wordings in the settings: chosen, said, seen and saved, by keyboard alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_program import ADMINISTRATOR, CLERK, add_people, sitting_down

from pdf_reading import text_of
from reception.services import forms, own_wordings
from reception.services.desk import open_desk
from reception.services.own_wordings import Revision
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.rail import Place
from reception.ui.settings import wording_preview
from reception.ui.settings.wording_editor import WordingEditor

CTRL = Qt.KeyboardModifier.ControlModifier
RECEIPT = forms.wording(forms.RECEIPT, "2025")
GROUND = "Quyết định 12/QĐ-UBND ngày 05/03/2026"


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


def own(desk, title: str, day: date) -> None:
    revision = Revision(RECEIPT, {"title": title}, day, GROUND)
    own_wordings.revise(desk, revision, by=ADMINISTRATOR)


def open_section(sitting, account=ADMINISTRATOR):
    sitting.sign_in(account)
    sitting.workspace.go(Place.SETTINGS)
    page = sitting.workspace.pages.settings
    page.choose("wordings")
    sitting.settle()
    return page.sections.wordings


@pytest.fixture
def section(sitting):
    return open_section(sitting)


def top(kind):
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return shown[-1] if shown else None


@pytest.fixture
def editor(sitting, section):
    section.edit()
    sitting.settle()
    editor = top(WordingEditor)
    yield editor
    if top(WordingEditor):
        editor._begun = editor._told()
        editor.reject()


def lines(rows) -> list[str]:
    return [rows.item(n).text() for n in range(rows.count())]


def put(editor, path: str, text: str) -> None:
    editor.fields._inputs[path].set_value(text)


def test_forms_and_their_versions_are_told_with_their_days(folder, clock, sitting):
    desk = open_desk(folder, clock)
    own(desk, "GIẤY HẸN", date(2026, 3, 10))
    own(desk, "GIẤY HẸN TRẢ", date(2026, 6, 1))
    clock.at = clock.at.replace(month=4)
    own(desk, "GIẤY HẸN MỚI", date(2026, 4, 10))
    desk.close()
    section = open_section(sitting)

    assert lines(section.forms)[:2] == [
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả · mẫu 2025 · lời văn riêng",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả · mẫu 2025, giấy tờ thành bảng",
    ]
    assert lines(section.versions) == [
        "Lời văn của mẫu · Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu số 01",
        f"Từ 10/03/2026 · đã thôi áp dụng · {GROUND}",
        f"Từ 10/04/2026 · đang áp dụng · {GROUND}",
        f"Từ 01/06/2026 · sắp áp dụng · {GROUND}",
    ]
    assert section.chosen_version().title == "GIẤY HẸN MỚI"


def test_the_whole_way_by_keyboard(sitting, section, folder, clock):
    section.forms.setFocus()
    sitting.enter()
    sitting.settle()
    editor = top(WordingEditor)
    assert editor.fields._inputs["title"].hasFocus()
    sitting.write("GIẤY HẸN TRẢ KẾT QUẢ")
    sitting.enter()
    assert editor.fields._inputs["number"].hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert editor.source.hasFocus()
    sitting.write(GROUND)
    sitting.key(Qt.Key.Key_Return, CTRL)
    sitting.settle()

    assert top(WordingEditor) is None
    assert "lời văn riêng từ 11/03/2026" in lines(section.forms)[0]
    assert f"Từ 11/03/2026 · sắp áp dụng · {GROUND}" in lines(section.versions)
    desk = open_desk(folder, clock)
    [version] = own_wordings.own_forms(desk)[0].versions
    desk.close()
    assert version.title == "GIẤY HẸN TRẢ KẾT QUẢ"
    assert version.lines == RECEIPT.lines


def test_the_form_s_words_stand_beside_the_office_s(editor):
    assert editor.fields._inputs["title"].value() == RECEIPT.title
    assert RECEIPT.title in editor.fields._inputs["title"].accessibleDescription()
    assert len(editor.fields.fields) == len(editor.fields.texts()) > 30
    assert editor.since.day() == date(2026, 3, 11)
    assert editor.source.value() == ""


def test_a_fault_is_told_at_its_text_and_nothing_is_saved(sitting, editor, section):
    put(editor, "signatures.0.title", "NGƯỜI {nop}")
    editor.source.set_value(GROUND)
    editor.save()
    sitting.settle()

    field = editor.fields.fields["signatures.0.title"]
    assert "dùng “nop” mà giấy này không có" in field.problem.text()
    assert editor.fields._inputs["signatures.0.title"].hasFocus()
    assert top(WordingEditor) is editor
    put(editor, "signatures.0.title", "NGƯỜI NỘP")
    put(editor, "lines.0.parts.0.label", "Mã 字")
    editor.look()
    sitting.settle()
    assert field.problem.text() == ""
    assert "“字”" in editor.fields.fields["lines.0.parts.0.label"].problem.text()


def test_without_a_day_or_a_ground_it_is_not_saved(sitting, editor):
    put(editor, "title", "GIẤY HẸN")
    editor.save()
    sitting.settle()
    assert "Chưa ghi căn cứ" in editor.source.problem()
    editor.source.set_value(GROUND)
    editor.since.set_day(date(2026, 3, 9))
    editor.save()
    sitting.settle()
    assert "Ngày áp dụng đã qua" in editor.since.problem()
    editor.since.set_day(None)
    editor.save()
    assert "Chưa có ngày áp dụng" in editor.since.problem()
    assert editor.save_button.isEnabled()


def test_what_is_unchanged_is_not_saved_again(sitting, editor):
    editor.source.set_value(GROUND)
    editor.save()
    sitting.settle()
    assert "không khác bản áp dụng" in editor.problem.text()


def test_the_paper_is_seen_before_it_rules_and_a_trial_sheet_goes_to_the_printer(
    sitting, editor, qtbot, monkeypatch
):
    printed = []
    monkeypatch.setattr(wording_preview, "print_pages", lambda pdf, choice: printed.append(pdf))
    put(editor, "title", "GIẤY HẸN THỬ")
    sitting.key(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(top(PreviewDialog) and top(PreviewDialog).pages))
    shown = top(PreviewDialog)
    assert "GIẤY HẸN THỬ" in text_of(shown._pdf)
    assert "bịa ra" in shown.notice.text()
    shown.paper.setCurrentText("A4")
    sitting.settle()
    QTest.keyClick(shown, Qt.Key.Key_P, CTRL)
    sitting.settle()
    assert "GIẤY HẸN THỬ" in text_of(printed[0])
    assert own_wordings.own_forms(sitting.workspace.workplace.rules)[0].versions == ()


def test_a_version_is_seen_from_the_list(sitting, section, qtbot):
    section.look_button.click()
    qtbot.waitUntil(lambda: bool(top(PreviewDialog) and top(PreviewDialog).pages))
    assert RECEIPT.title in text_of(top(PreviewDialog)._pdf)
    top(PreviewDialog).close()
    sitting.settle()


def test_leaving_asks_before_it_gives_up_what_was_edited(sitting, editor, monkeypatch):
    asked = []

    def keep(*question, **_more):
        asked.append(question[0])
        return False

    monkeypatch.setattr(sitting.workspace.workplace.messages, "ask", keep)
    put(editor, "title", "GIẤY HẸN")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert top(WordingEditor) is editor
    put(editor, "title", RECEIPT.title)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert top(WordingEditor) is None


def test_a_clerk_reads_but_does_not_change(sitting):
    section = open_section(sitting, CLERK)
    assert not section.body.isEnabled()
    assert lines(section.forms)
