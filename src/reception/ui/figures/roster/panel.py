"""“Lịch trực”: a week's table, and beside it the half-days of which nothing is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from reception.domain.accounts import Account, Right
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.domain.publication import month_of
from reception.domain.roster import WEEKDAYS, WorkingTime, week_of
from reception.domain.roster_events import OnDuty, RosterSet
from reception.services import roster
from reception.services.desk import Desk
from reception.storage import reference
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.figures.roster.presence import PresenceStrip
from reception.ui.figures.roster.table import RosterTable
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import Heading
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Read:
    week: RosterSet
    before: tuple[OnDuty, ...]
    accounts: list[Account]
    times: list[WorkingTime]


class RosterPanel(KeyedPage):
    """What is changed is written with Ctrl+Enter, and whenever the week or the page is left."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._week_on = week_of(workplace.rules.now().date())
        self._before: tuple[OnDuty, ...] = ()
        self._accounts: list[Account] = []
        self._dirty = False
        self._login = workplace.account.login
        self._may = workplace.account.may(Right.APPROVE)
        self.title = Heading("", level=2)
        self.table = RosterTable(may_edit=self._may)
        self.problem = Problem()
        self.presence = PresenceStrip(workplace, self)
        buttons = {
            "back": (self.tr("Trước (Page Up)"), partial(self.turn, -1), True),
            "on": (self.tr("Sau (Page Down)"), partial(self.turn, 1), True),
            "save": (self.tr("Ghi (Ctrl+Enter)"), self.save, self._may),
            "add": (self.tr("Thêm người (Insert)"), self.add, self._may),
            "as_before": (self.tr("Theo tuần trước (F8)"), self.take_over, self._may),
            "print": (self.tr("In (Ctrl+P)"), self.print_week, True),
            "notice": (self.tr("Thông báo tháng (F9)"), self.print_notice, True),
        }
        self.buttons = {name: self._button(*one) for name, one in buttons.items()}
        self.buttons["save"].setProperty("kind", "main")
        self.export_button = ExportButton(workplace, self, "lich-truc", self._out)
        self.hint = Note()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the week anew, unless something in it is not written yet."""
        if not (self._dirty or self.table.is_typing):
            work = partial(_read, week_on=self._week_on)
            self._workplace.in_lane(work, self._show, owner=self)

    def turn(self, weeks: int) -> None:
        """Show another week; what was changed in this one is written first."""
        self.save()
        self._week_on += weeks * _WEEK
        self._dirty = False
        self.refresh()

    def add(self) -> None:
        """Add a person: whoever of the accounts is not in the table yet, else an empty line."""
        held = {one.login for one in self.table.people()}
        free = next((one for one in self._accounts if one.login not in held), None)
        self.table.add(OnDuty(free.name, free.login) if free else OnDuty(""))

    def take_over(self) -> None:
        """Begin with the people and half-days of the last roster before this week."""
        if self._before:
            self.table.show_week(self._week_on, self._before)
            self._touch()
        else:
            self.problem.say(self.tr("Chưa có lịch trực nào trước tuần này để lấy theo."))

    def save(self) -> None:
        """Write the week down, if anything in it was changed."""
        self.table.finish_typing()
        if not (self._dirty and self._may):
            return
        week_on = self.table.week_on
        work = partial(
            roster.set_week, day=week_on, people=self.table.people(),
            by=self._workplace.account.login,
        )  # fmt: skip
        self._dirty = False
        self._workplace.in_lane(work, self._saved, partial(self._refused, week_on), owner=self)

    def print_week(self) -> None:
        """Look at the week's roster as it is posted."""
        self.save()
        self._look(
            partial(_week_pdf, week_on=self._week_on, by=self._login),
            f"lich-truc-{self._week_on}.pdf",
        )

    def print_notice(self) -> None:
        """Look at the notice of the month of this week."""
        self.save()
        self._look(
            partial(_notice_pdf, day=self._week_on, by=self._login),
            f"gio-lam-{self._week_on:%Y-%m}.pdf",
        )

    def _out(self) -> Make:
        return shown_rows(self.table, f"{self.tr('Lịch trực')}, {self.title.text()}")

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was filled in is lost by leaving."""
        self.save()
        super().hideEvent(event)

    def _show(self, read: _Read) -> None:
        if read.week.week_on != self._week_on or self._dirty or self.table.is_typing:
            return
        self._before, self._accounts = read.before, read.accounts
        last = self._week_on + timedelta(days=WEEKDAYS - 1)
        words = self.tr("Tuần {first} – {last}")
        self.title.setText(words.format(first=f"{self._week_on:%d/%m}", last=f"{last:%d/%m}"))
        self.table.show_week(self._week_on, read.week.people)
        self.hint.setText(self._hint(empty=not read.week.people))
        self.presence.tell(read.times, self._week_on)
        self.problem.say("")

    def _hint(self, *, empty: bool) -> str:
        if not self._may:
            none = self.tr("Tuần này chưa có lịch trực; lãnh đạo hoặc quản trị lập.")
            return none if empty else ""
        if empty:
            return self.tr("Tuần này chưa có lịch trực: Insert thêm người, F8 lấy theo tuần trước.")
        return self.tr("S sáng, C chiều, dấu cách đổi buổi; gõ chữ để sửa; Delete bỏ người.")

    def _touch(self) -> None:
        self._dirty = True
        self.problem.say("")

    def _saved(self, week: RosterSet) -> None:
        words = self.tr("Đã ghi lịch trực tuần từ {day}.")
        self._workplace.messages.toast(words.format(day=date_words(week.week_on)))
        self.refresh()

    def _refused(self, week_on: date, failure: Failure) -> None:
        """Stay at the week that could not be written; the table still shows it."""
        self._week_on = week_on
        self._dirty = True
        self.problem.say(failure.text)

    def _look(self, work: Callable[[Desk], bytes], name: str) -> None:
        from reception.ui.books.list_print import ListPreview, PrintedList

        def show(pdf: bytes) -> None:
            ListPreview(self._workplace, self.window(), PrintedList(pdf, name))

        self._workplace.in_lane(work, show, owner=self)

    def _button(self, words: str, act: Callable[[], object], allowed: bool) -> QPushButton:  # noqa: FBT001 - one of a row
        button = QPushButton(words)
        button.setEnabled(allowed)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _connect(self) -> None:
        self.table.edited.connect(self._touch)
        self.presence.marked.connect(self.refresh)
        self._workplace.changes.catalogue_changed.connect(self._came)
        self.finish = self.save
        acts = {
            Qt.Key.Key_Insert: self.buttons["add"], Qt.Key.Key_F8: self.buttons["as_before"],
            Qt.Key.Key_F9: self.buttons["notice"],
        }  # fmt: skip
        self.key_acts = {key: button.click for key, button in acts.items()}
        # The table would scroll by these keys before the page heard of them.
        for keys, name in (("PgUp", "back"), ("PgDown", "on"), ("Ctrl+P", "print")):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self, context=within)
            shortcut.activated.connect(self.buttons[name].click)
        if self._may:
            self.key_acts[Qt.Key.Key_Delete] = self._delete
        self.setFocusProxy(self.table)

    def _delete(self) -> None:
        if self.table.hasFocus():
            self.table.take_out()

    def _came(self) -> None:
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = FlowLayout()
        top.addWidget(self.title)
        for name in ("back", "on"):
            top.addWidget(self.buttons[name])
        column.addLayout(top)
        self.tabs = QTabWidget()
        # Where letters are large, the buttons are below the table, and not out of sight.
        week, presence = (
            scrolled(sheet, only_down=True) for sheet in (self._make_week(), self.presence)
        )
        self.tabs.addTab(week, self.tr("&Lịch tuần"))
        self.tabs.addTab(presence, self.tr("&Có mặt"))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.problem)

    def _make_week(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        buttons = FlowLayout()
        for name in ("save", "add", "as_before", "print", "notice"):
            buttons.addWidget(self.buttons[name])
        buttons.addWidget(self.export_button)
        column.addLayout(buttons)
        return sheet


def _read(desk: Desk, *, week_on: date) -> _Read:
    last = week_on + timedelta(days=WEEKDAYS - 1)
    return _Read(
        roster.week(desk, week_on),
        roster.as_before(desk, week_on),
        [one for one in reference.accounts(desk.database) if one.active],
        roster.times(desk, Period(week_on, last)),
    )


def _week_pdf(desk: Desk, *, week_on: date, by: str) -> bytes:
    from reception.services import books

    return books.pdf_of(roster.roster_paper(desk, week_on, by=by))


def _notice_pdf(desk: Desk, *, day: date, by: str) -> bytes:
    from reception.services import books

    return books.pdf_of(roster.notice(desk, month_of(day), by=by))
