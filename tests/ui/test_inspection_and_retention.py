"""In the settings a leader makes an inspection pack, and sees whose retention is over."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from dossier_desk import LEADER, new_register, open_workplace, receive, receive_many
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from reception.domain.accounts import Role
from reception.domain.closing_events import RedactionGround
from reception.services import finishing, redaction
from reception.ui.settings.inspection import InspectionSection
from reception.ui.settings.retention import RetentionSection

OWN_RULE = """[[rule]]
valid_from = 2015-01-01
years = 0
source = "Quyết định 5/QĐ-UBND của xã"
confidence = "office"
"""


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


class Opened(QObject):
    """Stands where the system's own window of folders would."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened():
    taker = Opened()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker.urls
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def inspection(workplace, shown):
    receive_many(workplace.desk, 4)
    section = InspectionSection(workplace, allowed=True)
    shown(section)
    return section


def make(section, target, qtbot):
    section.folder.set_value(str(target))
    section.start.setFocus()
    QTest.keyClick(section.start, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not section.bar.isVisible() and section.start.isEnabled())


def test_a_pack_is_made_by_keyboard_and_its_folder_opened(inspection, tmp_path, qtbot, opened):
    target = tmp_path / "bo"
    make(inspection, target, qtbot)
    assert "4 hồ sơ" in inspection.result.text()
    told = inspection.result.text().replace("\u200b", "")
    assert str(target) in told
    checked = [sys.executable, "-I", "-S", "-X", "utf8", str(target / "kiem_tra.py")]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0
    assert inspection.open.hasFocus()
    QTest.keyClick(inspection.open, Qt.Key.Key_Space)
    assert [url.toLocalFile() for url in opened] == [str(target)]
    QTest.keyClick(inspection.copy_key, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() in told.replace(" ", "")
    assert len(bytes.fromhex(QGuiApplication.clipboard().text())) == 32


def test_a_folder_that_is_there_is_refused_at_its_field(inspection, tmp_path, qtbot):
    make(inspection, tmp_path, qtbot)
    assert "chưa có" in inspection.field.problem.text()
    assert not inspection.open.isVisible()


def test_a_pack_that_is_stopped_leaves_nothing(inspection, tmp_path, qtbot):
    inspection.folder.set_value(str(tmp_path / "bo"))
    inspection.make()
    inspection.stop.click()
    qtbot.waitUntil(inspection.start.isEnabled)
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]
    assert inspection.result.text() == ""


def test_who_may_not_audit_finds_both_disabled(workplace, shown):
    workplace.account = replace(LEADER, role=Role.CLERK)
    for section in (
        InspectionSection(workplace, allowed=False),
        RetentionSection(workplace, allowed=False),
    ):
        assert not section.body.isEnabled()


def test_whose_retention_is_over_is_listed_with_its_rule_and_enter_opens_it(
    workplace, shown, qtbot
):
    (workplace.folder / "retention.toml").write_text(OWN_RULE, "utf-8")
    receive(workplace.desk, "Vàng A Lử", 7, days_ago=30)
    dossier = receive(workplace.desk, "Lê Thị Ánh", 3, days_ago=40)
    finishing.record_result(workplace.desk, dossier.dossier_id, by=LEADER.login)
    finishing.hand_over(workplace.desk, dossier.dossier_id, by=LEADER.login)
    section = RetentionSection(workplace, allowed=True)
    shown(section)
    QTest.keyClick(section.look_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: section.table.rowCount() == 1)
    cells = [section.table.item(0, column).text() for column in range(3)]
    assert cells[0] == f"{dossier.reference}\nlưu đến 20/11/2026"
    assert cells[1] == "Quyết định 5/QĐ-UBND của xã (quyết định của cơ quan)"
    assert section.table.hasFocus()
    with qtbot.waitSignal(workplace.ways.dossier_wanted) as wanted:
        QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert wanted.args == [dossier.dossier_id]
    assert workplace.desk.store.dossier(dossier.dossier_id).redactions == ()
    redaction.redact(
        workplace.desk,
        dossier.dossier_id,
        RedactionGround.RETENTION_OVER,
        decision="DS 1/2026",
        decided_by="Chủ tịch",
        by=LEADER.login,
    )
    workplace.changes.blanked.emit(dossier.intake.owner)
    qtbot.waitUntil(lambda: section.table.rowCount() == 0)
