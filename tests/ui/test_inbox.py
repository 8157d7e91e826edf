"""The inbox before the window: Enter opens the form, which accepts; or answered where it stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from exchange_counter import commune, counter, other, ready_file, road, sitting
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_program import ADMINISTRATOR

from at_the_counter import BIRTH
from handed_in import handed_in
from reception.domain.applicant import Party
from reception.domain.dossier import State
from reception.domain.intake import Channel, SubmittedPaper
from reception.services import drafting, forms, inbox
from reception.ui.attachments.viewer import ScanViewer
from reception.ui.dossiers import printer
from reception.ui.rail import Place
from reception.ui.scans import read_scan
from reception.ui.second_screen.to_check import NOTHING
from sent_down import submitted

__all__ = ["commune", "counter", "other", "ready_file", "road", "sitting"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LATE = "Y <b>Ka</b> Ly"
PORTAL_CODE = "G22.99-260310-0001"


@pytest.fixture(autouse=True)
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
def opened(counter, commune):
    """Brings submissions down and opens the inbox."""
    counter.ring()

    def bring(*each):
        for more in each:
            submitted(commune, **more)
        counter.ring()
        counter.sitting.key(Qt.Key.Key_9, CTRL)
        counter.sitting.settle()
        return counter.sitting.workspace.pages.inbox

    return bring


@pytest.fixture
def page(opened, commune):
    """Two submissions came down, one of them late; the inbox is open."""
    late = {"owner": Party(LATE), "submitted_at": commune.clock() - timedelta(days=3)}
    return opened({"submission": "nop-0001"}, {"submission": "nop-0002", **late})


@pytest.fixture
def keys(counter):
    """Presses a key where the keyboard is, and waits for what comes of it."""

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        counter.sitting.key(key, modifier)
        counter.sitting.settle()

    return press


def made(counter):
    """The dossiers that the submissions became."""
    rows = counter.desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    return [counter.desk.store.dossier(dossier) for (dossier,) in rows]


def states(counter):
    return [dossier.state for dossier in made(counter)]


def intake_of(counter):
    return counter.sitting.workspace.pages.intake


def said(counter):
    return counter.program.messages.heard[-1]


def answer(counter, dialog, **texts):
    """Fill the slip in and issue it."""
    counter.sitting.qtbot.waitUntil(dialog.isActiveWindow)
    for name, text in texts.items():
        getattr(dialog, name).setPlainText(text)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    counter.sitting.settle()
    back_at_the_window(counter)


def back_at_the_window(counter):
    """Without a screen nobody gives the window the keyboard back when a dialog closes."""
    if QApplication.activeModalWidget() is None:
        counter.sitting.window.activateWindow()
        counter.sitting.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


# --- the list -------------------------------------------------------------------------------------


def test_without_submissions_the_rail_says_nothing(counter):
    counter.ring()

    assert not counter.sitting.workspace.rail.buttons[Place.INBOX].isVisible()


def test_what_waits_is_counted_and_the_most_pressing_stands_first(page, counter):
    button = counter.sitting.workspace.rail.buttons[Place.INBOX]
    assert button.accessibleName() == "Nộp trực tuyến (2)"
    assert "QUÁ HẠN" in page.list.item(0).text()
    assert "trả lời trước 08:00 11/03/2026" in page.list.item(1).text()
    told = " ".join(page.facts.texts())
    assert LATE in told
    assert PORTAL_CODE in told


def test_what_another_desk_answered_meanwhile_goes_from_the_list(page, counter, commune, other):
    commune.exchange(other)
    inbox.accept(other, "nop-0002", by="maylt")
    commune.exchange(other)

    counter.ring()

    assert page.list.count() == 1


# --- through the form -----------------------------------------------------------------------------


def test_enter_opens_the_form_with_what_was_submitted(opened, counter, keys):
    opened(
        {
            "request": "Khai sinh cho con",
            "owner": Party("H'Hen Niê", identity="066199012341", phone="0912345678"),
        }
    )

    keys(Qt.Key.Key_Return)

    intake = intake_of(counter)
    assert intake.isVisible()
    state = intake.form.state()
    assert (state.owner.name, state.owner.phone) == ("H'Hen Niê", "0912345678")
    assert (state.procedure_code, state.channel) == (BIRTH, Channel.ONLINE_FULL)
    assert state.request == "Khai sinh cho con"
    assert PORTAL_CODE in intake.banner.title.text()
    assert intake.banner.chip.text() == "Phải trả lời trước 08:00 11/03/2026"
    keys(Qt.Key.Key_F11)  # the citizen at the counter sees nothing of it
    assert counter.sitting.workspace.companions.second_screen.view.shown == NOTHING
    assert made(counter) == []


def test_what_was_put_right_is_received_and_the_inbox_goes_on(page, counter, keys, tray):
    keys(Qt.Key.Key_Return)
    intake_of(counter).form.owner.phone.set_value("0987654321")

    keys(Qt.Key.Key_Return, CTRL)

    [dossier] = made(counter)
    assert (dossier.intake.owner.name, dossier.intake.owner.phone) == (LATE, "0987654321")
    assert dossier.submitted_at is not None
    assert dossier.papers_issued[forms.RECEIPT] == 1
    assert tray.exists()
    assert [one.dossier_id for one in inbox.settled(counter.desk)] == [dossier.dossier_id]
    assert page.isVisible()
    assert page.list.count() == 1
    assert not intake_of(counter).form.online
    assert drafting.of_login(counter.desk, ADMINISTRATOR.login) == []


def test_left_without_a_change_it_waits_and_leaves_no_draft(page, counter, keys):
    keys(Qt.Key.Key_Return)
    form = intake_of(counter).form
    for _ in range(6):
        keys(Qt.Key.Key_Tab)
    form.go_to(form.owner.name)

    keys(Qt.Key.Key_Escape)

    assert page.isVisible()
    assert page.list.count() == 2
    assert said(counter) == f"Hồ sơ nộp trực tuyến {PORTAL_CODE} vẫn chờ tiếp nhận."
    assert drafting.of_login(counter.desk, ADMINISTRATOR.login) == []


def test_left_after_a_change_the_change_is_there_the_next_time(page, counter, keys):
    keys(Qt.Key.Key_Return)
    intake_of(counter).form.owner.phone.set_value("0987654321")
    keys(Qt.Key.Key_Escape)
    assert "vẫn chờ tiếp nhận. Phần đã sửa được giữ trong Nháp." in said(counter)
    keys(Qt.Key.Key_F2)  # somebody stands at the counter
    assert intake_of(counter).form.state().is_empty
    assert not intake_of(counter).banner.isVisible()

    keys(Qt.Key.Key_9, CTRL)
    keys(Qt.Key.Key_Return)

    assert intake_of(counter).form.state().owner.phone == "0987654321"
    assert intake_of(counter).banner.isVisible()
    keys(Qt.Key.Key_Return, CTRL)
    assert made(counter)[0].intake.owner.phone == "0987654321"


def test_a_card_read_meanwhile_begins_a_form_of_its_own(page, counter, keys):
    keys(Qt.Key.Key_Return)
    card = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Lai Châu|02102024"

    counter.sitting.workspace.take_scan(read_scan(card))
    counter.sitting.settle()

    state = intake_of(counter).form.state()
    assert (state.owner.name, state.online) == ("Lò Thị Mẫu", "")
    assert page._found[0].arrived.owner.name == LATE


def test_what_another_desk_answered_says_so_on_the_form(page, counter, commune, other, keys):
    keys(Qt.Key.Key_Return)
    commune.exchange(other)
    answered = inbox.accept(other, "nop-0002", by="maylt")
    commune.exchange(other)

    counter.ring()

    told = intake_of(counter).banner.chip.text()
    assert told.startswith("Đã tiếp nhận lúc")
    assert answered.reference in told
    keys(Qt.Key.Key_Escape)
    assert "vẫn chờ" not in "".join(counter.program.messages.heard)


def test_papers_are_those_submitted_and_what_is_not_among_them_is_missing(opened, counter, keys):
    opened({"papers": (SubmittedPaper("Tờ khai", copies=1), SubmittedPaper("Ảnh cưới"))})

    keys(Qt.Key.Key_Return)

    lines = {line.name: line.standing.value for line in intake_of(counter).form.state().papers}
    assert (lines["Tờ khai"], lines["Ảnh cưới"]) == ("given", "given")
    assert "missing" in lines.values()
    assert not any(name.startswith("Tờ khai đăng ký") for name in lines)


def test_the_form_refuses_or_guides_for_the_submission_too(opened, counter, keys):
    page = opened({"submission": "nop-0001", "procedure": "9.999999"}, {"submission": "nop-0002"})
    keys(Qt.Key.Key_Return)
    intake = intake_of(counter)
    intake.panel.refuse.click()
    answer(counter, intake.submission.dialog, reason="Không thuộc thẩm quyền của xã")
    assert states(counter) == [State.REFUSED]
    assert page.list.count() == 1

    keys(Qt.Key.Key_Return)
    intake.form.papers.model.toggle(0)
    keys(Qt.Key.Key_Return, CTRL)
    answer(counter, intake.submission.dialog, reason="Thiếu bản chụp")
    assert states(counter) == [State.REFUSED, State.GUIDED]
    assert inbox.count_waiting(counter.desk) == 0


# --- where it stands ------------------------------------------------------------------------------


def test_ctrl_enter_receives_the_chosen_one_as_it_stands(page, counter, keys, tray):
    keys(Qt.Key.Key_Return, CTRL)

    assert states(counter) == [State.RECEIVED]
    assert page.isVisible()
    assert page.list.count() == 1
    assert tray.exists()
    button = counter.sitting.workspace.rail.buttons[Place.INBOX]
    assert button.accessibleName() == "Nộp trực tuyến (1)"


def test_what_is_lacking_is_asked_for_line_by_line(page, counter, keys):
    keys(Qt.Key.Key_B, ALT)
    answer(
        counter,
        page.ending.dialog,
        reason="Bản chụp không đọc được",
        wanted="Giấy chứng sinh\n\nTờ khai",
    )

    assert states(counter) == [State.GUIDED]
    assert made(counter)[0].wanted == ("Giấy chứng sinh", "Tờ khai")


def test_a_procedure_that_this_desk_lacks_says_what_to_do_and_can_be_refused(opened, counter, keys):
    page = opened({"procedure": "9.999999"})
    assert "hãy chọn đúng thủ tục" in page.hindrance.text()
    keys(Qt.Key.Key_Return, CTRL)
    assert made(counter) == []
    assert page.hindrance.isVisible()
    assert not page.problem.isVisible()

    keys(Qt.Key.Key_T, ALT)
    dialog = page.ending.dialog
    answer(counter, dialog, reason=" ")
    assert made(counter) == []
    assert "lý do" in dialog._fields["reason"].problem.text()
    answer(counter, dialog, reason="Không thuộc thẩm quyền của xã")

    assert states(counter) == [State.REFUSED]
    assert page.ending.dialog is None


def test_in_the_form_another_procedure_is_chosen_for_one_that_this_desk_lacks(
    opened, counter, keys
):
    opened({"procedure": "9.999999"})
    keys(Qt.Key.Key_Return)
    form = intake_of(counter).form
    assert form.procedure.hasFocus()
    assert "9.999999" in form.procedure.problem()

    counter.sitting.write("khai sinh")
    counter.sitting.enter()
    chosen = form.state().procedure_code
    keys(Qt.Key.Key_Return, CTRL)

    assert chosen
    assert [dossier.intake.procedure.code for dossier in made(counter)] == [chosen]


# --- its scans ------------------------------------------------------------------------------------


def test_scans_are_listed_and_opened_by_keyboard_here_and_in_the_form(
    opened, counter, commune, keys
):
    page = opened(
        {"attachments": (handed_in(commune), handed_in(commune, b"x", "anh.png", there=False))}
    )
    lines = [page.files.list.item(n).text() for n in range(2)]
    assert lines[0].startswith("to-khai.png · ")
    assert lines[1].endswith("chưa về máy này")

    look_at_first(counter, keys)
    keys(Qt.Key.Key_Return)  # still on the list of scans
    close_viewer(counter)
    page.list.setFocus()
    keys(Qt.Key.Key_Return)
    assert intake_of(counter).banner.files.isVisible()
    look_at_first(counter, keys)

    keys(Qt.Key.Key_Return, CTRL)
    assert [scan.name for scan in made(counter)[0].scans] == ["to-khai.png", "anh.png"]


def look_at_first(counter, keys):
    keys(Qt.Key.Key_P, ALT)
    keys(Qt.Key.Key_Return)
    close_viewer(counter)


def close_viewer(counter):
    viewer = QApplication.activeModalWidget()
    assert isinstance(viewer, ScanViewer)
    viewer.close()
    back_at_the_window(counter)


def test_what_waits_is_taken_out_as_a_spreadsheet(page, counter, tmp_path):
    page.export_button.save(tmp_path / "hop.csv")
    counter.sitting.settle()
    lines = (tmp_path / "hop.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert any(LATE in line and "quá hạn" in line for line in lines)
