"""By what early, on time and overdue are told: each definition in force, with its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reception.domain.timeliness import Rule
from reception.services.definitions import definition_on
from reception.ui.labels import DataLabel, Heading
from reception.ui.workplace import Workplace

_GAP_PX = 14


class DefinitionsPanel(QScrollArea):
    """The definitions of today, one below the other; nothing to fill in."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Cách tính trước hạn, quá hạn"))
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        today = workplace.rules.now().date()
        for rule in Rule:
            definition = definition_on(rule, today)
            column.addWidget(Heading(definition.name.capitalize(), level=2))
            column.addWidget(_text(definition.words))
            source = _text(self.tr("Theo: {source}").format(source=definition.source))
            source.setObjectName("muted")
            column.addWidget(source)
        column.addStretch(1)
        self.setWidget(sheet)


def _text(words: str) -> DataLabel:
    label = DataLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
