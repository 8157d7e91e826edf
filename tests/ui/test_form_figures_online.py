"""What waits online, opened from the figure of 07a that counts it, by whoever may take it on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from exchange_counter import commune, counter, other, ready_file, road, sitting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_program import SPECIALIST

from reception.domain.applicant import Party
from reception.ui.figures.forms.things_dialog import ThingsDialog
from reception.ui.rail import Place
from sent_down import submitted

__all__ = ["commune", "counter", "other", "ready_file", "road", "sitting"]

LATE = "Y Ka Ly"


@pytest.fixture
def panel(counter, commune):
    """Two submissions came down, one of them late; 07a is in front."""
    counter.ring()
    submitted(commune)
    late = {"owner": Party(LATE), "submitted_at": commune.clock() - timedelta(days=3)}
    submitted(commune, submission="nop-0002", **late)
    counter.ring()

    def shown():
        workspace = counter.sitting.workspace
        workspace.go(Place.FIGURES)
        made = workspace.pages.figures.choose("forms")
        counter.sitting.settle()
        return made

    return shown


def opened(counter, panel, column: str) -> ThingsDialog:
    panel.table.choose(column)
    panel.open_figure()
    counter.sitting.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ThingsDialog)
    return dialog


def test_the_late_one_opens_to_be_checked(counter, panel):
    dialog = opened(counter, panel(), "c13")
    assert [row.cells[1] for row in dialog.table.rows.rows] == [LATE]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    counter.sitting.settle()
    workspace = counter.sitting.workspace
    assert workspace.stack.currentWidget() is workspace.pages.intake


def test_who_does_not_receive_sees_it_counted_and_is_told_who_takes_it_on(counter, panel):
    counter.program.lock()
    counter.sitting.sign_in(SPECIALIST)
    dialog = opened(counter, panel(), "c12")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    counter.sitting.settle()
    workspace = counter.sitting.workspace
    assert workspace.stack.currentWidget() is workspace.pages.figures
    assert any("không tiếp nhận hồ sơ" in one for one in workspace.workplace.messages.heard)
