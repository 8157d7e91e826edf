"""One person on the form: the few fields that every intake needs, and the rest of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QLineEdit, QWidget

from reception.domain.applicant import Address, Party, PartyKind
from reception.domain.citizen_card import (
    CitizenCard,
    card_warnings,
    identity_warnings,
    name_warnings,
    to_party,
)
from reception.ui.date_field import BirthField
from reception.ui.intake.essentials import Essentials
from reception.ui.intake.inputs import Pick
from reception.ui.labels import DataLabel, FormField, StatusChip
from reception.ui.text_fields import CodeField, TextField
from reception.ui.theme import Tone


class PersonFields(QObject):
    """The inputs of a :class:`Party`, on two widgets so that the second may be folded away.

    ``editors`` names each input as a rule's violation does, such as ``owner.name``. ``changed``
    tells of every keystroke; ``identified`` of an identity number as soon as it is whole.
    """

    changed = Signal()
    identified = Signal(str)

    def __init__(self, role: str, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.identity = CodeField(expected=r"[0-9]{12}", shown=12)
        self.name = TextField()
        self.phone = CodeField(digits_only=True, shown=10)
        self.kind = Pick(
            [
                (PartyKind.PERSON.value, self.tr("Cá nhân")),
                (PartyKind.BUSINESS.value, self.tr("Doanh nghiệp")),
                (PartyKind.AGENCY.value, self.tr("Cơ quan nhà nước")),
                (PartyKind.OTHER.value, self.tr("Tổ chức khác")),
            ]
        )
        self.born = BirthField(today)
        self.sex = Pick([("", self.tr("chưa ghi")), ("Nam", "Nam"), ("Nữ", "Nữ")])
        self.email = TextField()
        self.address = TextField()
        self.parts = {part: TextField() for part in ("line", "commune", "district", "province")}
        self.editors: dict[str, QWidget] = {
            f"{role}.identity": self.identity,
            f"{role}.name": self.name,
            f"{role}.phone": self.phone,
            f"{role}.kind": self.kind,
            f"{role}.born": self.born,
            f"{role}.sex": self.sex,
            f"{role}.email": self.email,
            f"{role}.address": self.address,
        }
        for part, field in self.parts.items():
            self.editors[f"{role}.address.{part}"] = field
        # Most fields of a submitter are laid out nowhere and keep what a card told: here they go
        # with the form.
        unplaced = QWidget(parent)
        unplaced.hide()
        for editor in self.editors.values():
            editor.setParent(unplaced)
        self._card = ""
        self._card_notes: list[str] = []
        self._about = DataLabel()
        self._warning = StatusChip("", Tone.WARNING)
        self._listen()

    def essentials(self, labels: tuple[str, str, str], *, required: bool) -> QWidget:
        """The three fields of every intake under the given labels, and what is to be doubted."""
        identity, name, phone = labels
        self.name.setPlaceholderText(self.tr("hoặc tên tổ chức"))
        self._about.setObjectName("muted")
        for label in (self._about, self._warning):
            label.setWordWrap(True)
            label.hide()
        fields = (
            FormField(identity, self.identity),
            FormField(name, self.name, required=required),
            FormField(phone, self.phone),
        )
        return Essentials(fields, (self._about, self._warning))

    def details(self) -> QWidget:
        """The fields that a card fills or few dossiers need."""
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(FormField(self.tr("Người nộp là"), self.kind), 0, 0, top)
        grid.addWidget(FormField(self.tr("Ngày sinh"), self.born), 0, 1, top)
        grid.addWidget(FormField(self.tr("Giới tính"), self.sex), 1, 0, top)
        grid.addWidget(FormField(self.tr("Thư điện tử"), self.email), 1, 1, top)
        grid.addWidget(FormField(self.tr("Địa chỉ (ghi như trên thẻ)"), self.address), 2, 0, 1, 2)
        titles = (
            self.tr("Số nhà, thôn, bản"),
            self.tr("Xã, phường"),
            self.tr("Huyện (địa chỉ cũ, nếu có)"),
            self.tr("Tỉnh, thành phố"),
        )
        for place, (title, field) in enumerate(zip(titles, self.parts.values(), strict=True)):
            grid.addWidget(FormField(title, field), 3 + place // 2, place % 2, top)
        return widget

    def value(self) -> Party:
        """The person as filled in."""
        parts = {part: field.value() for part, field in self.parts.items()}
        return Party(
            name=self.name.value(),
            kind=PartyKind(self.kind.value()),
            identity=self.identity.value(),
            born=self.born.value(),
            sex=self.sex.value(),
            phone=self.phone.value(),
            email=self.email.value(),
            address=Address(as_written=self.address.value(), **parts),
            card=self._card,
        )

    def show(self, party: Party) -> None:
        """Put a person in, all fields of it."""
        with QSignalBlocker(self):
            self.identity.set_value(party.identity)
            self.name.set_value(party.name)
            self.phone.set_value(party.phone)
            self.kind.set_value(party.kind.value)
            self.born.set_value(party.born)
            self.sex.set_value(party.sex)
            self.email.set_value(party.email)
            self.address.set_value(party.address.as_written)
            for part, field in self.parts.items():
                field.set_value(getattr(party.address, part))
            self._card = party.card
            self._card_notes = []
        self._changed()

    def doubt(self, card: CitizenCard) -> None:
        """Show what is odd about a scan, until the clerk has edited the person."""
        of_person = identity_warnings(card.number, card.sex, card.born) + name_warnings(card.name)
        self._card_notes = [note for note in card_warnings(card) if note not in of_person]
        if not to_party(card).name:
            self._card_notes.append(self.tr("Thẻ không có họ tên; hãy nhập theo thẻ."))
        self._changed()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the fields."""
        return QApplication.focusWidget() in self.editors.values()

    def warnings(self) -> list[str]:
        """The sentences shown beside the number: doubts, never a block."""
        party = self.value()
        of_number = identity_warnings(party.identity, party.sex, party.born)
        # Of a name that somebody typed, digits are no doubt: organisations have them.
        of_name = name_warnings(party.name) if party.card else []
        return self._card_notes + of_number + of_name

    def _listen(self) -> None:
        for editor in self.editors.values():
            if isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(self._changed)
            elif isinstance(editor, QLineEdit):
                editor.textChanged.connect(self._changed)
                editor.textEdited.connect(self._edited)
        self.identity.textEdited.connect(self._whole_number)
        # What is wrong with a person's number may be right for an organisation's.
        self.kind.currentIndexChanged.connect(self.identity.commit)
        self.identity.committed.connect(self.identified)

    def _edited(self) -> None:
        self._card_notes = []

    def _changed(self) -> None:
        if self.signalsBlocked():
            return
        party = self.value()
        about = (
            party.born and self.tr("Sinh {day}").format(day=party.born),
            party.sex,
            party.address.words(),
        )
        self._say(self._about, " · ".join(words for words in about if words))
        self._say(self._warning, "\n".join(self.warnings()))
        self.changed.emit()

    def _whole_number(self, text: str) -> None:
        if len(text) == 12 and text.isdigit():
            self.identified.emit(text)

    @staticmethod
    def _say(label: DataLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
