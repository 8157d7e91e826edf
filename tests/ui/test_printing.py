"""From the register to paper: commit first, the very bytes, and nothing is ever lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier_desk import LEADER, new_register, open_workplace, receive, request
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reception.printing.raster import render_pages
from reception.services import forms, intake, survey_enclosing
from reception.ui.dossiers import printer, printer_box, printing
from reception.ui.dossiers.preview_dialog import PreviewDialog


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


@pytest.fixture
def dossier(workplace):
    return receive(workplace.desk, "Đỗ Thị Ưởng", 2)


@pytest.fixture
def paper_out(tmp_path, monkeypatch):
    """What the printer printed: a file stands for its tray."""
    path = tmp_path / "tray.pdf"

    def chosen(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    return path


@pytest.fixture
def no_printer(monkeypatch):
    monkeypatch.setattr(printer, "choose_printer", lambda _name: None)


def preview(qtbot) -> PreviewDialog:
    found: list[PreviewDialog] = []

    def there() -> bool:
        found[:] = [
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, PreviewDialog) and window.isVisible()
        ]
        return bool(found) and bool(found[0].pages)

    qtbot.waitUntil(there)
    return found[0]


def issued(workplace, dossier) -> dict[str, int]:
    return workplace.desk.store.dossier(dossier.dossier_id).papers_issued


def darkness(pdf: bytes) -> list[float]:
    """How much ink each fortieth of the first page carries, from the top."""
    page = render_pages(pdf, 60)[0]
    rows = page.height // 40
    bands = [page.grey[n * rows * page.stride : (n + 1) * rows * page.stride] for n in range(40)]
    return [1 - sum(band) / len(band) / 255 for band in bands]


def test_the_paper_carries_what_was_issued(workplace, dossier, paper_out, qtbot):
    with qtbot.waitSignal(workplace.messages.told) as told:
        printing.print_paper(workplace, dossier.dossier_id)
    assert issued(workplace, dossier) == {forms.RECEIPT: 1}
    assert dossier.code in told.args[0]
    drawn = printing._draw(
        workplace.desk,
        wanted=printing.Printout(dossier.dossier_id, "", "", b"", times=1),
        choice=printer.PrintChoice("", "A5", 1),
    )
    printed, meant = darkness(paper_out.read_bytes()), darkness(drawn.pdf)
    assert max(abs(a - b) for a, b in zip(printed, meant, strict=True)) < 0.02
    assert max(printed) > 0.05


def test_every_copy_and_the_chosen_size_come_out(workplace, dossier, paper_out, qtbot):
    workplace.keep_settings(replace(workplace.settings, paper="A4", copies=2))
    with qtbot.waitSignal(workplace.messages.told):
        printing.print_paper(workplace, dossier.dossier_id)
    pages = render_pages(paper_out.read_bytes(), 72)
    assert len(pages) == 2
    assert abs(pages[0].width - 595) < 3
    assert abs(pages[0].height - 842) < 3


def test_one_key_prints_the_survey_with_the_receipt(workplace, dossier, paper_out, qtbot):
    survey_enclosing.enclose(workplace.desk, wanted=True, by=LEADER.login)
    with qtbot.waitSignal(workplace.messages.told):
        printing.print_paper(workplace, dossier.dossier_id)
    assert len(render_pages(paper_out.read_bytes(), 72)) == 2
    assert issued(workplace, dossier) == {forms.RECEIPT: 1, forms.SURVEY_SHEET: 1}


def test_a_listener_hears_that_the_dossier_changed(workplace, dossier, paper_out, qtbot):
    with qtbot.waitSignal(workplace.changes.dossiers_changed) as changed:
        printing.print_paper(workplace, dossier.dossier_id)
    assert changed.args == [frozenset({dossier.dossier_id})]
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def test_without_a_printer_the_paper_is_kept_and_shown(workplace, dossier, no_printer, qtbot):
    with qtbot.waitSignal(workplace.messages.told) as told:
        printing.print_paper(workplace, dossier.dossier_id)
    kept = list((workplace.folder / "papers").glob("*.pdf"))
    assert [path.name for path in kept] == [f"{dossier.code}-giay-hen.pdf"]
    assert kept[0].read_bytes().startswith(b"%PDF")
    assert "Không tìm thấy máy in" in told.args[0]
    assert str(kept[0]) in told.args[0]
    assert issued(workplace, dossier) == {forms.RECEIPT: 1}
    dialog = preview(qtbot)
    assert dialog.notice.text() == told.args[0]
    dialog.reject()


def test_a_clerk_who_serves_the_next_already_is_not_interrupted(
    workplace, dossier, no_printer, qtbot
):
    line = QLineEdit("Lò Thị")
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    with qtbot.waitSignal(workplace.messages.told) as told:
        printing.print_paper(workplace, dossier.dossier_id)
    assert "Không tìm thấy máy in" in told.args[0]
    assert QApplication.activeModalWidget() is None
    assert line.hasFocus()


def test_printers_are_named_later_and_the_chosen_one_stays(workplace, dossier, monkeypatch, qtbot):
    monkeypatch.setattr(printer_box, "printer_names", lambda: ["Canon", "HP"])
    workplace.keep_settings(replace(workplace.settings, printer="Brother"))
    printing.print_paper(workplace, dossier.dossier_id, preview=True)
    box = preview(qtbot).printer
    qtbot.waitUntil(lambda: box.count() == 4)
    assert box.currentData() == "Brother"
    assert "đang không có" in box.currentText()
    box.window().reject()


def test_a_paper_only_looked_at_is_not_issued(workplace, dossier, paper_out, qtbot):
    printing.print_paper(workplace, dossier.dossier_id, preview=True)
    dialog = preview(qtbot)
    assert not dialog.pages[0].pixmap().isNull()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    assert issued(workplace, dossier) == {}
    assert not paper_out.exists()


def test_settings_may_ask_to_see_it_first(workplace, dossier, paper_out, qtbot):
    workplace.keep_settings(replace(workplace.settings, print_at_once=False))
    printing.print_paper(workplace, dossier.dossier_id)
    dialog = preview(qtbot)
    assert issued(workplace, dossier) == {}
    with qtbot.waitSignal(workplace.messages.told):
        QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert issued(workplace, dossier) == {forms.RECEIPT: 1}
    assert paper_out.exists()


def test_the_preview_draws_another_size_and_zoom(workplace, dossier, paper_out, qtbot):
    printing.print_paper(workplace, dossier.dossier_id, preview=True)
    dialog = preview(qtbot)
    small = dialog.pages[0].pixmap().width()
    dialog.paper.setCurrentText("A4")
    qtbot.waitUntil(lambda: dialog.pages[0].pixmap().width() > small * 1.3)
    large = dialog.pages[0].pixmap().width()
    QTest.keyClick(dialog, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: dialog.pages[0].pixmap().width() < large * 0.8)
    dialog.copies.setValue(2)
    qtbot.waitUntil(lambda: len(dialog.pages) == 2)
    with qtbot.waitSignal(workplace.messages.told):
        QTest.keyClick(dialog.print_button, Qt.Key.Key_Return)
    assert len(render_pages(paper_out.read_bytes(), 20)) == 2
    assert (workplace.settings.paper, workplace.settings.copies) == ("A4", 2)


def test_the_preview_saves_a_pdf(workplace, dossier, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "giay.pdf"
    monkeypatch.setattr(printing, "ask_where", lambda _parent, _name: path)
    printing.print_paper(workplace, dossier.dossier_id, preview=True)
    dialog = preview(qtbot)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "giay.pdf" in dialog.remark.text())
    assert path.read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_a_refusal_prints_its_own_notice(workplace, paper_out, qtbot):
    refused = intake.refuse(
        workplace.desk, request("Y Ka Ly", 4), reason="Không thuộc thẩm quyền", by=LEADER.login
    )
    with qtbot.waitSignal(workplace.messages.told):
        printing.print_paper(workplace, refused.dossier_id)
    assert issued(workplace, refused) == {forms.REFUSAL_NOTICE: 1}


@pytest.mark.parametrize("code", ["../../x", "C:\\x", "CON", "a/../../b", "x\0", "", "H40.16-1/2"])
def test_no_code_that_a_dossier_has_leads_a_paper_elsewhere(tmp_path, code):
    name = printing.Printout("d", forms.RECEIPT, code, b"").file_name

    assert (tmp_path / name).resolve().parent == tmp_path.resolve()
    assert name.endswith("-giay-hen.pdf")
