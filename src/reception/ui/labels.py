"""Labels that show data as it is: a name with ``<`` in it is a name, not markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reception.ui.text_fields import TextField
from reception.ui.theme import Tone


def plain_tip(text: str) -> str:
    """A tooltip that shows a text as it is, in lines of readable length; Qt takes it for markup."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


class DataLabel(QLabel):
    """Plain text, never markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class ElidedLabel(DataLabel):
    """One line that gives way: too long a text ends in “…” and is whole in its tooltip."""

    def setText(self, text: str) -> None:
        """Keep the whole text; the tooltip shows it where the line cannot."""
        super().setText(text)
        self.setAccessibleName(text)
        self._offer_whole()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        return QSize(super().sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or less of the text."""
        super().resizeEvent(event)
        self._offer_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.drawText(self.rect(), self.alignment(), self._shown())
        painter.end()

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def _offer_whole(self) -> None:
        self.setToolTip(plain_tip("" if self._shown() == self.text() else self.text()))


class Heading(DataLabel):
    """The title of a screen (level 1) or of a group on it (level 2)."""

    def __init__(self, text: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(f"heading{level}")


class StatusChip(DataLabel):
    """A state in words on a tinted ground; the tint only repeats what the words say."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.IDLE, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName("chip")
        self.show_state(text, tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Change words and tint together."""
        self.setText(text)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


class FormField(QWidget):
    """A label above its input, and below it what is wrong: ``FormField("&Họ tên", TextField())``.

    The label is the input's buddy (so its mnemonic and its accessible name); required inputs say
    so in words.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        words = self.tr("{label} (bắt buộc)").format(label=label) if required else label
        self.label = DataLabel(words)
        self.label.setBuddy(editor)
        editor.setAccessibleName(words.replace("&", ""))
        self.problem = DataLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.label, editor, self.problem):
            layout.addWidget(part)
        self.setFocusProxy(editor)
        if isinstance(editor, TextField):
            editor.problem_changed.connect(self._show)
            self._show(editor.problem())

    def show_problem(self, sentence: str) -> None:
        """Show a rule's sentence beside the input; empty takes it away."""
        if isinstance(self.editor, TextField):
            self.editor.set_problem(sentence)
        else:
            self._show(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for every line of the problem; a crowded layout would squeeze it."""
        super().resizeEvent(event)
        self._make_room()

    def _show(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self._make_room()

    def _make_room(self) -> None:
        self.problem.setMinimumHeight(max(self.problem.heightForWidth(self.width()), 0))
