"""What comes down: packs reach every desk whole or not at all, submissions reach the inbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic import command

from at_the_counter import BIRTH, BY
from ends import AGENCY, Commune, lists_of, log_of
from reception.domain import events
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.errors import RuleViolation
from reception.domain.pack import Pack, PackReleased, entity_of
from reception.domain.submission import SubmissionArrived
from reception.services import forms, inbox, packs, received_packs, reviews, safekeeping
from reception.services.desk import Desk
from reception.services.received_packs import Standing
from reception.services.set_up import revise_calendar
from reception.storage.ledger.ledger import Ledger
from reception.storage.schema import configuration, engine_for
from reception.sync.server_chain import say
from sent_down import BRIDGE_DAY, SUBMISSION, forced, pack, settle, submitted, wording

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)


def changed_birth(desk: Desk, **more: object):
    ruling = desk.procedure(BIRTH, date(2026, 3, 10))
    news = {"valid_from": date(2026, 3, 16), "version": 1, "notes": "theo gói"} | more
    return replace(ruling, **news)


def released(commune: Commune, wanted: Pack, *desks: Desk) -> packs.Release:
    """A pack that was released and has come down to the desks."""
    release = packs.release(commune.ledger, wanted, commune.clock)
    settle(commune, *desks)
    return release


def rules_of(desk: Desk) -> list[tuple[object, ...]]:
    """Every table that a pack can touch."""
    return [
        row
        for table in ("procedure_version", "calendar_day", "form_wording")
        for row in desk.database.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
    ]


def standings(desk: Desk) -> list[Standing]:
    return [here.standing for here in received_packs.listed(desk)]


def assert_whole(*desks: Desk) -> None:
    for desk in desks:
        assert safekeeping.verify(desk).faults == ()
        safekeeping.rebuild(desk)
        assert safekeeping.verify(desk).faults == ()


@pytest.fixture
def desks(commune) -> tuple[Desk, Desk]:
    first, second = commune.desk(0), commune.desk(1)
    settle(commune, first, second)
    return first, second


# --- packs ----------------------------------------------------------------------------------------


def test_a_pack_reaches_every_desk_and_rules_from_its_days_on(commune, desks):
    first, second = desks
    wanted = pack(procedures=(changed_birth(first),), wordings=(wording(),), message="Xem kỹ")

    release = released(commune, wanted, first, second)

    assert release.agencies == (AGENCY,)
    for desk in desks:
        assert standings(desk) == [Standing.WAITING]
        assert not desk.calendar.is_working(BRIDGE_DAY.on)
        assert desk.procedure(BIRTH, date(2026, 3, 15)).notes != "theo gói"
        assert desk.procedure(BIRTH, date(2026, 3, 16)).notes == "theo gói"
        ruling = forms.wordings_of(desk).ruling("receipt", "2025", date(2026, 3, 16))
        assert ruling.valid_from == date(2026, 3, 16)
    assert rules_of(first) == rules_of(second)
    assert list(log_of(first)) == list(log_of(second))
    assert_whole(*desks)


def test_a_pack_waits_for_its_day_and_then_tells_its_message(commune, desks):
    desk, _other = desks
    released(commune, pack(message="Từ nay nghỉ bù thứ Hai"), desk)
    assert received_packs.messages(desk) == []

    commune.clock.set_to("2026-03-11T07:30")

    assert standings(desk) == [Standing.APPLIED]
    assert received_packs.messages(desk) == ["Từ nay nghỉ bù thứ Hai"]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"days": (BRIDGE_DAY, replace(BRIDGE_DAY, on=date(2026, 5, 9)))}, "cuối tuần"),
        ({"days": (replace(BRIDGE_DAY, on=date(2026, 3, 10)),)}, "trước ngày áp dụng"),
        ({"wordings": (wording(number="Số {no_such_fact}"),)}, "no_such_fact"),
        ({"wordings": (wording(form="no-such-form"),)}, "no-such-form"),
        ({"title": " "}, "chưa có tên"),
    ],
    ids=["one day of two", "a day gone by", "a wording's fact", "an unknown form", "no title"],
)
def test_a_broken_pack_changes_nothing_is_kept_and_says_why(commune, desks, broken, why):
    first, second = desks
    before = rules_of(first)

    forced(commune, pack(**broken), first, second)

    for desk in desks:
        [here] = received_packs.listed(desk)
        assert here.standing is Standing.BROKEN
        assert why in here.words
        assert rules_of(desk) == before
    assert_whole(*desks)


def test_a_server_does_not_release_what_a_desk_would_refuse(commune, desks):
    with pytest.raises(RuleViolation, match="no_such_fact"):
        packs.release(
            commune.ledger, pack(wordings=(wording(number="{no_such_fact}"),)), commune.clock
        )

    assert packs.listed(commune.ledger) == []


def test_a_pack_that_cannot_be_read_holds_up_nothing_behind_it(commune, desks):
    desk, _other = desks
    rotten = pack(pack="goi-hong", procedures=(changed_birth(desk),))
    with commune.ledger.writing() as work:
        now = commune.clock()
        # An older program cannot know a unit that came later.
        object.__setattr__(rotten.procedures[0].limit, "unit", "fortnight")
        say(work, AGENCY, PackReleased(6, rotten, now), entity_of("goi-hong"), now)

    released(commune, pack(), desk)

    assert standings(desk) == [Standing.WAITING, Standing.BROKEN]
    assert not desk.calendar.is_working(BRIDGE_DAY.on)
    assert_whole(desk)


def test_a_withdrawn_pack_leaves_the_rules_as_they_were(commune, desks):
    first, second = desks
    before = rules_of(first)
    wanted = pack(procedures=(changed_birth(first),), wordings=(wording(),))
    released(commune, wanted, first, second)
    released(commune, pack(pack="goi-2", days=(replace(BRIDGE_DAY, on=date(2026, 5, 5)),)), first)

    packs.withdraw(commune.ledger, 2, "gửi nhầm", commune.clock)
    packs.withdraw(commune.ledger, 1, "gửi nhầm", commune.clock)
    settle(commune, first, second)

    assert rules_of(first) == rules_of(second) == before
    assert standings(second) == [Standing.WITHDRAWN, Standing.WITHDRAWN]
    assert_whole(*desks)


def test_what_the_office_decided_itself_outlives_a_withdrawal(commune, desks):
    desk, other = desks
    released(commune, pack(), desk)
    own = CalendarDay(date(2026, 5, 5), DayKind.SUBSTITUTE_OFF, "Nghỉ của xã")
    revise_calendar(desk, (own,), "xã", by=ADMINISTRATOR)

    packs.withdraw(commune.ledger, 1, "nhầm", commune.clock)
    settle(commune, desk, other)

    for each in desks:
        assert each.calendar.is_working(BRIDGE_DAY.on)
        assert not each.calendar.is_working(own.on)
    assert_whole(*desks)


def test_a_pack_that_repeats_the_catalogue_adds_no_versions(commune, desks):
    desk, _other = desks
    before = rules_of(desk)
    same = replace(
        desk.procedure(BIRTH, date(2026, 3, 11)), valid_from=date(2026, 3, 11), version=1
    )

    released(commune, pack(days=(), procedures=(same,)), desk)

    assert rules_of(desk) == before


def test_a_pack_that_a_desk_writes_rules_nobody(commune, desks):
    first, second = desks
    before = rules_of(second)
    with first.store.writing():
        forged = PackReleased(1, pack(), commune.clock())
        first.store.journal.append(
            forged, entity_of("goi-1"), base=b"", at=commune.clock(), by="kẻ gian"
        )

    settle(commune, first, second)

    assert received_packs.listed(second) == []
    assert rules_of(second) == before
    assert_whole(*desks)


def test_an_older_program_keeps_a_pack_and_a_newer_one_applies_it(commune, desks, monkeypatch):
    first, second = desks
    older = {kind: made for kind, made in events._KINDS.items() if not kind.startswith("pack.")}
    packs.release(commune.ledger, pack(), commune.clock)
    with monkeypatch.context() as program:
        program.setattr(events, "_KINDS", older)
        settle(commune, first, second)
        assert first.calendar.is_working(BRIDGE_DAY.on)
    kept = list(log_of(first))

    safekeeping.rebuild(first)

    assert list(log_of(first)) == kept
    assert not first.calendar.is_working(BRIDGE_DAY.on)


def test_a_pack_that_an_older_program_could_not_use_is_tried_again(commune, desks):
    desk, _other = desks
    desk.store.judge = lambda _pack: "có mẫu giấy chưa biết"
    released(commune, pack(), desk)
    assert standings(desk) == [Standing.BROKEN]

    later = commune.opened(desk.database.path.parent)
    received_packs.judge_again(later)

    assert standings(later) == [Standing.WAITING]
    assert_whole(later)


def test_a_register_that_is_brought_up_to_date_applies_what_it_had_kept(commune, desks):
    desk, _other = desks
    released(commune, pack(), desk)
    submitted(commune, desk)
    folder = desk.database.path.parent
    desk.close()
    with engine_for(folder / "reception.db").begin() as connection:
        command.downgrade(configuration(connection), "0003")

    later = commune.opened(folder)

    assert standings(later) == [Standing.WAITING]
    assert safekeeping.verify(later).faults == ()
    assert len(inbox.waiting(later)) == 1


def test_releasing_again_changes_nothing(commune, desks):
    released(commune, pack(), *desks)
    before = list(log_of(desks[0]))

    again = released(commune, pack(), *desks)

    assert (again.number, again.agencies) == (1, ())
    assert list(log_of(desks[0])) == before


def test_a_restored_server_gets_its_own_packs_back_from_the_desks(commune, desks, tmp_path):
    first, second = desks
    copy = tmp_path / "copy.db"
    _copy_ledger(tmp_path / "ledger.db", copy)
    released(commune, pack(), first, second)

    commune.restore_server(copy)
    released(commune, pack(pack="goi-2", days=(replace(BRIDGE_DAY, on=date(2026, 5, 5)),)), *desks)
    settle(commune, first, second)

    assert list(log_of(first)) == list(log_of(second))
    for desk in desks:
        assert not desk.calendar.is_working(BRIDGE_DAY.on)
        assert not desk.calendar.is_working(date(2026, 5, 5))
    assert_whole(*desks)


def _copy_ledger(file: Path, target: Path) -> None:
    source, copy = sqlite.connect(str(file)), sqlite.connect(str(target))
    source.backup(copy)
    copy.close()
    source.close()


# --- submissions ----------------------------------------------------------------------------------


def test_a_submission_is_accepted_at_one_desk_and_settled_at_all(commune, desks):
    first, second = desks
    arrived = submitted(commune, first, second)
    [waiting] = inbox.waiting(second)
    assert (waiting.is_overdue, waiting.arrived) == (False, arrived)

    dossier = inbox.accept(first, SUBMISSION, by=BY)
    settle(commune, first, second)

    assert dossier.intake.channel.is_online
    assert dossier.submitted_at == arrived.submitted_at
    for desk in desks:
        assert inbox.waiting(desk) == []
        [done] = inbox.settled(desk)
        assert (done.state, done.reference) == ("accepted", dossier.code)
        assert not done.is_overdue
        assert reviews.waiting(desk) == []
    assert lists_of(first) == lists_of(second)
    assert_whole(*desks)


def test_of_two_desks_that_accept_one_submission_the_first_in_the_log_stands(commune, desks):
    first, second = desks
    submitted(commune, first, second)
    mine = inbox.accept(first, SUBMISSION, by=BY)
    theirs = inbox.accept(second, SUBMISSION, by=BY)

    settle(commune, second, first)

    for desk in desks:
        [done] = inbox.settled(desk)
        assert done.dossier_id == theirs.dossier_id
        [review] = reviews.waiting(desk)
        assert review.dossier_id == mine.dossier_id
        assert theirs.code in review.words
    assert lists_of(first) == lists_of(second)
    assert_whole(*desks)
    [review] = reviews.waiting(first)
    reviews.keep(first, review.dossier_id, review.about, review.field, by=BY)
    settle(commune, first, second)
    assert reviews.waiting(first) == reviews.waiting(second) == []
    assert_whole(*desks)


def test_a_submission_that_a_desk_writes_is_none(commune, desks):
    first, second = desks
    with first.store.writing():
        first.store.journal.append(
            SubmissionArrived("gia", commune.clock(), BIRTH, Party("Không Ai")),
            "submission:gia", base=b"", at=commune.clock(), by="kẻ gian",
        )  # fmt: skip

    settle(commune, first, second)

    assert inbox.waiting(second) == []


def test_a_submission_brought_twice_comes_once(commune, desks):
    desk, _other = desks
    submitted(commune, desk)
    submitted(commune, desk)

    assert len(inbox.waiting(desk)) == 1


def test_the_server_writes_on_postgresql_too(ledger, tmp_path):
    commune = Commune(ledger, tmp_path)
    desk = commune.desk(0)
    packs.release(ledger, pack(), commune.clock)
    submitted(commune, desk)

    assert standings(desk) == [Standing.WAITING]
    assert len(inbox.waiting(desk)) == 1
    assert isinstance(ledger, Ledger)
    commune.close()
