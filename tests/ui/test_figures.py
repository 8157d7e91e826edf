"""The place for figures: its panels by keyboard, each made when it is first looked at."""

from __future__ import annotations

import pytest
from dossier_desk import new_register, open_workplace
from PySide6.QtCore import Qt
from whole_program import CLERK, add_people, sitting_down

from reception.domain.timeliness import Rule
from reception.services.definitions import definition_on
from reception.ui.figures.page import FiguresPage
from reception.ui.figures.panels import PANELS
from reception.ui.labels import DataLabel
from reception.ui.rail import Place


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


def test_the_figures_are_reached_by_one_key(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        workspace = sitting.sign_in(CLERK)
        sitting.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert workspace.stack.currentWidget() is workspace.pages.figures
        assert workspace._place is Place.FIGURES


def test_every_panel_is_made_when_it_is_first_chosen_and_kept(workplace, shown, qtbot):
    page = FiguresPage(workplace)
    shown(page)
    assert page.stack.count() == 1
    for panel in PANELS:
        assert page.choose(panel.name) is page.choose(panel.name)
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
    assert page.stack.count() == len(PANELS)


def test_each_definition_in_force_stands_there_with_its_source(workplace, shown):
    page = FiguresPage(workplace)
    shown(page)
    told = " ".join(one.text() for one in page.choose("definitions").findChildren(DataLabel))
    for rule in Rule:
        definition = definition_on(rule, workplace.rules.now().date())
        assert definition.words in told
        assert definition.source in told
