"""An open register with all that the desk works by: the ground that every service stands on."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from reception.domain.calendar import WorkingCalendar
from reception.domain.clock_jump import require_believable, told_time
from reception.domain.errors import Trouble
from reception.domain.listing import Horizon
from reception.domain.moments import Clock, in_office_zone, midnight
from reception.domain.numbering import CodeRule
from reception.domain.office import Office
from reception.domain.pack import Pack
from reception.domain.procedure import Procedure, catalogue_on, in_force
from reception.domain.procedure_search import ProcedureIndex
from reception.paths import DATABASE_NAME, resource
from reception.services.calendars import office_calendar
from reception.services.catalogue_file import read_abbreviations
from reception.storage import lists, reference
from reception.storage.announced import look_up_address
from reception.storage.database import Database, open_database
from reception.storage.key_file import unlock
from reception.storage.program_mark import is_this_program, nothing_unscrubbed
from reception.storage.store import Store

# A dossier is called "due soon" this many working days before it is due.
SOON_WORKING_DAYS = 3
# A dossier that nobody touched for so many working days is said to lie forgotten.
UNTOUCHED_WORKING_DAYS = 5
_RECENT_USE_DAYS = 30


@dataclass(slots=True)
class Floor:
    """The moment before which nothing new is dated; all desks on one register share it."""

    at: datetime | None


class Desk:
    """An office's register, its rules as of now, and a clock.

    Each thread works with a desk of its own (:meth:`another`); the rules are read once and again
    after :meth:`reload`.
    """

    def __init__(self, store: Store, clock: Clock, floor: Floor | None = None) -> None:
        self.store = store
        store.judge = _unprintable
        self._clock = clock
        self._floor = floor
        if floor:
            store.require_time = self._require_time

    @property
    def database(self) -> Database:
        """The register's connection."""
        return self.store.database

    def now(self) -> datetime:
        """The present moment in the office's zone, in whole seconds.

        A clock that was set back a little does not go before what was written down last.
        """
        return told_time(self.shown_at(), self._floor.at if self._floor else None)

    def shown_at(self) -> datetime:
        """What the PC's clock shows, right or wrong."""
        return in_office_zone(self._clock()).replace(microsecond=0)

    def journal_at(self) -> datetime | None:
        """When this desk wrote last, by its own clock."""
        return self.store.journal.last_at()

    def believe_clock(self) -> None:
        """Date by the clock again: a person has said that it is right, and that is written down."""
        if self._floor:
            self._floor.at = self.store.journal.last_at()

    def require_clock(self) -> None:
        """Say at once that the clock cannot be right, before anything else is found wrong by it.

        Raises:
            RuleViolation: ``clock-behind``.
        """
        require_believable(self.shown_at(), self._floor.at if self._floor else None)

    def _require_time(self, at: datetime) -> None:
        """Hold a moment against the journal as it stands, inside the present transaction."""
        floor = self.store.journal.last_at()
        require_believable(at, floor)
        if self._floor:
            self._floor.at = max(at, floor) if floor else at

    @cached_property
    def office(self) -> Office:
        """The office.

        Raises:
            Trouble: ``no-office`` when the register was never set up.
        """
        office = reference.office(self.database)
        if office is None:
            raise Trouble("no-office", "Sổ hồ sơ chưa có tên cơ quan; hãy chạy “reception init”.")
        return office

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """The office's calendar as known now."""
        return office_calendar(reference.calendar_days(self.database), self.office.hours)

    @cached_property
    def procedures(self) -> list[Procedure]:
        """Every version of every procedure in the catalogue."""
        return reference.procedures(self.database)

    @cached_property
    def _versions(self) -> dict[str, list[Procedure]]:
        """The versions of each procedure by its code."""
        versions: dict[str, list[Procedure]] = {}
        for procedure in self.procedures:
            versions.setdefault(procedure.code, []).append(procedure)
        return versions

    @cached_property
    def index(self) -> ProcedureIndex:
        """The procedures in force today, to be found by a few letters."""
        return ProcedureIndex(
            catalogue_on(self.procedures, self.now().date()),
            read_abbreviations(resource("procedures") / "abbreviations.toml"),
        )

    @cached_property
    def code_rules(self) -> list[CodeRule]:
        """How dossier codes are written, by date."""
        with (resource("rules") / "dossier-codes.toml").open("rb") as file:
            rules = tomllib.load(file)["rule"]
        return [CodeRule(rule["pattern"], rule["valid_from"], rule["source"]) for rule in rules]

    @cached_property
    def look_up(self) -> str:
        """Where people look their dossiers up, as the server above says; empty for nowhere."""
        return look_up_address(self.store)

    def procedure(self, code: str, on: date) -> Procedure:
        """The version of a procedure in force on a day.

        Raises:
            RuleViolation: ``procedure-unknown`` or ``procedure-not-in-force``.
        """
        return in_force(self._versions.get(code, ()), code, on)

    def find_procedures(self, text: str, most: int = 20) -> list[Procedure]:
        """Procedures by a few letters, those that this desk used of late first."""
        return self.index.find(text, self.recent_uses, most)

    @cached_property
    def recent_uses(self) -> dict[str, int]:
        """How often this desk received each procedure in the last thirty days."""
        return lists.procedure_uses(self.database, self.now() - timedelta(days=_RECENT_USE_DAYS))

    def note_use(self, code: str) -> None:
        """Count one more use of a procedure, so that the next search ranks by it."""
        self.recent_uses[code] = self.recent_uses.get(code, 0) + 1

    def soon_until(self, working_days: int = SOON_WORKING_DAYS) -> date:
        """The last day that is called soon."""
        return self.calendar.nth_working_day(self.now().date(), working_days)

    def horizon(self, days: int = 0) -> Horizon:
        """What presses as of now; ``days`` as in :class:`~reception.domain.listing.ListQuery`."""
        now = self.now()
        since = self.calendar.working_days_before(now.date(), days or UNTOUCHED_WORKING_DAYS)
        return Horizon(
            now=now,
            soon_until=self.soon_until(days or SOON_WORKING_DAYS),
            untouched_since=midnight(since),
        )

    def reload(self) -> None:
        """Forget what was read of the rules, so that the next question reads them anew."""
        for name, value in vars(Desk).items():
            if isinstance(value, cached_property):
                self.__dict__.pop(name, None)

    def another(self) -> Desk:
        """A desk on the same register for another thread."""
        return Desk(Store(self.database.another()), self._clock, self._floor)

    def close(self) -> None:
        """Close the register."""
        self.database.close()


def _unprintable(pack: Pack) -> str:
    """What keeps papers from being made with a pack of the server's."""
    # Drawing papers takes longer to load than most commands to run.
    from reception.services.pack_check import unprintable

    return unprintable(pack)


def open_desk(folder: Path, clock: Clock, secret: str = "") -> Desk:
    """Open the register in a data folder.

    Args:
        folder: The data folder.
        clock: What time it is.
        secret: The passphrase or recovery key of an encrypted register; without one this PC's own
            store of credentials is asked.

    Raises:
        Trouble: There is none, it is ``locked``, or it cannot be used; the sentence says what to
            do.
        RuleViolation: ``wrong-passphrase``.
    """
    path = folder / DATABASE_NAME
    return desk_on(open_database(path, unlock(path, secret)), clock)


def desk_on(database: Database, clock: Clock) -> Desk:
    """A desk on a register that was just opened; what an older program left unlisted is listed."""
    store = Store(database)
    desk = Desk(store, clock, Floor(store.journal.last_at()))
    if not (database.only_read or is_this_program(database)):
        # Only once after the program was brought up to date.
        from reception.storage.upgrading import catch_up

        catch_up(desk.store)
    if not (database.only_read or nothing_unscrubbed(database)):
        from reception.storage.redacting import scrub_if_free  # once after a power cut

        scrub_if_free(desk.store)
    return desk
