"""Copies of a register or a server, healed by sticks alone."""

from __future__ import annotations

import shutil

import pytest

from ends import AGENCY, Commune, lists_of, log_of, received
from reception.services import safekeeping
from reception.services.desk import Desk
from reception.storage import line_rows
from reception.sync.stick_taking import OUTDATED
from sticks import answered, carried, taken, written


def all_events(desk: Desk) -> set[tuple[bytes, bytes]]:
    return set(desk.database.rows("SELECT header, body FROM event"))


def served(commune: Commune) -> list[tuple[bytes, bytes]]:
    with commune.ledger.reading() as work:
        return [(e.header, e.body) for e in work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 30)]


def owners(desk: Desk) -> set[str]:
    return {owner for (owner,) in desk.database.rows("SELECT owner FROM dossier")}


def clone_of(commune: Commune, desk: Desk) -> Desk:
    folder = commune.folder / f"ban-sao-{len(commune.desks)}"
    folder.mkdir()
    desk.database.copy_to(folder / desk.database.path.name)
    return commune.opened(folder)


def copy_ledger(commune: Commune):
    import sqlcipher3.dbapi2 as sqlite

    target = commune.folder / "ledger-before.db"
    source = sqlite.connect(str(commune.folder / "ledger.db"))
    copy = sqlite.connect(str(target))
    source.backup(copy)
    copy.close()
    source.close()
    return target


@pytest.mark.parametrize("old", [1, 3, 40])
def test_a_cloned_disk_goes_on_in_an_epoch_of_its_own(commune, old):
    desk = commune.desk(0)
    for _ in range(old):
        received(desk)
    carried(commune, desk)
    clone = clone_of(commune, desk)
    for _ in range(old):
        received(desk, "Đỗ Thị Ưởng")
        received(clone, "Lò Văn Ín")
    written_by_both = all_events(desk) | all_events(clone)

    carried(commune, desk)
    healed = carried(commune, clone)
    last = carried(commune, clone)
    carried(commune, desk)

    assert (healed.new_epoch, healed.renewed, healed.outcome) == (True, old, "")
    assert "không mất gì" in healed.words
    assert (last.new_epoch, last.sent) == (False, old)
    assert clone.store.journal.device.epoch == 2
    assert set(served(commune)) == written_by_both
    assert len(served(commune)) == len(written_by_both)
    carried(commune, desk)
    assert list(log_of(desk)) == list(log_of(clone))
    assert lists_of(desk) == lists_of(clone)
    for both in (desk, clone):
        assert safekeeping.verify(both).faults == ()
        assert commune.exchange(both).sent == 0


def test_both_clones_with_bundles_on_their_way(commune):
    """Neither knows of the other before both answers are there."""
    desk = commune.desk(0)
    carried(commune, desk)
    clone = clone_of(commune, desk)
    received(desk)
    received(clone, "Lò Văn Ín")
    ours, theirs = written(commune, desk), written(commune, clone)

    answers = [answered(commune, theirs), answered(commune, ours)]
    assert taken(commune, clone, answers[0]).outcome == ""
    assert taken(commune, desk, answers[1]).new_epoch
    for _ in range(2):
        carried(commune, desk)
        carried(commune, clone)

    assert list(log_of(desk)) == list(log_of(clone))
    assert owners(desk) == owners(clone) == {"Đỗ Thị Ưởng", "Lò Văn Ín"}
    assert desk.store.journal.device.epoch == 2


def test_the_answer_meant_for_the_other_clone_does_no_harm(commune):
    desk = commune.desk(0)
    carried(commune, desk)
    clone = clone_of(commune, desk)
    received(desk)
    received(desk)
    received(clone, "Lò Văn Ín")
    answer = answered(commune, written(commune, desk))

    taken(commune, clone, answer)
    taken(commune, desk, answer)
    for _ in range(2):
        carried(commune, clone)
        carried(commune, desk)

    assert list(log_of(desk)) == list(log_of(clone))
    assert lists_of(desk) == lists_of(clone)
    for both in (desk, clone):
        assert safekeeping.verify(both).faults == ()


def test_a_restored_register_gets_back_what_the_server_has(commune, tmp_path):
    desk = commune.desk(0)
    kept = received(desk, "Đỗ Thị Ưởng")
    copy = tmp_path / "ban-sao.db"
    safekeeping.backup(desk, copy)
    lost = received(desk, "Lò Văn Ín")
    carried(commune, desk)
    desk.close()
    commune.desks.remove(desk)
    shutil.rmtree(desk.database.path.parent)

    back = safekeeping.restore(copy, tmp_path / "moi", commune.clock)
    commune.desks.append(back)
    new = received(back, "H'Hen Niê")
    assert carried(commune, back).outcome == ""
    assert carried(commune, back).outcome == ""

    assert owners(back) == {"Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê"}
    assert len({kept.code, lost.code, new.code}) == 3
    assert safekeeping.verify(back).faults == ()
    assert commune.exchange(back).sent == 0


@pytest.mark.parametrize("wrote", [True, False])
def test_a_register_put_back_behind_our_back_gets_a_new_epoch(commune, wrote):
    desk = commune.desk(0)
    received(desk, "Đỗ Thị Ưởng")
    carried(commune, desk)
    older = clone_of(commune, desk)
    received(desk, "Lò Văn Ín")
    carried(commune, desk)

    if wrote:
        received(older, "H'Hen Niê")
    brought = carried(commune, older)
    carried(commune, older)

    assert brought.new_epoch
    assert owners(older) == {"Đỗ Thị Ưởng", "Lò Văn Ín"} | ({"H'Hen Niê"} if wrote else set())
    assert safekeeping.verify(older).faults == ()
    assert commune.exchange(older).sent == 0


def test_the_answer_to_the_lost_register_is_no_use_to_the_restored_one(commune):
    desk = commune.desk(0)
    received(desk, "Đỗ Thị Ưởng")
    carried(commune, desk)
    older = clone_of(commune, desk)
    received(desk, "Lò Văn Ín")
    answer = answered(commune, written(commune, desk))
    received(older, "H'Hen Niê")
    before = all_events(older)

    brought = taken(commune, older, answer)

    assert brought.outcome == OUTDATED
    assert "hãy xuất một gói mới" in brought.words
    assert all_events(older) == before
    assert carried(commune, older).new_epoch
    assert carried(commune, older).outcome == ""
    assert owners(older) == {"Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê"}
    assert taken(commune, older, answer).outcome == ""  # now it adds nothing
    assert safekeeping.verify(older).faults == ()


@pytest.mark.parametrize("dead", [False, True])
@pytest.mark.parametrize("old", [2, 30])
def test_a_server_restored_from_a_copy_gets_everything_back(commune, dead, old):
    first, second = commune.desk(0), commune.desk(1)
    for _ in range(old):
        received(first)
        carried(commune, first)
        received(second)
    for desk in (second, first):
        carried(commune, desk)
    before = copy_ledger(commune)
    received(first, "Lò Văn Ín")
    received(second, "H'Hen Niê")
    for desk in (first, second) * 2:
        carried(commune, desk)
    log = served(commune)

    commune.restore_server(before)
    stale = written(commune, second)
    for desk in (second,) * 3 if dead else (first, second) * 3:
        assert carried(commune, desk).outcome == ""

    assert sorted(served(commune)) == sorted(log)
    assert len(list(log_of(second))) == len(log)
    assert line_rows.line(second.database).owes_others is False
    for desk in (second,) if dead else (first, second):
        assert safekeeping.verify(desk).faults == ()
        assert commune.exchange(desk).sent == 0
    assert taken(commune, second, answered(commune, stale)).outcome == ""
    assert len(list(log_of(second))) == len(log)


def test_an_answer_of_the_server_before_it_was_restored_is_not_followed(commune):
    desk, other = commune.desk(0), commune.desk(1)
    received(desk)
    carried(commune, desk)
    before = copy_ledger(commune)
    received(desk)
    old_answer = answered(commune, written(commune, desk))
    commune.restore_server(before)
    commune.exchange(desk)
    log = list(log_of(desk))

    assert taken(commune, desk, old_answer).outcome == OUTDATED

    assert list(log_of(desk)) == log
    commune.exchange(other)
    commune.exchange(desk)
    assert list(log_of(desk)) == list(log_of(other))


def test_a_server_restored_without_saying_so_is_followed_by_stick(commune):
    """Its administrator forgot “reception server renew”; the log alone tells it."""
    desk, other = commune.desk(0), commune.desk(1)
    received(desk)
    carried(commune, desk)
    before = copy_ledger(commune)
    received(desk, "Lò Văn Ín")
    carried(commune, desk)
    commune.restore_server(before, renew=False)
    received(other, "H'Hen Niê")
    carried(commune, other)

    for _ in range(3):
        carried(commune, desk)
    carried(commune, other)

    assert owners(desk) == owners(other) == {"Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê"}
    assert list(log_of(desk)) == list(log_of(other))
