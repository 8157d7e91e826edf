"""The passphrase of a locked register: asked where this PC does not open it by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.services.desk import Desk
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.tasks import Failure, Tasks


class UnlockPage(QWidget):
    """One field; the printed recovery key is taken too.

    Args:
        open_with: Opens the register with what was typed, or raises; it runs in the lane.
        tasks: The lanes.
    """

    opened = Signal(object)
    """Carries the :class:`Desk`."""

    def __init__(self, open_with: Callable[[str], Desk], tasks: Tasks) -> None:
        super().__init__()
        self._open_with = open_with
        self._tasks = tasks
        self.secret = SecretField()
        self.secret.entered.connect(self.try_open)
        self.secret.textEdited.connect(lambda: self.field.show_problem(""))
        self.field = FormField(self.tr("Mật khẩu mở sổ, hoặc khoá phục hồi đã in"), self.secret)
        self.button = QPushButton(self.tr("Mở sổ"))
        self.button.setProperty("kind", "main")
        self.button.clicked.connect(self.try_open)
        self._lay_out()
        self.setFocusProxy(self.secret)

    def try_open(self) -> None:
        """Try what was typed."""
        if not self.secret.text() or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self._tasks.run(
            partial(self._open_with, self.secret.text()),
            self.opened.emit,
            self._refused,
            on_ended=partial(self.button.setEnabled, True),  # noqa: FBT003 - Qt's signature
            owner=self,
        )

    def _refused(self, failure: Failure) -> None:
        if isinstance(failure, RuleViolation):
            self.field.show_problem(failure.text)
            self.secret.setFocus()
            self.secret.selectAll()
        else:
            self._tasks.failed.emit(failure)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 28, 28, 28)
        inside.setSpacing(12)
        inside.addWidget(Heading(self.tr("Sổ hồ sơ đang khoá")))
        inside.addWidget(
            Note(
                self.tr(
                    "Quên mật khẩu thì gõ khoá phục hồi trên tờ giấy đã in khi lập sổ; tờ ấy do"
                    " người phụ trách cất giữ."
                )
            )
        )
        inside.addWidget(self.field)
        inside.addWidget(self.button)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 2)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(2)
