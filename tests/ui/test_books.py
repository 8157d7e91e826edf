"""Books and lists from the window: chosen, looked at, printed, saved; handing over by scanning."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from dossier_desk import (
    CLERK,
    LEADER,
    NOW,
    new_register,
    open_workplace,
    receive,
    receive_many,
)
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from whole_program import CLERK as SITTING
from whole_program import add_people, sitting_down

from at_the_counter import asking
from pdf_reading import pages_of, text_of
from reception.domain.custody import Holder, HolderKind
from reception.domain.list_frame import Period
from reception.printing.raster import each_page, first_pages
from reception.services import finishing, forms, intake, passing_on
from reception.services.desk import open_desk
from reception.ui.books import list_print
from reception.ui.books.page import HANDING, BooksPage
from reception.ui.books.periods import Span, period_of
from reception.ui.completer import Choice
from reception.ui.dossiers import printer
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.rail import Place

CTRL = Qt.KeyboardModifier.ControlModifier
OFFICE = Holder(HolderKind.OFFICE, "Phòng Văn hóa - Xã hội")


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


@pytest.fixture
def page(workplace, shown, qtbot):
    page = BooksPage(workplace)
    page.resize(1084, 630)
    shown(page)
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    return page


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


def preview(qtbot) -> PreviewDialog:
    found: list[PreviewDialog] = []

    def there() -> bool:
        windows = QApplication.topLevelWidgets()
        found[:] = [w for w in windows if isinstance(w, PreviewDialog) and w.isVisible()]
        return bool(found) and bool(found[0].pages)

    qtbot.waitUntil(there)
    return found[0]


def idle(workplace, qtbot):
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(page.width, page.height) for page in each_page(pdf, 72)]


# --- books ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.DAY, date(2026, 11, 20), date(2026, 11, 20)),
        (Span.WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Span.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Span.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (Span.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_days_of_each_span(span, first, last):
    assert period_of(span, NOW.date()) == Period(first, last)


def test_a_typed_day_makes_another_span(page, workplace, qtbot):
    days = page.book.options.period
    assert days.period() == Period(date(2026, 11, 1), date(2026, 11, 30))
    days.from_on.setText("15/11/2026")
    days.from_on.commit()
    assert days.span.value() == Span.OTHER
    assert days.period() == Period(date(2026, 11, 15), date(2026, 11, 30))
    idle(workplace, qtbot)


def test_each_book_asks_what_matters_to_it(page, workplace, qtbot):
    options = page.book.options
    shown = {}
    for name in (forms.REGISTER, forms.CALL_LIST, forms.POSTAL_LIST, forms.CASH_COUNT):
        page.choose(name)
        parts = (options.period, options.field, options.days, options.clerk, options.opening)
        shown[name] = tuple(part.isVisible() for part in parts)
    assert shown == {
        forms.REGISTER: (True, True, False, False, False),
        forms.CALL_LIST: (False, True, True, False, False),
        forms.POSTAL_LIST: (True, True, False, False, False),
        forms.CASH_COUNT: (True, False, False, True, True),
    }
    page.choose(forms.POSTAL_LIST)
    options.unanswered.setChecked(True)
    assert options.days.isVisible()
    assert not options.period.isVisible()
    assert options.query().days == 5
    idle(workplace, qtbot)


def test_the_register_is_looked_at_and_printed_lying_by_keyboard(page, workplace, tray, qtbot):
    receive_many(workplace.desk, 30)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.book.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    shown = preview(qtbot)
    assert page.book.said.text().startswith("Đã lập: ")
    assert not shown.paper.isVisible()
    with qtbot.waitSignal(workplace.messages.told) as told:
        QTest.keyClick(shown, Qt.Key.Key_P, CTRL)
    assert told.args[0] == "Đã gửi danh sách ra máy in."
    for width, height in sizes(tray.read_bytes()):
        assert abs(width - 842) < 3
        assert abs(height - 595) < 3
    idle(workplace, qtbot)


def test_a_count_of_the_cash_stands_upright(page, workplace, tray, qtbot):
    dossier = receive(workplace.desk, "Đỗ Thị Ưởng", fee_vnd=15_000)
    finishing.settle_fee(workplace.desk, dossier.dossier_id, by=LEADER.login)
    page.choose(forms.CASH_COUNT)
    page.book.options.opening.setValue(50_000)
    with qtbot.waitSignal(workplace.messages.told):
        QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    [(width, height)] = sizes(tray.read_bytes())
    assert height > width
    idle(workplace, qtbot)


def test_sheets_are_turned_one_by_one(tray, app):
    lying = _sheet(842, 595)
    printer.print_pages(lying, printer.PrintChoice("", "A4", 1))
    [(width, height)] = sizes(tray.read_bytes())
    assert width > height
    mixed = _sheet(595, 842, 842, 595)
    printer.print_pages(mixed, printer.PrintChoice("", "A4", 1))
    upright, turned = sizes(tray.read_bytes())
    assert upright[1] > upright[0]
    assert turned[0] > turned[1]


def _sheet(*sizes_pt: int) -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    for width, height in zip(sizes_pt[::2], sizes_pt[1::2], strict=True):
        canvas.setPageSize((width, height))
        canvas.drawString(50, 50, "x")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_book_is_saved_under_its_name(page, workplace, tmp_path, qtbot, monkeypatch):
    dossier = receive(workplace.desk, "Đỗ Thị Ưởng")
    proposed = []

    def answer(_parent, _title, name, _kind):
        proposed.append(name)
        return str(tmp_path / "so.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    with qtbot.waitSignal(workplace.messages.told):
        QTest.keyClick(page, Qt.Key.Key_S, CTRL)
    assert proposed == ["so-theo-doi-ho-so-20261101-20261130.pdf"]
    assert dossier.code in text_of((tmp_path / "so.pdf").read_bytes())
    idle(workplace, qtbot)


def test_without_a_printer_a_list_is_kept_and_shown(page, workplace, qtbot, monkeypatch):
    monkeypatch.setattr(printer, "choose_printer", lambda _name: None)
    page.choose(forms.CALL_LIST)
    with qtbot.waitSignal(workplace.messages.told) as told:
        QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    assert "được giữ ở" in told.args[0]
    [kept] = (workplace.folder / "papers").glob("*.pdf")
    assert "CHƯA ĐẾN NHẬN" in text_of(kept.read_bytes())
    shown = preview(qtbot)
    assert "máy in" in shown.notice.text()
    shown.close()
    idle(workplace, qtbot)


def test_of_a_long_list_the_beginning_is_shown(page, workplace, qtbot, monkeypatch):
    monkeypatch.setattr(list_print, "MOST_SHOWN", 2)
    receive_many(workplace.desk, 60)
    page.book.options.period.show_span(Span.YEAR)
    page.book.look()
    shown = preview(qtbot)
    assert len(shown.pages) == 2
    assert "Chỉ xem trước 2 trang đầu" in shown.remark.text()
    assert shown.notice.isHidden()
    shown.close()
    idle(workplace, qtbot)


def test_first_pages_of_a_document():
    assert pages_of(first_pages(_sheet(595, 842, 842, 595), 1)) == 1
    assert pages_of(first_pages(_sheet(595, 842), 9)) == 1


def test_an_impossible_period_is_told_beside_it(page, workplace, qtbot):
    days = page.book.options.period
    days.until_on.setText("")
    days.until_on.commit()
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert "hãy ghi đủ hai ngày" in page.book.problem.text()
    days.until_on.setText("01/10/2026")
    days.until_on.commit()
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Ngày cuối" in page.book.problem.text())
    idle(workplace, qtbot)


def test_drawing_up_can_be_stopped(page, workplace, qtbot):
    receive_many(workplace.desk, 60)
    page.book.options.period.show_span(Span.YEAR)
    page.book.look()
    task = next(iter(workplace.tasks._under_way))
    task.stop()
    qtbot.waitUntil(page.book.look_button.isEnabled)
    assert page.book.said.text() == ""
    idle(workplace, qtbot)


# --- handing over ---------------------------------------------------------------------------------


@pytest.fixture
def handing(page, workplace, qtbot):
    page.choose(HANDING)
    panel = page.handing
    qtbot.waitUntil(lambda: bool(panel.giver.text()))
    office = Choice(OFFICE.name, OFFICE)
    found = panel._find
    panel._find = lambda typed: [office, *found(typed)]
    panel.taker.choose(office)
    return panel


def settled(panel, qtbot, words: str):
    qtbot.waitUntil(lambda: words in panel.said.text())


def test_the_desk_gives_and_the_list_grows_by_typed_and_scanned_codes(
    page, handing, workplace, tray, qtbot
):
    first, second = (receive(workplace.desk, name) for name in ("Đỗ Thị Ưởng", "Y Ka Ly"))
    assert handing.giver.text() == "Bộ phận Một cửa"
    handing.code.setFocus()
    QTest.keyClicks(handing.code, first.code)
    QTest.keyClick(handing.code, Qt.Key.Key_Return)
    settled(handing, qtbot, "Cộng 1 hồ sơ")
    assert page.take_code(second.code)
    settled(handing, qtbot, "Cộng 2 hồ sơ")
    assert handing.code.text() == ""
    assert not handing.giver.isEnabled()

    with qtbot.waitSignal(workplace.messages.told) as told:
        QTest.keyClick(handing, Qt.Key.Key_Return, CTRL)
    assert told.args[0] == "Đã gửi danh sách ra máy in."
    assert "Đã bàn giao 2 hồ sơ." in handing.said.text()
    assert handing.table.rowCount() == 0
    for dossier in (first, second):
        assert workplace.desk.store.dossier(dossier.dossier_id).holder == OFFICE
    assert pages_of(tray.read_bytes()) == 2
    idle(workplace, qtbot)


def test_a_refused_code_says_why_and_leaves_the_list(handing, page, workplace, qtbot):
    here, away = (receive(workplace.desk, name) for name in ("Đỗ Thị Ưởng", "Y Ka Ly"))
    passing_on.forward(workplace.desk, away.dossier_id, OFFICE, by=LEADER.login)
    page.take_code(here.code)
    settled(handing, qtbot, "Cộng 1 hồ sơ")
    for code, words in (
        (here.code, "đã có trong danh sách"),
        (away.code, "đang ở Phòng Văn hóa"),
        ("H40.16-991231-0001", "Không có hồ sơ mã"),
    ):
        page.take_code(code)
        settled(handing, qtbot, words)
    assert handing.table.rowCount() == 1
    handing.table.setFocus()
    handing.table.setCurrentCell(0, 0)
    QTest.keyClick(handing.table, Qt.Key.Key_Delete)
    assert handing.table.rowCount() == 0
    assert handing.giver.isEnabled()
    idle(workplace, qtbot)


def test_scanning_in_takes_over_and_prints_the_slip(handing, page, workplace, tray, qtbot):
    dossier = receive(workplace.desk, "Đỗ Thị Ưởng")
    passing_on.forward(workplace.desk, dossier.dossier_id, OFFICE, by=LEADER.login)
    finishing.record_result(workplace.desk, dossier.dossier_id, by=LEADER.login)
    handing.way.setCurrentIndex(1)
    assert handing.taker.text() == "Bộ phận Một cửa"
    page.take_code(dossier.code)
    settled(handing, qtbot, "Hãy chọn bên giao")
    handing.giver.choose(Choice(OFFICE.name, OFFICE))
    page.take_code(dossier.code)
    settled(handing, qtbot, "Cộng 1 hồ sơ")
    with qtbot.waitSignal(workplace.messages.told):
        QTest.keyClick(handing, Qt.Key.Key_Return, CTRL)
    last = workplace.desk.store.dossier(dossier.dossier_id).custody[-1]
    assert last.holder.name == "Bộ phận Một cửa"
    assert last.taken_at
    idle(workplace, qtbot)


def test_what_was_refused_in_the_end_stays_in_the_list_with_the_reason(
    handing, page, workplace, tray, qtbot
):
    first, second = (receive(workplace.desk, name) for name in ("Đỗ Thị Ưởng", "Y Ka Ly"))
    for dossier in (first, second):
        page.take_code(dossier.code)
        settled(handing, qtbot, dossier.code)
    passing_on.forward(workplace.desk, first.dossier_id, OFFICE, by=LEADER.login)
    with qtbot.waitSignal(workplace.messages.told):
        QTest.keyClick(handing, Qt.Key.Key_Return, CTRL)
    assert "Đã bàn giao 1 hồ sơ. Còn lại 1 hồ sơ" in handing.said.text()
    assert [line.reference for line in handing.table.lines()] == [first.code]
    assert "đang ở Phòng Văn hóa" in handing.table.item(0, 4).text()
    idle(workplace, qtbot)


def test_a_clerk_hands_over_in_the_name_of_the_desk(app, tmp_path, shown, qtbot):
    with open_workplace(new_register(tmp_path / "desk"), CLERK) as workplace:
        page = BooksPage(workplace)
        shown(page)
        page.choose(HANDING)
        qtbot.waitUntil(lambda: page.handing.giver.text() == "Bộ phận Một cửa")
        idle(workplace, qtbot)


def test_a_scan_goes_to_the_list_while_it_is_in_front(app, folder, clock, qtbot):
    add_people(folder, clock)
    desk = open_desk(folder, clock)
    dossier = intake.register(desk, asking("Đỗ Thị Ưởng"), by=SITTING.login)
    desk.close()
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(SITTING)
        workspace = sitting.workspace
        workspace.go(Place.BOOKS)
        books = workspace.pages.books
        books.choose(HANDING)
        sitting.settle()
        books.handing.taker.choose(Choice(OFFICE.name, OFFICE))
        books.handing._find = partial(_both, books.handing._find)
        assert sitting.program._scanner.take(dossier.code)
        sitting.settle()
        assert workspace.stack.currentWidget() is books
        assert [line.reference for line in books.handing.table.lines()] == [dossier.code]

        books.choose(forms.REGISTER)
        assert sitting.program._scanner.take(dossier.code)
        sitting.settle()
        assert workspace.stack.currentWidget() is workspace.pages.dossier


def _both(find, typed):
    return [Choice(OFFICE.name, OFFICE), *find(typed)]
