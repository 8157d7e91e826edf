"""Acts on a dossier by keyboard alone: each asks what it needs, does it, and says what is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from dossier_desk import BUSINESS, CLERK, LEADER, NOW, new_register, open_workplace, receive
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QPushButton
from unikey import send

from at_the_counter import WallClock
from reception.domain.accounts import Account, Role
from reception.domain.custody import DESK
from reception.domain.delay import Ground
from reception.domain.dossier import State
from reception.domain.dossier_events import PaidBy
from reception.domain.intake import SubmittedPaper
from reception.domain.life import LIFE, Act
from reception.domain.moments import date_words
from reception.domain.rights import RIGHT_OF
from reception.services import clock as clock_service
from reception.services import finishing, passing_on, sign_in
from reception.services.rehearsal import rehearse
from reception.ui.acts.dialog import ActDialog
from reception.ui.acts.forms import FORMS
from reception.ui.acts.keys import LETTERS, MENU_LETTER, PAPERS_LETTER
from reception.ui.acts.receivers import receiver_choices
from reception.ui.dossiers import printer
from reception.ui.dossiers.dossier_page import DossierPage
from reception.ui.help import ANYWHERE
from reception.ui.theme import ThemeName, apply_theme

LINKED = "1.010801"
SPECIALIST = Account("lu", "Vàng A Lử", Role.SPECIALIST)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PAPERS = (SubmittedPaper("Tờ khai"), SubmittedPaper("Giấy chứng sinh"))


@pytest.fixture
def wall():
    return WallClock(NOW)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A register with three people, whose printer's tray is a file."""

    def chosen(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "tray.pdf"))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    return new_register(tmp_path / "desk")


class Sitting:
    """Somebody before a dossier's page."""

    def __init__(self, workplace, window, page, qtbot):
        self.workplace, self.window, self.page, self.qtbot = workplace, window, page, qtbot

    def open(self, dossier) -> None:
        self.page.open(dossier.dossier_id)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.workplace.tasks.busy)
        QApplication.processEvents()

    def key(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.waitUntil(lambda: bool(self._target()))
        QTest.keyClick(self._target(), key, held)

    @staticmethod
    def _target():
        return QApplication.activePopupWidget() or QApplication.focusWidget()

    def type(self, text: str) -> None:
        send(QApplication.focusWidget(), text)

    def begin(self, key, held=ALT) -> ActDialog:
        self.key(key, held)
        dialog = self.page.acts.dialog
        assert dialog is not None
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        self.settle()
        return dialog

    def do(self) -> None:
        self.key(Qt.Key.Key_Return, CTRL)
        self.settle()
        # As the system does when a dialog or a question has closed.
        (QApplication.activeModalWidget() or self.window).activateWindow()

    def dossier(self):
        return self.workplace.desk.store.dossier(self.page.dossier_id)

    def said(self) -> str:
        return "\n".join(self.workplace.messages.heard)


@pytest.fixture
def sit(app, folder, wall, shown, qtbot):
    """Sits down one person after another before a page of their own."""
    opened = []

    def sit_down(account=LEADER) -> Sitting:
        window = QMainWindow()
        manager = open_workplace(folder, account, wall, window)
        workplace = manager.__enter__()
        opened.append((manager, window))
        for one in (CLERK, SPECIALIST):
            sign_in.put_account(workplace.desk, one, "2468", by=LEADER)
        page = DossierPage(workplace)
        window.setCentralWidget(page)
        window.resize(1280, 720)
        shown(window)
        return Sitting(workplace, window, page, qtbot)

    yield sit_down
    for manager, _window in opened:
        manager.__exit__(None, None, None)


@pytest.fixture
def at(sit):
    return sit()


# --- which acts -----------------------------------------------------------------------------------


def test_no_two_acts_of_one_state_have_the_same_letter():
    for state in State:
        letters = [LETTERS[row.act] for row in LIFE if row.act in LETTERS and state in row.leads]
        assert len(letters) == len(set(letters)), state
        assert not {MENU_LETTER, PAPERS_LETTER} & set(letters)


def test_no_key_of_the_page_is_one_of_the_windows(at):
    keys = {text.toString() for action in at.page.bar.actions() for text in action.shortcuts()}
    taken = {sequence for key in ANYWHERE for sequence in key.sequences}
    assert not keys & taken


def test_no_button_of_the_page_takes_the_letter_of_an_act(at):
    letters = {f"Alt+{letter}" for letter in LETTERS.values()}
    taken = {QKeySequence.mnemonic(b.text()).toString() for b in at.page.findChildren(QPushButton)}
    assert not letters & taken


def test_every_act_has_its_form_its_right_and_its_letter():
    assert set(FORMS) == set(LETTERS) <= set(RIGHT_OF)
    offered = {row.act for row in LIFE if row.offered}
    assert offered - set(FORMS) == {Act.ATTACH}


def test_what_usually_comes_next_stands_ready(at):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    at.open(dossier)
    assert _buttons(at) == ["Chuyển (Alt+C)", "Có kết quả (Alt+K)", "Yêu cầu bổ sung (Alt+Y)"]
    clock_service.suspend(at.workplace.desk, dossier.dossier_id, Ground.COURT, by="yen")
    at.workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
    at.settle()
    assert _buttons(at) == ["Tiếp tục (Alt+T)", "Báo người nộp (Alt+A)"]


def test_the_menu_holds_what_may_be_done_now_and_says_why(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.key(Qt.Key.Key_F10)
    lines = [action.text() for action in at.page.bar.menu.actions() if action.text()]
    assert "Chuyển hồ sơ\tC" in lines
    assert "Huỷ tiếp nhận\tZ" in lines
    assert not [line for line in lines if line.startswith(("Trả kết quả", "Đối soát"))]
    assert lines[-2] == "Hồ sơ đang giải quyết."
    at.key(Qt.Key.Key_M)
    assert at.page.acts.dialog.windowTitle() == "Tạm dừng"
    at.page.acts.dialog.reject()


def test_the_key_of_an_act_that_is_not_open_says_so(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1))
    at.key(Qt.Key.Key_N, ALT)
    assert at.page.acts.dialog is None
    assert "Lúc này không làm được: nhận bổ sung" in at.said()
    assert "F10" in at.said()


def test_an_undo_is_offered_for_ten_minutes(at, wall):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1))
    assert Act.UNDO in at.page.bar._acts
    wall.at += timedelta(minutes=11)
    at.page.refresh()
    at.settle()
    assert Act.UNDO not in at.page.bar._acts


def test_a_role_sees_only_what_it_may_do(sit):
    at = sit(SPECIALIST)
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    at.open(dossier)
    forbidden = {Act.APOLOGISE, Act.CORRECT, Act.UNDO, Act.STOP}
    assert not forbidden & set(at.page.bar._acts)
    assert Act.RECORD_RESULT in at.page.bar._acts
    at.key(Qt.Key.Key_S, ALT)
    at.key(Qt.Key.Key_Z, CTRL)
    assert at.page.acts.dialog is None
    at.page.begin(Act.CORRECT)
    assert at.page.acts.dialog is None


def test_a_late_supplement_is_not_what_comes_next_and_names_its_rule(at, wall):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED))
    assert Act.REQUEST_SUPPLEMENT in at.page.bar._next
    wall.at += timedelta(days=7)
    at.page.refresh()
    at.settle()
    assert Act.REQUEST_SUPPLEMENT not in at.page.bar._next
    dialog = at.begin(Qt.Key.Key_Y)
    at.type("Ban ve")
    at.key(Qt.Key.Key_Tab)
    at.type("con thieu")
    at.do()
    assert dialog.isVisible()
    assert at.dossier().supplement is None
    at.type("Luat Dat dai")
    at.do()
    assert at.dossier().supplement.late_because == "Luat Dat dai"


def test_a_missed_date_is_not_offered_to_be_moved(at, wall):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED)
    wall.at = dossier.due_at + timedelta(hours=1)
    at.open(dossier)
    moving = {Act.REQUEST_SUPPLEMENT, Act.SUSPEND, Act.EXTEND}
    assert not moving & set(at.page.bar._acts)
    assert Act.APOLOGISE in at.page.bar._acts


def test_what_the_post_answered_is_not_asked_again(at):
    dossier = _dossier_for(at, Act.RECONCILE_POST)
    at.open(dossier)
    assert Act.RECONCILE_POST in at.page.bar._acts
    finishing.reconcile_post(
        at.workplace.desk, dossier.dossier_id, "EA123456789VN", delivered=True, by="yen"
    )
    at.page.refresh()
    at.settle()
    assert Act.RECONCILE_POST not in at.page.bar._acts


def test_a_role_that_was_taken_away_meanwhile_is_refused_in_the_dialog(sit):
    at = sit(CLERK)
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.begin(Qt.Key.Key_P)
    now_specialist = replace(CLERK, role=Role.SPECIALIST)
    sign_in.put_account(at.workplace.desk, now_specialist, None, by=LEADER)
    at.type("5000")
    at.do()
    assert at.dossier().fees == ()
    assert "hãy nhờ Cán bộ tiếp nhận, Lãnh đạo hoặc Quản trị" in _all_words(at)


# --- from hand to hand ----------------------------------------------------------------------------


def test_a_dossier_is_forwarded_to_somebody_found_without_accents(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.begin(Qt.Key.Key_C)
    at.type("vang a")
    at.key(Qt.Key.Key_Return)
    at.type("xem gap")
    at.do()
    assert at.dossier().holder.login == "lu"
    assert at.dossier().custody[-1].note == "xem gap"
    assert "Đã chuyển cho Vàng A Lử" in at.said()
    assert "đang ở Vàng A Lử" in at.page.line.text()


def test_the_next_linked_stage_is_proposed(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED))
    at.begin(Qt.Key.Key_C)
    at.do()
    last = at.dossier().custody[-1]
    assert (last.holder.name, last.stage) == ("UBND xã", 0)


def test_the_dossiers_own_stages_stand_first_and_then_people(at):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED)
    choices = receiver_choices(passing_on.known_holders(at.workplace.desk), dossier.promise.stages)
    groups = list(dict.fromkeys(choice.group for choice in choices))
    assert groups == [
        "Các bước liên thông của hồ sơ",
        "Một cửa và người trong cơ quan",
        "Cấp trên",
        "Cơ quan và bước xử lý của thủ tục khác",
    ]
    own = [choice.text for choice in choices if choice.group == groups[0]]
    assert own == list(dict.fromkeys(stage.office for stage in dossier.promise.stages))
    people = [choice.text for choice in choices if choice.group == groups[1]]
    assert people[0] == DESK.name
    assert SPECIALIST.name in people


def test_what_was_handed_over_is_taken_with_one_key(sit):
    at = sit(SPECIALIST)
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    me = passing_on.holder_of(at.workplace.desk, "lu")
    passing_on.forward(at.workplace.desk, dossier.dossier_id, me, by="lan")
    at.open(dossier)
    assert _buttons(at)[0] == "Nhận bàn giao (Alt+B)"
    at.key(Qt.Key.Key_B, ALT)
    at.settle()
    assert at.dossier().custody[-1].taken_at
    assert "Nhận bàn giao (Alt+B)" not in _buttons(at)


def test_it_goes_back_to_whoever_had_it(at):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    me = passing_on.holder_of(at.workplace.desk, "lu")
    passing_on.forward(at.workplace.desk, dossier.dossier_id, me, by="lan")
    at.open(dossier)
    at.begin(Qt.Key.Key_L)
    at.type("thieu chu ky")
    at.do()
    assert at.dossier().holder == DESK


# --- the clock ------------------------------------------------------------------------------------


def test_a_supplement_is_asked_for_and_its_slip_printed(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.begin(Qt.Key.Key_Y)
    at.type("Hop dong thue nha")
    at.key(Qt.Key.Key_Tab)
    at.type("con thieu")
    at.do()
    dossier = at.dossier()
    assert dossier.state is State.AWAITING_SUPPLEMENT
    assert dossier.supplement.wanted == ("Hop dong thue nha",)
    at.qtbot.waitUntil(lambda: "supplement-request" in at.dossier().papers_issued)


def test_the_new_due_moment_is_in_sight_before_the_act(at, wall):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    clock_service.request_supplement(
        at.workplace.desk, dossier.dossier_id, wanted=["Bản vẽ"], reason="thiếu", by="lan"
    )
    wall.at += timedelta(days=7)
    at.open(dossier)
    dialog = at.begin(Qt.Key.Key_N)
    foreseen = dialog.strip.then.text()
    assert date_words(dossier.due_at.date()) in dialog.strip.now.text()
    assert "Muộn hơn 4 ngày làm việc" in dialog.strip.why.text()
    assert at.dossier().state is State.AWAITING_SUPPLEMENT
    at.do()
    assert at.dossier().state is State.RECEIVED
    assert date_words(at.dossier().due_at.date()) in foreseen


def test_the_due_moment_follows_every_letter(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    dialog = at.begin(Qt.Key.Key_G)
    assert dialog.strip.then.text() == "–"
    assert dialog.area.verticalScrollBar().maximum() == 0
    shown = set()
    for digit in ("1", "0"):
        before = dialog.strip.then.text()
        at.type(digit)
        at.qtbot.waitUntil(lambda was=before: dialog.strip.then.text() != was)
        shown.add(dialog.strip.then.text())
        # However long the reason is, no field is cut off.
        assert dialog.area.verticalScrollBar().maximum() == 0
    assert len(shown) == 2
    assert at.dossier().extensions == ()
    dialog.reject()


def test_a_rehearsal_leaves_nothing_behind(at):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    database = at.workplace.desk.database
    before = database.rows("SELECT * FROM dossier"), database.rows("SELECT * FROM counter")
    outlook = rehearse(
        at.workplace.desk,
        dossier.dossier_id,
        lambda desk: finishing.reject(desk, dossier.dossier_id, reason="không đủ", by="yen"),
    )
    assert outlook.after.state is State.RESULT_READY
    assert before == (
        database.rows("SELECT * FROM dossier"),
        database.rows("SELECT * FROM counter"),
    )
    assert len(at.workplace.desk.store.history(dossier.dossier_id)) == 1


def test_a_pause_ends_with_two_keys(at):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    at.open(dossier)
    at.begin(Qt.Key.Key_M)
    at.do()
    assert at.dossier().state is State.SUSPENDED
    at.begin(Qt.Key.Key_T)
    at.do()
    assert at.dossier().state is State.RECEIVED


def test_an_apology_is_signed_with_its_new_appointment(at, wall):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS)
    wall.at = dossier.due_at + timedelta(days=1)
    at.open(dossier)
    dialog = at.begin(Qt.Key.Key_X)
    assert "Hẹn lại" in [name.text() for name in dialog.strip._names]
    at.type("mat dien")  # the keyboard stands where something is wanted: why it is late
    at.do()
    apology = at.dossier().apology
    assert apology.late_because == "mat dien"
    assert at.dossier().due_at == dossier.due_at
    text = _told(at)
    assert "Hẹn lại (xin lỗi)" in text
    assert "hạn gốc giữ nguyên" in text


# --- the end --------------------------------------------------------------------------------------


def test_a_result_is_recorded_and_handed_over_with_what_is_owed(at):
    dossier = receive(
        at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS, papers=PAPERS, fee_vnd=100_000
    )
    at.open(dossier)
    at.begin(Qt.Key.Key_K)
    at.type("12/GP")
    at.do()
    assert at.dossier().result_number == "12/GP"
    dialog = at.begin(Qt.Key.Key_T)
    at.do()
    assert at.dossier().state is State.RESULT_READY
    assert "chưa thu" in dialog.body.editors["pays_by"].row.problem.text()
    at.key(Qt.Key.Key_Down)
    at.do()
    handover = at.dossier().handover
    assert handover.recipient == "Lê Thị Ánh"
    assert handover.identity == "011200000001"
    assert handover.originals == ("Tờ khai", "Giấy chứng sinh")
    assert at.dossier().fees[0].paid_by is PaidBy.CASH


def test_a_refusal_keeps_what_was_typed_and_stands_at_its_field(at):
    dossier = receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS, papers=PAPERS)
    finishing.record_result(at.workplace.desk, dossier.dossier_id, by="yen")
    at.open(dossier)
    dialog = at.begin(Qt.Key.Key_T)
    at.type("Giang A Pao")
    identity = dialog.body.editors["identity"].keyboard
    assert identity.text() == ""  # it was the other person's
    at.do()
    row = dialog.body.editors["authorisation"].row
    assert "giấy uỷ quyền" in row.problem.text()
    assert dialog.body.editors["recipient"].keyboard.text() == "Giang A Pao"
    assert QApplication.focusWidget() is dialog.body.editors["authorisation"].keyboard
    assert at.dossier().state is State.RESULT_READY
    at.type("giay so 7")
    at.do()
    assert at.dossier().handover.authorisation == "giay so 7"


def test_there_is_no_way_back_from_a_refusal_so_it_is_asked_once(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    dialog = at.begin(Qt.Key.Key_Q)
    at.type("khong du dieu kien")
    _answer("Quay lại (Esc)")
    at.do()
    assert at.dossier().state is State.RECEIVED
    assert dialog.isVisible()
    _answer("Từ chối và in phiếu")
    at.do()
    assert at.dossier().rejection.reason == "khong du dieu kien"


def test_a_receipt_made_by_mistake_is_taken_back_with_ctrl_z(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1))
    at.begin(Qt.Key.Key_Z, CTRL)
    at.type("nham nguoi")
    _answer("Huỷ tiếp nhận")
    at.do()
    assert at.dossier().state is State.UNDONE


# --- putting right --------------------------------------------------------------------------------


def test_a_name_is_corrected_in_the_fields_of_the_intake(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS, papers=PAPERS))
    dialog = at.begin(Qt.Key.Key_S)
    at.type("Le Thi Anh Hong")
    at.do()
    assert dialog.body.reason.problem()
    at.type("go sai")
    at.do()
    changed = at.dossier().corrections[0].changes
    assert [(change.field, change.after) for change in changed] == [
        ("owner.name", "Le Thi Anh Hong")
    ]
    assert "Chủ hồ sơ, họ tên: Lê Thị Ánh → Le Thi Anh Hong" in _told(at)


def test_a_correction_voids_the_printed_receipt_and_prints_the_new_one(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.key(Qt.Key.Key_P, CTRL)
    at.settle()
    assert at.dossier().papers_issued == {"receipt": 1}
    at.begin(Qt.Key.Key_S)
    at.type("Le Thi Anh Hong")
    at.page.acts.dialog.body.reason.setText("go sai")
    at.do()
    at.qtbot.waitUntil(lambda: at.dossier().papers_issued == {"receipt": 2})


def test_another_procedure_shows_its_due_moment_first(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    dialog = at.begin(Qt.Key.Key_R)
    at.type(LINKED)
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: "12/2026" in dialog.strip.then.text())
    at.type("chon nham")
    at.do()
    assert at.dossier().intake.procedure.code == LINKED
    assert at.dossier().due_at.month == 12


# --- the page's keys ------------------------------------------------------------------------------


def test_tab_goes_through_the_pages_buttons_and_its_keys_work_there(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.page.setFocus()
    words = []
    for _step in range(8):
        at.key(Qt.Key.Key_Tab)
        words.append(QApplication.focusWidget().text())
    assert words[:4] == [*_buttons(at), "Việc khác (F10)"]
    assert words[-1] == "Người này – thủ tục khác (F8)"
    with at.qtbot.waitSignal(at.workplace.ways.intake_wanted):
        at.key(Qt.Key.Key_F8)
    with at.qtbot.waitSignal(at.page.back_wanted):
        at.key(Qt.Key.Key_Escape)


def test_f9_prints_the_last_paper_again(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    for times in (1, 2):
        at.key(Qt.Key.Key_F9)
        at.settle()
        assert at.dossier().papers_issued == {"receipt": times}


def test_all_papers_are_offered_by_number(at):
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    at.key(Qt.Key.Key_I, ALT)
    lines = [action.text() for action in at.page.bar.papers_menu.actions()]
    assert "Phiếu kiểm soát quá trình giải quyết\t2" in lines
    at.key(Qt.Key.Key_2)
    at.settle()
    assert at.dossier().papers_issued == {"control-sheet": 1}


# --- what is seen ---------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [act for act in FORMS if act is not Act.TAKE_OVER])
def test_nothing_is_cut_with_large_letters_on_a_small_screen(app, at, wall, act):
    at.open(_dossier_for(at, act))
    apply_theme(app, ThemeName.LIGHT, 140)
    at.page.begin(act)
    dialog = at.page.acts.dialog
    at.settle()
    assert dialog.height() <= at.window.height()
    assert dialog.width() <= at.window.width()
    inside = dialog.area.widget()
    assert inside.width() >= inside.minimumSizeHint().width()
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    shown = [row for row in (dialog.act_button, dialog.back_button, dialog.area) if row]
    for one, other in combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry())
    dialog.reject()


def test_the_buttons_wrap_instead_of_being_cut(app, at):
    apply_theme(app, ThemeName.LIGHT, 140)
    at.open(receive(at.workplace.desk, "Lê Thị Ánh", 1, procedure=BUSINESS))
    for button in at.page.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.geometry().right() <= button.parentWidget().width()


def _buttons(at) -> list[str]:
    return [button.text() for button in at.page.bar.next_buttons if button.isVisible()]


def _told(at) -> str:
    from reception.ui.dossiers.card import Card

    cards = at.page.body.widget().findChildren(Card)
    return "\n".join(text for card in cards for text in card.texts())


def _all_words(at) -> str:
    dialog = at.page.acts.dialog
    return "\n".join([at.said(), *(label.text() for label in dialog.findChildren(QLabel))])


def _answer(words: str) -> None:
    """Press a button of the question that comes up next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        next(b for b in box.findChildren(QPushButton) if b.text() == words).click()

    press()


def _dossier_for(at, act: Act):
    """A dossier that allows the act."""
    desk = at.workplace.desk
    dossier = receive(desk, "Lê Thị Ánh", 1, procedure=LINKED, papers=PAPERS, fee_vnd=5000)
    key = dossier.dossier_id
    if act is Act.RECEIVE_SUPPLEMENT:
        clock_service.request_supplement(desk, key, wanted=["Bản vẽ"], reason="thiếu", by="lan")
    elif act is Act.RESUME:
        clock_service.suspend(desk, key, Ground.COURT, by="yen")
    elif act is Act.HAND_OVER:
        finishing.record_result(desk, key, by="yen")
    elif act is Act.REDACT:
        finishing.stop(desk, key, requested_by="đơn", reason="rút", by="yen")
    elif act is Act.RECONCILE_POST:
        finishing.post(desk, key, "EA123456789VN", by="yen")
    elif act is Act.SEND_BACK:
        passing_on.forward(desk, key, passing_on.holder_of(desk, "lu"), by="lan")
    return dossier
