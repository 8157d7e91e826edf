"""The server's packs before the window: what is broken is told at once, all are listed by a key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exchange_counter import commune, counter, ready_file, road, sitting
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ends import AGENCY
from reception.domain.pack import Pack, PackWithdrawn, entity_of
from reception.services import packs
from reception.sync.server_chain import say
from reception.ui.theme import Tone
from sent_down import BRIDGE_DAY, forced, pack

__all__ = ["commune", "counter", "ready_file", "road", "sitting"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SATURDAY = replace(BRIDGE_DAY, on=date(2026, 5, 2))


def test_a_broken_pack_is_told_at_home_and_on_the_status_line_and_found_by_keys(
    counter, commune, tmp_path, monkeypatch
):
    counter.ring()
    workspace = counter.sitting.workspace
    assert not workspace.home.pack_news.isVisible()
    forced(commune, pack(pack="goi-7", title="Nghỉ bù nhầm", days=(SATURDAY,)))
    note = Pack("goi-2", "Kỳ báo cáo", date(2026, 3, 10), message="Gửi báo cáo trước 15/03/2026.")
    packs.release(commune.ledger, note, commune.clock)

    counter.ring()

    assert "1 gói cập nhật hỏng" in counter.words
    assert counter.tone is Tone.GOOD
    news = workspace.home.pack_news
    assert "“Nghỉ bù nhầm”" in news.broken.text()
    assert "Gửi báo cáo trước 15/03/2026." in news.news[0].text()

    counter.sitting.key(Qt.Key.Key_7, CTRL)
    counter.sitting.settle()
    page = workspace.pages.exchange
    assert page.tabs.tabText(1) == "Gói cập nhật: 1 gói hỏng (Alt+G)"
    counter.sitting.key(Qt.Key.Key_G, ALT)
    assert page.packs.hasFocus()
    told = [[page.packs.item(row, column).text() for column in (1, 2)] for row in range(2)]
    assert ["hỏng, không áp dụng", news.broken.text()] in told
    assert any("Gửi báo cáo" in words for _standing, words in told)
    file = tmp_path / "goi.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(file), "CSV (*.csv)"))
    counter.sitting.key(Qt.Key.Key_E, CTRL)
    counter.sitting.settle()
    assert "hỏng, không áp dụng" in file.read_text("utf-8-sig")

    with commune.ledger.writing() as work:
        now = commune.clock()
        say(work, AGENCY, PackWithdrawn("goi-7", 7, "gửi nhầm", now), entity_of("goi-7"), now)
    counter.ring()
    assert "hỏng" not in counter.words
    counter.sitting.key(Qt.Key.Key_L, ALT)
    assert page.log.hasFocus()
    counter.sitting.key(Qt.Key.Key_1, CTRL)
    counter.sitting.settle()
    assert not news.broken.isVisible()
    assert news.news[0].isVisible()
