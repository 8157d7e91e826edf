"""At the window: copies by themselves, two keys to come back from one, a damaged register saved."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from whole_program import ADMINISTRATOR, sitting_down

from at_the_counter import BY, asking
from reception.domain.moments import to_utc_text
from reception.services import dated_copies, intake, locking
from reception.services.desk import open_desk
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount
from reception.settings import Settings, load_settings, save_settings
from reception.ui.clock_watch import ClockWatch
from reception.ui.rail import Place
from reception.ui.recover.page import RecoverPage
from reception.ui.sign_in.page import SignInPage
from reception.ui.standing_notes import NoticeBar
from register_contents import alter


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "usb"
    place.mkdir()
    return place


def receive(folder, clock, name="Đỗ Thị Ưởng") -> str:
    desk = open_desk(folder, clock)
    code = intake.register(desk, asking(name), by=BY).code
    desk.close()
    return code


def codes(desk) -> set[str]:
    return {code for (code,) in desk.database.rows("SELECT reference FROM dossier")}


def shown_note(sitting) -> str:
    note = sitting.program.notes.first
    return note.text if note else ""


@contextmanager
def torn_register(app, folder, clock, stick, qtbot):
    """Somebody at work on a register in which the day's copy has found a torn page."""
    receive(folder, clock)
    alter(folder / "reception.db", "UPDATE event SET body = x'00' WHERE seq = 3")
    save_settings(folder, Settings(copies_folder=str(stick)))
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in()
        sitting.program.watching.copying.go()
        sitting.settle()
        yield sitting


def press_note(sitting):
    """Press the note's button, and wait for the screen that it leads to."""
    bar = sitting.workspace.findChild(NoticeBar)
    bar.act.setFocus()
    sitting.key(Qt.Key.Key_Return)
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.screen, RecoverPage))
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(sitting.screen.salvage.hasFocus)


def open_backup(sitting):
    sitting.sign_in()
    sitting.workspace.go(Place.SETTINGS)
    page = sitting.workspace.pages.settings
    page.choose("backup")
    page.sections.backup.setFocus()
    return page.sections.backup.second_place


def test_a_copy_is_made_in_a_calm_moment_once_a_day(app, folder, clock, stick, qtbot):
    save_settings(folder, Settings(copies_folder=str(stick)))
    with sitting_down(app, folder, clock, qtbot) as sitting:
        copying = sitting.program.watching.copying
        copying._idle_s = lambda: 5.0  # somebody is at the keys
        copying.look()
        assert dated_copies.found(stick) == []

        copying._idle_s = lambda: 60.0
        copying.look()
        sitting.settle()
        copying.look()
        sitting.settle()

    [copy] = dated_copies.found(stick)
    assert copy.made_on == clock.at.date()
    assert load_settings(folder).last_copy_at == to_utc_text(clock.at)


def test_a_stick_that_is_missing_is_said_quietly_and_after_days_in_a_note(
    app, folder, clock, stick, qtbot
):
    settings = Settings(copies_folder=str(stick), last_copy_at=to_utc_text(clock.at))
    save_settings(folder, settings)
    stick.rmdir()
    clock.at += timedelta(days=1)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        copying = sitting.program.watching.copying
        copying._idle_s = lambda: 60.0
        copying.look()
        sitting.settle()
        assert any("cắm USB" in said for said in sitting.program.messages.heard)
        assert shown_note(sitting) == ""

        clock.at += timedelta(days=3)
        for _minute in range(11):
            copying.look()
        sitting.settle()
        assert "4 ngày" in shown_note(sitting)
        workspace = sitting.sign_in()
        bar = workspace.findChild(NoticeBar)
        assert bar.isVisible()

        stick.mkdir()
        for _minute in range(11):
            copying.look()
        sitting.settle()
        assert shown_note(sitting) == ""
        assert not bar.isVisible()


def test_a_register_with_a_torn_page_is_told_by_its_first_copy(app, folder, clock, stick, qtbot):
    with torn_register(app, folder, clock, stick, qtbot) as sitting:
        assert "có chỗ hỏng" in shown_note(sitting)
    assert dated_copies.found(stick) == []


def test_from_its_note_the_register_is_saved_amid_work(app, folder, clock, stick, qtbot):
    with torn_register(app, folder, clock, stick, qtbot) as sitting:
        press_note(sitting)
        assert shown_note(sitting) == ""
        sitting.key(Qt.Key.Key_Return)
        sitting.qtbot.waitUntil(lambda: isinstance(sitting.screen, SignInPage))
        sitting.settle()
        assert "Đã cứu" in shown_note(sitting)
        sitting.sign_in()


def test_from_its_note_one_may_go_back_to_work(app, folder, clock, stick, qtbot):
    with torn_register(app, folder, clock, stick, qtbot) as sitting:
        press_note(sitting)
        sitting.key(Qt.Key.Key_Escape)
        sitting.qtbot.waitUntil(lambda: isinstance(sitting.screen, SignInPage))
        sitting.sign_in()
        sitting.program.watching.copying.go()
        sitting.settle()
        assert "có chỗ hỏng" in shown_note(sitting)


def test_the_second_place_is_chosen_and_the_first_copy_made_at_once(
    app, folder, clock, stick, qtbot
):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        place = open_backup(sitting)
        assert "Chưa chọn" in place.state.text()
        place.folder.setText(str(stick / "không có"))
        place.save.click()
        assert "cắm USB" in place.field.problem.text()
        place.folder.setText(str(stick))
        place.save.click()
        sitting.settle()
        assert "Bản sao gần nhất" in place.state.text()
    assert len(dated_copies.found(stick)) == 1


def test_two_keys_bring_back_a_copy_and_the_present_register_is_kept(
    app, folder, clock, stick, qtbot
):
    first = receive(folder, clock)
    desk = open_desk(folder, clock)
    dated_copies.make(desk, stick, dated_copies.Keep())
    desk.close()
    later = receive(folder, clock, "Lò Văn Ín")
    save_settings(folder, Settings(copies_folder=str(stick)))
    with sitting_down(app, folder, clock, qtbot) as sitting:
        place = open_backup(sitting)
        place.seek.click()
        sitting.settle()
        assert "1 hồ sơ" in place.panel.list.item(0).text()
        sitting.qtbot.waitUntil(place.panel.list.hasFocus)

        sitting.key(Qt.Key.Key_Return)
        sitting.settle()
        assert later in place.panel.report.text()
        assert place.panel.restore.hasFocus()
        sitting.key(Qt.Key.Key_Return)
        sitting.qtbot.waitUntil(lambda: isinstance(sitting.screen, SignInPage))
        sitting.settle()

        assert "Đã phục hồi" in shown_note(sitting)
        workspace = sitting.sign_in(ADMINISTRATOR)
        assert workspace.findChild(NoticeBar).isVisible()
        workspace.findChild(NoticeBar).read.click()
        assert not workspace.findChild(NoticeBar).isVisible()
    restored = open_desk(folder, clock)
    assert codes(restored) == {first}
    restored.close()
    [kept] = folder.glob("reception-truoc-phuc-hoi*.db")
    assert kept.exists()


def test_escape_leaves_the_report_alone(app, folder, clock, stick, qtbot):
    desk = open_desk(folder, clock)
    dated_copies.make(desk, stick, dated_copies.Keep())
    desk.close()
    save_settings(folder, Settings(copies_folder=str(stick)))
    with sitting_down(app, folder, clock, qtbot) as sitting:
        panel = open_backup(sitting).panel
        panel.show_place(stick)
        sitting.settle()
        panel.look_at()
        sitting.settle()
        assert panel.restore.isVisible()
        sitting.key(Qt.Key.Key_Escape)
        assert not panel.restore.isVisible()
        assert panel.list.hasFocus()


def test_a_new_pc_goes_on_from_a_locked_copy(app, tmp_path, clock, stick, qtbot):
    lock = locking.new_lock("mua lua chin vang")
    first = FirstAccount("hoa", "Lò Hoa", "2468")
    office = office_named("Xã Mường Lay", "H40.16")
    desk = set_up(tmp_path / "cũ", office, clock, account=first, lock=lock)
    code = intake.register(desk, asking(), by=BY).code
    dated_copies.make(desk, stick, dated_copies.Keep())
    desk.close()
    (tmp_path / "mới").mkdir()
    with sitting_down(app, tmp_path / "mới", clock, qtbot) as sitting:
        sitting.screen.begin.restore.setChecked(True)
        sitting.screen.go_on()
        page = sitting.screen
        assert isinstance(page, RecoverPage)
        page.place.setText(str(stick))
        page.look()
        sitting.settle()
        page.panel.look_at()
        sitting.settle()
        sitting.qtbot.waitUntil(page.panel.secret.hasFocus)
        sitting.write(lock.recovery_key)
        sitting.enter()
        sitting.settle()
        assert page.panel.restore.hasFocus()
        sitting.key(Qt.Key.Key_Return)
        sitting.qtbot.waitUntil(lambda: isinstance(sitting.screen, SignInPage))
        sitting.settle()
    restored = open_desk(tmp_path / "mới", clock, lock.passphrase)
    assert codes(restored) == {code}
    restored.close()


def test_escape_goes_back_to_the_first_questions(app, tmp_path, clock, qtbot):
    (tmp_path / "mới").mkdir()
    with sitting_down(app, tmp_path / "mới", clock, qtbot) as sitting:
        sitting.screen.begin.restore.setChecked(True)
        sitting.screen.go_on()
        sitting.key(Qt.Key.Key_Escape)
        assert sitting.screen.begin.isVisible()


def test_a_damaged_register_is_saved_from_the_first_screen(app, folder, clock, qtbot):
    code = receive(folder, clock)
    register = folder / "reception.db"
    register.write_bytes(bytes(4096) + register.read_bytes()[4096:])
    with sitting_down(app, folder, clock, qtbot) as sitting:
        page = sitting.screen
        assert isinstance(page, RecoverPage)
        assert page.salvage.hasFocus()
        sitting.key(Qt.Key.Key_Return)
        sitting.qtbot.waitUntil(lambda: isinstance(sitting.screen, SignInPage))
        sitting.settle()
        assert "Đã cứu" in shown_note(sitting)
    saved = open_desk(folder, clock)
    assert codes(saved) == {code}
    saved.close()


def test_where_nothing_is_left_the_screen_says_so_and_stays(app, folder, clock, qtbot):
    (folder / "reception.db").write_bytes(b"\0" * 50_000)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.key(Qt.Key.Key_Return)
        sitting.settle()
        assert "Không còn đọc được" in sitting.screen.problem.text()
        assert sitting.screen.isEnabled()


def test_a_clock_days_behind_is_said_recorded_and_confirmed(app, folder, clock, qtbot):
    clock.set_to("2036-03-10T09:00")
    receive(folder, clock)
    clock.set_to("2026-03-10T09:00")
    with sitting_down(app, folder, clock, qtbot) as sitting:
        workspace = sitting.sign_in()
        bar = workspace.findChild(NoticeBar)
        sitting.settle()
        assert "trước lần ghi cuối" in bar.words.text()
        bar.act.click()
        sitting.settle()
        assert not bar.isVisible()
    kinds = clock_kinds(folder, clock)
    assert kinds == [("clock.jumped", "tự động"), ("clock.confirmed", ADMINISTRATOR.login)]
    assert receive(folder, clock).startswith("H40.16-260310")


def clock_kinds(folder, clock) -> list[tuple[str, str]]:
    desk = open_desk(folder, clock)
    told = [(entry.kind, entry.by) for entry in desk.store.history("clock")]
    desk.close()
    return told


def test_a_clock_that_is_set_while_the_window_is_open(app, folder, clock, qtbot):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        seconds = [100.0]
        program = sitting.program
        watch = ClockWatch(
            program._desk, clock, program.tasks, program.notes, str, program, lambda: seconds[0]
        )
        clock.at += timedelta(seconds=600)
        seconds[0] += 600
        watch.look()
        sitting.settle()
        assert shown_note(sitting) == ""
        clock.at += timedelta(hours=1)
        seconds[0] += 30
        watch.look()
        sitting.settle()
        assert "vừa bị chỉnh" in shown_note(sitting)
        watch.compare(clock.at - timedelta(minutes=6))
        watch.compare(clock.at - timedelta(minutes=9))
        sitting.settle()
    assert clock_kinds(folder, clock) == [("clock.jumped", "tự động")] * 2


def test_settings_do_not_lose_what_is_remembered_of_copies(folder):
    save_settings(folder, Settings(copies_folder="E:/", copies_days=9))
    assert load_settings(folder) == replace(Settings(), copies_folder="E:/", copies_days=9)
