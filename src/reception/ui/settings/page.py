"""“Thiết lập”: this PC's looks and printer, the office, its people and wordings, backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception.domain.accounts import Right
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import Heading
from reception.ui.looks import Looks
from reception.ui.row_list import RowList
from reception.ui.settings.alone import AloneSection
from reception.ui.settings.audit import AuditSection
from reception.ui.settings.backup import BackupSection
from reception.ui.settings.blanks import BlanksSection
from reception.ui.settings.devices import DevicesSection
from reception.ui.settings.folder import notices_section, scanner_section
from reception.ui.settings.hours import HoursSection
from reception.ui.settings.inspection import InspectionSection
from reception.ui.settings.lock import LockSection
from reception.ui.settings.look import LookSection
from reception.ui.settings.office import OfficeSection
from reception.ui.settings.own_secret import OwnSecretSection
from reception.ui.settings.people import PeopleSection
from reception.ui.settings.printing import PrintingSection
from reception.ui.settings.retention import RetentionSection
from reception.ui.settings.section import scrolling
from reception.ui.settings.support import SupportSection
from reception.ui.settings.version import VersionSection
from reception.ui.settings.wordings import WordingsSection
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace


class SettingsPage(QWidget):
    """Sections on the left, the chosen one beside them; F6 or Tab goes from one to the other."""

    def __init__(self, workplace: Workplace, looks: Looks) -> None:
        super().__init__()
        allowed = workplace.account.may(Right.MANAGE_OFFICE)
        self.look = LookSection(looks, workplace.memory)
        self.printing = PrintingSection(workplace)
        self.devices = DevicesSection(workplace)
        self.scanning = scanner_section(workplace)
        self.notices = notices_section(workplace)
        self.blanks = BlanksSection(workplace, allowed=workplace.account.may(Right.RECEIVE))
        self.own_secret = OwnSecretSection(workplace)
        self.alone = AloneSection(workplace, allowed=allowed)
        self.office = OfficeSection(workplace, allowed=allowed)
        self.hours = HoursSection(workplace, allowed=allowed)
        self.people = PeopleSection(workplace, allowed=allowed)
        self.wordings = WordingsSection(workplace, allowed=allowed)
        self.backup = BackupSection(workplace, allowed=allowed)
        self.lock = LockSection(workplace, allowed=allowed)
        self.audit = AuditSection(workplace, allowed=workplace.account.may(Right.AUDIT))
        self.inspection = InspectionSection(workplace, allowed=workplace.account.may(Right.AUDIT))
        self.retention = RetentionSection(workplace, allowed=workplace.account.may(Right.APPROVE))
        self.version = VersionSection(workplace)
        self.support = SupportSection(workplace)
        self.contents = RowList()
        self.contents.setAccessibleName(self.tr("Các mục thiết lập"))
        self.stack = QStackedWidget()
        self._sections = (
            self.look, self.printing, self.devices, self.scanning, self.notices, self.blanks,
            self.own_secret, self.alone, self.office, self.hours, self.people, self.wordings,
            self.backup, self.lock, self.audit, self.inspection, self.retention, self.version,
            self.support,
        )  # fmt: skip
        self._help()
        for section in self._sections:
            self.contents.addItem(section.title)
            self.stack.addWidget(scrolling(section))
        self.contents.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.contents.setCurrentRow(0)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.contents, 1)
        across.addWidget(self.stack, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Thiết lập")))
        column.addLayout(across, 1)
        self.setFocusProxy(self.contents)

    def _help(self) -> None:
        """Name the pages of the help that tell of single sections."""
        for section, topic in (
            (self.printing, "printing"),
            (self.scanning, "attachments"),
            (self.blanks, "no-power"),
            (self.own_secret, "sign-in"),
            (self.alone, "sign-in"),
            (self.backup, "backup"),
            (self.lock, "backup"),
        ):
            helped_by(section, topic)

    def show_own_secret(self) -> None:
        """Show where one's own PIN is changed, with the keyboard in its first field."""
        self.contents.setCurrentRow(self._sections.index(self.own_secret))
        self.own_secret.setFocus()

    def take_update(self, path: Path) -> None:
        """Show the version, and take an update pack."""
        self.contents.setCurrentRow(self._sections.index(self.version))
        self.version.take(path)
