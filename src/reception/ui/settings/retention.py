"""Whose retention is over: a list for leaders, who decide about each; nothing happens by itself."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from itertools import islice

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from reception.domain.moments import date_words
from reception.domain.retention import RetentionRule
from reception.services import retention
from reception.services.desk import Desk
from reception.services.retention import Due
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import DataLabel, plain_tip
from reception.ui.settings.section import Section
from reception.ui.tables import dress_table, wrap_text
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace

AT_ONCE = 200
_REFERENCE, _RULE, _PROCEDURE = range(3)
_LEAST_ROWS_SHOWN = 10


class RetentionSection(Section):
    """Reads the list when asked; Enter in a line opens its dossier, where the act is."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "retention",
            QCoreApplication.translate(
                "RetentionSection",
                "Hồ sơ đã hết thời hạn lưu, kèm quy định. Chương trình không tự xoá gì: mở từng hồ"
                " sơ, khi đã có quyết định thì xoá thông tin cá nhân trong “Việc khác (F10)”.",
            ),
            allowed=allowed,
            refusal=QCoreApplication.translate(
                "RetentionSection", "Chỉ lãnh đạo và quản trị quyết được; hãy nhờ họ đăng nhập."
            ),
        )
        self._workplace = workplace
        self.look_button = QPushButton(self.tr("&Xem danh sách"))
        self.look_button.setAutoDefault(True)
        self.look_button.setProperty("kind", "main")
        self.look_button.clicked.connect(self.look)
        self.count = DataLabel()
        self.count.setObjectName("muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.table = QTableWidget(0, 3)
        self._set_up_table()
        row = QHBoxLayout()
        row.addWidget(self.look_button)
        row.addWidget(ExportButton(workplace, self, "het-han-luu", self._on_its_way))
        row.addStretch(1)
        row.addWidget(self.count)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.table)
        self.setFocusProxy(self.look_button)
        helped_by(self, "audit")
        workplace.changes.blanked.connect(self._look_again)

    def look(self) -> None:
        """Read the list; the desk goes on meanwhile."""
        self.problem.say("")
        self.look_button.setEnabled(False)
        self.bar.show()
        self._workplace.tasks.run_long(
            partial(_due, self._workplace.desk),
            self._show,
            self._failed,
            on_ended=self._ended,
            lane=Lane.COPIES,
            owner=self,
        )

    def _on_its_way(self) -> Make:
        return shown_rows(self.table, self.tr("Hết thời hạn lưu"))

    def _show(self, found: Sequence[Due]) -> None:
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            until = one.retention.until_on
            kept = self.tr("lưu đến {day}").format(day=date_words(until)) if until else ""
            texts = (f"{one.reference}\n{kept}", rule_words(one.retention.rule), one.procedure)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                item.setData(Qt.ItemDataRole.UserRole, one.dossier_id)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        cut = len(found) >= AT_ONCE
        told = self.tr("{count} hồ sơ xong sớm nhất") if cut else self.tr("{count} hồ sơ")
        self.count.setText(told.format(count=grouped(len(found))))
        if found:
            row = max(self.table.currentRow(), 0)
            self.table.setCurrentCell(min(row, len(found) - 1), _REFERENCE)
            if self.isVisible():
                self.table.setFocus()

    def _look_again(self) -> None:
        if self.table.rowCount():
            self.look()

    def _failed(self, failure: Failure) -> None:
        self._show(())
        self.problem.say(failure.text)

    def _ended(self) -> None:
        self.bar.hide()
        self.look_button.setEnabled(True)

    def _open(self, row: int) -> None:
        if item := self.table.item(row, _REFERENCE):
            self._workplace.ways.dossier_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _set_up_table(self) -> None:
        self.table.setHorizontalHeaderLabels(
            [self.tr("Hồ sơ"), self.tr("Quy định"), self.tr("Thủ tục")]
        )
        self.table.setAccessibleName(self.tr("Hết thời hạn lưu"))
        dress_table(self.table)
        wrap_text(self.table)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_RULE, _PROCEDURE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self.table.resizeRowsToContents)
        rows = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(rows * _LEAST_ROWS_SHOWN)
        self.table.cellActivated.connect(self._open)


def rule_words(rule: RetentionRule) -> str:
    """A rule's source, and how sure it is."""
    sure = {
        "read": QCoreApplication.translate("RetentionSection", "đã đọc văn bản"),
        "memory": QCoreApplication.translate("RetentionSection", "chưa đối chiếu văn bản"),
        "none": QCoreApplication.translate("RetentionSection", "chưa có căn cứ"),
        "office": QCoreApplication.translate("RetentionSection", "quyết định của cơ quan"),
    }
    return f"{rule.source} ({sure.get(rule.confidence, rule.confidence)})"


def _due(desk: Desk, progress: Progress) -> list[Due]:
    with closing(desk.another()) as own:
        found: list[Due] = []
        for one in islice(retention.due(own, own.now().date()), AT_ONCE):
            found.append(one)
            progress(len(found))
        return found
