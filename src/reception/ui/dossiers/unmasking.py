"""Hidden numbers of a list, shown for a while: who wants them says why, and it is written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from reception.domain.access import Purpose
from reception.services.access import note_unmasked
from reception.ui.notes import Note
from reception.ui.workplace import Workplace

SHOWN_FOR_S = 120
translate = QCoreApplication.translate


def purpose_words(purpose: Purpose) -> str:
    """What the numbers are wanted for."""
    words = {
        Purpose.CALL: translate("Unmasking", "Liên hệ người nộp"),
        Purpose.COMPARE: translate("Unmasking", "Đối chiếu giấy tờ của người đến quầy"),
        Purpose.RETURN: translate("Unmasking", "Trả kết quả"),
        Purpose.REQUEST: translate("Unmasking", "Theo yêu cầu của người có thẩm quyền"),
        Purpose.REPORT: translate("Unmasking", "Kiểm tra, báo cáo"),
    }
    return words[purpose]


class PurposeDialog(QDialog):
    """Asks what the numbers are wanted for; a digit answers at once, Esc leaves them hidden."""

    chosen = Signal(object)
    """Carries a :class:`Purpose`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hiện số định danh, điện thoại"))
        self._keys: dict[str, Purpose] = {}
        column = QVBoxLayout(self)
        column.addWidget(
            Note(
                self.tr(
                    "Cần các số này để làm gì? Bấm một phím số. Việc hiện số được ghi lại:"
                    " ai, lúc nào, danh sách nào, để làm gì."
                )
            )
        )
        for number, purpose in enumerate(Purpose, start=1):
            self._keys[str(number)] = purpose
            button = QPushButton(f"&{number}   {purpose_words(purpose)}")
            button.setAutoDefault(True)
            button.clicked.connect(partial(self.choose, purpose))
            column.addWidget(button)

    def choose(self, purpose: Purpose) -> None:
        """Answer and close."""
        self.accept()
        self.chosen.emit(purpose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is an answer; Esc is a dialog's own."""
        purpose = self._keys.get(event.text())
        if purpose:
            self.choose(purpose)
        else:
            super().keyPressEvent(event)


class Unmasking(QObject):
    """Whether a list shows its numbers, and the button that says so.

    Nothing is shown before it is written down. ``told`` says in words which list it is.
    """

    turned = Signal(bool)
    """Whether the numbers are shown from now on."""

    def __init__(self, workplace: Workplace, told: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._told = told
        self._page = parent
        self.purpose: Purpose | None = None
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.toggle)
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(SHOWN_FOR_S * 1000)
        self._until.timeout.connect(self.hide)
        self._name_button()

    @property
    def shown(self) -> bool:
        """Whether the numbers are shown now."""
        return self.purpose is not None

    def toggle(self) -> None:
        """Ask why, then show the numbers; hide them at once when they are shown."""
        if self.shown:
            self.hide()
            return
        dialog = PurposeDialog(self._page.window())
        dialog.chosen.connect(self.show_for)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_for(self, purpose: Purpose) -> None:
        """Write it down, then show the numbers for a while."""
        note = partial(
            note_unmasked, what=self._told(), purpose=purpose, by=self._workplace.account.login
        )
        self._workplace.in_lane(note, lambda _: self._show(purpose), owner=self)

    def hide(self) -> None:
        """Hide the numbers again."""
        self._until.stop()
        if self.shown:
            self.purpose = None
            self._name_button()
            self.turned.emit(False)  # noqa: FBT003 - a signal's own value

    def _show(self, purpose: Purpose) -> None:
        self.purpose = purpose
        self._until.start()
        self._name_button()
        self.turned.emit(True)  # noqa: FBT003 - a signal's own value

    def _name_button(self) -> None:
        shown = self.tr("&Che số lại (F12)")
        self.button.setText(shown if self.shown else self.tr("&Hiện số (F12)"))
        self.button.setToolTip(
            self.tr("Số định danh, điện thoại hiện trong 2 phút; việc hiện số được ghi lại.")
        )
