"""Several copies at once, and a restored server: each event stays, once, and nobody waits."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from at_the_counter import BY, clock_at
from ends import AGENCY, Commune, exchanger, lists_of, log_of, received
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.numbering import code_scope
from reception.services import blanks, certification, finishing, inbox, reviews, safekeeping
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.storage.backup import start_new_epoch
from reception.sync.asking import Request
from reception.sync.exchanging import Outcome
from reception.sync.line import LineDown
from sent_down import SUBMISSION, submitted
from strange_events import FAULTY


def clone_of(commune: Commune, desk: Desk) -> Desk:
    folder = commune.folder / f"ban-sao-{len(commune.desks)}"
    folder.mkdir()
    desk.database.copy_to(folder / desk.database.path.name)
    return commune.opened(folder)


def settle(commune: Commune, *desks: Desk) -> None:
    for desk in desks * 3:
        commune.exchange(desk)


def served(commune: Commune) -> list[bytes]:
    with commune.ledger.reading() as work:
        return [event.header for event in work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 30)]


def copy_ledger(file: Path, target: Path) -> Path:
    source, copy = sqlite.connect(str(file)), sqlite.connect(str(target))
    source.backup(copy)
    copy.close()
    source.close()
    return target


def nothing_goes_up(_way: str, request: Request) -> None:
    if request.method == "POST":
        raise LineDown


def test_what_two_copies_have_not_sent_goes_up_once(commune):
    """A third copy was before them, so both take the same events up in an epoch of their own."""
    desk = commune.desk(0)
    commune.exchange(desk)
    third = clone_of(commune, desk)
    ours = received(desk, "Đỗ Thị Ưởng")
    finishing.settle_fee(desk, ours.dossier_id, amount_vnd=5000, by=BY)
    second = clone_of(commune, desk)
    received(third, "Lò Văn Ín")

    settle(commune, third, desk, second)

    assert len(set(served(commune))) == len(served(commune))
    assert lists_of(desk) == lists_of(second) == lists_of(third)
    for one in (desk, second, third):
        known = one.store.dossier(ours.dossier_id)
        assert known
        assert len(known.fees) == 1
        assert not one.database.rows("SELECT 1 FROM review WHERE kind = 'opened-twice'")
        assert safekeeping.verify(one).faults == ()


def test_a_restored_server_that_goes_on_with_another_copy_holds_up_nobody(commune, tmp_path):
    """Another desk knows the first one's chain as it was before the restore."""
    desk, other = commune.desk(0), commune.desk(1)
    settle(commune, desk, other)
    copy = clone_of(commune, desk)
    before = copy_ledger(tmp_path / "ledger.db", tmp_path / "ledger-before.db")
    received(desk, "Đỗ Thị Ưởng")
    settle(commune, desk, other)
    received(copy, "Lò Văn Ín")
    written = {h for one in (desk, copy) for (h,) in one.database.rows("SELECT header FROM event")}

    commune.restore_server(before)
    commune.exchange(copy)
    commune.exchange(other)
    settle(commune, desk, other, copy)

    assert written <= set(served(commune))
    assert len(set(served(commune))) == len(served(commune))
    assert list(log_of(other)) == list(log_of(desk))
    assert lists_of(other) == lists_of(desk)
    assert other.database.row("SELECT owes_others FROM line") == (0,)
    assert safekeeping.verify(other).faults == ()


def test_what_is_to_be_reviewed_is_named_by_the_chain_that_it_hangs_on(commune):
    """The server has another copy's continuation, so all that was written hangs anew."""
    desk = commune.desk(0)
    commune.exchange(desk)
    copy = clone_of(commune, desk)
    received(copy, "Lò Văn Ín")
    opened_twice = next(write for write in FAULTY if write.__name__ == "_opened_again")
    dossier = received(desk)
    opened_twice(desk, dossier.dossier_id)

    settle(commune, copy, desk)

    (row,) = desk.database.rows("SELECT about FROM review WHERE kind = 'opened-twice'")
    assert desk.database.rows(
        "SELECT 1 FROM event WHERE hash = :about", about=bytes.fromhex(row[0])
    )
    assert lists_of(desk) == lists_of(copy)


def test_what_was_decided_stays_decided_when_all_of_it_hangs_anew(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    copy = clone_of(commune, desk)
    received(copy, "Lò Văn Ín")
    opened_twice = next(write for write in FAULTY if write.__name__ == "_opened_again")
    opened_twice(desk, received(desk).dossier_id)
    (before,) = reviews.waiting(desk)
    reviews.keep(desk, before.dossier_id, before.about, before.field, by=BY)

    settle(commune, copy, desk)

    assert not desk.database.rows("SELECT 1 FROM event WHERE hex(hash) = upper(:about)",
                                  about=before.about)  # fmt: skip
    assert all(one.kind == "same-code" for one in reviews.waiting(desk) + reviews.waiting(copy))
    assert lists_of(desk) == lists_of(copy)


def test_of_a_submission_accepted_twice_what_was_decided_stays_decided(commune, tmp_path):
    """The desk that came second decided; then the restored server took another copy's chain in."""
    first, desk = commune.desk(1), commune.desk(0)
    submitted(commune, first, desk)
    copy = clone_of(commune, desk)
    inbox.accept(first, SUBMISSION, by=BY)
    settle(commune, first, desk)
    before = copy_ledger(tmp_path / "ledger.db", tmp_path / "ledger-before.db")
    inbox.accept(copy, SUBMISSION, by=BY)
    commune.exchange(copy)
    (open_one,) = reviews.waiting(copy)
    reviews.keep(copy, open_one.dossier_id, open_one.about, open_one.field, by=BY)

    commune.restore_server(before)
    received(desk, "Lò Văn Ín")
    commune.exchange(desk)
    with pytest.raises(LineDown):
        commune.exchange(copy, commune.line(nothing_goes_up))
    assert copy.store.journal.device.epoch == 2
    assert safekeeping.verify(copy).faults == ()
    settle(commune, desk, copy, first)

    for one in (desk, first, copy):
        assert {row.kind for row in reviews.waiting(one)} <= {"same-code"}
        assert safekeeping.verify(one).faults == ()
    assert lists_of(desk) == lists_of(copy) == lists_of(first)


def test_what_came_before_the_line_broke_is_listed(commune):
    first, second = commune.desk(0), commune.desk(1)
    for _ in range(3):
        received(first)
    commune.exchange(first)
    pages = 0

    def weather(way: str, request: Request) -> None:
        nonlocal pages
        pages += way == "up" and "/events?after" in request.target
        if pages > 1:
            raise LineDown

    step_by_step = exchanger(commune.clock)
    step_by_step.down.events = 1
    with pytest.raises(LineDown):
        step_by_step.exchange(second.store, commune.line(weather), Outcome())

    assert second.database.row("SELECT listed = position AND position > 0 FROM line") == (1,)


def test_numbers_of_certifications_and_blanks_are_left_to_the_other_copy(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    copy = clone_of(commune, desk)
    request = CertificationRequest(
        Matter.COPY, Party("Lò Văn Ín"), (WantedItem("Căn cước"),), signer="Lò A",
        signer_title="Chủ tịch",
    )  # fmt: skip
    received(desk)
    settle(commune, desk, copy)
    certification.certify(copy, request, by=BY)
    printed = blanks.reserve(copy, 2, by=BY)
    settle(commune, copy, desk)

    certification.certify(desk, request, by=BY)
    more = blanks.reserve(desk, 2, by=BY)

    numbers = desk.database.rows("SELECT book, number FROM certified")
    assert len(set(numbers)) == 2
    assert not set(printed) & set(more)
    assert safekeeping.verify(desk).faults == ()


@pytest.mark.parametrize("years", [-10, 10])
def test_a_copy_leaves_numbers_out_though_the_clock_was_wrong(commune, years):
    desk = commune.desk(0)
    commune.clock.at += timedelta(days=365 * years)
    received(desk)
    commune.clock.at = clock_at().at
    today = date(2026, 3, 10)

    with desk.store.writing():
        start_new_epoch(desk.store, today, replaced=0)

    row = desk.database.row(
        "SELECT last FROM counter WHERE scope = :scope", scope=code_scope(today.isoformat())
    )
    assert row == (1000,)


def test_a_copy_brought_back_leaves_the_replaced_register_its_place(commune, tmp_path):
    """What it wrote without a line before it was restored is its own, also once it learns more."""
    desk, other = commune.desk(0), commune.desk(1)
    dossier = received(desk)
    settle(commune, desk, other)
    finishing.settle_fee(desk, dossier.dossier_id, amount_vnd=5000, by=BY)
    safekeeping.backup(desk, tmp_path / "ban-sao.db")
    finishing.record_result(other, dossier.dossier_id, result="Giấy khai sinh", by=BY)
    commune.exchange(other)
    folder = desk.database.path.parent
    desk.close()
    commune.desks.remove(desk)
    shutil.rmtree(folder)

    back = safekeeping.restore(tmp_path / "ban-sao.db", folder, commune.clock)
    commune.desks.append(back)
    commune.exchange(back)
    finishing.settle_fee(back, dossier.dossier_id, amount_vnd=3000, by=BY)
    settle(commune, back, other)

    assert not back.database.rows("SELECT kind FROM review WHERE kind = 'fee-twice'")
