"""Why the result is due when it is due, day by day; and what would be, if."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.deadlines import Deadline
from reception.domain.due_words import summary
from reception.domain.errors import RuleViolation
from reception.domain.explanation import DayNote, days_of
from reception.ui.help_pages.asking import offer_help
from reception.ui.intake.due_panel import due_words
from reception.ui.intake.what_if import WhatIf, WhatIfStrip
from reception.ui.known_words import weekday_date
from reception.ui.labels import DataLabel, Heading, plain_tip
from reception.ui.tables import dress_table, wrap_text

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ExplanationDialog(QDialog):
    """Every day from receipt to due day with its reason and article, and a strip of what-ifs.

    Args:
        procedure_name: What was asked for.
        deadline: The real due moment.
        imagine: The due moment under an assumption.
        strip: The inputs of the assumption.
        parent: The page.
    """

    def __init__(
        self,
        procedure_name: str,
        deadline: Deadline,
        imagine: Callable[[WhatIf], Deadline],
        strip: WhatIfStrip,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Vì sao hẹn trả ngày này: {name}").format(name=procedure_name))
        offer_help(self, "due-date")
        self._deadline = deadline
        self._imagine = imagine
        self.strip = strip
        self.real = Heading(self.tr("Hẹn trả: {due}").format(due=due_words(deadline)))
        self.reason = DataLabel(summary(deadline))
        self.days = DaysModel(self)
        self.basis = DataLabel()
        self._table = _days_table(self.days)
        self._table.setAccessibleName(self.tr("Từng ngày một"))
        self._lay_out()
        strip.changed.connect(self._assume)
        self._show_days(deadline, self.tr("Từn&g ngày"))
        window = parent.window()
        self.resize(round(window.width() * 0.9), round(window.height() * 0.95))
        self._table.setFocus()

    def _assume(self) -> None:
        """Show where the date would move, or that nothing is assumed any more."""
        try:
            assumed = self.strip.assumption()
            deadline = self._imagine(assumed) if assumed else None
        except RuleViolation as violation:
            self.strip.show_outcome(violation.text)
            return
        if deadline is None:
            self.strip.show_outcome("")
            self._show_days(self._deadline, self.tr("Từn&g ngày"))
        else:
            self.strip.show_outcome(
                self.tr("Nếu vậy: {due}, {moved}").format(
                    due=due_words(deadline), moved=self._moved(deadline)
                )
            )
            self._show_days(deadline, self.tr("Từn&g ngày, theo giả định"))

    def _moved(self, deadline: Deadline) -> str:
        days = (deadline.due_at.date() - self._deadline.due_at.date()).days
        if days:
            words = self.tr("muộn hơn {days} ngày") if days > 0 else self.tr("sớm hơn {days} ngày")
            return words.format(days=abs(days))
        if deadline.due_at == self._deadline.due_at:
            return self.tr("không đổi")
        return self.tr("cùng ngày, khác giờ")

    def _show_days(self, deadline: Deadline, title: str) -> None:
        self.tabs.setTabText(0, title)
        self.days.show_days(days_of(deadline))
        self._table.resizeRowsToContents()
        rules = [self.tr("Quy tắc đã áp dụng"), *(f"–  {rule}" for rule in deadline.basis)]
        law = [self.tr("Văn bản đang có hiệu lực ngày này"), *(f"–  {t}" for t in deadline.law)]
        self.basis.setText("\n".join((*rules, "", *law)))

    def _lay_out(self) -> None:
        for label in (self.real, self.reason, self.basis):
            label.setWordWrap(True)
        below = QScrollArea()
        below.setWidgetResizable(True)
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setWidget(self.basis)
        self.basis.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.basis.setMargin(12)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._table, self.tr("Từn&g ngày"))
        self.tabs.addTab(below, self.tr("&Quy tắc và văn bản"))
        close = QPushButton(self.tr("Đóng (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for part in (self.real, self.reason, self.strip):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)


class DaysModel(QAbstractTableModel):
    """The days of an explanation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[DayNote] = ()
        self._heads = (
            self.tr("Ngày"), self.tr("Có tính?"), self.tr("Vì sao"), self.tr("Căn cứ"),
        )  # fmt: skip

    def show_days(self, days: Sequence[DayNote]) -> None:
        """Put other days in place of these."""
        self.beginResetModel()
        self._days = days
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One row for each day."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """The fixed columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The column titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A day in words; counted days stand out by weight as well."""
        day = self._days[index.row()]
        if role == Qt.ItemDataRole.FontRole and day.counted:
            bold = QFont()
            bold.setBold(True)
            return bold
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        counted = self.tr("+  tính") if day.counted else self.tr("–  không tính")
        date_words = weekday_date(day.on)
        told = (date_words[:1].upper() + date_words[1:], counted, day.reason, day.basis)
        cell = told[index.column()]
        return plain_tip(cell) if role == Qt.ItemDataRole.ToolTipRole else cell


def _days_table(model: DaysModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    dress_table(table)
    wrap_text(table)
    columns = table.horizontalHeader()
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for narrow in (0, 1):
        columns.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
    # Queued: only once all columns have their widths do the rows know how many lines they need.
    columns.sectionResized.connect(table.resizeRowsToContents, Qt.ConnectionType.QueuedConnection)
    return table
