"""Why letters go out after their last day: one reason for all of those that are late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel, FormField
from reception.ui.text_fields import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LateReason(QDialog):
    """Asks for the reason; ``then`` is called with it once it was given.

    Args:
        late: How many letters are late.
        wanted: How many are to be signed.
        parent: The page.
        then: Goes on with the reason.
    """

    def __init__(
        self, late: int, wanted: int, parent: QWidget, then: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Thư gửi muộn"))
        self._then = then
        words = DataLabel(
            self.tr(
                "{late} trong {wanted} thư đã qua ngày gửi chậm nhất (trước hạn trả một ngày)."
                " Vẫn ký được, nhưng phải ghi vì sao gửi muộn. Chỉ được hẹn lại một lần."
            ).format(late=late, wanted=wanted)
        )
        words.setWordWrap(True)
        self.reason = TextField()
        self.field = FormField(self.tr("&Vì sao gửi muộn"), self.reason, required=True)
        buttons = QDialogButtonBox()
        self.sign = buttons.addButton(
            self.tr("Ký thư (Ctrl+Enter)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.sign.setProperty("kind", "main")
        back = buttons.addButton(self.tr("Quay lại (Esc)"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.sign, back):
            button.setAutoDefault(False)
        buttons.accepted.connect(self.go_on)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (words, self.field, buttons):
            column.addWidget(part)
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * 64, parent.width() - 40))
        self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does it, wherever the keyboard is; Enter alone only moves on."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_on()

    def go_on(self) -> None:
        """Sign with the reason, or say that it is missing."""
        self.reason.commit()
        if not self.reason.value():
            self.field.show_problem(self.tr("Chưa ghi lý do; hãy ghi vì sao thư gửi muộn."))
            self.reason.setFocus()
            return
        self.accept()
        self._then(self.reason.value())
