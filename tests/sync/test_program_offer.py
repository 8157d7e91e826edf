"""An update pack comes down to the desks like a scan: by line, by stick, through a hub."""

from __future__ import annotations

import pytest

from at_the_counter import BY
from ends import AGENCY
from hubs import Hub, another_ledger
from program_versions import OTHER_KEY, RELEASE_KEYS, install, pack_for
from reception import __version__
from reception.domain.errors import RuleViolation
from reception.domain.program_offer import ENTITY, ProgramOffered
from reception.services import program_offers, program_update, safekeeping
from sent_down import settle
from sticks import carried

NEWER = "9.0.0"


@pytest.fixture
def here(tmp_path):
    """The program as the desk's PC has it installed."""
    return install(tmp_path / "home", __version__)


@pytest.fixture
def desk(commune):
    made = commune.desk(0)
    settle(commune, made)
    return made


def offer(commune, path):
    return program_offers.offer(commune.ledger, path, commune.scans, commune.clock)


def test_it_is_fetched_with_the_exchange_and_taken_like_one_from_a_stick(
    commune, desk, here, tmp_path
):
    assert offer(commune, pack_for(here, tmp_path, NEWER)) == (NEWER, [AGENCY])
    assert program_update.offered(desk) == ""

    settle(commune, desk)

    assert program_update.offered(desk) == NEWER
    assert program_update.take_offered(here, desk, RELEASE_KEYS) == NEWER
    assert here.waiting == NEWER
    assert safekeeping.verify(desk).faults == ()


def test_a_desk_without_a_line_gets_it_on_a_stick(commune, desk, here, tmp_path):
    offer(commune, pack_for(here, tmp_path, NEWER))

    carried(commune, desk)  # it hears of it
    carried(commune, desk)  # and asks for it

    assert program_update.offered(desk) == NEWER


def test_a_desk_behind_a_hub_gets_it_too(commune, ready_file, here, tmp_path):
    ledger = another_ledger(ready_file, tmp_path / "hub" / "ledger.db")
    hub = Hub(ledger, tmp_path / "hub", commune)
    desk = hub.desk(0)
    offer(commune, pack_for(here, tmp_path, NEWER))

    hub.exchange(desk)
    hub.relay()
    settle(hub, desk)

    assert program_update.offered(desk) == NEWER
    hub.close()


def test_the_server_s_word_alone_brings_no_program_in(commune, desk, here, tmp_path):
    offer(commune, pack_for(here, tmp_path, NEWER, key=OTHER_KEY))
    settle(commune, desk)

    with pytest.raises(RuleViolation) as refused:
        program_update.take_offered(here, desk, RELEASE_KEYS)
    assert refused.value.code == "pack-forged"
    assert here.waiting == ""


def test_what_is_not_newer_is_not_fetched(commune, desk, here, tmp_path):
    offer(commune, pack_for(here, tmp_path, "0.0.1"))
    settle(commune, desk)

    assert program_update.offered(desk) == ""
    with pytest.raises(RuleViolation) as refused:
        program_update.take_offered(here, desk, RELEASE_KEYS)
    assert refused.value.code == "nothing-offered"


def test_a_desk_s_own_word_offers_nothing(desk):
    with desk.store.writing():
        forged = ProgramOffered(NEWER, "ab" * 32, 1000, desk.now())
        desk.store.journal.append(forged, ENTITY, base=b"", at=desk.now(), by=BY)

    assert program_update.offered(desk) == ""


@pytest.mark.parametrize(
    ("content", "agencies", "code"),
    [(b"no pack", (), "not-a-pack"), (None, ("H40.99",), "unknown-agency")],
)
def test_what_cannot_be_offered_is_told_to_nobody(commune, here, tmp_path, content, agencies, code):
    path = pack_for(here, tmp_path, NEWER)
    if content:
        path.write_bytes(content)

    with pytest.raises(RuleViolation) as refused:
        program_offers.offer(commune.ledger, path, commune.scans, commune.clock, agencies=agencies)
    assert refused.value.code == code
    assert not commune.scans.exists()
