"""Who is at the desk: a scanned card, or a number that the register knows; nothing overwritten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.citizen_card import (
    CitizenCard,
    Difference,
    differences,
    filled,
    replaced,
    to_party,
)
from reception.domain.moments import date_words
from reception.ui.intake.form import IntakeForm
from reception.ui.intake.known_people import KnownPerson, known_person, offered, taken
from reception.ui.intake.person import PersonFields
from reception.ui.workplace import Workplace

_SHORTEST_NUMBER = 9


class Identification(QObject):
    """Fills a person in from a card or from the register, asking before it replaces anything.

    ``identified`` carries the :class:`PersonFields` that is done with; ``known_changed`` tells
    that :attr:`known` has news.
    """

    identified = Signal(object)
    known_changed = Signal()

    def __init__(self, workplace: Workplace, form: IntakeForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = form
        self.known = KnownPerson("")
        form.owner.identified.connect(partial(self.look_up, offer=True))

    def forget(self) -> None:
        """Begin with nobody."""
        self.known = KnownPerson("")
        self.known_changed.emit()

    def take_card(self, card: CitizenCard) -> None:
        """Fill the person in from a card; where something else was typed, ask."""
        in_submitter = self._form.submitter.has_keyboard()
        person = self._form.submitter if in_submitter else self._form.owner
        typed, scanned = person.value(), to_party(card)
        if rows := differences(typed, scanned):
            self._ask_about_card(person, card, rows)
            return
        person.show(filled(typed, scanned))
        self._card_taken(person, card)

    def look_up(self, identity: str, *, offer: bool) -> None:
        """Ask the register about the owner's number; ``offer`` their last data as well."""
        if identity == self.known.identity:
            return
        self.known = KnownPerson(identity)
        self.known_changed.emit()
        if len(identity) < _SHORTEST_NUMBER:
            return
        self._workplace.in_lane(
            partial(known_person, identity=identity), partial(self._found, offer=offer), owner=self
        )

    def _ask_about_card(
        self, person: PersonFields, card: CitizenCard, rows: list[Difference]
    ) -> None:
        def answer(taken_over: bool) -> None:  # noqa: FBT001 - the offer's own signature
            if taken_over:
                person.show(replaced(person.value(), to_party(card)))
                self._card_taken(person, card)
            else:
                self.identified.emit(person)

        self._form.offer.ask(
            self.tr("Thẻ vừa quét khác với thông tin đã nhập"),
            self.tr("Trên thẻ"),
            rows,
            accept=self.tr("Lấy theo thẻ (Enter)"),
            keep=self.tr("Giữ như đã nhập (Esc)"),
            answer=answer,
        )
        self._go_to_offer()

    def _go_to_offer(self) -> None:
        self._form.go_to(self._form.offer.accept)
        self._form.reveal(self._form.offer)

    def _card_taken(self, person: PersonFields, card: CitizenCard) -> None:
        person.doubt(card)
        if person is self._form.owner:
            self.look_up(card.number, offer=False)
        self.identified.emit(person)

    def _found(self, found: KnownPerson, *, offer: bool) -> None:
        owner = self._form.owner
        if owner.identity.value() != found.identity:
            return  # the clerk has gone on to somebody else
        self.known = found
        self.known_changed.emit()
        if found.party is None:
            return
        rows = offered(owner.value(), found.party)
        if offer and rows:
            self._offer_known(found, rows)
        elif not offer and not owner.phone.text() and found.party.phone:
            owner.phone.set_value(found.party.phone)
            self._workplace.messages.tell(
                self.tr("Số điện thoại lấy từ hồ sơ trước; hãy hỏi lại người dân.")
            )

    def _offer_known(self, found: KnownPerson, rows: list[Difference]) -> None:
        owner = self._form.owner

        def answer(taken_over: bool) -> None:  # noqa: FBT001 - the offer's own signature
            if taken_over and found.party:
                owner.show(taken(owner.value(), found.party))
            self.identified.emit(owner)

        day = date_words(found.last.opened_at.date()) if found.last else ""
        self._form.offer.ask(
            self.tr("Người này đã nộp hồ sơ ngày {day}. Lấy lại thông tin?").format(day=day),
            self.tr("Theo hồ sơ trước"),
            rows,
            accept=self.tr("&Lấy lại (Enter)"),
            keep=self.tr("Tự nhập (Esc)"),
            answer=answer,
        )
        # Whoever is typing on is not interrupted: the question can be answered with Alt+L.
        if owner.identity.hasFocus():
            self._go_to_offer()
