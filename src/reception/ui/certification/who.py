"""Who stands at the desk: a scanned card, or a number that the register knows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.citizen_card import CitizenCard, differences, filled, replaced, to_party
from reception.ui.certification.form import CertificationForm
from reception.ui.intake.known_people import KnownPerson, known_person, taken
from reception.ui.workplace import Workplace


class Who(QObject):
    """Fills the person in; what was typed is replaced only if the clerk says so.

    ``identified`` tells that the person is done with.
    """

    identified = Signal()

    def __init__(self, workplace: Workplace, form: CertificationForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = form
        form.person.identified.connect(self._look_up)

    def take_card(self, card: CitizenCard) -> None:
        """Fill the person in from a card; where something else was typed, ask."""
        person = self._form.person
        typed, scanned = person.value(), to_party(card)
        rows = differences(typed, scanned)
        if not rows:
            person.show(filled(typed, scanned))
            self._taken(card)
            return

        def answer(taken_over: bool) -> None:  # noqa: FBT001 - the offer's own signature
            if taken_over:
                person.show(replaced(person.value(), scanned))
                self._taken(card)
            else:
                self.identified.emit()

        self._form.offer.ask(
            self.tr("Thẻ vừa quét khác với người đang làm"),
            self.tr("Trên thẻ"),
            rows,
            accept=self.tr("Lấy theo thẻ (Enter)"),
            keep=self.tr("Giữ như đã nhập (Esc)"),
            answer=answer,
        )
        self._form.go_to(self._form.offer.accept)

    def _taken(self, card: CitizenCard) -> None:
        self._form.person.doubt(card)
        self.identified.emit()

    def _look_up(self, identity: str) -> None:
        if not identity or self._form.person.name.text():
            return
        self._workplace.in_lane(partial(known_person, identity=identity), self._found, owner=self)

    def _found(self, found: KnownPerson) -> None:
        person = self._form.person
        typed = person.value()
        if found.party is None or typed.name or typed.identity != found.identity:
            return  # a stranger, or the clerk has gone on
        person.show(taken(typed, found.party))
        self._workplace.messages.tell(
            self.tr("Họ tên lấy từ lần trước theo số định danh; hãy đối chiếu với giấy tờ.")
        )
        if person.has_keyboard():
            self.identified.emit()
