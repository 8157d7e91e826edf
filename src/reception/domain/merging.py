"""One dossier from several desks: what its events add up to in the order of the commune's log.

Events never clash; only folding them can find that two desks acted without knowing of each other.
An act that came first in the log stands. A later one that knew nothing of it is applied if the
dossier still allows it, field by field where it is a correction; what cannot be applied is kept
beside the dossier as a :class:`Clash` until a person has decided (docs/exchange.md, "Two desks").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, cast

from reception.domain.applicant import Address, Party
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Apologised,
    Corrected,
    DossierEvent,
    FeeSettled,
    LaterEvent,
    Reclassified,
    ReviewSettled,
    SupplementReceived,
    SupplementRequested,
    TimeCorrected,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake, ProcedureOfDay, SubmittedPaper
from reception.domain.intake_events import ImportUndone, OpeningEvent
from reception.domain.life import evolve

Actor = tuple[str, int]

NONSENSE = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)
"""What the fold raises of an event that is well formed and yet makes no sense."""

_NO_SENSE = "Việc này do chương trình lỗi ở máy khác ghi, không hiểu được nội dung."


class ClashKind(StrEnum):
    """What two desks did to one dossier without knowing of each other."""

    NOT_APPLIED = "not-applied"
    FIELD = "field"
    FEE_TWICE = "fee-twice"
    OPENED_TWICE = "opened-twice"


@dataclass(frozen=True, slots=True)
class Told:
    """An event where it stands in the log.

    ``actor`` is device and epoch: one chain. ``base`` is the hash of the dossier's event that its
    desk had learnt of last. ``event`` is ``None`` for a kind that this program does not know, and
    for one that it knows and yet is not ``readable``. ``id`` stays the same on whatever chain the
    event hangs.
    """

    hash: bytes
    actor: Actor
    base: bytes
    event: DossierEvent | None
    readable: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """An event that did not fit, and the one that stands in its way.

    ``field``, ``kept`` and ``other`` tell of a field that was corrected to two values; ``why`` is
    the reason for which an act does not stand, in one Vietnamese sentence.
    """

    kind: ClashKind
    hash: bytes
    against: bytes
    field: str = ""
    kept: str = ""
    other: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """A dossier, and what about it a person still has to decide."""

    dossier: Dossier | None
    clashes: tuple[Clash, ...] = ()


def merge(dossier_id: str, told: Sequence[Told]) -> Merged:
    """Fold the events of several desks, given in the order of the log; never refuses a history."""
    fold = _Fold(dossier_id, told)
    dossier, clashes = fold.of(range(len(told)))
    return Merged(dossier, _undecided(clashes, told))


def _undecided(clashes: Iterable[Clash], told: Sequence[Told]) -> tuple[Clash, ...]:
    """The clashes about whose event, by its hash or its id, nobody has decided."""
    ids = {one.hash: one.id for one in told if one.id}
    decided: set[tuple[object, str]] = set()
    for one in told:
        if isinstance(one.event, ReviewSettled):
            decided |= {(one.event.about, one.event.field), (one.event.event, one.event.field)}
    return tuple(
        clash
        for clash in clashes
        if decided.isdisjoint({(clash.hash.hex(), clash.field), (ids.get(clash.hash), clash.field)})
    )


class _Fold:
    """Folds a history, or the part of it that some desk knew; each such view is made once."""

    def __init__(self, dossier_id: str, told: Sequence[Told]) -> None:
        self._dossier_id = dossier_id
        self._told = told
        self._seen = _seen(told)
        self._views: dict[frozenset[int], Dossier | None] = {}

    def of(self, places: Iterable[int]) -> tuple[Dossier | None, list[Clash]]:
        """What the events at these places add up to, and what of them does not fit."""
        dossier: Dossier | None = None
        clashes: list[Clash] = []
        before: list[int] = []
        for place in places:
            one = self._told[place]
            unseen = [k for k in before if k not in self._seen[place]]
            before.append(place)
            if one.event is None:
                if not one.readable:
                    clashes.append(Clash(ClashKind.NOT_APPLIED, one.hash, b"", why=_NO_SENSE))
                continue
            if dossier is None or not unseen or isinstance(one.event, OpeningEvent):
                dossier, found = _in_turn(dossier, self._dossier_id, one, one.event)
            else:
                view = self._view(self._seen[place]) or dossier
                against = self._told[unseen[-1]].hash
                dossier, found = _joined(dossier, view, one.hash, against, one.event)
            clashes += found
        return dossier, clashes

    def _view(self, seen: frozenset[int]) -> Dossier | None:
        """The dossier as the acting desk had it before it."""
        if seen not in self._views:
            self._views[seen] = self.of(sorted(seen))[0]
        return self._views[seen]


def _seen(told: Sequence[Told]) -> list[frozenset[int]]:
    """For each event, the places of those that its desk knew of, its own among them.

    A desk learns of others' events in the order of the log, without gaps: whoever built on one of
    them knew all before it. Of its own events a desk knows those of the same chain. A chain that
    begins anew goes on from the event that it was built on, or, if that one was hung on another
    chain since, from the device's last one before: the two may be of one register or of two copies
    that know nothing of each other.
    """
    places = {one.hash: place for place, one in enumerate(told)}
    last: dict[Actor, int] = {}
    last_of_device: dict[str, int] = {}
    seen: list[frozenset[int]] = []

    def up_to(place: int | None) -> frozenset[int]:
        return frozenset() if place is None else seen[place] | {place}

    for place, one in enumerate(told):
        own, base = last.get(one.actor), min(places.get(one.base, place), place)
        known = up_to(own)
        if base < place and told[base].actor[0] != one.actor[0]:
            known |= frozenset(range(base + 1))
        elif base < place:
            known |= up_to(base)
        if own is None and base == place:
            known |= up_to(last_of_device.get(one.actor[0]))
        elif own is None:
            known |= _sent_since(told, seen, one.actor[0], base)
        seen.append(known)
        last[one.actor] = last_of_device[one.actor[0]] = place
    return seen


def _sent_since(
    told: Sequence[Told], seen: Sequence[frozenset[int]], device: str, base: int
) -> frozenset[int]:
    """Of a device's earlier chains, what it had written before it learnt of another's event.

    It was sent afterwards, and so stands after what it knew nothing of.
    """
    if told[base].actor[0] == device:
        return frozenset()
    since = (
        place
        for place in range(base + 1, len(seen))
        if told[place].actor[0] == device and base not in seen[place]
    )
    return frozenset[int]().union(*(seen[place] | {place} for place in since))


def _in_turn(
    dossier: Dossier | None, dossier_id: str, one: Told, event: DossierEvent
) -> tuple[Dossier | None, list[Clash]]:
    if dossier is not None and isinstance(event, OpeningEvent):
        return dossier, [Clash(ClashKind.OPENED_TWICE, one.hash, b"")]
    after, why = _evolved(dossier, dossier_id, event)
    if why:
        return dossier, [Clash(ClashKind.NOT_APPLIED, one.hash, one.base, why=why)]
    return after, []


def _evolved(
    dossier: Dossier | None, dossier_id: str, event: DossierEvent
) -> tuple[Dossier | None, str]:
    """The dossier after an event, or why that cannot follow."""
    try:
        return evolve(dossier, dossier_id, event), ""
    except RuleViolation as violation:
        return None, violation.text
    except NONSENSE:
        return None, _NO_SENSE


def _joined(
    dossier: Dossier, view: Dossier, mine: bytes, against: bytes, event: LaterEvent
) -> tuple[Dossier, list[Clash]]:
    """The dossier after an event that was made without knowing all that stands before it."""

    def refused(why: str) -> tuple[Dossier, list[Clash]]:
        return dossier, [Clash(ClashKind.NOT_APPLIED, mine, against, why=why)]

    clashes: list[Clash] = []
    if isinstance(event, ImportUndone) and dossier.import_undone:
        return dossier, []  # both took the same import back
    if isinstance(event, Corrected):
        event, clashes = _patched(dossier, view, mine, against, event)
        if event.intake == dossier.intake and clashes:
            return dossier, clashes
    elif why := _overtaken(dossier, view, event):
        return refused(why)
    elif isinstance(event, FeeSettled) and dossier.fees != view.fees:
        clashes = [Clash(ClashKind.FEE_TWICE, mine, against)]
    elif isinstance(event, SupplementReceived):
        event, clashes = _supplied(dossier, view, mine, against, event)
    after, why = _evolved(dossier, dossier.dossier_id, event)
    return (after, clashes) if after else refused(why)


def _overtaken(dossier: Dossier, view: Dossier, event: LaterEvent) -> str:
    """Why an act that the state would allow does not stand, since something came before it."""
    if isinstance(event, Apologised) and dossier.apology is not None:
        return "Máy khác đã xin lỗi và hẹn lại hồ sơ này, luật chỉ cho hẹn lại một lần."
    if isinstance(event, SupplementRequested) and dossier.supplement is not None:
        return "Máy khác đã yêu cầu bổ sung hồ sơ này, luật chỉ cho yêu cầu một lần."
    if isinstance(event, Reclassified) and dossier.intake != view.intake:
        return "Máy khác vừa sửa thông tin hồ sơ này trước khi đổi thủ tục."
    if isinstance(event, TimeCorrected) and dossier.corrections != view.corrections:
        return "Máy khác vừa sửa hồ sơ này trước khi sửa thời điểm."
    if isinstance(event, ImportUndone) and dossier != view:
        return "Máy khác đã làm tiếp hồ sơ này trước khi lần nhập sổ cũ bị huỷ."
    if getattr(event, "promise", None) is not None and dossier.promise != view.promise:
        return "Máy khác vừa đổi hạn trả của hồ sơ này, nên hạn tính sau không còn đúng."
    return ""


def _supplied(
    dossier: Dossier, view: Dossier, mine: bytes, against: bytes, event: SupplementReceived
) -> tuple[SupplementReceived, list[Clash]]:
    """What was brought, with the list of papers as another desk has corrected it meanwhile."""
    was, now = view.intake.papers, dossier.intake.papers
    if now in (was, event.papers):
        return event, []
    clash = Clash(
        ClashKind.NOT_APPLIED, mine, against, field="papers",
        why="Máy khác vừa sửa thành phần hồ sơ trước khi nhận bổ sung; danh sách đã sửa được giữ.",
    )  # fmt: skip
    return replace(event, papers=now), [] if event.papers == was else [clash]


def _patched(
    dossier: Dossier, view: Dossier, mine: bytes, against: bytes, event: Corrected
) -> tuple[Corrected, list[Clash]]:
    """A correction reduced to what it changed, over what others have corrected meanwhile."""
    intake, clashes = _three_way(view.intake, dossier.intake, event.intake, mine, against)
    promise = event.promise
    if promise is not None and dossier.promise != view.promise:
        promise = None
        clashes.append(
            Clash(
                ClashKind.NOT_APPLIED, mine, against, field="promise",
                why="Máy khác vừa đổi hạn trả của hồ sơ này; hạn đã tính trước được giữ.",
            )
        )  # fmt: skip
    return replace(event, intake=intake, promise=promise), clashes


def _three_way(
    base: Intake, ours: Intake, theirs: Intake, mine: bytes, against: bytes
) -> tuple[Intake, list[Clash]]:
    """Field by field: what they changed is taken, unless it was changed otherwise before."""
    taken: dict[str, Any] = {}
    clashes: list[Clash] = []
    for name in (field.name for field in fields(Intake)):
        was, now, wanted = getattr(base, name), getattr(ours, name), getattr(theirs, name)
        if isinstance(was, Party) and isinstance(now, Party) and isinstance(wanted, Party):
            party, inner = _three_way_party(name, was, now, wanted, mine, against)
            taken[name] = party
            clashes += inner
        elif wanted in (was, now):
            continue
        elif now == was:
            taken[name] = wanted
        else:
            clashes.append(_field_clash(name, now, wanted, mine, against))
    return replace(ours, **taken), clashes


def _three_way_party(
    name: str, was: Party, now: Party, wanted: Party, mine: bytes, against: bytes
) -> tuple[Party, list[Clash]]:
    taken: dict[str, Any] = {}
    clashes: list[Clash] = []
    for part in (field.name for field in fields(Party)):
        before, here, there = getattr(was, part), getattr(now, part), getattr(wanted, part)
        if there in (before, here):
            continue
        if here == before:
            taken[part] = there
        else:
            clashes.append(_field_clash(f"{name}.{part}", here, there, mine, against))
    return replace(now, **taken), clashes


def _field_clash(name: str, kept: object, other: object, mine: bytes, against: bytes) -> Clash:
    return Clash(ClashKind.FIELD, mine, against, field=name, kept=_words(kept), other=_words(other))


def _words(value: object) -> str:
    """A field's value as it can be read beside another."""
    match value:
        case None:
            return ""
        case Party():
            return " · ".join(part for part in (value.name, value.identity, value.phone) if part)
        case Address():
            return value.words()
        case ProcedureOfDay() | SubmittedPaper():
            return value.name
        case tuple():
            return ", ".join(_words(one) for one in cast("tuple[object, ...]", value))
        case _:
            return str(value)
