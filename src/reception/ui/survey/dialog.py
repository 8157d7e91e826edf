"""The survey about one dossier: digits answer, Backspace steps back, Enter ends."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from reception.domain.dossier import Dossier
from reception.domain.survey import OPEN
from reception.domain.survey_events import SurveyWay
from reception.services import surveys
from reception.services.desk import Desk
from reception.services.survey_editions import edition_on
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.labels import DataLabel, Heading
from reception.ui.survey.asking import Asking
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

WAIT_MS = 90_000
"""After so long without a key on the citizen's screen, nobody is answering any more."""

_LETTERS_WIDE = 84
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SurveyDialog(QDialog):
    """Asks at the counter, or lets the citizen answer by keypad on their own screen.

    In the second way what is answered is theirs: this window tells only how far they are.
    ``shown`` tells of every step, ``answered`` of the sheet once it is durably on disk.
    """

    shown = Signal()
    answered = Signal()

    def __init__(
        self, workplace: Workplace, dossier: Dossier, parent: QWidget, *, on_screen: bool
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._dossier = dossier
        self._busy = False
        self.on_screen = on_screen
        self.asking = Asking(edition_on(workplace.rules.now().date()))
        self.setWindowTitle(self.tr("Khảo sát hài lòng"))
        self.step = DataLabel()
        self.step.setObjectName("muted")
        self.question = Heading(level=1)
        self.question.setWordWrap(True)
        self.choices = [QPushButton() for _ in range(self._most_choices())]
        self.told = DataLabel()
        self.skip_button = QPushButton(self.tr("0   Không trả lời câu này"))
        self.problem = DataLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Ghi phiếu (Enter)"))
        self.save_button.setProperty("kind", "main")
        self.back_step_button = QPushButton(self.tr("Câu trước (Backspace)"))
        self.screen_button = QPushButton()
        self.close_button = QPushButton(self.tr("Quay lại (Esc)"))
        self.waiting = QTimer(self, interval=WAIT_MS, singleShot=True)
        self.waiting.timeout.connect(self._nobody_answers)
        self._connect()
        self._lay_out()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key but Esc is an answer; Enter never presses whatever button has the keyboard."""
        digit = event.text()
        if event.key() in _ENTER:
            self.save()
        elif event.key() == Qt.Key.Key_Backspace:
            self.step_back()
        elif event.key() == Qt.Key.Key_F11:
            self._other_way()
        elif digit.isascii() and digit.isdigit():
            self.press(digit)
        else:
            super().keyPressEvent(event)

    def press(self, digit: str) -> None:
        """Answer the present question."""
        question = self.asking.question
        if not self._busy and question and not self.asking.press(digit):
            self.problem.setText(
                self.tr("Câu này chỉ bấm 1 đến {last}, hoặc 0 nếu không trả lời.").format(
                    last=len(question.choices)
                )
            )
            return
        self.refresh()

    def step_back(self) -> None:
        """Take the last answer back."""
        if not self._busy:
            self.asking.step_back()
            self.refresh()

    def save(self) -> None:
        """Write the sheet down once every question was put."""
        if self._busy:
            return
        if self.asking.question is not None:
            self.problem.setText(self.tr("Chưa hết câu hỏi; hãy bấm số cho câu này trước."))
            return
        self._busy = True
        self._workplace.in_lane(
            partial(
                _answered,
                dossier_id=self._dossier.dossier_id,
                digits=self.asking.digits,
                way=SurveyWay.SECOND_SCREEN if self.on_screen else SurveyWay.COUNTER,
                by=self._workplace.account.login,
            ),
            self._is_done,
            self._refused,
            owner=self,
        )

    def reject(self) -> None:
        """Leave without a sheet, unless one is being written down."""
        if not self._busy:
            super().reject()

    def refresh(self) -> None:
        """Show where the asking stands."""
        self.problem.clear()
        question = self.asking.question
        code = self._dossier.reference
        here = self.tr("Hồ sơ {code} · câu {number}/{of}")
        number = min(self.asking.number, self.asking.of)
        self.step.setText(here.format(code=code, number=number, of=self.asking.of))
        self.question.setText(self._words())
        for place, button in enumerate(self.choices):
            told = question.choices[place : place + 1] if question and not self.on_screen else ()
            button.setVisible(bool(told))
            button.setText(f"{place + 1}   {told[0].text}" if told else "")
        self.told.setVisible(question is None and not self.on_screen)
        self.told.setText(self._told())
        self.skip_button.setVisible(question is not None and not self.on_screen)
        self.save_button.setEnabled(question is None)
        self.back_step_button.setEnabled(bool(self.asking.digits))
        self.screen_button.setText(
            self.tr("Hỏi tại quầy (F11)") if self.on_screen else self.tr("Màn hình dân (F11)")
        )
        if self.on_screen:
            self.waiting.start()
        else:
            self.waiting.stop()
        self.shown.emit()

    def _words(self) -> str:
        question = self.asking.question
        if self.on_screen and question is not None:
            return self.tr("Người dân đang trả lời trên màn hình của họ, bằng bàn phím số.")
        if question is not None:
            return question.text
        if self.on_screen:
            return self.tr("Đã trả lời xong; người dân bấm Enter để gửi.")
        return self.tr("Đã hỏi xong. Enter để ghi phiếu, Backspace để sửa câu trước.")

    def _told(self) -> str:
        left_open = self.tr("bỏ trống")
        return "\n".join(f"{short}: {words or left_open}" for short, words in self.asking.told())

    def _other_way(self) -> None:
        """Hand the keypad over, or take it back; whoever answers begins anew."""
        if self._busy:
            return
        self.on_screen = not self.on_screen
        self.asking.digits = ""
        self.refresh()

    def _nobody_answers(self) -> None:
        if not self._busy:
            self._workplace.messages.toast(
                self.tr("Không ai trả lời khảo sát nên chưa ghi phiếu nào.")
            )
            self.reject()

    def _is_done(self, dossier: Dossier) -> None:
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        self._workplace.messages.toast(
            self.tr("Đã ghi phiếu khảo sát của hồ sơ {code}.").format(code=dossier.reference)
        )
        self.answered.emit()
        self.accept()

    def _refused(self, failure: Failure) -> None:
        self._busy = False
        self.problem.setText(failure.text)

    def _most_choices(self) -> int:
        return max(len(question.choices) for question in self.asking.edition.question)

    def _connect(self) -> None:
        for place, button in enumerate(self.choices, 1):
            button.clicked.connect(partial(self._pressed, str(place)))
        self.skip_button.clicked.connect(partial(self._pressed, OPEN))
        self.save_button.clicked.connect(self.save)
        self.back_step_button.clicked.connect(self.step_back)
        self.screen_button.clicked.connect(self._other_way)
        self.close_button.clicked.connect(self.reject)

    def _pressed(self, digit: str, _checked: object = None) -> None:
        self.press(digit)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(self.step)
        column.addWidget(self.question)
        column.addWidget(self.told)
        for button in (*self.choices, self.skip_button):
            button.setObjectName("choice")
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.problem)
        row = FlowLayout()
        for button in (
            self.save_button, self.back_step_button, self.screen_button, self.close_button,
        ):  # fmt: skip
            row.addWidget(button)
        column.addLayout(row)
        # The keys belong to the whole window: no button takes the keyboard for itself.
        for button in self.findChildren(QPushButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)


def _answered(desk: Desk, *, dossier_id: str, digits: str, way: SurveyWay, by: str) -> Dossier:
    return surveys.answer(desk, dossier_id, digits, way, by=by)
