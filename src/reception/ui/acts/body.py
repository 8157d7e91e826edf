"""The part of an act's dialog that is filled in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.services.desk import Desk
from reception.ui.acts.editors import Editor, editor_of, empty_others
from reception.ui.acts.fields import Answers, Field, Line
from reception.ui.text_fields import NotesField, TextField


class Body(QWidget):
    """What is filled in; ``changed`` tells of every keystroke.

    Each kind of body answers the four questions below in its own way.
    """

    changed = Signal()

    def answers(self) -> Answers:
        """What stands in the fields.

        Raises:
            RuleViolation: A field cannot be read; ``field`` names it.
        """
        raise NotImplementedError

    def show_violation(self, violation: RuleViolation) -> QWidget | None:
        """Show a rule's sentence at its field; answers the field, ``None`` when there is none."""
        raise NotImplementedError

    def begin(self) -> QWidget | None:
        """The field where the keyboard goes first."""
        raise NotImplementedError

    def lacks(self, name: str) -> bool:
        """Whether nothing stands in a field yet."""
        raise NotImplementedError


class FieldsBody(Body):
    """Fields one below the other, made from their descriptions."""

    def __init__(
        self, asked: tuple[Field, ...], rules: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {
            field.name: editor_of(field, rules, self._touched) for field in asked
        }
        self._lay_out()

    def answers(self) -> Answers:
        """What stands in the fields; one that holds something impossible is named."""
        for name, editor in self.editors.items():
            problem = editor.keyboard.problem() if isinstance(editor.keyboard, TextField) else ""
            if problem:
                raise RuleViolation("field-impossible", problem, field=name)
        return Answers({name: editor.read() for name, editor in self.editors.items()})

    def show_violation(self, violation: RuleViolation) -> QWidget | None:
        """At the field that it names."""
        for editor in self.editors.values():
            editor.row.show_problem("")
        editor = self.editors.get(violation.field or "")
        if editor is None:
            return None
        editor.row.show_problem(violation.text)
        return editor.keyboard

    def begin(self) -> QWidget | None:
        """The first field that is required and still empty, else the first."""
        for editor in self.editors.values():
            if editor.field.required and self.lacks(editor.field.name):
                return editor.keyboard
        return next((editor.keyboard for editor in self.editors.values()), None)

    def lacks(self, name: str) -> bool:
        """As its text is."""
        editor = self.editors.get(name)
        keyboard = editor.keyboard if editor else None
        return isinstance(keyboard, (TextField, NotesField)) and not keyboard.value()

    def _touched(self, *_new: object) -> None:
        self.changed.emit()

    def _edited(self, field: Line, _text: str) -> None:
        empty_others(self.editors, field)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        row = QHBoxLayout()
        for editor in self.editors.values():
            if not editor.field.beside:
                row = QHBoxLayout()
                row.setSpacing(12)
                layout.addLayout(row)
            # At the top: what is wrong with one must not push its neighbour down.
            row.addWidget(editor.row, 1)
            row.setAlignment(editor.row, Qt.AlignmentFlag.AlignTop)
            if isinstance(editor.field, Line) and isinstance(editor.keyboard, QLineEdit):
                editor.keyboard.textEdited.connect(partial(self._edited, editor.field))
