"""How the register is opened every day: by this PC itself, or by a passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton

from reception.domain.errors import RuleViolation
from reception.services import locking
from reception.services.locking import Lock
from reception.ui.labels import FormField
from reception.ui.notes import Note
from reception.ui.set_up.step import Step, answer_or_fault
from reception.ui.sign_in.secret_field import SecretField


class LockStep(Step):
    """The register is always encrypted; what is asked is only who opens it.

    Where the system keeps no secrets for its users there is nothing to choose: a passphrase.

    Args:
        pc_keeps_secrets: Whether this PC can open the register by itself.
    """

    def __init__(self, *, pc_keeps_secrets: bool) -> None:
        super().__init__(
            self.tr("Khoá dữ liệu"),
            self.tr(
                "Sổ hồ sơ được khoá trên đĩa: máy mất cắp hay đem bán thì không ai đọc được tên và"
                " số định danh của người dân."
            ),
        )
        self.by_pc = QRadioButton(self.tr("&Máy này tự mở khi đã đăng nhập Windows (nên chọn)"))
        self.by_passphrase = QRadioButton(self.tr("&Hỏi mật khẩu mỗi lần mở chương trình"))
        self.passphrase = SecretField()
        self.again = SecretField()
        self._fields = {
            "passphrase": FormField(
                self.tr("Mật khẩu mở &sổ, ít nhất 10 ký tự, vài từ dễ nhớ viết liền"),
                self.passphrase,
                required=True,
            ),
            "again": FormField(self.tr("&Nhập lại mật khẩu"), self.again, required=True),
        }
        self._choices = (self.by_pc, self.by_passphrase)
        for choice in self._choices:
            choice.setVisible(pc_keeps_secrets)
            choice.toggled.connect(self._fit)
            self.column.addWidget(choice)
        for field in self._fields.values():
            self.column.addWidget(field)
        self.column.addWidget(
            Note(self.tr("Bước sau sẽ in khoá phục hồi, phòng khi quên hoặc cài lại Windows."))
        )
        self.column.addStretch(1)
        (self.by_pc if pc_keeps_secrets else self.by_passphrase).setChecked(True)
        self._lock: Lock | None = None
        self._fit()

    def lock(self) -> Lock:
        """The lock with its recovery key, the same one until another way is chosen.

        Raises:
            RuleViolation: A field is at fault.
        """
        passphrase = self.passphrase.text() if self.by_passphrase.isChecked() else ""
        if passphrase != (self.again.text() if passphrase else ""):
            raise RuleViolation(
                "secrets-differ",
                self.tr("Hai lần nhập mật khẩu không giống nhau; hãy nhập lại."),
                field="again",
            )
        on_this_pc = self.by_pc.isChecked()
        if (
            self._lock is None
            or self._lock.passphrase != passphrase
            or self._lock.on_this_pc != on_this_pc
        ):
            self._lock = locking.new_lock(passphrase, on_this_pc=on_this_pc)
        return self._lock

    def ready(self) -> bool:
        """Whether there can be such a lock."""
        return answer_or_fault(self.lock, self._fields, self._fields["passphrase"]) is not None

    def _fit(self) -> None:
        asked = self.by_passphrase.isChecked()
        for field in self._fields.values():
            field.setVisible(asked)
        self.setFocusProxy(self.passphrase if asked and not self.by_pc.isVisible() else self.by_pc)
