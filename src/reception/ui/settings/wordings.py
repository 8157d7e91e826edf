"""The forms with an office's own wordings: which version rules when, and saying one anew."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton

from reception.domain.moments import date_words
from reception.domain.paper import FormWording
from reception.services import own_wordings
from reception.services.own_wordings import OwnForm, Revision
from reception.ui.labels import FormField, plain_tip
from reception.ui.row_list import RowList
from reception.ui.settings.section import Section
from reception.ui.settings.wording_words import form_line, title_words, version_line
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_FORMS_SHOWN, _VERSIONS_SHOWN = 6, 3


class WordingsSection(Section):
    """A list of forms, below it the versions of the chosen one; Enter edits."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "wordings",
            QCoreApplication.translate(
                "WordingsSection",
                "Cơ quan có lời văn riêng cho mẫu giấy nào thì giấy in theo lời văn ấy, từ ngày áp"
                " dụng; giấy của những ngày trước giữ nguyên.",
            ),
            allowed=allowed,
        )
        self._workplace = workplace
        self._chosen_before = ("", "")
        self.forms, self.versions = RowList(), RowList()
        self.forms.setMinimumHeight(self.forms.height_for(_FORMS_SHOWN))
        self.versions.setMinimumHeight(self.versions.height_for(_VERSIONS_SHOWN))
        self.edit_button = QPushButton(self.tr("&Sửa lời văn… (Enter)"))
        self.edit_button.setProperty("kind", "main")
        self.look_button = QPushButton(self.tr("&Xem giấy"))
        for button, act in ((self.edit_button, self.edit), (self.look_button, self.look)):
            button.setAutoDefault(True)
            button.clicked.connect(act)
        self.column.addWidget(FormField(self.tr("&Mẫu giấy"), self.forms))
        self.column.addWidget(FormField(self.tr("Các &bản của mẫu này"), self.versions))
        buttons = QHBoxLayout()
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.look_button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.forms.currentItemChanged.connect(self._show_versions)
        self.forms.itemActivated.connect(self.edit)
        self.versions.itemActivated.connect(self.edit)
        self.setFocusProxy(self.forms)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew whenever the section comes into sight."""
        super().showEvent(event)
        self._read()

    def edit(self) -> None:
        """Say the chosen form anew, beginning with the chosen version."""
        form, version = self.chosen_form(), self.chosen_version()
        if form is None or version is None:
            return
        from reception.ui.settings.wording_editor import WordingEditor  # heavy to load

        editor = WordingEditor(self._workplace, form, version, self.window())
        editor.saved.connect(self._saved)
        editor.open()

    def look(self) -> None:
        """Show the chosen version on paper."""
        version = self.chosen_version()
        if version is None:
            return
        from reception.ui.settings.wording_preview import show_wording  # heavy to load

        self.problem.say("")
        same = Revision(version, {}, version.valid_from, version.source)
        show_wording(self._workplace, self, same, self._refused)

    def chosen_form(self) -> OwnForm | None:
        """The form of the present row."""
        item = self.forms.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def chosen_version(self) -> FormWording | None:
        """The version of the present row."""
        item = self.versions.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _read(self) -> None:
        self._workplace.in_lane(own_wordings.own_forms, self._show, owner=self)

    def _show(self, found: list[OwnForm]) -> None:
        before = self._chosen_before
        self.forms.clear()
        for form in found:
            item = QListWidgetItem(form_line(form, self._today()))
            item.setData(Qt.ItemDataRole.UserRole, form)
            self.forms.addItem(item)
            if (form.shipped.form, form.shipped.regime) == before:
                self.forms.setCurrentItem(item)
        if self.forms.currentRow() < 0:
            self.forms.setCurrentRow(0)

    def _show_versions(self) -> None:
        form = self.chosen_form()
        self.versions.clear()
        if form is None:
            return
        self._chosen_before = (form.shipped.form, form.shipped.regime)
        ruling = form.ruling(self._today())
        for version in (form.shipped, *form.versions):
            line = version_line(form, version, self._today())
            item = QListWidgetItem(line)
            item.setToolTip(plain_tip(line))
            item.setData(Qt.ItemDataRole.UserRole, version)
            self.versions.addItem(item)
            if version is ruling:
                self.versions.setCurrentItem(item)

    def _saved(self, wording: FormWording) -> None:
        self._workplace.messages.toast(
            self.tr("Đã lưu: {title} theo lời văn mới từ ngày {day}.").format(
                title=title_words(wording), day=date_words(wording.valid_from)
            )
        )
        self._read()

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _today(self) -> date:
        return self._workplace.rules.now().date()
