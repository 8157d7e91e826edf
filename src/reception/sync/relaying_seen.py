"""A hub tells the server above when it last heard of its desks: there, nobody asks for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import quote

from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.sync import introducing, messages
from reception.sync.messages import Introduction, IntroductionAnswer
from reception.sync.relaying_up import There, Upward, introduced

Told = dict[str, DeviceRow]
"""The hub's desks as the server above was told of them last."""

_OFTEN_ENOUGH = timedelta(minutes=15)


def tell_seen(upward: Upward, there: There, told: Told, now: datetime) -> None:
    """Tell of the hub's desks that the server above knows, where there is news worth a request.

    Raises:
        LineDown, Later, RefusedBy: As that server says.
    """
    agency = upward.above.agency
    with upward.ledger.reading() as work:
        desks = [
            desk
            for desk in work.devices(agency)
            if desk.kind is DeviceKind.DESK and desk.device in there
        ]
    news = [desk for desk in desks if _is_news(desk, told.get(desk.device))]
    for first in range(0, len(news), introducing.MOST):
        some = news[first : first + introducing.MOST]
        body = messages.write(Introduction([introduced(desk, now) for desk in some]))
        target = f"/v1/communes/{quote(agency)}/devices"
        upward.caller.json("POST", target, IntroductionAnswer, body)
        told.update({desk.device: desk for desk in some})


def _is_news(desk: DeviceRow, before: DeviceRow | None) -> bool:
    if before is None or (desk.revoked_at is None) is not (before.revoked_at is None):
        return True
    if desk.last_seen_at is None or before.last_seen_at is None:
        return desk.last_seen_at is not None
    return desk.last_seen_at - before.last_seen_at >= _OFTEN_ENOUGH
