"""One dossier on screen: how it stands, what may be done with it now, all that it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Account
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaperIssued
from reception.domain.life import Act
from reception.domain.listing import DossierRow
from reception.domain.moments import short_moment
from reception.services.desk import Desk
from reception.storage import lists, review_rows
from reception.ui.acts.doing import Acts
from reception.ui.acts.known import Known, look
from reception.ui.attachments.panel import ScansPanel
from reception.ui.dossiers.dossier_bar import DossierBar
from reception.ui.dossiers.dossier_cards import cards, timeline
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.printing import print_paper
from reception.ui.dossiers.words import standing, state_standing
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import ElidedLabel, Heading, StatusChip
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.reviews import Review


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lane read for the page."""

    known: Known
    row: DossierRow | None
    reviews: Sequence[Review] = ()


class DossierPage(QWidget):
    """One dossier; Esc or “Quay lại” asks for the screen before (``back_wanted``)."""

    back_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        helped_by(self, "dossier")
        self._workplace = workplace
        self._dossier_id = ""
        self._seen: _Seen | None = None
        self._columns: QBoxLayout | None = None
        self.acts = Acts(workplace, self)
        self.bar = DossierBar()
        self.code = Heading()
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chip = StatusChip()
        self.line = ElidedLabel()
        self.body = QScrollArea()
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setAccessibleName(self.tr("Nội dung hồ sơ"))
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        # The keyboard scrolls; what the cards do not need comes up to the page.
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.body)
        self._connect()

    @property
    def dossier_id(self) -> str:
        """The dossier on the page; empty before the first."""
        return self._dossier_id

    def open(self, dossier_id: str) -> None:
        """Show a dossier."""
        if dossier_id != self._dossier_id:
            self._seen = None
            self._dossier_id = dossier_id
            self.bar.show_nothing()
            self.body.verticalScrollBar().setValue(0)
        self.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier anew."""
        if self._dossier_id:
            self._workplace.in_lane(
                partial(_look, dossier_id=self._dossier_id, account=self._workplace.account),
                self._show,
                owner=self,
            )

    def begin(self, act: Act) -> None:
        """Begin an act, if it may be done now."""
        if self._seen:
            self.acts.begin(act, self._seen.known)

    def print_now(self, form: str = "") -> None:
        """Issue and print a paper; by default the one that this dossier needs most."""
        if dossier := self._dossier():
            print_paper(self._workplace, self._dossier_id, form or _paper_now(dossier))

    def reprint(self) -> None:
        """Print the paper that this dossier had last once more; it says so itself."""
        if self._seen:
            events = [entry.event for entry in self._seen.known.found.history]
            issued = [event.form for event in events if isinstance(event, PaperIssued)]
            self.print_now(issued[-1] if issued else "")

    def preview(self) -> None:
        """Look at the paper; nothing is issued until it is printed from there."""
        if dossier := self._dossier():
            print_paper(self._workplace, self._dossier_id, _paper_now(dossier), preview=True)

    def explain(self) -> None:
        """Say why the due moment is what it is, as it was promised."""
        # With its tables it is needed now and then, and the first window must not wait for it.
        from reception.ui.dossiers.explain import explanation

        dossier = self._dossier()
        dialog = explanation(self._workplace.rules, dossier, self) if dossier else None
        if dialog:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def same_person(self) -> None:
        """Begin another intake for the same person."""
        dossier = self._dossier()
        if dossier and not dossier.redactions:
            self._workplace.ways.intake_wanted.emit(dossier.intake.owner)

    def survey(self) -> None:
        """Ask how satisfied whoever has come for it is."""
        if dossier := self._dossier():
            self._workplace.ways.survey_wanted.emit(dossier)

    def leave(self) -> None:
        """Ask for the screen before this one."""
        self.back_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, F5 reads anew; the other keys stand in the bar, for the whole window."""
        acts = {Qt.Key.Key_F5: self.refresh, Qt.Key.Key_Escape: self.leave}
        if not event.modifiers() and event.key() in acts:
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
        title = FlowLayout(spacing=12)
        for part in (self.code, self.chip, self.bar.back_button):
            title.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.setSpacing(10)
        layout.addLayout(title)
        layout.addWidget(self.line)
        layout.addWidget(self.bar)
        layout.addWidget(self.body, 1)
        self.bar.follow(self.body)

    def _connect(self) -> None:
        bar = self.bar
        wishes: tuple[tuple[Callable[..., object], Callable[..., object]], ...] = (
            (bar.act_wanted.connect, self.begin),
            (bar.not_now.connect, self._workplace.messages.toast),
            (bar.paper_wanted.connect, self.print_now),
            (bar.reprint_wanted.connect, self.reprint),
            (bar.preview_wanted.connect, self.preview),
            (bar.explain_wanted.connect, self.explain),
            (bar.same_wanted.connect, self.same_person),
            (bar.survey_wanted.connect, self.survey),
            (bar.back_wanted.connect, self.leave),
            (self._workplace.changes.dossiers_changed.connect, self._changed),
        )
        for connect, act in wishes:
            connect(act)

    def _dossier(self) -> Dossier | None:
        return self._seen.known.dossier if self._seen else None

    def _changed(self, dossier_ids: frozenset[str]) -> None:
        if self._dossier_id in dossier_ids:
            self.refresh()

    def _show(self, seen: _Seen) -> None:
        dossier = seen.known.dossier
        if dossier.dossier_id != self._dossier_id:
            return  # another dossier was opened meanwhile
        self._seen = seen
        self._workplace.note_seen(dossier.dossier_id)
        rules = self._workplace.rules
        stands = (
            standing(seen.row, rules.now(), rules.soon_until())
            if seen.row
            else state_standing(dossier.state)
        )
        self.code.setText(dossier.reference)
        self.chip.show_state(stands.words, stands.tone)
        self.line.setText(self._line_words(dossier))
        self.bar.show_known(seen.known, rules.now())
        self._show_cards(seen)

    def _line_words(self, dossier: Dossier) -> str:
        parts = [dossier.intake.owner.name]
        if dossier.apology:
            again = self.tr("hẹn lại {moment}")
            parts.append(again.format(moment=short_moment(dossier.apology.new_due_at)))
        elif dossier.state in {State.AWAITING_SUPPLEMENT, State.SUSPENDED}:
            parts.append(self.tr("đồng hồ đang dừng"))
        elif dossier.due_at:
            parts.append(self.tr("hẹn trả {moment}").format(moment=short_moment(dossier.due_at)))
        if dossier.holder:
            parts.append(self.tr("đang ở {holder}").format(holder=dossier.holder.within))
        # Last: a long name gives way, and stands whole in the first card.
        parts.append(dossier.intake.procedure.name)
        return "  ·  ".join(parts)

    def _show_cards(self, seen: _Seen) -> None:
        known = seen.known
        scrolled = self.body.verticalScrollBar().value()
        content = QWidget()
        self._columns = QHBoxLayout(content)
        self._columns.setContentsMargins(0, 0, 8, 8)
        self._columns.setSpacing(12)
        scans = ScansPanel(self._workplace)
        scans.show_dossier(known.found.dossier)
        left: list[QWidget] = [*self._reviews_card(seen)]
        left += cards(known.found, self._workplace.rules)
        right: list[QWidget] = [timeline(known.found, known.names), scans]
        for stretch, column in ((3, left), (2, right)):
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

    def _reviews_card(self, seen: _Seen) -> list[QWidget]:
        if not seen.reviews:
            return []
        from reception.ui.reviews.card import reviews_card  # rarely needed

        decide = partial(self._workplace.ways.reviews_wanted.emit, self._dossier_id)
        return [reviews_card(seen.reviews, decide)]

    def _turn(self) -> None:
        if self._columns:
            wide = self.width() >= self.fontMetrics().averageCharWidth() * 105
            direction = QBoxLayout.Direction
            self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


def _paper_now(dossier: Dossier) -> str:
    from reception.services.paperwork import form_for, papers_of  # not before the first paint

    papers = papers_of(dossier)
    return papers[0] if papers else form_for(dossier)


def _look(desk: Desk, *, dossier_id: str, account: Account) -> _Seen:
    known = look(desk, dossier_id=dossier_id, account=account)
    row = lists.by_reference(desk.database, known.dossier.reference)
    if not any(review_rows.waiting(desk.database, dossier_id)):
        return _Seen(known, row)
    from reception.services import reviews  # rarely needed

    return _Seen(known, row, reviews.waiting(desk, dossier_id))
