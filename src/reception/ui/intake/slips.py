"""Asking for what a slip must say: what to bring, or why the dossier cannot be received."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import FormField, Heading
from reception.ui.text_fields import NotesField


class SlipDialog(QDialog):
    """A small dialog over the form; Ctrl+Enter or its button issues, Esc goes back.

    ``issue_wanted`` tells that the clerk is done; the page closes the dialog once the slip is
    durably written. ``wanted`` is ``None`` for a slip that lists nothing.

    Args:
        title: What the dialog is for.
        act: The words of its button.
        wanted: What the applicant is to bring, one line each.
        reason: A reason to begin with.
        parent: The page.
    """

    issue_wanted = Signal()

    def __init__(
        self, title: str, act: str, wanted: Sequence[str] | None, reason: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        offer_help(self, "intake")
        self.setWindowTitle(title)
        self.setMinimumWidth(parent.width() // 2)
        self.wanted = NotesField()
        self.reason = NotesField()
        self.wanted.set_value("\n".join(wanted or ()))
        self.reason.set_value(reason)
        self._fields = {
            "wanted": FormField(self.tr("&Cần bổ sung (mỗi dòng một mục)"), self.wanted),
            "reason": FormField(self.tr("&Lý do"), self.reason, required=True),
        }
        for notes in (self.wanted, self.reason):
            notes.setMinimumHeight(notes.fontMetrics().height() * 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        heading = Heading(title, level=2)
        heading.setWordWrap(True)
        layout.addWidget(heading)
        if wanted is not None:
            layout.addWidget(self._fields["wanted"])
        layout.addWidget(self._fields["reason"])
        layout.addLayout(self._buttons(act))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.issue_wanted)
        self.reason.setFocus()

    def lines(self) -> list[str]:
        """What to bring."""
        return self.wanted.value().splitlines()

    def show_violation(self, violation: RuleViolation) -> bool:
        """Show a rule's sentence at its field; ``False`` when the field is not in this dialog."""
        for field in self._fields.values():
            field.show_problem("")
        field = self._fields.get(violation.field or "")
        if field is None:
            return False
        field.show_problem(violation.text)
        field.editor.setFocus()
        return True

    def _buttons(self, act: str) -> QHBoxLayout:
        issue, back = QPushButton(act), QPushButton(self.tr("Quay lại (Esc)"))
        issue.setProperty("kind", "main")
        issue.clicked.connect(self.issue_wanted)
        back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (back, issue):
            # Enter ends a line of the text; only Ctrl+Enter issues.
            button.setAutoDefault(False)
            buttons.addWidget(button)
        return buttons
