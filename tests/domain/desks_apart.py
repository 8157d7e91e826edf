"""Desks of a commune that act on one dossier without seeing each other all the time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from invented_dossier import RECEIVED, RECEIVED_AT
from reception.domain.dossier_events import Corrected, DossierEvent
from reception.domain.errors import RuleViolation
from reception.domain.life import evolve
from reception.domain.merging import Told, merge
from sample_events import every_event

DOSSIER = "d1"
AT = RECEIVED_AT + timedelta(hours=1)
_numbers = count(1)


def told(
    desk: str, event: DossierEvent | None, *, after: Told | None = None, epoch: int = 1
) -> Told:
    """What a desk tells, having learnt last of an event."""
    name = next(_numbers).to_bytes(32, "big")
    return Told(name, (desk, epoch), after.hash if after else b"", event)


OPENED = told("A", RECEIVED)


@dataclass
class Desk:
    """A desk that acts on what it knows: the log so far, and its own events not sent yet."""

    name: str
    epoch: int = 1
    position: int = 1
    unsent: list[Told] = field(default_factory=list)
    learnt: Told = OPENED
    aware: frozenset[bytes] = frozenset({OPENED.hash})


class Commune:
    """Desks that act, send and learn in some order; who knew what is written down besides."""

    def __init__(self) -> None:
        self.log: list[Told] = [OPENED]
        self.desks = [Desk(name) for name in "ABC"]
        self.aware: dict[bytes, frozenset[bytes]] = {OPENED.hash: frozenset()}

    def seen_by(self, desk: Desk) -> list[Told]:
        return [*self.log[: desk.position], *desk.unsent]

    def act(self, desk: Desk, event: DossierEvent) -> Told:
        one = told(desk.name, event, after=desk.learnt, epoch=desk.epoch)
        self.aware[one.hash] = desk.aware
        desk.unsent.append(one)
        desk.learnt, desk.aware = one, desk.aware | {one.hash}
        return one

    def send(self, desk: Desk) -> None:
        self.log += desk.unsent
        desk.unsent = []

    def learn(self, desk: Desk) -> None:
        for one in self.log[desk.position :]:
            if one.hash not in desk.aware:
                desk.learnt = one
            desk.aware |= {one.hash}
        desk.position = len(self.log)
        mine = {one.hash for one in self.log}
        desk.unsent = [one for one in desk.unsent if one.hash not in mine]

    def copy(self, desk: Desk) -> None:
        """A second register from the desk's disk; it has nothing that was not sent."""
        if not desk.unsent and len(self.desks) < 5:
            self.desks.append(replace(desk, epoch=desk.epoch + len(self.desks), unsent=[]))

    def hang_anew(self, desk: Desk) -> None:
        """The unsent events go on in a new epoch, under new hashes and with the old bases."""
        desk.epoch += 10
        moved: dict[bytes, Told] = {}
        for one in desk.unsent:
            fresh = replace(told(desk.name, one.event, epoch=desk.epoch), base=one.base)
            moved[one.hash] = fresh
            aware = frozenset(moved[h].hash if h in moved else h for h in self.aware[one.hash])
            self.aware[fresh.hash] = aware
        desk.unsent = list(moved.values())
        desk.aware = frozenset(moved[h].hash if h in moved else h for h in desk.aware)
        desk.learnt = moved.get(desk.learnt.hash, desk.learnt)

    def finish(self) -> None:
        for desk in self.desks:
            self.send(desk)


_WHAT = ("act", "act", "correct", "correct", "send", "learn", "hang-anew")


def _does(what: tuple[str, ...]) -> st.SearchStrategy[tuple[int, str, int]]:
    return st.tuples(st.integers(0, 4), st.sampled_from(what), st.integers(0, 60))


DOES = _does((*_WHAT, "copy"))
DOES_WITHOUT_COPIES = _does(_WHAT)


def play(commune: Commune, doings: list[tuple[int, str, int]]) -> None:
    for who, what, number in doings:
        desk = commune.desks[who % len(commune.desks)]
        match what:
            case "act":
                act_if_allowed(commune, desk, number)
            case "correct":
                correct(commune, desk, number)
            case "send":
                # Who sends and is not at the log's end learns of it in the same exchange.
                commune.send(desk)
                commune.learn(desk)
            case "learn":
                commune.learn(desk)
            case "copy":
                commune.copy(desk)
            case _:
                commune.hang_anew(desk)
    commune.finish()


def act_if_allowed(commune: Commune, desk: Desk, number: int) -> None:
    seen = merge(DOSSIER, commune.seen_by(desk)).dossier
    assert seen
    events = every_event(AT)
    event = events[number % len(events)]
    try:
        evolve(seen, DOSSIER, event)
    except RuleViolation:
        return
    commune.act(desk, event)


def correct(commune: Commune, desk: Desk, number: int) -> None:
    """Every correction writes what nobody wrote before, so it is told apart from all others."""
    seen = merge(DOSSIER, commune.seen_by(desk)).dossier
    assert seen
    name = ("notes", "return_to")[number % 2]
    intake = replace(seen.intake, **{name: f"{desk.name} {next(_numbers)}"})
    event = Corrected(AT, intake, (), "gõ nhầm")
    try:
        evolve(seen, DOSSIER, event)
    except RuleViolation:
        return
    commune.act(desk, event)
