"""“Hôm nay”: what day it is, five figures, what is pressing, what is half typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.listing import DossierRow, Shelf, TodayCounts
from reception.services import drafting, lookup
from reception.services.desk import Desk
from reception.services.drafting import Draft
from reception.ui.home.day import describe
from reception.ui.home.drafts_list import DraftsList
from reception.ui.home.figures import Figures
from reception.ui.home.pressing import PressingTable
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.notes import Note
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

MOST_PRESSING = 12
_AGAIN_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True)
class Today:
    """What the page shows of the register."""

    counts: TodayCounts
    pressing: list[DossierRow]
    drafts: list[Draft]


def read_today(desk: Desk, login: str) -> Today:
    """Read the page's figures and rows, in the lane."""
    pressing = lookup.shelf(desk, Shelf.OVERDUE, MOST_PRESSING)
    for shelf in (Shelf.DUE_TODAY, Shelf.DUE_SOON):
        pressing += lookup.shelf(desk, shelf, MOST_PRESSING - len(pressing))
    return Today(lookup.today(desk), pressing, drafting.of_login(desk, login))


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
        self.receive = QPushButton(self.tr("Tiếp nhận hồ sơ  (F2)"))
        self.receive.setObjectName("big")
        self.receive.setProperty("kind", "main")
        self.receive.setAutoDefault(True)
        self.receive.setEnabled(workplace.account.may(Right.RECEIVE))
        if not self.receive.isEnabled():
            self.receive.setToolTip(self.tr("Vai trò của bạn không tiếp nhận hồ sơ."))
        self.figures = Figures()
        self.pressing = PressingTable()
        self.nothing_pressing = Note(self.tr("Không có hồ sơ nào quá hạn hay sắp đến hạn."))
        self.drafts = DraftsList()
        self._lay_out()
        self._connect()
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

    def _connect(self) -> None:
        ways, changes = self._workplace.ways, self._workplace.changes
        self.receive.clicked.connect(lambda: ways.intake_wanted.emit(None))
        self.figures.wanted.connect(ways.show_list)
        self.pressing.wanted.connect(ways.dossier_wanted)
        self.drafts.resume_wanted.connect(ways.draft_wanted)
        self.drafts.discard_wanted.connect(self._discard)
        changes.dossiers_changed.connect(self._changed)
        changes.office_changed.connect(self._changed)
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
        self.figures.show_counts(today.counts)
        self.pressing.show_rows(today.pressing, rules.now(), rules.soon_until())
        self.pressing.setVisible(bool(today.pressing))
        self.nothing_pressing.setVisible(not today.pressing)
        self.drafts.show_drafts(today.drafts, rules.now())
        self.filled.emit()

    def _discard(self, draft: Draft) -> None:
        question = self.tr("Bỏ nháp “{title}”? Những gì đã gõ sẽ mất.").format(title=draft.title)
        if self._workplace.messages.ask(question, self.tr("Bỏ nháp"), irreversible=True):
            self._workplace.in_lane(
                partial(drafting.discard, draft_id=draft.draft_id),
                lambda _done: self.refresh(),
                owner=self,
            )

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.notice)
        column.addWidget(self.figures)
        column.addLayout(self._lists(), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _head(self) -> QHBoxLayout:
        self.title.setWordWrap(True)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.kind)
        below.addWidget(self.hours)
        below.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.title)
        words.addLayout(below)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.receive)
        return head

    def _lists(self) -> QHBoxLayout:
        self.pressing.setMinimumHeight(160)
        self.nothing_pressing.hide()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(Heading(self.tr("Cần làm trước"), 2))
        left.addWidget(self.pressing, 1)
        left.addWidget(self.nothing_pressing, 1, Qt.AlignmentFlag.AlignTop)
        lists = QHBoxLayout()
        lists.setSpacing(20)
        lists.addLayout(left, 5)
        lists.addWidget(self.drafts, 2)
        return lists
