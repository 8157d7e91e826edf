"""The office's score of its own reform: points with their proof for each criterion."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from reception.domain.paper import Paper
from reception.domain.quality_papers import evidence_words, points_of
from reception.domain.self_score import Criterion, Evidence, points_words
from reception.services import self_score
from reception.services.desk import Desk
from reception.services.self_score import SelfScore
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.figures.quality.panel import SheetPanel, YearField
from reception.ui.figures.quality.rows import Row, RowTable
from reception.ui.figures.quality.score_inputs import Scored, ScoreInputs, ask_sheet
from reception.ui.figures.sheets import Sheet
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_LETTERS: dict[int, float] = {0: 8, 1: 30, 2: 11, 3: 11, 4: 22}


class SelfScorePanel(SheetPanel):
    """Ctrl+Enter writes the points of the present criterion; F6 takes what the program counted."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, self.tr("Tự chấm điểm cải cách hành chính"), parent)
        self._made: SelfScore | None = None
        self._writing = ""
        self.year = YearField(workplace.rules.now().date())
        self.year.valueChanged.connect(self.refresh)
        heads = (
            self.tr("Mã"), self.tr("Tiêu chí"), self.tr("Tối đa"), self.tr("Tự chấm"),
            self.tr("Minh chứng"),
        )  # fmt: skip
        table = self.table = RowTable(
            workplace.memory, "self-score", heads, _LETTERS, stretching=1, figures=(2, 3),
            first_to_go=(4,),
        )  # fmt: skip
        table.setAccessibleName(self.tr("Tự chấm điểm cải cách hành chính"))
        self.inputs = ScoreInputs()
        self.give_button = self._button(self.tr("Ghi điểm (Ctrl+Enter)"), self.give)
        self.give_button.setProperty("kind", "main")
        self.propose_button = self._button(self.tr("Lấy theo số liệu (F6)"), self.propose)
        self.clear_button = self._button(self.tr("Bỏ điểm"), self.clear)
        self.import_button = self._button(self.tr("Nhập bảng tiêu chí…"), self.import_sheet)
        self.example_button = self._button(self.tr("Dùng bảng ví dụ"), self.take_example)
        year = self.year.in_a_row(self.tr("&Năm"), self.import_button, self.example_button)
        self.lay_out(year, table, self.inputs, self._acts())
        self.finish = self.give
        self.key_acts[Qt.Key.Key_F6] = self.propose
        table.activated.connect(self._to_points)
        table.selectionModel().currentRowChanged.connect(self._chosen)

    def work(self) -> Callable[[Desk], SelfScore]:
        """Read the year."""
        return partial(self_score.self_score, year=self.year.value())

    def show_found(self, found: SelfScore) -> None:
        """Show the sheet, part by part."""
        self.inputs.forget(self._writing)
        self.inputs.leave()
        self._writing, self._made = "", found
        self.table.show_rows(self._rows(found))
        self._chosen()

    def show_nothing(self) -> None:
        """No sheet yet."""
        self.inputs.leave()
        self._made = None
        self.table.show_rows(())
        self._chosen()

    def not_written(self, failure: Failure) -> None:
        """What was typed stays."""
        self._writing = ""
        super().not_written(failure)

    def _rows(self, found: SelfScore) -> list[Row]:
        rows: list[Row] = []
        for total in found.totals:
            told = f"{points_words(total.points)} / {points_words(total.most)}"
            heading = self.tr("Phần {code}. {name}: {points} điểm")
            words = heading.format(code=total.part.code, name=total.part.name, points=told)
            rows.append(Row((words,)))
            mine = [one for one in found.criteria if one.part == total.part.code]
            rows += [self._line(found, one) for one in mine]
        return rows

    def give(self) -> None:
        """Write down what was typed for the present criterion."""
        code = self.table.chosen()
        scored = self.inputs.scored(self.problem) if self._made and code else None
        if self._made and scored:
            self._write(code, scored)

    def clear(self) -> None:
        """Take the points of the present criterion back, with their proof."""
        if self._made and (code := self.table.chosen()):
            self._write(code, Scored(None))

    def propose(self) -> None:
        """Fill in the points that the program's own figures give."""
        if self._made and (code := self.table.chosen()):
            self.problem.say("")
            self.workplace.in_lane(
                partial(self_score.proposed, year=self._made.year, criterion=code),
                partial(self._proposed, code),
                self._say,
                owner=self,
            )

    def import_sheet(self) -> None:
        """Take a year's criteria from a file that the office chooses."""
        if file := ask_sheet(self):
            self._take(file)

    def take_example(self) -> None:
        """Take the shipped example, to try it."""
        self._take(None)

    def sheet(self) -> Sheet:
        """The year's sheet."""
        year, by = self.year.value(), self.workplace.account.login

        def paper(desk: Desk) -> Paper:
            return self_score.paper(desk, self_score.self_score(desk, year), by=by)

        def workbook(desk: Desk, file: Path) -> None:
            self_score.save_workbook(desk, self_score.self_score(desk, year), file)

        return Sheet(paper, workbook, f"tu-cham-diem-{year}")

    def _take(self, file: Path | None) -> None:
        by = self.workplace.account.login
        self.write(partial(self_score.set_sheet, year=self.year.value(), file=file, by=by))

    def _write(self, code: str, scored: Scored) -> None:
        made = self._made
        if made is None:
            return
        given = made.given.get(code)
        self._writing = _key(made, code)
        self.write(
            partial(
                self_score.give,
                year=made.year,
                criterion=code,
                points=scored.points,
                kept=given.evidence if given and scored.points is not None else (),
                evidence=scored.evidence,
                note=scored.note,
                by=self.workplace.account.login,
            )
        )

    def _proposed(self, code: str, found: tuple[int, Evidence]) -> None:
        if code == self.table.chosen():
            self.inputs.propose(*found)

    def _to_points(self) -> None:
        self.inputs.points.setFocus()

    def _say(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _chosen(self) -> None:
        made, code = self._made, self.table.chosen()
        given = made.given.get(code) if made else None
        key = _key(made, code) if made and code else ""
        self.inputs.show_criterion(key, points_of(given), given.note if given else "")
        line = made.criterion(code) if made and code else None
        self.propose_button.setEnabled(bool(line and line.figure))
        for button in (self.give_button, self.clear_button):
            button.setEnabled(line is not None)
        self.example_button.setVisible(made is None)
        self.buttons.setEnabled(made is not None)
        self.detail.setText(self._words(made))

    def _words(self, made: SelfScore | None) -> str:
        if made is None:
            return ""
        parts = " + ".join(f"{points_words(one.points)}/{one.part.points}" for one in made.totals)
        told = self.tr("Tổng điểm: {parts} = {points}").format(
            parts=parts, points=points_words(made.points)
        )
        if made.band:
            told += self.tr(", xếp loại {band}").format(band=made.band.name)
        if made.lacking:
            told += self.tr("; còn {count} tiêu chí chưa chấm").format(count=made.lacking)
        return told + self.tr(". Bảng tiêu chí: {origin}.").format(origin=made.origin)

    def _line(self, made: SelfScore, one: Criterion) -> Row:
        given = made.given.get(one.code)
        most, points = points_words(one.most), points_of(given)
        return Row((one.code, one.name, most, points, evidence_words(given)), one.code)

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(act)
        return button

    def _acts(self) -> QWidget:
        acts = QWidget()
        row = FlowLayout(acts)
        own = (self.give_button, self.propose_button, self.clear_button)
        for button in (*own, self.inputs.file_button):
            row.addWidget(button)
        return acts


def _key(made: SelfScore, code: str) -> str:
    return f"{made.year} {code}"
