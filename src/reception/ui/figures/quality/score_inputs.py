"""What is typed for one criterion: its points, one more proof, a note; kept until it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.self_score import (
    EVIDENCE_WORDS,
    Evidence,
    EvidenceKind,
    parse_points,
    points_words,
)
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.intake.inputs import Pick
from reception.ui.labels import FormField
from reception.ui.notes import Problem
from reception.ui.text_fields import TextField

_POINTS_LETTERS, _PROOF_LETTERS, _NOTE_LETTERS = 8, 30, 20


@dataclass(frozen=True, slots=True)
class Scored:
    """What was typed: points in hundredths, or none to take them back."""

    points: int | None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Typed:
    points: str = ""
    kind: str = EvidenceKind.TEXT.value
    proof: str = ""
    note: str = ""


class ScoreInputs(QWidget):
    """What is typed for a criterion comes back with it until it is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points, self.proof, self.note = TextField(), TextField(), TextField()
        letter = self.fontMetrics().averageCharWidth()
        for field, letters in (
            (self.points, _POINTS_LETTERS),
            (self.proof, _PROOF_LETTERS),
            (self.note, _NOTE_LETTERS),
        ):
            field.setMinimumWidth(letter * letters)
        self.kind = Pick([(kind.value, EVIDENCE_WORDS[kind].capitalize()) for kind in EvidenceKind])
        self.file_button = QPushButton(self.tr("Chọn tệp minh chứng…"))
        self.file_button.clicked.connect(self._choose_file)
        self._key = ""
        self._shown = _Typed()
        self._typed: dict[str, _Typed] = {}
        row = FlowLayout(self, spacing=12)
        row.addWidget(FormField(self.tr("Điể&m"), self.points))
        row.addWidget(FormField(self.tr("&Loại"), self.kind))
        row.addWidget(FormField(self.tr("Minh chứng t&hêm"), self.proof))
        row.addWidget(FormField(self.tr("&Ghi chú"), self.note))

    def show_criterion(self, key: str, points: str, note: str) -> None:
        """Show a criterion as it is, or as it was typed and not written yet."""
        self.leave()
        self._key = key
        self._shown = _Typed(points=points, note=note)
        self._put(self._typed.get(key, self._shown))
        for part in (self, self.file_button):
            part.setEnabled(bool(key))

    def leave(self) -> None:
        """Keep what was typed for the present criterion."""
        typed = self._as_typed()
        if self._key and typed != self._shown:
            self._typed[self._key] = typed
        self._key = ""

    def forget(self, key: str) -> None:
        """What was typed for a criterion is written."""
        self._typed.pop(key, None)
        if key == self._key:
            self._key = ""

    def propose(self, points: int, proof: Evidence) -> None:
        """Fill in the points that a figure gives, with the figure."""
        self._put(_Typed(points_words(points), proof.kind.value, proof.text, self.note.text()))
        self.points.setFocus()

    def scored(self, problem: Problem) -> Scored | None:
        """What was typed; ``None`` when it is no number of points, which is told."""
        for field in (self.points, self.proof, self.note):
            field.commit()
        try:
            points = parse_points(self.points.value())
        except RuleViolation as violation:
            problem.say(violation.text)
            self.points.setFocus()
            return None
        proof = Evidence(EvidenceKind(self.kind.value()), self.proof.value())
        return Scored(points, (proof,) if proof.text else (), self.note.value())

    def _as_typed(self) -> _Typed:
        return _Typed(self.points.text(), self.kind.value(), self.proof.text(), self.note.text())

    def _put(self, typed: _Typed) -> None:
        self.points.set_value(typed.points)
        self.kind.set_value(typed.kind)
        self.proof.set_value(typed.proof)
        self.note.set_value(typed.note)

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp minh chứng"))
        if chosen:
            self.kind.set_value(EvidenceKind.FILE.value)
            self.proof.set_value(str(Path(chosen)))


def ask_sheet(parent: QWidget) -> Path | None:
    """Ask for the file of a sheet of criteria."""
    title = QCoreApplication.translate("SelfScorePanel", "Nhập bảng tiêu chí")
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, "", "Excel, CSV (*.xlsx *.csv)")
    return Path(chosen) if chosen else None
