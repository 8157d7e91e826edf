"""One dossier from several desks: what stands, what is kept beside it, what nobody overwrites."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from desks_apart import AT, DOSSIER, OPENED, told

from invented_dossier import DUE_AT, INTAKE, RECEIVED
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import (
    Apologised,
    Corrected,
    DossierEvent,
    Extended,
    FeeSettled,
    Forwarded,
    HandedOver,
    Notified,
    Reclassified,
    ResultRecorded,
    ReviewSettled,
    SupplementReceived,
    SupplementRequested,
)
from reception.domain.intake import SubmittedPaper
from reception.domain.intake_events import ReceiptUndone
from reception.domain.life import evolve
from reception.domain.merging import Clash, ClashKind, Merged, Told, merge
from sample_events import PROMISE, every_event

LATER = replace(PROMISE, due_at=DUE_AT + timedelta(days=3))


def corrected(at: datetime = AT, **fields: object) -> Corrected:
    return Corrected(at, replace(INTAKE, **fields), (), "gõ nhầm")


def merged(*told_: Told) -> Merged:
    return merge(DOSSIER, (OPENED, *told_))


def alone(*events: DossierEvent) -> Dossier:
    """The dossier as one desk makes it."""
    dossier: Dossier | None = None
    for event in (RECEIVED, *events):
        dossier = evolve(dossier, DOSSIER, event)
    assert dossier
    return dossier


def kinds(result: Merged) -> list[tuple[ClashKind, str]]:
    return [(clash.kind, clash.field) for clash in result.clashes]


# --- corrections, field by field ------------------------------------------------------------------


def party(**parts: object):
    return replace(INTAKE.owner, **parts)


@pytest.mark.parametrize(
    ("first", "second", "stands", "clashes"),
    [
        ({"notes": "gấp"}, {"sets": 2}, {"notes": "gấp", "sets": 2}, []),
        ({"notes": "gấp"}, {"notes": "gấp"}, {"notes": "gấp"}, []),
        ({"notes": "gấp"}, {"notes": "chậm"}, {"notes": "gấp"}, ["notes"]),
        ({"notes": "gấp"}, {"notes": "chậm", "sets": 2}, {"notes": "gấp", "sets": 2}, ["notes"]),
        (
            {"owner": party(phone="0911111111")},
            {"owner": party(name="Lò Văn Ín")},
            {"owner": party(phone="0911111111", name="Lò Văn Ín")},
            [],
        ),
        (
            {"owner": party(phone="0911111111")},
            {"owner": party(phone="0922222222")},
            {"owner": party(phone="0911111111")},
            ["owner.phone"],
        ),
        (
            {"submitter": party(name="Lò Văn Ín")},
            {"submitter": party(name="Vàng A Lử")},
            {"submitter": party(name="Lò Văn Ín")},
            ["submitter"],
        ),
        (
            {"papers": (SubmittedPaper("Tờ khai"),)},
            {"papers": (SubmittedPaper("Đơn"),)},
            {"papers": (SubmittedPaper("Tờ khai"),)},
            ["papers"],
        ),
    ],
)
def test_what_two_desks_correct_at_once_is_joined_field_by_field(first, second, stands, clashes):
    a, b = told("A", corrected(**first), after=OPENED), told("B", corrected(**second), after=OPENED)

    result = merged(a, b)

    assert result.dossier
    assert result.dossier.intake == replace(INTAKE, **stands)
    assert kinds(result) == [(ClashKind.FIELD, name) for name in clashes]
    assert all((clash.hash, clash.against) == (b.hash, a.hash) for clash in result.clashes)


def test_a_clash_of_a_field_tells_both_values():
    a = told("A", corrected(notes="gấp"), after=OPENED)
    b = told("B", corrected(notes="chậm"), after=OPENED)

    assert merged(a, b).clashes == (
        Clash(ClashKind.FIELD, b.hash, a.hash, field="notes", kept="gấp", other="chậm"),
    )


def test_a_correction_made_in_sight_of_the_other_is_no_clash():
    a = told("A", corrected(notes="gấp"), after=OPENED)
    b = told("B", corrected(notes="chậm"), after=a)

    result = merged(a, b)

    assert result == Merged(alone(corrected(notes="gấp"), corrected(notes="chậm")))


def test_whoever_went_on_after_a_merger_saw_what_was_merged():
    """The third correction was built on both others, so a fourth is held against all three."""
    a = told("A", corrected(notes="gấp"), after=OPENED)
    b = told("B", corrected(sets=2), after=OPENED)
    c = told("C", corrected(notes="gấp", sets=INTAKE.sets), after=b)  # takes the sets back
    d = told("A", corrected(notes="gấp", sets=2, return_to="bản"), after=b)  # has not seen that

    result = merged(a, b, c, d)

    assert result.dossier
    assert result.dossier.intake == replace(INTAKE, notes="gấp", return_to="bản")
    assert not result.clashes


# --- acts -----------------------------------------------------------------------------------------

SAMPLES = {type(event): event for event in every_event(AT)}
RESULT = SAMPLES[ResultRecorded]


@pytest.mark.parametrize(
    ("before", "first", "second", "kind"),
    [
        ((), RESULT, RESULT, ClashKind.NOT_APPLIED),
        ((), RESULT, SAMPLES[ReceiptUndone], ClashKind.NOT_APPLIED),
        ((), SAMPLES[ReceiptUndone], corrected(notes="gấp"), ClashKind.NOT_APPLIED),
        ((RESULT,), SAMPLES[HandedOver], SAMPLES[HandedOver], ClashKind.NOT_APPLIED),
        ((), FeeSettled(AT, 5000), FeeSettled(AT, 5000), ClashKind.FEE_TWICE),
        ((), Extended(AT, 2, "số 1", LATER), Extended(AT, 2, "số 2", LATER), ClashKind.NOT_APPLIED),
        ((), corrected(notes="gấp"), SAMPLES[Reclassified], ClashKind.NOT_APPLIED),
    ],
)
def test_the_earlier_act_stands_and_the_other_is_shown(before, first, second, kind):
    known = [OPENED, *(told("A", event, after=OPENED) for event in before)]
    a, b = told("A", first, after=known[-1]), told("B", second, after=known[-1])

    result = merge(DOSSIER, (*known, a, b))

    assert result.dossier
    assert [(clash.kind, clash.hash) for clash in result.clashes] == [(kind, b.hash)]
    if kind is ClashKind.FEE_TWICE:  # money taken twice is money taken twice
        assert result.dossier.fees == (first, second)
    else:
        assert result.dossier == alone(*before, first)
        assert result.clashes[0].why


@pytest.mark.parametrize("once", [SupplementRequested, Apologised])
def test_what_the_law_allows_once_is_not_done_twice(once):
    a = told("A", SAMPLES[once], after=OPENED)
    # The dossier is back where the state would allow it again.
    ended = [told("A", SAMPLES[SupplementReceived], after=a)] if once is SupplementRequested else []
    b = told("B", SAMPLES[once], after=OPENED)

    result = merged(a, *ended, b)

    assert kinds(result) == [(ClashKind.NOT_APPLIED, "")]
    assert result.clashes[0].hash == b.hash


def test_two_desks_may_both_do_what_does_not_exclude_the_other():
    to = Holder(HolderKind.OFFICE, "UBND xã")
    events = (Forwarded(AT, to), SAMPLES[Notified], FeeSettled(AT, 5000))
    a, b, c = (told(desk, one, after=OPENED) for desk, one in zip("ABC", events, strict=True))

    assert merged(a, b, c) == Merged(alone(*events))


def test_papers_corrected_before_a_supplement_came_are_kept():
    asked = told("A", SAMPLES[SupplementRequested], after=OPENED)
    mended = (SubmittedPaper("Tờ khai mới"),)
    a = told("A", corrected(papers=mended), after=asked)
    brought = replace(SAMPLES[SupplementReceived], papers=(SubmittedPaper("Đơn"),))
    b = told("B", brought, after=asked)

    result = merged(asked, a, b)

    assert result.dossier
    assert (result.dossier.state, result.dossier.intake.papers) == (State.RECEIVED, mended)
    assert kinds(result) == [(ClashKind.NOT_APPLIED, "papers")]


def test_a_dossier_opened_twice_is_the_first():
    again = told("B", RECEIVED, after=OPENED)

    result = merged(again)

    assert result == Merged(alone(), (Clash(ClashKind.OPENED_TWICE, again.hash, b""),))


def test_what_a_person_decided_is_settled_for_good():
    a = told("A", corrected(notes="gấp"), after=OPENED)
    b = told("B", corrected(notes="chậm", sets=2), after=OPENED)
    decided = told("A", ReviewSettled(AT, b.hash.hex(), "notes"), after=b)

    assert merged(a, b).clashes
    assert not merged(a, b, decided).clashes


def test_what_a_person_decided_is_settled_also_when_the_event_hangs_on_another_chain():
    a = told("A", corrected(notes="gấp"), after=OPENED)
    b = replace(told("B", corrected(notes="chậm"), after=OPENED), id="0199-b")
    decided = told("A", ReviewSettled(AT, b.hash.hex(), "notes", event=b.id), after=b)
    other = told("A", ReviewSettled(AT, "ab" * 32, "notes", event="0199-c"), after=b)
    moved = replace(b, hash=b"m" * 32, actor=("B", 2))

    assert merged(a, moved, other).clashes
    assert not merged(a, moved, decided).clashes


# --- other programs -------------------------------------------------------------------------------


def test_a_kind_not_known_here_is_passed_over_and_still_tells_what_was_known():
    a = told("A", corrected(notes="gấp"), after=OPENED)
    unknown = told("B", None, after=a)
    b = told("B", corrected(notes="chậm"), after=unknown)

    assert not merged(a, unknown, b).clashes


def test_what_a_faulty_program_wrote_is_named_and_the_rest_goes_on():
    unread = replace(told("B", None, after=OPENED), readable=False)
    senseless = told("B", Forwarded(AT, Holder(HolderKind.OFFICE, "UBND xã"), stage=-9))
    without_zone = told("B", replace(SAMPLES[Notified], at=AT.replace(tzinfo=None)))
    after = told("A", RESULT, after=without_zone)

    result = merged(unread, senseless, without_zone, after)

    assert result.dossier == alone(RESULT)
    assert [clash.hash for clash in result.clashes] == [
        unread.hash, senseless.hash, without_zone.hash,
    ]  # fmt: skip


# --- what a desk knew -----------------------------------------------------------------------------


def test_what_was_hung_on_a_new_chain_still_knows_what_it_knew():
    """Its base is a hash that nobody else ever saw; the device's last event before it is meant."""
    a = told("A", corrected(notes="gấp"), after=OPENED)
    lost = told("A", corrected(notes="chậm"), after=a)
    moved = told("A", corrected(notes="hẹn"), after=lost, epoch=2)

    assert merged(a, moved) == Merged(alone(corrected(notes="gấp"), corrected(notes="hẹn")))


def test_two_copies_of_one_register_are_two_desks():
    a = told("A", corrected(notes="gấp"), after=OPENED)
    copy = told("A", corrected(notes="chậm", sets=2), after=OPENED, epoch=2)

    result = merged(a, copy)

    assert result.dossier
    assert result.dossier.intake == replace(INTAKE, notes="gấp", sets=2)
    assert kinds(result) == [(ClashKind.FIELD, "notes")]


def test_a_register_that_came_back_knows_what_it_had_not_sent():
    """It wrote, learnt of another's act, came back from a copy, and went on."""
    own = told("A", corrected(notes="gấp"), after=OPENED)
    others = told("B", corrected(sets=2), after=OPENED)
    after = told("A", corrected(notes="chậm", sets=2), after=others, epoch=2)

    result = merged(others, own, after)

    assert result.dossier
    assert result.dossier.intake == replace(INTAKE, notes="chậm", sets=2)
    assert not result.clashes


def test_two_desks_that_lag_behind_each_other_for_long_are_folded_in_no_time():
    """Each view is made once: made anew for each event, they would double with each."""
    log = [OPENED]
    for number in range(60):
        desk = "AB"[number % 2]
        log.append(told(desk, corrected(notes=f"{number}"), after=log[max(0, number - 4)]))

    assert merge(DOSSIER, log).dossier
