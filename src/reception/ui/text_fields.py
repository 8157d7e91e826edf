"""Text inputs that leave a typing tool in peace and tidy up only when the clerk moves on.

UniKey and its kin send Backspace and new letters and count what they sent; a field that changes its
text while they do so corrupts it. Every field here cleans on leaving, and Enter leaves.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from reception.domain.text import clean
from reception.ui.icons import icon
from reception.ui.typing_keys import as_telex, as_vni

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_SHOWN = 24


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter alone; Ctrl+Enter belongs to the screen."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def mark_invalid(widget: QWidget, *, invalid: bool) -> None:
    """Let the style draw the widget as faulty, or as sound again."""
    widget.setProperty("invalid", invalid)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class TextField(QLineEdit):
    """A line of text: NFC, trimmed and single-spaced once the clerk leaves it.

    ``committed`` carries the settled text when it has changed; ``problem_changed`` carries one
    sentence, or nothing once the problem is gone. A text with a problem is never altered.
    """

    committed = Signal(str)
    problem_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = ""
        self._committed = ""
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._edited)

    def value(self) -> str:
        """The text as it would stand after leaving the field."""
        return self.settled(self.text())[0]

    def set_value(self, text: str) -> None:
        """Put a text in without announcing it; of one too long its beginning is seen."""
        self.setText(text)
        self.setCursorPosition(0)
        self._committed = self.value()
        self.set_problem(self.settled(text)[1])

    def problem(self) -> str:
        """The sentence shown beside the field; empty when all is well."""
        return self._problem

    def set_problem(self, sentence: str) -> None:
        """Show what is wrong, from the field itself or from a rule the screen has met."""
        if sentence == self._problem:
            return
        self._problem = sentence
        mark_invalid(self, invalid=bool(sentence))
        self.setAccessibleDescription(sentence)
        self.problem_changed.emit(sentence)

    def settled(self, text: str) -> tuple[str, str]:
        """The text to stand in the field after leaving it, and what is wrong with it."""
        return clean(text), ""

    def commit(self) -> None:
        """Tidy the text and announce it, as leaving the field does."""
        text, problem = self.settled(self.text())
        if text != self.text():
            self.setText(text)
        self.set_problem(problem)
        if text != self._committed:
            self._committed = text
            self.committed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits and moves on; it never presses a dialog's default button."""
        super().keyPressEvent(event)
        if is_plain_enter(event):
            event.accept()
            self.focusNextChild()

    def _edited(self) -> None:
        self.set_problem("")


class CodeField(TextField):
    """A code of ASCII letters and digits; notices a typing tool at work and offers to undo it.

    The offer is the icon in the field, or F4.

    Args:
        expected: A pattern the whole code should match; it decides between the undone spellings.
        digits_only: Blanks, dots and dashes are dropped on leaving, as in telephone numbers.
        shown: So many digits are in sight, however large the text and narrow the window.
        parent: The owning widget.
    """

    def __init__(
        self,
        *,
        expected: str = "",
        digits_only: bool = False,
        shown: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._digits_only = digits_only
        self._expected = re.compile(expected) if expected else None
        if digits_only:
            self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._fix = QAction(icon("keyboard"), self.tr("Sửa chữ do bộ gõ tiếng Việt"), self)
        self._fix.triggered.connect(self._offer_fixes)
        self.addAction(self._fix, QLineEdit.ActionPosition.TrailingPosition)
        self._fix.setVisible(False)  # only a change hides the line's button
        self._spellings = QMenu(self)
        self._spellings.triggered.connect(self._take_offer)
        self.textChanged.connect(self._watch)

    def minimumSizeHint(self) -> QSize:
        """Room for the digits and the frame around them."""
        metrics, hint = self.fontMetrics(), super().minimumSizeHint()
        room = metrics.horizontalAdvance("0" * self._shown) + round(metrics.height() * 1.5)
        return QSize(max(hint.width(), room), hint.height())

    def settled(self, text: str) -> tuple[str, str]:
        """Blanks go; Vietnamese letters stay for the clerk to see, with a question."""
        bare = re.sub(r"[\s.()-]" if self._digits_only else r"\s", "", clean(text))
        return (bare, "") if bare.isascii() else (clean(text), self._question())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 takes up the offer while it stands."""
        if event.key() == Qt.Key.Key_F4 and self._fix.isVisible():
            self._offer_fixes()
        else:
            super().keyPressEvent(event)

    def fixes(self) -> list[str]:
        """What the clerk may have pressed, likeliest first."""
        text = clean(self.text())
        spellings = list(dict.fromkeys((as_vni(text), as_telex(text))))
        expected = [s for s in spellings if self._expected and self._expected.fullmatch(s)]
        return expected or spellings

    def apply_fix(self, spelling: str) -> None:
        """Take one of :meth:`fixes`."""
        self.setText(spelling)
        self.commit()
        self.setFocus()

    def _question(self) -> str:
        fix = self.fixes()[0]
        if len(fix) > _LONGEST_SHOWN:
            fix = f"{fix[:_LONGEST_SHOWN]}…"
        return self.tr("Có thể đang bật gõ tiếng Việt. Sửa thành “{fix}”? (phím F4)").format(
            fix=fix
        )

    def _watch(self, text: str) -> None:
        vietnamese = not text.isascii()
        self._fix.setVisible(vietnamese)
        self.set_problem(self._question() if vietnamese else "")

    def _edited(self) -> None:
        self._watch(self.text())

    def _offer_fixes(self) -> None:
        fixes = self.fixes()
        if len(fixes) == 1:
            self.apply_fix(fixes[0])
            return
        self._spellings.clear()
        for spelling in fixes:
            offer = self._spellings.addAction(self.tr("Sửa thành “{fix}”").format(fix=spelling))
            offer.setData(spelling)
        self._spellings.popup(self.mapToGlobal(self.rect().bottomRight()))

    def _take_offer(self, offer: QAction) -> None:
        self.apply_fix(str(offer.data()))


class NotesField(QPlainTextEdit):
    """Several lines of text; Tab moves on, each line is cleaned on leaving."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._committed = ""

    def value(self) -> str:
        """The text as it would stand after leaving the field."""
        return "\n".join(clean(line) for line in self.toPlainText().splitlines()).strip()

    def set_value(self, text: str) -> None:
        """Put a text in without announcing it."""
        self.setPlainText(text)
        self._committed = self.value()

    def commit(self) -> None:
        """Tidy the text and announce it, as leaving the field does."""
        text = self.value()
        if text != self.toPlainText():
            self.setPlainText(text)
        if text != self._committed:
            self._committed = text
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving for good commits; a menu or another window is not leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.commit()
