"""At the intake screen: guidance that registers nothing; one receipt for all of one person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intake_counter import CARD, CTRL, OTHER_CARD, Counter, open_counter
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from pdf_reading import pages_of, text_of
from reception.services import forms
from reception.ui.dossiers import printer
from reception.ui.dossiers.preview_dialog import PreviewDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as opened:
        yield opened


@pytest.fixture
def no_printer(monkeypatch):
    monkeypatch.setattr(printer, "choose_printer", lambda _name: None)


@pytest.fixture
def tray(tmp_path, monkeypatch):
    """What the printer printed: a file stands for its tray."""
    path = tmp_path / "tray.pdf"

    def chosen(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    return path


def receive(counter: Counter, letters: str) -> None:
    counter.choose(letters)
    counter.commit()
    counter.settle()


def receive_two(counter: Counter) -> None:
    counter.scan()
    receive(counter, "ks")
    counter.key(Qt.Key.Key_F8)
    receive(counter, "gks")


def preview(counter: Counter) -> PreviewDialog:
    found: list[PreviewDialog] = []

    def there() -> bool:
        windows = QApplication.topLevelWidgets()
        found[:] = [w for w in windows if isinstance(w, PreviewDialog) and w.isVisible()]
        return bool(found) and bool(found[0].pages)

    counter.qtbot.waitUntil(there)
    return found[0]


def kept_papers(counter: Counter) -> dict[str, bytes]:
    folder = counter.workplace.folder / "papers"
    return {path.name: path.read_bytes() for path in folder.glob("*.pdf")}


# --- guidance -------------------------------------------------------------------------------------


def test_guidance_comes_out_of_the_printer_and_nothing_is_registered(counter, tray):
    counter.scan()
    counter.choose("ks")
    before = counter.form.state()
    counter.key(Qt.Key.Key_P, CTRL)
    counter.settle()
    assert pages_of(tray.read_bytes()) == 1
    assert "phiếu hướng dẫn" in counter.told[-1]
    assert counter.received() == []
    assert counter.form.state() == before


def test_guidance_names_what_is_still_lacking(counter, no_printer):
    counter.choose("ks")
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_Space)
    counter.page.panel.guide.click()
    dialog = preview(counter)
    assert "Không tìm thấy máy in" in dialog.notice.text()
    dialog.reject()
    code = counter.form.procedure.procedure().code
    (told,) = [text_of(pdf) for pdf in kept_papers(counter).values()]
    assert list(kept_papers(counter)) == [f"phieu-huong-dan-{code}.pdf"]
    assert "Còn thiếu, cần nộp thêm: Giấy chứng sinh" in told
    assert "PHIẾU HƯỚNG DẪN NỘP HỒ SƠ" in told
    assert counter.received() == []


def test_guidance_is_shown_first_where_the_settings_say_so(counter, tray):
    place = counter.workplace
    place.keep_settings(replace(place.settings, print_at_once=False))
    counter.choose("ks")
    counter.key(Qt.Key.Key_P, CTRL)
    dialog = preview(counter)
    assert not tray.exists()
    dialog.copies.setValue(2)
    counter.qtbot.waitUntil(lambda: len(dialog.pages) == 2)
    dialog.print_now()
    counter.settle()
    assert pages_of(tray.read_bytes()) == 2


def test_guidance_without_a_procedure_says_what_to_do(counter, tray):
    assert not counter.page.panel.guide.isEnabled()
    counter.key(Qt.Key.Key_P, CTRL)
    assert "Chưa chọn thủ tục" in counter.told[-1]
    assert not tray.exists()


def test_what_was_received_by_hand_needs_no_guidance(counter):
    counter.choose("ks")
    assert counter.page.panel.guide.isVisible()
    counter.page.key_in("0001/2026/PTG")
    assert not counter.page.panel.guide.isVisible()


# --- one receipt for all --------------------------------------------------------------------------


def test_one_receipt_tells_of_all_that_a_person_brought(counter, no_printer):
    receive_two(counter)
    assert "Shift+F9" in counter.told[-1]
    assert "2 hồ sơ" in counter.told[-1]
    counter.key(Qt.Key.Key_F9, SHIFT)
    counter.settle()
    second, first = counter.received()
    assert list(kept_papers(counter)) == [f"{first.code}-giay-hen-chung.pdf"]
    told = text_of(*kept_papers(counter).values())
    assert first.code in told
    assert second.code in told
    for dossier in (first, second):
        assert dossier.papers_issued == {forms.RECEIPT_LIST: 1}


def test_the_next_person_begins_a_receipt_of_their_own(counter, tray):
    receive_two(counter)
    counter.scan(OTHER_CARD)
    receive(counter, "ks")
    assert "Shift+F9" not in counter.told[-1]
    counter.key(Qt.Key.Key_F9, SHIFT)
    counter.settle()
    assert "từ hai hồ sơ" in counter.told[-1]
    assert not tray.exists()


def test_a_slip_for_somebody_else_does_not_end_the_visit(counter, tray):
    counter.scan(CARD)
    receive(counter, "ks")
    counter.scan(OTHER_CARD)
    counter.choose("ks")
    counter.key(Qt.Key.Key_Space)
    counter.commit()
    dialog = counter.page.submission.dialog
    counter.qtbot.waitUntil(lambda: counter.focus() is dialog.reason)
    counter.commit()
    counter.settle()
    counter.window.activateWindow()
    counter.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    counter.scan(CARD)
    receive(counter, "gks")
    counter.key(Qt.Key.Key_F9, SHIFT)
    counter.settle()
    assert pages_of(tray.read_bytes()) == 1
