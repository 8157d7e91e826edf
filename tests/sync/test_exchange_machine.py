"""Whatever befalls three desks and their server: nothing is lost, doubled, altered or unseen.

``RECEPTION_LONG_RUN=200 python3 dev.py test tests/sync/test_exchange_machine.py`` plays so many
worlds instead of a few.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from at_the_counter import BIRTH, BY, SINGLE_STATUS, asking
from exchange_erasing import ErasingRules
from exchange_stick_rules import StickRules
from exchange_truth import Truth
from exchange_weather import FATES, Weather
from exchange_world import PC, PowerCut, World, make_world
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.life import Act
from reception.services import certification, intake, mending, reviews
from reception.services.acting import allowed_now
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.sync.asking import Request
from reception.sync.line import Later, LineDown
from services.test_life_machine import DOING, FORMS, Form, sensible
from strange_events import DAMAGING, FAULTY, NEWER

EXAMPLES = int(os.environ.get("RECEPTION_LONG_RUN", "8"))
STEPS = 40
MOST_CLONES, MOST_COPIES, MOST_DOSSIERS = 2, 3, 30

WHICH = st.integers(0, 11)
# What is scanned, and what two desks did, each has a rule of its own.
ACTS = tuple(act for act in DOING if act not in {Act.ATTACH, Act.SETTLE_REVIEW})
NAMES = ("Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê")
YEARS_OFF = st.sampled_from((0, 0, -10, 10, -1))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an intake, and how to fill it in otherwise."""

    name: str
    values: tuple[object, ...]


FIELDS = (
    Field("notes", ("gấp", "hẹn chiều", "")),
    Field("return_to", ("bản Nậm Nhùn", "bản Hua Pe", "")),
    Field("sets", (1, 2, 3)),
    Field("owner", (*(Party(name, phone="0912345678") for name in NAMES), Party(NAMES[0]))),
)


class Exchanges(StickRules, ErasingRules, RuleBasedStateMachine):
    """Two communes, at first three desks, and a server, under all that can happen to them."""

    def __init__(self, ready: Path, folder: Path) -> None:
        super().__init__()
        shutil.copytree(ready, folder)
        self.world = World(folder)
        self.truth = Truth(self.world)
        self.weather = Weather(self.world)
        self.by_stick: set[int] = set()

    @initialize(most=st.sampled_from((1, 3, 500)), by_stick=st.sets(st.integers(0, 4)))
    def lines_carry_so_much(self, most, by_stick):
        """And some desks have none when all is to be settled in the end."""
        for pc in self.world.pcs:
            pc.most = most
            pc.restart()
        self.by_stick = by_stick

    def pc(self, which: int) -> PC:
        return self.world.pcs[which % len(self.world.pcs)]

    def dossier_at(self, pc: PC, which: int) -> str:
        """A dossier that the desk knows, and that no faulty program has written to."""
        known = [
            one
            for (one,) in pc.desk.database.rows("SELECT dossier FROM dossier ORDER BY dossier")
            if one not in self.truth.poisoned
        ]
        return known[which % len(known)] if known else ""

    # --- work at the desks --------------------------------------------------------------------

    @rule(minutes=st.sampled_from((1, 30, 24 * 60)))
    def time_goes_by(self, minutes):
        self.world.wall.at += timedelta(minutes=minutes)

    @rule(which=WHICH, procedure=st.sampled_from((BIRTH, SINGLE_STATUS)), name=WHICH)
    def somebody_comes(self, which, procedure, name):
        desk = self.pc(which).desk
        with _numbers_are_new(desk), suppress(RuleViolation):
            dossier = intake.register(desk, asking(NAMES[name % 3], procedure), by=BY)
            assert desk.store.dossier(dossier.dossier_id) == dossier

    @rule(which=WHICH)
    def somebody_has_a_copy_certified(self, which):
        desk = self.pc(which).desk
        request = CertificationRequest(
            Matter.COPY,
            Party(NAMES[0]),
            (WantedItem("Căn cước"),),
            signer="Lò A",
            signer_title="Chủ tịch",
        )
        with _numbers_are_new(desk), suppress(RuleViolation):
            certification.certify(desk, request, by=BY)

    @rule(which=WHICH, place=WHICH, dossier=WHICH, form=FORMS)
    def something_is_done(self, which, place, dossier, form):
        pc = self.pc(which)
        self._act(pc, self.dossier_at(pc, dossier), place, form)

    @rule(places=st.tuples(WHICH, WHICH, WHICH), dossier=WHICH, form=FORMS)
    def two_desks_do_something_at_once(self, places, dossier, form):
        one, other = self.world.pcs[:2]
        wanted = self.dossier_at(one, dossier)
        self._act(one, wanted, places[0], form)
        self._act(other, wanted, places[1], form)
        self._act(one, wanted, places[2], form)

    def _act(self, pc: PC, one: str, place: int, form: Form) -> None:
        dossier = pc.desk.store.dossier(one) if one else None
        if dossier is None:
            return
        allowed = [act for act in allowed_now(pc.desk, dossier) if act in ACTS]
        if not allowed:
            return
        act = allowed[place % len(allowed)]
        with _numbers_are_new(pc.desk), suppress(RuleViolation):
            after = DOING[act](pc.desk, one, sensible(form, act, dossier))
            note(f"{pc.name}: {act}")
            pc.desk.store.forget()
            assert pc.desk.store.dossier(one) == after, "an act is not what was written of it"

    @rule(which=WHICH, dossier=WHICH, field=st.sampled_from(FIELDS), value=WHICH)
    def a_field_is_corrected(self, which, dossier, field, value):
        pc = self.pc(which)
        self._correct(pc, self.dossier_at(pc, dossier), field, value)

    @rule(dossier=WHICH, fields=st.tuples(*2 * (st.sampled_from(FIELDS),)), value=WHICH)
    def two_desks_correct_at_once(self, dossier, fields, value):
        one, other = self.world.pcs[:2]
        wanted = self.dossier_at(one, dossier)
        self._correct(one, wanted, fields[0], value)
        self._correct(other, wanted, fields[1], value // 2)

    def _correct(self, pc: PC, one: str, field: Field, value: int) -> None:
        dossier = pc.desk.store.dossier(one) if one else None
        if dossier is None:
            return
        wanted = field.values[value % len(field.values)]
        request = replace(mending.request_of(dossier.intake), **{field.name: wanted})
        with suppress(RuleViolation):
            mending.correct(pc.desk, one, request, reason="gõ nhầm", by=BY)
            note(f"{pc.name}: {field.name} = {wanted}")

    @rule(which=WHICH, taken=st.booleans())
    def a_review_is_settled(self, which, taken):
        desk = self.pc(which).desk
        waiting = [r for r in reviews.waiting(desk) if r.dossier_id not in self.truth.poisoned]
        if not waiting:
            return
        review = waiting[which % len(waiting)]
        with suppress(RuleViolation):
            decide = reviews.take if taken and review.can_take else reviews.keep
            decide(desk, review.dossier_id, review.about, review.field, by=BY)

    # --- the exchange, and the road to it ------------------------------------------------------

    @rule(which=WHICH)
    def they_exchange(self, which):
        self.world.exchange(self.pc(which))

    @rule(which=WHICH, fates=FATES)
    def they_exchange_in_bad_weather(self, which, fates):
        pc = self.pc(which)
        with suppress(LineDown, Later):
            self.world.exchange(pc, self.weather.over(pc, fates))
        if any(fate.what == "server-cut" for fate in fates.values()):
            self.world.server.restart()

    @rule(number=st.integers(0, 10_000))
    def an_old_request_comes_again(self, number):
        self.weather.bring_again(number)

    @precondition(lambda self: self.weather.late)
    @rule()
    def a_late_request_arrives(self):
        with suppress(LineDown):
            self.world.server.answer(self.weather.late.pop())

    # --- what breaks ---------------------------------------------------------------------------

    @rule(which=WHICH, steps=st.integers(0, 3000))
    def power_is_cut_within_an_exchange(self, which, steps):
        pc = self.pc(which)
        pc.cut_within(steps)
        with suppress(Trouble, sqlite.Error):
            self.world.exchange(pc)
        pc.restart()

    @rule(which=WHICH, looks=st.integers(0, 8))
    def power_is_cut_when_the_clock_is_read(self, which, looks):
        """Which is within the transactions that keep a receipt and a page."""
        pc = self.pc(which)
        pc.clock.cut_after = looks
        with suppress(PowerCut):
            self.world.exchange(pc)
        pc.restart()

    @rule(which=WHICH, requests=st.integers(1, 10), way=st.sampled_from(("up", "down")))
    def power_is_cut_between_two_commits(self, which, requests, way):
        pc, asked = self.pc(which), 0

        def weather(now: str, _request: Request) -> None:
            nonlocal asked
            asked += now == way
            if asked == requests:
                raise PowerCut

        with suppress(PowerCut):
            self.world.exchange(pc, weather)
        pc.restart()

    @rule(which=WHICH, steps=st.integers(0, 200))
    def power_is_cut_at_the_counter(self, which, steps):
        pc = self.pc(which)
        pc.cut_within(steps)
        codes: list[str] = []
        with suppress(Trouble, sqlite.Error, RuleViolation):
            codes.append(intake.register(pc.desk, asking(), by=BY).code)
        pc.restart()
        held = pc.desk.database.rows("SELECT reference FROM dossier")
        assert {(code,) for code in codes} <= set(held), "what was said to be received is gone"

    @rule(which=WHICH, years=YEARS_OFF, server=st.sampled_from((False, False, True)))
    def a_clock_goes_wrong(self, which, years, server):
        clock = self.world.server.clock if server else self.pc(which).clock
        clock.off = timedelta(days=365 * years)

    # --- copies --------------------------------------------------------------------------------

    @precondition(lambda self: len(self.world.pcs) < 3 + MOST_CLONES)
    @rule(which=WHICH)
    def a_disk_is_cloned(self, which):
        self.world.clone(self.pc(which))

    @rule(which=WHICH, by_the_book=st.booleans())
    def a_copy_is_kept(self, which, by_the_book):
        pc = self.pc(which)
        if len(pc.copies) < MOST_COPIES:
            pc.keep_copy(by_the_book=by_the_book and not self.truth.is_damaged(pc))

    @rule(which=WHICH, copy=WHICH, by_the_book=st.booleans())
    def a_pc_goes_on_from_a_copy(self, which, copy, by_the_book):
        pc = self.pc(which)
        if pc.copies:
            damaged = self.truth.poisoned  # a copy of a damaged register is refused
            pc.go_back(pc.copies[copy % len(pc.copies)], by_the_book=by_the_book and not damaged)
            self.truth.forget_disk(pc)

    @rule()
    def a_copy_of_the_server_is_kept(self):
        if len(self.world.server.copies) < MOST_COPIES:
            self.world.server.keep_copy()

    @precondition(lambda self: self.world.server.copies)
    @rule(copy=WHICH)
    def the_server_goes_on_from_a_copy(self, copy):
        server = self.world.server
        server.go_back(server.copies[copy % len(server.copies)])
        self.truth.forget_server()

    # --- other programs ------------------------------------------------------------------------

    @rule(which=WHICH, dossier=WHICH, write=st.sampled_from(NEWER))
    def a_newer_program_writes(self, which, dossier, write):
        pc = self.pc(which)
        if one := self.dossier_at(pc, dossier):
            write(pc.desk, one)

    @rule(which=WHICH, dossier=WHICH, write=st.sampled_from(FAULTY))
    def a_faulty_program_writes(self, which, dossier, write):
        pc = self.pc(which)
        if one := self.dossier_at(pc, dossier):
            note(write.__name__)
            write(pc.desk, one)
            if write in DAMAGING:
                self.truth.poisoned.add(one)

    # --- what must be true ----------------------------------------------------------------------

    @invariant()
    def the_truth_is_kept(self):
        self.truth.look()

    def teardown(self):
        try:
            if sys.exc_info()[0] is None:  # else what is told first is what went wrong first
                self.truth.settle(self.by_stick)
        finally:
            self.world.close()


@contextmanager
def _numbers_are_new(desk: Desk) -> Iterator[None]:
    """What a desk numbers carries no number that it knows of already."""
    before = _numbers(desk)
    yield
    after = _numbers(desk)
    assert len(set(after)) - len(set(before)) == len(after) - len(before), (
        "a number was given twice"
    )


def _numbers(desk: Desk) -> list[tuple[object, ...]]:
    return desk.database.rows(
        "SELECT reference, '' FROM dossier UNION ALL SELECT number, '' FROM slip"
        " UNION ALL SELECT number, book FROM certified"
    )


@pytest.fixture(scope="module")
def ready_world(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("ready-world")
    make_world(folder)
    return folder


@pytest.mark.timeout(60 * EXAMPLES)
def test_whatever_befalls_them_everybody_comes_to_the_same(ready_world, tmp_path):
    numbers = iter(range(10**6))
    run_state_machine_as_test(
        lambda: Exchanges(ready_world, tmp_path / str(next(numbers))),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
