"""Half-days of the week of which nothing is known: marked as there, or away with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reception.domain.accounts import Right
from reception.domain.roster import HALF_WORDS, WorkingTime
from reception.domain.roster_events import HalfDay
from reception.services import roster
from reception.ui.known_words import known, weekday_date
from reception.ui.labels import DataLabel
from reception.ui.notes import Problem
from reception.ui.row_list import RowList
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace


class PresenceStrip(QWidget):
    """The list, a reason, and two buttons; ``marked`` tells that one was written down."""

    marked = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._may = workplace.account.may(Right.APPROVE)
        self.summary = DataLabel()
        self.summary.setWordWrap(True)
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Buổi chưa rõ có mặt"))
        self.reason = TextField()
        self.reason.setPlaceholderText(self.tr("Lý do vắng"))
        self.reason.setAccessibleName(self.tr("Lý do vắng"))
        self.there = QPushButton(self.tr("Có &mặt"))
        self.away = QPushButton(self.tr("&Vắng"))
        self.problem = Problem()
        self.there.clicked.connect(partial(self._mark, present=True))
        self.away.clicked.connect(partial(self._mark, present=False))
        self._lay_out()

    def tell(self, times: Sequence[WorkingTime], _week_on: date) -> None:
        """Show a week's sums and its open half-days."""
        self.summary.setText("\n".join(map(self._sums, times)))
        chosen = self._chosen()
        self.list.clear()
        at = 0
        for one in times:
            for half in one.open:
                item = QListWidgetItem(f"{one.name} – {self._half(half)}")
                item.setData(Qt.ItemDataRole.UserRole, (one.key, half))
                if chosen == (one.key, half):
                    at = self.list.count()
                self.list.addItem(item)
        # Somebody may be typing why that one was away.
        self.list.setCurrentRow(at)
        for part in (self.list, self.reason, self.there, self.away):
            part.setVisible(self.list.count() > 0)
            part.setEnabled(self._may or part is self.list)
        self.summary.setVisible(bool(times))

    def _sums(self, one: WorkingTime) -> str:
        words = self.tr("{name}: theo lịch {planned}, có mặt {present}, vắng {absent}, chưa rõ {n}")
        return words.format(
            name=one.name, planned=one.planned, present=one.present, absent=len(one.absent),
            n=len(one.open),
        )  # fmt: skip

    def _half(self, half: HalfDay) -> str:
        return f"{known(HALF_WORDS[half.half])} {weekday_date(half.on)}"

    def _chosen(self) -> tuple[str, HalfDay] | None:
        chosen = self.list.selectedItems()
        return chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None

    def _mark(self, *_clicked: object, present: bool) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        person, half = chosen
        work = partial(
            roster.mark, person=person, half=half, present=present, reason=self.reason.value(),
            by=self._workplace.account.login,
        )  # fmt: skip
        self._workplace.in_lane(work, self._done, self._refused, owner=self)

    def _done(self, _none: object) -> None:
        self.reason.set_value("")
        self.problem.say("")
        self.marked.emit()

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)
        self.reason.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self.there)
        row.addWidget(self.away)
        column.addLayout(row)
        column.addWidget(self.problem)
