"""What is printed before there is a register: a test page, and the recovery key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from reception.printing.page import PaperSize
from reception.services import forms
from reception.services.paperwork import sample
from reception.settings import Settings
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.messages import Messages
from reception.ui.tasks import Lane, Tasks

_REGIME = "2025"


def print_test_page(tasks: Tasks, messages: Messages, settings: Settings, owner: QObject) -> None:
    """Print an invented receipt; what came of it is told, and a printer's trouble is shown."""

    def make() -> bytes:
        return sample(forms.RECEIPT, _REGIME, size=PaperSize(settings.paper), copies=1)

    said = QCoreApplication.translate("printing", "Đã gửi trang in thử ra máy in.")
    _print(tasks, messages, PrintChoice(settings.printer, settings.paper, 1), owner, make, said)


def print_recovery_key(
    tasks: Tasks,
    messages: Messages,
    settings: Settings,
    owner: QObject,
    make: Callable[[], bytes],
) -> None:
    """Print the sheet with a recovery key, which ``make`` draws, on A4."""
    said = QCoreApplication.translate("printing", "Đã gửi khoá phục hồi ra máy in.")
    choice = PrintChoice(settings.printer, PaperSize.A4, 1)
    _print(tasks, messages, choice, owner, make, said)


def _print(
    tasks: Tasks,
    messages: Messages,
    choice: PrintChoice,
    owner: QObject,
    make: Callable[[], bytes],
    said: str,
) -> None:
    tasks.run(
        lambda: print_pages(make(), choice),
        lambda _none: messages.toast(said),
        lane=Lane.OUTSIDE,
        owner=owner,
    )
