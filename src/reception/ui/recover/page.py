"""The screen of a PC that has no register, or a damaged one: save it, or come back from a copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note, Problem
from reception.ui.recover.copies_panel import CopiesPanel
from reception.ui.scrolling import scrolled
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.tasks import Tasks
from reception.ui.text_fields import TextField


class RecoverPage(QWidget):
    """A folder, the copies in it, and for a damaged register the button that saves it.

    Args:
        tasks: The lanes.
        folder: The data folder.
        place: Where copies were last put; empty where nobody knows.
        damage: What is wrong with the register that lies there; empty where there is none.
        opens: Whether a damaged register opens all the same, and work may go on in it.
    """

    wanted = Signal(object)
    """Carries the :class:`~reception.ui.recover.copies_panel.ChosenCopy`."""

    salvage_wanted = Signal(str, str)
    """Carries the folder of copies, if any, and what opens the register."""

    back_wanted = Signal()

    def __init__(
        self, tasks: Tasks, folder: Path, place: str = "", damage: str = "", *, opens: bool = False
    ) -> None:
        super().__init__()
        self._damaged, self._opens = bool(damage), opens
        self.place = TextField()
        self.place.setText(place)
        self.field = FormField(self.tr("&Thư mục các bản sao (USB, ổ khác, máy chủ)"), self.place)
        self.choose = QPushButton(self.tr("C&họn thư mục"))
        self.choose.clicked.connect(self._choose)
        self.seek = QPushButton(self.tr("&Tìm bản sao"))
        self.seek.clicked.connect(self.look)
        self.secret = SecretField()
        self.opener = FormField(self.tr("&Mật khẩu mở sổ, nếu máy hỏi khi mở"), self.secret)
        self.salvage = QPushButton(self.tr("&Cứu sổ"))
        self.salvage.setProperty("kind", "main")
        self.salvage.clicked.connect(self._salvage)
        self.back = QPushButton(self.tr("Quay lại làm việc (Esc)"))
        self.back.clicked.connect(self.back_wanted)
        self.panel = CopiesPanel(tasks, folder, lambda: None)
        self.panel.wanted.connect(self.wanted)
        self.problem = Problem()
        self.problem.say(damage)
        for button in (self.choose, self.seek, self.salvage, self.back):
            button.setAutoDefault(True)
        self._lay_out()
        self.setFocusProxy(self.salvage if damage else self.place)

    def look(self) -> None:
        """List the copies in the folder."""
        self.panel.show_place(Path(self.place.text().strip() or "."))

    def say(self, sentence: str) -> None:
        """Say why it could not be done."""
        self.problem.say(sentence)
        self.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the first questions or to work, where there is any."""
        if event.key() == Qt.Key.Key_Escape and (self._opens or not self._damaged):
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Thư mục các bản sao"), self.place.text()
        )
        if chosen:
            self.place.setText(chosen)
            self.look()

    def _salvage(self) -> None:
        self.salvage_wanted.emit(self.place.text().strip(), self.secret.text())

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 28, 28, 28)
        inside.setSpacing(12)
        title, words = self._words()
        inside.addWidget(Heading(title))
        inside.addWidget(Note(words))
        inside.addWidget(self.problem)
        inside.addWidget(self.field)
        across = QHBoxLayout()
        for button in (self.choose, self.seek):
            across.addWidget(button)
        across.addStretch(1)
        inside.addLayout(across)
        inside.addWidget(self.opener)
        buttons = QHBoxLayout()
        buttons.addWidget(self.salvage)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self.opener.setVisible(self._damaged)
        self.salvage.setVisible(self._damaged)
        self.back.setVisible(self._opens)
        inside.addWidget(self.panel)
        inside.addStretch(1)
        card.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        area = scrolled(card)
        area.setObjectName("plain")
        column = QHBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.addStretch(1)
        column.addWidget(area, 6)
        column.addStretch(1)

    def _words(self) -> tuple[str, str]:
        if self._damaged:
            return (
                self.tr("Sổ hồ sơ bị hỏng"),
                self.tr(
                    "“Cứu sổ” đọc mọi hồ sơ còn đọc được, lấp chỗ mất từ các bản sao, và giữ nguyên"
                    " tệp hỏng. Hoặc tìm một bản sao để phục hồi."
                ),
            )
        return (
            self.tr("Phục hồi từ bản sao"),
            self.tr(
                "Cắm USB hoặc chọn thư mục có các bản sao, chọn bản mới nhất rồi Enter hai lần."
                " Những gì máy chủ đã nhận sau bản sao sẽ tự về."
            ),
        )
