"""Whom the server above has shut out, the hub shuts out, too: a stolen PC knows only the hub."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.sync.relayed import RelayOutcome


def shut_out(
    ledger: Ledger, revoked: Mapping[str, int], now: datetime, outcome: RelayOutcome
) -> None:
    """Shut out the hub's own desks among these; ``revoked`` tells how many seconds ago each was.

    One that the hub has let in since then stays.
    """
    with ledger.reading() as work:
        if not _still_in(work.device, revoked, now):
            return
    with ledger.writing() as work:
        for row in _still_in(work.lock_device, revoked, now):
            work.revoke(row.device, now)
            outcome.shut_out.append(row.name or row.device)


def _still_in(
    find: Callable[[str], DeviceRow | None], revoked: Mapping[str, int], now: datetime
) -> list[DeviceRow]:
    # How long ago it was is the same by every clock; both clocks' moments may be far apart.
    since = {device: now - timedelta(seconds=ago) for device, ago in revoked.items()}
    rows = (find(device) for device in sorted(since))
    return [
        row
        for row in rows
        if row
        and row.kind is DeviceKind.DESK
        and row.revoked_at is None
        and row.enrolled_at < since[row.device]
    ]
