"""The roads of one letter: each is marked by a key, and none waits for another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import RuleViolation
from reception.domain.notice import CHANNEL_WORDS
from reception.services import letters
from reception.services.desk import Desk
from reception.services.letters import Letter
from reception.ui.apologies.words import road_words
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.notes import Problem
from reception.ui.row_list import RowList
from reception.ui.tasks import Failure
from reception.ui.text_fields import CodeField
from reception.ui.workplace import Workplace

_KEYS = {
    Qt.Key.Key_1: NoticeOutcome.SENT,
    Qt.Key.Key_2: NoticeOutcome.REACHED,
    Qt.Key.Key_3: NoticeOutcome.FAILED,
}


class _Roads(RowList):
    """1, 2 and 3 mark the chosen road; a plain list would search for a row that begins so."""

    marked = Signal(object)
    """Carries the :class:`NoticeOutcome` of the key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.marked.emit(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class RoadsDialog(QDialog):
    """Up and down choose a road; 1, 2 and 3 say how far it has come; a waybill is scanned."""

    changed = Signal(str)
    """Carries the dossier's id after something was written down."""

    def __init__(self, workplace: Workplace, letter: Letter, parent: QWidget) -> None:
        super().__init__(parent)
        offer_help(self, "apologies")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Đường gửi thư xin lỗi"))
        self._workplace = workplace
        self._letter = letter
        self.roads = _Roads()
        self.roads.setAccessibleName(self.tr("Các đường báo cho người nộp"))
        self.roads.marked.connect(self.mark)
        self.waybill = CodeField()
        self.waybill.returnPressed.connect(self.post)
        self.problem = Problem()
        self._lay_out(parent)
        self._fill()
        self.roads.setFocus()

    def mark(self, outcome: NoticeOutcome) -> None:
        """Write down how far the chosen road has come."""
        if channel := self._channel():
            self._do(
                partial(
                    letters.mark,
                    dossier_id=self._letter.row.dossier_id,
                    channel=channel,
                    outcome=outcome,
                    by=self._workplace.account.login,
                )
            )

    def post(self) -> None:
        """Write down that the letter went to the post under this waybill."""
        self.waybill.commit()
        self._do(
            partial(
                letters.post,
                dossier_id=self._letter.row.dossier_id,
                waybill=self.waybill.value(),
                by=self._workplace.account.login,
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the waybill alone; Esc leaves."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _do(self, work: Callable[[Desk], Dossier]) -> None:
        self.problem.say("")
        self._workplace.in_lane(work, self._did, self._failed, owner=self)

    def _did(self, dossier: Dossier) -> None:
        self.waybill.set_value("")
        self.changed.emit(dossier.dossier_id)
        self._workplace.in_lane(
            partial(letters.one, dossier_id=dossier.dossier_id), self._show, owner=self
        )

    def _show(self, letter: Letter | None) -> None:
        if letter:
            self._letter = letter
            self._fill()

    def _failed(self, failure: Failure) -> None:
        field = failure.field if isinstance(failure, RuleViolation) else None
        if field == "waybill":
            self.waybill_field.show_problem(failure.text)
            self.waybill.setFocus()
        else:
            self.problem.say(failure.text)

    def _channel(self) -> NoticeChannel | None:
        item = self.roads.currentItem()
        # Qt hands a text back for what was put in.
        return NoticeChannel(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _fill(self) -> None:
        """All roads on which it goes, and the post, by which it always can."""
        row = max(self.roads.currentRow(), 0)
        self.roads.clear()
        for channel in NoticeChannel:
            road = self._letter.road(channel)
            if road is None and channel is not NoticeChannel.POST:
                continue
            words = (
                road_words(road)
                if road
                else self.tr("{channel}: chưa gửi").format(channel=CHANNEL_WORDS[channel])
            )
            more = [part for part in ((road.to, road.note) if road else ()) if part]
            item = QListWidgetItem(" · ".join([words, *more]))
            item.setData(Qt.ItemDataRole.UserRole, channel)
            self.roads.addItem(item)
        self.roads.setCurrentRow(min(row, self.roads.count() - 1))
        self.roads.setFixedHeight(self.roads.height_for(self.roads.count()))

    def _lay_out(self, parent: QWidget) -> None:
        row = self._letter.row
        title = Heading(self.tr("{code} – {owner}").format(code=row.reference, owner=row.owner), 2)
        title.setWordWrap(True)
        hint = DataLabel(
            self.tr("Mỗi đường đi riêng; chỉ cần một đường đến nơi là người dân đã được báo.")
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        marks = FlowLayout()
        words = (
            self.tr("Đã gửi, đã gọi (1)"),
            self.tr("Đã đến nơi (2)"),
            self.tr("Không được (3)"),
        )
        for text, outcome in zip(words, _KEYS.values(), strict=True):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._press, outcome))
            marks.addWidget(button)
        self.waybill_field = FormField(
            self.tr("Gửi bưu điện: &số vận đơn (quét hoặc gõ, rồi Enter)"), self.waybill
        )
        close = QPushButton(self.tr("Đóng (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        for part in (title, hint, self.roads):
            column.addWidget(part)
        column.addLayout(marks)
        column.addWidget(self.waybill_field)
        column.addWidget(self.problem)
        column.addStretch(1)
        column.addLayout(below)
        self.resize(
            min(self.fontMetrics().averageCharWidth() * 76, parent.width() - 40), self.height()
        )

    def _press(self, outcome: NoticeOutcome) -> None:
        self.mark(outcome)
        self.roads.setFocus()
