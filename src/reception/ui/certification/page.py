"""The certification page: scan, two letters, two figures, Ctrl+Enter; the next person, please."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.applicant import Party
from reception.domain.citizen_card import CitizenCard
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.money import figures
from reception.services import certification
from reception.services.certification import CertificationRequest
from reception.ui.certification.bill import Bill
from reception.ui.certification.day import Day, day_words, read_day
from reception.ui.certification.form import CertificationForm
from reception.ui.certification.later import Later
from reception.ui.certification.recent import Recent
from reception.ui.certification.who import Who
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import Heading, StatusChip
from reception.ui.notes import Note
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.theme import PAGE_MARGINS_PX, Tone
from reception.ui.workplace import Workplace

PrintSlip = Callable[[Workplace, str], object]

_AGAIN_EVERY_MS = 60_000
_PRINTS = "certification/print"


def _print_slip(workplace: Workplace, dossier_id: str) -> None:
    # Printing is heavy to load, and the page stands long before the first slip.
    from reception.ui.certification.printing import print_slip

    print_slip(workplace, dossier_id)


class CertificationPage(KeyedPage):
    """Certifying for one person after the other, by keyboard alone.

    Args:
        workplace: The signed-in person's desk.
        print_slip: Puts a certification's slip on the printer.
        parent: The owning widget.
    """

    certified = Signal(str)
    """Carries the identity of a dossier just certified."""

    def __init__(
        self,
        workplace: Workplace,
        print_slip: PrintSlip = _print_slip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rules = workplace.rules
        self._print_slip = print_slip
        self._busy = False
        self._waiting_card: CitizenCard | None = None
        self._last_owner: Party | None = None
        self.form = CertificationForm(self._rules)
        self.who = Who(workplace, self.form, self)
        self.later = Later(workplace, self)
        self.bill = Bill()
        self.recent = Recent()
        self.today = StatusChip("", Tone.INFO)
        self.finish = self.certify
        self.key_acts = {
            Qt.Key.Key_F8: self.same_person_next,
            Qt.Key.Key_F9: self.reprint,
            Qt.Key.Key_Insert: self.form.items.begin,
        }
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.form.person.identity)
        self.bill.print_slip.setChecked(workplace.memory.get(_PRINTS, "yes") == "yes")
        self._show_bill()

    # --- the person -------------------------------------------------------------------------------

    def take_card(self, card: CitizenCard) -> None:
        """Fill the person in from a scanned card; one scanned too early waits its turn."""
        if self._busy:
            self._waiting_card = card
        else:
            self.who.take_card(card)

    def same_person_next(self) -> None:
        """Another certification for the person just served."""
        if self._busy:
            return
        if self.form.has_papers:
            self._workplace.messages.tell(
                self.tr("Còn giấy tờ chưa chứng thực; nhấn Ctrl+Enter trước, hoặc bỏ các dòng ấy.")
            )
        elif self._last_owner and not self.form.person.name.text():
            self.form.clear(self._last_owner)
        elif self.form.person.name.text():
            self.form.items.begin()
        else:
            self._workplace.messages.tell(
                self.tr("Chưa có người nào để làm tiếp; hãy quét thẻ hoặc nhập số định danh.")
            )

    # --- the acts ---------------------------------------------------------------------------------

    def certify(self) -> None:
        """Certify, print if wanted, and be ready for the next person."""
        request = self._request()
        if request is None:
            return
        self._set_busy(busy=True)
        self._workplace.tasks.run(
            partial(
                certification.certify, self._workplace.desk, request,
                by=self._workplace.account.login,
            ),
            self._certified,
            self._failed,
            on_ended=self._ended,
            owner=self,
        )  # fmt: skip

    def receive_later(self) -> None:
        """Hand what was filled in on to the ordinary intake, with its procedure chosen."""
        if not self._busy:
            self.later.receive(self.form.request())

    def reprint(self) -> None:
        """Print the marked slip once more, the last one unless another was chosen."""
        if chosen := self.recent.chosen():
            self._print_slip(self._workplace, chosen)
        else:
            self._workplace.messages.tell(self.tr("Chưa chứng thực cho ai nên chưa có phiếu."))

    # --- keys and days ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the day's figures anew."""
        self._show_bill()
        login = self._workplace.account.login
        self._workplace.in_lane(partial(read_day, login=login), self._show_day, owner=self)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.form.isAncestorOf(now):
            self.form.reveal(now)

    # --- recording --------------------------------------------------------------------------------

    def _request(self) -> CertificationRequest | None:
        """The form as a request; where it cannot be, the sentence stands at its field."""
        focus = QApplication.focusWidget()
        if isinstance(focus, TextField) and self.form.isAncestorOf(focus):
            focus.commit()
        if self._busy or self.form.go_to_problem():
            return None
        return self.form.request()

    def _certified(self, dossier: Dossier) -> None:
        self._last_owner = dossier.intake.owner
        self.form.clear()
        self._rules.note_use(dossier.intake.procedure.code)
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        self._workplace.messages.toast(self._certified_words(dossier))
        self.certified.emit(dossier.dossier_id)
        if self.bill.print_slip.isChecked():
            self._print_slip(self._workplace, dossier.dossier_id)

    def _certified_words(self, dossier: Dossier) -> str:
        done = dossier.certification
        if done is None:
            return dossier.code
        return self.tr(
            "Đã chứng thực cho {name}: số {numbers}, quyển {book}; {copies} bản, {fee} đồng."
        ).format(
            name=dossier.intake.owner.name,
            numbers=done.numbers(),
            book=done.book,
            copies=figures(done.copies),
            fee=figures(done.fee_vnd),
        )

    def _failed(self, failure: Failure) -> None:
        is_rule = isinstance(failure, RuleViolation)
        if not (is_rule and self.form.show_violation(failure)):
            self._workplace.messages.fail(failure)

    def _ended(self) -> None:
        self._set_busy(busy=False)
        card, self._waiting_card = self._waiting_card, None
        if card:
            self.who.take_card(card)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.bill.act.setDisabled(busy)
        self.bill.later.setDisabled(busy)

    # --- what stands on the page ------------------------------------------------------------------

    def _show_bill(self) -> None:
        matter, day, free = (
            self.form.chosen_matter(),
            self.form.today(),
            bool(self.form.free.value()),
        )
        total = self.form.items.show_fees(
            lambda item: 0 if free else certification.price(matter, item, day)
        )
        items = self.form.items.wanted()
        tariff = certification.tariff_of(matter, day)
        self.bill.show_bill(items, total, tariff, free=free)

    def _show_promise(self) -> None:
        self.bill.show_promise(self.later.promise(self.form.chosen_matter()))

    def _show_day(self, day: Day) -> None:
        self.today.setText(day_words(day))
        self.recent.show_dossiers(day.latest)
        self.form.offer_signer(day.signer)
        self.form.suggest(day.usual)
        self._show_promise()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    # --- putting together -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.form.changed.connect(self._show_bill)
        self.form.matter.currentIndexChanged.connect(self._show_promise)
        self.form.items.left.connect(self.bill.act.setFocus)
        self.who.identified.connect(self.form.items.begin)
        self.bill.act.clicked.connect(self.certify)
        self.bill.later.clicked.connect(self.receive_later)
        self.later.handed_on.connect(self.form.clear)
        self.bill.print_slip.toggled.connect(self._keep_printing)
        self.recent.reprint_wanted.connect(partial(self._print_slip, self._workplace))
        self._workplace.changes.dossiers_changed.connect(self._changed)
        self._workplace.changes.office_changed.connect(self._changed)
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._focus_moved)
        # Midnight passes, and the hour after which a promise is for tomorrow.
        passing = QTimer(self, interval=_AGAIN_EVERY_MS)
        passing.timeout.connect(self._changed)
        passing.start()

    def _keep_printing(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._workplace.memory.keep(_PRINTS, "yes" if wanted else "no")

    def _lay_out(self) -> None:
        left, _top, _right, _bottom = PAGE_MARGINS_PX
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Chứng thực")))
        head.addStretch(1)
        head.addWidget(self.today)
        beside = QWidget()
        side = QVBoxLayout(beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.bill)
        side.addWidget(self.recent, 1)
        across = QHBoxLayout()
        across.setSpacing(left // 2)
        across.addWidget(self.form, 3)
        across.addWidget(_Beside(beside), 2)
        keys = Note(
            self.tr("Insert thêm dòng · F8 cùng người, việc khác · F9 in lại phiếu đang chọn")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(keys)
        layout.addLayout(across, 1)


class _Beside(QScrollArea):
    """What stands beside the form; with large letters on a low screen it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """As wide as its words need; only its height may be scrolled."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._inside.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())
