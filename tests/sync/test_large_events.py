"""However much somebody writes, no event is too large to be sent: split, or refused at once."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from at_the_counter import BY
from ends import AGENCY, log_of, received
from reception.domain import chain
from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.domain.events import CatalogueRevised
from reception.domain.pack import LARGEST, Pack, PackReleased, entity_of
from reception.domain.procedure import Procedure
from reception.services import catalogue, clock, exchange, packs
from reception.storage import reference
from reception.sync import wire
from reception.sync.server_chain import say
from sent_down import pack, settle

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)


def noise(letters: int) -> str:
    """Text that hardly packs: letters of three bytes each, none like the one before."""
    chance = random.Random(1)  # noqa: S311 - as long as it is the same each time
    return "".join(map(chr, chance.choices(range(0x4E00, 0x9FFF), k=letters)))


def revision(procedure: Procedure, size: int) -> CatalogueRevised:
    """A revision of the catalogue that is so many bytes long as written."""
    bare = CatalogueRevised("thử", (replace(procedure, code="9.1", notes=""),))
    room = size - len(chain.write(bare))
    whole = replace(bare.procedures[0], notes=noise(room // 3) + "a" * (room % 3))
    return replace(bare, procedures=(whole,))


def test_the_largest_event_that_can_be_written_reaches_another_desk(commune):
    first, second = commune.desk(0), commune.desk(1)
    largest = revision(first.procedures[0], chain.LARGEST_BODY)
    with first.store.writing():
        first.store.record_reference(largest, at=first.now(), by=BY)

    settle(commune, second, first)

    assert list(log_of(first)) == list(log_of(second))
    assert largest.procedures[0] in reference.procedures(second.database)
    assert exchange.waiting(first) == 0


def test_what_is_larger_is_refused_before_it_is_written(commune):
    desk = commune.desk(0)
    too_large = revision(desk.procedures[0], chain.LARGEST_BODY + 1)
    before = desk.store.journal.count()

    with pytest.raises(RuleViolation, match="hãy rút ngắn") as refusal, desk.store.writing():
        desk.store.record_reference(too_large, at=desk.now(), by=BY)

    assert refusal.value.code == "event-too-large"
    assert desk.store.journal.count() == before


def test_a_list_of_papers_without_end_is_refused_and_the_dossier_goes_on(commune):
    desk = commune.desk(0)
    dossier = received(desk)
    wanted = ["Giấy xác nhận tình trạng hôn nhân của Uỷ ban nhân dân xã"] * 15_000

    with pytest.raises(RuleViolation) as refusal:
        clock.request_supplement(desk, dossier.dossier_id, wanted=wanted, reason="thiếu", by=BY)

    assert refusal.value.code == "event-too-large"
    clock.request_supplement(desk, dossier.dossier_id, wanted=wanted[:3], reason="thiếu", by=BY)
    commune.exchange(desk)
    assert exchange.waiting(desk) == 0


def test_a_catalogue_that_fits_into_no_event_is_written_down_in_several(commune):
    first, second = commune.desk(0), commune.desk(1)
    some = first.procedures[0]
    wanted = [
        replace(some, code=f"9.{number}", version=1, notes=noise(1500)) for number in range(400)
    ]

    catalogue.revise(first, wanted, "danh muc lon.xlsx", by=ADMINISTRATOR)
    settle(commune, first, second)

    assert first.database.row(
        "SELECT count(*), max(length(body)) < :most FROM event WHERE kind = 'catalogue.revised'"
        " AND seq > 3",
        most=wire.MOST_PACKED,
    ) == (3, 1)
    assert set(wanted) <= set(second.procedures)


def test_the_largest_pack_that_a_server_gives_out_reaches_a_desk(commune):
    desk = commune.desk(0)
    bare = pack(days=(), message="")
    filled = replace(bare, source="")
    whole = _filled(desk.procedures[0], filled, LARGEST)

    assert packs.checked(whole) == whole
    with pytest.raises(RuleViolation) as refusal:
        packs.checked(_filled(desk.procedures[0], filled, LARGEST + 1))
    now = commune.clock()
    with commune.ledger.writing() as work:
        say(work, AGENCY, PackReleased(10**9, whole, now), entity_of(whole.pack), now)
    commune.exchange(desk)

    assert refusal.value.code == "pack-too-large"
    assert desk.database.rows("SELECT state FROM pack") == [("applied",)]


def _filled(procedure: Procedure, bare: Pack, size: int) -> Pack:
    """A pack that is so many bytes long as written."""
    one = replace(procedure, valid_from=bare.valid_from, valid_until=None, notes="")
    room = size - len(chain.write(replace(bare, procedures=(one,))))
    return replace(bare, procedures=(replace(one, notes=noise(room // 3) + "a" * (room % 3)),))
