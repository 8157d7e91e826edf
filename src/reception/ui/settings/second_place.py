"""The second place: where copies go by themselves, how the last one stands, and coming back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.errors import disk_words
from reception.domain.moments import short_moment
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note
from reception.ui.recover.copies_panel import CopiesPanel
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace


class SecondPlace(QWidget):
    """A folder, chosen or typed; empty is none. Below it the copies that lie there."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.folder = TextField()
        self.folder.setText(workplace.settings.copies_folder)
        self.field = FormField(self.tr("&Nơi sao lưu (USB, ổ khác, máy chủ)"), self.folder)
        self.choose = self._button(self.tr("C&họn thư mục"))
        self.choose.clicked.connect(self._choose)
        self.save = self._button(self.tr("&Lưu"), main=True)
        self.save.clicked.connect(self._save)
        self.copy_now = self._button(self.tr("Sao ra đó n&gay"))
        self.copy_now.clicked.connect(self._copy_now)
        self.state = Note()
        self.seek = self._button(self.tr("&Tìm bản sao để phục hồi"))
        self.seek.clicked.connect(self._find)
        self.panel = CopiesPanel(
            workplace.tasks, workplace.folder, lambda: workplace.desk.database.key
        )
        self.panel.wanted.connect(workplace.ways.restore_wanted)
        if workplace.copying:
            workplace.copying.made.connect(self._show_state)
        self._lay_out()
        self._show_state()
        self.setFocusProxy(self.folder)

    def _show_state(self) -> None:
        from reception.services import dated_copies  # only where copies are looked at

        settings = self._workplace.settings
        last, copying = dated_copies.last_made_at(settings), self._workplace.copying
        self.copy_now.setEnabled(bool(settings.copies_folder) and copying is not None)
        if not settings.copies_folder:
            words = self.tr(
                "Chưa chọn nơi sao lưu: máy hỏng thì mất hồ sơ từ lần sao lưu tay cuối."
            )
        elif last is None:
            words = self.tr("Chưa có bản sao nào; bản đầu tiên được chép khi máy rảnh tay.")
        else:
            words = self.tr("Bản sao gần nhất: {time}, đã mở ra kiểm tra.").format(
                time=short_moment(last)
            )
        if copying and copying.trouble:
            words += " " + copying.trouble
        self.state.setText(words)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Nơi sao lưu thứ hai"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)

    def _save(self) -> None:
        folder = self.folder.text().strip()
        if folder and not Path(folder).is_dir():
            self.field.show_problem(
                self.tr("Không có thư mục này; hãy cắm USB, bấm “Chọn thư mục”, hoặc để trống.")
            )
            return
        self.field.show_problem("")
        try:
            self._workplace.keep_settings(
                replace(self._workplace.settings, copies_folder=folder, last_copy_at="")
            )
        except OSError as error:
            self.field.show_problem(
                self.tr("Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.").format(
                    reason=disk_words(error)
                )
            )
            return
        self._show_state()
        self._workplace.messages.toast(self.tr("Đã lưu nơi sao lưu."))
        self._copy_now()

    def _copy_now(self) -> None:
        if self._workplace.copying and self._workplace.copying.go():
            self.state.setText(self.tr("Đang sao lưu và kiểm tra bản sao…"))

    def _find(self) -> None:
        self.panel.show_place(Path(self.folder.text().strip() or "."))

    def _button(self, text: str, *, main: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        if main:
            button.setProperty("kind", "main")
        return button

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        for button in (self.choose, self.save):
            across.addWidget(button)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Mỗi ngày tự sao lưu"), 2))
        column.addWidget(
            Note(
                self.tr(
                    "Mỗi ngày một bản, lúc máy rảnh tay; giữ 7 ngày, 4 tuần và 12 tháng gần nhất."
                    " Bản sao nào cũng được mở ra kiểm tra rồi mới bỏ bản cũ."
                )
            )
        )
        column.addWidget(self.field)
        column.addLayout(across)
        column.addWidget(self.state)
        for button in (self.copy_now, self.seek):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
