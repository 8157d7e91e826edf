"""The procedures of the catalogue as a table: one line a code, as it stands today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reception.domain.moments import date_words
from reception.domain.procedure import CONFIDENCE_WORDS, Procedure, catalogue_on
from reception.domain.procedure_words import limit_words, stages_words

_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    LIMIT = 1
    FIELD = 2
    CODE = 3
    VERSION = 4
    CONFIDENCE = 5


class ProcedureModel(QAbstractTableModel):
    """A few hundred procedures, kept in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._procedures: Sequence[Procedure] = ()
        self._headings = (
            self.tr("Tên thủ tục"),
            self.tr("Thời hạn"),
            self.tr("Lĩnh vực"),
            self.tr("Mã"),
            self.tr("Phiên bản"),
            self.tr("Độ tin cậy"),
        )

    def show_procedures(self, procedures: Sequence[Procedure]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._procedures = procedures
        self.endResetModel()

    def procedure(self, row: int) -> Procedure | None:
        """The procedure in a row, if there is one."""
        return self._procedures[row] if 0 <= row < len(self._procedures) else None

    def row_of(self, code: str) -> int:
        """Where a code stands, or -1."""
        codes = [procedure.code for procedure in self._procedures]
        return codes.index(code) if code in codes else -1

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """As many as were found."""
        return 0 if parent.isValid() else len(self._procedures)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """The columns of :class:`Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text."""
        procedure = self.procedure(index.row())
        if procedure is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            procedure.name,
            limits_words(procedure),
            procedure.field,
            procedure.code,
            version_words(procedure),
            CONFIDENCE_WORDS.get(procedure.confidence, procedure.confidence),
        )[index.column()]


def as_of(procedures: Iterable[Procedure], day: date) -> list[Procedure]:
    """One version of each code: the one in force on ``day``, else the latest there is."""
    known = list(procedures)
    latest: dict[str, Procedure] = {}
    for procedure in known:
        rival = latest.get(procedure.code)
        if rival is None or procedure.version > rival.version:
            latest[procedure.code] = procedure
    return list((latest | {p.code: p for p in catalogue_on(known, day)}).values())


def limits_words(procedure: Procedure) -> str:
    """The limit, or its stages', in words."""
    words = limit_words(procedure.limit) or stages_words(procedure.stages)
    return words or QCoreApplication.translate("catalogue", "không quy định thời hạn")


def version_words(procedure: Procedure) -> str:
    """A version and the days it rules: ``2, từ 01/07/2026``."""
    words = QCoreApplication.translate("catalogue", "{version}, từ {day}").format(
        version=procedure.version, day=date_words(procedure.valid_from)
    )
    if procedure.valid_until:
        until = QCoreApplication.translate("catalogue", " đến trước {day}")
        words += until.format(day=date_words(procedure.valid_until))
    return words
