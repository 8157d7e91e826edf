"""What each book or list asks besides its name: days, a field, a giver, a clerk, a waiting time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from reception.domain.accounts import Account
from reception.domain.custody import Holder
from reception.domain.text import fold
from reception.services import forms
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery
from reception.ui.books.periods import PeriodField, Span
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import DataLabel, FormField

_MOST_DAYS = 400
_USUAL_DAYS = 5
_MOST_DONG = 1_000_000_000

# The days with which each begins; the call list is always of today.
_SPANS = {
    forms.REGISTER: Span.MONTH,
    forms.RESULT_HANDOVER_LIST: Span.DAY,
    forms.POSTAL_LIST: Span.DAY,
    forms.CASH_COUNT: Span.DAY,
    forms.CERTIFICATION_BOOK: Span.MONTH,
    forms.RECONCILIATION: Span.DAY,
    forms.HANDLING_REPORT: Span.MONTH,
    forms.JUSTICE_REPORT: Span.MONTH,
    forms.LATENESS_REPORT: Span.MONTH,
    forms.CERTIFIED_REPORT: Span.MONTH,
    forms.FEEDBACK_LIST: Span.MONTH,
    forms.FEEDBACK_PUBLISHED: Span.MONTH,
    forms.FEEDBACK_REPORT: Span.MONTH,
}
_WITH_FIELD = {forms.REGISTER, forms.CALL_LIST, forms.RESULT_HANDOVER_LIST, forms.POSTAL_LIST}


class BookOptions(QWidget):
    """The inputs of the book that is chosen; each shows only where it matters."""

    def __init__(self, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._name = forms.REGISTER
        self.about = DataLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.period = PeriodField(rules)
        self.field, self.holder, self.clerk = QComboBox(), QComboBox(), QComboBox()
        for combo in (self.field, self.holder, self.clerk):
            combo.setMinimumContentsLength(24)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.unanswered = QCheckBox(self.tr("Chỉ bưu gửi bưu điện &chưa trả lời"))
        self.unanswered.toggled.connect(self._offer)
        self.bare = QCheckBox(self.tr("Ghi đủ &số điện thoại (việc này được ghi lại)"))
        self.days = QSpinBox()
        self.days.setRange(0, _MOST_DAYS)
        self.days.setValue(_USUAL_DAYS)
        self.days.setSuffix(self.tr(" ngày làm việc"))
        self.opening = QSpinBox()
        self.opening.setRange(0, _MOST_DONG)
        self.opening.setSingleStep(10_000)
        self.opening.setGroupSeparatorShown(True)
        self.opening.setSuffix(self.tr(" đồng"))
        self._lay_out()
        self.fill_fields()
        self.show_book(self._name)

    def show_book(self, name: str) -> None:
        """Ask what this book asks."""
        self._name = name
        self.about.setText(self._words(name))
        with QSignalBlocker(self.unanswered):
            self.unanswered.setChecked(False)
        self.bare.setChecked(False)
        if name in _SPANS:
            self.period.show_span(_SPANS[name])
        self._offer()

    def fill(self, people: tuple[Sequence[Holder], Sequence[Account]]) -> None:
        """Offer givers and clerks."""
        holders, accounts = people
        _fill(self.holder, self.tr("Mọi bên giao"), [(h.name, h.name) for h in holders])
        _fill(self.clerk, self.tr("Cả bàn tiếp nhận"), [(a.name, a.login) for a in accounts])

    def fill_fields(self) -> None:
        """Offer the catalogue's fields."""
        names = sorted({p.field for p in self._rules.procedures if p.field}, key=fold)
        _fill(self.field, self.tr("Mọi lĩnh vực"), [(name, name) for name in names])

    def query(self) -> BookQuery:
        """What is asked for.

        Raises:
            RuleViolation: ``period-missing``.
        """
        name = self._name
        waits = name == forms.CALL_LIST or self._of_unanswered
        return BookQuery(
            name=name,
            period=self.period.period(),
            field=self.field.currentData() if name in _WITH_FIELD else "",
            holder=self.holder.currentData() if name == forms.RESULT_HANDOVER_LIST else "",
            clerk=self.clerk.currentData() if name == forms.CASH_COUNT else "",
            days=self.days.value() if waits else None,
            opening_vnd=self.opening.value() if name == forms.CASH_COUNT else 0,
            bare=name == forms.REGISTER and self.bare.isChecked(),
        )

    @property
    def _of_unanswered(self) -> bool:
        return self._name == forms.POSTAL_LIST and self.unanswered.isChecked()

    def _offer(self) -> None:
        name = self._name
        shown = {
            self.period: name in _SPANS and not self._of_unanswered,
            self._field_row: name in _WITH_FIELD,
            self._holder_row: name == forms.RESULT_HANDOVER_LIST,
            self._clerk_row: name == forms.CASH_COUNT,
            self.unanswered: name == forms.POSTAL_LIST,
            self.bare: name == forms.REGISTER,
            self._days_row: name == forms.CALL_LIST or self._of_unanswered,
            self._opening_row: name == forms.CASH_COUNT,
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown)

    def _lay_out(self) -> None:
        self._field_row = FormField(self.tr("&Lĩnh vực"), self.field)
        self._holder_row = FormField(self.tr("&Bên giao"), self.holder)
        self._clerk_row = FormField(self.tr("Người th&u"), self.clerk)
        self._days_row = FormField(self.tr("Đã &chờ ít nhất"), self.days)
        self._opening_row = FormField(self.tr("&Tồn quỹ đầu ngày"), self.opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.about, self.unanswered, self.bare, self.period):
            column.addWidget(part)
        others = FlowLayout(spacing=12)
        rows = (
            self._field_row, self._holder_row, self._clerk_row, self._days_row, self._opening_row,
        )  # fmt: skip
        for row in rows:
            others.addWidget(row)
        column.addLayout(others)

    def _words(self, name: str) -> str:
        words = {
            forms.REGISTER: self.tr(
                "Hồ sơ đã tiếp nhận trong thời gian chọn, theo mẫu sổ có hiệu lực lúc đó;"
                " số thứ tự chạy suốt năm. Chứng thực có sổ riêng."
            ),
            forms.CALL_LIST: self.tr(
                "Kết quả đã có tại bàn mà chưa ai đến nhận, xếp theo thôn, bản để gọi điện"
                " hoặc nhờ trưởng thôn báo."
            ),
            forms.RESULT_HANDOVER_LIST: self.tr(
                "Kết quả có trong thời gian chọn, mỗi bên giao một phiếu, in hai liên."
            ),
            forms.POSTAL_LIST: self.tr(
                "Bưu gửi đã giao bưu điện, mỗi ngày một danh sách, kèm trả lời của bưu điện."
            ),
            forms.CASH_COUNT: self.tr(
                "Phí, lệ phí đã thu trong ngày theo thủ tục, gồm cả chứng thực; có bảng đếm tiền."
            ),
            forms.RECONCILIATION: self.tr(
                "Các lần trao đổi với máy chủ trong ngày, và số, mã kiểm của hai đầu để đối chiếu."
            ),
            forms.CERTIFICATION_BOOK: self.tr("Các sổ chứng thực trong thời gian chọn."),
            forms.HANDLING_REPORT: self.tr(
                "Biểu II.06a: tiếp nhận, đã giải quyết, đang giải quyết theo lĩnh vực trong thời"
                " gian chọn, đúng hạn tính theo ngày, kèm cách tính và hai tỷ lệ."
            ),
            forms.JUSTICE_REPORT: self.tr(
                "Biểu 07a/BTP: tiếp nhận theo từng kênh, không tiếp nhận, chờ tiếp nhận, quá hạn có"
                " và chưa có thư xin lỗi, dừng, rút, thanh toán. Cột sổ không biết thì để trống."
            ),
            forms.LATENESS_REPORT: self.tr(
                "Hồ sơ quá hạn trong thời gian chọn, theo nguyên nhân, theo lĩnh vực và theo bên"
                " làm chậm; bao nhiêu hồ sơ đã có thư xin lỗi."
            ),
            forms.CERTIFIED_REPORT: self.tr(
                "Số lượt, văn bản, bản sao, trang và lệ phí chứng thực trong thời gian chọn, theo"
                " từng loại; khớp với các sổ chứng thực."
            ),
            forms.FEEDBACK_LIST: self.tr(
                "Phản ánh, kiến nghị phải xử lý trong thời gian chọn, có họ tên; việc lập sổ được"
                " ghi lại."
            ),
            forms.FEEDBACK_PUBLISHED: self.tr(
                "Kết quả đã công khai trong thời gian chọn, để niêm yết; không có tên ai."
            ),
            forms.FEEDBACK_REPORT: self.tr(
                "Biểu II.05: tiếp nhận, đã xử lý, đang xử lý, công khai trong thời gian chọn. Bộ"
                " cột lập theo cách hiểu, hãy đối chiếu với biểu của cấp trên trước khi gửi."
            ),
        }
        return words[name]


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    kept = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(everything, "")
        for words, value in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(kept), 0))
