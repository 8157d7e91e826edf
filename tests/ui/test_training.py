"""Practice in the window: nobody takes it for the real desk, and it is begun and ended by key."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from whole_program import Sitting, add_people, let_go, sitting_down

from at_the_counter import clock_at
from reception import paths
from reception.services import demo, training
from reception.ui.main_window import MainWindow
from reception.ui.program import Program
from reception.ui.sign_in.page import SignInPage
from reception.ui.training.band import PracticeBand
from reception.ui.training.starting import own_call


@pytest.fixture(scope="module")
def new_practice(tmp_path_factory) -> Path:
    """A practice register without dossiers, made once."""
    folder = tmp_path_factory.mktemp("practice")
    demo.set_up_office(folder, clock_at()).close()
    return folder


@pytest.fixture
def practice(new_practice, app, clock, qtbot, tmp_path):
    """Somebody at practice, let in as its clerk."""
    folder = Path(shutil.copytree(new_practice, tmp_path / "so-tap-lam"))
    window = MainWindow(app, folder)
    program = Program(app, window, folder, clock)
    try:
        with qtbot.waitSignal(program.ready):
            program.begin_training()
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        yield Sitting(program, qtbot)
    finally:
        window.close()
        program.end()
        let_go(window, program)


def test_practice_says_so_in_a_band_in_its_title_and_when_it_is_locked(practice):
    assert practice.workspace.workplace.account == demo.CLERK
    band = practice.window.menuWidget()
    assert isinstance(band, PracticeBand)
    assert band.isVisible()
    assert "bịa" in band.words.text()
    assert "TẬP LÀM" in practice.window.windowTitle()
    practice.program.lock()
    cover = practice.screen
    assert isinstance(cover, SignInPage)
    assert cover.training.isHidden()
    practice.sign_in(demo.LEADER, demo.PIN)
    assert band.isVisible()


def test_it_is_thrown_away_only_when_asked_twice(practice, qtbot):
    band = practice.window.menuWidget()
    folder = practice.program.folder

    def answer(which: int) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.buttons()[which].click()

    QTimer.singleShot(0, lambda: answer(1))
    band.begin_anew.click()
    assert practice.window.isVisible()
    QTimer.singleShot(0, lambda: answer(0))
    with qtbot.waitSignal(band.ended):
        band.begin_anew.click()
    assert not practice.window.isVisible()
    assert (folder / training._THROWN_AWAY).exists()


def test_it_is_offered_where_one_signs_in(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        assert sitting.window.menuWidget() is None
        cover = sitting.screen
        assert cover.training.isVisible()
        cover.training_wanted.disconnect()  # or it would open in a process of its own
        sitting.key(Qt.Key.Key_Tab)
        sitting.key(Qt.Key.Key_Tab)
        assert sitting.focus() is cover.training
        with qtbot.waitSignal(cover.training_wanted):
            sitting.key(Qt.Key.Key_Space)


def test_the_program_opens_practice_beside_a_data_folder(new_practice, tmp_path):
    data = tmp_path / "Reception"
    shutil.copytree(new_practice, paths.training_dir(data))
    program, *first = own_call()
    done = subprocess.run(
        [program, "-W", "error", *first, "training", "--data", str(data), "--exit-when-ready"],
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert not data.exists()
    assert (paths.training_dir(data) / "reception.log").exists()
    assert program == sys.executable
