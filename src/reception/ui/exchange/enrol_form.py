"""Enrolling this desk: the server's address, the one-time code, what the desk is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exchange.lane import Exchanging
from reception.ui.exchange.plan import Wanted
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField

_WIDEST_LETTERS = 80
# What the server says against a code stands beside the code, what keeps it away beside its address.
_OF_CODE = ("server-code-", "server-slot-", "server-proof")


class EnrolForm(QWidget):
    """Asks a few things; what is wrong stands beside what it is about.

    ``leaving`` is the server that the desk belongs to until now, if it does: whether it is to leave
    that one is asked besides, and everything may be left as it is.
    """

    enrolled = Signal()
    given_up = Signal()

    def __init__(
        self, exchanging: Exchanging, slot: int, *, allowed: bool, leaving: str = ""
    ) -> None:
        super().__init__()
        self._exchanging = exchanging
        self.leaving = leaving
        self._certificate: Path | None = None
        self.server, self.code, self.name = TextField(), TextField(), TextField()
        self.server.setPlaceholderText("https://mot-cua.tinh.gov.vn")
        self.code.setPlaceholderText("7KQ2M-XW9PA")
        self.name.set_value(self.tr("Quầy {slot}").format(slot=slot))
        self.certificate = QPushButton(self.tr("Chọn tệp…"))
        self.certificate.setAutoDefault(True)
        self.certificate.clicked.connect(self._choose_certificate)
        self.fields = {
            "server": FormField(self.tr("Địa &chỉ máy chủ"), self.server, required=True),
            "code": FormField(self.tr("&Mã ghi danh dùng một lần"), self.code, required=True),
            "name": FormField(self.tr("&Tên máy này"), self.name),
            "certificate": FormField(
                self.tr("C&hứng thư gốc, nếu người quản trị máy chủ đưa kèm"), self.certificate
            ),
        }
        self.moving = QCheckBox(
            self.tr("&Rời “{server}” để sang máy chủ này").format(server=leaving)
        )
        if leaving:
            self.fields["move"] = FormField(self.tr("Máy này đang thuộc máy chủ khác"), self.moving)
        self.button = QPushButton(self.tr("Ghi &danh"))
        self.button.setProperty("kind", "main")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.enrol)
        self.by_file = QPushButton(self.tr("Nhận tệp giấy mời (không có mạng)…"))
        self.by_file.setAutoDefault(True)
        self.by_file.clicked.connect(self._choose)
        self.leave_it = QPushButton(self.tr("Thôi, giữ máy chủ cũ"))
        self.leave_it.setAutoDefault(True)
        self.leave_it.clicked.connect(self.given_up)
        self._lay_out(allowed=allowed)
        self.setEnabled(allowed)
        self.setFocusProxy(self.server)

    def enrol(self) -> None:
        """Ask the server to let this desk in."""
        self._hush()
        for name, field, missing in (
            ("server", self.server, self.tr("Hãy gõ địa chỉ do người quản trị máy chủ cấp.")),
            ("code", self.code, self.tr("Hãy gõ mã ghi danh do người quản trị máy chủ cấp.")),
        ):
            if not field.value():
                self._blame(name, missing)
                return
        if self.leaving and not self.moving.isChecked():
            self._blame(
                "move",
                self.tr("Hãy đánh dấu nếu đúng là muốn chuyển; hồ sơ trên máy này vẫn được giữ."),
            )
            return
        self._set_busy(busy=True)
        self._exchanging.enrol(self._wanted(), self._done, self._refused)

    def trust(self, certificate: Path) -> None:
        """Know the server by a root certificate in a file."""
        self._certificate = certificate
        self.certificate.setText(certificate.name)
        self.fields["certificate"].show_problem("")

    def _wanted(self) -> Wanted:
        return Wanted(
            self.server.value(),
            self.code.value(),
            self.name.value(),
            self._certificate,
            move=self.moving.isChecked(),
        )

    def accept(self, path: Path) -> None:
        """Enrol by an invitation in a file."""
        self._hush()
        self._set_busy(busy=True)
        self._exchanging.accept(path, self._done, self._refused)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Giấy mời ghi danh"), str(Path.home())
        )
        if chosen:
            self.accept(Path(chosen))

    def _choose_certificate(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Chứng thư gốc của máy chủ"), str(Path.home()), "*.pem *.crt *.cer *"
        )
        if chosen:
            self.trust(Path(chosen))

    def _done(self) -> None:
        self._set_busy(busy=False)
        self.code.set_value("")
        self.enrolled.emit()

    def _refused(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        named = (failure.field or "") if isinstance(failure, RuleViolation) else ""
        if named not in self.fields:
            named = "code" if failure.code.startswith(_OF_CODE) else "server"
        self._blame(named, failure.text)

    def _blame(self, name: str, sentence: str) -> None:
        self.fields[name].show_problem(sentence)
        self.fields[name].editor.setFocus()

    def _hush(self) -> None:
        for field in self.fields.values():
            field.show_problem("")

    def _set_busy(self, *, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.by_file.setEnabled(not busy)
        self.leave_it.setEnabled(not busy)
        self.button.setText(self.tr("Đang hỏi máy chủ…") if busy else self.tr("Ghi &danh"))

    def _lay_out(self, *, allowed: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Ghi danh với máy chủ cấp trên"), 2))
        column.addWidget(
            Note(
                self.tr(
                    "Người quản trị máy chủ cấp một mã cho từng máy, dùng một lần trong 24 giờ."
                    " Chưa ghi danh thì máy này vẫn làm việc đầy đủ, hồ sơ giữ tại đây."
                )
            )
        )
        if not allowed:
            column.addWidget(Note(self.tr("Chỉ người quản trị ghi danh được; hãy nhờ quản trị.")))
        for field in self.fields.values():
            column.addWidget(field)
        buttons = FlowLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.leave_it if self.leaving else self.by_file)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS)
