"""“Hộp nhận”: dossiers submitted online, the most pressing first, accepted or answered by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.services.desk import Desk
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.inbox.facts import Facts, row_words
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import DataLabel, Heading
from reception.ui.notes import Note, Problem
from reception.ui.row_list import RowList
from reception.ui.tasks import Failure
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.inbox import Submission

_LIST_LETTERS = 46
_WANTED_LINES = 3


class InboxPage(KeyedPage):
    """The list at the left; what was submitted, and the three answers, at the right."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._found: list[Submission] = []
        self._allowed = workplace.account.may(Right.RECEIVE)
        self.list = RowList(lines=2.8)
        self.list.setAccessibleName(self.tr("Hồ sơ nộp trực tuyến"))
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self.accept)
        self.facts = Facts()
        self.reason = QLineEdit()
        self.wanted = QPlainTextEdit()
        self.wanted.setTabChangesFocus(True)
        self.wanted.setFixedHeight(self.fontMetrics().height() * (_WANTED_LINES + 1))
        self.problem = Problem()
        self.nothing = Note(self.tr("Không có hồ sơ nộp trực tuyến nào chờ tiếp nhận."))
        self.accept_button = self._button(self.tr("Tiếp nhận (Enter)"), self.accept)
        self.guide_button = self._button(self.tr("Yêu cầu bổ sung (Alt+B)"), self.guide)
        self.refuse_button = self._button(self.tr("Từ chối (Alt+T)"), self.refuse)
        self.answers = QWidget()
        self._lay_out()
        for keys, act in (("Alt+B", self.guide), ("Alt+T", self.refuse)):
            QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            ).activated.connect(act)
        self.key_acts = {Qt.Key.Key_F5: self.refresh}
        self.setFocusProxy(self.list)
        workplace.changes.dossiers_changed.connect(self._changed)
        # Submissions come down with the rules, in one exchange.
        workplace.changes.catalogue_changed.connect(self._changed)

    def refresh(self) -> None:
        """Read anew what waits."""
        self._workplace.in_lane(_waiting, self._show, owner=self)

    def accept(self) -> None:
        """Receive the present one as a dossier."""
        from reception.services import inbox  # not before the first paint

        self._answer(inbox.accept, self.tr("Đã tiếp nhận thành hồ sơ {code}."))

    def guide(self) -> None:
        """Ask once for what the present one lacks."""
        from reception.services import inbox

        told = self.tr("Đã yêu cầu bổ sung, phiếu {code}.")
        wanted = self.wanted.toPlainText().splitlines()
        self._answer(partial(inbox.guide, wanted=wanted, reason=self.reason.text()), told)

    def refuse(self) -> None:
        """Refuse the present one with its reason."""
        from reception.services import inbox

        told = self.tr("Đã từ chối, phiếu {code}.")
        self._answer(partial(inbox.refuse, reason=self.reason.text()), told)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, found: Sequence[Submission]) -> None:
        before, kept = self.list.currentRow(), self._present()
        self._found = list(found)
        self.list.clear()
        for one in found:
            self.list.addItem(QListWidgetItem(row_words(one)))
        self.nothing.setVisible(not found)
        for part in (self.list, self.facts, self.answers):
            part.setVisible(bool(found))
        names = [one.submission for one in found]
        same = names.index(kept.submission) if kept and kept.submission in names else -1
        self.list.setCurrentRow(same if same >= 0 else min(max(before, 0), len(found) - 1))

    def _chosen(self) -> None:
        self.problem.say("")
        if one := self._present():
            self.facts.tell(one)

    def _present(self) -> Submission | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _answer(self, act: Callable[..., Dossier], told: str) -> None:
        one = self._present()
        if one is None or not self._allowed:
            return
        work = partial(act, name=one.submission, by=self._workplace.account.login)
        self._workplace.in_lane(work, partial(self._answered, told), self._refused, owner=self)

    def _answered(self, told: str, dossier: Dossier) -> None:
        self.problem.say("")
        self.reason.clear()
        self.wanted.clear()
        self._workplace.messages.tell(told.format(code=dossier.reference))
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        self.list.setFocus()

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)
        field = failure.field if isinstance(failure, RuleViolation) else ""
        if field == "reason":
            self.reason.setFocus()
        elif field == "wanted":
            self.wanted.setFocus()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.setEnabled(self._allowed)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(10)
        column.addWidget(Heading(self.tr("Hồ sơ nộp trực tuyến")))
        column.addWidget(
            Note(
                self.tr(
                    "Mỗi hồ sơ phải được tiếp nhận hoặc trả lời trong 08 giờ làm việc kể từ khi"
                    " nộp. Thời hạn giải quyết tính từ lúc tiếp nhận."
                )
            )
        )
        column.addWidget(self.nothing)
        across = QHBoxLayout()
        across.setSpacing(20)
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
        across.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.facts, 1)
        right.addWidget(self.problem)
        right.addWidget(self.answers)
        across.addLayout(right, 1)
        column.addLayout(across, 1)
        self._lay_out_answers()
        if not self._allowed:
            column.addWidget(Note(self.tr("Vai trò của bạn chỉ xem; hãy để người tiếp nhận làm.")))

    def _lay_out_answers(self) -> None:
        column = QVBoxLayout(self.answers)
        column.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (self.tr("Lý do, khi yêu cầu bổ sung hoặc từ chối"), self.reason),
            (self.tr("Cần bổ sung gì, mỗi dòng một mục"), self.wanted),
        ):
            label = DataLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setEnabled(self._allowed)
            column.addWidget(label)
            column.addWidget(field)
        buttons = FlowLayout()
        for button in (self.accept_button, self.guide_button, self.refuse_button):
            buttons.addWidget(button)
        column.addLayout(buttons)


def _waiting(desk: Desk) -> list[Submission]:
    from reception.services import inbox  # not before the first paint

    return inbox.waiting(desk)
