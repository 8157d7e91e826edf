"""“Phản ánh”: the list at the left, the most pressing first; one and its acts at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.feedback import Feedback, FeedbackAct
from reception.services import feedback, waiting_lists_out
from reception.services.drafting import Draft
from reception.storage.feedback_rows import FeedbackRow
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exporting import ExportButton, Make
from reception.ui.feedback.doing import Doing
from reception.ui.feedback.facts import Facts, row_words
from reception.ui.feedback.reading import Shown, read_one, read_rows
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import Heading
from reception.ui.notes import Note
from reception.ui.row_list import RowList
from reception.ui.text_fields import TextField
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

_LIST_LETTERS = (26, 46)
_LIST_LINES = 4.1
_AGAIN_EVERY_MS = 60_000
_READ_AFTER_MS = 200


class FeedbackPage(KeyedPage):
    """Insert takes new feedback down; each act has a key; what cannot follow has no button."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: list[FeedbackRow] = []
        self._shown: Shown | None = None
        self._wanted = ""
        self.search = TextField()
        self.search.setPlaceholderText(self.tr("Tìm số phiếu, họ tên, nội dung"))
        self.search.setAccessibleName(self.tr("Tìm phản ánh"))
        self.only_open = QCheckBox(self.tr("Chỉ phản ánh &chưa xong"))
        self.only_open.setChecked(True)
        self.list = RowList(_LIST_LINES)
        self.list.setAccessibleName(self.tr("Phản ánh, kiến nghị"))
        self.facts = Facts()
        self.nothing = Note(self.tr("Không có phản ánh, kiến nghị nào. Nhấn Insert để ghi mới."))
        self.doing = Doing(workplace, self)
        self.new_button = self._button(self.tr("Ghi phản ánh mới (Insert)"), self.doing.begin_new)
        self.new_button.setProperty("kind", "main")
        self.new_button.setEnabled(workplace.account.may(Right.RECEIVE))
        self.print_button = self._button(self.tr("In phiếu, trả lời (Ctrl+P)"), self.print_paper)
        self.export_button = ExportButton(workplace, self, "phan-anh", self._out)
        self.acts = self._make_acts()
        self._typing = QTimer(self, interval=_READ_AFTER_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the list anew."""
        work = partial(read_rows, text=self.search.value(), only_open=self.only_open.isChecked())
        self._workplace.in_lane(work, self._show, owner=self)

    def resume(self, draft: Draft) -> None:
        """Go on with what was half typed."""
        self.doing.resume(draft)

    def show_one(self, code: str) -> None:
        """Show the one of a number, however long it is over."""
        self.only_open.setChecked(False)
        self.search.set_value(code)
        self.refresh()
        self.list.setFocus()

    def act(self, act: FeedbackAct) -> None:
        """Open the dialog of an act, where it may follow."""
        if self._shown and act in self._shown.acts():
            self.doing.begin(act, self._shown.told.feedback)

    def print_paper(self) -> None:
        """Look at the answer where there is one, else at the slip of its intake."""
        if self._shown:
            self.doing.look_at_paper(self._shown.told.feedback)

    def explain(self) -> None:
        """Tell day by day why it is due when it is."""
        if self._shown:
            self.doing.explain(self._shown.told.feedback)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _done(self, one: Feedback) -> None:
        self._wanted = one.feedback_id
        if one.handled_at:
            self.only_open.setChecked(False)
        self._workplace.changes.feedback_changed.emit()

    def _show(self, rows: Sequence[FeedbackRow]) -> None:
        done, present = bool(self._wanted), self._wanted or self._present_id()
        self._wanted, self._rows = "", list(rows)
        now = self._workplace.rules.now()
        with_signals = self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        for row in rows:
            self.list.addItem(QListWidgetItem(row_words(row, now)))
        self.list.blockSignals(with_signals)
        self.nothing.setVisible(not rows)
        for part in (self.list, self.right):
            part.setVisible(bool(rows))
        ids = [row.feedback_id for row in rows]
        self.list.setCurrentRow(ids.index(present) if present in ids else min(0, len(rows) - 1))
        self._chosen()
        # Where there is nothing to go through, the keyboard waits in the search.
        self.setFocusProxy(self.list if rows else self.search)
        at_rest = self.search.hasFocus() and not self.search.text()
        if rows and (done or at_rest):
            self.list.setFocus()

    def _out(self) -> Make:
        found = list(self._rows)
        return lambda _desk: waiting_lists_out.feedback(found)

    def _present_id(self) -> str:
        row = self.list.currentRow()
        return self._rows[row].feedback_id if 0 <= row < len(self._rows) else ""

    def _chosen(self) -> None:
        self._shown = None
        if feedback_id := self._present_id():
            work = partial(read_one, feedback_id=feedback_id)
            self._workplace.in_lane(work, self._tell, owner=self)

    def _tell(self, shown: Shown) -> None:
        if shown.told.feedback.feedback_id != self._present_id():
            return  # somebody has moved on meanwhile
        self._shown = shown
        self._workplace.note_feedback_seen(shown.told.feedback.feedback_id)
        self.facts.tell(shown, self._workplace.rules.now())
        allowed = shown.acts()
        for act, button in self.acts.items():
            button.setVisible(act in allowed)
            button.setEnabled(self._workplace.account.may(feedback.RIGHT_OF[act]))

    def _make_acts(self) -> dict[FeedbackAct, QPushButton]:
        words = {
            FeedbackAct.ROUTE: self.tr("Chuyển xử lý… (Alt+C)"),
            FeedbackAct.ASK_MORE: self.tr("Hỏi thêm… (Alt+B)"),
            FeedbackAct.COMPLETE: self.tr("Đã bổ sung… (Alt+N)"),
            FeedbackAct.ANSWER: self.tr("Trả lời… (Alt+K)"),
            FeedbackAct.REFUSE: self.tr("Từ chối… (Alt+T)"),
            FeedbackAct.PUBLISH: self.tr("Công khai… (Alt+G)"),
            FeedbackAct.REDACT: self.tr("Xoá thông tin… (Alt+X)"),
        }
        return {act: self._button(text, partial(self.act, act)) for act, text in words.items()}

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(lambda: self.act(FeedbackAct.ANSWER))
        self.search.textEdited.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self.only_open.toggled.connect(self.refresh)
        self.doing.done.connect(self._done)
        self._workplace.changes.feedback_changed.connect(self._changed)
        self._workplace.changes.catalogue_changed.connect(self._changed)
        # A due moment passes without anyone touching the register.
        passing = QTimer(self, interval=_AGAIN_EVERY_MS)
        passing.timeout.connect(self._changed)
        passing.start()
        self.key_acts = {
            Qt.Key.Key_Insert: self.new_button.click,
            Qt.Key.Key_F4: self.explain,
            Qt.Key.Key_F5: self.refresh,
        }
        keys = {
            "Alt+C": FeedbackAct.ROUTE, "Alt+B": FeedbackAct.ASK_MORE,
            "Alt+N": FeedbackAct.COMPLETE, "Alt+K": FeedbackAct.ANSWER,
            "Alt+T": FeedbackAct.REFUSE, "Alt+G": FeedbackAct.PUBLISH,
            "Alt+X": FeedbackAct.REDACT,
        }  # fmt: skip
        for key, act in keys.items():
            self._shortcut(key, self.acts[act].click)
        self._shortcut("Ctrl+P", self.print_paper)
        self.setFocusProxy(self.search)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=within).activated.connect(act)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(10)
        column.addWidget(Heading(self.tr("Phản ánh, kiến nghị")))
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.search, 1)
        top.addWidget(self.only_open)
        top.addWidget(self.new_button)
        column.addLayout(top)
        column.addWidget(self.nothing)
        across = QHBoxLayout()
        across.setSpacing(20)
        least, most = (n * self.fontMetrics().averageCharWidth() for n in _LIST_LETTERS)
        self.list.setMinimumWidth(least)
        self.list.setMaximumWidth(most)
        across.addWidget(self.list, 2)
        across.addWidget(self._make_right(), 3)
        column.addLayout(across, 1)

    def _make_right(self) -> QWidget:
        self.right = QWidget()
        column = QVBoxLayout(self.right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.facts, 1)
        buttons = FlowLayout()
        for button in (*self.acts.values(), self.print_button, self.export_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        return self.right
