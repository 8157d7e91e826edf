"""Rights hold below the window: whatever calls a service, a named account does what it may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from at_the_counter import BIRTH, asking
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.custody import DESK
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import Moment
from reception.domain.errors import RuleViolation
from reception.services import (
    apologies,
    blanks,
    bulk,
    certification,
    finishing,
    intake,
    mending,
    passing_on,
    sign_in,
    templates,
)
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.storage import lists

# Ten working days from Tuesday, 10 March 2026.
LONG = "1.010801"
ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
CLERK = Account("may", "Lò Thị Mây", Role.CLERK)
SPECIALIST = Account("lu", "Vàng A Lử", Role.SPECIALIST)
LEADER = Account("yen", "Hoàng Thị Yến", Role.LEADER)
GONE = Account("cu", "Người Đã Nghỉ", Role.CLERK, active=False)
COPY = CertificationRequest(Matter.COPY, Party("Đỗ Thị Ưởng"), (WantedItem("Bằng lái xe"),))


@pytest.fixture
def staffed(desk) -> Desk:
    for account in (CLERK, SPECIALIST, LEADER, GONE):
        sign_in.put_account(desk, account, "2468", by=ADMINISTRATOR)
    return desk


@pytest.fixture
def dossier(staffed) -> Dossier:
    return intake.register(staffed, asking(procedure=LONG), by=CLERK.login)


def refusal(desk: Desk, work: Callable[[], object]) -> RuleViolation:
    """The refusal of something that leaves nothing behind."""
    before = desk.database.rows("SELECT count(*) FROM event")
    with pytest.raises(RuleViolation) as refused:
        work()
    assert desk.database.rows("SELECT count(*) FROM event") == before
    return refused.value


BARRED = {
    "a receipt": lambda desk, _one: intake.register(desk, asking(procedure=BIRTH), by="lu"),
    "a file": lambda desk, _one: intake.register_all(
        desk, [intake.prepare(desk, asking(procedure=BIRTH))], by="lu"
    ),
    "a guidance": lambda desk, _one: intake.guide(
        desk, asking(), wanted=["Tờ khai"], reason="thiếu", by="lu"
    ),
    "a refusal at the counter": lambda desk, _one: intake.refuse(
        desk, asking(), reason="sai nơi", by="lu"
    ),
    "a certification": lambda desk, _one: certification.certify(desk, COPY, by="lu"),
    "blank receipts": lambda desk, _one: blanks.reserve(desk, 1, by="lu"),
    "a wording": lambda desk, _one: templates.import_file(desk, Path("x.toml"), by="lu"),
    "a fee": lambda desk, one: finishing.settle_fee(desk, one, amount_vnd=5000, by="lu"),
    "the post": lambda desk, one: finishing.post(desk, one, "EA123456789VN", by="lu"),
    "a stop": lambda desk, one: finishing.stop(
        desk, one, requested_by="đơn", reason="đổi ý", by="lu"
    ),
    "a correction of a moment": lambda desk, one: mending.correct_time(
        desk, one, Moment.RECEIVED, desk.now(), reason="nhầm", by="lu"
    ),
    "an undoing": lambda desk, one: mending.undo(desk, one, reason="nhầm", by="lu"),
    "an apology by a clerk": lambda desk, one: apologies.apologise(desk, one, by="may"),
}


@pytest.mark.parametrize("what", BARRED)
def test_who_may_not_is_refused_and_told_who_may(staffed, dossier, what):
    refused = refusal(staffed, lambda: BARRED[what](staffed, dossier.dossier_id))

    assert refused.code == "not-allowed"
    assert refused.text.endswith("Quản trị.")
    assert "hãy nhờ " in refused.text


def test_who_may_does_it(staffed, dossier):
    one = dossier.dossier_id
    passing_on.forward(staffed, one, passing_on.holder_of(staffed, "lu"), by="may")
    passing_on.take_over(staffed, one, passing_on.holder_of(staffed, "lu"), by="lu")
    apologies.apologise(staffed, one, by="yen")
    assert finishing.record_result(staffed, one, by="lu").state is State.RESULT_READY
    assert finishing.hand_over(staffed, one, by="may").state is State.HANDED_OVER


def test_whose_account_has_ended_is_refused(staffed, dossier):
    refused = refusal(
        staffed, lambda: passing_on.forward(staffed, dossier.dossier_id, DESK, by="cu")
    )
    assert refused.code == "account-ended"


def test_of_many_dossiers_each_is_refused_with_the_sentence(staffed, dossier):
    row = lists.by_reference(staffed.database, dossier.reference)
    assert row
    [outcome] = bulk.each(staffed, [row], bulk.hand_over(by="lu"))
    assert not outcome.done
    assert "Vàng A Lử" in outcome.text


def test_a_login_without_an_account_works_as_the_command_line_does(desk, staffed, dossier):
    assert finishing.settle_fee(desk, dossier.dossier_id, amount_vnd=1, by="dòng lệnh").fees
