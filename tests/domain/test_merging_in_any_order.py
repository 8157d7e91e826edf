"""Whatever desks do apart from each other, and in whatever order it is told: nothing is lost."""

from __future__ import annotations

from itertools import pairwise

from desks_apart import (
    AT,
    DOES,
    DOES_WITHOUT_COPIES,
    DOSSIER,
    Commune,
    act_if_allowed,
    correct,
    play,
    told,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_dossier import RECEIVED
from reception.domain.dossier_events import Corrected
from reception.domain.life import evolve
from reception.domain.merging import Told, merge
from sample_events import every_event


@settings(max_examples=60)
@given(st.lists(DOES, max_size=24))
def test_nothing_is_overwritten_by_whoever_did_not_know_of_it(doings):
    commune = Commune()
    play(commune, doings)
    for before, one in pairwise(range(1, len(commune.log) + 1)):
        was, now = (merge(DOSSIER, commune.log[:end]) for end in (before, one))
        assert was.dossier
        assert now.dossier
        mine = commune.log[one - 1]
        for name in ("notes", "return_to"):
            old, new = getattr(was.dossier.intake, name), getattr(now.dossier.intake, name)
            if old and old != new:
                assert _writer(commune.log, name, old) in commune.aware[mine.hash], (old, new)


def _writer(log: list[Told], name: str, value: str) -> bytes:
    """Whoever wrote a value: the first that carries it."""
    return next(
        one.hash
        for one in log
        if isinstance(one.event, Corrected) and getattr(one.event.intake, name) == value
    )


@settings(max_examples=60)
@given(st.lists(DOES_WITHOUT_COPIES, max_size=24))
def test_what_a_desk_does_is_what_it_sees_done(doings):
    """An act made with all in sight is in turn: it adds no clash, and does what it does alone.

    After a disk was copied a person may be asked once too often: two chains of one device may be of
    copies that know nothing of each other, and asking loses nothing.
    """
    commune = Commune()
    play(commune, doings)
    for desk in commune.desks:
        commune.learn(desk)
        seen = merge(DOSSIER, commune.log)
        correct(commune, desk, 0)
        after = merge(DOSSIER, commune.seen_by(desk))
        assert seen.dossier
        assert after.clashes == seen.clashes
        for one in desk.unsent:
            assert after.dossier == evolve(seen.dossier, DOSSIER, one.event)
        commune.send(desk)


@settings(max_examples=60)
@given(st.lists(DOES, max_size=24), st.integers(0, 4))
def test_what_is_not_sent_yet_counts_as_sent_last(doings, who):
    """A desk's own tail, once it has its places, adds up to what the desk saw before."""
    commune = Commune()
    play(commune, doings)
    desk = commune.desks[who % len(commune.desks)]
    commune.learn(desk)
    correct(commune, desk, 1)
    act_if_allowed(commune, desk, who)
    before = merge(DOSSIER, commune.seen_by(desk))
    commune.send(desk)

    assert merge(DOSSIER, commune.log) == before


@settings(max_examples=60)
@given(st.data())
def test_no_history_is_ever_refused(data):
    """In any order that keeps each chain's own, whatever was built on what, known or not."""
    commune = Commune()
    play(commune, data.draw(st.lists(DOES, max_size=20)))
    strange = [told("B", event, after=data.draw(st.sampled_from(commune.log))) for event in (
        data.draw(st.lists(st.sampled_from((None, RECEIVED, *every_event(AT))), max_size=5))
    )]  # fmt: skip
    rest: dict[tuple[str, int], list[Told]] = {}
    for one in (*commune.log, *strange):
        rest.setdefault(one.actor, []).append(one)
    order: list[Told] = []
    while rest:
        actor = data.draw(st.sampled_from(sorted(rest)))
        order.append(rest[actor].pop(0))
        if not rest[actor]:
            del rest[actor]

    result = merge(DOSSIER, order)

    assert len({(clash.hash, clash.field) for clash in result.clashes}) == len(result.clashes)
    assert merge(DOSSIER, order) == result
