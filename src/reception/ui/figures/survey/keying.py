"""Keying in paper sheets: code, digits, Enter, and the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.dossier import Dossier
from reception.domain.survey import digits_of
from reception.domain.survey_events import SurveyWay
from reception.services import lookup, surveys
from reception.services.desk import Desk
from reception.services.survey_editions import edition_on
from reception.ui.date_field import DateField
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import DataLabel, FormField
from reception.ui.notes import Note, Problem
from reception.ui.row_list import RowList
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField, is_plain_enter
from reception.ui.workplace import Workplace

_CODE_LETTERS, _DIGITS_LETTERS = 36, 16
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A sheet that was keyed in here: which dossier's, and its row of digits."""

    dossier_id: str
    reference: str
    digits: str


class _Line(TextField):
    """Enter hands the text on and leaves the keyboard to whoever takes it."""

    def __init__(self, tab: KeyingTab) -> None:
        super().__init__(tab)
        self._tab = tab

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the sheet."""
        if is_plain_enter(event):
            self._tab.go_on()
        else:
            super().keyPressEvent(event)


class KeyingTab(QWidget):
    """A code is looked at before its digits are asked for; what was keyed in stands below."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._dossier: Dossier | None = None
        self._mending = False
        self._busy = False
        self.day = DateField(self._today)
        self.day.set_day(self._today())
        self.code, self.digits = _Line(self), _Line(self)
        self.code.setPlaceholderText(self.tr("quét mã trên phiếu, hoặc gõ mã rồi Enter"))
        self.digits.setPlaceholderText(self.tr("mỗi câu một số"))
        self.about = DataLabel()
        self.about.setWordWrap(True)
        self.problem = Problem()
        self.keyed = RowList()
        self.keyed.setAccessibleName(self.tr("Phiếu vừa nhập"))
        self.mend_button = QPushButton(self.tr("Sửa phiếu đang chọn (Alt+&S)"))
        self.mend_button.clicked.connect(self.mend)
        self.keyed.itemActivated.connect(self.mend)
        self._lay_out()
        self.setFocusProxy(self.code)

    def begin(self) -> None:
        """The keyboard waits for a code."""
        self.code.setFocus()

    def take_code(self, code: str) -> None:
        """Look at the dossier of a scanned code."""
        if not self._busy:
            self._drop()
            self.code.set_value(code)
            self._look()

    def go_on(self) -> None:
        """Look the code up, or write the sheet down: whichever is next."""
        if self._busy:
            return
        if self._dossier is None or self.code.value() != self._dossier.reference:
            self._dossier, self._mending = None, False
            self._look()
        else:
            self._save()

    def mend(self) -> None:
        """Take a sheet that was keyed in here up again."""
        if self._busy or not self.keyed.selectedItems():
            return
        sheet: _Keyed = self.keyed.selectedItems()[0].data(Qt.ItemDataRole.UserRole)
        self._mending = True
        self._busy = True
        self._workplace.in_lane(
            partial(_found, code=sheet.reference), self._show, self._refused, owner=self
        )

    def _look(self) -> None:
        if not self.code.value():
            return
        self._busy = True
        self._workplace.in_lane(
            partial(_open_one, code=self.code.value()), self._show, self._refused, owner=self
        )

    def _show(self, dossier: Dossier) -> None:
        self._busy = False
        self._dossier = dossier
        self.problem.say("")
        self.code.set_value(dossier.reference)
        self.about.setText(dossier.intake.procedure.name)
        kept = dossier.survey if self._mending else None
        self.digits.set_value(digits_of(edition_on(kept.taken_on), kept.answers) if kept else "")
        self.digits.setFocus()
        self.digits.selectAll()

    def _save(self) -> None:
        dossier = self._dossier
        self.day.commit()
        day = self.day.day()
        if dossier is None:
            return
        if day is None:
            self.problem.say(self.tr("Chưa có ngày người dân trả lời; hãy ghi ngày."))
            self.day.setFocus()
            return
        self._busy = True
        digits = self.digits.value().replace(" ", "")
        work = partial(
            _mended if self._mending else _answered,
            sheet=_Keyed(dossier.dossier_id, dossier.reference, digits),
            day=day,
            by=self._workplace.account.login,
        )
        self._workplace.in_lane(work, self._is_kept, self._refused, owner=self)

    def _is_kept(self, sheet: _Keyed) -> None:
        self._busy = False
        self._workplace.changes.dossiers_changed.emit(frozenset({sheet.dossier_id}))
        for row in reversed(range(self.keyed.count())):
            if self.keyed.item(row).data(Qt.ItemDataRole.UserRole).dossier_id == sheet.dossier_id:
                self.keyed.takeItem(row)
        item = QListWidgetItem(f"{sheet.reference}     {' '.join(sheet.digits)}")
        item.setData(Qt.ItemDataRole.UserRole, sheet)
        self.keyed.insertItem(0, item)
        self.keyed.setCurrentRow(0)
        self._drop()
        self.code.clear()
        self.code.setFocus()

    def _refused(self, failure: Failure) -> None:
        self._busy = False
        self.problem.say(failure.text)
        held = self.code if self._dossier is None else self.digits
        held.setFocus()
        held.selectAll()

    def _drop(self) -> None:
        self._dossier, self._mending = None, False
        self.problem.say("")
        self.about.clear()
        self.digits.clear()

    def _today(self) -> date:
        return self._workplace.rules.now().date()

    def _key(self) -> str:
        """Which digit says what, question by question."""
        return "\n".join(
            f"{number}. {question.short}:  "
            + "  ·  ".join(f"{n} {choice.text}" for n, choice in enumerate(question.choices, 1))
            for number, question in enumerate(edition_on(self._today()).question, 1)
        )

    def _lay_out(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.code.setMinimumWidth(letter * _CODE_LETTERS)
        self.digits.setMinimumWidth(letter * _DIGITS_LETTERS)
        row = FlowLayout(spacing=12)
        row.addWidget(FormField(self.tr("N&gày trả lời"), self.day))
        row.addWidget(FormField(self.tr("&Mã hồ sơ"), self.code))
        row.addWidget(FormField(self.tr("&Trả lời"), self.digits))
        key = Note(self._key() + "\n" + self.tr("0 là bỏ trống. Enter: ghi và sang phiếu kế tiếp."))
        foot = QHBoxLayout()
        foot.addWidget(self.mend_button)
        foot.addStretch(1)
        inside = QWidget()
        inside.setObjectName("plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 14, 4, 4)
        column.setSpacing(10)
        column.addLayout(row)
        for part in (self.about, self.problem, key):
            column.addWidget(part)
        self.keyed.setMinimumHeight(self.keyed.height_for(_FEWEST_ROWS))
        column.addWidget(self.keyed, 1)
        column.addLayout(foot)
        area = scrolled(inside)
        area.setObjectName("plain")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


def _found(desk: Desk, *, code: str) -> Dossier:
    return lookup.show(desk, code).dossier


def _open_one(desk: Desk, *, code: str) -> Dossier:
    dossier = _found(desk, code=code)
    surveys.require_open(dossier)
    return dossier


def _answered(desk: Desk, *, sheet: _Keyed, day: date, by: str) -> _Keyed:
    surveys.answer(desk, sheet.dossier_id, sheet.digits, SurveyWay.PAPER, by=by, taken_on=day)
    return sheet


def _mended(desk: Desk, *, sheet: _Keyed, day: date, by: str) -> _Keyed:  # noqa: ARG001 - as above
    surveys.correct(desk, sheet.dossier_id, sheet.digits, by=by)
    return sheet
