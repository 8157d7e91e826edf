"""What a scanner's text means at this desk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from reception.domain.citizen_card import CitizenCard, parse_card
from reception.domain.numbering import find_code

_EDITORS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned text and what it was recognised as, if anything."""

    text: str
    card: CitizenCard | None
    code: str | None


def read_scan(text: str) -> Scan:
    """Recognise a citizen's card or a dossier's code."""
    return Scan(text.strip(), parse_card(text), find_code(text))


def is_worth_catching(text: str) -> bool:
    """Whether a burst of keys belongs to the window and not to the field it came to.

    Cards and codes do; any other text does where there is no field that could take it. A dialog
    keeps everything to itself.
    """
    if QApplication.activeModalWidget() is not None:
        return False
    scan = read_scan(text)
    return bool(scan.card or scan.code) or not isinstance(QApplication.focusWidget(), _EDITORS)
