"""How long feedback is kept, set by the office, and what is due: decided about one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSpinBox, QTableWidget, QTableWidgetItem

from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words
from reception.domain.retention import RetentionRule
from reception.services import feedback_retention
from reception.services.desk import Desk
from reception.services.feedback_retention import LONGEST_YEARS, FeedbackDue
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import DataLabel, FormField
from reception.ui.settings.retention import rule_words
from reception.ui.settings.section import Section
from reception.ui.tables import dress_table, wrap_text
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_USUAL_YEARS = 5
_LEAST_ROWS_SHOWN = 6
_CODE = 0


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rule of today, and what is due by it."""

    rule: RetentionRule
    due: list[FeedbackDue]


class FeedbackRetentionSection(Section):
    """Years, and the decision that sets them; Enter in a line opens its feedback."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "feedback_retention",
            QCoreApplication.translate(
                "FeedbackRetentionSection",
                "Chưa thấy luật nào định thời hạn lưu phản ánh, kiến nghị, nên cơ quan tự đặt, ở"
                " từng máy. Chương trình chỉ nêu phản ánh đã hết hạn, không tự xoá gì: nhấn Enter"
                " để mở từng phản ánh, khi đã có quyết định thì nhấn Alt+X.",
            ),
            allowed=allowed,
            refusal=QCoreApplication.translate(
                "RetentionSection", "Chỉ lãnh đạo và quản trị quyết được; hãy nhờ họ đăng nhập."
            ),
        )
        self._workplace = workplace
        self.rule = DataLabel()
        self.rule.setWordWrap(True)
        self.years = QSpinBox()
        self.years.setRange(1, LONGEST_YEARS)
        self.years.setValue(_USUAL_YEARS)
        self.decision = TextField()
        self._fields = {
            "years": FormField(self.tr("Lưu mấy &năm sau khi trả lời"), self.years),
            "decision": FormField(
                self.tr("&Số, ngày văn bản quyết định"), self.decision, required=True
            ),
        }
        self.count = DataLabel()
        self.table = QTableWidget(0, 2)
        self.export_button = ExportButton(workplace, self, "het-han-luu-phan-anh", self._out)
        self._lay_out()
        self.setFocusProxy(self.years)
        helped_by(self, "feedback")
        workplace.changes.feedback_changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read rule and list; of feedback there is little enough to do it at every visit."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read both anew."""
        if self.allowed:
            self._workplace.in_lane(_read, self._show, self._refused, owner=self)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _save(self) -> None:
        self._workplace.in_lane(
            partial(
                _keep, years=self.years.value(), decision=self.decision.value(),
                by=self._workplace.account.login,
            ),
            self._saved, self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, kept: _Kept) -> None:
        self.decision.set_value("")
        self._show(kept)
        self._workplace.messages.toast(self.tr("Đã đặt thời hạn lưu phản ánh, kiến nghị."))

    def _show(self, kept: _Kept) -> None:
        self.problem.say("")
        for field in self._fields.values():
            field.show_problem("")
        years = kept.rule.years
        now = (
            self.tr("Chưa đặt thời hạn: không nêu phản ánh nào để xoá. {source}.")
            if years is None
            else self.tr("Đang lưu {years} năm sau khi trả lời, từ chối. {source}.")
        )
        self.rule.setText(now.format(years=years, source=rule_words(kept.rule)))
        self.count.setText(self.tr("{count} phản ánh hết thời hạn lưu").format(count=len(kept.due)))
        self.table.setRowCount(len(kept.due))
        for row, one in enumerate(kept.due):
            until = one.retention.until_on
            words = self.tr("xong {ended}, lưu đến {until}").format(
                ended=date_words(one.ended_on), until=date_words(until) if until else ""
            )
            for column, text in enumerate((one.code, words)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for part in (self.count, self.export_button, self.table):
            part.setVisible(years is not None)
        if kept.due and self.table.currentRow() < 0:
            self.table.setCurrentCell(0, _CODE)

    def _refused(self, failure: Failure) -> None:
        field = (
            self._fields.get(failure.field or "") if isinstance(failure, RuleViolation) else None
        )
        if field:
            field.show_problem(failure.text)
            self.decision.setFocus()
        else:
            self.problem.say(failure.text)

    def _out(self) -> Make:
        return shown_rows(self.table, self.tr("Phản ánh hết thời hạn lưu"))

    def _open(self, row: int) -> None:
        if item := self.table.item(row, _CODE):
            self._workplace.ways.one_feedback_wanted.emit(item.text())

    def _lay_out(self) -> None:
        self.column.addWidget(self.rule)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._fields["years"])
        row.addWidget(self._fields["decision"], 1)
        for field in self._fields.values():
            row.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.save_button = self.add_button(self.tr("Đặt &thời hạn lưu"))
        self.save_button.clicked.connect(self._save)
        self.count.setObjectName("muted")
        row = QHBoxLayout()
        row.addWidget(self.export_button)
        row.addStretch(1)
        row.addWidget(self.count)
        self.column.addLayout(row)
        self.table.setHorizontalHeaderLabels([self.tr("Số phiếu"), self.tr("Thời hạn")])
        self.table.setAccessibleName(self.tr("Phản ánh hết thời hạn lưu"))
        dress_table(self.table)
        wrap_text(self.table)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(rows * _LEAST_ROWS_SHOWN)
        self.table.cellActivated.connect(self._open)
        self.column.addWidget(self.table)


def _read(desk: Desk) -> _Kept:
    today = desk.now().date()
    return _Kept(feedback_retention.ruling(desk), list(feedback_retention.due(desk, today)))


def _keep(desk: Desk, *, years: int, decision: str, by: str) -> _Kept:
    feedback_retention.keep_for(desk, years, decision, by=by)
    return _read(desk)
