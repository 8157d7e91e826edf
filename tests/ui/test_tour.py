"""The tour of the first day: it points, it waits, it blocks nothing, and it comes only once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid
from whole_program import CLERK, SPECIALIST, add_people, sitting_down

from reception.ui.help_pages.window import HelpWindow
from reception.ui.rail import Place

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


def arrive(sitting, account=CLERK):
    workspace = sitting.sign_in(account)
    sitting.qtbot.waitUntil(lambda: workspace.companions.tour is not None)
    return workspace.companions.tour


def press(sitting, letter: Qt.Key, tour) -> None:
    """An Alt letter, which presses its button only after a blink."""
    step = tour.step
    sitting.key(letter, ALT)
    companions = sitting.workspace.companions
    sitting.qtbot.waitUntil(lambda: companions.tour is None or tour.step is not step)


def test_a_new_person_is_led_from_step_to_step_by_keyboard_and_never_again(sitting):
    tour = arrive(sitting)
    seen = []
    while sitting.workspace.companions.tour is not None:
        assert tour.ring.isVisible()
        assert tour.bubble.geometry().intersects(sitting.window.rect())
        seen.append(tour.step.thing)
        letter = Qt.Key.Key_X if tour.bubble.skip.isHidden() else Qt.Key.Key_T
        press(sitting, letter, tour)
    assert seen[0] is sitting.workspace.home.receive
    assert seen[-1] is sitting.workspace.top_bar.help
    assert len(seen) >= 6
    sitting.program.lock()
    sitting.sign_in(SPECIALIST)
    sitting.program.lock()
    sitting.sign_in(CLERK)
    assert sitting.workspace.companions.tour is None


def test_it_is_skipped_with_one_key(sitting):
    tour = arrive(sitting)
    press(sitting, Qt.Key.Key_B, tour)
    assert sitting.workspace.companions.tour is None
    assert sitting.window.memory.get(f"tour/{CLERK.login}")


def test_work_goes_on_under_it_and_it_waits_on_the_home_page(sitting):
    tour = arrive(sitting)
    assert sitting.focus() is sitting.workspace.home.receive
    sitting.enter()
    sitting.settle()
    intake = sitting.workspace.pages.intake
    assert sitting.workspace.stack.currentWidget() is intake
    assert not tour.bubble.isVisible()
    assert not tour.ring.isVisible()
    assert intake.form.isAncestorOf(sitting.focus())
    sitting.workspace.go(Place.HOME)
    assert tour.bubble.isVisible()
    assert not sitting.window.memory.get(f"tour/{CLERK.login}")


def test_what_a_role_cannot_do_is_not_pointed_at(sitting):
    tour = arrive(sitting, SPECIALIST)
    assert tour.step.thing is not sitting.workspace.home.receive


def test_it_can_be_seen_again_from_the_help(sitting):
    press(sitting, Qt.Key.Key_B, arrive(sitting))
    sitting.workspace.go(Place.BOOKS)
    sitting.key(Qt.Key.Key_F1)
    window = sitting.window.findChild(HelpWindow)
    sitting.qtbot.waitUntil(window.isActiveWindow)
    sitting.key(Qt.Key.Key_T, ALT)
    sitting.qtbot.waitUntil(lambda: not isValid(window) or not window.isVisible())
    assert sitting.workspace.stack.currentWidget() is sitting.workspace.home
    assert sitting.workspace.companions.tour.bubble.isVisible()
