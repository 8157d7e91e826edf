"""The inputs of one version of a procedure; limits, stages and papers in the catalogue's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.procedure import Fee, Procedure, SupplementRule
from reception.domain.procedure_words import (
    limit_words,
    papers_words,
    parse_limit,
    parse_papers,
    parse_stages,
    stages_words,
)
from reception.services.catalogue_cells import code_of, parse_whole_number
from reception.ui.completer import Choice, ChoiceCompleter, finder
from reception.ui.date_field import DateField
from reception.ui.labels import DataLabel, FormField
from reception.ui.text_fields import NotesField, TextField

T = TypeVar("T")

_LINES = {"papers": 6, "stages": 3, "legal_basis": 3, "notes": 3}


class ProcedureForm(QWidget):
    """All of a procedure that the office may write; ``changed`` tells of every edit.

    Args:
        fields: The catalogue's fields, offered while typing one.
        today: The desk's civil date.
        parent: The owning widget.
    """

    changed = Signal()

    def __init__(
        self, fields: Sequence[str], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._base: Procedure | None = None
        self.code, self.name, self.field = TextField(), TextField(), TextField()
        self.level, self.limit, self.fee = TextField(), TextField(), TextField()
        self.fee_words, self.result, self.source = TextField(), TextField(), TextField()
        self.valid_from, self.valid_until = DateField(today), DateField(today)
        self.stages, self.papers = NotesField(), NotesField()
        self.legal_basis, self.notes = NotesField(), NotesField()
        self.order, self.supplement = QComboBox(), QComboBox()
        self.order.addItem(self.tr("nối tiếp"), False)  # noqa: FBT003 - the item's own value
        self.order.addItem(self.tr("song song"), True)  # noqa: FBT003 - the item's own value
        self.supplement.addItem(self.tr("tính lại từ đầu"), SupplementRule.RESTART)
        self.supplement.addItem(self.tr("tạm dừng"), SupplementRule.PAUSE)
        known = finder([Choice(name, name) for name in fields])
        completer = ChoiceCompleter(self.field, known)
        completer.chosen.connect(self._take_field)
        self._forms: dict[str, FormField] = {}
        self._lay_out()
        self._watch()

    def show_procedure(self, procedure: Procedure, *, is_new: bool) -> None:
        """Fill the form; a known procedure's code stays as it is."""
        self._base = procedure
        self.code.set_value(procedure.code)
        self.code.setReadOnly(not is_new)
        self.name.set_value(procedure.name)
        self.field.set_value(procedure.field)
        self.level.set_value(procedure.level)
        self.limit.set_value(limit_words(procedure.limit))
        self.valid_from.set_day(procedure.valid_from)
        self.valid_until.set_day(procedure.valid_until)
        self.stages.set_value(stages_words(procedure.stages).replace("; ", "\n"))
        self.order.setCurrentIndex(self.order.findData(procedure.parallel))
        self.papers.set_value(papers_words(procedure.papers).replace("; ", "\n"))
        amount = procedure.fee.amount_vnd
        self.fee.set_value("" if amount is None else str(amount))
        self.fee_words.set_value(procedure.fee.words)
        self.result.set_value(procedure.result)
        self.legal_basis.set_value(procedure.legal_basis)
        self.supplement.setCurrentIndex(self.supplement.findData(procedure.supplement_rule))
        self.source.set_value(procedure.source)
        self.notes.set_value(procedure.notes)
        self.clear_problems()

    def procedure(self) -> Procedure:
        """What the form says, as the office's own version.

        Raises:
            RuleViolation: A field cannot be so; ``field`` names it.
        """
        if self._base is None:
            raise RuleViolation("no-procedure", self.tr("Hãy chọn một thủ tục để sửa."))
        fee = self.fee.value()
        written = replace(
            self._base,
            code=_read("code", code_of, self.code.value()),
            name=self._needed("name", self.name),
            field=self.field.value(),
            level=self.level.value(),
            limit=_read("limit", parse_limit, self.limit.value()) if self.limit.value() else None,
            valid_from=self._first_day(),
            valid_until=self._day("valid_until", self.valid_until),
            stages=_read("stages", parse_stages, self.stages.value()),
            parallel=bool(self.order.currentData()),
            papers=_read("papers", parse_papers, self.papers.value()),
            fee=Fee(_read("fee", parse_whole_number, fee) if fee else None, self.fee_words.value()),
            result=self.result.value(),
            legal_basis=self.legal_basis.value(),
            supplement_rule=SupplementRule(self.supplement.currentData()),
            source=self.source.value(),
            notes=self.notes.value(),
        )
        if written.valid_until and written.valid_until <= written.valid_from:
            raise RuleViolation(
                "impossible-span",
                self.tr("Ngày thôi áp dụng phải sau ngày bắt đầu; hãy sửa một trong hai."),
                field="valid_until",
            )
        return written

    def show_problem(self, violation: RuleViolation) -> bool:
        """Show a rule's sentence beside its field; ``False`` when it belongs to none."""
        shown = self._forms.get(violation.field or "")
        if shown is None:
            return False
        shown.show_problem(violation.text[:1].upper() + violation.text[1:])
        shown.editor.setFocus()
        return True

    def clear_problems(self) -> None:
        """Take all sentences away before the form is read again."""
        for form in self._forms.values():
            if not isinstance(form.editor, DateField):
                form.show_problem("")

    def set_locked(self, *, locked: bool) -> None:
        """Let the form be read only, for those who may not change the catalogue."""
        for form in self._forms.values():
            form.editor.setEnabled(not locked)

    def changeEvent(self, event: QEvent) -> None:
        """Heights follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_forms"):
            self._set_heights()

    def _take_field(self, choice: Choice) -> None:
        self.field.set_value(choice.text)
        self.changed.emit()

    def _needed(self, name: str, editor: TextField) -> str:
        text = editor.value()
        if not text:
            raise RuleViolation("missing", self.tr("Ô này còn trống; hãy ghi vào."), field=name)
        return text

    def _first_day(self) -> date:
        day = self._day("valid_from", self.valid_from)
        if day is None:
            raise RuleViolation(
                "missing", self.tr("Hãy ghi ngày bắt đầu áp dụng."), field="valid_from"
            )
        return day

    def _day(self, name: str, editor: DateField) -> date | None:
        _text, problem = editor.settled(editor.text())
        if problem:
            raise RuleViolation("impossible-date", problem, field=name)
        return editor.day()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places: tuple[tuple[str, str, QWidget, bool], ...] = (
            ("name", self.tr("Tên thủ tục"), self.name, True),
            ("code", self.tr("Mã thủ tục"), self.code, True),
            ("field", self.tr("Lĩnh vực"), self.field, False),
            ("limit", self.tr("Thời hạn, giờ chốt"), self.limit, False),
            ("valid_from", self.tr("Áp dụng từ ngày"), self.valid_from, True),
            ("valid_until", self.tr("Thôi áp dụng từ ngày"), self.valid_until, False),
            ("stages", self.tr("Các bước"), self.stages, False),
            ("papers", self.tr("Thành phần hồ sơ"), self.papers, False),
            ("order", self.tr("Thứ tự các bước"), self.order, False),
            ("level", self.tr("Cấp thực hiện"), self.level, False),
            ("fee", self.tr("Phí, lệ phí (đồng)"), self.fee, False),
            ("fee_words", self.tr("Cách tính phí"), self.fee_words, False),
            ("result", self.tr("Kết quả"), self.result, False),
            ("supplement_rule", self.tr("Khi bổ sung hồ sơ"), self.supplement, False),
            ("legal_basis", self.tr("Căn cứ pháp lý"), self.legal_basis, False),
            ("notes", self.tr("Ghi chú"), self.notes, False),
            ("source", self.tr("Nguồn"), self.source, False),
        )
        wide = {"name", "limit", "stages", "papers", "source"}
        row, column = 0, 0
        for name, words, editor, required in places:
            self._forms[name] = FormField(words, editor, required=required)
            span = 2 if name in wide else 1
            if column + span > 2:
                row, column = row + 1, 0
            grid.addWidget(self._with_sample(name), row, column, 1, span)
            column += span
        self._set_heights()

    def _with_sample(self, name: str) -> QWidget:
        form = self._forms[name]
        samples = {
            "limit": self.tr(
                "Ví dụ: 5 ngày làm việc; 15 ngày; trong ngày làm việc, chốt 15:00."
                " Để trống nếu không quy định hoặc chỉ tính theo bước."
            ),
            "stages": self.tr("Mỗi bước một dòng. Ví dụ: UBND xã: 5 ngày làm việc"),
            "papers": self.tr(
                "Mỗi giấy tờ một dòng. Ví dụ: Tờ khai [1 bản chính, 1 bản sao, nếu có]"
            ),
        }
        if name not in samples:
            return form
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        sample = DataLabel(samples[name])
        sample.setObjectName("muted")
        sample.setWordWrap(True)
        layout.addWidget(form)
        layout.addWidget(sample)
        return both

    def _set_heights(self) -> None:
        height = self.fontMetrics().lineSpacing()
        for name in _LINES.keys() & self._forms.keys():
            lines = _LINES[name]
            self._forms[name].editor.setFixedHeight(height * lines + 24)

    def _watch(self) -> None:
        for form in self._forms.values():
            editor = form.editor
            if isinstance(editor, TextField):
                editor.textEdited.connect(self.changed)
                editor.committed.connect(self.changed)
            elif isinstance(editor, NotesField):
                editor.textChanged.connect(self.changed)
            elif isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(self.changed)


def _read(name: str, parse: Callable[[str], T], text: str) -> T:
    """A parsed field; a violation names it."""
    try:
        return parse(text)
    except RuleViolation as violation:
        raise RuleViolation(violation.code, violation.text, field=name) from None
