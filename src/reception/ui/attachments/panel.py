"""The scans of one dossier as small pictures, and the ways to add more."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QListWidgetItem, QPushButton, QVBoxLayout

from reception.domain.allowed import in_turn
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import ScanAttached
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.life import Act
from reception.services import scans
from reception.services.desk import Desk
from reception.services.scanning import system_scanner
from reception.ui.attachments.picture_list import PictureList
from reception.ui.attachments.viewer import ScanViewer
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import DataLabel, Heading, plain_tip
from reception.ui.tasks import Lane
from reception.ui.workplace import Workplace

_THUMBNAIL_PX = 96
_LOOK_EVERY_MS = 3_000
_KINDS = "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)"


@dataclass(frozen=True, slots=True)
class _Small:
    """A scan and its small picture; empty where the file is lost, and ``trouble`` says so."""

    scan: ScanAttached
    png: bytes
    trouble: str = ""


class ScansPanel(QFrame):
    """Shows a dossier's scans; files may be dragged upon it, Enter looks at the marked one."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self._workplace = workplace
        self._dossier: Dossier | None = None
        self.pictures = PictureList(_THUMBNAIL_PX)
        self.pictures.setAccessibleName(self.tr("Bản quét"))
        self.pictures.opened.connect(self.look)
        self.hint = DataLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        # The letters with Alt are the acts' on this page.
        self.add_button = QPushButton(self.tr("Thêm tệp"))
        self.add_button.clicked.connect(self.choose)
        self.scan_button = QPushButton(self.tr("Quét"))
        self.scan_button.clicked.connect(self.scan)
        self.scan_button.setVisible(system_scanner() is not None)
        self.waiting_button = QPushButton()
        self.waiting_button.clicked.connect(self.take_waiting)
        self.waiting_button.hide()
        self._lay_out()
        # A scanner writes into its folder without telling anyone.
        looking = QTimer(self, interval=_LOOK_EVERY_MS)
        looking.timeout.connect(self._look_for_waiting)
        looking.start()

    @property
    def dossier_id(self) -> str:
        """The dossier whose scans are shown; empty before the first."""
        return self._dossier.dossier_id if self._dossier else ""

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the scans of a dossier."""
        self._dossier = dossier
        may = in_turn(dossier, Act.ATTACH)
        for button in (self.add_button, self.scan_button):
            button.setEnabled(may)
        self.pictures.setVisible(bool(dossier.scans))
        self.hint.setText(
            self.tr("Kéo thả tệp PDF, JPEG, PNG vào đây, hoặc bấm “Thêm tệp”.")
            if may and not dossier.scans
            else ""
        )
        self.hint.setVisible(bool(self.hint.text()))
        self._look_for_waiting()
        self._workplace.in_lane(
            partial(_small_pictures, kept=dossier.scans), self._show_pictures, owner=self
        )

    def choose(self) -> None:
        """Choose files to attach."""
        chosen, _kind = QFileDialog.getOpenFileNames(self, self.tr("Chọn bản quét"), "", _KINDS)
        self.attach([Path(name) for name in chosen])

    def attach(self, files: Sequence[Path], *, watched: bool = False) -> None:
        """Attach files, each in its own commit; what was refused is told at the end."""
        if not self._dossier or not files:
            return
        work = partial(
            _attach_all,
            dossier_id=self._dossier.dossier_id,
            files=tuple(files),
            by=self._workplace.account.login,
            watched=watched,
        )
        self._workplace.in_lane(work, self._attached, owner=self)

    def scan(self) -> None:
        """Scan a sheet with this PC's scanner."""
        scanner = system_scanner()
        if scanner is None or self._dossier is None:
            return
        folder = TemporaryDirectory(prefix="reception-quet-")
        target = Path(folder.name) / "ban-quet.jpg"

        def scanned(there: bool) -> None:  # noqa: FBT001 - the lane hands the result over
            if there:
                self.attach([target])
            # The lane works in order: the folder goes once the file has been read.
            self._workplace.in_lane(lambda _desk: folder.cleanup())

        self._workplace.tasks.run(
            partial(scanner.scan, target), scanned, lane=Lane.OUTSIDE, owner=self
        )

    def take_waiting(self) -> None:
        """Attach what the scanner put into the watched folder."""
        self.attach([waiting.path for waiting in self._waiting()], watched=True)

    def look(self, row: int) -> None:
        """Look at a scan in full size."""
        if not self._dossier or not 0 <= row < len(self._dossier.scans):
            return
        kept = self._dossier.scans[row]
        self._workplace.in_lane(
            partial(scans.look, kept=kept),
            lambda scan: ScanViewer(scan, kept.name, self._workplace.tasks, self.window()).open(),
            owner=self,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if event.mimeData().hasUrls() and self.add_button.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the dropped files."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.attach([Path(file) for file in files])

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.add_button, self.scan_button, self.waiting_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(Heading(self.tr("Bản quét"), 2))
        layout.addWidget(self.hint)
        layout.addWidget(self.pictures)
        layout.addLayout(buttons)

    def _attached(self, refused: list[str]) -> None:
        if self._dossier:
            self._workplace.changes.dossiers_changed.emit(frozenset({self._dossier.dossier_id}))
        if refused:
            self._workplace.messages.toast(" ".join(refused))

    def _show_pictures(self, small: list[_Small]) -> None:
        if self._dossier is None or [one.scan for one in small] != list(self._dossier.scans):
            return  # another dossier was opened meanwhile
        self.pictures.clear()
        for one in small:
            picture = QPixmap.fromImage(QImage.fromData(one.png)) if one.png else QPixmap()
            item = QListWidgetItem(QIcon(picture), one.scan.name)
            item.setToolTip(plain_tip(one.trouble or one.scan.name))
            self.pictures.addItem(item)
        self.pictures.fit()

    def _waiting(self) -> list[scans.WaitingFile]:
        folder = self._workplace.settings.watched_folder
        return scans.waiting_files(Path(folder), time.time()) if folder else []

    def _look_for_waiting(self) -> None:
        if not self.isVisible():
            return
        count = len(self._waiting())
        self.waiting_button.setText(
            self.tr("Đính kèm {count} tệp mới từ máy q&uét").format(count=count)
        )
        self.waiting_button.setVisible(count > 0)
        self.waiting_button.setEnabled(self.add_button.isEnabled())


def _attach_all(
    desk: Desk, *, dossier_id: str, files: tuple[Path, ...], by: str, watched: bool
) -> list[str]:
    refused: list[str] = []
    for path in files:
        try:
            scans.attach_file(desk, dossier_id, path, by=by)
            if watched:
                scans.put_aside(path)
        except (RuleViolation, Trouble) as failure:
            refused.append(failure.text)
    return refused


def _small_pictures(desk: Desk, *, kept: tuple[ScanAttached, ...]) -> list[_Small]:
    return [_small(desk, scan) for scan in kept]


def _small(desk: Desk, kept: ScanAttached) -> _Small:
    try:
        return _Small(kept, scans.small_picture(desk, kept))
    except (RuleViolation, Trouble) as failure:
        return _Small(kept, b"", failure.text)
