"""The print log: who printed which paper of which dossier when; opening it, printing it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Account
from reception.domain.errors import RuleViolation
from reception.services import forms, print_log, sign_in
from reception.services.desk import Desk
from reception.services.list_out import ListOut
from reception.services.print_log import AT_ONCE, LOGGED_FORMS, LogPage, LogQuery, Printing
from reception.ui.books.periods import PeriodField, Span
from reception.ui.books.print_log_model import LogColumn, PrintLogModel
from reception.ui.dossiers.columns import Columns
from reception.ui.dossiers.two_lines import TwoLineDelegate, row_height
from reception.ui.dossiers.words import form_words, grouped
from reception.ui.exporting import ExportButton, Make
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tables import dress_table
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

MOST_READ_AGAIN = 1000
_LETTERS: dict[int, float] = {
    LogColumn.AT: 18,
    LogColumn.PAPER: 14,
    LogColumn.TIMES: 16,
    LogColumn.REFERENCE: 20,
}
_COMBO_LETTERS = 20


class PrintLogPanel(KeyedPage):
    """The newest printing first. Enter opens its dossier, F9 prints the paper once more."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asked = 0
        self._reading = False
        self._stale = True
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.DAY)
        self.clerk, self.form = QComboBox(), QComboBox()
        for combo in (self.clerk, self.form):
            combo.setMinimumContentsLength(_COMBO_LETTERS)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._offer_all()
        self.count = DataLabel()
        self.count.setObjectName("muted")
        self.problem = Problem()
        self.model = PrintLogModel(self)
        self.table = QTableView()
        self._set_up_table()
        self.open_button = QPushButton(self.tr("Mở hồ sơ (Enter)"))
        self.open_button.clicked.connect(self.open_dossier)
        self.again_button = QPushButton(self.tr("In lại (F9)"))
        self.again_button.setProperty("kind", "main")
        self.again_button.clicked.connect(self.print_again)
        self.export_button = ExportButton(workplace, self, "nhat-ky-in", self._on_its_way)
        self._lay_out()
        self._offer()
        self.key_acts = {Qt.Key.Key_F9: self.print_again, Qt.Key.Key_F5: self.refresh}
        self.period.changed.connect(self._begin_anew)
        self.clerk.currentIndexChanged.connect(self._begin_anew)
        self.form.currentIndexChanged.connect(self._begin_anew)
        self.model.more_wanted.connect(self._read_more)
        self.table.activated.connect(self.open_dossier)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        workplace.changes.dossiers_changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what went out while another screen was shown."""
        super().showEvent(event)
        if self._stale:
            self._workplace.in_lane(sign_in.everyone, self._offer_clerks, owner=self)
            self.refresh()

    def chosen(self) -> Printing | None:
        """The printing of the present row."""
        return self.model.printing(self.table.currentIndex().row())

    def open_dossier(self) -> None:
        """Open the dossier of the present row."""
        if printing := self.chosen():
            self._workplace.ways.dossier_wanted.emit(printing.dossier_id)

    def print_again(self) -> None:
        """Print the paper of the present row once more, as it is now."""
        printing = self.chosen()
        if printing is None:
            return
        if printing.form == forms.RECEIPT_LIST:
            self._workplace.in_lane(
                partial(print_log.together, printing=printing), self._print_list, owner=self
            )
        else:
            from reception.ui.dossiers.printing import print_paper  # heavy to load

            print_paper(self._workplace, printing.dossier_id, printing.form)

    def refresh(self) -> None:
        """Read anew, staying at the same printing."""
        self._read(min(max(self.model.rowCount(), AT_ONCE), MOST_READ_AGAIN))

    def _print_list(self, dossiers: Sequence[tuple[str, str]]) -> None:
        from reception.ui.dossiers.receipt_list import issue_and_print  # heavy to load

        issue_and_print(self._workplace, dossiers)

    def _begin_anew(self) -> None:
        self.table.scrollToTop()
        self.table.setCurrentIndex(QModelIndex())
        self._read(AT_ONCE)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _read(self, most: int) -> None:
        self._stale = False
        self._ask(self._show_first, most=most)

    def _read_more(self) -> None:
        if not self._reading:
            self._ask(self._show_more, before=self.model.last)

    def _ask(
        self,
        then: Callable[[int, LogPage], None],
        *,
        before: Printing | None = None,
        most: int = AT_ONCE,
    ) -> None:
        query = self._query()
        if query is None:
            return
        self.problem.say("")
        self._asked += 1
        self._reading = True
        self._workplace.in_lane(
            partial(_read, query=query, before=before, most=most),
            partial(then, self._asked),
            partial(self._refused, self._asked),
            owner=self,
        )

    def _query(self) -> LogQuery | None:
        try:
            period = self.period.period()
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return None
        return LogQuery(period, self.clerk.currentData(), self.form.currentData())

    def _on_its_way(self) -> Make | None:
        query = self._query()
        return partial(_all_printings, query=query) if query else None

    def _show_first(self, asked: int, page: LogPage) -> None:
        if asked != self._asked:
            return
        self._reading = False
        was = self.chosen()
        self.model.show_printings(page.printings, page.total)
        row = max(self.model.row_of(was.n), 0) if was else 0
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._offer()

    def _show_more(self, asked: int, page: LogPage) -> None:
        if asked == self._asked:
            self._reading = False
            self.model.add_printings(page.printings, page.total)
            self._offer()

    def _refused(self, asked: int, failure: Failure) -> None:
        if asked == self._asked:
            self._reading = False
            self.model.show_printings((), 0)
            self.problem.say(failure.text)
            self._offer()

    def _offer(self) -> None:
        for button in (self.open_button, self.again_button):
            button.setEnabled(self.chosen() is not None)
        read, total = self.model.rowCount(), self.model.total
        told = (
            self.tr("{total} lần in") if read == total else self.tr("{read} trong {total} lần in")
        )
        self.count.setText(told.format(read=grouped(read), total=grouped(total)))

    def _offer_clerks(self, people: list[Account]) -> None:
        choices = [(account.name, account.login) for account in people]
        _fill(self.clerk, self.tr("Mọi người in"), choices)

    def _offer_all(self) -> None:
        words = [(form_words(form), form) for form in LOGGED_FORMS]
        _fill(self.form, self.tr("Mọi loại giấy"), [(w[:1].upper() + w[1:], f) for w, f in words])
        _fill(self.clerk, self.tr("Mọi người in"), ())

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Nhật ký in giấy"))
        self.table.setItemDelegate(TwoLineDelegate(self.table))
        codes = TwoLineDelegate(self.table, code=True)
        self.table.setItemDelegateForColumn(LogColumn.REFERENCE, codes)
        self._columns = Columns(
            self._workplace.memory, "print-log", self.table, _LETTERS, self._dress,
            stretching=LogColumn.PAPER,
        )  # fmt: skip

    def _dress(self) -> None:
        dress_table(self.table)
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.table.fontMetrics()))

    def _lay_out(self) -> None:
        # In one row with the days: a row within a row would be as high as it is narrow.
        for label, combo in (
            (self.tr("Người &in"), self.clerk),
            (self.tr("&Loại giấy"), self.form),
        ):
            self.period.add(FormField(label, combo))
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        buttons.addWidget(self.count)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(self.tr("Nhật ký in giấy"), level=2))
        column.addWidget(Note(self.tr("Giấy in trước khi hồ sơ được sửa thì không còn giá trị.")))
        column.addWidget(self.period)
        column.addWidget(self.problem)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        # With large letters on a low screen the questions alone are higher than the page.
        area = scrolled(inside)
        area.setObjectName("plain")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(self.table)


def _read(desk: Desk, *, query: LogQuery, before: Printing | None, most: int) -> LogPage:
    return print_log.read(desk, query, before=before, most=most)


def _all_printings(desk: Desk, *, query: LogQuery) -> ListOut:
    from reception.services import desk_lists_out

    return desk_lists_out.printings(desk, query)


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    kept = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(everything, "")
        for words, value in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(kept), 0))
