"""Practice at the edges of the program: offered at sign-in, awaited, and marked once it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reception.domain.office import Office
from reception.ui.main_window import MainWindow
from reception.ui.messages import Messages
from reception.ui.sign_in.page import SignInPage
from reception.ui.training.band import PracticeBand
from reception.ui.training.starting import start_training
from reception.ui.waiting_screen import WaitingScreen

translate = QCoreApplication.translate


def offer(cover: SignInPage, data: Path, messages: Messages) -> None:
    """Let whoever is before the sign-in page practise in a window beside it."""

    def start() -> None:
        if start_training(data):
            messages.tell(translate("Practice", "Đang mở sổ tập trong một cửa sổ riêng…"))
        else:
            messages.tell(translate("Practice", "Chưa mở được sổ tập; hãy thử lại."))

    cover.training_wanted.connect(start)
    cover.offer_training()


def waiting_screen() -> WaitingScreen:
    """What stands there while the practice is made ready."""
    return WaitingScreen(
        translate("Practice", "Đang mở sổ tập…"),
        translate("Practice", "Lần đầu mất vài giây. Mọi người và hồ sơ trong sổ tập đều là bịa."),
    )


def mark(window: MainWindow, folder: Path, messages: Messages) -> None:
    """Put the coloured band over a window."""
    band = PracticeBand(folder, messages)
    band.ended.connect(window.close)
    window.setMenuWidget(band)


def title(office: Office, *, is_demo: bool) -> str:
    """The window's title: whose desk it is, and that it is none where all is invented."""
    parts = [translate("Practice", "Một cửa"), office.name]
    if office.is_invented:
        word = translate("Practice", "DỮ LIỆU THỬ") if is_demo else translate("Practice", "TẬP LÀM")
        parts.insert(1, word)
    return " – ".join(parts)
