"""Trying a scanner on the screen: scan, read what is wrong, put it right, scan again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.services.desk_sheets import TRIAL_CARD, TRIAL_LETTERS, TRIAL_RECEIPT
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.notes import Note
from reception.ui.scanner_test.catcher import ScanCatcher
from reception.ui.scanner_test.judging import Finding, Judgement, judge
from reception.ui.scanner_test.strokes import Stroke, text_of, waits_ms
from reception.ui.scanner_test.wait_strip import WaitStrip
from reception.ui.scrolling import scrolled
from reception.ui.theme import Tone

_TRIALS = (TRIAL_LETTERS, TRIAL_RECEIPT, TRIAL_CARD)


class ScannerTest(QDialog):
    """Keeps every scan to itself; ``sheet_wanted`` asks for the sheet with the trial codes."""

    sheet_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Thử máy quét"))
        self.judgement: Judgement | None = None
        self._passed: set[str] = set()
        self.catcher = ScanCatcher()
        self.understood = Heading("", 2)
        self.understood.setWordWrap(True)
        self.strip = WaitStrip()
        self.progress = DataLabel()
        self._findings = QGridLayout()
        self._lay_out()
        self.catcher.changed.connect(self._listening)
        self.catcher.scanned.connect(self._judge)
        offer_help(self, "scanning")
        window = parent.window()
        self.resize(min(820, window.width() - 40), min(640, window.height() - 30))
        self._show_progress()
        self.catcher.setFocus()

    def words(self) -> list[str]:
        """What is said of the last scan, remedies included."""
        items = (self._findings.itemAt(n) for n in range(self._findings.count()))
        widgets = (item.widget() for item in items if item)
        return [widget.text() for widget in widgets if isinstance(widget, DataLabel)]

    def _listening(self) -> None:
        self.understood.setText(self.tr("Đang nhận…"))
        self.strip.show_waits(waits_ms(self.catcher.strokes))

    def _judge(self, strokes: Sequence[Stroke]) -> None:
        self.judgement = judge(strokes)
        self.understood.setText(self.judgement.understood)
        self.strip.show_waits(waits_ms(strokes))
        if self.judgement.is_good and text_of(strokes) in _TRIALS:
            self._passed.add(text_of(strokes))
        self._show_findings(self.judgement.findings)
        self._show_progress()

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        while (item := self._findings.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        words = {
            Tone.GOOD: self.tr("Tốt"),
            Tone.WARNING: self.tr("Nên sửa"),
            Tone.BAD: self.tr("Phải sửa"),
        }
        top = Qt.AlignmentFlag.AlignTop
        for row, finding in enumerate(findings):
            self._findings.addWidget(StatusChip(words[finding.tone], finding.tone), 2 * row, 0, top)
            said = DataLabel(finding.says)
            said.setWordWrap(True)
            self._findings.addWidget(said, 2 * row, 1, Qt.AlignmentFlag.AlignVCenter)
            if finding.remedy:
                self._findings.addWidget(Note(finding.remedy), 2 * row + 1, 1)

    def _show_progress(self) -> None:
        if len(self._passed) == len(_TRIALS):
            said = self.tr("Cả ba mã thử đều đúng: máy quét đã sẵn sàng.")
        else:
            said = self.tr("Đã đúng {passed} trong ba mã thử.").format(passed=len(self._passed))
        self.progress.setText(said)

    def _lay_out(self) -> None:
        inside = QWidget()
        told = QVBoxLayout(inside)
        told.setContentsMargins(0, 0, 10, 0)
        told.setSpacing(10)
        self._findings.setColumnStretch(1, 1)
        self._findings.setHorizontalSpacing(12)
        self._findings.setVerticalSpacing(6)
        told.addWidget(self.understood)
        told.addLayout(self._findings)
        told.addStretch(1)
        area = scrolled(inside)
        area.setObjectName("plain")
        print_sheet = QPushButton(self.tr("&In tờ mã thử"))
        close = QPushButton(self.tr("Đó&ng (Esc)"))
        for button in (print_sheet, close):
            button.setAutoDefault(False)
        print_sheet.clicked.connect(self.sheet_wanted)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(print_sheet)
        foot.addWidget(self.progress)
        foot.addStretch(1)
        foot.addWidget(close)
        self.catcher.setMinimumHeight(self.fontMetrics().height() * 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            Note(
                self.tr(
                    "Tắt tiếng Việt của bộ gõ, rồi quét lần lượt ba mã trên tờ mã thử. Quét thẻ hay"
                    " giấy hẹn thật cũng được; không có gì được ghi lại."
                )
            )
        )
        column.addWidget(self.catcher)
        column.addWidget(self.strip)
        column.addWidget(area, 1)
        column.addLayout(foot)
