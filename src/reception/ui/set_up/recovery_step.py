"""The recovery key: shown large, printed, and its last letters typed once by whoever has it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from reception.ui.labels import DataLabel, FormField
from reception.ui.set_up.step import Step
from reception.ui.text_fields import CodeField

_GROUP = 4


class RecoveryStep(Step):
    """Nobody goes on who has not the key in hand: it is shown this once."""

    sheet_wanted = Signal(str)
    """Carries the recovery key to print."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Khoá phục hồi"),
            self.tr(
                "Khoá này mở được sổ khi quên mật khẩu hoặc cài lại Windows. Hãy in hoặc chép ra"
                " giấy, cất trong tủ có khoá, xa máy này. Chương trình không giữ khoá ở đâu khác."
            ),
        )
        self.key = DataLabel()
        self.key.setObjectName("recoveryKey")
        self.key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.print_button = QPushButton(self.tr("&In khoá phục hồi"))
        self.print_button.clicked.connect(lambda: self.sheet_wanted.emit(self.key.text()))
        self.last = CodeField()
        self._field = FormField(
            self.tr("Gõ lại &bốn ký tự cuối của khoá trên giấy"), self.last, required=True
        )
        printing = QHBoxLayout()
        printing.addWidget(self.print_button)
        printing.addStretch(1)
        self.column.addWidget(self.key)
        self.column.addLayout(printing)
        self.column.addWidget(self._field)
        self.column.addStretch(1)
        self.setFocusProxy(self.print_button)

    def show_key(self, text: str) -> None:
        """Show the key that is to open the register."""
        if text != self.key.text():
            self.key.setText(text)
            self.last.clear()

    def ready(self) -> bool:
        """Whether whoever sits here has the key on paper."""
        typed = self.last.text().strip().upper()
        if typed == self.key.text()[-_GROUP:]:
            self._field.show_problem("")
            return True
        self._field.show_problem(
            self.tr("Chưa đúng bốn ký tự cuối; hãy nhìn tờ khoá phục hồi và gõ lại.")
        )
        self.last.setFocus()
        return False
