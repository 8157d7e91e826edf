"""Who saw or took out what, and tries that failed: written with what they are about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from reception.storage.journal import new_id
from reception.storage.ledger.page_tables import audit, tries
from reception.storage.ledger.part import Part, columns, insert_if_new

_A, _T = audit.c, tries.c
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Somebody saw, took out or changed something."""

    at: datetime
    login: str
    act: str
    agency: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Patience:
    """How failing slows down: ``free`` tries, then a wait that doubles from ``first_wait``.

    Failures older than ``forgotten_after`` do not count any more.
    """

    free: int
    first_wait: timedelta
    longest_wait: timedelta
    forgotten_after: timedelta

    def wait_after(self, failures: int) -> timedelta:
        """How long the next try has to wait after so many failures."""
        beyond = failures - self.free
        if beyond < 0:
            return timedelta()
        return min(self.longest_wait, self.first_wait * 2 ** min(beyond, 30))


@dataclass(frozen=True, slots=True)
class Tried:
    """What is tried, such as a code or an address, and the patience for it."""

    what: str
    patience: Patience


class Audit(Part):
    """The record of what people did on the server's pages."""

    def note(self, entry: AuditEntry) -> None:
        """Write an entry."""
        values = asdict(entry) | {"entry": new_id(), "about": entry.about[:_LONGEST]}
        self.connection.execute(insert(audit).values(values))

    def audit_entries(self, most: int, before: datetime | None = None) -> list[AuditEntry]:
        """The newest entries, or those before a moment."""
        query = select(*columns(audit, AuditEntry)).order_by(_A.at.desc(), _A.entry.desc())
        if before is not None:
            query = query.where(_A.at < before)
        return [AuditEntry(*row) for row in self.connection.execute(query.limit(most))]


class Tries(Part):
    """Tries that failed. Each is counted before its outcome is known: many at once gain nothing."""

    def take_try(self, wanted: Sequence[Tried], now: datetime) -> timedelta:
        """Take a try of all that is wanted, or answer how long it has to wait, and take none."""
        rows = [(each, *self._so_far(each, now)) for each in sorted(wanted, key=lambda t: t.what)]
        waits = [until - now for _each, _failures, until in rows]
        if (longest := max(waits)) > timedelta():
            return longest
        for each, failures, _until in rows:
            self._put_try(each.what, failures + 1, now, each.patience.wait_after(failures + 1))
        return timedelta()

    def give_try_back(self, what: str, now: datetime) -> None:
        """Take a try back that did not fail."""
        row = self.connection.execute(
            select(_T.failures).where(_T.what == _hashed(what)).with_for_update()
        ).first()
        if row:
            self._put_try(what, max(0, row[0] - 1), now, timedelta())

    def forget_try(self, what: str) -> None:
        """Forget that anything of this failed, so that the next try need not wait."""
        self.connection.execute(delete(tries).where(_T.what == _hashed(what)))

    def forget_tries(self, since: datetime) -> None:
        """Forget what nobody tried since a moment."""
        self.connection.execute(delete(tries).where(_T.last_at < since))

    def _so_far(self, tried: Tried, now: datetime) -> tuple[int, datetime]:
        what = _hashed(tried.what)
        new = {"what": what, "failures": 0, "last_at": now, "wait_until": now}
        insert_if_new(self.connection, tries, new)
        row = self.connection.execute(
            select(_T.failures, _T.last_at, _T.wait_until).where(_T.what == what).with_for_update()
        ).one()
        if now - row.last_at > tried.patience.forgotten_after:
            return 0, now
        if row.wait_until - now > tried.patience.wait_after(row.failures):
            return row.failures, now  # the clock was put back; nobody waits for the old time
        return row.failures, row.wait_until

    def _put_try(self, what: str, failures: int, now: datetime, wait: timedelta) -> None:
        self.connection.execute(
            tries.update()
            .where(_T.what == _hashed(what))
            .values(failures=failures, last_at=now, wait_until=now + wait)
        )


def _hashed(what: str) -> bytes:
    """Addresses and codes themselves are not kept."""
    return hashlib.sha256(what.encode()).digest()
