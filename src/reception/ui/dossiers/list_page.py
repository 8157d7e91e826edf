"""The dossier list: narrowed, ordered, walked through by keyboard, however long it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.listing import DossierRow, ListQuery
from reception.domain.moments import short_moment
from reception.services.access import note_exported
from reception.services.desk import Desk
from reception.services.list_out import ListOut
from reception.services.lookup import SHELF_WORDS
from reception.services.table_out import tabbed_text
from reception.storage import lists
from reception.ui.dossiers.bulk_marks import MarkingTable
from reception.ui.dossiers.columns import Columns
from reception.ui.dossiers.list_cells import Column, single_cells, single_headings
from reception.ui.dossiers.list_filters import ListFilters
from reception.ui.dossiers.list_model import DossierListModel
from reception.ui.dossiers.two_lines import TwoLineDelegate, row_height, widest
from reception.ui.dossiers.unmasking import Unmasking
from reception.ui.dossiers.words import all_standings, grouped, standing
from reception.ui.exporting import ExportButton, Make
from reception.ui.labels import DataLabel, Heading
from reception.ui.tables import dress_table
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

MOST_COPIED = 10_000
_READ_AT_ONCE = 500
_READABLE_LETTERS, _NAME_LETTERS, _HOLDER_LETTERS = 30, 19, 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DossierTable(MarkingTable):
    """The table; Enter opens, Ctrl+C copies the chosen rows, Ctrl+Enter works on them."""

    def __init__(self, page: DossierListPage) -> None:
        super().__init__(page)
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+C are ours, Home and End go to the ends of the list."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._page.work_on_marked()
        elif event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._page.open_row(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._page.copy_rows()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            last = self.model().rowCount() - 1
            self.go_to(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)


class DossierListPage(QWidget):
    """All dossiers, or those of a query; the list follows every change of the register."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._current: int | None = None
        self._stale = False
        self.heading = Heading(self.tr("Hồ sơ"))
        self.count = DataLabel()
        self.count.setObjectName("muted")
        self.work_button = QPushButton(self.tr("&Làm cho các hồ sơ đã chọn… (Ctrl+Enter)"))
        self.work_button.setToolTip(
            self.tr("Dấu cách chọn thêm từng dòng, Ctrl+A chọn tất cả, Esc bỏ chọn.")
        )
        self.work_button.clicked.connect(self.work_on_marked)
        self.filters = ListFilters(workplace.rules)
        self.model = DossierListModel(workplace, self)
        self.numbers = Unmasking(workplace, self._told, self)
        self.numbers.turned.connect(self._show_numbers)
        self.table = DossierTable(self)
        self._set_up_table()
        self.nothing = DataLabel(
            self.tr("Không có hồ sơ nào. Bấm “Bỏ lọc” để xem tất cả, hoặc F2 để tiếp nhận hồ sơ.")
        )
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.export_button = ExportButton(
            workplace, self, "ho-so", self._on_its_way, lambda: self.numbers.purpose
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self.filters.changed.connect(self._ask)
        self.model.listed.connect(self._listed)
        self.model.counted.connect(self._show_count)
        self.table.verticalScrollBar().valueChanged.connect(self._show_count)
        self.table.doubleClicked.connect(self._open_clicked)
        self.table.selectionModel().currentRowChanged.connect(self._remember_row)
        self.table.selectionModel().selectionChanged.connect(self._show_count)
        workplace.changes.dossiers_changed.connect(self._changed)
        workplace.changes.catalogue_changed.connect(self.filters.fill_fields)

    def show_query(self, query: ListQuery) -> None:
        """List the dossiers of a query."""
        self.filters.show_query(query)
        self._ask(query)

    def refresh(self) -> None:
        """Read the list anew, staying at the same dossier."""
        self._stale = False
        first, last = self._rows_in_sight()
        self.model.refresh(max(first, 0), max(last, 0))
        self._read_holders()

    def open_row(self, row: int) -> None:
        """Open the dossier of a row, read or not."""
        number = self.model.number_at(row)
        if number is not None:
            self._workplace.in_lane(
                partial(_rows_of, numbers=(number,)), self._open_first, owner=self
            )

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard, parted by tabs, with the headings."""
        numbers = self.table.marked_numbers()
        if len(numbers) > MOST_COPIED:
            self._workplace.messages.tell(
                self.tr("Chỉ chép được nhiều nhất {most} dòng một lần; hãy chọn ít hơn.").format(
                    most=grouped(MOST_COPIED)
                )
            )
        elif numbers:
            self._workplace.in_lane(
                partial(_rows_of, numbers=tuple(numbers)), self._put_on_clipboard, owner=self
            )

    def work_on_marked(self) -> None:
        """Do something with all chosen dossiers."""
        from reception.ui.dossiers.bulk_dialog import MOST_AT_ONCE, BulkDialog

        numbers = self.table.marked_numbers()
        if len(numbers) > MOST_AT_ONCE:
            self._workplace.messages.toast(
                self.tr("Mỗi lần làm nhiều nhất {most} hồ sơ; hãy lọc hoặc chọn ít hơn.").format(
                    most=grouped(MOST_AT_ONCE)
                )
            )
        elif numbers:
            self._workplace.in_lane(
                partial(_rows_of, numbers=tuple(numbers)),
                lambda rows: BulkDialog(self._workplace, rows, self.window()).open(),
                owner=self,
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 reads the list anew, F12 shows hidden numbers."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        elif event.key() == Qt.Key.Key_F12:
            self.numbers.toggle()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another screen was shown."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Numbers are hidden once nobody looks at the list."""
        super().hideEvent(event)
        self.numbers.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count tells the rows in sight."""
        super().resizeEvent(event)
        self._show_count()

    def _set_up_table(self) -> None:
        self.table.follow(self.model)
        self.table.setItemDelegate(TwoLineDelegate(self.table))
        codes = TwoLineDelegate(self.table, code=True)
        self.table.setItemDelegateForColumn(Column.REFERENCE, codes)
        self.table.setAccessibleName(self.tr("Danh sách hồ sơ"))
        self._columns = Columns(
            self._workplace.memory, "dossier-lines", self.table, self._letters(), self._dress,
            stretching=Column.PROCEDURE,
            first_to_go=(Column.HOLDER,),
        )  # fmt: skip

    def _letters(self) -> dict[int, float]:
        """How many letters each column needs; those of fixed contents exactly theirs."""
        metrics, letter = self.table.fontMetrics(), QFontMetricsF(self.table.font())
        moment = short_moment(self._workplace.rules.now())
        code = f"{self._workplace.rules.office.agency_code}-000000-0000"
        wide: dict[int, int] = {
            Column.REFERENCE: widest(metrics, (code, moment)),
            Column.STANDING: widest(metrics, (moment,), all_standings()),
        }
        letters = {column: room / letter.averageCharWidth() for column, room in wide.items()}
        return letters | {
            Column.OWNER: _NAME_LETTERS,
            Column.PROCEDURE: _READABLE_LETTERS,
            Column.HOLDER: _HOLDER_LETTERS,
        }

    def _dress(self) -> None:
        dress_table(self.table)
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.table.fontMetrics()))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.count)
        top.addWidget(self.work_button)
        self.filters.add(self.numbers.button)
        self.filters.add(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(self.nothing)
        layout.addWidget(self.table, 1)

    def _ask(self, query: ListQuery) -> None:
        self._current = None
        self._stale = False
        self.numbers.hide()
        self.table.unmark()
        self.table.scrollToTop()
        self.model.show_query(query)
        self._read_holders()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _listed(self) -> None:
        self.nothing.setVisible(self.model.rowCount() == 0)
        row = 0 if self._current is None else self.model.row_of_number(self._current)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            # Staying at a dossier must not scroll the list away from what is being read.
            scrolled = self.table.verticalScrollBar().value()
            self.table.selectionModel().setCurrentIndex(
                self.model.index(max(row, 0), 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
            if self.model.complete:
                self.table.verticalScrollBar().setValue(scrolled)
        self.table.put_marks_back()
        self._show_count()

    def _read_holders(self) -> None:
        self._workplace.in_lane(_holders, self.filters.fill_holders, owner=self)

    def _remember_row(self, current: QModelIndex) -> None:
        self._current = self.model.number_at(current.row())

    def _rows_in_sight(self) -> tuple[int, int]:
        height = self.table.viewport().height()
        last = self.table.rowAt(height - 1)
        return self.table.rowAt(0), last if last >= 0 else self.model.rowCount() - 1

    def _show_count(self) -> None:
        first, last = self._rows_in_sight()
        total = self.model.rowCount()
        self.work_button.setEnabled(self.table.currentIndex().isValid())
        if total == 0:
            self.count.setText(self.tr("0 hồ sơ"))
            return
        known = grouped(total)
        if not self.model.complete:
            known = self.tr("hơn {count}").format(count=known)
        told = self.tr("{first}–{last} trong {total} hồ sơ").format(
            first=grouped(first + 1), last=grouped(last + 1), total=known
        )
        chosen = self.table.marked_count()
        if chosen > 1:
            told = self.tr("đã chọn {chosen} · {told}").format(chosen=grouped(chosen), told=told)
        self.count.setText(told)

    def _open_clicked(self, index: QModelIndex) -> None:
        self.open_row(index.row())

    def _open_first(self, rows: list[DossierRow]) -> None:
        if rows:
            self._workplace.ways.dossier_wanted.emit(rows[0].dossier_id)

    def _put_on_clipboard(self, rows: list[DossierRow]) -> None:
        rules = self._workplace.rules
        now, soon_until = rules.now(), rules.soon_until()
        bare = self.numbers.shown
        lines = [single_cells(row, standing(row, now, soon_until), bare=bare) for row in rows]
        QGuiApplication.clipboard().setText(tabbed_text(single_headings(), lines))
        self._note_copied(len(rows))
        self._workplace.messages.toast(
            self.tr("Đã chép {count} dòng.").format(count=grouped(len(rows)))
        )

    def _show_numbers(self) -> None:
        self.model.show_numbers(bare=self.numbers.shown)

    def _told(self) -> str:
        """Which list this is, for the record of access."""
        query = self.filters.query()
        parts = (
            SHELF_WORDS[query.shelf], query.procedure_code, query.field, query.holder, query.about,
        )  # fmt: skip
        return f"{', '.join(filter(None, parts))} ({self.model.rowCount()} hồ sơ)"

    def _on_its_way(self) -> Make:
        return partial(_listed, query=self.filters.query(), bare=self.numbers.shown)

    def _note_copied(self, count: int) -> None:
        what = f"chép {count} dòng: {self._told()}"
        by, purpose = self._workplace.account.login, self.numbers.purpose
        self._workplace.in_lane(
            partial(note_exported, what=what, by=by, purpose=purpose), owner=self
        )


def _listed(desk: Desk, *, query: ListQuery, bare: bool) -> ListOut:
    from reception.services.dossier_list_out import dossier_list

    return dossier_list(desk, query, bare=bare)


def _holders(desk: Desk) -> list[str]:
    return [pile.name for pile in lists.piles_by_holder(desk.database, desk.now()) if pile.name]


def _rows_of(desk: Desk, *, numbers: tuple[int, ...]) -> list[DossierRow]:
    rows: list[DossierRow] = []
    for start in range(0, len(numbers), _READ_AT_ONCE):
        rows += lists.page(desk.database, numbers[start : start + _READ_AT_ONCE])
    return rows
