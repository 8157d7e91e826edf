"""Copies: a register brought back from one, a cloned disk, a server restored. Nothing is lost."""

from __future__ import annotations

import shutil
from contextlib import suppress

import pytest

from at_the_counter import BY
from ends import AGENCY, Commune, correct, cut_after, lists_of, log_of, received
from reception.domain.dossier_events import PaperIssued
from reception.services import safekeeping
from reception.services.desk import Desk
from reception.sync.line import LineDown


def all_events(desk: Desk) -> set[tuple[bytes, bytes]]:
    """Header and body of every event that a desk holds."""
    return set(desk.database.rows("SELECT header, body FROM event"))


def served(commune: Commune) -> list[tuple[bytes, bytes]]:
    with commune.ledger.reading() as work:
        return [(e.header, e.body) for e in work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 30)]


def owners(desk: Desk) -> set[str]:
    return {owner for (owner,) in desk.database.rows("SELECT owner FROM dossier")}


def settle(commune: Commune, *desks: Desk) -> None:
    """Everybody exchanges until everybody has everything."""
    for desk in desks * 2:
        commune.exchange(desk)


def clone_of(commune: Commune, desk: Desk) -> Desk:
    """A second PC made from the first one's disk."""
    folder = commune.folder / f"ban-sao-{len(commune.desks)}"
    folder.mkdir()
    desk.database.copy_to(folder / desk.database.path.name)
    return commune.opened(folder)


def test_a_cloned_disk_goes_on_in_an_epoch_of_its_own(commune):
    desk = commune.desk(0)
    received(desk)
    commune.exchange(desk)
    clone = clone_of(commune, desk)
    ours, theirs = received(desk, "Đỗ Thị Ưởng"), received(clone, "Lò Văn Ín")
    written = all_events(desk) | all_events(clone)

    commune.exchange(desk)
    outcome = commune.exchange(clone)
    settle(commune, desk, clone)

    assert outcome.new_epoch
    assert clone.store.journal.device.epoch == 2
    assert set(served(commune)) == written
    assert len(served(commune)) == len(written)
    assert list(log_of(desk)) == list(log_of(clone))
    assert lists_of(desk) == lists_of(clone)
    assert owners(desk) >= {"Đỗ Thị Ưởng", "Lò Văn Ín"}
    assert ours.code == theirs.code  # both are on paper
    for both in (desk, clone):
        assert safekeeping.verify(both).faults == ()


def test_copies_that_begin_with_the_same_unsent_events_bring_them_once(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    first = clone_of(commune, desk)
    received(first, "Đỗ Thị Ưởng")
    second = clone_of(commune, first)
    received(desk, "Lò Văn Ín")
    received(second, "H'Hen Niê")
    written = all_events(desk) | all_events(first) | all_events(second)

    for one in (desk, first, second):
        commune.exchange(one)
    settle(commune, desk, first, second)

    assert set(served(commune)) == written
    assert len(served(commune)) == len(written)
    for one in (desk, first, second):
        assert owners(one) == {"Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê"}
        assert safekeeping.verify(one).faults == ()


def test_what_a_copy_printed_stands_once_in_every_print_log(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    first = clone_of(commune, desk)
    dossier, now = received(first), first.now()
    first.store.record(dossier.dossier_id, PaperIssued("receipt", 1, now), at=now, by=BY)
    second = clone_of(commune, first)
    received(desk)

    for one in (desk, first, second):
        commune.exchange(one)
    settle(commune, desk, first, second)

    for one in (desk, first, second):
        assert one.database.rows("SELECT dossier FROM printed") == [(dossier.dossier_id,)]
        assert safekeeping.verify(one).faults == ()


def test_both_dossiers_of_one_code_are_shown_to_the_clerk(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    clone = clone_of(commune, desk)
    ours, theirs = received(desk), received(clone)

    settle(commune, desk, clone)

    found = desk.database.rows("SELECT dossier, about, kind FROM review ORDER BY dossier")
    assert sorted(found) == sorted(
        [
            (ours.dossier_id, theirs.dossier_id, "same-code"),
            (theirs.dossier_id, ours.dossier_id, "same-code"),
        ]
    )


def test_after_a_clone_no_number_is_given_out_twice_again(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    clone = clone_of(commune, desk)
    received(desk)
    received(clone)
    settle(commune, desk, clone)

    codes = [received(which).code for which in (desk, clone) for _ in range(5)]

    assert len(set(codes)) == 10


def test_a_restored_register_gets_back_what_the_server_has(commune, tmp_path):
    desk = commune.desk(0)
    kept = received(desk, "Đỗ Thị Ưởng")
    copy = tmp_path / "ban-sao.db"
    safekeeping.backup(desk, copy)
    lost = received(desk, "Lò Văn Ín")
    commune.exchange(desk)
    desk.close()
    commune.desks.remove(desk)
    shutil.rmtree(desk.database.path.parent)

    back = safekeeping.restore(copy, tmp_path / "moi", commune.clock)
    commune.desks.append(back)
    new = received(back, "H'Hen Niê")
    commune.exchange(back)

    assert owners(back) == {"Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê"}
    assert len({kept.code, lost.code, new.code}) == 3
    assert safekeeping.verify(back).faults == ()


def test_a_register_put_back_behind_our_back_gets_a_new_epoch(commune, tmp_path):
    """Somebody copied the file over by hand: nothing in it says so, only the server knows."""
    desk = commune.desk(0)
    received(desk, "Đỗ Thị Ưởng")
    commune.exchange(desk)
    older = clone_of(commune, desk)
    received(desk, "Lò Văn Ín")
    commune.exchange(desk)

    received(older, "H'Hen Niê")
    outcome = commune.exchange(older)

    assert outcome.new_epoch
    assert owners(older) == {"Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê"}
    assert safekeeping.verify(older).faults == ()


@pytest.mark.parametrize("dead", [False, True])
def test_a_server_restored_from_a_copy_gets_everything_back(commune, tmp_path, dead):
    """Also what a desk had brought that exists no more: another desk hands it back."""
    first, second = commune.desk(0), commune.desk(1)
    received(first, "Đỗ Thị Ưởng")
    settle(commune, first, second)
    file = tmp_path / "ledger.db"
    before = tmp_path / "ledger-before.db"
    _copy_ledger(file, before)
    received(first, "Lò Văn Ín")
    received(second, "H'Hen Niê")
    settle(commune, first, second)
    log = served(commune)

    commune.restore_server(before)
    for desk in (second, second) if dead else (first, second, first):
        commune.exchange(desk)

    assert sorted(served(commune)) == sorted(log)
    assert len(served(commune)) == len(log)
    assert safekeeping.verify(second).faults == ()
    assert len(list(log_of(second))) == len(log)


def test_lists_keep_up_with_a_restored_server_wherever_the_line_breaks(commune, tmp_path):
    """What two desks wrote comes in another order once the server has lost its places."""
    first, second = commune.desk(0), commune.desk(1)
    dossier_id = received(first).dossier_id
    settle(commune, first, second)
    before = tmp_path / "ledger-before.db"
    _copy_ledger(tmp_path / "ledger.db", before)
    correct(first, dossier_id, phone="0912345678")
    correct(second, dossier_id, phone="0987654321")
    settle(commune, second, first)
    listed = lists_of(first)

    commune.restore_server(before)
    for requests in range(8):
        with suppress(LineDown):
            commune.exchange(first, commune.line(cut_after(requests)))
        assert safekeeping.verify(first).faults == ()
    settle(commune, first, second)

    assert lists_of(first) == lists_of(second) != listed


def _copy_ledger(file, target) -> None:
    import sqlcipher3.dbapi2 as sqlite

    source, copy = sqlite.connect(str(file)), sqlite.connect(str(target))
    source.backup(copy)
    copy.close()
    source.close()
