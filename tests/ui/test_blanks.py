"""After a day without power: blanks scanned and keyed in, with the moment written on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intake_counter import CARD
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from unikey import press
from whole_program import CLERK, SPECIALIST, Sitting, add_people, sitting_down

from at_the_counter import SINGLE_STATUS, asking
from pdf_reading import pages_of, text_of
from reception.domain.moments import parse_moment
from reception.paths import PAPERS_FOLDER
from reception.services import blanks, drafting, lookup
from reception.services.desk import open_desk
from reception.storage import lists
from reception.ui.dossiers import printer
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.intake.draft_keeper import SAVED_AFTER_MS
from reception.ui.rail import Place

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FIRST, SECOND, THIRD, USED = (f"000{n}/2026/PTG" for n in (1, 2, 3, 4))
WRITTEN = parse_moment("2026-03-10T16:20")


@pytest.fixture
def printed(folder, clock):
    """Four blanks printed on Tuesday morning, one of them keyed in; it is Friday now."""
    add_people(folder, clock)
    desk = open_desk(folder, clock)
    blanks.reserve(desk, 4, by=CLERK.login)
    clock.set_to("2026-03-13T08:00")
    request = asking("Vàng A Đức", SINGLE_STATUS, received_at=WRITTEN)
    keyed = blanks.key_in(desk, request, USED, by=CLERK.login)
    desk.close()
    return keyed


@pytest.fixture
def tray(tmp_path, monkeypatch):
    """What the printer printed last: a file stands for its tray."""
    path = tmp_path / "tray.pdf"

    def chosen(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    return path


@pytest.fixture
def sitting(app, folder, clock, qtbot, printed, tray):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(CLERK)
        yield sitting


@pytest.fixture
def told(sitting, monkeypatch) -> list[str]:
    """The sentences of the dialogs that would have opened."""
    sentences: list[str] = []
    messages = sitting.program.messages
    monkeypatch.setattr(messages, "fail", lambda failure: sentences.append(failure.text))
    sitting.program.tasks.failed.disconnect()
    sitting.program.tasks.failed.connect(messages.fail)
    return sentences


def scan(sitting: Sitting, text: str) -> None:
    """A scanner's burst of keys into whatever has the keyboard."""
    with sitting.qtbot.waitSignal(sitting.program._scanner.scanned):
        for letter in text:
            press(sitting.focus(), 0, letter)
        press(sitting.focus(), Qt.Key.Key_Return, "\r")
    sitting.settle()


def fill_in(sitting: Sitting, *texts: str) -> None:
    """Put a text into each field and go on by Enter."""
    for text in texts:
        sitting.write(text)
        sitting.settle()
        sitting.enter()
        sitting.settle()


def commit(sitting: Sitting) -> None:
    sitting.key(Qt.Key.Key_Return, CTRL)
    sitting.settle()


def intake_of(sitting: Sitting):
    page = sitting.workspace.pages.intake
    assert sitting.workspace.stack.currentWidget() is page
    return page


def newest(sitting: Sitting) -> lookup.Found:
    desk = sitting.workspace.workplace.rules
    [number] = desk.database.row("SELECT max(n) FROM dossier")
    [row] = lists.page(desk.database, [number])
    return lookup.open_dossier(desk, row.dossier_id)


def count(sitting: Sitting) -> int:
    [number] = sitting.workspace.workplace.rules.database.row("SELECT count(*) FROM dossier")
    return number


def test_a_blank_scanned_anywhere_is_keyed_in_by_keyboard(sitting, tray):
    sitting.workspace.go(Place.DOSSIERS)
    scan(sitting, FIRST)
    page = intake_of(sitting)
    assert page.form.banner.title.text() == f"Nhập từ giấy in sẵn số {FIRST}"
    assert page.form.banner.isVisible()
    assert sitting.focus() is page.form.banner.moment.day
    fill_in(sitting, "10032026", "1620")
    assert sitting.focus() is page.form.owner.identity
    fill_in(sitting, "012190001234", "Lò Thị Mẫu", "0912345678", SINGLE_STATUS)
    assert "thứ Sáu 13/03/2026" in page.panel.due.text()
    commit(sitting)

    found = newest(sitting)
    assert found.dossier.blank == FIRST
    assert found.dossier.opened_at == WRITTEN
    assert found.dossier.due_at == parse_moment("2026-03-13T17:30")
    assert found.dossier.intake.notes == ""
    kinds = [entry.kind for entry in found.history]
    assert kinds == ["dossier.received", "dossier.keyed-in", "dossier.paper-issued"]
    assert tray.exists()
    assert f"Đã nhập giấy in sẵn số {FIRST} thành hồ sơ {found.dossier.code}" in "".join(
        sitting.program.messages.heard
    )
    assert page.form.banner.isHidden()
    assert page.form.state().is_empty
    assert drafting.of_login(sitting.workspace.workplace.rules, CLERK.login) == []


def test_the_card_of_its_person_can_be_scanned_into_it(sitting):
    scan(sitting, FIRST)
    page = intake_of(sitting)
    fill_in(sitting, "10/3", "16h20")
    assert page.form.banner.moment.day.problem()
    page.form.banner.moment.day.setFocus()
    fill_in(sitting, "10/3/2026")
    scan(sitting, CARD)
    assert page.form.owner.value().name == "Lò Thị Mẫu"
    assert page.form.state().blank == FIRST
    assert sitting.focus() is page.form.procedure


def test_the_due_date_follows_the_moment_on_the_paper(sitting):
    scan(sitting, FIRST)
    page = intake_of(sitting)
    page.form.procedure.setFocus()
    fill_in(sitting, SINGLE_STATUS)
    assert "thời điểm viết trên giấy" in page.panel.reason.text()
    page.form.banner.moment.set_moment(WRITTEN)
    assert "thứ Sáu 13/03/2026" in page.panel.due.text()
    page.form.banner.moment.set_moment(WRITTEN.replace(day=12))
    assert "thứ Ba 17/03/2026" in page.panel.due.text()


def test_without_its_moment_a_blank_is_not_keyed_in(sitting):
    scan(sitting, FIRST)
    page = intake_of(sitting)
    page.form.owner.name.set_value("Lò Thị Mẫu")
    page.form.procedure.setFocus()
    fill_in(sitting, SINGLE_STATUS)
    commit(sitting)
    assert sitting.focus() is page.form.banner.moment.day
    assert "thời điểm viết trên giấy" in page.form.banner.moment.day.problem()
    fill_in(sitting, "09/03/2026", "08:00")
    commit(sitting)
    assert sitting.focus() is page.form.banner.moment.day
    assert "trước lúc ấy" in page.form.banner.moment.day.problem()
    assert count(sitting) == 1


def test_a_used_or_unknown_number_is_told_at_once(sitting, told, printed):
    for number, said in ((USED, printed.code), ("0009/2026/PTG", "không do máy này in")):
        scan(sitting, number)
        assert said in told[-1]
        assert sitting.workspace.stack.currentWidget() is sitting.workspace.home
    assert len(told) == 2


def test_a_missing_paper_is_told_and_nobody_is_sent_home_again(sitting):
    scan(sitting, FIRST)
    page = intake_of(sitting)
    page.form.banner.moment.set_moment(WRITTEN)
    page.form.owner.name.set_value("Lò Thị Mẫu")
    page.form.procedure.setFocus()
    fill_in(sitting, SINGLE_STATUS)
    page.form.papers.model.toggle(0)
    assert page.panel.refuse.isHidden()
    assert "Nhập hồ sơ và" in page.panel.act.text()
    assert "thứ Sáu 13/03/2026" in page.panel.due.text()
    commit(sitting)
    assert page.submission.dialog is None
    assert "còn thiếu" in page.form.papers.field.problem.text()
    assert count(sitting) == 1


def test_escape_leaves_it_and_what_was_typed_is_a_draft_with_its_number(sitting):
    scan(sitting, FIRST)
    fill_in(sitting, "10/03/2026", "16:20", "012190001234", "Lò Thị Mẫu")
    sitting.key(Qt.Key.Key_Escape)
    sitting.settle()
    assert sitting.workspace.stack.currentWidget() is sitting.workspace.home
    [draft] = drafting.of_login(sitting.workspace.workplace.rules, CLERK.login)
    assert draft.title == f"Lò Thị Mẫu · chưa chọn thủ tục · giấy in sẵn {FIRST}"
    sitting.workspace.receive()
    assert intake_of(sitting).form.banner.isHidden()
    scan(sitting, FIRST)
    assert intake_of(sitting).form.owner.value().name == "Lò Thị Mẫu"
    assert intake_of(sitting).drafts.draft_id == draft.draft_id
    assert intake_of(sitting).form.received.moment() == WRITTEN


def test_a_blank_only_scanned_leaves_no_draft(sitting):
    scan(sitting, FIRST)
    scan(sitting, SECOND)
    assert SECOND in intake_of(sitting).form.banner.title.text()
    sitting.key(Qt.Key.Key_Escape)
    sitting.settle()
    assert drafting.of_login(sitting.workspace.workplace.rules, CLERK.login) == []


def test_a_half_typed_blank_survives_the_program(app, folder, clock, qtbot, printed, tray):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(CLERK)
        scan(sitting, FIRST)
        fill_in(sitting, "10/03/2026", "16:20", "012190001234", "Lò Thị Mẫu")
        rules = sitting.workspace.workplace.rules
        qtbot.waitUntil(
            lambda: bool(drafting.of_login(rules, CLERK.login)), timeout=5 * SAVED_AFTER_MS
        )
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(CLERK)
        [draft] = drafting.of_login(sitting.workspace.workplace.rules, CLERK.login)
        sitting.workspace.resume(draft)
        sitting.settle()
        page = intake_of(sitting)
        assert FIRST in page.form.banner.title.text()
        assert page.form.received.moment() == WRITTEN
        page.form.procedure.setFocus()
        fill_in(sitting, SINGLE_STATUS)
        commit(sitting)
        assert newest(sitting).dossier.blank == FIRST
        assert drafting.of_login(sitting.workspace.workplace.rules, CLERK.login) == []


def test_a_draft_of_a_blank_used_meanwhile_says_so_and_keeps_the_rest(sitting, clock):
    scan(sitting, FIRST)
    fill_in(sitting, "10/03/2026", "16:20", "012190001234", "Lò Thị Mẫu")
    sitting.key(Qt.Key.Key_F2)
    sitting.settle()
    [draft] = drafting.of_login(sitting.workspace.workplace.rules, CLERK.login)
    desk = open_desk(sitting.workspace.workplace.folder, clock)
    blanks.key_in(desk, asking(received_at=WRITTEN), FIRST, by=CLERK.login)
    desk.close()
    sitting.workspace.resume(draft)
    sitting.settle()
    page = intake_of(sitting)
    assert "đã nhập rồi" in page.form.others.blank.problem()
    assert sitting.focus() is page.form.others.blank
    assert page.form.owner.value().name == "Lò Thị Mẫu"
    assert page.form.received.moment() == WRITTEN


def test_without_a_scanner_the_number_is_typed(sitting):
    sitting.workspace.receive()
    page = intake_of(sitting)
    page.form.go_to(page.form.others.blank)
    fill_in(sitting, "0009/2026/ptg")
    assert "không do máy này in" in page.form.others.blank.problem()
    assert page.form.banner.isHidden()
    assert sitting.focus() is page.form.others.blank
    fill_in(sitting, "0002/2026/ptg")
    assert page.form.banner.isVisible()
    assert sitting.focus() is page.form.banner.moment.day
    assert page.form.state().blank == SECOND
    assert not page.form.others.received.isVisible()
    page.form.go_to(page.form.others.blank)
    fill_in(sitting, "")
    assert page.form.banner.isHidden()
    assert page.form.others.received.isVisible()


def test_what_was_half_typed_before_the_scan_is_kept(sitting):
    sitting.workspace.receive()
    page = intake_of(sitting)
    page.form.owner.name.set_value("Quàng Văn Thử")
    scan(sitting, FIRST)
    assert page.form.owner.value().name == ""
    [draft] = drafting.of_login(sitting.workspace.workplace.rules, CLERK.login)
    assert draft.title.startswith("Quàng Văn Thử")


def test_who_may_not_receive_keys_nothing_in(app, folder, clock, qtbot, printed):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(SPECIALIST)
        scan(sitting, FIRST)
        assert not sitting.workspace.pages.has_intake
        assert "không tiếp nhận hồ sơ" in sitting.program.messages.heard[-1]
        sitting.workspace.go(Place.SETTINGS)
        section = sitting.workspace.pages.settings.sections.blanks
        assert not section.body.isEnabled()


@pytest.fixture
def section(sitting):
    """The settings of blanks, in sight."""
    sitting.workspace.go(Place.SETTINGS)
    page = sitting.workspace.pages.settings
    page.choose("blanks")
    sitting.settle()
    return page.sections.blanks


def test_more_blanks_are_numbered_and_printed(sitting, section, folder, tray):
    assert f"3 số ({FIRST} đến {THIRD})" in section.unused.text()
    section.count.setFocus()
    sitting.write("2")
    section.paper.setCurrentIndex(1)
    sitting.key(Qt.Key.Key_I, ALT)
    sitting.qtbot.waitUntil(lambda: "5 số" in section.unused.text())
    sitting.settle()
    kept = (folder / PAPERS_FOLDER / "giay-in-san-0005-2026-PTG.pdf").read_bytes()
    assert pages_of(kept) == pages_of(tray.read_bytes()) == 4
    assert "0005/2026/PTG" in text_of(kept)
    assert "0006/2026/PTG" in text_of(kept)
    assert "ra máy in" in sitting.program.messages.heard[-1]
    assert section.start.isEnabled()


@pytest.mark.parametrize("typed", ["", "0", "501", "ba", "9" * 30, "-1", "²"])
def test_an_absurd_number_of_blanks_is_refused_at_its_field(sitting, section, typed):
    section.count.setText(typed)
    section.start.click()
    sitting.settle()
    assert "từ 1 đến 500" in section._count_field.problem.text()
    assert "3 số" in section.unused.text()
    assert section.start.isEnabled()


def previewed(sitting: Sitting) -> PreviewDialog:
    sitting.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewDialog)
    return dialog


def test_they_are_shown_first_where_the_settings_say_so(sitting, section, tray):
    place = sitting.workspace.workplace
    place.keep_settings(replace(place.settings, print_at_once=False))
    section.count.setText("1")
    section.copies.setCurrentIndex(0)
    section.start.click()
    dialog = previewed(sitting)
    sitting.settle()
    assert not tray.exists()
    assert "0005/2026/PTG" in dialog.windowTitle()
    assert "giữ chỗ" in "".join(sitting.program.messages.heard)
    assert dialog.notice.isHidden()
    assert dialog.paper.isHidden()
    assert dialog.copies.isHidden()
    dialog.print_now()
    sitting.settle()
    assert pages_of(tray.read_bytes()) == 1


def test_without_a_printer_they_are_kept_and_shown(sitting, section, monkeypatch):
    monkeypatch.setattr(printer, "choose_printer", lambda _name: None)
    section.count.setText("30")
    section.start.click()
    dialog = previewed(sitting)
    sitting.settle()
    assert "Không tìm thấy máy in" in dialog.notice.text()
    assert "giay-in-san-0005-2026-PTG.pdf" in dialog.notice.text()
    assert "đủ 60 trang" in dialog.remark.text()
    dialog.close()
