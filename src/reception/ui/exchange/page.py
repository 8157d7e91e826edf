"""“Trao đổi”: where what is, the last exchanges, and what can be done about the line by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.moments import short_moment
from reception.services.desk import Desk
from reception.storage import line_rows
from reception.storage.line_rows import ExchangeRow, LineRow
from reception.ui.books.list_print import ListPreview, PrintedList
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exchange.enrol_form import EnrolForm
from reception.ui.exchange.lane import Exchanging
from reception.ui.exchange.log_table import LogTable
from reception.ui.exchange.packs_table import PacksTable
from reception.ui.exchange.words import key_print, line_tone, line_words
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure, Lane
from reception.ui.theme import PAGE_MARGINS_PX, Tone
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.comparing import Comparison
    from reception.services.line_state import LineState
    from reception.services.received_packs import PackHere

MOST_SHOWN = 50
_LOG, _PACKS = range(2)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lane read for the page."""

    line: LineRow | None
    slot: int
    rows: list[ExchangeRow]
    packs: list[PackHere]


class ExchangePage(KeyedPage):
    """Everything here goes by itself, too; the buttons are for whoever does not want to wait."""

    def __init__(
        self, workplace: Workplace, exchanging: Exchanging, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._exchanging = exchanging
        self.form: EnrolForm | None = None
        self._line: LineRow | None = None
        self._slot = 0
        self._allowed = workplace.account.may(Right.MANAGE_OFFICE)
        self.chip = StatusChip()
        self.words = DataLabel()
        self.words.setWordWrap(True)
        self.server = Note()
        self.said = Note()
        self.problem = Problem()
        self.log = LogTable()
        self.packs = PacksTable()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.log, self.tr("Các lần trao đổi (Alt+L)"))
        self.tabs.addTab(self.packs, "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.setFocusProxy(self.log)
        self.now_button = self._button(self.tr("Trao đổi ngay (Ctrl+Enter)"), self.exchange)
        self.now_button.setProperty("kind", "main")
        self.compare_button = self._button(self.tr("So với máy chủ (Alt+S)"), self.compare)
        self.write_button = self._button(self.tr("Ghi ra USB… (Alt+U)"), self._choose_written)
        self.take_button = self._button(self.tr("Nhận từ USB… (Alt+N)"), self._choose_taken)
        self.paper_button = self._button(self.tr("Biên bản đối soát (Ctrl+P)"), self.paper)
        self.export_button = ExportButton(workplace, self, "trao-doi", self._out)
        self.move_button = self._button(self.tr("Chuyển sang máy chủ khác…"), self.ask_to_move)
        self._lay_out()
        self._add_keys()
        self.setFocusProxy(self.stack)
        exchanging.looked.connect(self._show_state)
        exchanging.turned.connect(self._turned)
        exchanging.busy_changed.connect(self._show_busy)
        self._show_state(exchanging.state)

    def _out(self) -> Make:
        if self.tabs.currentIndex() == _PACKS:
            return shown_rows(self.packs, self.tr("Gói cập nhật và lời nhắn của máy chủ"))
        return shown_rows(self.log, self.tr("Các lần trao đổi"))

    def refresh(self) -> None:
        """Read the last exchanges anew."""
        self._workplace.in_lane(_look, self._show, owner=self)

    def exchange(self) -> None:
        """Exchange now."""
        if self.now_button.isEnabled():
            self._hush()
            self._exchanging.go()

    def compare(self) -> None:
        """Hold the register against the server's."""
        if self.compare_button.isEnabled():
            self._begin(self.tr("Đang so sổ của máy này với sổ của máy chủ…"))
            self._exchanging.compare(self._compared, self._failed)

    def write_stick(self, path: Path) -> None:
        """Write what the server does not have yet to a stick."""
        self._begin(self.tr("Đang ghi ra USB…"))
        self._exchanging.write_stick(path, self._say, self._failed)

    def take_stick(self, path: Path) -> None:
        """Take the server's answer from a stick."""
        self._begin(self.tr("Đang nhận từ USB…"))
        self._exchanging.take_stick(path, self._say, self._failed)

    def paper(self) -> None:
        """Draw up today's reconciliation and show it; it is printed from there."""
        if not self.paper_button.isEnabled():
            return
        self._begin(self.tr("Đang lập biên bản…"))
        workplace = self._workplace
        day = workplace.rules.now().date()
        workplace.tasks.run(
            partial(_drawn, workplace.desk, day, workplace.account.login),
            self._preview,
            self._failed,
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def ask_to_move(self) -> None:
        """Ask for another server that the desk is to belong to."""
        if self._line and not (self.form and self.form.leaving):
            self._hush()
            self._put_form_away()
            self._show_form(self._line.server_name or self._line.agency_name)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def _turned(self) -> None:
        if self._exchanging.trouble:
            self.problem.say(self._exchanging.trouble)
        if self.isVisible():
            self.refresh()

    def _show(self, seen: _Seen) -> None:
        self.log.show_rows(seen.rows)
        self._show_packs(seen.packs)
        line, self._line, self._slot = seen.line, seen.line, seen.slot
        for button in self._buttons():
            button.setVisible(line is not None)
        self.move_button.setVisible(line is not None and self._allowed)
        self.server.setVisible(line is not None)
        if line is None:
            self._show_form()
            return
        self.server.setText(
            self.tr(
                "Máy chủ: {server} · {address} · ghi danh lúc {moment} · vân tay khoá {print}"
            ).format(
                server=line.server_name or line.agency_name,
                address=line.url or self.tr("không có đường truyền"),
                moment=short_moment(line.enrolled_at),
                print=key_print(line.server_key),
            )
        )
        if self.form is None or not self.form.leaving:
            self.stack.setCurrentWidget(self.tabs)

    def _show_packs(self, packs: Sequence[PackHere]) -> None:
        self.packs.show_packs(packs)
        broken = sum(pack.is_broken for pack in packs)
        words = self.tr("Gói cập nhật và lời nhắn (Alt+G)")
        if broken:
            words = self.tr("Gói cập nhật: {count} gói hỏng (Alt+G)").format(count=broken)
        self.tabs.setTabText(_PACKS, words)
        self.tabs.tabBar().setVisible(bool(packs))

    def _show_form(self, leaving: str = "") -> None:
        if self.form is None:
            self.form = EnrolForm(
                self._exchanging, self._slot, allowed=self._allowed, leaving=leaving
            )
            self.form.enrolled.connect(self._enrolled)
            self.form.given_up.connect(self._put_form_away)
            self.stack.addWidget(self.form)
        if self.stack.currentWidget() is not self.form:
            self.stack.setCurrentWidget(self.form)
            self.stack.setFocusProxy(self.form)
            if leaving or self.hasFocus() or self.log.hasFocus():
                self.form.setFocus()

    def _put_form_away(self) -> None:
        if self.form is None:
            return
        self.stack.setCurrentWidget(self.tabs)
        self.stack.setFocusProxy(self.log)
        self.stack.removeWidget(self.form)
        self.form.deleteLater()
        self.form = None
        self.log.setFocus()

    def _enrolled(self) -> None:
        self._put_form_away()
        self._say(self.tr("Đã ghi danh; từ nay máy này tự trao đổi với máy chủ."))

    def _show_state(self, state: LineState | None) -> None:
        tones = {
            Tone.GOOD: self.tr("Máy chủ đã nhận đủ, có ký nhận"),
            Tone.WARNING: self.tr("Chưa nối được máy chủ"),
            Tone.IDLE: self.tr("Đang trao đổi dần"),
        }
        tone = line_tone(state)
        words = tones[tone] if state else self.tr("Chưa ghi danh")
        self.chip.show_state(words, tone)
        self.words.setText(line_words(state) if state else "")
        self.words.setVisible(state is not None)

    def _show_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's own value
        self.now_button.setEnabled(not busy)
        words = self.tr("Đang trao đổi…") if busy else self.tr("Trao đổi ngay (Ctrl+Enter)")
        self.now_button.setText(words)

    def _compared(self, found: Comparison) -> None:
        if found.equal:
            self._say(found.words)
        else:
            self._hush()
            self.problem.say(found.words)

    def _preview(self, printed: PrintedList) -> None:
        self._hush()
        ListPreview(self._workplace, self.window(), printed)

    def _begin(self, words: str) -> None:
        self.problem.say("")
        self.said.setText(words)
        self.said.show()

    def _say(self, words: str) -> None:
        self._begin(words)
        self.refresh()

    def _failed(self, failure: Failure) -> None:
        self._hush()
        self.problem.say(failure.text)

    def _hush(self) -> None:
        self.said.hide()
        self.problem.say("")

    def _choose_written(self) -> None:
        name = f"gui-may-chu-{self._workplace.rules.now():%Y%m%d-%H%M}.rcb"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Ghi gói gửi máy chủ vào USB"), str(Path.home() / name), "*.rcb"
        )
        if chosen:
            self.write_stick(Path(chosen))

    def _choose_taken(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Nhận gói trả lời của máy chủ từ USB"), str(Path.home()), "*.rcb *"
        )
        if chosen:
            self.take_stick(Path(chosen))

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.now_button, self.compare_button, self.write_button, self.take_button,
            self.paper_button,
        )  # fmt: skip

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _turn_to(self, tab: int) -> None:
        if self.tabs.tabBar().isVisible():
            self.tabs.setCurrentIndex(tab)
            (self.log, self.packs)[tab].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_keys(self) -> None:
        self.finish = self.exchange
        self.key_acts = {Qt.Key.Key_F5: self.exchange}
        for keys, act in (
            ("Alt+S", self.compare_button.click),
            ("Alt+U", self.write_button.click),
            ("Alt+N", self.take_button.click),
            ("Alt+L", partial(self._turn_to, _LOG)),
            ("Alt+G", partial(self._turn_to, _PACKS)),
            ("Ctrl+P", self.paper_button.click),
        ):
            QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            ).activated.connect(act)

    def _lay_out(self) -> None:
        top = FlowLayout(spacing=16)
        top.addWidget(Heading(self.tr("Trao đổi với máy chủ")))
        top.addWidget(self.chip)
        buttons = FlowLayout()
        for button in self._buttons():
            button.hide()
            buttons.addWidget(button)
        self.move_button.hide()
        buttons.addWidget(self.move_button)
        buttons.addWidget(self.export_button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addWidget(self.server)
        column.addLayout(buttons)
        column.addWidget(self.problem)
        column.addWidget(self.said)
        column.addWidget(self.stack, 1)
        self.said.hide()
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


def _look(desk: Desk) -> _Seen:
    from reception.services import received_packs  # not before the first paint

    return _Seen(
        line_rows.line(desk.database),
        desk.store.journal.device.slot,
        line_rows.last_exchanges(desk.database, MOST_SHOWN),
        received_packs.listed(desk),
    )


def _drawn(desk: Desk, day: date, login: str) -> PrintedList:
    from reception.services import books, reconciliation  # not before the first paint

    with closing(desk.another()) as own:
        pdf = books.pdf(reconciliation.volumes(own, day, by=login))
    return PrintedList(pdf, f"doi-soat-{day:%Y%m%d}.pdf")
