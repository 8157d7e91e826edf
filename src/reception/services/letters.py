"""Signed apologies on their way: by hand, by post, by telephone, each road by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import RuleViolation
from reception.domain.listing import DossierRow
from reception.domain.notice import Road, is_told
from reception.services import apologies, finishing
from reception.services.desk import Desk
from reception.storage import lists, notices

SHOWN_DAYS = 30


@dataclass(frozen=True, slots=True)
class Letter:
    """A signed apology, and how far each of its roads has come."""

    row: DossierRow
    number: str
    roads: tuple[Road, ...]

    @property
    def told(self) -> bool:
        """Whether the applicant knows, by whichever road."""
        return is_told(self.roads)

    def road(self, channel: NoticeChannel) -> Road | None:
        """Its latest road of a kind."""
        return next((road for road in reversed(self.roads) if road.channel is channel), None)


def signed(desk: Desk, days: int = SHOWN_DAYS) -> list[Letter]:
    """The letters signed within the last days, the newest first."""
    today = desk.now().date()
    found = dict(notices.letters(desk.database, today - timedelta(days=days), today))
    rows = lists.page(desk.database, list(found))
    return _letters(desk, rows, found)


def one(desk: Desk, dossier_id: str) -> Letter | None:
    """The letter of a dossier, if one was signed."""
    dossier = desk.store.dossier(dossier_id)
    row = lists.by_reference(desk.database, dossier.reference) if dossier else None
    if dossier is None or row is None or dossier.apology is None:
        return None
    return _letters(desk, [row], {row.n: dossier.apology.number})[0]


def mark(
    desk: Desk,
    dossier_id: str,
    channel: NoticeChannel,
    outcome: NoticeOutcome,
    *,
    by: str,
    note: str = "",
) -> Dossier:
    """Write down how far the letter has come on one road; the others stay as they are.

    Raises:
        RuleViolation: ``waybill-missing`` for the post without a waybill, or the act is not
            allowed now.
    """
    letter = one(desk, dossier_id)
    road = letter.road(channel) if letter else None
    if channel is not NoticeChannel.POST:
        to = road.to if road else ""
        return apologies.notify(desk, dossier_id, channel, outcome, by=by, to=to, note=note)
    if road is None or outcome not in {NoticeOutcome.REACHED, NoticeOutcome.FAILED}:
        raise RuleViolation(
            "waybill-missing",
            "Thư gửi bưu điện cần số vận đơn; hãy quét hoặc gõ số vận đơn vào ô bên dưới.",
            field="waybill",
        )
    delivered = outcome is NoticeOutcome.REACHED
    return finishing.reconcile_post(
        desk, dossier_id, road.to, delivered=delivered, by=by, note=note
    )


def post(desk: Desk, dossier_id: str, waybill: str, *, by: str) -> Dossier:
    """Write down that the letter went to the post.

    Raises:
        RuleViolation: As for :func:`reception.services.finishing.post`.
    """
    return finishing.post(desk, dossier_id, waybill, by=by, what=apologies.ABOUT)


def _letters(desk: Desk, rows: Sequence[DossierRow], numbers: dict[int, str]) -> list[Letter]:
    roads = notices.roads(desk.database, [row.dossier_id for row in rows], apologies.ABOUT)
    return [Letter(row, numbers[row.n], tuple(roads[row.dossier_id])) for row in rows]
