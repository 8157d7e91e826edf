"""“Việc cần xem lại”: what two desks' acts on one dossier left for a person to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.dossier import Dossier
from reception.domain.life import Act
from reception.domain.rights import RIGHT_OF
from reception.services import waiting_lists_out
from reception.services.desk import Desk
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exporting import ExportButton, Make
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import Heading, plain_tip
from reception.ui.notes import Note, Problem
from reception.ui.reviews.sides import Sides
from reception.ui.row_list import RowList
from reception.ui.tasks import Failure
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.reviews import Review

_LIST_LETTERS, _LIST_SHARE = 40, 0.36


class ReviewsPage(KeyedPage):
    """The list at the left, the chosen one with both its sides at the right, and the keys."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._reviews: list[Review] = []
        self._first = ""
        self._allowed = workplace.account.may(RIGHT_OF[Act.SETTLE_REVIEW])
        self.list = RowList(lines=2.8)
        self.list.setAccessibleName(self.tr("Việc cần xem lại"))
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self.open_dossier)
        self.sides = QScrollArea()
        self.sides.setWidgetResizable(True)
        self.sides.setFrameShape(QFrame.Shape.NoFrame)
        self.problem = Problem()
        self.why = Note(
            self.tr(
                "Có việc được làm hai lần khi chưa biết lần kia. Không có gì bị mất; những việc"
                " dưới đây cần người quyết định, lúc nào rảnh cũng được."
            )
        )
        self.nothing = Note(self.tr("Không có việc nào cần xem lại: mọi máy đã ghép khớp."))
        self.keep_button = self._button(self.tr("Giữ như hiện nay (Alt+G)"), self.keep)
        self.take_button = self._button(self.tr("Lấy giá trị kia (Alt+L)"), self.take)
        self.undo_button = self._button(self.tr("Huỷ phần trùng… (Alt+H)"), self.take_back)
        self.open_button = self._button(self.tr("Mở hồ sơ (Enter)"), self.open_dossier)
        self.export_button = ExportButton(workplace, self, "can-xem-lai", self._out)
        self._lay_out()
        for keys, act in (
            ("Alt+G", self.keep), ("Alt+L", self.take), ("Alt+H", self.take_back),
        ):  # fmt: skip
            QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            ).activated.connect(act)
        self.key_acts = {Qt.Key.Key_F5: self.refresh}
        self.setFocusProxy(self.list)
        workplace.changes.dossiers_changed.connect(self._changed)

    def begin_with(self, dossier_id: str) -> None:
        """Choose what is to be decided about one dossier."""
        self._first = dossier_id
        self.refresh()

    def refresh(self) -> None:
        """Read anew what is left to decide."""
        self._workplace.in_lane(_waiting, self._show, owner=self)

    def keep(self) -> None:
        """Leave the present one's dossier as it stands."""
        from reception.services import reviews

        if self.keep_button.isEnabled():
            self._settle(reviews.keep, self.tr("Đã giữ hồ sơ {code} như hiện nay."))

    def take(self) -> None:
        """Take the other value of the present one."""
        from reception.services import reviews

        if self.take_button.isEnabled() and self.take_button.isVisible():
            self._settle(reviews.take, self.tr("Đã lấy giá trị kia vào hồ sơ {code}."))

    def take_back(self) -> None:
        """Ask which of two imports is to give up what stands in both, and why."""
        review = self._present()
        if review is None or not review.imports or not self.undo_button.isEnabled():
            return
        from reception.ui.figures.old_registers.undo_dialog import UndoDialog

        dialog = UndoDialog(self._workplace, review.imports, self)
        dialog.undone.connect(self.refresh)
        dialog.open()

    def open_dossier(self) -> None:
        """Open the present one's dossier, or the figures of a period that was closed twice."""
        review = self._present()
        if review and not review.dossier_id:
            self._workplace.ways.figures_wanted.emit("handling")
        elif review and review.reference:
            self._workplace.ways.dossier_wanted.emit(review.dossier_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list gives way."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The list's width follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "list"):
            self._fit()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, found: Sequence[Review]) -> None:
        before = self.list.currentRow()
        kept = self._present()
        self._reviews = list(found)
        self._workplace.changes.reviews_counted.emit(len(found))
        self.list.clear()
        for review in found:
            whose = " · ".join(part for part in (review.reference, review.owner) if part)
            item = QListWidgetItem(f"{review.title}\n{whose}")
            item.setToolTip(plain_tip(review.title))
            self.list.addItem(item)
        self.nothing.setVisible(not found)
        buttons = (
            self.keep_button, self.take_button, self.undo_button, self.open_button,
            self.export_button,
        )  # fmt: skip
        for part in (self.why, self.list, self.sides, *buttons):
            part.setVisible(bool(found))
        self.list.setCurrentRow(self._row_of(kept, before))
        self._first = ""

    def _row_of(self, kept: Review | None, before: int) -> int:
        """What was asked for, else the one chosen before, else the next in its place."""
        for row, review in enumerate(self._reviews):
            if self._first and review.dossier_id == self._first:
                return row
        if kept in self._reviews:
            return self._reviews.index(kept)
        return min(max(before, 0), len(self._reviews) - 1)

    def _chosen(self) -> None:
        review = self._present()
        self.problem.say("")
        if review is None:
            self.sides.setWidget(QWidget())
            return
        self.sides.setWidget(Sides(review))
        self.keep_button.setEnabled(self._may_decide(review))
        self.take_button.setEnabled(self._allowed and review.can_take)
        self.take_button.setVisible(review.can_take)
        self.undo_button.setEnabled(self._workplace.account.may(Right.APPROVE))
        self.undo_button.setVisible(bool(review.imports))
        self.open_button.setEnabled(bool(review.reference) or not review.dossier_id)
        self.open_button.setText(
            self.tr("Mở hồ sơ (Enter)") if review.dossier_id else self.tr("Xem số liệu (Enter)")
        )

    def _may_decide(self, review: Review) -> bool:
        """Of a dossier whoever may decide about it; of a closed period whoever may close it."""
        return self._allowed if review.dossier_id else self._workplace.account.may(Right.APPROVE)

    def _present(self) -> Review | None:
        row = self.list.currentRow()
        return self._reviews[row] if 0 <= row < len(self._reviews) else None

    def _settle(self, decide: Callable[..., Dossier | None], said: str) -> None:
        review = self._present()
        if review is None:
            return
        work = partial(
            decide,
            dossier_id=review.dossier_id,
            about=review.about,
            field=review.field,
            by=self._workplace.account.login,
        )
        told = (
            said.format(code=review.reference) if review.dossier_id else self.tr("Đã ghi là xem.")
        )
        self._workplace.in_lane(work, partial(self._settled, told), self._refused, owner=self)

    def _settled(self, told: str, dossier: Dossier | None) -> None:
        self.problem.say("")
        self._workplace.messages.tell(told)
        changed = frozenset({dossier.dossier_id}) if dossier else frozenset[str]()
        self._workplace.changes.dossiers_changed.emit(changed)

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _out(self) -> Make:
        found = list(self._reviews)
        return lambda _desk: waiting_lists_out.reviews(found)

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.sides, 1)
        right.addWidget(self.problem)
        buttons = FlowLayout()
        for button in (
            self.keep_button, self.take_button, self.undo_button, self.open_button,
            self.export_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        right.addLayout(buttons)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self.list)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(10)
        column.addWidget(Heading(self.tr("Việc cần xem lại")))
        column.addWidget(self.why)
        column.addWidget(self.nothing)
        column.addLayout(across, 1)
        if not self._allowed:
            column.addWidget(Note(self.tr("Vai trò của bạn chỉ xem; hãy để người có quyền quyết.")))
        self._fit()

    def _fit(self) -> None:
        wanted = self.fontMetrics().averageCharWidth() * _LIST_LETTERS
        self.list.setFixedWidth(min(wanted, round(self.width() * _LIST_SHARE)))


def _waiting(desk: Desk) -> list[Review]:
    from reception.services import reviews  # not before the first paint

    return reviews.waiting(desk)
