"""Everything by keyboard and by ear, and nothing cut off for who needs large letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from accessible import clipped, kept_in, out_of_reach, unnamed
from PySide6.QtWidgets import QWidget
from whole_program import sitting_down
from whole_round import Stop, clock, dialogs, invented_office, main_screens, pages

from reception.services.demo import ADMINISTRATOR, PIN
from reception.ui.theme import LARGEST_PERCENT

SMALL_SCREEN = (1366, 728)
"""The usual small one, without the bar at its foot."""
_FEWEST_STOPS = 20


@pytest.fixture
def sitting(app, tmp_path, qtbot):
    with sitting_down(app, invented_office(tmp_path), clock, qtbot) as sitting:
        sitting.sign_in(ADMINISTRATOR, PIN)
        yield sitting


def nothing_wrong(stops: Iterable[Stop], *looks: Callable[[QWidget], list[str]]) -> None:
    """Look at every stop, and tell all that is found at once."""
    seen, found = 0, list[str]()
    for name, root in stops:
        seen += 1
        found += [f"{name}: {fault}" for look in looks for fault in look(root)]
    assert seen >= _FEWEST_STOPS
    assert not found, "\n".join(found)


def test_every_control_of_every_page_has_a_name_and_is_reached_by_keys(sitting):
    """And every table leaves as a spreadsheet by one key; so do those of dialogs."""
    nothing_wrong(pages(sitting), unnamed, out_of_reach, kept_in)


def test_every_control_of_every_dialog_has_a_name_and_is_reached_by_keys(sitting):
    nothing_wrong(dialogs(sitting), unnamed, out_of_reach, kept_in)


def test_every_control_of_setting_up_has_a_name_and_is_reached_by_keys(app, tmp_path, qtbot):
    with sitting_down(app, tmp_path / "new", clock, qtbot) as sitting:
        wizard = sitting.screen
        for step in range(wizard.pages.count()):
            wizard.pages.setCurrentIndex(step)
            wizard.steps[step].setFocus()
            assert [*unnamed(wizard), *out_of_reach(wizard)] == [], wizard.steps[step]


def test_nothing_is_cut_off_with_letters_twice_as_large_on_a_small_screen(sitting):
    assert LARGEST_PERCENT == 200
    sitting.window.setMenuWidget(None)  # the band of a practice register
    sitting.window.showNormal()
    sitting.window.resize(*SMALL_SCREEN)
    sitting.window.looks.set_percent(LARGEST_PERCENT)
    sitting.settle()
    try:
        nothing_wrong(main_screens(sitting), clipped)
        assert (sitting.window.width(), sitting.window.height()) == SMALL_SCREEN
    finally:
        sitting.window.looks.usual()
