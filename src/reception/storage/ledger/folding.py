"""Working out what a commune's events mean, after they were accepted: the desk's own fold.

Accepting and folding are two steps, so that an event nobody understands holds up no other. How far
a log is folded is moved with the rows; after a crash the next step goes on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reception.domain import closed_periods
from reception.domain.dossier_events import ReviewSettled
from reception.domain.events import entity_type_of, read_event
from reception.domain.merging import Merged
from reception.storage import feedback_redacting
from reception.storage.journal import StoredEvent
from reception.storage.ledger import redacting
from reception.storage.ledger.beside_rows import (
    PauseRow,
    PaymentRow,
    closings_of,
    pauses_of,
    payments_of,
    submissions_of,
)
from reception.storage.ledger.page_rows import (
    FoldedDossier,
    RecordedRow,
    Tally,
    folded,
    look_up_key,
    recorded,
    tally_of,
)
from reception.storage.ledger.projecting import Aside, ClashRow
from reception.storage.ledger.twins import SAME_CODE
from reception.storage.ledger.work import Work
from reception.storage.store import fold_all

AT_ONCE = 500
UNREADABLE, IMPOSSIBLE, UNKNOWN = "event-unreadable", "event-impossible", "kind-unknown"
_FROM_FOLDING = {UNREADABLE, IMPOSSIBLE, UNKNOWN}
# What a foreign event's values can make pure code trip over; a database's failures are none of it.
_TRIPPED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


_SETTLED = "dossier.review-settled"
_BESIDE = {"submission", "period"}

_Clash = tuple[str, int, bytes, str, str]
"""A dossier, the position of what clashes, what it is about, the field, the kind."""


@dataclass(slots=True)
class _Sorted:
    """A dossier's events: those to fold, what is wrong with others, and what is right by now."""

    usable: list[StoredEvent] = field(default_factory=list[StoredEvent])
    faults: dict[int, str] = field(default_factory=dict[int, str])
    mended: list[int] = field(default_factory=list[int])
    stuck: bool = False


@dataclass(slots=True)
class _Step:
    """What one step found out, written at its end."""

    rows: list[FoldedDossier] = field(default_factory=list[FoldedDossier])
    recorded: list[RecordedRow] = field(default_factory=list[RecordedRow])
    pauses: list[PauseRow] = field(default_factory=list[PauseRow])
    payments: list[PaymentRow] = field(default_factory=list[PaymentRow])
    clashes: list[_Clash] = field(default_factory=list[_Clash])
    faults: dict[int, str] = field(default_factory=dict[int, str])
    mended: list[int] = field(default_factory=list[int])


def fold_next(work: Work, agency: str, now: datetime, *, most: int = AT_ONCE) -> int:
    """Fold the next events of a commune's log, inside the present transaction; answers how many.

    Zero says that all is folded. Until the commit nobody else folds this log.
    """
    after = work.hold_listed(agency)
    news = work.news(agency, after, most)
    if not news:
        return 0
    upto = news[-1].position
    ids = list(dict.fromkeys(n.entity for n in news if entity_type_of(n.kind) == "dossier"))
    if ids:
        _fold_dossiers(work, agency, ids, upto, now)
    _fold_beside(work, agency, {n.entity for n in news if entity_type_of(n.kind) in _BESIDE}, upto)
    _blank_feedback(
        work, agency, {n.entity for n in news if n.kind == feedback_redacting.KIND}, upto
    )
    work.move_listed(agency, upto)
    return len(news)


def fold_again(work: Work, agency: str, dossier_id: str, now: datetime) -> None:
    """Fold one dossier anew, as far as its commune's log is folded."""
    _fold_dossiers(work, agency, [dossier_id], work.hold_listed(agency), now)


def _fold_dossiers(work: Work, agency: str, ids: list[str], upto: int, now: datetime) -> None:
    key = look_up_key(work.authority().private_key)
    before = work.folded_of(agency, ids)
    # A log that is folded anew over what was folded before takes no dossier back.
    upto = max([upto, *(row.position for row in before.values())])
    events = work.events_of(agency, ids, upto)
    if blanked := [one for one in ids if _blanked(work, agency, one, events.get(one, ()), upto)]:
        events |= work.events_of(agency, blanked, upto)
    aside = work.aside_of(agency, ids)
    step = _Step()
    for dossier_id in ids:
        _fold_one(step, agency, dossier_id, events.get(dossier_id, []), aside, key)
    _count(work, agency, before, step.rows)
    work.put_folded(step.rows)
    work.put_recorded(agency, ids, step.recorded)
    work.put_beside(agency, list(before), step.pauses, step.payments)
    work.forget_twins(agency, ids)
    found = [*step.clashes, *_twins(work, agency, step.rows, upto)]
    received = work.received_at(agency, [position for _id, position, *_ in found])
    work.put_clashes(
        agency,
        ids,
        {
            (dossier_id, about, name): ClashRow(
                agency, dossier_id, about, name, kind, received.get(position, now)
            )
            for dossier_id, position, about, name, kind in found
        }.values(),
    )
    for position, code in step.faults.items():
        work.quarantine(agency, position, code=code, detail="", noted_at=now)
    for position in step.mended:
        work.settle(agency, position, now)


def _blanked(
    work: Work, agency: str, dossier_id: str, events: Sequence[StoredEvent], upto: int
) -> bool:
    """Blank what a dossier's redactions name, before anything is made of it."""
    if not redacting.has_redaction(events):
        return False
    others = work.events_of(agency, redacting.submissions_named(events), upto)
    return redacting.blank(work, agency, dossier_id, events, others)


def _fold_beside(work: Work, agency: str, entities: Iterable[str], upto: int) -> None:
    """What reports ask for beside dossiers; what it says is looked up in the events."""
    for entity, events in work.events_of(agency, sorted(entities), upto).items():
        if entity == closed_periods.ENTITY:
            work.put_closings(closings_of(agency, events))
        else:
            work.put_submissions(list(submissions_of(agency, entity, events)))


def _blank_feedback(work: Work, agency: str, entities: Iterable[str], upto: int) -> None:
    """Nothing is made of feedback here, but what was blanked by law is blanked here, too."""
    for entity, events in work.events_of(agency, sorted(entities), upto).items():
        redacting.blank_feedback(work, agency, entity, events)


def _twins(work: Work, agency: str, rows: Sequence[FoldedDossier], upto: int) -> Iterator[_Clash]:
    """Both sides of each two dossiers with one code of which nobody has decided yet."""
    pairs = work.twins_of(agency, rows)
    if not pairs:
        return
    events = work.events_of(agency, sorted({one for pair in pairs for one in pair}), upto)
    for one, other in pairs:
        both = [*events.get(one, []), *events.get(other, [])]
        if not both or any(_decided_about(event) in {one, other} for event in both):
            continue
        since = max(events[each][0].n for each in (one, other) if each in events)
        yield one, since, other.encode(), "code", SAME_CODE
        yield other, since, one.encode(), "code", SAME_CODE


def _decided_about(stored: StoredEvent) -> str:
    if stored.kind != _SETTLED or _fault(stored):
        return ""
    event = stored.event()
    return event.about if isinstance(event, ReviewSettled) else ""


def _fold_one(
    step: _Step,
    agency: str,
    dossier_id: str,
    events: Sequence[StoredEvent],
    aside: dict[int, Aside],
    key: bytes,
) -> None:
    found = _sorted_out(events, aside)
    usable, stuck = found.usable, found.stuck
    try:
        merged, row = _folded(agency, dossier_id, usable, key, stuck=stuck)
        found.mended += _impossible_no_more(usable, aside)
    except _TRIPPED:
        usable, tripped = _as_far_as_it_goes(agency, dossier_id, usable, key)
        if not aside.get(tripped.n, Aside("", settled=False)).code:
            found.faults[tripped.n] = IMPOSSIBLE
        merged, row = _folded(agency, dossier_id, usable, key, stuck=True)
    step.faults |= found.faults
    step.mended += found.mended
    if row is None or merged.dossier is None:
        return
    step.rows.append(row)
    if corrected := recorded(agency, merged.dossier):
        step.recorded.append(corrected)
    step.pauses += pauses_of(agency, dossier_id, usable)
    step.payments += payments_of(agency, merged.dossier)
    places = {event.hash: event.n for event in usable}
    step.clashes += [
        (dossier_id, places.get(c.hash, 0), c.hash, c.field, c.kind.value) for c in merged.clashes
    ]


def _folded(
    agency: str, dossier_id: str, usable: Sequence[StoredEvent], key: bytes, *, stuck: bool
) -> tuple[Merged, FoldedDossier | None]:
    merged = fold_all(dossier_id, list(usable))
    if merged.dossier is None:
        return merged, None
    return merged, folded(agency, merged.dossier, key, usable[-1].n, aside=stuck)


def _impossible_no_more(usable: Sequence[StoredEvent], aside: dict[int, Aside]) -> list[int]:
    """The events that were held aside as impossible, and that could be folded now."""
    again = Aside(IMPOSSIBLE, settled=False)
    return [event.n for event in usable if aside.get(event.n) == again]


def _as_far_as_it_goes(
    agency: str, dossier_id: str, usable: Sequence[StoredEvent], key: bytes
) -> tuple[list[StoredEvent], StoredEvent]:
    """The events before the one that cannot be folded, and that one."""
    for place in range(len(usable)):
        try:
            _folded(agency, dossier_id, usable[: place + 1], key, stuck=True)
        except _TRIPPED:
            return list(usable[:place]), usable[place]
    raise AssertionError(dossier_id)


def _sorted_out(events: Sequence[StoredEvent], aside: dict[int, Aside]) -> _Sorted:
    """Which events are folded: up to the first that is held aside, without those given up."""
    found = _Sorted()
    for event in events:
        told, fault = aside.get(event.n), _fault(event)
        if told and told.settled:
            # Somebody decided: what can be read and is what was hashed goes on, all else is left
            # out.
            fit = fault != UNREADABLE and told.code in _FROM_FOLDING
            found.usable += [event] if fit else []
            continue
        if fault and not told:
            found.faults[event.n] = fault
        if fault == UNREADABLE or (told and told.code not in _FROM_FOLDING):
            found.stuck = True
            break
        if told and not fault and told.code != IMPOSSIBLE:
            found.mended.append(event.n)
        found.usable.append(event)
    return found


def _fault(event: StoredEvent) -> str:
    """Why an event cannot be understood; a newer kind is passed over here as at every desk."""
    try:
        bytes.fromhex(event.envelope().base)
        return UNKNOWN if read_event(event.kind, event.body) is None else ""
    except (ValueError, RecursionError):
        return UNREADABLE


def _count(
    work: Work, agency: str, before: Mapping[str, FoldedDossier], rows: Sequence[FoldedDossier]
) -> None:
    changes: Tally = Counter()
    for row in rows:
        changes.update(tally_of(row))
        if was := before.get(row.dossier):
            changes.subtract(tally_of(was))
    work.count(agency, changes)
