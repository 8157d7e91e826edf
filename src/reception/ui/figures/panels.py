"""The panels of the figures: one table, in the order in which they stand at the left.

Each is made at its first visit; its imports wait inside its function, since reports and pictures
weigh much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Panel:
    """One entry of the list and what stands beside it."""

    name: str
    words: str
    make: Callable[[Workplace], QWidget]

    def title(self) -> str:
        """What the list says, in the window's language."""
        return QCoreApplication.translate("Panels", self.words)


@runtime_checkable
class TakesCodes(Protocol):
    """A panel that has a use for a scanned dossier's code, at least at times."""

    def take_code(self, code: str) -> bool:
        """Take the code, or say that there is no use for it now."""
        ...


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # what lupdate looks for
    """Mark a text for translation; Qt's own says it returns an object."""
    return text


def _definitions(workplace: Workplace) -> QWidget:
    from reception.ui.figures.definitions_panel import DefinitionsPanel

    return DefinitionsPanel(workplace)


def _old_registers(workplace: Workplace) -> QWidget:
    from reception.ui.figures.old_registers.panel import OldRegistersPanel

    return OldRegistersPanel(workplace)


def _handling(workplace: Workplace) -> QWidget:
    from reception.ui.figures.handling.panel import HandlingPanel

    return HandlingPanel(workplace)


def _survey(workplace: Workplace) -> QWidget:
    from reception.ui.figures.survey.panel import SurveyPanel

    return SurveyPanel(workplace)


def _roster(workplace: Workplace) -> QWidget:
    from reception.ui.figures.roster.panel import RosterPanel

    return RosterPanel(workplace)


PANELS = (
    Panel("handling", QT_TRANSLATE_NOOP("Panels", "Kết quả giải quyết"), _handling),
    Panel("survey", QT_TRANSLATE_NOOP("Panels", "Khảo sát hài lòng"), _survey),
    Panel("definitions", QT_TRANSLATE_NOOP("Panels", "Cách tính trước hạn, quá hạn"), _definitions),
    Panel("roster", QT_TRANSLATE_NOOP("Panels", "Lịch trực, giờ làm việc"), _roster),
    Panel("old-registers", QT_TRANSLATE_NOOP("Panels", "Nhập sổ cũ"), _old_registers),
)
