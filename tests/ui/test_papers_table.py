"""The papers on the form: every name to be read, whatever the size of the text."""

from __future__ import annotations

import pytest
from dossier_desk import BIRTH
from intake_counter import open_counter
from PySide6.QtWidgets import QApplication

from reception.ui.intake.papers import Column
from reception.ui.theme import ThemeName, apply_theme


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as opened:
        yield opened
    apply_theme(app, ThemeName.LIGHT)


@pytest.mark.parametrize("percent", [100, 130, 160])
def test_names_are_whole_and_only_the_form_scrolls(app, counter, percent):
    apply_theme(app, ThemeName.LIGHT, percent)
    counter.choose(BIRTH)
    table = counter.form.papers.table
    QApplication.processEvents()

    assert table.columnWidth(Column.NAME) > table.viewport().width() / 2
    assert table.verticalScrollBar().maximum() == 0
    for row in range(table.papers.rowCount()):
        assert table.rowHeight(row) >= table.sizeHintForRow(row)


def test_the_row_of_the_keyboard_is_in_sight(app, counter, qtbot):
    apply_theme(app, ThemeName.LIGHT, 160)
    counter.choose(BIRTH)
    table, form = counter.form.papers.table, counter.form
    table.setFocus()

    for row in range(table.papers.rowCount()):
        table.setCurrentIndex(table.papers.index(row, Column.ORIGINALS))

        def seen():
            place = table.visualRect(table.currentIndex()).center()
            return form.viewport().rect().contains(table.viewport().mapTo(form.viewport(), place))

        qtbot.waitUntil(seen)
