"""What every screen stands on: the register, the lanes of work, the ways between screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reception.domain.accounts import Account
from reception.domain.listing import ListQuery
from reception.services.access import Sitting, note_feedback_seen, note_seen
from reception.services.desk import Desk
from reception.settings import Settings, load_settings, save_settings
from reception.ui.changes import Changes
from reception.ui.messages import Messages
from reception.ui.recover.copying import Copying
from reception.ui.standing_notes import StandingNotes
from reception.ui.tasks import Failure, Task, Tasks
from reception.ui.window_memory import WindowMemory

T = TypeVar("T")


class Ways(QObject):
    """Wishes of one screen to see another; the main window fulfils them."""

    home_wanted = Signal()
    # A reception.domain.applicant.Party to begin with, or None for an empty form.
    intake_wanted = Signal(object)
    # A drafting.Draft to go on with.
    draft_wanted = Signal(object)
    # The id of an online submission to be checked.
    submission_wanted = Signal(str)
    inbox_wanted = Signal()
    # A dossier's id.
    dossier_wanted = Signal(str)
    # A ListQuery.
    list_wanted = Signal(object)
    apologies_wanted = Signal()
    # The id of a dossier to begin with, or empty.
    reviews_wanted = Signal(str)
    # The dossier that somebody is to be asked about.
    survey_wanted = Signal(object)
    feedback_wanted = Signal()
    # The number of one feedback.
    one_feedback_wanted = Signal(str)
    exchange_wanted = Signal()
    # The name of a panel of figures.
    figures_wanted = Signal(str)
    catalogue_wanted = Signal()
    settings_wanted = Signal()
    lock_wanted = Signal()
    # A copies_panel.ChosenCopy to go on from.
    restore_wanted = Signal(object)

    def show_list(self, query: ListQuery) -> None:
        """Ask for the dossier list with a query."""
        self.list_wanted.emit(query)


@dataclass(slots=True)
class Workplace:
    """One signed-in person's desk.

    ``desk`` belongs to the database lane: hand it to :meth:`Tasks.run`, never call it directly.
    ``rules`` is the window's own: its office, calendar, catalogue and clock are read into memory
    once and may be asked at every keystroke; it is never used to write or to read dossiers.
    """

    folder: Path
    desk: Desk
    rules: Desk
    account: Account
    tasks: Tasks
    changes: Changes
    messages: Messages
    memory: WindowMemory
    ways: Ways
    demo: bool = False
    copying: Copying | None = None
    notes: StandingNotes = field(default_factory=StandingNotes)
    sitting: Sitting = field(default_factory=Sitting)

    @property
    def settings(self) -> Settings:
        """This machine's settings."""
        return load_settings(self.folder)

    def keep_settings(self, settings: Settings) -> None:
        """Write this machine's settings down."""
        save_settings(self.folder, settings)

    def note_seen(self, dossier_id: str) -> None:
        """Write down, behind whatever the lane has to do, that this person opened a dossier."""
        if self.sitting.begins_with(dossier_id, self.rules.now().date()):
            self.in_lane(partial(note_seen, dossier_id=dossier_id, by=self.account.login))

    def note_feedback_seen(self, feedback_id: str) -> None:
        """The same of feedback."""
        if self.sitting.begins_with(feedback_id, self.rules.now().date()):
            login = self.account.login
            self.in_lane(partial(note_feedback_seen, feedback_id=feedback_id, by=login))

    def in_lane(
        self,
        work: Callable[[Desk], T],
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Failure], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Task:
        """Do something with the register in its lane; see :meth:`Tasks.run`."""
        return self.tasks.run(partial(work, self.desk), on_done, on_failed, owner=owner)
