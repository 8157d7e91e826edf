"""The print preview: the pages of the very PDF, as pictures, before they go to paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reception.printing.raster import PageImage, render_pages
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.printer import PrintChoice, image_of
from reception.ui.dossiers.printer_box import PrinterBox
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import DataLabel
from reception.ui.scans import gives_way
from reception.ui.tasks import Lane, Tasks

ZOOM_PERCENTS = (50, 75, 100, 125, 150, 200)
_SCREEN_DPI = 96
_MOST_COPIES = 5


class PreviewDialog(QDialog):
    """Shows a PDF; Enter or Ctrl+P prints, Esc leaves.

    ``choice_changed`` asks for the paper drawn anew on another size or in more copies (answer with
    :meth:`show_pdf`); ``print_wanted`` carries the :class:`PrintChoice` to print with.
    """

    choice_changed = Signal(object)
    print_wanted = Signal(object)
    save_wanted = Signal()

    def __init__(
        self, tasks: Tasks, pdf: bytes, choice: PrintChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Xem trước"))
        gives_way(self)
        offer_help(self, "printing")
        self._tasks = tasks
        self._pdf = pdf
        self._asked = 0
        self.pages: list[DataLabel] = []
        self.notice, self.remark = DataLabel(), DataLabel()
        for label, look in ((self.notice, "problem"), (self.remark, "muted")):
            label.setObjectName(look)
            label.setWordWrap(True)
            label.hide()
        self._make_inputs(choice)
        self._make_buttons()
        self._sheets = QWidget()
        self._stack = QVBoxLayout(self._sheets)
        self._stack.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack.setSpacing(16)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("Trang giấy; phím mũi tên để cuộn"))
        self.area.setWidget(self._sheets)
        self.area.setFrameShape(QFrame.Shape.StyledPanel)
        self._lay_out()
        self._fit_window()
        self.print_button.setFocus()
        self._render()
        self.printer.fill(tasks)

    def choice(self) -> PrintChoice:
        """What is chosen: printer, paper, copies."""
        return PrintChoice(
            self.printer.currentData(), self.paper.currentText(), self.copies.value()
        )

    def show_pdf(self, pdf: bytes) -> None:
        """Show another drawing of the paper."""
        self._pdf = pdf
        self._render()

    def say(self, sentence: str) -> None:
        """Tell above the pages what went wrong; empty takes it away."""
        _show(self.notice, sentence)

    def note(self, sentence: str) -> None:
        """Remark quietly above the pages on what they are; empty takes it away."""
        _show(self.remark, sentence)

    def print_now(self) -> None:
        """Print with what is chosen, and leave."""
        self.print_wanted.emit(self.choice())
        self.accept()

    def zoom_by(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        place = self.zoom.currentIndex() + step
        if 0 <= place < self.zoom.count():
            self.zoom.setCurrentIndex(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints, + and - zoom, the page keys scroll; Enter and Esc are a dialog's own."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        bar = self.area.verticalScrollBar()
        scrolls = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if control and event.key() == Qt.Key.Key_P:
            self.print_now()
        elif event.text() in {"+", "-"}:
            self.zoom_by(1 if event.text() == "+" else -1)
        elif event.key() in scrolls:
            bar.setValue(bar.value() + scrolls[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Pictures follow the screen's own scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._render()

    def _make_inputs(self, choice: PrintChoice) -> None:
        self.printer = PrinterBox(choice.printer)
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Khổ giấy"))
        self.paper.addItems(["A5", "A4"])
        self.paper.setCurrentText(choice.paper)
        self.copies = QSpinBox()
        self.copies.setAccessibleName(self.tr("Số liên"))
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setValue(choice.copies)
        self.copies.setSuffix(self.tr(" liên"))
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(self.tr("Thu phóng"))
        for percent in ZOOM_PERCENTS:
            self.zoom.addItem(f"{percent} %", percent)
        self.zoom.setCurrentIndex(self.zoom.findData(100))
        self.paper.currentTextChanged.connect(self._choice_changed)
        self.copies.valueChanged.connect(self._choice_changed)
        self.zoom.currentIndexChanged.connect(self._render)

    def _make_buttons(self) -> None:
        self.print_button = QPushButton(self.tr("In (Ctrl+P)"))
        self.print_button.setProperty("kind", "main")
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self.print_now)
        self.save_button = QPushButton(self.tr("Lưu PDF…"))
        self.save_button.clicked.connect(self.save_wanted)
        self.close_button = QPushButton(self.tr("Đóng (Esc)"))
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        inputs = FlowLayout()
        for part in (self.printer, self.paper, self.copies, self.zoom):
            inputs.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.addLayout(inputs)
        layout.addWidget(self.notice)
        layout.addWidget(self.remark)
        layout.addWidget(self.area, 1)
        layout.addLayout(buttons)

    def _fit_window(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableGeometry()
        self.resize(
            min(letter * 95, round(room.width() * 0.95)), min(760, round(room.height() * 0.92))
        )

    def _choice_changed(self) -> None:
        self.choice_changed.emit(self.choice())

    def _render(self) -> None:
        self._asked += 1
        scale = self.zoom.currentData() / 100 * self.devicePixelRatioF()
        self._tasks.run(
            partial(render_pages, self._pdf, round(_SCREEN_DPI * scale)),
            partial(self._show_pages, self._asked),
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def _show_pages(self, asked: int, images: list[PageImage]) -> None:
        if asked != self._asked:
            return
        for label in self.pages:
            label.deleteLater()
        self.pages = [self._sheet(number, page) for number, page in enumerate(images, 1)]
        for label in self.pages:
            self._stack.addWidget(label)

    def _sheet(self, number: int, page: PageImage) -> DataLabel:
        picture = QPixmap.fromImage(image_of(page))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        label = DataLabel()
        label.setPixmap(picture)
        label.setFrameShape(QFrame.Shape.Box)
        label.setAccessibleName(self.tr("Trang {number}").format(number=number))
        return label


def _show(label: DataLabel, sentence: str) -> None:
    label.setText(sentence)
    label.setVisible(bool(sentence))
