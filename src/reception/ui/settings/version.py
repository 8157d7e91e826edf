"""Which version this is, and taking an update from a stick."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from reception import __version__
from reception.services import program_update
from reception.services.desk import Desk
from reception.services.program_update import Installation
from reception.ui.notes import Note
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure, Lane
from reception.ui.workplace import Workplace


class VersionSection(Section):
    """One button; the result is one sentence."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "version",
            QCoreApplication.translate(
                "VersionSection",
                "Đang dùng phiên bản {version}. Gói cập nhật (.rcu) đến bằng USB hoặc qua máy chủ;"
                " nó được kiểm tra chữ ký, và lần mở sau tự kiểm tra rồi mới thay phiên bản này.",
            ).format(version=__version__),
        )
        self._workplace = workplace
        self.start = self.add_button(self.tr("&Nhận gói cập nhật…"))
        self.start.clicked.connect(self._ask)
        self.offered = self.add_button("", main=False)
        self.offered.clicked.connect(self._take_offered)
        self.offered.hide()
        self.result = Note()
        self.column.addWidget(self.result)
        self.setFocusProxy(self.start)
        self._show(program_update.installation())

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether the server sent something newer."""
        super().showEvent(event)
        self._workplace.in_lane(program_update.offered, self._show_offered, owner=self)

    def take(self, path: Path) -> None:
        """Take a pack; the program goes on meanwhile."""
        self._begin(partial(_take, path))

    def _take_offered(self) -> None:
        self._begin(partial(_take_offered, self._workplace.desk))

    def _begin(self, work: Callable[[], str]) -> None:
        self.problem.say("")
        self.result.setText(self.tr("Đang kiểm tra và giải nén gói cập nhật…"))
        self.start.setEnabled(False)
        self._workplace.tasks.run(
            work,
            self._taken,
            self._failed,
            on_ended=partial(self.start.setEnabled, True),  # noqa: FBT003 - Qt's own signature
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def _ask(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Nhận gói cập nhật chương trình"), str(Path.home()), "*.rcu"
        )
        if chosen:
            self.take(Path(chosen))

    def _show(self, here: Installation | None) -> None:
        """Say what waits, or why the last update was refused."""
        if here is None:
            return
        if here.waiting:
            self._taken(here.waiting)
        elif here.refused:
            self.problem.say(
                self.tr("Bản cập nhật gần nhất không qua được tự kiểm tra: {why}").format(
                    why=here.refused
                )
            )

    def _show_offered(self, version: str) -> None:
        self.offered.setText(
            self.tr("Nhận phiên bản {version} do máy chủ &gửi").format(version=version)
        )
        self.offered.setVisible(bool(version))

    def _taken(self, version: str) -> None:
        self.offered.hide()
        self.result.setText(
            self.tr(
                "Đã nhận phiên bản {version}; hãy đóng và mở lại chương trình khi rảnh để dùng."
            ).format(version=version)
        )

    def _failed(self, failure: Failure) -> None:
        self.result.setText("")
        self.problem.say(failure.text)


def _take(path: Path) -> str:
    here = program_update.require_installation()
    return program_update.take(here, path, program_update.trusted_keys())


def _take_offered(desk: Desk) -> str:
    here, keys = program_update.require_installation(), program_update.trusted_keys()
    with closing(desk.another()) as own:
        return program_update.take_offered(here, own, keys)
