"""Office hours: two sessions of a weekday, and perhaps a Saturday morning."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from reception.domain.office import OfficeHours, Session
from reception.services.calendars import parse_time
from reception.ui.intake.inputs import HourField
from reception.ui.labels import FormField
from reception.ui.notes import Problem

_SATURDAY = ("07:30", "11:30")


class HoursForm(QWidget):
    """The hours of one office; an afternoon left empty means mornings only."""

    def __init__(self) -> None:
        super().__init__()
        self.times = [HourField() for _ in range(6)]
        labels = (
            self.tr("Sáng từ"), self.tr("Sáng đến"), self.tr("Chiều từ"), self.tr("Chiều đến"),
            self.tr("Thứ Bảy từ"), self.tr("Thứ Bảy đến"),
        )  # fmt: skip
        self._fields = [
            FormField(label, field) for label, field in zip(labels, self.times, strict=True)
        ]
        self.saturday = QCheckBox(self.tr("Có &tiếp nhận sáng thứ Bảy"))
        self.saturday.toggled.connect(self._saturday_toggled)
        self.problem = Problem()
        grid = QGridLayout()
        grid.setSpacing(12)
        for n in range(4):
            grid.addWidget(self._fields[n], n // 2, n % 2)
        grid.addWidget(self.saturday, 2, 0, 1, 2)
        grid.addWidget(self._fields[4], 3, 0)
        grid.addWidget(self._fields[5], 3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self.problem)
        self._saturday_toggled(on=False)
        self.setFocusProxy(self.times[0])

    def show_hours(self, hours: OfficeHours) -> None:
        """Fill in the hours of an office."""
        texts = [f"{at:%H:%M}" for s in hours.sessions[:2] for at in (s.opens, s.closes)]
        texts += [""] * (4 - len(texts))
        session = hours.saturday_reception
        texts += [f"{session.opens:%H:%M}", f"{session.closes:%H:%M}"] if session else ["", ""]
        for field, text in zip(self.times, texts, strict=True):
            field.set_value(text)
        self.saturday.setChecked(session is not None)

    def sessions(self) -> tuple[Session, ...]:
        """The sessions of a weekday.

        Raises:
            RuleViolation: ``impossible-hours``.
        """
        pairs = ((self.times[0], self.times[1]), (self.times[2], self.times[3]))
        return tuple(_session(a, b) for a, b in pairs if a.text().strip() or b.text().strip())

    def saturday_reception(self) -> Session | None:
        """The Saturday session, if the desk keeps one.

        Raises:
            RuleViolation: ``impossible-hours``.
        """
        return _session(self.times[4], self.times[5]) if self.saturday.isChecked() else None

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the hours as a whole; empty takes it away."""
        self.problem.say(sentence)

    def _saturday_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        for n in (4, 5):
            self._fields[n].setVisible(on)
            if on and not self.times[n].text():
                self.times[n].set_value(_SATURDAY[n - 4])


def _session(opens: HourField, closes: HourField) -> Session:
    return Session(parse_time(opens.value()), parse_time(closes.value()))
