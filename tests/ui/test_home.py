"""Home: the day in words, figures that lead to their lists, what is pressing, drafts."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from whole_program import ADMINISTRATOR, CLERK, add_people, sitting_down

from at_the_counter import asking, clock_at
from reception.domain.delay import Ground
from reception.domain.dossier import State
from reception.domain.listing import DossierRow, Order, Pile, Shelf
from reception.domain.moments import parse_moment
from reception.services import apologies, clock, drafting
from reception.services.calendars import shipped_calendar
from reception.services.desk import open_desk
from reception.services.intake import register
from reception.ui.home.day import age_words, describe
from reception.ui.home.piles import worth_showing
from reception.ui.home.pressing import PressingTable
from reception.ui.theme import ThemeName, Tone, apply_theme


@pytest.mark.parametrize(
    ("on", "kind", "tone"),
    [
        (date(2026, 3, 10), "Ngày làm việc", Tone.GOOD),
        (date(2026, 3, 15), "Ngày nghỉ cuối tuần", Tone.IDLE),
        (date(2026, 11, 24), "Ngày lễ: Ngày Văn hóa Việt Nam", Tone.INFO),
        (
            date(2026, 8, 22),
            "Ngày làm bù: Làm bù cho ngày nghỉ 31/08/2026 (Quốc khánh 2/9)",
            Tone.WARNING,
        ),
    ],
)
def test_the_day_is_said_in_words(on, kind, tone):
    day = describe(shipped_calendar(), on)
    assert (day.kind, day.tone) == (kind, tone)


def test_a_day_off_says_when_the_office_opens_again():
    assert describe(shipped_calendar(), date(2026, 3, 14)).hours == "Mở cửa lại Thứ Hai, 16/03"


def test_near_the_end_of_the_announced_calendar_there_is_a_notice():
    assert describe(shipped_calendar(), date(2026, 3, 10)).notice == ""
    assert "2027" in describe(shipped_calendar(), date(2026, 11, 23)).notice


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("2026-03-10T08:59:40", "vừa xong"),
        ("2026-03-10T08:48", "12 phút trước"),
        ("2026-03-10T06:00", "3 giờ trước"),
        ("2026-03-07T08:00", "3 ngày trước"),
    ],
)
def test_the_age_of_a_draft(since, words):
    assert age_words(parse_moment(since), parse_moment("2026-03-10T09:00")) == words


@pytest.fixture
def sitting(app, folder, qtbot):
    add_people(folder, clock_at("2026-03-01T08:00"))
    desk = open_desk(folder, clock_at("2026-03-02T08:00"))
    late = register(desk, asking("Đỗ Thị Ưởng"), by=CLERK.login)
    desk.close()
    now = clock_at()
    desk = open_desk(folder, now)
    fresh = register(desk, asking("Lò Văn Nay"), by=CLERK.login)
    drafting.save(desk, "d1", CLERK.login, "Quàng Thị Dở", b"{}")
    desk.close()
    with sitting_down(app, folder, now, qtbot) as sitting:
        sitting.late, sitting.fresh = late, fresh
        sitting.sign_in(CLERK)
        yield sitting


def test_figures_are_counted_and_open_their_lists_by_enter(sitting):
    home = sitting.workspace.home
    cards = home.figures.cards
    assert cards[Shelf.RECEIVED_TODAY].number.text() == "1"
    assert cards[Shelf.OVERDUE].number.text() == "1"
    wanted = []
    sitting.workspace.workplace.ways.list_wanted.connect(wanted.append)
    cards[Shelf.OVERDUE].setFocus()
    sitting.enter()
    sitting.settle()
    assert (wanted[0].shelf, wanted[0].order) == (Shelf.OVERDUE, Order.DUE)
    assert sitting.workspace.stack.currentWidget() is sitting.workspace.pages.dossiers


def test_the_most_pressing_dossier_opens_by_enter(sitting):
    table = sitting.workspace.home.pressing
    assert table.item(0, 2).text() == "Đỗ Thị Ưởng"
    table.setFocus()
    sitting.enter()
    sitting.settle()
    assert sitting.workspace.pages.dossier.dossier_id == sitting.late.dossier_id


def test_a_new_dossier_changes_the_figures(sitting):
    home = sitting.workspace.home
    workplace = sitting.workspace.workplace
    workplace.in_lane(lambda desk: register(desk, asking("Lường Văn Mới"), by=CLERK.login))
    sitting.settle()
    workplace.changes.dossiers_changed.emit(frozenset({"new"}))
    sitting.settle()
    assert home.figures.cards[Shelf.RECEIVED_TODAY].number.text() == "2"


def test_drafts_show_their_age_and_are_asked_about_before_they_go(sitting, monkeypatch):
    drafts = sitting.workspace.home.drafts
    assert drafts.list.item(0).text() == "Quàng Thị Dở\nvừa xong"
    answers = []

    def throw_away(box):
        answers.append(box.text())
        box.buttons()[0].click()

    monkeypatch.setattr(QMessageBox, "exec", throw_away)
    drafts.list.setFocus()
    sitting.key(Qt.Key.Key_Delete)
    sitting.settle()
    assert "Quàng Thị Dở" in answers[0]
    assert drafts.list.count() == 0
    assert not drafts.isVisible()


def test_a_draft_is_handed_to_the_intake_by_enter(sitting):
    wanted = []
    sitting.workspace.workplace.ways.draft_wanted.disconnect()
    sitting.workspace.workplace.ways.draft_wanted.connect(wanted.append)
    sitting.workspace.home.drafts.list.setFocus()
    sitting.enter()
    assert [draft.draft_id for draft in wanted] == ["d1"]


def test_apologies_are_counted_and_less_than_all_is_red(sitting):
    figures = sitting.workspace.home.figures
    assert figures.apologised.number.text() == "0/1"
    assert figures.apologised.property("tone") == "bad"
    assert figures.apologised.accessibleName() == "Đã xin lỗi 0/1 hồ sơ quá hạn"
    assert figures.apology_drafts.number.text() == "1"

    def apologise(desk):
        apologies.apologise(
            desk, sitting.late.dossier_id, by=ADMINISTRATOR.login, late_because="mất điện"
        )

    sitting.workspace.workplace.in_lane(apologise)
    sitting.workspace.workplace.changes.dossiers_changed.emit(frozenset())
    sitting.settle()
    assert figures.apologised.number.text() == "1/1"
    assert figures.apologised.property("tone") == "good"
    assert figures.apology_drafts.number.text() == "0"


def test_the_drafts_of_apologies_open_their_page_by_enter(sitting):
    sitting.workspace.home.figures.apology_drafts.setFocus()
    sitting.enter()
    sitting.settle()
    assert sitting.workspace.stack.currentWidget() is sitting.workspace.pages.apologies


def test_waiting_and_suspended_are_counted_apart(sitting):
    figures = sitting.workspace.home.figures

    def suspend(desk):
        clock.suspend(
            desk, sitting.fresh.dossier_id, Ground.FINANCIAL_OBLIGATION, by=ADMINISTRATOR.login
        )

    sitting.workspace.workplace.in_lane(suspend)
    sitting.workspace.workplace.changes.dossiers_changed.emit(frozenset())
    sitting.settle()
    assert figures.cards[Shelf.SUSPENDED].number.text() == "1"
    assert figures.cards[Shelf.AWAITING_SUPPLEMENT].number.text() == "0"


def test_late_fields_and_holders_open_their_lists(sitting):
    home, wanted = sitting.workspace.home, []
    sitting.workspace.workplace.ways.list_wanted.connect(wanted.append)
    assert home.fields.table.item(0, 0).text() == sitting.late.intake.procedure.field
    home.fields.table.setFocus()
    sitting.enter()
    sitting.settle()
    assert (wanted[0].shelf, wanted[0].field) == (Shelf.OVERDUE, "Hộ tịch")

    sitting.workspace.go_home()
    sitting.settle()
    home.holders.table.setFocus()
    sitting.enter()
    assert wanted[1].holder == "Bộ phận Một cửa"


def test_land_is_shown_late_or_not_and_other_fields_only_late():
    piles = [Pile("Đất đai", 3, 0, None), Pile("Hộ tịch", 9, 2, None), Pile("Điện", 4, 0, None)]
    assert [pile.name for pile in worth_showing(piles)] == ["Đất đai", "Hộ tịch"]


def pressing_row(n, due_at):
    return DossierRow(
        n, f"d{n}", f"H40.16-260302-{n:04d}", State.RECEIVED, "1", "Thủ tục đăng ký khai sinh",
        "Hộ tịch", "Hợp tác xã Nông nghiệp Thanh Bình", "", "", "counter",
        opened_at=due_at, due_at=due_at, provisional=True, result_at=None, handed_over_at=None,
    )  # fmt: skip


@pytest.mark.parametrize("percent", [100, 130, 150])
@pytest.mark.parametrize("width", [1200, 700, 520])
def test_the_due_moment_is_never_cut_however_narrow(app, shown, percent, width):
    apply_theme(app, ThemeName.LIGHT, percent)
    table = PressingTable()
    table.resize(width, 400)
    shown(table)
    now = parse_moment("2026-03-10T09:00")
    table.show_rows([pressing_row(n, now) for n in range(3)], now, now.date())
    words = table.item(0, 1).text()
    assert "(dự kiến)" in words

    assert not table.isColumnHidden(1)
    taken = table.fontMetrics().horizontalAdvance(words) + 2 * round(8 * percent / 100)
    assert table.columnWidth(1) >= taken
    columns = [n for n in range(4) if not table.isColumnHidden(n)]
    assert sum(map(table.columnWidth, columns)) <= table.viewport().width()


@pytest.mark.parametrize(("width", "height", "percent"), [(1280, 720, 130), (1366, 768, 150)])
def test_with_large_letters_rows_are_in_sight_and_only_the_page_scrolls(
    app, sitting, width, height, percent
):
    apply_theme(app, ThemeName.LIGHT, percent)
    sitting.window.resize(width, height)
    sitting.settle()
    home = sitting.workspace.home
    first = home.pressing.visualItemRect(home.pressing.item(0, 1))
    bottom = home.pressing.viewport().mapTo(home, first.bottomLeft()).y()
    assert bottom < home.height()
    for table in (home.pressing, home.fields.table, home.holders.table):
        assert table.verticalScrollBar().maximum() == 0
        assert table.horizontalScrollBar().maximum() == 0
    below = home.drafts.mapTo(home, home.drafts.rect().topLeft()).y()
    assert below > home.pressing.mapTo(home, home.pressing.rect().bottomLeft()).y()
