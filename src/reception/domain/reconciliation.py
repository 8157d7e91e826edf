"""The day's reconciliation with the server above: what went and came, and where both logs stand.

Hashes stand in groups of four characters, to be read to the other end over the telephone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.domain.list_frame import Drawing, minute_of, numbered
from reception.domain.moments import date_words, in_office_zone
from reception.domain.money import figures
from reception.domain.paper import Paper

_GROUP = 4


class Verdict(StrEnum):
    """What holding the one end against the other gave."""

    EQUAL = "equal"
    BEHIND = "behind"
    DIFFERENT = "different"
    NO_RECEIPT = "no-receipt"


VERDICT_WORDS = {
    Verdict.EQUAL: "BẰNG NHAU",
    Verdict.BEHIND: "CHƯA SO ĐƯỢC: máy này chưa tải về đến số máy chủ đã ký",
    Verdict.DIFFERENT: "KHÁC NHAU: hãy gọi người quản trị máy chủ",
    Verdict.NO_RECEIPT: "CHƯA SO ĐƯỢC: máy chủ chưa ký nhận lần nào",
}


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """One exchange of the day; ``road`` and ``outcome`` are in words."""

    at: datetime
    road: str
    sent: int
    received: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Place:
    """A number in a chain or log, and the raw hash there; no hash for what is not known."""

    number: int
    hash: bytes = b""


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends as of the moment of drawing up.

    ``own`` is the end of this desk's chain, ``acked`` up to where the server has signed for it,
    ``log`` the commune's log as this desk holds it, ``server`` where the server signed it stood.
    """

    server_name: str
    desk: str
    own: Place
    acked: Place
    log: Place
    server: Place
    signed_at: datetime | None
    waiting: int
    own_verdict: Verdict
    log_verdict: Verdict


def reconciliation(drawing: Drawing, rows: Sequence[ExchangeLine], ends: Ends, day: date) -> Paper:
    """Biên bản đối soát: the day's exchanges, then number and hash at both ends."""
    exchanged = numbered(
        {
            "at": f"{in_office_zone(row.at):%H:%M}",
            "road": row.road,
            "sent": figures(row.sent),
            "received": figures(row.received),
            "outcome": row.outcome,
        }
        for row in rows
    )
    words = {
        "day": date_words(day),
        "server": ends.server_name,
        "desk": ends.desk,
        "number": figures(len(rows)),
        "sent_total": figures(sum(row.sent for row in rows)),
        "received_total": figures(sum(row.received for row in rows)),
        "waiting": figures(ends.waiting),
        "signed": minute_of(ends.signed_at) or "chưa lần nào",
        "own_verdict": VERDICT_WORDS[ends.own_verdict],
        "log_verdict": VERDICT_WORDS[ends.log_verdict],
        "by_hand": "",
    }
    places = tuple(
        {"what": what, "number": figures(place.number), "hash": grouped_hash(place.hash)}
        for what, place in (
            ("Chuỗi sự kiện của máy này", ends.own),
            ("Máy chủ đã ký nhận của máy này", ends.acked),
            ("Sổ chung của xã tại máy này", ends.log),
            ("Sổ chung của xã tại máy chủ, theo biên nhận", ends.server),
        )
    )
    series = {"exchanges": exchanged, "places": places}
    return drawing.paper(f"ngày {date_words(day)}", words, series)


def grouped_hash(raw: bytes) -> str:
    """A hash in groups of four characters: ``9F2C 0B77 …``; a dash for none."""
    letters = raw.hex().upper()
    groups = (letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP))
    return " ".join(groups) or "–"
