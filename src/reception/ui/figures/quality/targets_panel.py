"""A year's targets beside what was reached: set, changed and taken back on the same screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.handling_report import percent_words
from reception.domain.target_words import parse_percent, room_words, target_percent
from reception.domain.targets import Actual, Progress
from reception.services import targets
from reception.services.desk import Desk
from reception.services.targets import Targets
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.figures.quality.panel import QualityPanel, YearField
from reception.ui.figures.quality.rows import Row, RowTable
from reception.ui.labels import FormField
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_LETTERS: dict[int, float] = {0: 27, 1: 10, 2: 11, 3: 22, 4: 13}
_BASIS_LETTERS = 34


class TargetsPanel(QualityPanel):
    """Ctrl+Enter sets the target of the present row."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, self.tr("Chỉ tiêu của năm"), parent)
        self._made: Targets | None = None
        self._row = ""
        self._typed: dict[tuple[int, str], tuple[str, str]] = {}
        self.year = YearField(workplace.rules.now().date())
        self.year.valueChanged.connect(self.refresh)
        heads = (
            self.tr("Chỉ tiêu"), self.tr("Đặt"), self.tr("Đạt"), self.tr("Tử số / mẫu số"),
            self.tr("Kết quả"),
        )  # fmt: skip
        table = self.table = RowTable(
            workplace.memory,
            "targets",
            heads,
            _LETTERS,
            stretching=0,
            figures=(1, 2, 3),
            first_to_go=(3, 4),
        )
        table.setAccessibleName(self.tr("Chỉ tiêu của năm"))
        self.percent, self.basis = TextField(), TextField()
        self.basis.setMinimumWidth(self.fontMetrics().averageCharWidth() * _BASIS_LETTERS)
        self.set_button = QPushButton(self.tr("Đặt chỉ tiêu (Ctrl+Enter)"))
        self.set_button.setProperty("kind", "main")
        self.set_button.clicked.connect(self.set_target)
        self.clear_button = QPushButton(self.tr("Bỏ chỉ tiêu"))
        self.clear_button.clicked.connect(self.clear_target)
        self.export_button = ExportButton(workplace, self, "chi-tieu-nam", self._out)
        self.lay_out(self.year.in_a_row(self.tr("&Năm")), table, self._inputs(), self._acts())
        self.finish = self.set_target
        table.activated.connect(self._to_percent)
        table.selectionModel().currentRowChanged.connect(self._chosen)

    def work(self) -> Callable[[Desk], Targets]:
        """Read the year."""
        return partial(targets.targets, year=self.year.value())

    def show_found(self, found: Targets) -> None:
        """Show the targets that are set, and those that could be."""
        self._keep()
        self._forget_what_is_set(found)
        self._made, self._row = found, ""
        self.table.show_rows([*map(self._line, found.progress), *map(self._unset, found.unset)])
        self._chosen()

    def show_nothing(self) -> None:
        """No targets."""
        self._made = None
        self.table.show_rows(())

    def set_target(self) -> None:
        """Set the present row's target as typed."""
        name = self.table.chosen()
        if not name:
            return
        for field in (self.percent, self.basis):
            field.commit()
        try:
            percent = parse_percent(self.percent.value())
        except RuleViolation as violation:
            self.problem.say(violation.text)
            self.percent.setFocus()
            return
        self._put(name, percent)

    def clear_target(self) -> None:
        """Take the present row's target back."""
        if name := self.table.chosen():
            self._put(name, None)

    def _out(self) -> Make:
        words = self.tr("Chỉ tiêu của năm {year}")
        return shown_rows(self.table, words.format(year=self.year.value()))

    def _to_percent(self) -> None:
        self.percent.setFocus()

    def _put(self, name: str, percent: int | None) -> None:
        self.write(
            partial(
                targets.set_target,
                year=self.year.value(),
                name=name,
                percent=percent,
                basis=self.basis.value(),
                by=self.workplace.account.login,
            )
        )

    def _chosen(self) -> None:
        """Show the present row's target, or what was typed for it and not set yet."""
        self._keep()
        name = self._row = self.table.chosen()
        progress = self._of(name)
        kept = target_percent(progress.percent) if progress else ""
        percent, basis = kept, progress.basis if progress else ""
        if self._made:
            percent, basis = self._typed.get((self._made.year, name), (percent, basis))
        self.percent.set_value(percent)
        self.basis.set_value(basis)
        self.clear_button.setEnabled(progress is not None)
        self.detail.setText(self._words(name, progress))

    def _keep(self) -> None:
        """Keep what was typed for the row that is being left."""
        progress = self._of(self._row)
        shown = (target_percent(progress.percent), progress.basis) if progress else ("", "")
        typed = (self.percent.text(), self.basis.text())
        if self._made and self._row and typed != shown:
            self._typed[self._made.year, self._row] = typed

    def _forget_what_is_set(self, found: Targets) -> None:
        for one in found.progress:
            typed = self._typed.get((found.year, one.kind.name))
            if typed and _means(typed[0], one.percent) and typed[1].strip() == one.basis:
                del self._typed[found.year, one.kind.name]

    def _of(self, name: str) -> Progress | None:
        every = self._made.progress if self._made else ()
        return next((one for one in every if one.kind.name == name), None)

    def _words(self, name: str, progress: Progress | None) -> str:
        if progress is None:
            unset = self._made.unset if self._made else ()
            found = next((one for one in unset if one.kind.name == name), None)
            if found is None:
                return ""
            advice = self.tr("Gợi ý: từ {percent} trở lên. Theo: {source}.").format(
                percent=target_percent(found.kind.usual), source=found.kind.source
            )
            return f"{self._counted(found)} {advice}"
        room = room_words(progress) if progress.share else ""
        return f"{self._counted(progress)} {room}".strip()

    def _counted(self, one: Progress | Actual) -> str:
        share = one.share
        if share is None:
            return self.tr("Chưa có số liệu: {why}.").format(why=one.unknown)
        return self.tr("Đã tính {part}/{whole} {unit}.").format(
            part=grouped(share.part), whole=grouped(share.whole), unit=share.unit
        )

    def _line(self, one: Progress) -> Row:
        standing = {True: self.tr("Đạt"), False: self.tr("Chưa đạt"), None: "–"}[one.met]
        reached = _reached(one)
        return Row((one.kind.words, target_percent(one.percent), *reached, standing), one.kind.name)

    def _unset(self, one: Actual) -> Row:
        return Row((one.kind.words, self.tr("chưa đặt"), *_reached(one), ""), one.kind.name)

    def _inputs(self) -> QWidget:
        inputs = QWidget()
        row = FlowLayout(inputs, spacing=12)
        row.addWidget(FormField(self.tr("Chỉ tiêu (&%)"), self.percent))
        row.addWidget(FormField(self.tr("Căn &cứ"), self.basis))
        return inputs

    def _acts(self) -> QWidget:
        acts = QWidget()
        row = FlowLayout(acts)
        for button in (self.set_button, self.clear_button, self.export_button):
            row.addWidget(button)
        return acts


def _reached(one: Progress | Actual) -> tuple[str, str]:
    """What was reached: its rate, and of how many."""
    share = one.share
    if share is None:
        return "–", ""
    rate = percent_words(share.rate) if share.whole else "–"
    return rate, f"{grouped(share.part)}/{grouped(share.whole)} {share.unit}"


def _means(text: str, percent: int) -> bool:
    try:
        return parse_percent(text) == percent
    except RuleViolation:
        return False
