"""One file for whoever helps from afar: logs, versions, settings, and no person's data."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reception.services.desk import Desk
from reception.ui.help_pages.asking import helped_by
from reception.ui.notes import Note
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class SupportSection(Section):
    """One button; then it says what is in the file, so that it may be sent with a clear mind."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "support",
            QCoreApplication.translate(
                "SupportSection",
                "Gói nhật ký của chương trình, phiên bản và cài đặt vào một tệp để gửi người hỗ"
                " trợ. Trong tệp không có tên, số định danh hay hồ sơ của ai, không có mật khẩu.",
            ),
        )
        self._workplace = workplace
        self.start = self.add_button(self.tr("&Lưu tệp cho người hỗ trợ…"))
        self.start.clicked.connect(self._ask)
        self.result = Note()
        self.column.addWidget(self.result)
        self.setFocusProxy(self.start)
        helped_by(self, "support")

    def write(self, target: Path) -> None:
        """Write the file, and say what is in it."""
        self.problem.say("")
        self._workplace.in_lane(
            partial(_write, folder=self._workplace.folder, target=target, more=_window_facts(self)),
            partial(self._written, target),
            self._failed,
            owner=self,
        )

    def _ask(self) -> None:
        name = f"ho-tro-{self._workplace.rules.now():%Y%m%d-%H%M}.zip"
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            self.start.text().replace("&", ""),
            str(Path.home() / name),
            self.tr("Tệp (*.zip)"),
        )
        if chosen:
            self.write(Path(chosen))

    def _written(self, target: Path, parts: list[str]) -> None:
        self.result.setText(
            self.tr("Đã lưu {file}. Trong đó có: {parts}.").format(
                file=target, parts=", ".join(parts)
            )
        )

    def _failed(self, failure: Failure) -> None:
        self.result.setText("")
        self.problem.say(failure.text)


def _window_facts(section: SupportSection) -> dict[str, Any]:
    screens = QGuiApplication.screens()
    return {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "screens": [
            f"{screen.size().width()}x{screen.size().height()} x{screen.devicePixelRatio():g}"
            for screen in screens
        ],
        "letters": section.font().pointSizeF(),
    }


def _write(desk: Desk, *, folder: Path, target: Path, more: dict[str, Any]) -> list[str]:
    from reception.services.support import write_support_file  # seldom wanted

    return write_support_file(folder, target, desk.now, desk=desk, more=more)
