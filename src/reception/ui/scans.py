"""What a scanner's text means at this desk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reception.domain.citizen_card import CitizenCard, parse_card
from reception.domain.numbering import find_blank, find_code
from reception.ui.messages import Messages

_GIVES_WAY = "givesWayToScans"
_EDITORS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned text and what it was recognised as, if anything; ``blank`` is a number."""

    text: str
    card: CitizenCard | None
    code: str | None
    blank: str | None


def read_scan(text: str) -> Scan:
    """Recognise a citizen's card, a dossier's code, or the number of a pre-printed receipt."""
    return Scan(text.strip(), parse_card(text), find_code(text), find_blank(text))


def gives_way(dialog: QDialog) -> None:
    """Mark a dialog that only shows something: the next citizen's scan may close it."""
    dialog.setProperty(_GIVES_WAY, True)  # noqa: FBT003 - Qt's own signature


def is_worth_catching(text: str) -> bool:
    """Whether a burst of keys belongs to the window and not to the field it came to.

    Cards, codes and blanks do; any other text does where there is no field that could take it. A
    dialog keeps everything to itself, unless it gives way.
    """
    scan = read_scan(text)
    known = bool(scan.card or scan.code or scan.blank)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        return known and bool(dialog.property(_GIVES_WAY))
    return known or not isinstance(QApplication.focusWidget(), _EDITORS)


def clear_the_way() -> list[QWidget]:
    """Close the dialogs that give way; answers which they were."""
    closed = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget.property(_GIVES_WAY)
    ]
    for widget in closed:
        widget.close()
    return closed


def make_way(window: QWidget, messages: Messages) -> None:
    """Close the dialogs that give way to a scan, and say so."""
    if closed := clear_the_way():
        window.activateWindow()
        messages.tell(
            QCoreApplication.translate("Scans", "Đã đóng “{title}” để nhận mã vừa quét.").format(
                title=closed[-1].windowTitle()
            )
        )
