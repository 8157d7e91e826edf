"""Receipts printed in advance for days without power: how many there are, and more of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from reception.domain.errors import RuleViolation
from reception.services import blanks
from reception.ui.labels import DataLabel, FormField
from reception.ui.notes import Note
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure
from reception.ui.text_fields import CodeField
from reception.ui.workplace import Workplace

_USUAL_COUNT = "20"
_LONGEST_COUNT = 6
_PAPERS = ("A5", "A4")


class BlanksSection(Section):
    """The numbers are on disk before a sheet is drawn, so that none is ever given twice."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "blanks",
            QCoreApplication.translate(
                "BlanksSection",
                "Giấy hẹn để trống, mỗi tờ một số, để nhận hồ sơ khi mất điện. Có điện lại thì"
                " quét mã trên giấy ở bất kỳ màn hình nào, hoặc khi tiếp nhận mở “Thêm thông tin"
                " khác” và gõ số, để nhập hồ sơ với đúng giờ đã nhận.",
            ),
        )
        self._workplace = workplace
        self.unused = DataLabel()
        self.unused.setWordWrap(True)
        self.count = CodeField()
        self.count.setText(_USUAL_COUNT)
        self.paper = QComboBox()
        for size in _PAPERS:
            self.paper.addItem(self.tr("Khổ {size}").format(size=size), size)
        self.copies = QComboBox()
        self.copies.addItem(self.tr("1 bản"), 1)
        self.copies.addItem(self.tr("2 bản (một bản lưu)"), 2)
        self.copies.setCurrentIndex(1)  # the office keys in from its own copy
        self._count_field = FormField(self.tr("In &thêm bao nhiêu số"), self.count)
        self.column.addWidget(self.unused)
        self.column.addLayout(self._choices())
        self.start = self.add_button(self.tr("&In giấy in sẵn"))
        self.start.clicked.connect(self._reserve)
        self.setFocusProxy(self.count)
        if not allowed:
            self.allowed = False
            self.body.setEnabled(False)
            self.column.insertWidget(
                0, Note(self.tr("Chỉ người tiếp nhận hồ sơ in được; hãy nhờ họ đăng nhập."))
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew whenever the section comes into sight."""
        super().showEvent(event)
        self._read()

    def _choices(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(12)
        for part in (
            self._count_field,
            FormField(self.tr("&Khổ giấy"), self.paper),
            FormField(self.tr("&Số bản mỗi số"), self.copies),
        ):
            # At the top: what is wrong with one must not push its neighbours down.
            across.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        return across

    def _read(self) -> None:
        self._workplace.in_lane(blanks.unused, self._show, owner=self)

    def _show(self, numbers: list[str]) -> None:
        self.unused.setText(
            self.tr("Đã in, chưa nhập vào sổ: {count} số ({numbers}).").format(
                count=len(numbers), numbers=blanks.numbers_words(numbers)
            )
            if numbers
            else self.tr("Không có giấy in sẵn nào chưa nhập vào sổ.")
        )

    def _reserve(self) -> None:
        typed = self.count.value()
        # Whatever is no number of sheets is refused by the rule, in its words.
        count = int(typed) if typed.isdecimal() and len(typed) < _LONGEST_COUNT else 0
        self._count_field.show_problem("")
        self.start.setEnabled(False)
        self._workplace.tasks.run(
            partial(
                blanks.reserve, self._workplace.desk, count, by=self._workplace.account.login
            ),
            self._print,
            self._refused,
            on_ended=partial(self.start.setEnabled, True),  # noqa: FBT003 - Qt's own signature
            owner=self,
        )  # fmt: skip

    def _print(self, numbers: tuple[str, ...]) -> None:
        from reception.ui.settings.blank_printing import put_on_paper  # heavy to load

        self._read()
        put_on_paper(
            self._workplace,
            self.window(),
            numbers,
            paper=self.paper.currentData(),
            copies=self.copies.currentData(),
        )

    def _refused(self, failure: Failure) -> None:
        if isinstance(failure, RuleViolation):
            self._count_field.show_problem(failure.text)
            self.count.setFocus()
        else:
            self._workplace.messages.fail(failure)
