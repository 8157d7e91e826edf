"""An office says a form in its own words: from which day, on what ground, seen before it rules."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import RuleViolation
from reception.domain.paper import FormWording
from reception.domain.wording_pieces import facts_named
from reception.services import own_wordings
from reception.services.own_wordings import OwnForm, Revision
from reception.ui.date_field import DateField
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import FormField, Heading
from reception.ui.notes import Note, Problem
from reception.ui.scans import gives_way
from reception.ui.scrolling import scrolled
from reception.ui.settings.wording_fields import WordingFields
from reception.ui.settings.wording_preview import show_wording
from reception.ui.settings.wording_words import title_words
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordingEditor(QDialog):
    """Edits a version into the one of another day; ``saved`` carries it.

    Args:
        workplace: The desk.
        form: The form.
        base: The version to begin with: the form's own wording or one of the office's.
        parent: The window.
    """

    saved = Signal(object)

    def __init__(
        self, workplace: Workplace, form: OwnForm, base: FormWording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        offer_help(self, "settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Lời văn của mẫu giấy"))
        gives_way(self)
        self._workplace = workplace
        self._form = form
        self._base = base
        of_form = {piece.path: piece.text for piece in own_wordings.texts_of(form.shipped)}
        self.fields = WordingFields(own_wordings.texts_of(base), of_form)
        self.since = DateField(self._today)
        self.since.set_day(self._first_day())
        self.source = TextField()
        self.source.setPlaceholderText(self.tr("như: Quyết định 12/QĐ-UBND ngày 05/01/2026"))
        self.source.set_value("" if base is form.shipped else base.source)
        self.problem = Problem()
        self._frame = {
            "valid_from": FormField(self.tr("Áp dụng từ &ngày"), self.since, required=True),
            "source": FormField(self.tr("&Căn cứ"), self.source, required=True),
        }
        self._make_buttons()
        self._lay_out(parent)
        self._begun = self._told()
        self.fields.first().setFocus()

    def save(self) -> None:
        """Give the form these words from the day on, or show what is wrong at its place."""
        revision = self._revision()
        if revision is None or not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        self._workplace.tasks.run(
            partial(
                own_wordings.revise, self._workplace.desk, revision, by=self._workplace.account
            ),
            self._saved,
            self._refused,
            on_ended=partial(self.save_button.setEnabled, True),  # noqa: FBT003 - Qt's own signature
            owner=self,
        )

    def look(self) -> None:
        """Show the paper in these words, or what is wrong with them."""
        if revision := self._revision():
            show_wording(self._workplace, self, revision, self._refused)

    def reject(self) -> None:
        """Leave; what was edited is given up only when the person says so."""
        if self._told() == self._begun or self._workplace.messages.ask(
            self.tr("Những gì vừa sửa chưa được lưu. Bỏ thay đổi?"),
            self.tr("Bỏ thay đổi"),
            keep=self.tr("Sửa tiếp"),
            irreversible=True,
        ):
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Ctrl+P shows the paper; Esc is a dialog's own."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _ENTER:
            self.save()
        elif control and event.key() == Qt.Key.Key_P:
            self.look()
        else:
            super().keyPressEvent(event)

    def _revision(self) -> Revision | None:
        self.problem.say("")
        self.fields.clear_problems()
        for field in self._frame.values():
            field.show_problem("")
        self.since.commit()
        day = self.since.day()
        if day is None:
            if not self.since.problem():
                self.since.set_problem(self.tr("Chưa có ngày áp dụng; hãy ghi ngày/tháng/năm."))
            self.since.setFocus()
            return None
        return Revision(self._base, self.fields.texts(), day, self.source.value())

    def _saved(self, wording: FormWording) -> None:
        self._begun = self._told()
        self.saved.emit(wording)
        self.accept()

    def _refused(self, failure: Failure) -> None:
        place = (failure.field if isinstance(failure, RuleViolation) else None) or ""
        field = self.fields.fields.get(place) or self._frame.get(place)
        if field is None:
            self.problem.say(failure.text)
            return
        field.show_problem(failure.text)
        field.setFocus()
        # Once the sentence has its room.
        QTimer.singleShot(0, field, partial(self.area.ensureWidgetVisible, field))

    def _told(self) -> tuple[dict[str, str], date | None, str]:
        return self.fields.texts(), self.since.day(), self.source.value()

    def _first_day(self) -> date:
        """A coming version keeps its day; a new one begins tomorrow, after today's papers."""
        tomorrow = self._today() + timedelta(days=1)
        return max(tomorrow, self._base.valid_from)

    def _today(self) -> date:
        return self._workplace.rules.now().date()

    def _make_buttons(self) -> None:
        self.look_button = QPushButton(self.tr("Xem giấy (Ctrl+P)"))
        self.look_button.clicked.connect(self.look)
        self.close_button = QPushButton(self.tr("Đóng (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self.save_button = QPushButton(self.tr("Lưu (Ctrl+Enter)"))
        self.save_button.setProperty("kind", "main")
        self.save_button.clicked.connect(self.save)
        for button in (self.look_button, self.close_button, self.save_button):
            button.setAutoDefault(False)

    def _lay_out(self, parent: QWidget) -> None:
        self.area = scrolled(self.fields)
        self.area.setObjectName("plain")
        frame = QHBoxLayout()
        frame.setSpacing(12)
        for field, share in zip(self._frame.values(), (1, 3), strict=True):
            frame.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.look_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(Heading(title_words(self._form.shipped)))
        column.addWidget(Note(self._explanation()))
        column.addWidget(self.area, 1)
        column.addLayout(frame)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.resize(round(parent.width() * 0.9), round(parent.height() * 0.92))

    def _explanation(self) -> str:
        names = " ".join(f"{{{name}}}" for name in facts_named((self._form.shipped, self._base)))
        told = self.tr(
            "Chỗ trong ngoặc nhọn do máy điền, như {example}; giữ nguyên tên trong ngoặc."
            " Giấy của những ngày trước ngày áp dụng vẫn theo lời văn cũ."
        ).format(example=names.partition(" ")[0])
        usable = self.tr("Câu dùng được:")
        return f"{told} {usable} {names}"
