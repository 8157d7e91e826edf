"""A whole session at the window, a fault in it included: what is left beside the register."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

import pytest
from exchange_counter import commune, desk_folder, plan_by, ready_file, road
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from whole_program import ADMINISTRATOR, PIN, sitting_down

from at_the_counter import BY, asking
from reception.app import keep_log, log_bug
from reception.domain.applicant import Party
from reception.paths import DATABASE_NAME
from reception.services import intake
from reception.services.crash_report import kept
from reception.ui.rail import Place

__all__ = ["commune", "ready_file", "road"]

CITIZEN = Party(
    "Vừ Mí Chứ", identity="012190009876", born="05/06/1990", phone="0987600123", email="chu@vi.vn"
)
NOTE, WRONG_PIN = "nha-cuoi-ban-co-cay-gao", "77441"
SECRETS = (
    "Mí Chứ", "mi chu", CITIZEN.identity, CITIZEN.phone, CITIZEN.email, NOTE, WRONG_PIN, PIN,
    "05/06/1990", "05061990",
)  # fmt: skip


@pytest.fixture
def logged():
    """Takes away afterwards what the program keeps its log by."""
    log = logging.getLogger("reception")
    before = list(log.handlers)
    yield
    for handler in [each for each in log.handlers if each not in before]:
        log.removeHandler(handler)
        handler.close()


def left_beside_the_register(folder: Path) -> dict[str, bytes]:
    """Every file of the data folder but the register itself, which has a test of its own."""
    return {
        path.name: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(DATABASE_NAME)
    }


def quote_the_citizen() -> None:
    """A fault of the program whose message quotes what somebody typed."""
    raise LookupError(f"{CITIZEN} {NOTE} {PIN}")


def test_neither_the_log_nor_a_report_names_anybody(app, commune, road, logged, qtbot, capfd):
    folder = desk_folder(commune)
    with sitting_down(app, folder, commune.clock, qtbot, plan_by(road)) as sitting:
        keep_log(folder)
        program = sitting.program
        program.tasks.broken.connect(log_bug)
        sitting.write(WRONG_PIN)
        sitting.enter()
        sitting.settle()
        sitting.sign_in()
        work_and_fail(sitting, road)
        report_of(program, qtbot)

    left = left_beside_the_register(folder)
    said = "".join(capfd.readouterr()).encode()
    assert b"LookupError at test_log_secrets.py" in left["reception.log"]
    assert len(kept(folder)) == 1
    for name, content in {**left, "the streams": said}.items():
        for secret in SECRETS:
            assert secret.encode() not in content, (name, secret)


def work_and_fail(sitting, road) -> None:
    """Receive, search, half type another, look into the settings, exchange on a broken line."""
    program, desk = sitting.program, sitting.workspace.workplace.desk
    request = asking(CITIZEN.name, notes=NOTE)
    program.tasks.run(partial(intake.register, desk, request, by=BY))
    sitting.settle()
    sitting.key(Qt.Key.Key_F3)
    sitting.write(CITIZEN.name)
    sitting.settle()
    sitting.key(Qt.Key.Key_Escape)
    sitting.workspace.receive(CITIZEN)
    sitting.settle()
    for place in (Place.DOSSIERS, Place.SETTINGS, Place.HOME):
        sitting.workspace.go(place)
        sitting.settle()
    road.down = True
    program.exchanging.go()
    sitting.settle()


def report_of(program, qtbot) -> None:
    """Let a fault happen in a lane, and close the dialog that reports it."""
    shown: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            shown.extend((box.text(), box.detailedText()))
            box.done(0)

    looking = QTimer(program, interval=10)
    looking.timeout.connect(close)
    looking.start()
    program.tasks.run(quote_the_citizen)
    qtbot.waitUntil(lambda: bool(shown))
    looking.stop()

    text, report = shown
    [file] = kept(program.folder)
    assert str(file) in text
    assert file.read_text("utf-8") == report
    assert "LookupError at " in report
    assert "test_log_secrets.quote_the_citizen" in report  # the steps, by their names
    assert "services.intake.register" in report
    assert "page SettingsPage" in report
    assert ADMINISTRATOR.name not in report
