"""A test page: the receipt on invented data, to the printer that was just chosen."""

from __future__ import annotations

from functools import partial

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

    def printed(_none: None) -> None:
        messages.toast(QCoreApplication.translate("printing", "Đã gửi trang in thử ra máy in."))

    tasks.run(partial(_print, settings), printed, lane=Lane.OUTSIDE, owner=owner)


def _print(settings: Settings) -> None:
    size = PaperSize(settings.paper)
    pdf = sample(forms.RECEIPT, _REGIME, size=size, copies=1)
    print_pages(pdf, PrintChoice(settings.printer, settings.paper, 1))
