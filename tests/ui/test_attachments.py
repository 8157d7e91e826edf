"""Scans on a dossier's page: added, seen small, looked at large."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from dossier_desk import new_register, open_workplace, receive
from PIL import Image
from pypdf import PdfWriter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.ui.attachments.panel import ScansPanel
from reception.ui.attachments.viewer import ScanViewer


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "so")) as workplace:
        yield workplace


@pytest.fixture
def panel(workplace, shown):
    panel = ScansPanel(workplace)
    panel.resize(520, 300)
    workplace.changes.dossiers_changed.connect(lambda _ids: show(panel, workplace))
    return shown(panel)


def show(panel, workplace) -> None:
    dossier_id = panel.dossier_id
    workplace.in_lane(lambda desk: desk.store.dossier(dossier_id), panel.show_dossier, owner=panel)


def picture(folder: Path, name: str) -> Path:
    path = folder / name
    Image.new("RGB", (300, 400), "white").save(path)
    return path


def document(folder: Path) -> Path:
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    target = BytesIO()
    writer.write(target)
    path = folder / "hop-dong.pdf"
    path.write_bytes(target.getvalue())
    return path


def names(panel) -> list[str]:
    return [panel.pictures.item(row).text() for row in range(panel.pictures.count())]


def test_dragged_files_become_pictures(panel, workplace, qtbot, tmp_path):
    panel.show_dossier(receive(workplace.desk, "Lê Thị Ánh", 1))
    data = QMimeData()
    files = (picture(tmp_path, "to-khai.png"), document(tmp_path))
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: names(panel) == ["to-khai.png", "hop-dong.pdf"])
    assert all(not panel.pictures.item(row).icon().isNull() for row in range(2))
    assert panel.hint.isHidden()


def test_what_is_no_scan_is_told_and_the_rest_is_kept(panel, workplace, qtbot, tmp_path):
    panel.show_dossier(receive(workplace.desk, "Lê Thị Ánh", 1))
    wrong = tmp_path / "virus.exe"
    wrong.write_bytes(b"MZ")
    panel.attach([wrong, picture(tmp_path, "to-khai.png")])
    qtbot.waitUntil(lambda: names(panel) == ["to-khai.png"])
    assert "virus.exe không phải PDF, JPEG hay PNG" in workplace.messages.heard[-1]


def test_enter_looks_at_a_scan_and_the_keys_turn_its_pages(panel, workplace, qtbot, tmp_path):
    panel.show_dossier(receive(workplace.desk, "Lê Thị Ánh", 1))
    panel.attach([document(tmp_path)])
    qtbot.waitUntil(lambda: names(panel) == ["hop-dong.pdf"])
    panel.pictures.setCurrentRow(0)
    QTest.keyClick(panel.pictures, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ScanViewer))
    viewer = QApplication.activeModalWidget()
    QTest.keyClick(viewer, Qt.Key.Key_PageDown)
    assert viewer.place.text() == "Trang 2/3"
    viewer.reject()


def test_new_files_of_the_scanner_are_offered_and_put_aside(panel, workplace, qtbot, tmp_path):
    folder = tmp_path / "may-quet"
    folder.mkdir()
    old = time.time() - 60
    os.utime(picture(folder, "quet-1.png"), (old, old))
    workplace.keep_settings(replace(workplace.settings, watched_folder=str(folder)))
    panel.show_dossier(receive(workplace.desk, "Lê Thị Ánh", 1))
    assert panel.waiting_button.text().replace("&", "") == "Đính kèm 1 tệp mới từ máy quét"
    panel.waiting_button.click()
    qtbot.waitUntil(lambda: names(panel) == ["quet-1.png"])
    assert (folder / "da-dinh-kem" / "quet-1.png").exists()
    assert panel.waiting_button.isHidden()
