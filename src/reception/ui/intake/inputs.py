"""Small inputs of the intake form: a drop-down that a mouse wheel cannot turn, hours, moments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words
from reception.ui.date_field import DateField
from reception.ui.intake.form_state import MomentText, moment_of
from reception.ui.labels import FormField
from reception.ui.text_fields import TextField, is_plain_enter

_HOUR = re.compile(r"(\d{1,2})(?:\s*(?:[:.hg]|giờ)\s*(\d{1,2})?(?:\s*phút)?)?|(\d{2})(\d{2})")


class Pick(QComboBox):
    """One of a few fixed values, shown in words; scrolling past it changes nothing."""

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, words in options:
            self.addItem(words, value)

    def value(self) -> str:
        """The chosen value."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not offered is shown as it is, such as a card's wording."""
        place = self.findData(value)
        if place < 0:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, as in a text field."""
        if is_plain_enter(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form that is being scrolled."""
        event.ignore()


class HourField(TextField):
    """An hour and minute: ``14:05``, ``1405``, ``14h05``, ``14 giờ``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("giờ:phút"))

    def settled(self, text: str) -> tuple[str, str]:
        """The hour written out, or the text as typed with what is wrong with it."""
        bare = text.strip().lower()
        if not bare:
            return "", ""
        found = _HOUR.fullmatch(bare)
        try:
            if found:
                hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
                return f"{time(hour, minute):%H:%M}", ""
        except ValueError:
            pass  # told below, in the same words as a text that is no hour at all
        return text, self.tr("Chưa hiểu giờ “{text}”; hãy gõ như 14:05.").format(text=bare)


class MomentField(QWidget):
    """A day and an hour side by side; ``changed`` tells of every keystroke."""

    changed = Signal()
    problem_changed = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        add_working_days: Callable[[date, int], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.day = DateField(today, add_working_days)
        self.hour = HourField()
        self.hour.setAccessibleName(self.tr("Giờ"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.day, 3)
        layout.addWidget(self.hour, 2)
        self.setFocusProxy(self.day)
        # Without it a label's Alt+letter would pass over its buddy.
        self.setFocusPolicy(self.day.focusPolicy())
        for field in (self.day, self.hour):
            field.textChanged.connect(self.changed)
            field.problem_changed.connect(self._tell_problem)

    def value(self) -> MomentText:
        """What stands in the two fields."""
        return MomentText(self.day.value(), self.hour.value())

    def set_value(self, text: MomentText) -> None:
        """Put both in without announcing it."""
        self.day.set_value(text.day)
        self.hour.set_value(text.hour)

    def set_moment(self, moment: datetime) -> None:
        """Put a moment of the office's zone in."""
        self.set_value(MomentText(date_words(moment.date()), f"{moment:%H:%M}"))

    def moment(self) -> datetime | None:
        """The moment, or ``None`` as long as it is not all there."""
        try:
            return moment_of(self.value(), "")
        except RuleViolation:
            return None

    def _tell_problem(self) -> None:
        self.problem_changed.emit(self.day.problem() or self.hour.problem())


def moment_form_field(label: str, field: MomentField) -> FormField:
    """A moment under its label, with what is wrong with either half below it."""
    labelled = FormField(label, field)
    name = label.replace("&", "")
    field.day.setAccessibleName(name)
    field.hour.setAccessibleName(f"{name}, {field.hour.accessibleName().lower()}")
    field.problem_changed.connect(labelled.show_problem)
    return labelled
