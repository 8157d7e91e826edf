"""The settings tell leaders who saw, printed and changed what; others they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier_desk import LEADER, new_register, open_workplace, receive_many

from reception.domain.access import Purpose
from reception.domain.accounts import Role
from reception.services.access import note_unmasked
from reception.ui.settings.audit import AuditSection


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path)) as workplace:
        receive_many(workplace.desk, 2)
        note_unmasked(workplace.desk, "Quá hạn (2 hồ sơ)", Purpose.CALL, by=LEADER.login)
        yield workplace


def test_a_leader_sees_the_latest_acts_and_saves_them(workplace, shown, qtbot, tmp_path):
    section = AuditSection(workplace, allowed=True)
    shown(section)
    section.look()
    qtbot.waitUntil(lambda: section.table.rowCount() > 0)
    whats = [section.table.item(row, 2).text() for row in range(section.table.rowCount())]
    assert "Hiện số đang che: Quá hạn (2 hồ sơ), để liên hệ người nộp" in whats
    section.save(tmp_path / "nhat-ky.csv")
    qtbot.waitUntil((tmp_path / "nhat-ky.csv").exists)
    assert "Hiện số đang che" in (tmp_path / "nhat-ky.csv").read_text("utf-8-sig")


def test_a_clerk_is_refused_by_the_service_and_sees_it_disabled(workplace, shown, qtbot):
    workplace.account = replace(LEADER, role=Role.CLERK)
    section = AuditSection(workplace, allowed=False)
    shown(section)
    assert not section.look_button.isEnabled()
