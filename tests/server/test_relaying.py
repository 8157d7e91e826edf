"""A hub that runs relays by itself, and lets go at once when it is to stop."""

from __future__ import annotations

import logging
from threading import Event
from time import monotonic

import pytest

from at_the_counter import clock_at
from device_chains import SIGNATURE, device_chain
from ends import AGENCY
from hubs import another_ledger
from ledgers import ready_file
from reception.server.hub import RelayThread
from reception.server.watch import LOG
from reception.services import hub, server_keeping
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.sync.backoff import Waiting
from reception.sync.http_line import HttpLine
from reception.sync.joining_above import HubWish
from serving import PATIENCE, serving

__all__ = ["ready_file"]
CLOCK = clock_at()
AT_ONCE = Waiting(first=0.0, shortest=0.01, longest=0.01, answers=0.0)


class Heard(logging.Handler):
    """Hears the server's log."""

    def __init__(self, event: str) -> None:
        super().__init__()
        self.event, self.told = event, Event()
        self.fields: list[dict] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() == self.event:
            self.fields.append(record.fields)
            self.told.set()


@pytest.fixture
def heard():
    handler, level = Heard("relayed"), LOG.level
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    yield handler
    LOG.removeHandler(handler)
    LOG.setLevel(level)


@pytest.fixture
def both(ready_file, tmp_path):
    """The server above and a hub, each with its ledger."""
    made = [another_ledger(ready_file, tmp_path / name / "ledger.db") for name in ("tren", "xa")]
    for ledger in made:
        server_keeping.add_commune(ledger, AGENCY, "Xã Mường Lay", CLOCK)
    yield made
    for ledger in made:
        ledger.close()


def test_it_relays_while_it_runs_and_ends_when_asked(both, heard):
    above, here = both
    thread = RelayThread(here, CLOCK, monotonic, None, AT_ONCE)
    with serving(above) as served:
        thread.start()  # nobody's hub yet
        url = f"http://127.0.0.1:{served.port}"
        code = server_keeping.invite(above, AGENCY, None, "Máy chủ xã", CLOCK).code
        line = HttpLine(url)
        hub.belong(here, line, HubWish(url, "", code), CLOCK)
        line.close()
        bring(above)
        assert heard.told.wait(PATIENCE)
        thread.stop()

    assert heard.fields[0]["held_up"] == 1  # its signature is none
    assert hub.server_above(here).position == 3


def test_a_server_that_is_away_is_told_and_asked_again(both, heard):
    above, here = both
    with serving(above) as served:
        url = f"http://127.0.0.1:{served.port}"
        code = server_keeping.invite(above, AGENCY, None, "Máy chủ xã", CLOCK).code
        line = HttpLine(url)
        hub.belong(here, line, HubWish(url, AGENCY, code), CLOCK)
        line.close()
    thread = RelayThread(here, CLOCK, monotonic, None, AT_ONCE)

    thread.start()
    assert heard.told.wait(PATIENCE)
    thread.stop()

    assert heard.fields[0]["outcome"] == "line-down"
    assert hub.server_above(here).outcome == "line-down"


def bring(ledger) -> None:
    """Events of a desk that the server above holds."""
    desk = DeviceRow("a", AGENCY, 1, "Quầy 1", DeviceKind.DESK, b"p" * 32, b"s" * 32, CLOCK())
    with ledger.writing() as work:
        work.enrol_device(desk)
        work.append(AGENCY, device_chain("a", 3), CLOCK(), SIGNATURE)
