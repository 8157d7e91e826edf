"""The register's lock: what opens it, a new passphrase, a new recovery key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from reception.services import locking
from reception.services.desk import Desk
from reception.services.locking import LockState
from reception.ui.books.list_print import ListPreview, PrintedList
from reception.ui.labels import FormField
from reception.ui.notes import Note
from reception.ui.settings.section import Section
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class LockSection(Section):
    """For the administrator; whoever changes the passphrase has opened the register already."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "lock",
            QCoreApplication.translate(
                "LockSection",
                "Sổ hồ sơ và bản quét được khoá trên đĩa, bản sao lưu cũng vậy.",
            ),
            allowed=allowed,
        )
        self._workplace = workplace
        self.now = Note()
        self.by_pc = QCheckBox(self.tr("&Máy này tự mở khi đã đăng nhập Windows"))
        self.by_pc.clicked.connect(self._trust)
        self.passphrase, self.again = SecretField(), SecretField()
        self.column.addWidget(self.now)
        self.column.addWidget(self.by_pc)
        fields = (
            FormField(self.tr("Mật khẩu mở sổ mới, ít nhất 10 ký tự"), self.passphrase),
            FormField(self.tr("Nhập lại mật khẩu mới"), self.again),
        )
        for field in fields:
            self.column.addWidget(field)
        self.save = self.add_button(self.tr("Đổi mật &khẩu mở sổ"))
        self.save.clicked.connect(self._change)
        self.column.addWidget(
            Note(
                self.tr(
                    "Mất tờ khoá phục hồi, hoặc có người không còn phận sự đã thấy nó, thì lập khoá"
                    " mới; tờ cũ không mở được nữa."
                )
            )
        )
        self.renew = self.add_button(self.tr("&Lập và in khoá phục hồi mới"), main=False)
        self.renew.clicked.connect(self._renew)
        self.setFocusProxy(self.passphrase)
        workplace.in_lane(_look, self._show, owner=self)

    def _show(self, found: tuple[LockState, bool]) -> None:
        state, pc_keeps_secrets = found
        self.now.setText(self._words(state))
        self.by_pc.setChecked(state.on_this_pc)
        self.by_pc.setVisible(pc_keeps_secrets)
        if self.allowed:
            self.body.setEnabled(state.is_locked)

    def _words(self, state: LockState) -> str:
        if not state.is_locked:
            return self.tr(
                "Sổ này CHƯA được khoá: ai lấy được thư mục dữ liệu đều đọc được. Hãy đóng chương"
                " trình và nhờ người phụ trách máy khoá bằng lệnh “reception key encrypt”."
            )
        if state.by_passphrase:
            return self.tr("Sổ mở được bằng mật khẩu mở sổ hoặc bằng khoá phục hồi đã in.")
        return self.tr("Sổ chưa có mật khẩu mở; ngoài máy này chỉ khoá phục hồi đã in mở được.")

    def _trust(self) -> None:
        act = locking.trust_this_pc if self.by_pc.isChecked() else locking.distrust_this_pc
        self._do(act, self.tr("Đã đổi cách mở sổ ở máy này."))

    def _change(self) -> None:
        if self.passphrase.text() != self.again.text():
            self.problem.say(self.tr("Hai lần nhập mật khẩu không giống nhau; hãy nhập lại."))
            return
        act = partial(locking.change_passphrase, passphrase=self.passphrase.text())
        self._do(act, self.tr("Đã đổi mật khẩu mở sổ."))

    def _do(self, act: Callable[[Desk], None], said: str) -> None:
        self.problem.say("")

        def done(found: tuple[LockState, bool]) -> None:
            self.passphrase.clear()
            self.again.clear()
            self._show(found)
            self._workplace.messages.toast(said)

        self._workplace.in_lane(partial(_act, act=act), done, self._refused, owner=self)

    def _renew(self) -> None:
        self.problem.say("")
        by = self._workplace.account.name
        self._workplace.in_lane(partial(_renewed, by=by), self._preview, self._refused, owner=self)

    def _preview(self, printed: PrintedList) -> None:
        ListPreview(self._workplace, self.window(), printed)

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)
        self._workplace.in_lane(_look, self._show, owner=self)


def _look(desk: Desk) -> tuple[LockState, bool]:
    return locking.state(desk), desk.database.key is not None and locking.pc_keeps_secrets()


def _act(desk: Desk, act: Callable[[Desk], None]) -> tuple[LockState, bool]:
    act(desk)
    return _look(desk)


def _renewed(desk: Desk, by: str) -> PrintedList:
    from reception.services import recovery_sheet  # drawing is slow to load

    text = locking.renew_recovery_key(desk)
    return PrintedList(recovery_sheet.sheet(desk.office, text, desk.now(), by), "khoa-phuc-hoi.pdf")
