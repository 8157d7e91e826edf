"""What the citizen sees: true to the form, no more than there is to check, and gone in time."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from intake_counter import CARD, open_counter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_program import CLERK, SPECIALIST, add_people, sitting_down

from reception.domain.applicant import Party
from reception.ui.intake.form_state import FormState
from reception.ui.second_screen import KEPT
from reception.ui.second_screen.showing import SecondScreen
from reception.ui.second_screen.to_check import NOTHING, to_check
from reception.ui.second_screen.view import CitizenView


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as counter:
        yield counter


@pytest.fixture
def second(counter) -> SecondScreen:
    """The citizen's window beside a counter, open."""
    second = SecondScreen(counter.workplace, counter.page, counter.window)
    second.toggle()
    counter.window.activateWindow()
    counter.qtbot.waitUntil(lambda: QApplication.activeWindow() is counter.window)
    return second


def test_it_follows_the_form_letter_by_letter_and_shows_no_number(counter, second):
    view = second.view
    assert view.words() == counter.workplace.rules.office.name
    counter.form.owner.name.setFocus()
    counter.type("Do Thi U")
    assert "Do Thi U" in view.words()
    counter.form.owner.name.clear()  # a scan leaves what was typed as it is
    counter.scan()
    counter.form.owner.phone.set_value("0912345678")
    counter.choose("khai sinh")
    shown = view.words()
    assert "Lò Thị Mẫu" in shown
    assert "05/06/1990" in shown
    assert "đăng ký khai sinh" in shown
    assert "10/03/2026" in shown  # due the same day
    assert counter.form.owner.identity.text() not in shown
    assert "0912345678" not in shown


def test_what_is_missing_is_no_promise_and_what_is_received_is_gone(counter, second):
    counter.scan()
    counter.choose("khai sinh")
    counter.key(Qt.Key.Key_Space)  # the first paper is missing
    assert second.view.shown.due == ""
    counter.key(Qt.Key.Key_Space)
    assert second.view.shown.due
    counter.commit()
    counter.settle()
    assert second.view.shown == NOTHING
    assert "Mẫu" not in second.view.words()


def test_whoever_leaves_the_form_takes_it_away_and_brings_it_back(counter, second):
    counter.scan()
    counter.page.hide()
    assert second.view.shown == NOTHING
    counter.page.show()
    assert second.view.shown.name == "Lò Thị Mẫu"


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


def test_f11_shows_it_while_the_clerk_goes_on_and_a_locked_desk_shows_nothing(sitting):
    sitting.sign_in(CLERK)
    sitting.key(Qt.Key.Key_F2)
    sitting.settle()
    sitting.key(Qt.Key.Key_F11)
    view = sitting.workspace.companions.second_screen.view
    assert view.isVisible()
    assert sitting.window.isActiveWindow()
    assert sitting.window.memory.get(KEPT) == "on"
    assert sitting.program._scanner.take(CARD)
    sitting.settle()
    assert view.shown.name == "Lò Thị Mẫu"
    sitting.program.lock()
    sitting.settle()
    assert "Mẫu" not in view.words()
    sitting.sign_in(CLERK)
    assert view.isVisible()
    assert view.shown.name == "Lò Thị Mẫu"
    sitting.key(Qt.Key.Key_F11)
    assert not view.isVisible()
    assert sitting.window.memory.get(KEPT) == ""


def test_a_role_that_does_not_receive_is_told_so(sitting):
    sitting.sign_in(SPECIALIST)
    sitting.key(Qt.Key.Key_F11)
    assert sitting.workspace.companions.second_screen is None
    assert "không tiếp nhận" in sitting.window.status.message.text()


def test_who_is_not_there_has_nothing_to_check():
    owner = Party("Lò Thị Mẫu", born="05/06/1990")
    assert to_check(FormState(owner=owner, blank="0001/2026/PTG"), None, None) == NOTHING
    assert to_check(FormState(owner=owner), None, None).name == "Lò Thị Mẫu"


def test_somebody_who_brings_it_for_another_is_named_too():
    both = FormState(owner=Party("Lò Thị Mẫu"), submitter=Party("Y Ka Ly"))
    assert to_check(both, None, None).submitter == "Y Ka Ly"
    same = FormState(owner=Party("Lò Thị Mẫu"), submitter=Party("Lò Thị Mẫu"))
    assert to_check(same, None, None).submitter == ""


@pytest.mark.parametrize("size", [(1920, 1080), (760, 520), (480, 360)])
def test_the_longest_name_and_request_are_seen_whole(app, qtbot, size):
    view = CitizenView("Trung tâm Phục vụ hành chính công xã Mường Lay")
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    state = FormState(
        owner=Party("Công Tằng Tôn Nữ Thị Hồng Nhung Ngọc Diễm", born="05/06/1990"),
        request="Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất"
        " lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư",
    )
    view.show_to_check(to_check(state, None, None))
    app.processEvents()
    for name in ("name", "born", "request"):
        value = view.lines[name][1]
        assert value.height() >= value.heightForWidth(value.width()), name
        assert value.geometry().bottom() <= view._sheet.height()


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reception.ui.second_screen.showing import other_screen
app = QApplication([])
own, other = app.screens()
print(other_screen(own, app.screens()) is other, other_screen(own, [own]) is None)
"""


def test_the_screen_beside_the_clerks_own_is_taken(tmp_path):
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 720, "dpr": 1}
        for name, x in (("own", 0), ("other", 1280))
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
    )
    assert done.stdout.split() == ["True", "True"]
