"""“Việc cần xem lại” before the window: counted quietly, told in words, decided by a key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from exchange_counter import commune, counter, other, ready_file, road, sitting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_program import ADMINISTRATOR, SPECIALIST

from at_the_counter import BY
from ends import received
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.services import closing_periods, exchange, mending
from reception.services.mending import request_of
from reception.ui.dossiers.card import Card
from reception.ui.rail import Place

__all__ = ["commune", "counter", "other", "ready_file", "road", "sitting"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
OURS, THEIRS = "0912345678", "0987654321"


def correct(desk, dossier_id, phone):
    request = request_of(desk.store.dossier(dossier_id).intake)
    request = replace(request, owner=replace(request.owner, phone=phone))
    mending.correct(desk, dossier_id, request, reason="gõ sai", by=BY)


def exchange_of(desk, counter):
    exchange.exchange(desk, counter.road, exchange.make_exchanger(desk, lambda: 0.0))


@pytest.fixture
def clash(counter, other):
    """One telephone number corrected at two desks; this window's came first and stands."""
    dossier = received(other, "Lò Thị Mẫu")
    exchange_of(other, counter)
    counter.ring()
    correct(counter.desk, dossier.dossier_id, OURS)
    counter.ring()
    correct(other, dossier.dossier_id, THEIRS)
    exchange_of(other, counter)
    counter.ring()
    return dossier


def phone(counter, dossier):
    return counter.desk.store.dossier(dossier.dossier_id).intake.owner.phone


@pytest.fixture
def page(clash, counter):
    counter.sitting.key(Qt.Key.Key_8, CTRL)
    counter.sitting.settle()
    return counter.sitting.workspace.pages.reviews


def test_nothing_to_decide_is_not_spoken_of(counter):
    counter.ring()
    counter.sitting.workspace.home.refresh()
    counter.sitting.settle()

    assert not counter.sitting.workspace.rail.buttons[Place.REVIEWS].isVisible()
    assert not counter.sitting.workspace.home.figures.reviews.isVisible()
    assert "cần xem lại" not in counter.words


def test_what_is_to_be_decided_is_counted_without_disturbing_anybody(clash, counter):
    workspace = counter.sitting.workspace
    assert QApplication.activeModalWidget() is None
    assert workspace.rail.buttons[Place.REVIEWS].accessibleName() == "Cần xem lại (1)"
    assert workspace.rail.buttons[Place.REVIEWS].isVisible()
    assert counter.words.endswith("1 việc cần xem lại")
    counter.sitting.settle()
    card = workspace.home.figures.reviews
    assert (card.isVisible(), card.number.text()) == (True, "1")

    card.click()
    counter.sitting.settle()

    assert workspace.stack.currentWidget() is workspace.pages.reviews


def test_both_values_are_told_with_who_and_when(page):
    said = " ".join(page.sides.widget().texts())
    for words in (
        OURS,
        THEIRS,
        "Lường Thị May",
        "máy này",
        "Quầy bên",
        "Sửa thông tin",
        "09:00 10/03/2026",
    ):
        assert words in said
    assert page.list.item(0).text().startswith("Hai giá trị: Chủ hồ sơ, ")


def test_alt_g_keeps_the_dossier_as_it_is(page, clash, counter):
    counter.sitting.key(Qt.Key.Key_G, ALT)
    counter.sitting.settle()

    assert phone(counter, clash) == OURS
    assert page.list.count() == 0
    assert page.nothing.isVisible()
    assert "cần xem lại" not in counter.words


def test_alt_l_takes_the_other_value_and_the_other_desk_learns_of_it(page, clash, counter, other):
    counter.sitting.key(Qt.Key.Key_L, ALT)
    counter.sitting.settle()
    assert phone(counter, clash) == THEIRS
    counter.ring()
    exchange_of(other, counter)

    assert other.store.dossier(clash.dossier_id).intake.owner.phone == THEIRS
    assert exchange.standing(other).reviews == 0


def test_enter_opens_the_dossier_and_its_page_leads_back(page, clash, counter):
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    counter.sitting.settle()
    dossier_page = counter.sitting.workspace.pages.dossier
    assert dossier_page.dossier_id == clash.dossier_id
    [card] = [
        card for card in dossier_page.body.widget().findChildren(Card)
        if "Cần xem lại (1)" in card.texts()
    ]  # fmt: skip
    assert any(THEIRS in text for text in card.texts())

    counter.program.workspace.workplace.ways.reviews_wanted.emit(clash.dossier_id)
    counter.sitting.settle()
    assert counter.sitting.workspace.stack.currentWidget() is page


def test_a_role_without_the_right_only_reads(clash, counter):
    counter.program.lock()
    counter.sitting.settle()
    counter.sitting.sign_in(SPECIALIST)
    counter.sitting.workspace.show_reviews()
    counter.sitting.settle()
    page = counter.sitting.workspace.pages.reviews
    assert not page.keep_button.isEnabled()
    assert not page.take_button.isEnabled()
    page.keep()
    counter.sitting.settle()
    assert page.list.count() == 1


def test_what_is_to_be_decided_is_taken_out_without_the_numbers(page, clash, counter, tmp_path):
    page.export_button.save(tmp_path / "viec.csv")
    counter.sitting.settle()
    told = (tmp_path / "viec.csv").read_text("utf-8-sig")
    assert clash.reference in told
    assert OURS not in told
    assert THEIRS not in told


@pytest.fixture
def closed_twice(counter, other, commune):
    """March closed at the other desk, and then here by somebody who did not know of it."""
    received(other)
    exchange_of(other, counter)
    counter.ring()
    received(counter.desk)
    commune.clock.set_to("2026-04-02T09:00")
    for desk, by in ((other, BY), (counter.desk, ADMINISTRATOR.login)):
        closing_periods.close(desk, MARCH, Choices(), by=by, names=("ii06a",))
    exchange_of(other, counter)
    counter.ring()
    counter.sitting.key(Qt.Key.Key_8, CTRL)
    counter.sitting.settle()
    return counter.sitting.workspace.pages.reviews


def test_who_closed_a_month_second_learns_it_with_the_next_exchange(closed_twice, counter):
    assert counter.words.endswith("1 việc cần xem lại")
    assert closed_twice.list.item(0).text() == "Số liệu II.06a chốt hai lần\n01/03/2026–31/03/2026"
    said = " ".join(closed_twice.sides.widget().texts())
    assert "đến trước nên có hiệu lực" in said
    assert "Tổng số, cột 3: bản trước 1, bản sau 2" in said

    closed_twice.open_dossier()
    counter.sitting.settle()
    workspace = counter.sitting.workspace
    assert workspace.stack.currentWidget() is workspace.pages.figures


def test_alt_g_says_that_it_was_seen(closed_twice, counter):
    counter.sitting.key(Qt.Key.Key_G, ALT)
    counter.sitting.settle()

    assert closed_twice.list.count() == 0
    assert "cần xem lại" not in counter.words
    (kept,) = closing_periods.closings(counter.desk)
    assert kept.by == BY
