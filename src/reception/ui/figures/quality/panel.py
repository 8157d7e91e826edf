"""What all these panels share: a heading, what is asked, a table, what it says, what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.services.desk import Desk
from reception.services.figure_years import FIRST_YEAR
from reception.ui.figures.sheets import Sheet, SheetButtons
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_TABLE_ROWS = 6


class QualityPanel(KeyedPage):
    """Figures read anew when they are looked at; of two answers only the later one is shown."""

    def __init__(self, workplace: Workplace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.problem = Problem()
        self.detail = Note()
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title = title
        self._turn = 0
        self._stale = True
        self.key_acts = {Qt.Key.Key_F5: self.refresh}
        workplace.changes.dossiers_changed.connect(self._changed)

    def work(self) -> Callable[[Desk], Any]:
        """What is to be read.

        Raises:
            RuleViolation: What is asked cannot be.
        """
        raise NotImplementedError

    def show_found(self, found: Any) -> None:  # noqa: ANN401 - each panel's own
        """Show what was read."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Show that nothing could be read."""

    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while another panel was shown."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        self._stale = False
        try:
            work = self.work()
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return
        self._turn += 1
        self._run(work, partial(self._not_read, self._turn))

    def write(self, work: Callable[[Desk], Any]) -> None:
        """Write something down and show what comes of it; what was typed stays if it is refused."""
        self._turn += 1
        self._run(work, self.not_written)

    def not_written(self, failure: Failure) -> None:
        """Say why it was not written; the screen stays as it was filled in."""
        self.problem.say(failure.text)

    def lay_out(self, asking: QWidget, table: QWidget, *below: QWidget) -> None:
        """Put the parts below one another: what is asked, the table, what is typed."""
        table.setMinimumHeight(round(table.fontMetrics().height() * 1.7 * _TABLE_ROWS))
        inside = _Column()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(self._title, level=2))
        column.addWidget(asking)
        column.addWidget(self.problem)
        column.addWidget(table, 1)
        column.addWidget(self.detail)
        for part in below:
            column.addWidget(part)
        # With large letters on a low screen the parts together are higher than the page.
        area = scrolled(inside)
        area.setObjectName("plain")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(table)

    def _run(self, work: Callable[[Desk], Any], failed: Callable[[Failure], object]) -> None:
        self.problem.say("")
        self.workplace.in_lane(work, partial(self._found, self._turn), failed, owner=self)

    def _found(self, turn: int, found: Any) -> None:  # noqa: ANN401 - each panel's own
        if turn == self._turn:
            self.show_found(found)

    def _not_read(self, turn: int, failure: Failure) -> None:
        if turn == self._turn:
            self.show_nothing()
            self.problem.say(failure.text)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


class SheetPanel(QualityPanel):
    """Figures that leave as a sheet, too: the buttons for it stand below everything."""

    def __init__(self, workplace: Workplace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(workplace, title, parent)
        self.buttons = SheetButtons(workplace, self.sheet, self.problem)

    def sheet(self) -> Sheet:
        """The sheet of what is asked.

        Raises:
            RuleViolation: What is asked cannot be.
        """
        raise NotImplementedError

    def lay_out(self, asking: QWidget, table: QWidget, *below: QWidget) -> None:
        """Put the parts below one another, the sheet's buttons last."""
        super().lay_out(asking, table, *below, self.buttons)


class _Column(QWidget):
    """Never lower than its rows are at its width, or those that wrap would be cut off."""

    def event(self, event: QEvent) -> bool:
        """Follow the width, and rows that have grown."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            layout = self.layout()
            if layout is not None:
                least = layout.totalMinimumHeightForWidth(self.width())
                if least != self.minimumHeight():
                    self.setMinimumHeight(least)
        return super().event(event)


class YearField(QSpinBox):
    """A year that can be judged, this one at first."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(FIRST_YEAR, today.year + 1)
        self.setValue(today.year)
        self.setGroupSeparatorShown(False)

    def in_a_row(self, label: str, *others: QWidget) -> QWidget:
        """The year under its label, no wider than it must be, and what stands behind it."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(FormField(label, self))
        for other in others:
            across.addWidget(other, 0, Qt.AlignmentFlag.AlignBottom)
        across.addStretch(1)
        return row
