"""What every step of the first run is: a few questions that can stand, or say why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note

T = TypeVar("T")


class Step(QWidget):
    """A heading, a sentence of explanation and the questions; subclasses add their fields."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        words = Note(explanation)
        self.column.addWidget(Heading(title))
        self.column.addWidget(words)

    def ready(self) -> bool:
        """Whether the answers can stand; if not, the fault is shown and has the keyboard."""
        return True


def answer_or_fault(
    ask: Callable[[], T], fields: Mapping[str, FormField], otherwise: FormField
) -> T | None:
    """What ``ask`` answers, or ``None`` after its violation is shown at the field it names."""
    for field in (*fields.values(), otherwise):
        field.show_problem("")
    try:
        return ask()
    except RuleViolation as violation:
        at_fault = fields.get(violation.field or "", otherwise)
        at_fault.show_problem(violation.text)
        at_fault.editor.setFocus()
        return None
