"""The inbox before the window: counted on the rail, accepted by Enter, answered with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from exchange_counter import commune, counter, other, ready_file, road, sitting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reception.domain.applicant import Party
from reception.domain.dossier import State
from reception.services import inbox
from reception.ui.rail import Place
from sent_down import submitted

__all__ = ["commune", "counter", "other", "ready_file", "road", "sitting"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(counter, commune):
    """Two submissions came down, one of them late; the inbox is open."""
    counter.ring()
    submitted(commune, submission="nop-0001")
    late = commune.clock() - timedelta(days=3)
    submitted(commune, submission="nop-0002", owner=Party("Y <b>Ka</b> Ly"), submitted_at=late)
    counter.ring()
    counter.sitting.key(Qt.Key.Key_9, CTRL)
    counter.sitting.settle()
    return counter.sitting.workspace.pages.inbox


def made(counter):
    """The dossiers that the submissions became."""
    rows = counter.desk.database.rows("SELECT state FROM dossier ORDER BY n")
    return [State(state) for (state,) in rows]


def press(counter, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)
    counter.sitting.settle()


def test_without_submissions_the_rail_says_nothing(counter):
    counter.ring()

    assert not counter.sitting.workspace.rail.buttons[Place.INBOX].isVisible()


def test_what_waits_is_counted_and_the_most_pressing_stands_first(page, counter):
    button = counter.sitting.workspace.rail.buttons[Place.INBOX]
    assert button.accessibleName() == "Nộp trực tuyến (2)"
    assert "QUÁ HẠN" in page.list.item(0).text()
    assert "trả lời trước 08:00 11/03/2026" in page.list.item(1).text()
    said = " ".join(page.facts.texts())
    assert "Y <b>Ka</b> Ly" in said
    assert "G22.99-260310-0001" in said


def test_enter_receives_the_chosen_one(page, counter):
    press(counter, page.list, Qt.Key.Key_Return)

    assert made(counter) == [State.RECEIVED]
    assert page.list.count() == 1
    button = counter.sitting.workspace.rail.buttons[Place.INBOX]
    assert button.accessibleName() == "Nộp trực tuyến (1)"


def test_a_refusal_owes_a_reason(page, counter):
    press(counter, page.list, Qt.Key.Key_T, ALT)
    assert "lý do" in page.problem.text()
    assert made(counter) == []

    page.reason.setText("Không thuộc thẩm quyền của xã")
    press(counter, page.list, Qt.Key.Key_T, ALT)

    assert made(counter) == [State.REFUSED]
    assert not page.problem.isVisible()
    assert page.reason.text() == ""


def test_what_is_lacking_is_asked_for_line_by_line(page, counter):
    page.reason.setText("Bản chụp không đọc được")
    page.wanted.setPlainText("Giấy chứng sinh\n\nTờ khai")
    press(counter, page.list, Qt.Key.Key_B, ALT)

    assert made(counter) == [State.GUIDED]
    [done] = inbox.settled(counter.desk)
    dossier = counter.desk.store.dossier(done.dossier_id)
    assert dossier.wanted == ("Giấy chứng sinh", "Tờ khai")


def test_what_another_desk_answered_meanwhile_goes_from_the_list(page, counter, commune, other):
    commune.exchange(other)
    inbox.accept(other, "nop-0002", by="maylt")
    commune.exchange(other)

    counter.ring()

    assert page.list.count() == 1
