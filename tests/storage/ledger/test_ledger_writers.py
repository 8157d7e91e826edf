"""Many writers, of whom some give up, and a reader who follows: at P it holds exactly 1 to P."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from device_chains import AGENCY, NOW, SIGNATURE, a_desk, device_chain, log_chain
from reception.storage.ledger.ledger import Ledger

WRITERS, EACH = 8, 60


class GivesUp(Exception):
    """What makes a transaction fail after its events have their positions."""


def write(ledger: Ledger, device: str, n: int) -> int:
    """Append a chain in uneven batches; every third try fails at its end, and is made again."""
    events, done, tries = device_chain(device, EACH, size=40 + 400 * n), 0, 0
    while done < EACH:
        tries += 1
        batch = events[done : done + 1 + (done * 7 + n) % 9]
        try:
            push(ledger, device, batch, gives_up=(tries + n) % 3 == 0)
        except GivesUp:
            continue
        done += len(batch)
    return tries


def push(ledger: Ledger, device: str, batch, *, gives_up: bool) -> None:
    with ledger.writing() as work:
        work.lock_device(device)
        work.append(AGENCY, batch, NOW, SIGNATURE)
        if gives_up:
            raise GivesUp


def follow(ledger: Ledger, writers: list[Future[int]]) -> list:
    """Read page after page until nobody writes any more and nothing is left."""
    seen = []
    while True:
        over = all(each.done() for each in writers)
        with ledger.reading() as work:
            page = work.page(AGENCY, len(seen), limit=37, max_bytes=1 << 20)
            last = work.agency(AGENCY).position
            assert work.chain_at(AGENCY, last) == work.agency(AGENCY).chain
        assert [event.position for event in page] == [
            len(seen) + n for n in range(1, len(page) + 1)
        ]
        assert len(page) == min(37, last - len(seen))
        seen += page
        if over and not page:
            return seen


@pytest.mark.parametrize("ledgers", [1, 2], ids=["one worker", "two workers"])
def test_a_reader_holds_everything_up_to_where_it_is(ledger, ledger_url, ledgers):
    workers = [ledger, *(Ledger.open(ledger_url) for _ in range(ledgers - 1))]
    devices = [f"device-{n}" for n in range(WRITERS)]
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
        for n, device in enumerate(devices):
            work.enrol_device(a_desk(device, n))

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        writing = [
            pool.submit(write, workers[n % ledgers], device, n) for n, device in enumerate(devices)
        ]
        seen = pool.submit(follow, workers[-1], writing).result()

    assert all(each.result() for each in writing)
    assert len(seen) == WRITERS * EACH
    for device in devices:
        assert [e.seq for e in seen if e.device == device] == list(range(1, EACH + 1))
    assert seen[-1].chain == log_chain(AGENCY, seen)
    for other in workers[1:]:
        other.close()


def test_a_device_that_sends_twice_at_once_is_taken_once(ledger):
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
        work.enrol_device(a_desk("a"))
    events = device_chain("a", 50)

    def send() -> int:
        with ledger.writing() as work:
            work.lock_device("a")
            held = work.held(AGENCY, "a", 1)
            new = events[held.acked :] if held else events
            if new:
                work.append(AGENCY, new, NOW, SIGNATURE)
            return len(new)

    with ThreadPoolExecutor(6) as pool:
        taken = [each.result() for each in [pool.submit(send) for _ in range(6)]]

    assert sorted(taken) == [0, 0, 0, 0, 0, 50]
