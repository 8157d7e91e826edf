"""Signing in and out: by keyboard, with one sentence when it fails, without losing anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from whole_program import ADMINISTRATOR, CLERK, PIN, SPECIALIST, add_people, sitting_down

from reception.ui.sign_in.page import SignInPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


def test_arrows_in_the_pin_choose_the_person(sitting):
    page = sitting.screen
    assert isinstance(page, SignInPage)
    assert sitting.focus() is page.secret
    before = page.chosen()
    sitting.key(Qt.Key.Key_Down)
    assert page.chosen() != before
    sitting.key(Qt.Key.Key_Up)
    assert page.chosen() == before


def test_a_wrong_pin_is_one_sentence_and_stays_to_be_corrected(sitting):
    page = sitting.screen
    page.choose(CLERK.login)
    sitting.write("9999")
    sitting.enter()
    sitting.settle()
    assert "không đúng" in page.secret_field.problem.text()
    assert page.secret.text() == "9999"
    assert page.secret.selectedText()
    assert sitting.program.workspace is None
    assert sitting.sign_in(CLERK).workplace.account == CLERK


def test_the_last_person_is_chosen_the_next_time(sitting, app, folder, clock, qtbot):
    sitting.sign_in(SPECIALIST)
    sitting.program.lock()
    assert sitting.screen.chosen() == SPECIALIST


def test_locking_covers_the_work_and_the_same_person_finds_it_as_it_was(sitting):
    workspace = sitting.sign_in(CLERK)
    sitting.key(Qt.Key.Key_F2)
    sitting.settle()
    workspace.pages.intake.form.owner.name.setText("Lò Thị Mẫu")
    sitting.key(Qt.Key.Key_L, CTRL)
    assert isinstance(sitting.screen, SignInPage)
    assert not workspace.isVisible()
    sitting.sign_in(CLERK)
    assert sitting.workspace is workspace
    assert workspace.pages.intake.form.owner.name.text() == "Lò Thị Mẫu"


def test_another_person_gets_screens_of_their_own(sitting):
    first = sitting.sign_in(CLERK)
    sitting.key(Qt.Key.Key_L, CTRL)
    second = sitting.sign_in(ADMINISTRATOR, PIN)
    assert second is not first
    assert second.workplace.account == ADMINISTRATOR


def test_a_specialist_may_look_but_not_receive(sitting):
    workspace = sitting.sign_in(SPECIALIST)
    button = workspace.rail.buttons["intake"]
    assert not button.isEnabled()
    assert "Chuyên viên" in button.toolTip()
    assert not workspace.home.receive.isEnabled()
    sitting.key(Qt.Key.Key_F2)
    assert workspace.stack.currentWidget() is workspace.home
    assert "Chuyên viên" in sitting.program.messages.heard[-1]


def test_a_card_scanned_at_a_locked_desk_opens_nothing(sitting):
    workspace = sitting.sign_in(CLERK)
    sitting.key(Qt.Key.Key_L, CTRL)
    card = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|02102024"
    assert not sitting.program._scanner.take(card)
    assert workspace.stack.currentWidget() is workspace.home
