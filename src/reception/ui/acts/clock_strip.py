"""The due moment that holds and the one that would, side by side, before anything is done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from reception.domain.calendar import WorkingCalendar
from reception.domain.dossier import Dossier
from reception.domain.due_words import weekday_date
from reception.domain.moments import hour_words
from reception.services.rehearsal import Outlook
from reception.ui.labels import DataLabel, Heading


class ClockStrip(QFrame):
    """Present and new due moment, how far apart they are, and why."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._dossier = dossier
        self.now = DataLabel()
        self.then = Heading(level=2)
        self.why = DataLabel()
        self.why.setObjectName("muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._names = (
            DataLabel(self.tr("Hạn hiện nay")),
            DataLabel(self.tr("Sau việc này")),
        )
        for row, (name, label) in enumerate(zip(self._names, (self.now, self.then), strict=True)):
            name.setObjectName("muted")
            grid.addWidget(name, row, 0)
            grid.addWidget(label, row, 1)
        for label in (self.now, self.then, self.why):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.why)
        self.now.setText(_moment(dossier.due_at))
        self.show_unknown("")

    def show_outlook(self, outlook: Outlook, calendar: WorkingCalendar, why: str = "") -> None:
        """Show where the due moment goes."""
        before, after = outlook.before.due_at, outlook.after.due_at
        if outlook.after.apology and not outlook.before.apology:
            after = outlook.after.target_at
            # An apology gives a second appointment; the due moment stays.
            for name, words in zip(
                self._names, (self.tr("Hạn gốc, giữ nguyên"), self.tr("Hẹn lại")), strict=True
            ):
                name.setText(words)
        self.then.setText(_moment(after))
        moved = self._moved(calendar, before, after)
        self._say("  ".join(filter(None, (moved, why or outlook.why))))

    def show_unknown(self, why: str) -> None:
        """Say why no moment can be told yet; without a reason it waits for the fields."""
        self.then.setText("–")
        self._say(why or self.tr("Điền đủ các ô để biết hạn sau việc này."))

    def _moved(
        self, calendar: WorkingCalendar, before: datetime | None, after: datetime | None
    ) -> str:
        if before is None or after is None or before == after:
            return self.tr("Không đổi.") if before == after else ""
        first, last = sorted((before.date(), after.date()))
        days = calendar.count_working_days(first, last)
        if not days:
            return ""
        words = (
            self.tr("Muộn hơn {days} ngày làm việc.")
            if after > before
            else self.tr("Sớm hơn {days} ngày làm việc.")
        )
        return words.format(days=days)

    def _say(self, why: str) -> None:
        self.why.setText(why)
        self.why.setVisible(bool(why))


def _moment(at: datetime | None) -> str:
    if at is None:
        return QCoreApplication.translate("acts", "không có hạn")
    return f"{hour_words(at)}, {weekday_date(at.date())}"
