"""“Hôm nay”: what day it is, its figures, what is pressing, where the work lies, drafts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.services import drafting
from reception.services.desk import Desk
from reception.services.drafting import Draft
from reception.ui.exporting import Export, Make
from reception.ui.home.day import describe
from reception.ui.home.drafts_list import DraftsList
from reception.ui.home.figures import Figures
from reception.ui.home.pack_news import PackNews
from reception.ui.home.piles import Piles, PilesTable, late_of_field, of_holder, worth_showing
from reception.ui.home.pressing import PressingTable
from reception.ui.home.publication_line import PublicationLine
from reception.ui.home.short_table import ShortTable
from reception.ui.home.today import Burden, Today, read_burden, read_today
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.notes import Note
from reception.ui.scrolling import scrolled
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.list_out import ListOut

_AGAIN_EVERY_MS = 60_000
# Below so many lines of text the head and the figures give up height; below so many letters the
# lists stand under each other.
_LOW_LINES, _NARROW_LETTERS = 30, 118


class HomePage(QWidget):
    """The first screen of the day; empty until :meth:`refresh`, so that it is painted at once."""

    filled = Signal()
    """The figures have been read and shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.title = Heading()
        self.kind = StatusChip()
        self.hours = DataLabel()
        self.hours.setObjectName("muted")
        self.notice = DataLabel()
        self.notice.setObjectName("notice")
        self.notice.setWordWrap(True)
        self.notice.hide()
        self.pack_news = PackNews()
        self.publication = PublicationLine()
        self.receive = QPushButton(self.tr("Tiếp nhận hồ sơ  (F2)"))
        self.receive.setObjectName("big")
        self.receive.setProperty("kind", "main")
        self.receive.setAutoDefault(True)
        self.receive.setEnabled(workplace.account.may(Right.RECEIVE))
        if not self.receive.isEnabled():
            self.receive.setToolTip(self.tr("Vai trò của bạn không tiếp nhận hồ sơ."))
        self.figures = Figures()
        self.pressing = PressingTable()
        self.fields = Piles(
            self.tr("Quá hạn theo lĩnh vực"), PilesTable(self.tr("Lĩnh vực"), late_of_field)
        )
        self.holders = Piles(
            self.tr("Ai đang giữ hồ sơ"), PilesTable(self.tr("Người, cơ quan"), of_holder)
        )
        self.nothing_pressing = Note(self.tr("Không có hồ sơ nào quá hạn hay sắp đến hạn."))
        self.drafts = DraftsList()
        self._lay_out()
        self._connect()
        for table, name, ask in (
            (self.pressing, "can-lam-truoc", self._pressing_out),
            (self.fields.table, "qua-han-theo-linh-vuc", self.fields.table.out),
            (self.holders.table, "ai-dang-giu", self.holders.table.out),
        ):
            Export(workplace, table, name, ask)
        self.setFocusProxy(self.receive if self.receive.isEnabled() else self.figures)

    def refresh(self) -> None:
        """Read everything anew."""
        self._show_day()
        login = self._workplace.account.login
        self._workplace.in_lane(partial(read_today, login=login), self._show, owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up; the very first showing waits until the window is painted."""
        super().showEvent(event)
        if self.title.text():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """With large letters, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lists"):
            self._fit()

    def _connect(self) -> None:
        ways, changes = self._workplace.ways, self._workplace.changes
        self.receive.clicked.connect(lambda: ways.intake_wanted.emit(None))
        self.figures.wanted.connect(ways.show_list)
        self.figures.apologies_wanted.connect(ways.apologies_wanted)
        self.figures.feedback_wanted.connect(ways.feedback_wanted)
        self.figures.reviews_wanted.connect(partial(ways.reviews_wanted.emit, ""))
        for piles in (self.fields, self.holders):
            piles.table.wanted.connect(ways.show_list)
        for table in self._tables():
            table.seen.connect(partial(self._bring_into_sight, table))
        self.pressing.wanted.connect(ways.dossier_wanted)
        self.pack_news.wanted.connect(ways.exchange_wanted)
        self.publication.wanted.connect(partial(ways.figures_wanted.emit, "publication"))
        self.drafts.resume_wanted.connect(ways.draft_wanted)
        self.drafts.discard_wanted.connect(self._discard)
        changes.dossiers_changed.connect(self._changed)
        changes.feedback_changed.connect(self._changed)
        changes.office_changed.connect(self._changed)
        changes.catalogue_changed.connect(self._changed)
        # A due moment passes, and midnight, without anyone touching the register.
        passing = QTimer(self, interval=_AGAIN_EVERY_MS)
        passing.timeout.connect(self._changed)
        passing.start()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_day(self) -> None:
        rules = self._workplace.rules
        day = describe(rules.calendar, rules.now().date())
        self.title.setText(day.title)
        self.kind.show_state(day.kind, day.tone)
        self.hours.setText(day.hours)
        self.notice.setText(day.notice)
        self.notice.setVisible(bool(day.notice))

    def _show(self, today: Today) -> None:
        rules = self._workplace.rules
        self.figures.show_counts(today.counts, today.suspended)
        self.pressing.show_rows(today.pressing, rules.now(), rules.soon_until())
        self.pressing.setVisible(bool(today.pressing))
        self.nothing_pressing.setVisible(not today.pressing)
        self.drafts.show_drafts(today.drafts, rules.now())
        self._workplace.in_lane(read_burden, self._show_burden, owner=self)
        self.filled.emit()

    def _show_burden(self, burden: Burden) -> None:
        self.figures.show_apology_drafts(burden.apologies, more=burden.more)
        self.figures.show_reviews(burden.reviews)
        self._workplace.changes.reviews_counted.emit(burden.reviews)
        self.figures.show_feedback(burden.feedback.overdue, burden.feedback.soon)
        self.pack_news.tell(burden.broken, burden.news)
        self.publication.tell(burden.publication)
        self.fields.show_piles(worth_showing(burden.fields))
        self.holders.show_piles(burden.holders)

    def _discard(self, draft: Draft) -> None:
        question = self.tr("Bỏ nháp “{title}”? Những gì đã gõ sẽ mất.").format(title=draft.title)
        if self._workplace.messages.ask(question, self.tr("Bỏ nháp"), irreversible=True):
            self._workplace.in_lane(
                partial(drafting.discard, draft_id=draft.draft_id),
                lambda _done: self.refresh(),
                owner=self,
            )

    def _lay_out(self) -> None:
        page = self._page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        column.addWidget(self.notice)
        column.addWidget(self.pack_news)
        column.addWidget(self.publication)
        column.addWidget(self.figures)
        column.addLayout(self._make_lists())
        column.addStretch(1)
        self.area = scrolled(page, only_down=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _make_head(self) -> QGridLayout:
        self.title.setWordWrap(True)
        self._below = QHBoxLayout()
        self._below.setSpacing(12)
        self._below.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below.addWidget(self.hours)
        self._below.addStretch(1)
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(12)
        self._head.setVerticalSpacing(6)
        self._head.setColumnStretch(0, 1)
        self._place_head(low=False)
        return self._head

    def _place_head(self, *, low: bool) -> None:
        """The button beside both lines, or beside the second alone: the date stays in one line."""
        for part in (self.title, self._below, self.receive):
            if isinstance(part, QWidget):
                self._head.removeWidget(part)
            else:
                self._head.removeItem(part)
        self._head.addWidget(self.title, 0, 0, 1, 2 if low else 1)
        self._head.addLayout(self._below, 1, 0)
        self._head.addWidget(self.receive, 1 if low else 0, 1, 1 if low else 2, 1)

    def _make_lists(self) -> QBoxLayout:
        self.nothing_pressing.hide()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(Heading(self.tr("Cần làm trước"), 2))
        left.addWidget(self.pressing)
        left.addWidget(self.nothing_pressing)
        left.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(16)
        for part in (self.drafts, self.fields, self.holders):
            side.addWidget(part)
        side.addStretch(1)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lists.setSpacing(20)
        self._lists.addLayout(left, 2)
        self._lists.addLayout(side, 1)
        return self._lists

    def _fit(self) -> None:
        """Low or narrow, the head, the figures and the lists stand otherwise."""
        metrics = self.fontMetrics()
        low = self.height() < _LOW_LINES * metrics.height()
        narrow = self.width() < _NARROW_LETTERS * metrics.averageCharWidth()
        directions = QBoxLayout.Direction
        self._lists.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.figures.set_compact(compact=low)
        self._place_head(low=low)

    def _pressing_out(self) -> Make:
        rows, words = self.pressing.rows, self.tr("Cần làm trước")

        def make(desk: Desk) -> ListOut:
            from reception.services.dossier_list_out import dossier_rows  # not before it is asked

            return dossier_rows(desk, rows, words, bare=False)

        return make

    def _tables(self) -> tuple[ShortTable, ...]:
        return self.pressing, self.fields.table, self.holders.table

    def _bring_into_sight(self, table: ShortTable, row: QRect) -> None:
        middle = table.mapTo(self._page, row.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, row.height())
