"""Who is at the desk: pick a name, type the PIN; the same page covers a locked desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import ROLE_WORDS, Account
from reception.ui.help_pages.asking import offer_help
from reception.ui.known_words import known
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note
from reception.ui.row_list import RowList
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.tasks import Failure, Tasks

_FEWEST_ROWS = 3


class SignInPage(QWidget):
    """People as rows, the last one chosen, and the keyboard in the PIN.

    Arrows in the PIN field choose another person, so that nobody has to reach for the mouse.

    Args:
        office_name: Shown above the list.
        accounts: Who may sign in.
        last_login: The person to choose at first.
        check: Answers the account for a login and a PIN, or raises; it runs in the lane.
        tasks: The lanes.
        hint: One more sentence below, such as everybody's PIN in a trial.
    """

    signed_in = Signal(object)
    """Carries the :class:`Account`."""

    training_wanted = Signal()

    def __init__(
        self,
        office_name: str,
        accounts: Sequence[Account],
        last_login: str,
        check: Callable[[str, str], Account],
        tasks: Tasks,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._check = check
        self._tasks = tasks
        self.people = self._list_of(accounts, last_login)
        self.secret = SecretField()
        self.secret.installEventFilter(self)
        self.secret.entered.connect(self.try_in)
        self.secret.textEdited.connect(self._typed)
        self.secret_field = FormField(self.tr("Mã PIN hoặc mật khẩu"), self.secret)
        self.button = QPushButton(self.tr("Vào làm việc"))
        self.button.setProperty("kind", "main")
        self.button.clicked.connect(self.try_in)
        self.people.itemActivated.connect(self._to_secret)
        self.people.itemClicked.connect(self._to_secret)
        self.people.currentRowChanged.connect(self._person_changed)
        self.training = QPushButton(self.tr("&Tập làm trên sổ tập"))
        self.training.setToolTip(self.tr("Người và hồ sơ bịa, trong một cửa sổ riêng."))
        self.training.clicked.connect(self.training_wanted)
        self.training.hide()
        self._lay_out(office_name, hint)
        self.setFocusProxy(self.secret)
        offer_help(self, "sign-in")

    def offer_training(self) -> None:
        """Let whoever sits here practise without touching the register."""
        self.training.show()

    def try_in(self) -> None:
        """Ask for the chosen person to be let in."""
        account = self.chosen()
        if account is None or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self._tasks.run(
            partial(self._check, account.login, self.secret.text()),
            self.signed_in.emit,
            self._refused,
            on_ended=partial(self.button.setEnabled, True),  # noqa: FBT003 - Qt's signature
            owner=self,
        )

    def chosen(self) -> Account | None:
        """The person whose row is marked."""
        item = self.people.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def choose(self, login: str) -> None:
        """Mark a person's row."""
        for row in range(self.people.count()):
            if self.people.item(row).data(Qt.ItemDataRole.UserRole).login == login:
                self.people.setCurrentRow(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the PIN field move through the list."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if (
            watched is self.secret
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in arrows
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.people.currentRow() + step
            self.people.setCurrentRow(max(0, min(self.people.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)

    def _refused(self, failure: Failure) -> None:
        # Also what the machine did: no dialog is seen before a locked desk.
        self.secret_field.show_problem(failure.text)
        self.secret.setFocus()
        self.secret.selectAll()

    def _typed(self) -> None:
        self.secret_field.show_problem("")

    def _person_changed(self) -> None:
        self.secret.clear()
        self.secret_field.show_problem("")

    def _to_secret(self) -> None:
        self.secret.setFocus()

    def _list_of(self, accounts: Sequence[Account], last_login: str) -> RowList:
        people = RowList(2.4)
        people.setAccessibleName(self.tr("Người làm việc"))
        for account in accounts:
            item = QListWidgetItem(f"{account.name}  ·  {known(ROLE_WORDS[account.role])}")
            item.setData(Qt.ItemDataRole.UserRole, account)
            people.addItem(item)
            if account.login == last_login:
                people.setCurrentItem(item)
        if people.currentRow() < 0:
            people.setCurrentRow(0)
        people.setMinimumHeight(people.height_for(min(len(accounts), _FEWEST_ROWS)))
        return people

    def _lay_out(self, office_name: str, more: str) -> None:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 28, 28, 28)
        inside.setSpacing(12)
        office = Note(office_name)
        hint = Note(" ".join((self.tr("Phím mũi tên chọn người, Enter để vào."), more)).strip())
        inside.addWidget(Heading(self.tr("Ai đang làm việc?")))
        inside.addWidget(office)
        inside.addWidget(self.people, 1)
        inside.addWidget(self.secret_field)
        inside.addWidget(self.button)
        inside.addWidget(hint)
        inside.addWidget(self.training, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 2)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(1)
        down.addLayout(across, 6)
        down.addStretch(1)
        self.setTabOrder(self.people, self.secret)
        self.setTabOrder(self.secret, self.button)
        self.setTabOrder(self.button, self.training)
