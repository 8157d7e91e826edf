"""The window that faces the citizen: a few words as large as it can hold, or only the office."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel, StatusChip
from reception.ui.second_screen.to_check import NOTHING, ToCheck
from reception.ui.theme import Tone

# Of the window's height: a value as large as that, and then smaller and smaller until all fits.
_LARGEST, _SMALLEST, _STEP = 0.105, 0.03, 0.93
_LABEL_SHARE, _HINT_SHARE = 0.42, 0.5
_SMALLEST_PX = 14
# So much of the sheet's height may be taken; the rest stands between the lines.
_FILLED = 0.9


class CitizenView(QWidget):
    """Takes no keyboard: whatever is typed goes on to the clerk's form.

    Args:
        office: What stands there while there is nothing to check.
        mark: A warning that this is only practice; empty for real work.
        parent: Ends with it.
    """

    closed = Signal()

    def __init__(self, office: str, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Màn hình cho người dân"))
        self.setObjectName("citizen")
        self.shown = NOTHING
        self.office = _label(office, middle=True)
        self.greeting = _label(self.tr("Xin kiểm tra giúp, trước khi tiếp nhận:"))
        self.hint = _label(self.tr("Nếu có chỗ chưa đúng, xin nói ngay với cán bộ."))
        self.greeting.setObjectName("muted")
        self.mark = StatusChip(mark, Tone.WARNING)
        self.mark.setVisible(bool(mark))
        self.lines = {
            "name": (_label(self.tr("Họ và tên")), _label()),
            "born": (_label(self.tr("Ngày sinh")), _label()),
            "submitter": (_label(self.tr("Người nộp thay")), _label()),
            "request": (_label(self.tr("Việc đề nghị")), _label()),
            "due": (_label(self.tr("Hẹn trả kết quả")), _label()),
        }
        self._lay_out()
        self.show_nothing()

    def show_to_check(self, what: ToCheck) -> None:
        """Show what is there of it; nothing at all while neither name nor request is."""
        if not (what.name or what.request):
            self.show_nothing()
        elif what != self.shown:
            self.shown = what
            for name, (label, value) in self.lines.items():
                text = str(getattr(what, name))
                value.setText(text)
                label.setVisible(bool(text))
                value.setVisible(bool(text))
            self._pages.setCurrentWidget(self._sheet)
            self._fit()

    def add_sheet(self, sheet: QWidget) -> None:
        """Keep another sheet ready to be shown."""
        self._pages.addWidget(sheet)

    def show_sheet(self, sheet: QWidget) -> None:
        """Show a sheet that was added, and forget what stood there."""
        if self._pages.currentWidget() is not sheet:
            self.show_nothing()
            self._pages.setCurrentWidget(sheet)

    def show_nothing(self) -> None:
        """Forget what was shown; only the office's name stays."""
        self.shown = NOTHING
        for _name, value in self.lines.values():
            value.clear()
        self._pages.setCurrentWidget(self.office)

    def words(self) -> str:
        """Everything that can be read on it now."""
        if self.shown == NOTHING:
            return self.office.text()
        lines = (label for pair in self.lines.values() for label in pair)
        labels = (self.greeting, *lines, self.hint)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger or smaller letters for another size."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the letters' size when the program's own changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pages"):
            self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it was put away by hand; the end of the program closes it, too."""
        super().closeEvent(event)
        if event.spontaneous():
            self.closed.emit()

    def _fit(self) -> None:
        """The largest letters with which everything is seen whole."""
        share = _LARGEST
        self._set_letters(share)
        while share > _SMALLEST and self._needed() > self._sheet.height() * _FILLED:
            share *= _STEP
            self._set_letters(share)

    def _needed(self) -> int:
        self._column.invalidate()
        return self._column.totalHeightForWidth(self._sheet.width())

    def _set_letters(self, share: float) -> None:
        size = max(share * self.height(), _SMALLEST_PX)
        _size(self.office, max(0.06 * self.height(), _SMALLEST_PX), bold=True)
        _size(self.mark, max(0.035 * self.height(), _SMALLEST_PX), bold=True)
        for label, value in self.lines.values():
            _size(label, max(size * _LABEL_SHARE, _SMALLEST_PX))
            _size(value, size, bold=True)
        for words in (self.greeting, self.hint):
            _size(words, max(size * _HINT_SHARE, _SMALLEST_PX))

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        column = self._column = QVBoxLayout(self._sheet)
        column.setContentsMargins(40, 28, 40, 28)
        column.setSpacing(0)
        column.addWidget(self.greeting)
        column.addStretch(1)
        for label, value in self.lines.values():
            label.setObjectName("muted")
            column.addWidget(label)
            column.addWidget(value)
            column.addStretch(1)
        column.addWidget(self.hint)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.office)
        self._pages.addWidget(self._sheet)
        whole = QVBoxLayout(self)
        # The letters follow the window, not the window the letters.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addLayout(self._pages, 1)


def _label(text: str = "", *, middle: bool = False) -> DataLabel:
    label = DataLabel(text)
    label.setWordWrap(True)
    if middle:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMargin(40)
    return label


def _size(label: DataLabel, pixels: float, *, bold: bool = False) -> None:
    font = label.font()
    font.setPixelSize(round(pixels))
    font.setBold(bold)
    label.setFont(font)
