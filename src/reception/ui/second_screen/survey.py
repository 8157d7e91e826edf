"""The survey on the citizen's screen: a question in big letters, then thanks, then nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.ui.labels import DataLabel
from reception.ui.second_screen.view import CitizenView
from reception.ui.survey.asking import Asking

THANKS_MS = 6_000
_SMALLEST_PX = 14
# Of the sheet's height: the question, an answer, a hint; smaller where all would not fit.
_QUESTION, _CHOICE, _HINT, _STEP, _LEAST = 0.085, 0.075, 0.045, 0.93, 0.4
_FILLED = 0.94


class QuestionSheet(QWidget):
    """A question with its numbered answers; of the dossier nothing but its code."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = _label()
        self.hint.setObjectName("muted")
        self.question = _label()
        self.choices = [_label() for _ in range(3)]
        self.keys = _label()
        self.keys.setObjectName("muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 28, 40, 28)
        self._column.setSpacing(0)
        for part in (self.hint, self.question, *self.choices, self.keys):
            self._column.addWidget(part)
            if part is not self.keys:
                self._column.addStretch(1)

    def ask(self, asking: Asking, code: str) -> None:
        """Show the question that is next, or how to send what was answered."""
        question = asking.question
        number = min(asking.number, asking.of)
        self.hint.setText(
            self.tr("Khảo sát hài lòng · hồ sơ {code} · câu {number}/{of}").format(
                code=code, number=number, of=asking.of
            )
        )
        words = question.text if question else self.tr("Xin bấm Enter để gửi câu trả lời.")
        self.question.setText(words)
        for place, label in enumerate(self.choices):
            told = question.choices[place : place + 1] if question else ()
            label.setText(f"{place + 1}   {told[0].text}" if told else "")
            label.setVisible(bool(told))
        self.keys.setText(
            self.tr("Bấm số để chọn, 0 để bỏ qua, phím ← Backspace để sửa câu trước.")
            if question
            else self.tr("Bấm phím ← Backspace để sửa. Tên người trả lời không được ghi lại.")
        )
        self.fit()

    def thank(self) -> None:
        """Thank whoever answered."""
        self.hint.clear()
        self.question.setText(self.tr("Xin cảm ơn ông/bà đã trả lời!"))
        for label in self.choices:
            label.setVisible(False)
        self.keys.setText(self.tr("Câu trả lời được giữ bí mật."))
        self.fit()

    def words(self) -> str:
        """Everything that can be read on it now."""
        labels = (self.hint, self.question, *self.choices, self.keys)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger or smaller letters for another size."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """The largest letters with which everything is seen whole."""
        share = 1.0
        self._set_letters(share)
        while share > _LEAST and self._needed() > self.height() * _FILLED:
            share *= _STEP
            self._set_letters(share)

    def _needed(self) -> int:
        self._column.invalidate()
        return self._column.totalHeightForWidth(self.width())

    def _set_letters(self, share: float) -> None:
        sizes = [(self.hint, _HINT), (self.question, _QUESTION), (self.keys, _HINT)]
        sizes += [(label, _CHOICE) for label in self.choices]
        for label, of_height in sizes:
            font = label.font()
            font.setPixelSize(round(max(of_height * share * self.height(), _SMALLEST_PX)))
            font.setBold(label not in (self.hint, self.keys))
            label.setFont(font)


class SurveyOnScreen(QObject):
    """Puts the survey before the citizen, over whatever else they would see, and takes it away.

    ``ended`` tells that the screen is free again.
    """

    ended = Signal()

    def __init__(self, view: CitizenView) -> None:
        super().__init__(view)
        self._view = view
        self.sheet = QuestionSheet()
        view.add_sheet(self.sheet)
        self.active = False
        self.thanking = QTimer(self, interval=THANKS_MS, singleShot=True)
        self.thanking.timeout.connect(self.end)

    def ask(self, asking: Asking, code: str) -> None:
        """Show the question that is next."""
        self.active = True
        self.thanking.stop()
        self.sheet.ask(asking, code)
        self._view.show_sheet(self.sheet)

    def thank(self) -> None:
        """Show thanks for a while."""
        self.sheet.thank()
        self.thanking.start()

    def end(self) -> None:
        """Show nothing of it any more."""
        self.thanking.stop()
        if self.active:
            self.active = False
            self._view.show_nothing()
            self.ended.emit()


def _label() -> DataLabel:
    label = DataLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
