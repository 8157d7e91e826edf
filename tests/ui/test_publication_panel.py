"""A month's results made public in the window, and how home tells that it is due."""

from __future__ import annotations

import pytest
from dossier_desk import CLERK, LEADER, new_register, open_workplace, receive

from reception.domain.publication import Standing
from reception.services import publication
from reception.ui.figures.publication.panel import PublicationPanel
from reception.ui.home.page import HomePage


@pytest.fixture
def workplace(app, tmp_path):
    """It is 20 November 2026; one dossier is of October."""
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        receive(workplace.desk, "Lò Văn Păn", 1, days_ago=40)
        yield workplace


@pytest.fixture
def panel(workplace, shown, qtbot):
    panel = shown(PublicationPanel(workplace))
    qtbot.waitUntil(lambda: bool(panel.standing.text()))
    return panel


def drafted(panel, qtbot) -> None:
    panel.draft()
    qtbot.waitUntil(lambda: bool(panel.spoken.toPlainText()))


def test_the_month_before_is_offered_first_and_late_is_said(panel):
    assert panel.month.value() == "2026-10"
    assert panel.month.count() == 12
    assert "QUÁ HẠN công bố" in panel.standing.text()
    assert panel.chip.text() == "Quá hạn công bố"


def test_drafted_looked_at_and_confirmed(panel, qtbot, workplace, monkeypatch):
    drafted(panel, qtbot)
    assert panel.spoken.toPlainText().startswith("Kính thưa bà con!")
    assert (panel.folder / "cong-bo-2026-10.pdf").is_file()
    monkeypatch.setattr(workplace.messages, "ask", lambda *_a, **_how: True)
    panel.confirm()
    qtbot.waitUntil(lambda: panel.chip.text() == "Đã công bố")
    (told,) = publication.all_published(workplace.desk)
    assert told.published.by == LEADER.login
    assert "tháng 10/2026 đã công bố" in panel.published.text()


def test_a_text_mended_in_another_program_is_shown_as_far_as_it_can_be(panel, qtbot):
    drafted(panel, qtbot)
    (panel.folder / "loa-2026-10.txt").write_bytes("Xin chào bà con!".encode("cp1258"))
    panel.refresh()
    qtbot.waitUntil(lambda: panel.spoken.toPlainText().startswith("Xin ch"))


def test_without_a_draft_nothing_is_looked_at_or_confirmed(panel, qtbot, workplace, monkeypatch):
    panel.look()
    assert "hãy lập bản nháp trước" in panel.problem.text()
    monkeypatch.setattr(workplace.messages, "ask", lambda *_a, **_how: True)
    panel.confirm()
    qtbot.waitUntil(lambda: "trình ký rồi xác nhận" in panel.problem.text())
    assert publication.all_published(workplace.desk) == []


def test_a_clerk_drafts_but_does_not_confirm(app, tmp_path, shown, qtbot):
    with open_workplace(new_register(tmp_path / "other"), CLERK) as workplace:
        panel = shown(PublicationPanel(workplace))
        assert panel.draft_button.isEnabled()
        assert not panel.confirm_button.isEnabled()
        qtbot.waitUntil(lambda: not workplace.tasks.busy)


def test_home_tells_in_red_what_is_late_and_leads_there(workplace, shown, qtbot):
    home = HomePage(workplace)
    wanted = []
    workplace.ways.figures_wanted.connect(wanted.append)
    home.refresh()
    shown(home)
    qtbot.waitUntil(home.publication.isVisible)
    assert home.publication.words.objectName() == "problem"
    assert "05/11/2026 theo thông lệ của tỉnh" in home.publication.words.text()
    home.publication.button.click()
    assert wanted == ["publication"]


def test_home_says_nothing_of_a_register_that_has_just_begun(app, tmp_path, shown, qtbot):
    with open_workplace(new_register(tmp_path / "new")) as workplace:
        home = HomePage(workplace)
        home.refresh()
        shown(home)
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
        assert not home.publication.isVisible()


def test_every_standing_has_its_words_and_its_tone(panel):
    assert all(panel._chip_words(standing) for standing in Standing)
