"""The sections of the settings, each made at its first visit and kept.

Each import below waits inside its function: together they would load copying, locking and updating
for somebody who wanted larger letters.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reception.domain.accounts import Right
from reception.ui.help_pages.asking import helped_by
from reception.ui.looks import Looks
from reception.ui.settings.contents import Entry
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.ui.settings.alone import AloneSection
    from reception.ui.settings.audit import AuditSection
    from reception.ui.settings.backup import BackupSection
    from reception.ui.settings.blanks import BlanksSection
    from reception.ui.settings.devices import DevicesSection
    from reception.ui.settings.feedback_retention import FeedbackRetentionSection
    from reception.ui.settings.folder import FolderSection
    from reception.ui.settings.hours import HoursSection
    from reception.ui.settings.inspection import InspectionSection
    from reception.ui.settings.lock import LockSection
    from reception.ui.settings.look import LookSection
    from reception.ui.settings.office import OfficeSection
    from reception.ui.settings.own_secret import OwnSecretSection
    from reception.ui.settings.people import PeopleSection
    from reception.ui.settings.printing import PrintingSection
    from reception.ui.settings.retention import RetentionSection
    from reception.ui.settings.section import Section
    from reception.ui.settings.support import SupportSection
    from reception.ui.settings.version import VersionSection
    from reception.ui.settings.wordings import WordingsSection


class Sections:
    """One person's settings, under the names of the contents."""

    def __init__(self, workplace: Workplace, looks: Looks) -> None:
        self._workplace = workplace
        self._looks = looks
        self._manages = workplace.account.may(Right.MANAGE_OFFICE)

    def of(self, entry: Entry) -> Section:
        """The section of an entry of the contents."""
        section: Section = getattr(self, entry.name)
        if entry.topic:
            helped_by(section, entry.topic)
        return section

    @cached_property
    def look(self) -> LookSection:
        """Theme, size of the text, the tour."""
        from reception.ui.settings.look import LookSection

        return LookSection(self._looks, self._workplace.memory)

    @cached_property
    def printing(self) -> PrintingSection:
        """Printer and paper of this PC."""
        from reception.ui.settings.printing import PrintingSection

        return PrintingSection(self._workplace)

    @cached_property
    def devices(self) -> DevicesSection:
        """The code scanner, and the sheets that lie beside it."""
        from reception.ui.settings.devices import DevicesSection

        return DevicesSection(self._workplace)

    @cached_property
    def scanning(self) -> FolderSection:
        """The folder that scans come to."""
        from reception.ui.settings.folder import scanner_section

        return scanner_section(self._workplace)

    @cached_property
    def notices(self) -> FolderSection:
        """The folder that messages to applicants go to."""
        from reception.ui.settings.folder import notices_section

        return notices_section(self._workplace)

    @cached_property
    def blanks(self) -> BlanksSection:
        """Receipts printed in advance."""
        from reception.ui.settings.blanks import BlanksSection

        return BlanksSection(self._workplace, allowed=self._workplace.account.may(Right.RECEIVE))

    @cached_property
    def own_secret(self) -> OwnSecretSection:
        """One's own PIN."""
        from reception.ui.settings.own_secret import OwnSecretSection

        return OwnSecretSection(self._workplace)

    @cached_property
    def alone(self) -> AloneSection:
        """When the desk locks itself."""
        from reception.ui.settings.alone import AloneSection

        return AloneSection(self._workplace, allowed=self._manages)

    @cached_property
    def office(self) -> OfficeSection:
        """The office's names."""
        from reception.ui.settings.office import OfficeSection

        return OfficeSection(self._workplace, allowed=self._manages)

    @cached_property
    def hours(self) -> HoursSection:
        """The office's hours."""
        from reception.ui.settings.hours import HoursSection

        return HoursSection(self._workplace, allowed=self._manages)

    @cached_property
    def people(self) -> PeopleSection:
        """Who works here."""
        from reception.ui.settings.people import PeopleSection

        return PeopleSection(self._workplace, allowed=self._manages)

    @cached_property
    def wordings(self) -> WordingsSection:
        """The office's own wording of forms."""
        from reception.ui.settings.wordings import WordingsSection

        return WordingsSection(self._workplace, allowed=self._manages)

    @cached_property
    def backup(self) -> BackupSection:
        """Copies of the register."""
        from reception.ui.settings.backup import BackupSection

        return BackupSection(self._workplace, allowed=self._manages)

    @cached_property
    def lock(self) -> LockSection:
        """What opens the register."""
        from reception.ui.settings.lock import LockSection

        return LockSection(self._workplace, allowed=self._manages)

    @cached_property
    def audit(self) -> AuditSection:
        """Who saw, printed, changed what."""
        from reception.ui.settings.audit import AuditSection

        return AuditSection(self._workplace, allowed=self._workplace.account.may(Right.AUDIT))

    @cached_property
    def inspection(self) -> InspectionSection:
        """Packs for an inspection."""
        from reception.ui.settings.inspection import InspectionSection

        return InspectionSection(self._workplace, allowed=self._workplace.account.may(Right.AUDIT))

    @cached_property
    def retention(self) -> RetentionSection:
        """Whose retention is over."""
        from reception.ui.settings.retention import RetentionSection

        return RetentionSection(self._workplace, allowed=self._workplace.account.may(Right.APPROVE))

    @cached_property
    def feedback_retention(self) -> FeedbackRetentionSection:
        """How long feedback is kept, and what is due."""
        from reception.ui.settings.feedback_retention import FeedbackRetentionSection

        allowed = self._workplace.account.may(Right.APPROVE)
        return FeedbackRetentionSection(self._workplace, allowed=allowed)

    @cached_property
    def version(self) -> VersionSection:
        """This program and its updates."""
        from reception.ui.settings.version import VersionSection

        return VersionSection(self._workplace)

    @cached_property
    def support(self) -> SupportSection:
        """One file for whoever helps from afar."""
        from reception.ui.settings.support import SupportSection

        return SupportSection(self._workplace)
