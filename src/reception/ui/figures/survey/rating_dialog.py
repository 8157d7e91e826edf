"""The points that the office gives itself where no sheet tells any, with the evidence for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.list_frame import Period
from reception.domain.survey_events import OfficeRated
from reception.services import survey_results
from reception.services.desk import Desk
from reception.services.survey_results import PeriodResults
from reception.ui.intake.inputs import Pick
from reception.ui.labels import FormField
from reception.ui.notes import Note, Problem
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_LETTERS_WIDE = 76


@dataclass(frozen=True, slots=True)
class _Typed:
    points: str = "2"
    evidence: str = ""


class RatingDialog(QDialog):
    """One index at a time; ``rated`` carries what was written down.

    What is typed for an index comes back with it until it is written.
    """

    rated = Signal(object)

    def __init__(self, workplace: Workplace, found: PeriodResults, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._found = found
        self.setWindowTitle(self.tr("Chấm chỉ số, {period}").format(period=found.period.words()))
        own = found.results.rated
        self._given = {
            one.number: _Typed(str(given.points), given.evidence) for one, given in own if given
        }
        self._typed: dict[int, _Typed] = {}
        self._number = 0
        self.index = Pick([(str(one.number), f"{one.number}. {one.name}") for one, _given in own])
        self.points = Pick([(str(n), str(n)) for n in (2, 1, 0)])
        self.evidence = TextField()
        self.steps = Note()
        self.problem = Problem()
        self.save_button = QPushButton(self.tr("Ghi điểm (Ctrl+Enter)"))
        self.save_button.setProperty("kind", "main")
        self.save_button.clicked.connect(self.save)
        self.close_button = QPushButton(self.tr("Quay lại (Esc)"))
        self.close_button.clicked.connect(self.reject)
        for button in (self.save_button, self.close_button):
            button.setAutoDefault(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self._lay_out()
        self.index.currentIndexChanged.connect(self._show_index)
        first = next((str(one.number) for one, given in own if given is None), "")
        if first:
            self.index.set_value(first)
        self._show_index()

    def save(self) -> None:
        """Write the points down; a refusal stands here, and what was typed stays."""
        self.evidence.commit()
        typed = self._as_typed()
        self._workplace.in_lane(
            partial(
                _rated,
                period=self._found.period,
                index=self._number,
                points=int(typed.points),
                evidence=typed.evidence,
                by=self._workplace.account.login,
            ),
            partial(self._is_done, self._number, typed),
            self._refused,
            owner=self,
        )

    def reject(self) -> None:
        """Leave, but not without a word about what was typed and not written."""
        self._keep()
        if self._typed:
            numbers = ", ".join(str(number) for number in sorted(self._typed))
            question = self.tr("Chỉ số {numbers} đã gõ mà chưa ghi; bỏ những gì đã gõ?")
            if not self._workplace.messages.ask(
                question.format(numbers=numbers), self.tr("Bỏ, không ghi"), irreversible=True
            ):
                return
        super().reject()

    def _show_index(self) -> None:
        """What an index's points are for, and what it was given or what was typed for it."""
        self._keep()
        number = self._number = int(self.index.value())
        index = next(one for one, _given in self._found.results.rated if one.number == number)
        typed = self._typed.get(number, self._given.get(number, _Typed()))
        self.steps.setText("\n".join(index.rated))
        self.points.set_value(typed.points)
        self.evidence.set_value(typed.evidence)
        self.problem.say("")

    def _keep(self) -> None:
        """Keep what was typed for the present index, unless it is what was written before."""
        typed = self._as_typed()
        if self._number and typed != self._given.get(self._number, _Typed()):
            self._typed[self._number] = typed
        else:
            self._typed.pop(self._number, None)

    def _as_typed(self) -> _Typed:
        return _Typed(self.points.value(), self.evidence.value())

    def _is_done(self, number: int, written: _Typed, event: OfficeRated) -> None:
        """Go on with what was typed for another index, if there is any."""
        self._given[number] = written
        self._keep()
        if self._typed.get(number) == written:
            del self._typed[number]
        self.rated.emit(event)
        if not self._typed:
            self.accept()
        elif number == self._number:
            self.index.set_value(str(min(self._typed)))

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(FormField(self.tr("&Chỉ số"), self.index))
        column.addWidget(self.steps)
        column.addWidget(FormField(self.tr("Điể&m"), self.points))
        evidence = FormField(self.tr("Că&n cứ"), self.evidence, required=True)
        self.evidence.setPlaceholderText(self.tr("số liệu hoặc văn bản, như “QĐ 15 ngày 02/3”"))
        column.addWidget(evidence)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)


def _rated(
    desk: Desk, *, period: Period, index: int, points: int, evidence: str, by: str
) -> OfficeRated:
    return survey_results.rate(desk, period, index, points, evidence, by=by)
