"""Who saw, printed and changed what: for leaders and administrators."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from reception.domain.accounts import Account
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.services import audit, sign_in
from reception.services.audit import AuditLine, AuditQuery, Did
from reception.services.desk import Desk
from reception.ui import exporting
from reception.ui.books.periods import PeriodField
from reception.ui.dossiers.words import grouped
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import DataLabel, FormField, plain_tip
from reception.ui.settings.section import Section
from reception.ui.tables import dress_table
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_AT, _WHO, _WHAT, _REFERENCE = range(4)
_LEAST_ROWS_SHOWN = 10


class AuditSection(Section):
    """Asks for days, a person and a dossier; Enter in a line opens its dossier."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "audit",
            QCoreApplication.translate(
                "AuditSection",
                "Ai đã mở hồ sơ nào, in giấy nào, ghi sửa gì, hiện số đang che để làm gì. Mỗi lần"
                " xem trang này cũng được ghi lại.",
            ),
            allowed=allowed,
            refusal=QCoreApplication.translate(
                "AuditSection", "Chỉ lãnh đạo và quản trị xem được; hãy nhờ họ đăng nhập."
            ),
        )
        self._workplace = workplace
        self._lines: Sequence[AuditLine] = ()
        self.period = PeriodField(workplace.rules)
        self.person, self.did = QComboBox(), QComboBox()
        self.code = QLineEdit()
        self._offer()
        for label, field in (
            (self.tr("Ngườ&i"), self.person),
            (self.tr("&Việc"), self.did),
            (self.tr("&Mã hồ sơ"), self.code),
        ):
            self.period.add(FormField(label, field))
        self.column.addWidget(self.period)
        self.count = DataLabel()
        self.count.setObjectName("muted")
        self._add_buttons()
        self.table = QTableWidget(0, 4)
        self._set_up_table()
        self.column.addWidget(self.table)
        self.setFocusProxy(self.period)
        helped_by(self, "audit")
        if allowed:
            workplace.in_lane(sign_in.everyone, self._offer_people, owner=self)

    def look(self) -> None:
        """Read what was asked for."""
        self.problem.say("")
        try:
            query = AuditQuery(
                self.period.period(), self.person.currentData(), self.code.text().strip(),
                self.did.currentData(),
            )  # fmt: skip
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return
        read = partial(_read, query=query, by=self._workplace.account.login)
        self._workplace.in_lane(read, self._show, self._failed, owner=self)

    def save(self, target: Path) -> None:
        """Write what is shown as a table."""
        self._workplace.in_lane(
            partial(_save, lines=self._lines, target=target),
            lambda _: self._workplace.messages.toast(self.tr("Đã lưu {file}.").format(file=target)),
            self._failed,
            owner=self,
        )

    def _show(self, lines: list[AuditLine]) -> None:
        self._lines = lines
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            cells = (short_moment(line.at), line.name, line.what, line.reference)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(row, column, item)
        cut = len(lines) >= audit.AT_ONCE
        told = self.tr("{count} việc gần nhất") if cut else self.tr("{count} việc")
        self.count.setText(told.format(count=grouped(len(lines))))
        self.save_button.setEnabled(bool(lines))

    def _failed(self, failure: Failure) -> None:
        self._show([])
        self.problem.say(failure.text)

    def _ask_where(self) -> None:
        if not self._lines:
            return
        if file := exporting.ask_where(self, f"nhat-ky-{self._workplace.rules.now():%Y%m%d-%H%M}"):
            self.save(file)

    def _open(self, row: int) -> None:
        line, ways = self._lines[row], self._workplace.ways
        if line.feedback_id:
            ways.one_feedback_wanted.emit(line.reference)
        elif line.dossier_id:
            ways.dossier_wanted.emit(line.dossier_id)

    def _offer(self) -> None:
        self.person.addItem(self.tr("Mọi người"), "")
        for words, did in (
            (self.tr("Mọi việc"), None),
            (self.tr("Xem"), Did.SAW),
            (self.tr("In"), Did.PRINTED),
            (self.tr("Ghi, sửa"), Did.CHANGED),
        ):
            self.did.addItem(words, did)

    def _offer_people(self, people: list[Account]) -> None:
        for account in people:
            self.person.addItem(account.name, account.login)

    def _add_buttons(self) -> None:
        self.look_button = QPushButton(self.tr("&Xem"))
        self.look_button.setProperty("kind", "main")
        self.look_button.clicked.connect(self.look)
        self.code.returnPressed.connect(self.look)
        self.save_button = QPushButton(exporting.words())
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._ask_where)
        exporting.add_key(self, self._ask_where)
        row = QHBoxLayout()
        for button in (self.look_button, self.save_button):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.count)
        self.column.addLayout(row)

    def _set_up_table(self) -> None:
        self.table.setHorizontalHeaderLabels(
            [self.tr("Lúc"), self.tr("Ai"), self.tr("Việc"), self.tr("Hồ sơ")]
        )
        self.table.setAccessibleName(self.tr("Ai đã xem, in, sửa"))
        dress_table(self.table)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        rows = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(rows * _LEAST_ROWS_SHOWN)
        self.table.cellActivated.connect(self._open)


def _read(desk: Desk, *, query: AuditQuery, by: str) -> list[AuditLine]:
    return audit.read(desk, query, by=by)


def _save(_desk: Desk, *, lines: Sequence[AuditLine], target: Path) -> None:
    from reception.services import desk_lists_out, list_out  # not before it is asked for

    list_out.write(desk_lists_out.acts(lines), target)
