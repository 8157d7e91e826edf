"""The catalogue on screen: found, edited into a new version, out of a file and into one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from dossier_desk import BUSINESS, CLERK, NOW, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.services import lookup
from reception.ui.catalogue.import_dialog import ImportDialog
from reception.ui.catalogue.page import CataloguePage
from reception.ui.catalogue.procedure_table import Column


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path)) as workplace:
        yield workplace


@pytest.fixture
def page(workplace, shown):
    page = CataloguePage(workplace)
    page.resize(1280, 720)
    return shown(page)


def edit(page, code):
    page.search.setText(code)
    assert page.model.procedure(0).code == code
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    return page.editor


def import_dialog(qtbot) -> ImportDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))
    return QApplication.activeModalWidget()


def lines(dialog) -> list[str]:
    model = dialog.table.model()
    return [
        f"{model.index(row, 0).data()}: {model.index(row, 1).data()}"
        for row in range(model.rowCount())
    ]


def test_procedures_are_found_by_initials_and_field(page):
    page.search.setText("dktlhkd")
    assert page.model.procedure(0).code == BUSINESS
    page.search.setText("thanh lap ho")
    assert page.model.procedure(0).code == BUSINESS
    page.search.clear()
    page.field.setCurrentIndex(page.field.findData("Người có công"))
    fields = {page.model.index(row, Column.FIELD).data() for row in range(page.model.rowCount())}
    assert fields == {"Người có công"}


def test_the_table_keeps_qts_rules(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_what_rules_no_more_is_listed_below(page, workplace, qtbot):
    editor = edit(page, BUSINESS)
    editor.form.valid_from.set_day(NOW.date() - timedelta(days=30))
    editor.form.valid_until.set_day(NOW.date() - timedelta(days=1))
    editor.form.changed.emit()
    with qtbot.waitSignal(workplace.changes.catalogue_changed):
        editor.save()
    page.search.setText("dktlhkd")
    assert page.model.procedure(0).code == BUSINESS


def test_an_edit_is_a_new_version_and_old_dossiers_keep_theirs(page, workplace, qtbot):
    before = receive(workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    editor = edit(page, BUSINESS)
    editor.form.limit.setFocus()
    editor.form.limit.selectAll()
    for key in "10":
        QTest.keyClick(editor.form.limit, key)
    editor.form.limit.setText("10 ngày làm việc")
    editor.form.limit.textEdited.emit("10 ngày làm việc")
    with qtbot.waitSignal(workplace.changes.catalogue_changed):
        QTest.keyClick(editor.form.limit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    now_ruling = workplace.rules.procedure(BUSINESS, NOW.date())
    assert (now_ruling.version, now_ruling.limit.words()) == (2, "10 ngày làm việc")
    assert now_ruling.confidence == "office"
    after = receive(workplace.desk, "Y Ka Ly", 2, procedure=BUSINESS)
    assert after.intake.procedure.version == 2
    kept = lookup.open_dossier(workplace.desk, before.dossier_id).dossier
    assert kept.intake.procedure.version == 1
    assert kept.due_at == before.due_at
    assert page.model.index(0, Column.LIMIT).data() == "10 ngày làm việc"


def test_the_versions_of_a_procedure_are_listed(page, workplace, qtbot):
    editor = edit(page, BUSINESS)
    editor.form.result.setText("Giấy chứng nhận")
    editor.form.changed.emit()
    with qtbot.waitSignal(workplace.changes.catalogue_changed):
        editor.save()
    editor = edit(page, BUSINESS)
    told = " ".join(editor.versions.texts())
    assert "2, từ 20/11/2026" in told
    assert "1, từ 01/07/2025" in told
    assert told.count("đang áp dụng") == 1


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("limit", "năm ngày", "không đọc được"),
        ("limit", "0 ngày làm việc", "phải lớn hơn 0"),
        ("stages", "UBND xã", "không đọc được"),
        ("papers", "Tờ khai [hai bản]", "không đọc được"),
        ("fee", "miễn", "không phải số nguyên"),
        ("name", "", "còn trống"),
        ("valid_from", "31/02/2026", "31/02/2026"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(page, field, text, sentence):
    editor = edit(page, BUSINESS)
    input_field = getattr(editor.form, field)
    input_field.set_value(text)
    editor.form.changed.emit()
    editor.save()
    assert sentence in editor.form._forms[field].problem.text()
    assert editor.isVisible()


def test_a_new_procedure_is_added(page, workplace, qtbot):
    page.new_button.click()
    form = page.editor.form
    form.code.setText("X.01")
    form.name.setText("Xác nhận tạm vắng")
    form.limit.setText("2 ngày")
    form.papers.setPlainText("Đơn [1 bản chính]\nGiấy uỷ quyền [1 bản sao, nếu có]")
    with qtbot.waitSignal(workplace.changes.catalogue_changed):
        page.editor.save()
    added = workplace.rules.procedure("X.01", NOW.date())
    assert [paper.name for paper in added.papers] == ["Đơn", "Giấy uỷ quyền"]
    assert (added.papers[1].copies, added.papers[1].optional) == (1, True)


def test_a_taken_code_is_refused(page):
    page.new_button.click()
    page.editor.form.code.setText(BUSINESS)
    page.editor.form.name.setText("Thủ tục khác")
    page.editor.form.changed.emit()
    page.editor.save()
    assert "đã có trong danh mục" in page.editor.form._forms["code"].problem.text()


def test_a_clerk_may_read_but_not_change(app, tmp_path, shown):
    with open_workplace(new_register(tmp_path), CLERK) as workplace:
        page = shown(CataloguePage(workplace))
        assert not page.new_button.isEnabled()
        assert not page.import_button.isEnabled()
        editor = edit(page, BUSINESS)
        assert "Trần Thị Lan" in editor.problem.text()
        assert not editor.form.limit.isEnabled()
        assert not editor.save_button.isEnabled()


def test_escape_leaves_the_editor_and_asks_before_edits_are_lost(page, workplace, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(
        workplace.messages, "ask", lambda question, *_a, **_k: asked.append(question)
    )
    editor = edit(page, BUSINESS)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    edit(page, BUSINESS)
    editor.form.notes.setPlainText("ghi chú mới")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert asked


def test_a_file_shows_what_it_would_change_and_is_then_imported(page, workplace, tmp_path, qtbot):
    path = tmp_path / "danh-muc.csv"
    with qtbot.waitSignal(workplace.messages.told):
        page.export_to(path)
    text = path.read_text("utf-8-sig")
    text = text.replace("Thủ tục đăng ký khai tử lưu động", "Khai tử lưu động", 1)
    text = text.replace("\n1.001612,", "\n9.001612,", 1)
    path.write_text(text, "utf-8")
    page.compare_file(path)
    dialog = import_dialog(qtbot)
    assert dialog.summary.text().startswith("1 thủ tục mới, 1 thay đổi, 248 không đổi, 0 lỗi")
    assert lines(dialog)[0].startswith("Mới: 9.001612")
    assert lines(dialog)[1].startswith("Thay đổi: 1.000419  ·  Khai tử lưu động")
    with qtbot.waitSignal(workplace.changes.catalogue_changed):
        dialog.import_button.click()
    assert workplace.rules.procedure("1.000419", NOW.date()).version == 2
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def test_a_faulty_file_is_told_row_by_row_and_not_taken(page, workplace, tmp_path, qtbot):
    path = tmp_path / "loi.csv"
    path.write_text(
        "Mã thủ tục,Tên thủ tục,Thời hạn,Áp dụng từ ngày\nX.1,Một,ba hôm,01/07/2025\n", "utf-8"
    )
    page.compare_file(path)
    dialog = import_dialog(qtbot)
    assert lines(dialog)[0].startswith("Lỗi: Dòng 2, cột “Thời hạn”")
    assert "ba hôm" in dialog.whole_line.text()
    assert not dialog.import_button.isEnabled()
    assert dialog.problem.isVisible()
    dialog.reject()
