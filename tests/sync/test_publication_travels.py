"""A month that one desk's head made public is public at all desks of the commune."""

from __future__ import annotations

from at_the_counter import BY
from ends import lists_of, received
from reception.domain.publication import MonthPublished, digest, parse_month
from reception.services import publication, safekeeping
from reception.storage import published_months


def publish(desk, month: str) -> MonthPublished:
    """Take down a publication without its files: what travels is the event."""
    rows = publication.figures(desk, parse_month(month)).rows
    event = MonthPublished(month, rows, digest(rows), (), desk.now())
    with desk.store.writing():
        desk.store.record_publication(event, at=desk.now(), by=BY)
    return event


def test_a_publication_is_known_at_the_other_desk_and_the_last_one_holds(commune):
    first, second = commune.desk(0), commune.desk(1)
    received(first)
    for desk in (first, second) * 2:
        commune.exchange(desk)
    month = f"{first.now():%Y-%m}"
    publish(first, month)
    commune.exchange(first)
    commune.exchange(second)
    last = publish(second, month)
    for desk in (second, first):
        commune.exchange(desk)
    for desk in (first, second):
        assert published_months.published(desk.store)[month].event == last
        assert safekeeping.verify(desk).faults == ()
    assert lists_of(first) == lists_of(second)
