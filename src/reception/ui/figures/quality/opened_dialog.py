"""What an index is made of: its numerator's dossiers or procedures, or the rest of its whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.list_frame import Period
from reception.services import indicators
from reception.services.desk import Desk
from reception.services.indicators import Opened
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.figures.quality.rows import Row, RowTable
from reception.ui.intake.inputs import Pick
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.notes import Problem
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_PART, _REST = "part", "rest"
_LETTERS: dict[int, float] = {0: 26, 1: 30}
_WIDTH_LETTERS, _HEIGHT_LINES = 92, 26


class OpenedDialog(QDialog):
    """A list of codes; Enter opens the dossier of the present one."""

    def __init__(
        self, workplace: Workplace, period: Period, code: str, title: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Chỉ số {code}").format(code=code))
        self._workplace, self._period, self._code = workplace, period, code
        self._dossiers: dict[str, str] = {}
        self.which = Pick(
            (
                (_PART, self.tr("Tử số: được tính")),
                (_REST, self.tr("Phần còn lại của mẫu số")),
            )
        )
        self.table = RowTable(
            workplace.memory, "opened-index", (self.tr("Mã"), self.tr("Thủ tục")), _LETTERS,
            stretching=1,
        )  # fmt: skip
        self.table.setAccessibleName(title)
        self.count = DataLabel()
        self.count.setObjectName("muted")
        self.problem = Problem()
        self.open_button = QPushButton(self.tr("Mở hồ sơ (Enter)"))
        self.open_button.setAutoDefault(False)
        self.export_button = ExportButton(workplace, self, f"chi-so-{code}", self._out)
        self.export_button.setAutoDefault(False)
        self._lay_out(title)
        self.open_button.clicked.connect(self.open_dossier)
        self.table.activated.connect(self.open_dossier)
        self.which.currentIndexChanged.connect(self.read)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH_LETTERS, metrics.height() * _HEIGHT_LINES)
        self.table.setFocus()
        self.read()

    def read(self) -> None:
        """List what is asked for."""
        rest = self.which.value() == _REST
        self._workplace.in_lane(
            partial(_opened, period=self._period, code=self._code, rest=rest),
            self._show,
            self._failed,
            owner=self,
        )

    def open_dossier(self) -> None:
        """Open the dossier of the present row and leave the list."""
        if dossier_id := self._dossiers.get(self.table.chosen()):
            self.accept()
            self._workplace.ways.dossier_wanted.emit(dossier_id)

    def _out(self) -> Make:
        return shown_rows(self.table, self.which.currentText())

    def _show(self, found: list[Opened]) -> None:
        self.problem.say("")
        self._dossiers = {one.code: one.dossier_id for one in found if one.dossier_id}
        self.table.show_rows([Row((one.code, one.words), one.code) for one in found])
        self.open_button.setEnabled(bool(self._dossiers))
        self.count.setText(self.tr("Tất cả {count}").format(count=grouped(len(found))))

    def _failed(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _lay_out(self, title: str) -> None:
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.export_button)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        heading = Heading(title, level=2)
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(FormField(self.tr("Xe&m"), self.which))
        column.addWidget(self.problem)
        column.addWidget(self.table, 1)
        column.addLayout(row)


def _opened(desk: Desk, *, period: Period, code: str, rest: bool) -> list[Opened]:
    return indicators.opened(desk, period, code, rest=rest)
