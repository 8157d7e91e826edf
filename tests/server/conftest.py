"""A server on loopback, on each kind of database, with two communes."""

from __future__ import annotations

import pytest

from at_the_counter import clock_at
from desk_client import DeskClient
from ledgers import bare_url, database, ledger, ledger_url, postgres, ready_database, ready_file
from reception.services import server_keeping
from serving import serving

__all__ = [
    "bare_url",
    "database",
    "ledger",
    "ledger_url",
    "postgres",
    "ready_database",
    "ready_file",
]

AGENCY, OTHER = "H40.16", "H40.17"


@pytest.fixture
def communes(ledger):
    """The ledger, with two communes."""
    for code in (AGENCY, OTHER):
        server_keeping.add_commune(ledger, code, f"Xã {code}", clock_at())
    return ledger


@pytest.fixture
def served(communes):
    """The server, with the usual limits."""
    with serving(communes) as running:
        yield running


@pytest.fixture
def invited(communes):
    """Make a one-time code."""

    def invite(agency: str = AGENCY, slot: int = 1) -> str:
        return server_keeping.invite(communes, agency, slot, "Quầy", clock_at()).code

    return invite


@pytest.fixture
def enrolled(invited):
    """Let a desk in over a line."""

    def enrol(line, agency: str = AGENCY, slot: int = 1) -> DeskClient:
        desk = DeskClient(line, agency)
        answer = desk.enrol(invited(agency, slot))
        assert answer.status == 200, answer.body
        return desk

    return enrol


@pytest.fixture
def desk(served, enrolled):
    """A desk of the first commune."""
    return enrolled(served.line)
