"""The second part of the form, folded away until it is wanted: what few dossiers need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception.domain.intake import Channel, ReturnBy
from reception.ui.intake.form_state import FormState
from reception.ui.intake.inputs import MomentField, Pick, moment_form_field
from reception.ui.intake.person import PersonFields
from reception.ui.labels import FormField, Heading
from reception.ui.text_fields import CodeField, TextField


class OtherFields(QWidget):
    """Everything beside person, procedure and papers; ``editors`` names each as violations do.

    Args:
        owner: The person whose details are shown here, while their name stands above.
        submitter: The authorised person who brings the dossier.
        today: The desk's civil date.
        parent: The owning widget.
    """

    changed = Signal()

    def __init__(
        self,
        owner: PersonFields,
        submitter: PersonFields,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.authorisation = TextField()
        self.request = TextField()
        self.channel = Pick(channel_options())
        self.non_territorial = QCheckBox(self.tr("Hồ sơ không phụ thuộc địa giới hành chính"))
        self.authority = TextField()
        self.competent = MomentField(today)
        self.sets = CodeField(digits_only=True)
        self.fee = TextField()
        self.return_by = Pick(
            [
                (ReturnBy.COUNTER.value, self.tr("Tại quầy một cửa")),
                (ReturnBy.POST.value, self.tr("Qua bưu chính")),
                (ReturnBy.ONLINE.value, self.tr("Trực tuyến")),
            ]
        )
        self.return_to = TextField()
        self.notes = TextField()
        self.blank = CodeField()
        self.received = MomentField(today)
        self.late_because = TextField()
        self.editors: dict[str, QWidget] = {
            "authorisation": self.authorisation,
            "request": self.request,
            "channel": self.channel,
            "non_territorial": self.non_territorial,
            "competent_authority": self.authority,
            "competent_at": self.competent.day,
            "competent_at.hour": self.competent.hour,
            "sets": self.sets,
            "fee_vnd": self.fee,
            "return_by": self.return_by,
            "return_to": self.return_to,
            "notes": self.notes,
            "blank": self.blank,
            "received_at": self.received.day,
            "received_at.hour": self.received.hour,
            "late_because": self.late_because,
        }
        self._lay_out(owner, submitter)
        self._listen()

    def put_into(self, state: FormState) -> FormState:
        """The state with what stands in these fields."""
        return replace(
            state,
            authorisation=self.authorisation.value(),
            request=self.request.value(),
            channel=Channel(self.channel.value()),
            non_territorial=self.non_territorial.isChecked(),
            competent_authority=self.authority.value(),
            competent=self.competent.value(),
            sets=self.sets.value(),
            fee=self.fee.value(),
            return_by=ReturnBy(self.return_by.value()),
            return_to=self.return_to.value(),
            notes=self.notes.value(),
            received=self.received.value(),
            late_because=self.late_because.value(),
            blank=self.blank.value(),
        )

    def show_state(self, state: FormState) -> None:
        """Fill these fields in from a state."""
        with QSignalBlocker(self):
            self.authorisation.set_value(state.authorisation)
            self.request.set_value(state.request)
            self.channel.set_value(state.channel.value)
            self.non_territorial.setChecked(state.non_territorial)
            self.authority.set_value(state.competent_authority)
            self.competent.set_value(state.competent)
            self.sets.set_value(state.sets)
            self.fee.set_value(state.fee)
            self.return_by.set_value(state.return_by.value)
            self.return_to.set_value(state.return_to)
            self.notes.set_value(state.notes)
            self.received.set_value(state.received)
            self.late_because.set_value(state.late_because)
            self.blank.set_value(state.blank)
        self._territory_changed()

    def ask_late(self, *, asked: bool, blank: bool = True) -> None:
        """Ask here when and why a dossier is entered late, or not: a blank tells both itself.

        What was submitted online is on no ``blank``, and is received the moment it is accepted.
        """
        self._late_head.setVisible(blank)
        self._blank_field.setVisible(blank)
        self._late_row.setVisible(asked and blank)

    def _lay_out(self, owner: PersonFields, submitter: PersonFields) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Heading(self.tr("Thêm về chủ hồ sơ"), level=2))
        layout.addWidget(owner.details())
        layout.addWidget(Heading(self.tr("Người được ủy quyền nộp thay"), level=2))
        layout.addWidget(
            submitter.essentials(
                (self.tr("Số định danh"), self.tr("Họ và tên"), self.tr("Điện thoại")),
                required=False,
            )
        )
        layout.addWidget(
            FormField(self.tr("Giấy ủy quyền (số, ngày, nơi lập)"), self.authorisation)
        )
        layout.addWidget(Heading(self.tr("Cách nộp và nơi giải quyết"), level=2))
        layout.addWidget(FormField(self.tr("Cách nộp"), self.channel))
        layout.addWidget(self.non_territorial)
        self._authority_row = _row(
            FormField(self.tr("Cơ quan có thẩm quyền"), self.authority),
            moment_form_field(self.tr("Cơ quan ấy nhận được lúc"), self.competent),
        )
        layout.addWidget(self._authority_row)
        layout.addWidget(Heading(self.tr("Kết quả, phí và ghi chú"), level=2))
        layout.addWidget(
            _row(
                FormField(self.tr("Nhận kết quả"), self.return_by),
                FormField(self.tr("Nơi nhận, địa chỉ trả"), self.return_to),
            )
        )
        layout.addWidget(
            _row(
                FormField(self.tr("Số bộ hồ sơ"), self.sets),
                FormField(self.tr("Phí, lệ phí đã thu (đồng)"), self.fee),
            )
        )
        layout.addWidget(FormField(self.tr("Nội dung yêu cầu giải quyết"), self.request))
        layout.addWidget(FormField(self.tr("Ghi chú"), self.notes))
        self._late_head = Heading(self.tr("Nhập sau từ phiếu viết tay"), level=2)
        self._late_row = _row(
            moment_form_field(self.tr("Đã nhận hồ sơ lúc"), self.received),
            FormField(self.tr("Lý do nhập sau"), self.late_because),
        )
        self.blank.setPlaceholderText(self.tr("ví dụ 0001/2026/PTG"))
        self._blank_field = FormField(self.tr("Giấy in &sẵn số"), self.blank)
        for part in (self._late_head, self._blank_field, self._late_row):
            layout.addWidget(part)
        self._territory_changed()

    def _listen(self) -> None:
        for editor in self.editors.values():
            if isinstance(editor, QLineEdit):
                editor.textChanged.connect(self.changed)
            elif isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(self.changed)
        self.non_territorial.toggled.connect(self._territory_changed)

    def _territory_changed(self) -> None:
        self._authority_row.setVisible(self.non_territorial.isChecked())
        self.changed.emit()


def channel_options() -> list[tuple[str, str]]:
    """The channels in words, for a drop-down."""
    translate = QCoreApplication.translate
    return [
        (Channel.COUNTER.value, translate("OtherFields", "Trực tiếp tại quầy")),
        (Channel.POST.value, translate("OtherFields", "Qua bưu chính")),
        (Channel.ONLINE_FULL.value, translate("OtherFields", "Trực tuyến toàn trình")),
        (Channel.ONLINE_PART.value, translate("OtherFields", "Trực tuyến một phần")),
        (Channel.OTHER.value, translate("OtherFields", "Cách khác")),
    ]


def _row(left: QWidget, right: QWidget) -> QWidget:
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    for column, part in enumerate((left, right)):
        # At the top: what is wrong with one must not push its neighbour down.
        grid.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    return widget
