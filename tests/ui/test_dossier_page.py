"""One dossier on screen: all it holds, what happened to it, and the keys of the page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dossier_desk import LEADER, NOW, new_register, open_workplace, person, receive, request
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.dossier import State
from reception.domain.dossier_events import HandedOver, PaperIssued, ResultRecorded
from reception.domain.intake import SubmittedPaper
from reception.services import clock, intake, passing_on, set_up
from reception.storage.store import HistoryEntry
from reception.ui.dossiers.card import Card
from reception.ui.dossiers.dossier_page import DossierPage
from reception.ui.dossiers.event_words import event_words
from reception.ui.dossiers.explain import BasisDialog
from reception.ui.dossiers.words import state_standing, worked_words
from reception.ui.theme import ThemeName, apply_theme

LINKED = "1.010801"


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path)) as workplace:
        yield workplace


@pytest.fixture
def page(workplace, shown):
    page = DossierPage(workplace)
    page.resize(1280, 720)
    return shown(page)


def opened(page, dossier_id, qtbot) -> str:
    """Everything the page says."""
    page.open(dossier_id)
    qtbot.waitUntil(lambda: page._seen is not None and bool(page.findChildren(Card)))
    return said(page)


def said(page) -> str:
    texts = [page.code.text(), page.chip.text(), page.line.text()]
    for card in page.body.widget().findChildren(Card):
        texts += card.texts()
    return "\n".join(texts)


def test_the_page_says_all_that_the_dossier_holds(page, workplace, qtbot):
    dossier = receive(
        workplace.desk,
        "Nguyễn <i>Văn</i> An",
        7,
        procedure=LINKED,
        submitter=person("H'Hen Niê", 8),
        authorisation="Giấy uỷ quyền số 12",
        papers=(SubmittedPaper("Bản khai", 1, 2),),
        fee_vnd=150_000,
        notes="Gọi trước khi trả",
    )
    text = opened(page, dossier.dossier_id, qtbot)
    for piece in (
        dossier.code,
        "Đang giải quyết",
        "Nguyễn <i>Văn</i> An",
        "H'Hen Niê, Nữ, sinh 02/09/1990",
        "Giấy uỷ quyền số 12",
        "011200000007",
        "Bản Nậm Cản, Xã Mường Lay, Tỉnh Điện Biên",
        "1. Bản khai: 1 bản chính, 2 bản sao",
        "150.000 đồng",
        "Gọi trước khi trả",
        "UBND xã",
        "Sở Nội vụ",
        "Bộ luật Dân sự",
        "09:30 20/11/2026  ·  Hoàng Thị Yến",
        "Tiếp nhận hồ sơ",
    ):
        assert piece in text


def test_the_timeline_is_told_in_order_and_in_words(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, days_ago=3)
    store = workplace.desk.store
    with store.writing():
        for event in (
            PaperIssued("receipt", 1, NOW),
            PaperIssued("receipt", 2, NOW),
            ResultRecorded(NOW, "Giấy khai sinh"),
            HandedOver(NOW, "Lê Thị Ánh"),
        ):
            store.record(dossier.dossier_id, event, at=NOW, by="máy khác")
    text = opened(page, dossier.dossier_id, qtbot)
    told = [
        "Tiếp nhận hồ sơ",
        "In giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "In lại lần 1: giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Có kết quả: Giấy khai sinh",
        "Trả kết quả cho Lê Thị Ánh",
    ]
    places = [text.index(f"\n{words}") for words in told]
    assert places == sorted(places)
    assert "máy khác" in text
    assert page.chip.text() == "Đã trả kết quả"


def test_an_event_of_a_newer_program_is_shown_as_kept():
    entry = HistoryEntry(NOW, "lan", "dossier.teleported", None, "d", 7)
    assert "dossier.teleported" in event_words(entry)
    assert "giữ nguyên" in event_words(entry)


def test_a_guided_dossier_says_what_to_bring(page, workplace, qtbot):
    guided = intake.guide(
        workplace.desk,
        request("Y Ka Ly", 4),
        wanted=["Giấy chứng sinh"],
        reason="Thiếu giấy tờ",
        by=LEADER.login,
    )
    text = opened(page, guided.dossier_id, qtbot)
    assert guided.slip_number in text
    assert "Giấy chứng sinh" in text
    assert "Hướng dẫn bổ sung hồ sơ: Thiếu giấy tờ" in text
    assert not page.bar.explain_button.isEnabled()


def test_the_keys_of_the_page(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1)
    opened(page, dossier.dossier_id, qtbot)
    assert page.hasFocus()
    with qtbot.waitSignal(workplace.ways.intake_wanted) as wanted:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert wanted.args[0].name == "Lê Thị Ánh"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert page.body.verticalScrollBar().value() > 0
    with qtbot.waitSignal(page.back_wanted):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_the_due_moment_explains_itself(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, procedure="1.001612")
    opened(page, dossier.dossier_id, qtbot)
    QTest.keyClick(page, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle().startswith("Vì sao hẹn trả ngày này")
    dialog.reject()


def test_the_page_follows_changes(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1)
    opened(page, dossier.dossier_id, qtbot)
    with workplace.desk.store.writing():
        workplace.desk.store.record(
            dossier.dossier_id, ResultRecorded(NOW), at=NOW, by=LEADER.login
        )
    workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
    qtbot.waitUntil(lambda: page.chip.text() == "Có kết quả, chờ trả")


def test_a_promise_stands_when_the_calendar_changes(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, procedure="1.001612")
    day_off = CalendarDay(date(2026, 11, 23), DayKind.HOLIDAY, "ngày nghỉ mới")
    set_up.revise_calendar(workplace.desk, (day_off,), "quyết định mới", by=LEADER)
    workplace.rules.reload()
    opened(page, dossier.dossier_id, qtbot)
    QTest.keyClick(page, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BasisDialog))
    dialog = QApplication.activeModalWidget()
    told = " ".join(dialog.card.texts())
    assert "17:30 26/11/2026" in told
    assert "vẫn giữ nguyên" in told
    dialog.reject()


def test_what_is_on_screen_can_be_read_narrow_and_large(app, page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED)
    apply_theme(app, ThemeName.LIGHT, 140)
    page.resize(900, 700)
    opened(page, dossier.dossier_id, qtbot)
    content = page.body.widget()

    def one_column_without_a_scroll_bar() -> bool:
        columns = {card.x() for card in content.findChildren(Card)}
        return len(columns) == 1 and content.width() <= page.body.viewport().width()

    qtbot.waitUntil(one_column_without_a_scroll_bar)


def test_the_history_goes_below_when_the_letters_grow(app, page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED)
    page.resize(1100, 700)
    opened(page, dossier.dossier_id, qtbot)
    cards = page.body.widget().findChildren(Card)
    qtbot.waitUntil(lambda: len({card.x() for card in cards}) == 2)
    apply_theme(app, ThemeName.LIGHT, 150)
    qtbot.waitUntil(lambda: len({card.x() for card in cards}) == 1)


def test_the_page_tells_whose_hands_it_is_in_and_for_how_long(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, procedure=LINKED, days_ago=7)
    office = passing_on.known_holders(workplace.desk)
    commune = next(holder for holder in office if holder.name == "UBND xã")
    passing_on.forward(workplace.desk, dossier.dossier_id, commune, by=LEADER.login)
    text = opened(page, dossier.dossier_id, qtbot)
    assert "Người giữ\nUBND xã" in text
    assert "chưa xác nhận đã nhận" in text
    assert "Bộ phận Một cửa\n5 ngày làm việc" in text
    assert "đang ở UBND xã" in text
    assert "chưa đến" in text
    assert "Hẹn tổng" in text
    assert "Chuyển hồ sơ cho UBND xã: bước 1" in text


def test_both_figures_of_a_supplement_and_the_first_due_moment_stay(page, workplace, qtbot):
    dossier = receive(workplace.desk, "Lê Thị Ánh", 1, procedure="1.001612", days_ago=1)
    desk, key = workplace.desk, dossier.dossier_id
    clock.request_supplement(desk, key, wanted=["Bản vẽ"], reason="thiếu", by=LEADER.login)
    text = opened(page, key, qtbot)
    assert "đồng hồ đang dừng" in text
    clock.receive_supplement(desk, key, by=LEADER.login)
    workplace.changes.dossiers_changed.emit(frozenset({key}))
    qtbot.waitUntil(lambda: "Nhận đủ lúc" in said(page))
    text = said(page)
    for piece in (
        "Hạn gốc trên giấy đầu\n17:30 25/11/2026",
        "Hạn sau bổ sung\n17:30 26/11/2026",
        "Nếu tính cách kia",
        "tính lại từ đầu khi nhận đủ",
    ):
        assert piece in text


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "chưa đến một phút làm việc"),
        (20, "20 phút làm việc"),
        (135, "2 giờ 15 phút làm việc"),
        (480, "1 ngày làm việc"),
        (1150, "2 ngày 3 giờ làm việc"),
    ],
)
def test_office_hours_are_told_as_people_count_them(app, minutes, words):
    assert worked_words(timedelta(minutes=minutes), timedelta(hours=8)) == words


def test_every_state_has_a_chip():
    chips = [state_standing(state) for state in State]
    assert all(chip.words for chip in chips)
    assert len({chip.words for chip in chips}) == len(State)
