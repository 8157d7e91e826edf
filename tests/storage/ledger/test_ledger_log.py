"""A commune's log: positions without gaps, chains that prove it, and nothing half done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from device_chains import AGENCY, NOW, SIGNATURE, device_chain, log_chain
from reception.storage.ledger.appending import NotNext
from reception.storage.ledger.rows import Appended, Held, OwnChains

EVERYTHING = {"limit": 2000, "max_bytes": 1 << 23}


@pytest.fixture
def log(ledger):
    """A ledger with one commune."""
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
    return ledger


def put(ledger, events, agency=AGENCY) -> Appended:
    with ledger.writing() as work:
        return work.append(agency, events, NOW, SIGNATURE)


def read(ledger, after=0, agency=AGENCY, **how):
    with ledger.reading() as work:
        return work.page(agency, after, **(EVERYTHING | how))


def test_events_get_the_next_positions_and_come_back_byte_for_byte(log):
    one, two = device_chain("a", 5), device_chain("b", 3)

    assert put(log, one[:3]) == Appended(1, 3, log_chain(AGENCY, one[:3]))
    assert put(log, two).first == 4
    assert put(log, one[3:]).last == 8

    expected = one[:3] + two + one[3:]
    found = read(log)
    assert [event.position for event in found] == list(range(1, 9))
    assert [(e.device, e.seq, e.entity, e.header, e.body, e.hash) for e in found] == [
        (e.device, e.seq, e.entity, e.header, e.body, e.hash) for e in expected
    ]


def test_the_chain_of_the_log_is_as_the_exchange_describes_it(log):
    events = device_chain("a", 4) + device_chain("a", 2, epoch=2)
    put(log, events[:4])
    put(log, events[4:])

    assert [event.chain for event in read(log)] == [
        log_chain(AGENCY, events[: n + 1]) for n in range(6)
    ]
    with log.reading() as work:
        assert work.chain_at(AGENCY, 0) == log_chain(AGENCY, [])
        assert work.chain_at(AGENCY, 5) == log_chain(AGENCY, events[:5])
        assert work.chain_at(AGENCY, 7) is None
        stands = work.agency(AGENCY)
        assert (stands.position, stands.chain) == (6, log_chain(AGENCY, events))


def test_what_is_held_of_each_chain(log):
    a, b = device_chain("a", 4), device_chain("b", 2, epoch=3)
    put(log, a)
    put(log, b)

    with log.reading() as work:
        assert work.held(AGENCY, "a", 1) == Held(4, a[3].hash)
        assert work.held(AGENCY, "a", 2) is None
        assert work.held_of(AGENCY, "b") == {3: Held(2, b[1].hash)}
        assert work.held_all(AGENCY) == {
            "a": {1: Held(4, a[3].hash)},
            "b": {3: Held(2, b[1].hash)},
        }


def test_the_hashes_of_an_overlap_can_be_compared(log):
    events = device_chain("a", 10)
    put(log, events[:6])
    put(log, events[6:])

    with log.reading() as work:
        assert work.hashes(AGENCY, "a", 1, 5, 4) == [event.hash for event in events[4:8]]
        assert work.hashes(AGENCY, "a", 1, 9, 5) == [event.hash for event in events[8:]]
        assert work.hashes(AGENCY, "b", 1, 1, 5) == []
        found = work.events_of_chain(AGENCY, "a", 1, 7, 2)
    assert [(event.seq, event.body) for event in found] == [
        (7, events[6].body),
        (8, events[7].body),
    ]


@pytest.mark.parametrize(
    "again",
    [slice(0, 3), slice(1, 4), slice(4, 6), slice(3, 3)],
    ids=["doubled", "overlapping", "beyond a gap", "of two chains"],
)
def test_only_what_continues_the_chain_is_appended(log, again):
    events = device_chain("a", 6)
    put(log, events[:3])
    wrong = events[again] or [events[3], device_chain("b", 5)[4]]

    with pytest.raises(NotNext):
        put(log, wrong)

    assert len(read(log)) == 3
    assert put(log, events[3:]).first == 4


def test_a_transaction_that_fails_leaves_no_gap(log):
    events = device_chain("a", 6)
    put(log, events[:2])

    def append_and_fail():
        with log.writing() as work:
            work.append(AGENCY, events[2:4], NOW, SIGNATURE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        append_and_fail()

    assert put(log, events[2:]) == Appended(3, 6, log_chain(AGENCY, events))
    assert [event.seq for event in read(log)] == [1, 2, 3, 4, 5, 6]


def test_communes_do_not_share_positions(log):
    with log.writing() as work:
        work.add_agency("H40.17", "Xã Sín Thầu", NOW)
    put(log, device_chain("a", 3))

    assert put(log, device_chain("b", 2), "H40.17").last == 2

    assert [event.device for event in read(log, agency="H40.17")] == ["b", "b"]
    with pytest.raises(LookupError):
        put(log, device_chain("c", 1), "H40.99")


def test_a_page_ends_at_its_limit_or_its_weight(log):
    events = device_chain("a", 1200, size=100)
    put(log, events)
    weight = len(events[0].header) + 100

    assert [event.position for event in read(log, 3, limit=2)] == [4, 5]
    assert len(read(log, limit=1100)) == 1100
    assert len(read(log, max_bytes=weight * 700)) == 700
    assert len(read(log, max_bytes=1)) == 1  # or nobody would ever get past it
    assert read(log, 1200) == []


def test_of_its_own_events_a_device_gets_the_places_only(log):
    put(log, device_chain("a", 3))
    put(log, device_chain("b", 2))
    put(log, device_chain("a", 2, epoch=2))
    own = OwnChains("a", {1: 2, 2: 2})
    weight = sum(len(e.header) + len(e.body) for e in read(log)[2:5])

    found = read(log, own=own, max_bytes=weight)

    assert [event.position for event in found if not event.header + event.body] == [1, 2, 6, 7]
    assert [event.hash for event in found] == [event.hash for event in read(log)]
    assert read(log, own=OwnChains("a", {})) == read(log)


def test_the_heads_within_a_page(log):
    a, b = device_chain("a", 5), device_chain("b", 2)
    for events in (a[:2], b, a[2:]):
        put(log, events)

    with log.reading() as work:
        found = work.heads_between(AGENCY, 2, 7)

    assert [(head.device, head.seq, head.position) for head in found] == [("b", 2, 4), ("a", 5, 7)]
    assert (found[0].hash, found[0].signature) == (b[1].hash, SIGNATURE)


@pytest.mark.parametrize(
    "word", ["d\0ssier", "x" * 10_000, "đ" * 3_000], ids=["NUL", "long", "wide"]
)
def test_no_word_of_an_event_keeps_those_beside_it_out(log, word):
    events = device_chain("a", 3)
    events[1] = replace(events[1], entity=word, kind=word)

    put(log, events)

    found = read(log)
    assert [event.header for event in found] == [event.header for event in events]
    assert found[1].entity.startswith("sha256:")
    assert found[2].entity == events[2].entity
