"""The window at work: keys, scans from anywhere, the ways between screens, the worded line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_program import CLERK, add_people, sitting_down

from at_the_counter import asking
from reception.services.desk import open_desk
from reception.services.intake import register
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printing import print_paper
from reception.ui.help import ANYWHERE, ON_A_SCREEN
from reception.ui.rail import Place
from reception.ui.theme import ThemeName

CARD = "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Xã Thử, Lai Châu|02102024"
CTRL = Qt.KeyboardModifier.ControlModifier


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
        sitting.sign_in(CLERK)
        yield sitting


def scan(sitting, text):
    assert sitting.program._scanner.take(text)
    sitting.settle()


def test_a_card_scanned_anywhere_opens_an_intake_for_that_person(sitting):
    sitting.workspace.go(Place.DOSSIERS)
    scan(sitting, CARD)
    intake = sitting.workspace.pages.intake
    assert sitting.workspace.stack.currentWidget() is intake
    assert intake.form.owner.value().name == "Lò Thị Mẫu"
    assert intake.form.owner.value().identity == "012190001234"


def test_a_card_scanned_on_an_open_intake_does_not_begin_another(sitting):
    sitting.workspace.receive()
    intake = sitting.workspace.pages.intake
    draft = intake.drafts.draft_id
    scan(sitting, CARD)
    assert intake.drafts.draft_id == draft
    assert intake.form.owner.value().name == "Lò Thị Mẫu"


def test_a_receipts_code_scanned_anywhere_opens_its_dossier(sitting, dossier):
    scan(sitting, dossier.code)
    page = sitting.workspace.pages.dossier
    assert sitting.workspace.stack.currentWidget() is page
    assert page.dossier_id == dossier.dossier_id


def test_another_code_scanned_outside_a_field_goes_to_the_search_box(sitting):
    sitting.workspace.rail.setFocus()
    scan(sitting, "0123456789")
    assert sitting.workspace.pages.search_box.edit.text() == "0123456789"
    assert sitting.focus() is sitting.workspace.pages.search_box.edit


def test_another_code_scanned_into_a_field_is_the_fields(sitting):
    sitting.workspace.pages.search_box.focus_search()
    assert not sitting.program._scanner.take("0123456789")


def test_every_place_has_its_key(sitting):
    workspace = sitting.workspace
    for key, held, place in (
        (Qt.Key.Key_2, CTRL, Place.DOSSIERS),
        (Qt.Key.Key_3, CTRL, Place.CATALOGUE),
        (Qt.Key.Key_4, CTRL, Place.SETTINGS),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, Place.INTAKE),
        (Qt.Key.Key_1, CTRL, Place.HOME),
    ):
        sitting.key(key, held)
        sitting.settle()
        assert workspace.rail.buttons[place].isChecked(), place
    assert workspace.stack.currentWidget() is workspace.home


def test_escape_goes_back_the_way_one_came(sitting, dossier):
    workspace = sitting.workspace
    workspace.go(Place.DOSSIERS)
    workspace.open_dossier(dossier.dossier_id)
    sitting.settle()
    workspace.go_back()
    assert workspace.stack.currentWidget() is workspace.pages.dossiers
    workspace.go_back()
    assert workspace.stack.currentWidget() is workspace.home
    workspace.go_back()
    assert workspace.stack.currentWidget() is workspace.home


def test_the_rail_returns_to_the_intake_as_it_was_left(sitting):
    workspace = sitting.workspace
    workspace.receive()
    workspace.pages.intake.form.owner.name.setText("Lò Thị Mẫu")
    workspace.go(Place.HOME)
    workspace.go(Place.INTAKE)
    assert workspace.pages.intake.form.owner.name.text() == "Lò Thị Mẫu"


def test_f6_walks_through_search_page_and_rail(sitting):
    workspace = sitting.workspace
    sitting.key(Qt.Key.Key_F3)
    assert sitting.focus() is workspace.pages.search_box.edit
    sitting.key(Qt.Key.Key_F6)
    assert workspace.stack.isAncestorOf(sitting.focus())
    sitting.key(Qt.Key.Key_F6)
    assert workspace.rail.isAncestorOf(sitting.focus())
    sitting.key(Qt.Key.Key_F6)
    assert sitting.focus() is workspace.pages.search_box.edit


def test_f6_comes_back_to_the_field_that_it_left(sitting):
    sitting.workspace.receive()
    sitting.settle()
    name = sitting.workspace.pages.intake.form.owner.name
    name.setFocus()
    for _area in range(3):
        sitting.key(Qt.Key.Key_F6)
    assert sitting.focus() is name


def test_what_was_said_for_one_screen_does_not_follow_to_the_next(sitting):
    status = sitting.window.status
    sitting.program.messages.tell("Không tìm thấy máy in.")
    sitting.workspace.go(Place.DOSSIERS)
    assert status.message.text() == "Không tìm thấy máy in."
    sitting.workspace.go(Place.HOME)
    assert status.message.text() == ""


def test_a_search_does_not_outlive_the_sitting(sitting):
    edit = sitting.workspace.pages.search_box.edit
    edit.setText("Đỗ Thị Ưởng")
    sitting.program.lock()
    assert edit.text() == ""


def test_text_size_and_theme_change_at_once_and_are_remembered(sitting, folder):
    sitting.key(Qt.Key.Key_Plus, CTRL)
    assert sitting.window.memory.percent == 110
    sitting.key(Qt.Key.Key_0, CTRL)
    assert sitting.window.memory.percent == 100
    sitting.workspace.top_bar.theme.click()
    assert sitting.window.memory.theme is ThemeName.DARK
    assert sitting.workspace.top_bar.theme.text() == "Tối"


def test_the_worded_line_tells_when_all_was_safe(sitting, clock):
    status = sitting.window.status
    assert status.state.text() == "Mọi hồ sơ trên máy này đã lưu lúc 09:00"
    assert status.line.words == "Chưa ghi danh với máy chủ"
    clock.set_to("2026-03-10T14:05")
    sitting.program.changes.dossiers_changed.emit(frozenset({"x"}))
    sitting.settle()
    assert "14:05" in sitting.window.status.state.text()


def test_ones_own_pin_is_one_step_from_ones_name(sitting):
    sitting.workspace.top_bar.own_secret_wanted.emit()
    sitting.settle()
    assert sitting.focus() is sitting.workspace.pages.settings.sections.own_secret.old


def test_closing_signs_the_chain(app, folder, clock, qtbot, dossier):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(CLERK)
    desk = open_desk(folder, clock)
    assert desk.database.row("SELECT occasion FROM head ORDER BY seq DESC") == (
        "đóng chương trình",
    )
    desk.close()


def test_a_scan_closes_what_is_only_shown_and_serves_the_next_citizen(sitting, dossier, qtbot):
    sitting.workspace.open_dossier(dossier.dossier_id)
    sitting.settle()
    print_paper(sitting.workspace.workplace, dossier.dossier_id, preview=True)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))
    scan(sitting, CARD)
    assert QApplication.activeModalWidget() is None
    intake = sitting.workspace.pages.intake
    assert sitting.workspace.stack.currentWidget() is intake
    assert intake.form.owner.value().name == "Lò Thị Mẫu"
    assert "Xem trước" in sitting.window.status.message.text()


def test_a_scan_does_not_reach_behind_a_dialog_that_asks(sitting):
    sitting.workspace.receive()
    intake = sitting.workspace.pages.intake
    dialog = intake.submission.ask_for_refusal(None, "")
    assert not sitting.program._scanner.take(CARD)
    dialog.reject()
    assert intake.form.state().is_empty


def test_a_long_message_leaves_the_permanent_words_alone(sitting):
    status = sitting.window.status
    status.say("Giấy đã phát hành được giữ ở một thư mục rất xa. " * 9)
    sitting.settle()
    assert status.message.geometry().right() < status.state.geometry().left()
    assert status.message.toolTip()
    status.hush()
    assert not status.message.toolTip()


def test_escape_leaves_the_catalogue_too(sitting):
    sitting.workspace.go(Place.CATALOGUE)
    sitting.key(Qt.Key.Key_Escape)
    assert sitting.workspace.stack.currentWidget() is sitting.workspace.home


def test_no_key_is_one_that_typing_tools_take():
    keys = [sequence for key in (*ANYWHERE, *ON_A_SCREEN) for sequence in key.sequences]
    assert not [sequence for sequence in keys if "Ctrl+Shift" in sequence or "Alt+Z" in sequence]
    assert len(keys) == len(set(keys))
