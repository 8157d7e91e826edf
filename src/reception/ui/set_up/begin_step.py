"""The first question: try it on invented data, or begin for real."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton

from reception.ui.notes import Note
from reception.ui.set_up.step import Step


class BeginStep(Step):
    """Real work, a trial, or a copy; nothing is written before the last step."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Chào mừng"),
            self.tr("Máy này chưa có sổ hồ sơ. Mất khoảng hai phút để bắt đầu."),
        )
        self.real = QRadioButton(self.tr("&Lập sổ hồ sơ cho cơ quan tôi"))
        self.real.setChecked(True)
        self.trial = QRadioButton(self.tr("&Dùng thử với dữ liệu bịa"))
        self.restore = QRadioButton(self.tr("&Phục hồi từ bản sao"))
        texts = (
            self.tr("Khai tên cơ quan, giờ làm việc, tài khoản và máy in, rồi làm việc ngay."),
            self.tr("Xem chương trình với khoảng 400 hồ sơ bịa; đóng lại thì mọi thứ bị xoá."),
            self.tr("Máy cũ hỏng hoặc mất: làm tiếp từ bản sao trên USB, ổ khác hoặc máy chủ."),
        )
        for choice, text in zip((self.real, self.trial, self.restore), texts, strict=True):
            words = Note(text)
            words.setIndent(28)
            self.column.addWidget(choice)
            self.column.addWidget(words)
        self.column.addStretch(1)
        self.setFocusProxy(self.real)
