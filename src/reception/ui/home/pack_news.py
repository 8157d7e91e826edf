"""What the server above sent lately: packs that could not be used, new rules, messages to all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel, ElidedLabel

_MOST_NEWS = 2


class PackNews(QWidget):
    """There only while there is anything to tell; its button leads to all of it (``wanted``)."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.broken = DataLabel()
        self.broken.setObjectName("notice")
        self.broken.setWordWrap(True)
        self.news = [ElidedLabel() for _ in range(_MOST_NEWS)]
        self.button = QPushButton(self.tr("Xem gói cập nhật (Ctrl+7)"))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.wanted)
        told = QVBoxLayout()
        told.setSpacing(6)
        told.addWidget(self.broken)
        for line in self.news:
            line.setObjectName("muted")
            told.addWidget(line)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(told, 1)
        across.addWidget(self.button)
        self.hide()

    def tell(self, broken: Sequence[str], news: Sequence[str]) -> None:
        """Tell each broken pack in a sentence, or how many they are; then what is new."""
        if len(broken) > 1:
            told = self.tr(
                "Có {count} gói cập nhật của máy chủ bị hỏng nên không áp dụng; quy định đang dùng"
                " vẫn giữ nguyên. Hãy báo người quản trị máy chủ."
            ).format(count=len(broken))
        else:
            told = "".join(broken)
        self.broken.setText(told)
        self.broken.setVisible(bool(broken))
        for n, line in enumerate(self.news):
            line.setText(news[n] if n < len(news) else "")
            line.setVisible(n < len(news))
        self.setVisible(bool(broken or news))
