"""A desk whose program is brought up to date: what it had kept unread is listed when it opens."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime

import pytest

from at_the_counter import BY
from ends import Commune, lists_of, received
from reception.domain import events
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.dossier import State
from reception.services import (
    certification,
    finishing,
    inbox,
    packs,
    reviews,
    safekeeping,
    sign_in,
)
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.storage import reference
from sent_down import BRIDGE_DAY, SUBMISSION, pack, settle, submitted

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
COPY = CertificationRequest(
    Matter.COPY, Party("Lò Văn Ín"), (WantedItem("Căn cước"),), signer="Lò A",
    signer_title="Chủ tịch",
)  # fmt: skip
OlderProgram = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def older_program(monkeypatch) -> OlderProgram:
    """The program as it was before it knew some kinds of events."""

    @contextmanager
    def program(*unknown: str) -> Generator[None]:
        with monkeypatch.context() as before:
            for kind in unknown:
                before.delitem(events._KINDS, kind)
            yield

    return program


def reopened(commune: Commune, desk: Desk) -> Desk:
    """The program is ended, and started again on the same folder."""
    desk.close()
    commune.desks.remove(desk)
    return commune.opened(desk.database.path.parent)


def states(desk: Desk) -> dict[str, str]:
    return dict(desk.database.rows("SELECT dossier, state FROM dossier"))


def test_all_that_an_older_program_kept_unread_is_listed_by_a_newer_one(commune, older_program):
    first, second = commune.desk(0), commune.desk(1)
    older = (
        "dossier.result-recorded", "dossier.certified", "account.changed", "pack.released",
        "submission.arrived", "submission.settled",
    )  # fmt: skip
    dossier = received(first)
    settle(commune, first, second)
    with older_program(*older):
        second = reopened(commune, second)
    finishing.record_result(first, dossier.dossier_id, result="Giấy khai sinh", by=BY)
    certification.certify(first, COPY, by=BY)
    packs.release(commune.ledger, pack(), commune.clock)
    submitted(commune, first)
    inbox.accept(first, SUBMISSION, by=BY)
    sign_in.put_account(first, ADMINISTRATOR, "2468", by=ADMINISTRATOR)
    commune.exchange(first)
    with older_program(*older):
        commune.exchange(second)
        assert len(states(second)) == 2
        assert states(second)[dossier.dossier_id] == State.RECEIVED
        assert reference.account(second.database, ADMINISTRATOR.login) is None

    second = reopened(commune, second)

    assert lists_of(second) == lists_of(first)
    assert reference.account(second.database, ADMINISTRATOR.login) == ADMINISTRATOR
    assert not second.calendar.is_working(BRIDGE_DAY.on)
    assert inbox.waiting(second) == []
    assert safekeeping.verify(second).faults == ()


def test_dossiers_without_anything_new_are_left_alone(commune, older_program):
    desk = commune.desk(0)
    ready, other = received(desk), received(desk, "Lò Văn Ín")
    finishing.record_result(desk, ready.dossier_id, result="Giấy khai sinh", by=BY)
    with older_program("dossier.result-recorded"):
        desk = reopened(commune, desk)
    with desk.store.writing():
        desk.database.run("UPDATE dossier SET state = 'as it was'")

    desk = reopened(commune, desk)

    assert states(desk) == {ready.dossier_id: State.RESULT_READY, other.dossier_id: "as it was"}


def test_the_same_program_opens_a_register_without_writing(commune):
    desk = commune.desk(0)
    before = desk.database.row("PRAGMA data_version")

    commune.opened(desk.database.path.parent)

    assert desk.database.row("PRAGMA data_version") == before


def test_what_made_no_sense_to_an_older_program_needs_no_decision_any_more(commune, monkeypatch):
    @dataclass(frozen=True, slots=True)
    class OlderFee:
        at: datetime
        receipt_book: int

    first, second = commune.desk(0), commune.desk(1)
    dossier = received(first)
    finishing.settle_fee(first, dossier.dossier_id, amount_vnd=5000, by=BY)
    with monkeypatch.context() as before:
        before.setitem(events._KINDS, "dossier.fee-settled", OlderFee)
        settle(commune, first, second)
        assert len(reviews.waiting(second)) == 1
    with second.store.writing():
        second.database.run("UPDATE program SET version = '0.0.1'")

    second = reopened(commune, second)

    assert reviews.waiting(second) == []
    assert lists_of(second) == lists_of(first)
