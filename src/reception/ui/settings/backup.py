"""A copy of the register, proved whole, made while others go on working."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QProgressBar

from reception.services.desk import Desk
from reception.ui.labels import Heading
from reception.ui.notes import Note
from reception.ui.settings.second_place import SecondPlace
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure, Lane
from reception.ui.workplace import Workplace


class BackupSection(Section):
    """The second place, and one button for a copy by hand; the result is one sentence."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "backup",
            QCoreApplication.translate(
                "BackupSection",
                "Chép cả sổ hồ sơ ra nơi khác rồi mở bản chép ra kiểm tra. Vẫn tiếp nhận được trong"
                " lúc sao lưu.",
            ),
            allowed=allowed,
        )
        self._workplace = workplace
        self.second_place = SecondPlace(workplace)
        self.column.addWidget(self.second_place)
        self.column.addWidget(Heading(self.tr("Sao lưu ra một tệp"), 2))
        self.start = self.add_button(self.tr("&Sao lưu bây giờ…"))
        self.start.clicked.connect(self._ask)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.result = Note()
        self.column.addWidget(self.bar)
        self.column.addWidget(self.result)
        self.setFocusProxy(self.second_place)

    def back_up(self, target: Path) -> None:
        """Copy the register to a file."""
        self.problem.say("")
        self.result.setText(self.tr("Đang sao lưu và kiểm tra bản chép…"))
        self.bar.show()
        self.start.setEnabled(False)
        # Not in the register's lane, nor the printer's: a large copy must not hold up a citizen.
        self._workplace.tasks.run(
            partial(_copy, self._workplace.desk, target),
            partial(self._done, target),
            self._failed,
            on_ended=self._ended,
            lane=Lane.COPIES,
            owner=self,
        )

    def _ask(self) -> None:
        name = f"reception-{self._workplace.rules.now():%Y%m%d-%H%M}.db"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Sao lưu vào tệp"), str(Path.home() / name), self.tr("Sổ hồ sơ (*.db)")
        )
        if chosen:
            self.back_up(Path(chosen))

    def _done(self, target: Path, events: int) -> None:
        self.result.setText(
            self.tr("Đã sao lưu lúc {time} vào {file}: {events} sự kiện, bản chép nguyên vẹn.")
            .format(
                time=f"{self._workplace.rules.now():%H:%M}", file=target, events=events
            )
        )  # fmt: skip

    def _failed(self, failure: Failure) -> None:
        self.result.setText("")
        self.problem.say(failure.text)

    def _ended(self) -> None:
        self.bar.hide()
        self.start.setEnabled(True)


def _copy(desk: Desk, target: Path) -> int:
    from reception.services import safekeeping  # cryptography is slow to load

    with closing(desk.another()) as own:
        return safekeeping.backup(own, target)
