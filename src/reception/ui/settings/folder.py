"""A folder of this PC that the program works with: the scanner's, or that of a gateway."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from reception.domain.errors import disk_words
from reception.ui.labels import FormField
from reception.ui.settings.section import Section
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace


class FolderSection(Section):
    """One folder, chosen or typed; empty is none.

    Args:
        workplace: The desk whose settings are kept.
        setting: The name of the setting that holds it.
        name: The section.
        explanation: What the folder is for.
    """

    def __init__(self, workplace: Workplace, setting: str, name: str, explanation: str) -> None:
        super().__init__(name, explanation)
        self._workplace = workplace
        self._setting = setting
        self.folder = TextField()
        self.folder.setText(str(getattr(workplace.settings, setting)))
        self.field = FormField(self.tr("&Thư mục"), self.folder)
        self.choose = QPushButton(self.tr("&Chọn thư mục"))
        self.choose.setAutoDefault(True)
        self.choose.clicked.connect(self._choose)
        across = QHBoxLayout()
        across.addWidget(self.choose)
        across.addStretch(1)
        self.column.addWidget(self.field)
        self.column.addLayout(across)
        self.save = self.add_button(self.tr("&Lưu"))
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.folder)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.title, self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _save(self) -> None:
        folder = self.folder.text().strip()
        if folder and not Path(folder).is_dir():
            self.field.show_problem(
                self.tr("Không có thư mục này; hãy bấm “Chọn thư mục”, hoặc để trống.")
            )
            return
        self.field.show_problem("")
        try:
            self._workplace.keep_settings(
                replace(self._workplace.settings, **{self._setting: folder})
            )
        except OSError as error:
            self.problem.say(
                self.tr("Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.").format(
                    reason=disk_words(error)
                )
            )
            return
        self.problem.say("")
        self._workplace.messages.toast(self.tr("Đã lưu thư mục."))


def scanner_section(workplace: Workplace) -> FolderSection:
    """The watched folder: new scans in it are offered to the dossier on screen."""
    return FolderSection(
        workplace,
        "watched_folder",
        "scanning",
        QCoreApplication.translate(
            "FolderSection",
            "Đặt cho phần mềm của máy quét ghi vào một thư mục, rồi chọn thư mục ấy ở đây:"
            " khi mở một hồ sơ, tệp mới quét được mời đính kèm bằng một phím.",
        ),
    )


def notices_section(workplace: Workplace) -> FolderSection:
    """The gateways' folder: messages to applicants are put there."""
    return FolderSection(
        workplace,
        "notices_folder",
        "notices",
        QCoreApplication.translate(
            "FolderSection",
            "Tin SMS, Zalo và thư điện tử gửi người dân được ghi vào thư mục này để cổng gửi tin"
            " của tỉnh lấy đi. Chưa có cổng thì để trống: tin chờ lại, và danh sách gọi điện vẫn"
            " in được.",
        ),
    )
