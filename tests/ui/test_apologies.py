"""The apologies' page: drafts signed one or many by keyboard, letters with their roads."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
from dossier_desk import CLERK, LEADER, NOW, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QPushButton

from at_the_counter import WallClock
from reception.domain.delay import Cause
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.services import apologies
from reception.ui.apologies import signing
from reception.ui.apologies.courier import BY_ITSELF, Courier
from reception.ui.apologies.editor import DraftEditor
from reception.ui.apologies.late_reason import LateReason
from reception.ui.apologies.lists import DraftColumn
from reception.ui.apologies.outcomes import OutcomeDialog
from reception.ui.apologies.page import ApologiesPage
from reception.ui.apologies.roads_dialog import RoadsDialog
from reception.ui.dossiers.chips import STANDING_ROLE
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Cancelled
from reception.ui.theme import Tone

# Ten working days: received so many days ago, it is overdue, due on the morrow, or due in days.
LONG = "1.010801"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock():
    return WallClock(NOW)


@pytest.fixture
def desk_page(app, tmp_path, qtbot, shown, clock):
    """Opens the page of an account on a register with two late dossiers and one nearly due."""

    @contextmanager
    def open_page(account=LEADER):
        folder = new_register(tmp_path / "so")
        window = QMainWindow()
        window.resize(1200, 700)
        with open_workplace(folder, account, now=clock, window=window) as workplace:
            late = [
                receive(workplace.desk, f"Lò Văn Păn {n}", n, days_ago=20, procedure=LONG)
                for n in (1, 2)
            ]
            near = receive(workplace.desk, "Đỗ Thị Ưởng", 3, days_ago=10, procedure=LONG)
            clock.at = near.due_at - timedelta(days=3)
            page = ApologiesPage(workplace)
            window.setCentralWidget(page)
            shown(window)
            page.setFocus()
            page.dossiers = [*late, near]
            page.workplace = workplace
            page.settle = lambda: (
                qtbot.waitUntil(lambda: not workplace.tasks.busy),
                QApplication.processEvents(),
            )
            page.settle()
            yield page

    return open_page


def the(kind, parent):
    found = [child for child in parent.window().findChildren(kind) if child.isVisible()]
    assert len(found) == 1, found
    return found[0]


def say_yes(monkeypatch):
    asked = []

    def exec_(box):
        asked.append(box.text())
        box.buttons()[0].click()

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return asked


def signed(page):
    return [
        n
        for n, dossier in enumerate(page.dossiers)
        if page.workplace.desk.store.dossier(dossier.dossier_id).apology
    ]


def tones(page, column):
    return [
        page.drafts.item(row, column).data(STANDING_ROLE).tone
        for row in range(page.drafts.rowCount())
    ]


def test_drafts_stand_by_themselves_and_what_is_late_is_red(desk_page):
    with desk_page() as page:
        assert page.drafts.rowCount() == 3
        assert tones(page, DraftColumn.DUE) == [Tone.BAD, Tone.BAD, Tone.IDLE]
        assert tones(page, DraftColumn.SEND_BY)[:2] == [Tone.BAD, Tone.BAD]
        assert page.chip.text() == "Đã xin lỗi 0/2 hồ sơ quá hạn"
        assert page.chip.property("tone") == Tone.BAD.value
        assert "(3)" in page.tabs.tabText(0)


def test_several_late_letters_are_signed_with_one_reason(desk_page):
    with desk_page() as page:
        QTest.keyClick(page.drafts, Qt.Key.Key_Space)
        QTest.keyClick(page.drafts, Qt.Key.Key_Space)
        QTest.keyClick(page.drafts, Qt.Key.Key_Return, CONTROL)
        dialog = the(LateReason, page)
        back, sign = sorted(dialog.findChildren(QPushButton), key=lambda button: button.x())
        assert (back.text(), sign) == ("Quay lại (Esc)", dialog.sign)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        assert "Chưa ghi lý do" in dialog.field.problem.text()
        assert signed(page) == []

        dialog.reason.insert("mất điện hai ngày")
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return, CONTROL)
        page.settle()

        assert signed(page) == [0, 1]
        outcomes = the(OutcomeDialog, page)
        assert outcomes.table.rowCount() == 2
        assert "Đã ký 2/2" in outcomes.summary.text()
        assert page.drafts.rowCount() == 1
        assert page.letters.rowCount() == 2
        assert page.chip.text() == "Đã xin lỗi 2/2 hồ sơ quá hạn"
        assert page.chip.property("tone") == Tone.GOOD.value


def test_one_letter_in_time_is_signed_after_one_question(desk_page, monkeypatch):
    asked = say_yes(monkeypatch)
    with desk_page() as page:
        page.drafts.setCurrentCell(2, 1)
        QTest.keyClick(page.drafts, Qt.Key.Key_Return, CONTROL)
        page.settle()
        assert "Đỗ Thị Ưởng" in asked[0]
        assert signed(page) == [2]


def test_a_clerk_explains_the_delay_and_is_told_who_signs(desk_page):
    with desk_page(CLERK) as page:
        assert "không ký thư xin lỗi" in page.right.text()
        assert not page.sign_button.isEnabled()
        QTest.keyClick(page.drafts, Qt.Key.Key_Return, CONTROL)
        assert "không ký thư xin lỗi" in page.workplace.messages.heard[-1]

        QTest.keyClick(page.drafts, Qt.Key.Key_Return)
        page.settle()
        editor = the(DraftEditor, page)
        assert not editor.sign_button.isEnabled()
        assert editor.fields.new_date.isReadOnly()
        cause = editor.fields.cause
        cause.selectAll()
        QTest.keyClicks(cause, "xac minh")
        QTest.keyClick(cause, Qt.Key.Key_Return)
        editor.fields.owner.set_value("Phòng Kinh tế")
        editor.explain()
        page.settle()

        delay = page.workplace.desk.store.dossier(page.dossiers[0].dossier_id).delay
        assert (delay.cause, delay.owner) == (Cause.VERIFICATION, "Phòng Kinh tế")
        assert signed(page) == []
        assert "Phòng Kinh tế" in page.drafts.item(0, DraftColumn.WHY).text()


def test_the_editor_points_at_what_is_wrong_and_signs_the_chosen_day(desk_page):
    with desk_page() as page:
        QTest.keyClick(page.drafts, Qt.Key.Key_Return)
        page.settle()
        editor = the(DraftEditor, page)
        assert "Máy đề nghị: thêm" in editor.fields.because.text()
        proposed = editor.fields.new_date.day()
        sunday = proposed + timedelta(days=6 - proposed.weekday())
        editor.fields.new_date.set_day(sunday)
        editor.sign()
        assert "ngày làm việc" in editor.fields.new_date.problem()

        monday = sunday + timedelta(days=1)
        editor.fields.new_date.setText(f"{monday:%d/%m/%Y}")
        editor.fields.new_date.commit()
        assert "Bạn chọn" in editor.fields.because.text()
        editor.sign()
        page.settle()
        assert "vì sao gửi muộn" in editor.fields.late.problem()
        assert signed(page) == []

        editor.fields.late.set_value("mất điện")
        QTest.keyClick(editor.fields.late, Qt.Key.Key_Return, CONTROL)
        page.settle()
        apology = page.workplace.desk.store.dossier(page.dossiers[0].dossier_id).apology
        assert apology.new_due_at.date() == monday
        assert apology.late_because == "mất điện"


def test_signing_stopped_leaves_what_is_signed_and_tells_the_rest(desk_page):
    with desk_page() as page:
        wanted = [(d.dossier_id, d.code) for d in page.dossiers]

        def report(done, total):
            if done == 1:
                raise Cancelled

        outcomes = signing.sign_all(
            page.workplace.desk, wanted, report, late_because="mất điện", by=LEADER.login
        )
        assert [bool(o.number) for o in outcomes] == [True, False, False]
        assert [o.stopped for o in outcomes] == [False, True, True]
        assert signed(page) == [0]


def test_what_cannot_be_signed_says_why_and_keeps_nobody_back(desk_page):
    with desk_page() as page:
        wanted = [(d.dossier_id, d.code) for d in page.dossiers[1:]]
        outcomes = signing.sign_all(
            page.workplace.desk, wanted, lambda *_: None, late_because="", by=LEADER.login
        )
        assert "vì sao gửi muộn" in outcomes[0].words
        assert outcomes[1].number.endswith("/PXL")


def sign_first(page):
    apologies.apologise(
        page.workplace.desk, page.dossiers[0].dossier_id, by=LEADER.login, late_because="mất điện"
    )
    page.refresh()
    page.tabs.setCurrentIndex(1)
    page.settle()


def test_each_road_of_a_letter_is_marked_by_a_key_of_its_own(desk_page):
    with desk_page() as page:
        sign_first(page)
        QTest.keyClick(page.letters, Qt.Key.Key_Return)
        dialog = the(RoadsDialog, page)
        channels = [
            dialog.roads.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.roads.count())
        ]
        dialog.roads.setCurrentRow(channels.index(NoticeChannel.PHONE))
        QTest.keyClick(dialog.roads, Qt.Key.Key_2)
        page.settle()
        dialog.roads.setCurrentRow(channels.index(NoticeChannel.POST))
        QTest.keyClick(dialog.roads, Qt.Key.Key_1)
        page.settle()
        assert "số vận đơn" in dialog.waybill_field.problem.text()
        dialog.waybill.insert("EA123456789VN")
        QTest.keyClick(dialog.waybill, Qt.Key.Key_Return)
        page.settle()

        [letter] = page._letters.values()
        outcomes = {road.channel: road.outcome for road in letter.roads}
        assert outcomes[NoticeChannel.PHONE] is NoticeOutcome.REACHED
        assert outcomes[NoticeChannel.POST] is NoticeOutcome.SENT
        assert outcomes[NoticeChannel.SMS] is NoticeOutcome.QUEUED
        assert "đã nghe máy" in page.letters.item(0, 6).text()
        assert dialog.isVisible()


def test_letters_without_a_gateway_say_that_they_wait(desk_page):
    with desk_page() as page:
        sign_first(page)
        assert "Chưa nối cổng gửi tin" in page.sending.note.text()
        assert not page.sending.button.isVisible()


def test_with_a_gateway_a_button_hands_over_what_may_leave(desk_page, tmp_path, clock):
    with desk_page() as page:
        place = tmp_path / "gui-tin"
        (place / "sms").mkdir(parents=True)
        settings = page.workplace.settings
        page.workplace.keep_settings(type(settings)(notices_folder=str(place)))
        sign_first(page)
        clock.at += timedelta(minutes=11)
        page.sending.button.click()
        page.settle()
        assert len(list((place / "sms").glob("*.json"))) == 1


def connect_gateway(page, tmp_path):
    place = tmp_path / "gui-tin"
    (place / "sms").mkdir(parents=True)
    settings = page.workplace.settings
    page.workplace.keep_settings(type(settings)(notices_folder=str(place)))
    return place / "sms"


def test_messages_leave_by_themselves_once_their_ten_minutes_are_over(
    desk_page, tmp_path, clock, qtbot
):
    with desk_page() as page:
        sms = connect_gateway(page, tmp_path)
        sign_first(page)
        courier = Courier(page.workplace, page, every_ms=1)
        heard, rounds = len(page.workplace.messages.heard), []
        courier.done.connect(rounds.append)
        with qtbot.waitSignal(courier.done):
            courier.start()
        assert not list(sms.glob("*.json"))
        assert len(page.workplace.messages.heard) == heard

        clock.at += timedelta(minutes=11)
        qtbot.waitUntil(lambda: any(made.sent for made in rounds))
        courier.stop()
        page.settle()
        assert len(list(sms.glob("*.json"))) == 1
        assert "tự giao 1 tin" in page.workplace.messages.heard[-1]
        last = page.workplace.desk.store.history(page.dossiers[0].dossier_id)[-1]
        assert last.by == BY_ITSELF
        assert "SMS: chờ gửi" not in page.letters.item(0, 6).text()


def test_a_round_that_fails_is_told_once_and_stays_on_the_page(desk_page, tmp_path, clock, qtbot):
    with desk_page() as page:
        sms = connect_gateway(page, tmp_path)
        sign_first(page)
        clock.at += timedelta(minutes=11)
        (sms / "dang-ghi").write_text("a file where the folder should be")
        courier = page.sending._courier
        for _ in range(2):
            with qtbot.waitSignal(courier.done):
                courier.go()
            page.settle()
        told = [words for words in page.workplace.messages.heard if "không gửi được" in words]
        assert len(told) == 1
        assert "Không ghi được vào thư mục gửi tin" in page.sending.note.text()
        (sms / "dang-ghi").unlink()
        page.sending.button.click()
        page.settle()
        page.settle()
        assert page.sending.button.isEnabled()
        assert "Không ghi được" not in page.sending.note.text()


def test_without_a_folder_for_messages_nothing_is_asked_of_the_lane(desk_page):
    with desk_page() as page:
        courier = Courier(page.workplace, page)
        assert not courier.go_for(LEADER.login)
        assert not page.workplace.tasks.busy


def test_marked_letters_are_printed_as_one_and_kept_where_there_is_no_printer(desk_page):
    with desk_page() as page:
        sign_first(page)
        QTest.keyClick(page.letters, Qt.Key.Key_P, CONTROL)
        page.settle()
        page.settle()
        issued = page.workplace.desk.store.dossier(page.dossiers[0].dossier_id).papers_issued
        assert issued == {"apology-letter": 1}
        [kept] = (page.workplace.folder / "papers").glob("thu-xin-loi-*.pdf")
        assert kept.read_bytes().startswith(b"%PDF")
        assert "được giữ ở" in page.workplace.messages.heard[-1]


def test_space_marks_and_control_a_marks_all_or_none(desk_page):
    with desk_page() as page:
        QTest.keyClick(page.drafts, Qt.Key.Key_Space)
        assert page.drafts.chosen() == [page.dossiers[0].dossier_id]
        assert page.drafts.currentRow() == 1
        QTest.keyClick(page.drafts, Qt.Key.Key_A, CONTROL)
        assert len(page.drafts.chosen()) == 3
        page.refresh()
        page.settle()
        assert len(page.drafts.chosen()) == 3
        QTest.keyClick(page.drafts, Qt.Key.Key_A, CONTROL)
        assert page.drafts.chosen() == [page.drafts.current_id()]


def test_no_progress_window_is_left_behind(desk_page, monkeypatch, qtbot):
    say_yes(monkeypatch)
    with desk_page() as page:
        page.drafts.setCurrentCell(2, 1)
        page.sign()
        page.settle()
        qtbot.waitUntil(
            lambda: not [d for d in page.window().findChildren(ProgressDialog) if d.isVisible()]
        )
