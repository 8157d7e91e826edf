"""The coloured band over a practice window, so that nobody takes it for the real desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reception.domain.errors import disk_words
from reception.services import training
from reception.ui.labels import DataLabel
from reception.ui.messages import Messages


class PracticeBand(QFrame):
    """Says that all is invented; its button throws the data away and ends the practice.

    Args:
        folder: The practice's folder.
        messages: Where it is asked whether to throw away.
        parent: The owning widget.
    """

    ended = Signal()

    def __init__(self, folder: Path, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice")
        self._folder = folder
        self._messages = messages
        self.words = DataLabel(
            self.tr("TẬP LÀM – người và hồ sơ đều bịa, không gửi đi đâu, giấy in có chữ “Bản tập”")
        )
        self.words.setWordWrap(True)
        self.begin_anew = QPushButton(self.tr("Bỏ sổ tập…"))
        self.begin_anew.setToolTip(self.tr("Xoá hết những gì đã tập; lần mở sau là sổ tập mới."))
        self.begin_anew.clicked.connect(self._throw_away)
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 6, 16, 6)
        across.addWidget(self.words, 1)
        across.addWidget(self.begin_anew)

    def _throw_away(self) -> None:
        question = self.tr(
            "Bỏ sổ tập? Mọi hồ sơ đã tập sẽ mất, cửa sổ này đóng lại; lần mở sau là sổ tập mới."
            " Sổ thật không bị ảnh hưởng."
        )
        if not self._messages.ask(question, self.tr("Bỏ sổ tập"), irreversible=True):
            return
        try:
            training.throw_away(self._folder)
        except OSError as error:
            self._messages.tell(
                self.tr("Không ghi được vào thư mục sổ tập ({reason}); hãy kiểm tra ổ đĩa.").format(
                    reason=disk_words(error)
                )
            )
            return
        self.ended.emit()
