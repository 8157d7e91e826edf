"""What an act on many dossiers asks: to whom, which result, how what is owed is paid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reception.domain import paper_forms
from reception.domain.custody import Holder
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import RuleViolation
from reception.printing.page import PaperSize
from reception.services import bulk
from reception.services.bulk import Doing, Joint
from reception.settings import Settings
from reception.ui.acts.receivers import receiver_choices
from reception.ui.completer import ChoiceField, finder
from reception.ui.dossiers.receipt_list import SHEET
from reception.ui.dossiers.words import form_words, paid_words
from reception.ui.labels import DataLabel, FormField
from reception.ui.text_fields import TextField

_FORMS = (
    paper_forms.RECEIPT,
    paper_forms.CONTROL_SHEET,
    paper_forms.FEE_NOTICE,
    paper_forms.RESULT_SLIP,
    paper_forms.LARGE_LETTER_SLIP,
    paper_forms.SURVEY_SHEET,
)
_PAID_BY = (PaidBy.CASH, PaidBy.TRANSFER)


class BulkForm(QWidget):
    """The inputs of one act."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.editors: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def doing(self, by: str) -> Doing | Joint:
        """The act, ready to be done on one after the other, or on all at once.

        Raises:
            RuleViolation: Something that it needs is not filled in.
        """
        raise NotImplementedError

    def _ask(self, label: str, editor: QWidget, *, required: bool = False) -> FormField:
        field = FormField(label, editor, required=required)
        self._column.addWidget(field)
        self.editors.append(editor)
        if self.focusProxy() is None:
            self.setFocusProxy(editor)
        return field

    def _say(self, words: str) -> None:
        said = DataLabel(words)
        said.setObjectName("muted")
        said.setWordWrap(True)
        self._column.addWidget(said)


class ForwardForm(BulkForm):
    """To whom, and a note."""

    def __init__(self, holders: Sequence[Holder]) -> None:
        super().__init__("")
        self.title = self.tr("Chuyển hồ sơ")
        self.to = ChoiceField(finder(receiver_choices(holders)))
        self.to.setPlaceholderText(self.tr("vài chữ không dấu; F4 mở danh sách"))
        self.note = TextField()
        self._ask(self.tr("Chuyển &cho"), self.to, required=True)
        self._ask(self.tr("&Lời nhắn"), self.note)

    def doing(self, by: str) -> Doing:
        """Forward to the chosen holder."""
        self.to.commit()
        choice = self.to.choice()
        if choice is None or not isinstance(choice.data, Holder):
            raise RuleViolation(
                "holder-missing", "Chưa chọn chuyển cho ai; hãy gõ vài chữ rồi nhấn Enter."
            )
        return bulk.forward(choice.data, by=by, note=self.note.value())


class TakeOverForm(BulkForm):
    """Nothing is asked; it says in whose name."""

    def __init__(self, me: Holder) -> None:
        super().__init__("")
        self.title = self.tr("Nhận bàn giao")
        self._me = me
        self._say(self.tr("Bên nhận: {name}.").format(name=me.name))

    def doing(self, by: str) -> Doing:
        """Take over in the name of whoever is signed in."""
        return bulk.take_over(self._me, by=by)


class ResultForm(BulkForm):
    """What the result is, if it is another than the catalogue names."""

    def __init__(self) -> None:
        super().__init__("")
        self.title = self.tr("Ghi kết quả")
        self.result = TextField()
        self.result.setPlaceholderText(self.tr("để trống: kết quả như danh mục thủ tục ghi"))
        self._ask(self.tr("&Kết quả"), self.result)

    def doing(self, by: str) -> Doing:
        """Record the result."""
        return bulk.record_result(by=by, result=self.result.value())


class HandOverForm(BulkForm):
    """How what is owed is paid."""

    def __init__(self) -> None:
        super().__init__("")
        self.title = self.tr("Trả kết quả")
        self.paid = QComboBox()
        self.paid.addItem(self.tr("để lại, chưa trả hồ sơ còn nợ phí"), None)
        for paid in _PAID_BY:
            self.paid.addItem(self.tr("thu {way}").format(way=paid_words(paid)), paid)
        self._ask(self.tr("&Phí, lệ phí chưa thu"), self.paid)
        self._say(
            self.tr(
                "Kết quả trả cho người đã nộp hồ sơ, cùng bản chính đã nhận."
                " Ai nhận thay thì trả riêng từng hồ sơ để ghi giấy uỷ quyền."
            )
        )

    def doing(self, by: str) -> Doing:
        """Hand the results over."""
        return bulk.hand_over(by=by, pays_by=self.paid.currentData())


class PrintForm(BulkForm):
    """Which paper of each dossier."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("")
        self.title = self.tr("In giấy tờ")
        self._settings = settings
        self.form = QComboBox()
        self.form.addItem(self.tr("Giấy cần in lúc này của từng hồ sơ"), "")
        for form in _FORMS:
            words = form_words(form)
            self.form.addItem(words[:1].upper() + words[1:], form)
        self._ask(self.tr("&Giấy"), self.form)
        self._say(
            self.tr("Máy in {printer}, giấy {paper}, {copies} liên.").format(
                printer=settings.printer or self.tr("của hệ thống"),
                paper=settings.paper,
                copies=settings.copies,
            )
        )

    def doing(self, by: str) -> Doing:
        """Issue the papers."""
        size = PaperSize(self._settings.paper)
        return bulk.issue(self.form.currentData(), by=by, size=size, copies=self._settings.copies)


class ReceiptListForm(BulkForm):
    """Nothing is asked; it says for whom such a receipt is, and where it comes out."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("")
        self.title = self.tr("In giấy tiếp nhận chung")
        self._settings = settings
        self._say(
            self.tr(
                "Một giấy ghi tất cả hồ sơ đã chọn, khi cùng một người nộp."
                " Máy in {printer}, giấy {paper}, {copies} liên."
            ).format(
                printer=settings.printer or self.tr("của hệ thống"),
                paper=SHEET,
                copies=settings.copies,
            )
        )

    def doing(self, by: str) -> Joint:
        """Issue one receipt for all."""
        return bulk.receipt_list(by=by, copies=self._settings.copies)
