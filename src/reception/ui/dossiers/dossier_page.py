"""One dossier on screen: how it stands, what it holds, what happened to it, its papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.listing import DossierRow
from reception.domain.moments import short_moment
from reception.services import lookup
from reception.services.desk import Desk
from reception.services.lookup import Found
from reception.storage import lists, reference
from reception.ui.dossiers.dossier_cards import cards, timeline
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.printing import print_paper
from reception.ui.dossiers.words import standing, state_standing
from reception.ui.labels import ElidedLabel, Heading, StatusChip
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lane read for the page; ``names`` tells whose login an event carries."""

    found: Found
    row: DossierRow | None
    names: Mapping[str, str]


class DossierPage(QWidget):
    """One dossier; Esc or “Quay lại” asks for the screen before (``back_wanted``)."""

    back_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._dossier_id = ""
        self._seen: _Seen | None = None
        self._columns: QBoxLayout | None = None
        self.code = Heading()
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chip = StatusChip()
        self.line = ElidedLabel()
        self.body = QScrollArea()
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        # The keyboard scrolls; what the cards do not need comes up to the page.
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.body)
        workplace.changes.dossiers_changed.connect(self._changed)

    @property
    def dossier_id(self) -> str:
        """The dossier on the page; empty before the first."""
        return self._dossier_id

    def open(self, dossier_id: str) -> None:
        """Show a dossier."""
        if dossier_id != self._dossier_id:
            self._seen = None
            self._dossier_id = dossier_id
            self.body.verticalScrollBar().setValue(0)
        self.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier anew."""
        if self._dossier_id:
            self._workplace.in_lane(
                partial(_look, dossier_id=self._dossier_id), self._show, owner=self
            )

    def print_now(self) -> None:
        """Issue and print the paper of this dossier's state."""
        if self._seen:
            print_paper(self._workplace, self._dossier_id)

    def preview(self) -> None:
        """Look at the paper; nothing is issued until it is printed from there."""
        if self._seen:
            print_paper(self._workplace, self._dossier_id, preview=True)

    def explain(self) -> None:
        """Say why the due moment is what it is, as it was promised."""
        # With its tables it is needed now and then, and the first window must not wait for it.
        from reception.ui.dossiers.explain import explanation

        dossier = self._seen.found.dossier if self._seen else None
        dialog = explanation(self._workplace.rules, dossier, self) if dossier else None
        if dialog:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def same_person(self) -> None:
        """Begin another intake for the same person."""
        if self._seen:
            self._workplace.ways.intake_wanted.emit(self._seen.found.dossier.intake.owner)

    def leave(self) -> None:
        """Ask for the screen before this one."""
        self.back_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys named on the buttons."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        acts = {
            Qt.Key.Key_F4: self.explain,
            Qt.Key.Key_F5: self.refresh,
            Qt.Key.Key_F8: self.same_person,
            Qt.Key.Key_Escape: self.leave,
        }
        if control and event.key() == Qt.Key.Key_P:
            self.print_now()
        elif not event.modifiers() and event.key() in acts:
            acts[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page the history goes below."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """With large letters, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _lay_out(self) -> None:
        self.back_button = self._button(self.tr("Quay lại (Esc)"), self.leave)
        self.print_button = self._button(self.tr("In giấy (Ctrl+P)"), self.print_now)
        self.print_button.setProperty("kind", "main")
        self.preview_button = self._button(self.tr("Xem trước"), self.preview)
        self.explain_button = self._button(self.tr("Giải thích hạn (F4)"), self.explain)
        self.same_button = self._button(self.tr("Người này – thủ tục khác (F8)"), self.same_person)
        title = FlowLayout(spacing=12)
        for part in (self.code, self.chip):
            title.addWidget(part)
        buttons = FlowLayout()
        for button in (
            self.back_button,
            self.print_button,
            self.preview_button,
            self.explain_button,
            self.same_button,
        ):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.setSpacing(10)
        layout.addLayout(title)
        layout.addWidget(self.line)
        layout.addLayout(buttons)
        layout.addWidget(self.body, 1)

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(act)
        return button

    def _changed(self, dossier_ids: frozenset[str]) -> None:
        if self._dossier_id in dossier_ids:
            self.refresh()

    def _show(self, seen: _Seen) -> None:
        dossier = seen.found.dossier
        if dossier.dossier_id != self._dossier_id:
            return  # another dossier was opened meanwhile
        self._seen = seen
        rules = self._workplace.rules
        stands = (
            standing(seen.row, rules.now(), rules.soon_until())
            if seen.row
            else state_standing(dossier.state)
        )
        self.code.setText(dossier.reference)
        self.chip.show_state(stands.words, stands.tone)
        self.line.setText(self._line_words(seen))
        self.explain_button.setEnabled(dossier.promise is not None)
        self._show_cards(seen)

    def _line_words(self, seen: _Seen) -> str:
        dossier = seen.found.dossier
        parts = [dossier.intake.owner.name]
        if dossier.due_at:
            parts.append(self.tr("hẹn trả {moment}").format(moment=short_moment(dossier.due_at)))
        # Last: a long name gives way, and stands whole in the first card.
        parts.append(dossier.intake.procedure.name)
        return "  ·  ".join(parts)

    def _show_cards(self, seen: _Seen) -> None:
        scrolled = self.body.verticalScrollBar().value()
        content = QWidget()
        self._columns = QHBoxLayout(content)
        self._columns.setContentsMargins(0, 0, 8, 8)
        self._columns.setSpacing(12)
        for stretch, column in ((3, cards(seen.found)), (2, [timeline(seen.found, seen.names)])):
            side = QVBoxLayout()
            side.setSpacing(12)
            for card in column:
                side.addWidget(card)
            side.addStretch(1)
            self._columns.addLayout(side, stretch)
        # Turned before it is shown, so that the cards never jump.
        self._turn()
        self.body.setWidget(content)
        self.body.verticalScrollBar().setValue(scrolled)

    def _turn(self) -> None:
        if self._columns:
            wide = self.width() >= self.fontMetrics().averageCharWidth() * 105
            direction = QBoxLayout.Direction
            self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


def _look(desk: Desk, *, dossier_id: str) -> _Seen:
    found = lookup.open_dossier(desk, dossier_id)
    row = lists.by_reference(desk.database, found.dossier.reference)
    names = {account.login: account.name for account in reference.accounts(desk.database)}
    return _Seen(found, row, names)
