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

from reception.ui.translation import QT_TRANSLATE_NOOP
from reception.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Panel:
    """One entry of the list, what stands beside it, and the page of the help that tells of it."""

    name: str
    words: str
    make: Callable[[Workplace], QWidget]
    topic: str = "figures"

    def title(self) -> str:
        """What the list says, in the window's language."""
        return QCoreApplication.translate("Panels", self.words)


@runtime_checkable
class TakesCodes(Protocol):
    """A panel that has a use for a scanned dossier's code, at least at times."""

    def take_code(self, code: str) -> bool:
        """Take the code, or say that there is no use for it now."""
        ...


def _definitions(workplace: Workplace) -> QWidget:
    from reception.ui.figures.definitions_panel import DefinitionsPanel

    return DefinitionsPanel(workplace)


def _old_registers(workplace: Workplace) -> QWidget:
    from reception.ui.figures.old_registers.panel import OldRegistersPanel

    return OldRegistersPanel(workplace)


def _handling(workplace: Workplace) -> QWidget:
    from reception.ui.figures.handling.panel import HandlingPanel

    return HandlingPanel(workplace)


def _forms(workplace: Workplace) -> QWidget:
    from reception.ui.figures.forms.panel import FormsPanel

    return FormsPanel(workplace)


def _survey(workplace: Workplace) -> QWidget:
    from reception.ui.figures.survey.panel import SurveyPanel

    return SurveyPanel(workplace)


def _roster(workplace: Workplace) -> QWidget:
    from reception.ui.figures.roster.panel import RosterPanel

    return RosterPanel(workplace)


def _indicators(workplace: Workplace) -> QWidget:
    from reception.ui.figures.quality.indicators_panel import IndicatorsPanel

    return IndicatorsPanel(workplace)


def _targets(workplace: Workplace) -> QWidget:
    from reception.ui.figures.quality.targets_panel import TargetsPanel

    return TargetsPanel(workplace)


def _self_score(workplace: Workplace) -> QWidget:
    from reception.ui.figures.quality.self_score_panel import SelfScorePanel

    return SelfScorePanel(workplace)


def _review(workplace: Workplace) -> QWidget:
    from reception.ui.figures.quality.review_panel import ReviewPanel

    return ReviewPanel(workplace)


def _pictures(workplace: Workplace) -> QWidget:
    from reception.ui.figures.pictures.panel import PicturesPanel

    return PicturesPanel(workplace)


def _publication(workplace: Workplace) -> QWidget:
    from reception.ui.figures.publication.panel import PublicationPanel

    return PublicationPanel(workplace)


PANELS = (
    Panel("handling", QT_TRANSLATE_NOOP("Panels", "Kết quả giải quyết"), _handling),
    Panel("forms", QT_TRANSLATE_NOOP("Panels", "Các biểu báo cáo khác"), _forms),
    Panel("pictures", QT_TRANSLATE_NOOP("Panels", "Biểu đồ"), _pictures, "publication"),
    Panel("publication", QT_TRANSLATE_NOOP("Panels", "Công bố tháng"), _publication, "publication"),
    Panel("survey", QT_TRANSLATE_NOOP("Panels", "Khảo sát hài lòng"), _survey, "survey"),
    Panel("indicators", QT_TRANSLATE_NOOP("Panels", "Bộ chỉ số 766"), _indicators, "judging"),
    Panel("targets", QT_TRANSLATE_NOOP("Panels", "Chỉ tiêu của năm"), _targets, "judging"),
    Panel(
        "self-score", QT_TRANSLATE_NOOP("Panels", "Tự chấm điểm cải cách"), _self_score, "judging"
    ),
    Panel("procedure-review", QT_TRANSLATE_NOOP("Panels", "Rà soát thủ tục"), _review, "judging"),
    Panel("roster", QT_TRANSLATE_NOOP("Panels", "Lịch trực, giờ làm việc"), _roster),
    Panel(
        "old-registers", QT_TRANSLATE_NOOP("Panels", "Nhập sổ cũ"), _old_registers, "old-registers"
    ),
    Panel("definitions", QT_TRANSLATE_NOOP("Panels", "Cách tính trước hạn, quá hạn"), _definitions),
)
