"""One procedure of the catalogue: its form, and all its versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.procedure import CONFIDENCE_WORDS, Procedure
from reception.domain.text import fold
from reception.services import catalogue
from reception.ui.catalogue.procedure_form import ProcedureForm
from reception.ui.catalogue.procedure_table import limits_words, version_words
from reception.ui.dossiers.card import Card
from reception.ui.labels import DataLabel, Heading
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

ORIGIN = "sửa trong chương trình"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProcedureEditor(QWidget):
    """Edits a procedure into a new version; dossiers already received keep theirs.

    ``saved`` carries the code; ``left`` asks for the list.
    """

    saved = Signal(str)
    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._edited = False
        self.heading = Heading()
        self.problem = DataLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        rules = workplace.rules
        fields = sorted({p.field for p in rules.procedures if p.field}, key=fold)
        self.form = ProcedureForm(fields, today=lambda: rules.now().date())
        self.form.changed.connect(self._note_edit)
        self.versions = Card(self.tr("Các phiên bản"))
        self.save_button = QPushButton(self.tr("Lưu phiên bản mới (Ctrl+Enter)"))
        self.save_button.setProperty("kind", "main")
        self.save_button.clicked.connect(self.save)
        self.back_button = QPushButton(self.tr("Quay lại (Esc)"))
        self.back_button.clicked.connect(self.leave)
        self._lay_out()

    def open(self, procedure: Procedure, *, is_new: bool = False) -> None:
        """Begin with a version, as it would rule from today on."""
        self._is_new = is_new
        today = self._workplace.rules.now().date()
        self.form.show_procedure(replace(procedure, valid_from=today), is_new=is_new)
        self.heading.setText(
            self.tr("Thủ tục mới")
            if is_new
            else self.tr("Thủ tục {code}").format(code=procedure.code)
        )
        self._show_versions(self._versions_of(procedure.code))
        refusal = self._refusal()
        self._say(refusal)
        self.form.set_locked(locked=bool(refusal))
        self._set_edited(edited=False)
        self.body.verticalScrollBar().setValue(0)
        self.form.name.setFocus()

    def save(self) -> None:
        """Write the new version, or show what is wrong beside its field."""
        if not self._edited:
            return
        self.form.clear_problems()
        self._say("")
        try:
            written = replace(self.form.procedure(), version=0, confidence="office")
        except RuleViolation as violation:
            self._fail(violation)
            return
        if self._is_new and self._versions_of(written.code):
            self._fail(
                RuleViolation(
                    "code-taken",
                    self.tr("Mã này đã có trong danh mục; hãy mở thủ tục đó để sửa."),
                    field="code",
                )
            )
            return
        self._warn_of_total(written)
        self._workplace.in_lane(
            partial(
                catalogue.revise, procedures=[written], origin=ORIGIN, by=self._workplace.account
            ),
            self._written,
            self._fail,
            owner=self,
        )

    def leave(self) -> None:
        """Go back to the list; what was edited is given up only when the clerk says so."""
        if self._edited and not self._workplace.messages.ask(
            self.tr("Những gì vừa sửa chưa được lưu. Bỏ thay đổi?"),
            self.tr("Bỏ thay đổi"),
            keep=self.tr("Sửa tiếp"),
            irreversible=True,
        ):
            return
        self._set_edited(edited=False)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc goes back."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _ENTER:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inner = QWidget()
        content = QBoxLayout(QBoxLayout.Direction.TopToBottom, inner)
        content.setContentsMargins(0, 0, 8, 8)
        content.addWidget(self.form)
        self._versions_place = QVBoxLayout()
        content.addLayout(self._versions_place)
        content.addStretch(1)
        self.body = scrolled(inner)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.addWidget(self.heading)
        layout.addWidget(self.problem)
        layout.addWidget(self.body, 1)
        layout.addLayout(buttons)

    def _show_versions(self, versions: Sequence[Procedure]) -> None:
        self.versions.deleteLater()
        self.versions = Card(self.tr("Các phiên bản"))
        ruling = self._ruling_version(versions)
        for version in versions:
            parts = [limits_words(version)]
            parts.append(CONFIDENCE_WORDS.get(version.confidence, version.confidence))
            if version.version == ruling:
                parts.append(self.tr("đang áp dụng"))
            self.versions.add_fact(version_words(version), "  ·  ".join(filter(None, parts)))
        self.versions.setVisible(bool(versions))
        self._versions_place.addWidget(self.versions)

    def _ruling_version(self, versions: Sequence[Procedure]) -> int:
        rules = self._workplace.rules
        try:
            return rules.procedure(versions[0].code, rules.now().date()).version if versions else 0
        except RuleViolation:
            return 0  # none of them rules today

    def _versions_of(self, code: str) -> list[Procedure]:
        known = [p for p in self._workplace.rules.procedures if p.code == code]
        return sorted(known, key=lambda procedure: procedure.version, reverse=True)

    def _refusal(self) -> str:
        try:
            self._workplace.account.require(Right.EDIT_CATALOGUE)
        except RuleViolation as violation:
            return violation.text
        return ""

    def _warn_of_total(self, written: Procedure) -> None:
        total = written.stages_total()
        if written.limit and total not in {None, written.limit.value}:
            self._workplace.messages.tell(
                self.tr("Các bước cộng lại khác thời hạn chung; hãy kiểm tra lại.")
            )

    def _written(self, versions: list[Procedure]) -> None:
        self._set_edited(edited=False)
        self._workplace.rules.reload()
        self._workplace.changes.catalogue_changed.emit()
        self._workplace.messages.toast(
            self.tr("Đã lưu phiên bản {version} của thủ tục {code}.").format(
                version=versions[0].version, code=versions[0].code
            )
        )
        self.saved.emit(versions[0].code)

    def _fail(self, failure: Failure) -> None:
        if not (isinstance(failure, RuleViolation) and self.form.show_problem(failure)):
            self._say(failure.text)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _note_edit(self) -> None:
        self._set_edited(edited=True)

    def _set_edited(self, *, edited: bool) -> None:
        self._edited = edited
        self.save_button.setEnabled(edited)
