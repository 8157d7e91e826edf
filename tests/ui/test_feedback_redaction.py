"""Feedback is redacted by keyboard and proposed for it in time; opening it is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from accessible import kept_in
from dossier_desk import LEADER, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_program import ADMINISTRATOR, CLERK, add_people, sitting_down
from window_words import telling

from reception.domain.access import Look
from reception.domain.accounts import Role
from reception.domain.applicant import Party
from reception.domain.closing_events import RedactionGround
from reception.domain.feedback import FeedbackAct, entity_of
from reception.domain.list_frame import Period
from reception.domain.retention import Retention, RetentionRule
from reception.services import (
    drafting,
    feedback,
    feedback_redaction,
    feedback_retention,
    finishing,
)
from reception.services.feedback import FeedbackRequest
from reception.services.feedback_retention import FeedbackDue
from reception.storage import access_rows
from reception.ui.acts.blanking_form import redact as dossier_form
from reception.ui.acts.known import look
from reception.ui.feedback.dialog import FeedbackDialog
from reception.ui.settings.audit import AuditSection
from reception.ui.settings.feedback_retention import FeedbackRetentionSection

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NAME, PHONE, WORDS = "Giàng Thị Dợ", "0398765432", "con trai tôi cũng nói"
SAID = FeedbackRequest(f"Bảng treo cao, {WORDS}", sender=Party(NAME, phone=PHONE))
DECIDED = {"decision": "QĐ 12/2026", "decided_by": "Chủ tịch Lò Văn A"}


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


@pytest.fixture
def answered(desk):
    taken = feedback.receive(desk, SAID, by=CLERK.login)
    return feedback.answer(desk, taken.feedback_id, f"Bà {NAME} nói đúng", by=CLERK.login)


def page_of(sitting, *, only_open=False):
    sitting.key(Qt.Key.Key_K, CTRL)
    sitting.settle()
    page = sitting.workspace.pages.feedback
    page.only_open.setChecked(only_open)
    sitting.settle()
    return page


def dialog_in_front(sitting) -> FeedbackDialog:
    sitting.settle()
    sitting.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), FeedbackDialog))
    return QApplication.activeWindow()


def fill_in(sitting, dialog, **answers) -> None:
    for name, text in answers.items():
        dialog.body.editors[name].keyboard.setFocus()
        sitting.write(text)


def begin(sitting) -> FeedbackDialog:
    sitting.key(Qt.Key.Key_X, ALT)
    dialog = dialog_in_front(sitting)
    dialog.body.editors["ground"].keyboard.set_value("decision")
    return dialog


def test_nothing_of_who_gave_it_is_left_in_the_window_or_the_file(sitting, answered, folder):
    sitting.sign_in(ADMINISTRATOR)
    page = page_of(sitting)
    assert any(NAME in text for text in page.facts.texts())
    dialog = begin(sitting)
    fill_in(sitting, dialog, **DECIDED, confirm=answered.received.code.lower())

    sitting.key(Qt.Key.Key_Return, CTRL)
    sitting.settle()
    sitting.settle()

    assert [telling(text) for text in (NAME, PHONE, WORDS)] == [[], [], []]
    assert answered.received.code in page.list.item(0).text()
    assert not page.acts[FeedbackAct.REDACT].isVisible()
    assert "huỷ các bản sao" in sitting.workspace.workplace.notes.first.text
    assert drafting.of_login(sitting.workspace.workplace.rules, ADMINISTRATOR.login) == []
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not any(text.encode() in content for text in (NAME, "giang thi do", PHONE, WORDS))


def test_a_number_that_is_not_typed_again_changes_nothing(sitting, answered):
    sitting.sign_in(ADMINISTRATOR)
    page_of(sitting)
    dialog = begin(sitting)
    fill_in(sitting, dialog, **DECIDED, confirm="0002/2026/PAKN")

    sitting.key(Qt.Key.Key_Return, CTRL)
    sitting.settle()

    assert answered.received.code in dialog.body.editors["confirm"].row.problem.text()
    told = feedback.opened(sitting.workspace.workplace.desk, answered.feedback_id).feedback
    assert told.redactions == ()
    dialog.reject()
    sitting.settle()


def test_it_is_offered_once_it_is_over_and_only_whoever_signs_may(sitting, answered):
    sitting.sign_in(CLERK)
    page = page_of(sitting)
    button = page.acts[FeedbackAct.REDACT]
    assert (button.isVisible(), button.isEnabled()) == (True, False)
    feedback.receive(sitting.workspace.workplace.desk, SAID, by=CLERK.login)
    page = page_of(sitting, only_open=True)
    assert not button.isVisible()


def test_what_is_shown_stands_once_a_sitting_in_the_record_of_access(sitting, answered, clock):
    sitting.sign_in(CLERK)
    page = page_of(sitting)
    page.refresh()
    sitting.settle()

    day = clock().date()
    lines = access_rows.lines(sitting.workspace.workplace.desk.database, Period(day, day))
    seen = [(line.login, line.look, line.subject) for line in lines]
    assert seen == [(CLERK.login, Look.SEEN, entity_of(answered.feedback_id))]


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


def over(desk, name="Lê Thị Ánh"):
    dossier = receive(desk, name, 3)
    finishing.record_result(desk, dossier.dossier_id, by=LEADER.login)
    return finishing.hand_over(desk, dossier.dossier_id, by=LEADER.login)


def test_the_office_sets_how_long_it_is_kept_and_enter_opens_what_is_due(workplace, shown, qtbot):
    taken = feedback.receive(workplace.desk, SAID, by=LEADER.login)
    feedback.answer(workplace.desk, taken.feedback_id, "Đã hạ", by=LEADER.login)
    section = FeedbackRetentionSection(workplace, allowed=True)
    shown(section)
    qtbot.waitUntil(lambda: "Chưa đặt thời hạn" in section.rule.text())
    assert not section.table.isVisible()

    QTest.keyClick(section.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "số, ngày văn bản" in section._fields["decision"].problem.text())
    section.years.setValue(1)
    section.decision.set_value("QĐ 7/2026")
    QTest.keyClick(section.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Đang lưu 1 năm" in section.rule.text())
    assert "QĐ 7/2026 (quyết định của cơ quan)" in section.rule.text()
    assert section.table.rowCount() == 0

    own = workplace.folder / "retention.toml"
    own.write_text(own.read_text("utf-8").replace("years = 1", "years = 0"), "utf-8")
    section.refresh()
    qtbot.waitUntil(lambda: section.table.rowCount() == 1)
    assert kept_in(section) == []
    with qtbot.waitSignal(workplace.ways.one_feedback_wanted) as wanted:
        QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert wanted.args == [taken.received.code]
    feedback_redaction.redact(
        workplace.desk, taken.feedback_id, RedactionGround.RETENTION_OVER, **DECIDED,
        by=LEADER.login,
    )  # fmt: skip
    workplace.changes.feedback_changed.emit()
    qtbot.waitUntil(lambda: section.table.rowCount() == 0)


def test_all_that_is_due_is_counted(workplace, shown, qtbot, monkeypatch):
    until = Retention(RetentionRule(date(2020, 1, 1), "QĐ 7", "office", 1), date(2026, 1, 1))
    many = [FeedbackDue(f"f{n}", f"{n:04}/2026/PAKN", date(2025, 1, 1), until) for n in range(201)]
    monkeypatch.setattr(feedback_retention, "due", lambda _desk, _on: iter(many))
    section = FeedbackRetentionSection(workplace, allowed=True)
    shown(section)
    qtbot.waitUntil(lambda: section.count.text() == "201 phản ánh hết thời hạn lưu")


def test_who_may_not_decide_finds_it_disabled(workplace, shown):
    workplace.account = replace(LEADER, role=Role.CLERK)
    section = FeedbackRetentionSection(workplace, allowed=False)
    shown(section)
    assert not section.body.isEnabled()


def test_one_that_is_wanted_is_found_among_all_that_are_over(sitting, answered, desk, clock):
    sitting.sign_in(ADMINISTRATOR)
    feedback.receive(desk, FeedbackRequest("Sân lầy lội"), by=CLERK.login)
    sitting.workspace.workplace.ways.one_feedback_wanted.emit(answered.received.code)
    sitting.settle()
    sitting.settle()

    page = sitting.workspace.pages.feedback
    assert sitting.workspace.stack.currentWidget() is page
    assert page.list.count() == 1
    assert any(NAME in text for text in page.facts.texts())


def test_the_record_of_access_opens_it(workplace, shown, qtbot):
    taken = feedback.receive(workplace.desk, SAID, by=LEADER.login)
    section = AuditSection(workplace, allowed=True)
    shown(section)
    section.look()
    qtbot.waitUntil(lambda: section.table.rowCount() > 0)
    section.table.setCurrentCell(0, 0)

    with qtbot.waitSignal(workplace.ways.one_feedback_wanted) as wanted:
        QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert wanted.args == [taken.received.code]


def test_whoever_redacts_a_dossier_is_told_of_feedback_and_may_tick_it(workplace):
    desk = workplace.desk
    dossier = over(desk)
    named = feedback.receive(desk, replace(SAID, dossier=dossier.code), by=LEADER.login)
    still_open = feedback.receive(desk, replace(SAID, dossier=dossier.code), by=LEADER.login)
    feedback.answer(desk, named.feedback_id, "Đã xem", by=LEADER.login)

    form = dossier_form(look(desk, dossier_id=dossier.dossier_id, account=LEADER), desk)

    ticks = [field for field in form.fields if field.name.startswith("feedback:")]
    assert [named.received.code in field.label for field in ticks] == [True]
    assert f"{still_open.received.code} chưa trả lời" in " ".join(form.intro)
    clerk = replace(LEADER, role=Role.CLERK)
    assert look(desk, dossier_id=dossier.dossier_id, account=clerk).named_by == ()
