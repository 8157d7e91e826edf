"""How the line stands, in words and with its proof: what the window shows at its lower edge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.moments import in_office_zone, short_moment
from reception.services.desk import Desk
from reception.services.exchange import BY_LINE, Standing, standing
from reception.storage import foreign, line_rows
from reception.storage.line_rows import LineRow
from reception.sync.signatures import Receipt, holds

# What went well, and what passes by itself.
_PASSING = frozenset({"", "line-down", "busy"})


@dataclass(frozen=True, slots=True)
class LineState:
    """Where the desk stands, whether its server was reached last, and what is proved.

    ``down_since`` is the last moment at which the line was known to be up, ``None`` while it is.
    ``proved`` says that the server's own signature vouches for every event of this desk. ``why``
    tells what keeps them apart where waiting alone does not mend it.
    """

    standing: Standing
    down_since: datetime | None
    proved: bool
    at: datetime
    why: str = ""

    @property
    def enrolled(self) -> bool:
        """Whether this desk has a server at all."""
        return self.standing.line is not None

    @property
    def good(self) -> bool:
        """Whether the green mark may be shown: all is at the server, and it has signed for it."""
        return self.proved and self.down_since is None and not self.standing.waiting

    @property
    def words(self) -> str:
        """Where what is, in one sentence."""
        if self.down_since is None:
            return self.standing.words
        if self.why:
            return f"{self.why} · {self.standing.words}"
        since = when_words(self.down_since, self.at)
        return f"Chưa nối được máy chủ từ {since} · {self.standing.words}"


def look(desk: Desk) -> LineState:
    """Read how the line stands."""
    stands = standing(desk)
    return LineState(
        standing=stands,
        down_since=_down_since(desk, stands),
        proved=stands.line is not None and _proved(desk, stands.line),
        at=desk.now(),
        why=_why(desk),
    )


def when_words(moment: datetime, now: datetime) -> str:
    """A moment as short as it can be said today: ``08:15``, or with its date."""
    told = in_office_zone(moment)
    return f"{told:%H:%M}" if told.date() == in_office_zone(now).date() else short_moment(told)


def _down_since(desk: Desk, stands: Standing) -> datetime | None:
    last = line_rows.last_of_road(desk.database, BY_LINE)
    if stands.line is None or last is None or not last.outcome:
        return None
    whole = line_rows.last_of_road(desk.database, BY_LINE, whole=True)
    return whole.ended_at if whole else stands.line.enrolled_at


def _why(desk: Desk) -> str:
    last = line_rows.last_of_road(desk.database, BY_LINE)
    return last.words if last and last.outcome not in _PASSING else ""


def _proved(desk: Desk, line: LineRow) -> bool:
    """Whether the last receipt of every epoch of this desk holds, against its key and our chain."""
    device = desk.store.journal.device.device
    epochs = foreign.held(desk.database, device)
    return bool(epochs) and all(_epoch_proved(desk, line, device, epoch) for epoch in epochs)


def _epoch_proved(desk: Desk, line: LineRow, device: str, epoch: int) -> bool:
    receipt = line_rows.receipt(desk.database, device, epoch)
    if receipt is None or receipt.incarnation != line.incarnation:
        return False
    if foreign.hash_at(desk.database, device, epoch, receipt.acked) != receipt.head:
        return False
    told = Receipt(
        line.agency, device, epoch, receipt.acked, receipt.head, receipt.position, receipt.chain,
        receipt.incarnation,
    )  # fmt: skip
    return holds(line.server_key, receipt.signature, told.statement)
