"""The help: a whole page for each screen, found by F1 or by a few letters, all by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from unikey import send
from whole_program import CLERK, add_people, sitting_down

from at_the_counter import asking
from reception import paths, ui
from reception.services.desk import open_desk
from reception.services.intake import register
from reception.ui import help as keys
from reception.ui.help_pages.asking import show_help
from reception.ui.help_pages.finding import find, found_in
from reception.ui.help_pages.topics import KEYS, topics
from reception.ui.help_pages.window import HelpWindow
from reception.ui.labels import DataLabel
from reception.ui.rail import Place

CARD = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Xã Thử, Lai Châu|02102024"
TOLD = {name: topic for name, topic in topics().items() if name != KEYS}
# What every program does with these, and no table of ours tells.
EVERYWHERE = {"Esc", "Tab", "Enter", "+", "-"}
LARGEST_ALL_PICTURES = 3_000_000


# --- what is written ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TOLD)
def test_a_page_tells_what_it_is_for_its_keys_and_typical_difficulties(name):
    topic = TOLD[name]
    assert len(topic.purpose) > 60
    assert topic.keys
    assert 3 <= len(topic.difficulties) <= 6
    assert all(one.seen and len(one.remedy) > 20 for one in topic.difficulties)


def test_every_place_of_the_rail_has_its_page():
    assert {place.value for place in Place} <= set(topics())


def test_every_page_that_a_screen_or_another_page_names_is_there():
    named = {name for topic in topics().values() for name in topic.see}
    for file in Path(ui.__file__).parent.glob("**/*.py"):
        code = file.read_text("utf-8")
        named |= set(re.findall(r'(?:offer_help|helped_by)\(self, "([\w-]+)"', code))
        # The sections of the settings, in a table.
        named |= set(re.findall(r'^            \(self\.\w+, "([\w-]+)"\),$', code, re.MULTILINE))
    assert {"acts", "printing", "scanning", "no-power"} <= named
    assert named <= set(topics())


def test_no_two_pages_stand_at_the_same_place():
    assert len({topic.order for topic in topics().values()}) == len(topics())


def test_pictures_are_there_small_and_none_is_left_over():
    wanted = {topic.picture for topic in topics().values() if topic.picture}
    files = {file.name: file.stat().st_size for file in paths.resource("help/pictures").iterdir()}
    assert set(files) == wanted
    assert sum(files.values()) < LARGEST_ALL_PICTURES
    for topic in topics().values():
        assert topic.picture or not topic.parts, topic.name


TABLES = (
    keys.ANYWHERE, keys.ON_A_SCREEN, keys.IN_PAPERS, keys.IN_LISTS, keys.IN_APOLOGIES,
    keys.IN_BOOKS, keys.IN_CERTIFICATION, keys.IN_SURVEY, keys.IN_FIGURES,
)  # fmt: skip


def known_keys() -> set[str]:
    return {sequence for table in TABLES for key in table for sequence in key.sequences}


# Buttons that show their own key, on a page that the sheet has no table for.
ON_BUTTONS = {
    "Alt+P", "Alt+S", "Alt+U", "Alt+N", "Alt+B", "Alt+G", "Alt+H", "Alt+L", "Alt+X",
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_a_page_names_only_keys_that_there_are(name):
    topic = TOLD[name]
    texts = (topic.purpose, *topic.parts, *(one.remedy for one in topic.difficulties))
    named = {key for text in texts for key in re.findall(r"\[([^\]]+)\]", text)}
    named |= {key for key, _words in topic.keys}
    assert named <= known_keys() | EVERYWHERE | ON_BUTTONS


# --- finding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("quet the ra chu la", "Quét thẻ ra chữ lạ, sai dấu"),
        ("QUÉT THẺ ra chữ lạ", "Quét thẻ ra chữ lạ, sai dấu"),
        ("quen pin", "Quên mã PIN"),
        ("may in khong in", "Máy in không in, giấy hẹn chưa ra"),
        ("chung thuc", "Chứng thực"),
        ("mat dien", "Mất điện, giấy in sẵn"),
    ],
)
def test_a_few_letters_without_marks_find_the_page_or_the_difficulty(typed, first):
    assert find(topics().values(), typed)[0].title == first


def test_what_is_nowhere_is_not_found():
    assert find(topics().values(), "xyzzy") == []
    assert find(topics().values(), "  ") == []


def test_where_a_word_stands_is_told_letter_by_letter():
    text = "Tắt bộ gõ, đừng gõ dấu."
    assert [text[at : at + length] for at, length in found_in(text, "go dung")] == [
        "gõ", "đừng", "gõ",
    ]  # fmt: skip
    assert found_in("người gọi", "ng go") == [(0, 2), (6, 2)]


# --- by keyboard ----------------------------------------------------------------------------------


@pytest.fixture
def help_window(app, shown, qtbot):
    owner = shown(QWidget())
    owner.resize(1280, 720)
    window = show_help(owner, "start")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    yield window  # noqa: PT022 - its owner lives as long


def key(which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), which)


def test_help_is_found_read_and_left_without_a_mouse(help_window):
    window = help_window
    assert QApplication.focusWidget() is window.search
    send(window.search, "quen ma")
    assert window.contents.currentItem().text() == "–  Quên mã PIN"
    assert window.pane.topic is topics()["sign-in"]
    assert {mark.cursor.selectedText() for mark in window.pane.extraSelections()} >= {"Quên", "mã"}
    key(Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert window.pane.topic is topics()["sign-in"]
    key(Qt.Key.Key_Down)
    assert window.pane.topic is topics()["settings"]
    key(Qt.Key.Key_PageDown)
    assert window.pane.verticalScrollBar().value() > 0
    send(window.search, "xyzzy")
    assert window.contents.count() == 0
    assert window.nothing.isVisible()
    key(Qt.Key.Key_Escape)
    window.pane.topic_wanted.emit("printing")
    assert window.contents.currentItem().text() == topics()["printing"].title
    key(Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_sheet_of_keys_is_one_of_its_pages_and_shows_them_all(help_window):
    help_window.show_topic(KEYS)
    sheet = help_window.pages.currentWidget()
    assert isinstance(sheet, keys.KeySheet)
    shown = {label.text() for label in sheet.findChildren(DataLabel)}
    assert {key.act() for table in TABLES for key in table} <= shown
    key(Qt.Key.Key_F1)
    assert not help_window.isVisible()


def test_pictures_are_as_wide_as_the_page_and_no_wider(help_window, app):
    help_window.show_topic("intake")
    for width in (760, 1060):
        help_window.resize(width, 600)
        app.processEvents()
        pane = help_window.pane
        assert pane.document().idealWidth() <= pane.viewport().width()


@pytest.fixture
def dossier(folder, clock):
    add_people(folder, clock)
    desk = open_desk(folder, clock)
    received = register(desk, asking("Đỗ Thị Ưởng"), by=CLERK.login)
    desk.close()
    return received


@pytest.fixture
def sitting(app, folder, clock, qtbot, dossier):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


def ask_for_help(sitting) -> HelpWindow:
    sitting.key(Qt.Key.Key_F1)
    sitting.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), HelpWindow))
    window = QApplication.activeWindow()
    assert isinstance(window, HelpWindow)
    return window


def leave(sitting, window: HelpWindow) -> None:
    sitting.key(Qt.Key.Key_F1)
    sitting.qtbot.waitUntil(lambda: is_closed(window))
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is sitting.window)


def is_closed(window: HelpWindow) -> bool:
    # It is deleted once it is closed.
    return not isValid(window) or not window.isVisible()


def test_f1_opens_the_page_at_hand_from_sign_in_on(sitting, dossier):
    window = ask_for_help(sitting)
    assert window.pane.topic is topics()["sign-in"]
    leave(sitting, window)
    workspace = sitting.sign_in(CLERK)
    for place in (Place.HOME, Place.INTAKE, Place.BOOKS, Place.SETTINGS):
        workspace.go(place)
        sitting.settle()
        window = ask_for_help(sitting)
        assert window.pane.topic is topics()[place.value]
        leave(sitting, window)
    workspace.open_dossier(dossier.dossier_id)
    sitting.settle()
    window = ask_for_help(sitting)
    assert window.pane.topic is topics()["dossier"]
    leave(sitting, window)
    bar = workspace.pages.dossier.bar
    bar.act_wanted.emit(bar._next[0])
    sitting.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    dialog.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    assert ask_for_help(sitting).pane.topic is topics()["acts"]
    dialog.reject()


def test_a_scan_closes_the_help_and_a_locked_desk_opens_none(sitting):
    sitting.sign_in(CLERK)
    window = ask_for_help(sitting)
    assert not window.isModal()
    assert sitting.program._scanner.take(CARD)
    sitting.settle()
    assert is_closed(window)
    assert sitting.workspace.pages.intake.form.owner.value().name == "Lò Thị Mẫu"
    assert "Trợ giúp" in sitting.window.status.message.text()
    sitting.program.lock()
    sitting.settle()
    sitting.key(Qt.Key.Key_F1)
    sitting.settle()
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpWindow)] == []
