"""What home reads of the register: first what is looked at first, then what may take longer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reception.domain.listing import DossierRow, ListQuery, Pile, Shelf, TodayCounts
from reception.services import apology_drafts, drafting, lookup, received_packs
from reception.services.desk import Desk
from reception.services.drafting import Draft
from reception.storage import closed_rows, lists
from reception.storage.feedback_rows import Pressing

if TYPE_CHECKING:
    from reception.services.publication import Overview

MOST_PRESSING = 12
_NOTHING = Pressing()


@dataclass(frozen=True, slots=True)
class Today:
    """The figures and rows with which the day begins; ``suspended`` is a part of those waiting."""

    counts: TodayCounts
    suspended: int
    pressing: list[DossierRow]
    drafts: list[Draft]


@dataclass(frozen=True, slots=True)
class Burden:
    """Where the work lies, and how many apologies wait to be signed; ``more`` if not all known.

    ``reviews`` counts what two desks left for a person to decide. ``broken`` and ``news`` tell of
    the server's packs, a sentence each; ``publication`` of the month to be made public.
    """

    fields: list[Pile]
    holders: list[Pile]
    apologies: int
    more: bool
    reviews: int = 0
    feedback: Pressing = _NOTHING
    broken: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    publication: Overview | None = None


def read_today(desk: Desk, login: str) -> Today:
    """Read the page's figures and rows, in the lane."""
    pressing = lookup.shelf(desk, Shelf.OVERDUE, MOST_PRESSING)
    for shelf in (Shelf.DUE_TODAY, Shelf.DUE_SOON):
        pressing += lookup.shelf(desk, shelf, MOST_PRESSING - len(pressing))
    suspended = lists.numbers(desk.database, ListQuery(Shelf.SUSPENDED), desk.horizon())
    return Today(lookup.today(desk), len(suspended), pressing, drafting.of_login(desk, login))


def read_burden(desk: Desk) -> Burden:
    """Read what the figures did not wait for, in the lane."""
    from reception.services import publication  # not before the first paint

    waiting = apology_drafts.draft_count(desk)
    return Burden(
        lookup.fields(desk),
        lookup.holders(desk),
        waiting.number,
        waiting.at_least,
        closed_rows.count_to_decide(desk.store),
        lookup.pressing_feedback(desk),
        tuple(pack.words for pack in received_packs.broken(desk)),
        tuple(pack.told for pack in received_packs.lately(desk)),
        publication.overview(desk),
    )
