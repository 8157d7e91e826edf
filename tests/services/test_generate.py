"""Invented data: real enough to try the desk on, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from reception.domain.citizen_card import identity_warnings
from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.domain.listing import DossierRow, ListQuery, Order, Shelf
from reception.domain.moments import OFFICE_ZONE
from reception.domain.text import fold
from reception.services import (
    apologies,
    demo,
    feedback,
    finishing,
    lookup,
    roster,
    safekeeping,
    sign_in,
    targets,
)
from reception.services.desk import Desk
from reception.services.generate import generate
from reception.services.set_up import office_named, set_up
from reception.storage import lists

FRIDAY_MORNING = datetime(2026, 11, 20, 10, 30, tzinfo=OFFICE_ZONE)
FRIDAY_EVENING = datetime(2026, 11, 20, 19, 15, tzinfo=OFFICE_ZONE)
SUNDAY = datetime(2026, 11, 22, 9, 40, tzinfo=OFFICE_ZONE)
ACTS = (
    "received", "guided", "refused", "receipt-undone", "forwarded", "taken-over", "sent-back",
    "supplement-requested", "supplement-received", "suspended", "resumed", "extended",
    "delay-explained", "apologised", "notified", "result-recorded", "rejected", "stopped",
    "handed-over", "fee-settled", "posted", "post-reconciled", "corrected", "reclassified",
)  # fmt: skip
MONDAY_BEFORE_OPENING = datetime(2026, 11, 23, 6, 50, tzinfo=OFFICE_ZONE)


@pytest.fixture
def new_desk(tmp_path: Path):
    """Makes empty registers, each in a folder of its own."""
    desks: list[Desk] = []

    def make(now: datetime = FRIDAY_MORNING) -> Desk:
        folder = tmp_path / str(len(desks))
        desks.append(set_up(folder, office_named("Xã Mường Thanh", "H99.36"), lambda: now))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory):
    """The demo's office on a Friday morning."""
    desk = demo.set_up_demo(tmp_path_factory.mktemp("demo"), lambda: FRIDAY_MORNING)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory):
    """An office that has seen 1,500 dossiers, and so enough names of every kind."""
    folder = tmp_path_factory.mktemp("crowded")
    desk = set_up(folder, office_named("Xã Mường Thanh", "H99.36"), lambda: FRIDAY_MORNING)
    generate(desk, 1500, seed=3, until=desk.now())
    yield desk
    desk.close()


def rows_of(desk: Desk) -> list[DossierRow]:
    query = ListQuery(order=Order.NEWEST)
    return lists.page(desk.database, lists.numbers(desk.database, query, desk.horizon()))


def seen(desk: Desk) -> list[tuple[object, ...]]:
    """What a clerk sees of every dossier; identities of dossiers are never the same twice."""
    return [
        (row.reference, row.owner, row.identity, row.procedure_code, row.opened_at, row.state,
         row.due_at, row.target_at, row.holder, row.touched_at, row.result_at, row.handed_over_at)
        for row in rows_of(desk)
    ]  # fmt: skip


def test_the_office_has_a_roster_feedback_and_targets(busy):
    today = busy.now().date()
    assert len(roster.week(busy, today).people) == 4
    assert roster.as_before(busy, today)
    assert len(feedback.find(busy)) == 3
    assert len(feedback.find(busy, only_open=True)) == 2
    assert targets.targets(busy, today.year).progress


def test_the_home_page_is_lively(busy: Desk) -> None:
    today = lookup.today(busy)
    assert (
        min(today.received_today, today.due_today, today.due_soon, today.overdue, today.to_collect)
        > 0
    )


def test_there_are_as_many_dossiers_as_asked_for(busy: Desk) -> None:
    assert len(rows_of(busy)) == 400


def test_every_chain_and_list_verifies(busy: Desk) -> None:
    assert safekeeping.verify(busy).whole


def test_everybody_signs_in_with_the_demo_pin(busy: Desk) -> None:
    for account in (demo.CLERK, demo.LEADER, demo.ADMINISTRATOR, *demo.SPECIALISTS):
        assert sign_in.sign_in(busy, account.login, demo.PIN) == account


def test_those_who_received_have_accounts(busy: Desk) -> None:
    logins = {account.login for account in sign_in.accounts(busy)}
    newest = rows_of(busy)[:20]
    assert {busy.store.history(row.dossier_id)[0].by for row in newest} <= logins


def test_numbers_fit_sex_and_birth_year(busy: Desk) -> None:
    people = [busy.store.dossier(row.dossier_id) for row in rows_of(busy)[:150]]
    owners = [person.intake.owner for person in people if person]
    assert not [
        owner for owner in owners if identity_warnings(owner.identity, owner.sex, owner.born)
    ]


def test_most_of_the_work_is_certification(crowded: Desk) -> None:
    fields = Counter(row.field for row in rows_of(crowded))
    assert 0.7 < fields["Chứng thực"] / 1500 < 0.9


def test_every_third_family_is_nguyen_and_some_are_of_the_highlands(crowded: Desk) -> None:
    owners = {row.owner for row in rows_of(crowded) if len(row.identity) == 12}
    families = Counter(name.split()[0] for name in owners)
    assert 0.25 < families["Nguyễn"] / len(owners) < 0.5
    assert {"Lò", "Giàng"} & set(families)
    assert any("H'" in name or name.startswith(("Y ", "K’")) for name in owners)


def test_the_counter_receives_at_work_and_the_portal_at_any_time(busy: Desk) -> None:
    for row in rows_of(busy):
        if row.channel != "online-full":
            assert busy.calendar.is_working(row.opened_at.date())
            assert any(
                session.opens <= row.opened_at.time() <= session.closes
                for session in busy.calendar.sessions_on(row.opened_at.date())
            )


def test_nothing_happens_after_the_last_moment_or_before_receipt(busy: Desk) -> None:
    for row in rows_of(busy):
        happened = [row.opened_at, row.result_at, row.handed_over_at]
        moments = [moment for moment in happened if moment]
        assert moments == sorted(moments)
        assert moments[-1] <= FRIDAY_MORNING


def test_codes_carry_their_day_and_count_from_one(busy: Desk) -> None:
    by_day: dict[date, list[str]] = {}
    for row in reversed(rows_of(busy)):
        if row.state not in {State.GUIDED, State.REFUSED}:
            by_day.setdefault(row.opened_at.date(), []).append(row.reference)
    for day, codes in by_day.items():
        assert codes == [f"H99.36-{day:%y%m%d}-{n:04d}" for n in range(1, len(codes) + 1)]


def test_events_are_told_in_order(busy: Desk) -> None:
    moments = [
        stored.envelope().at
        for stored in busy.store.journal.all()
        if stored.kind.startswith("dossier.")
    ]
    assert moments == sorted(moments)


def test_the_same_seed_makes_the_same_desk(new_desk: Callable[[], Desk]) -> None:
    first, second, other = new_desk(), new_desk(), new_desk()
    for desk, seed in ((first, 5), (second, 5), (other, 6)):
        generate(desk, 120, seed=seed, until=desk.now())
    assert seen(first) == seen(second)
    assert seen(first) != seen(other)


def test_a_second_helping_counts_on(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    generate(desk, 60, seed=1, until=desk.now())
    generate(desk, 60, seed=2, until=desk.now())
    assert len({row.reference for row in rows_of(desk)}) == 120


def test_progress_is_told_to_the_end(new_desk: Callable[[], Desk]) -> None:
    desk, told = new_desk(), list[tuple[int, int]]()
    made = generate(
        desk, 700, seed=1, until=desk.now(), progress=lambda done, total: told.append((done, total))
    )
    assert made == 700
    assert told == [(500, 700), (700, 700)]


def test_old_dossiers_have_the_law_of_their_day(new_desk) -> None:
    desk = new_desk()
    generate(desk, 40, seed=1, until=datetime(2019, 5, 10, 17, 0, tzinfo=OFFICE_ZONE))
    newest = desk.store.dossier(rows_of(desk)[0].dossier_id)
    assert newest is not None
    assert newest.regime == "2018"
    assert newest.intake.owner.address.district == "huyện Điện Biên"


@pytest.mark.parametrize("now", [FRIDAY_MORNING, FRIDAY_EVENING, SUNDAY, MONDAY_BEFORE_OPENING])
def test_at_any_hour_the_demo_has_work_waiting_in_every_state(tmp_path: Path, now) -> None:
    desk = demo.set_up_demo(tmp_path, lambda: now)
    states = Counter(row.state for row in rows_of(desk))
    coverage, drafts = apologies.coverage(desk), apologies.drafts(desk)

    assert set(states) == set(State)
    assert min(states.values()) >= 2
    assert coverage.apologised >= 2
    assert coverage.overdue - coverage.apologised >= 2
    # Every overdue one without an apology has its draft, and others stand ready before.
    assert len(drafts) > coverage.overdue - coverage.apologised
    assert any(draft.proposal.explained for draft in drafts)
    long_ago = now - timedelta(days=10)
    assert [row for row in lookup.shelf(desk, Shelf.TO_COLLECT) if row.result_at < long_ago]
    assert {holder.name for holder in lookup.holders(desk)} > {s.name for s in demo.SPECIALISTS}
    desk.close()


def test_every_act_occurs_and_verifies(crowded: Desk) -> None:
    kinds = {stored.kind for stored in crowded.store.journal.all()}
    assert {f"dossier.{kind}" for kind in ACTS} <= kinds
    verdict = safekeeping.verify(crowded)
    assert (verdict.whole, verdict.faults) == (True, ())


def test_somebody_else_may_act_between_two_commits(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()

    def correct_an_open_one(done: int, _total: int) -> None:
        if done == 500:
            row = next(row for row in rows_of(desk) if row.state is State.RECEIVED)
            finishing.settle_fee(desk, row.dossier_id, amount_vnd=5000, by="hoa")

    generate(desk, 700, seed=1, until=desk.now(), progress=correct_an_open_one)
    assert safekeeping.verify(desk).whole


def test_most_dossiers_stay_simple(crowded: Desk) -> None:
    simple = ["received", "result-recorded", "handed-over"]
    courses = Counter(
        tuple(
            kind
            for entry in crowded.store.history(row.dossier_id)
            if (kind := entry.kind.partition(".")[2]) != "fee-settled"
        )
        for row in rows_of(crowded)[:600]
    )
    assert courses[tuple(simple)] / 600 > 0.5


def test_what_went_to_another_has_a_recipient_and_a_fee_is_settled(crowded: Desk) -> None:
    done = [row for row in rows_of(crowded)[:600] if row.state is State.HANDED_OVER]
    for row in done:
        dossier = crowded.store.dossier(row.dossier_id)
        assert dossier is not None
        assert dossier.handover
        assert dossier.handover.recipient
        assert finishing.owed_vnd(dossier) == 0


def test_no_certification_is_handed_over_for_nothing(busy: Desk) -> None:
    copies = [row for row in rows_of(busy) if row.procedure_code == "2.000815"]
    done = [row.dossier_id for row in copies if row.state is State.HANDED_OVER]
    paid = [sum(fee.amount_vnd for fee in d.fees) for d in map(busy.store.dossier, done) if d]
    assert len(paid) > 50
    assert min(paid) >= 2000
    assert len(set(paid)) > 3


def test_highland_names_are_found_without_marks(crowded: Desk) -> None:
    of_the_highlands = {row.owner for row in rows_of(crowded) if {"’", "'"} & set(row.owner)}
    assert of_the_highlands
    for name in of_the_highlands:
        assert name in {found.owner for found in lookup.search(crowded, fold(name))}


def test_this_very_moment_is_not_the_future(new_desk: Callable[[], Desk]) -> None:
    desk = new_desk()
    assert generate(desk, 5, seed=1, until=desk.now() + timedelta(microseconds=999_999)) == 5


def test_people_live_in_the_office_s_commune(busy: Desk) -> None:
    dossier = busy.store.dossier(rows_of(busy)[0].dossier_id)
    assert dossier is not None
    assert dossier.intake.owner.address.commune == "xã Mường Thanh"


@pytest.mark.parametrize(
    "until", [FRIDAY_MORNING + timedelta(days=1), datetime(2015, 6, 1, tzinfo=OFFICE_ZONE)]
)
def test_the_future_and_the_time_before_the_catalogue_are_refused(
    new_desk: Callable[[], Desk], until: datetime
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        generate(new_desk(), 10, seed=1, until=until)
    assert refusal.value.code == "until-impossible"
