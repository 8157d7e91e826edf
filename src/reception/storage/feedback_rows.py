"""Feedback as it stands at this desk: a projection of its events, in the order of the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain import feedback as feedbacks
from reception.domain.errors import Trouble
from reception.domain.feedback import Feedback, FeedbackState, entity_of, id_in, is_feedback
from reception.domain.feedback_events import FeedbackEvent, FeedbackKind
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.text import fold as folded
from reception.storage.database import Database
from reception.storage.journal import StoredEvent
from reception.storage.store import HistoryEntry, Store

TABLES = ("feedback",)
_SUBJECT = 200  # letters of its text by which it is told in a list
_COLUMNS = (
    "feedback", "code", "state", "kind", "field", "subject", "sender", "holder", "received_at",
    "due_at", "answer_by", "handled_at", "published_at",
)  # fmt: skip
_WRITTEN = (*_COLUMNS, "words")
_PUT = (
    f"INSERT INTO feedback ({', '.join(_WRITTEN)})"
    f" VALUES ({', '.join(f':{name}' for name in _WRITTEN)})"
)
_ROWS = f"SELECT {', '.join(_COLUMNS)} FROM feedback"


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """Feedback in a list; ``due_at`` is by when the next step is owed."""

    feedback_id: str
    code: str
    state: FeedbackState
    kind: FeedbackKind
    field: str
    subject: str
    sender: str
    holder: str
    received_at: datetime
    due_at: datetime | None
    answer_by: datetime | None
    handled_at: datetime | None
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Pressing:
    """How many are open; of how many the answer is late; of how many something is due soon."""

    open: int = 0
    overdue: int = 0
    soon: int = 0


def record(store: Store, feedback_id: str, event: FeedbackEvent, *, at: datetime, by: str) -> None:
    """Write down what happened to feedback and list it, inside the present transaction."""
    entity = entity_of(feedback_id)
    store.require_time(at)
    store.journal.append(event, entity, base=store.journal.last_of(entity), at=at, by=by)
    relist_one(store, feedback_id)


def of_id(store: Store, feedback_id: str) -> Feedback | None:
    """Feedback as its events make it."""
    return fold_stored(store.journal.of_entity(entity_of(feedback_id)))


def history(store: Store, feedback_id: str) -> list[HistoryEntry]:
    """What happened to it, oldest first."""
    return store.history(entity_of(feedback_id))


def relist_one(store: Store, feedback_id: str) -> Feedback | None:
    """List one anew by all of its events."""
    feedback = of_id(store, feedback_id)
    store.database.run("DELETE FROM feedback WHERE feedback = :one", one=feedback_id)
    if feedback:
        _put(store.database, feedback)
    return feedback


def relist_all(database: Database, events: Iterable[StoredEvent]) -> None:
    """List all, of all events that are not about dossiers."""
    of_each: dict[str, list[StoredEvent]] = {}
    for stored in events:
        if is_feedback(stored.entity):
            of_each.setdefault(stored.entity, []).append(stored)
    for told in of_each.values():
        if feedback := fold_stored(told):
            _put(database, feedback)


def clear(database: Database) -> None:
    """Forget all, before it is worked out anew."""
    for table in TABLES:
        database.run(f"DELETE FROM {table}")


def still_open(database: Database) -> list[FeedbackRow]:
    """What is neither answered nor refused, the first due first."""
    return _rows(database, "WHERE handled_at IS NULL ORDER BY due_at, code")


def received_between(
    database: Database, from_at: datetime, until_at: datetime
) -> list[FeedbackRow]:
    """What was received from a moment until before another, or handled then, or open since."""
    return _rows(
        database,
        "WHERE received_at < :until_at AND (handled_at IS NULL OR handled_at >= :from_at)"
        " ORDER BY received_at, code",
        from_at=to_utc_text(from_at),
        until_at=to_utc_text(until_at),
    )


def published_since(database: Database, from_at: datetime) -> list[FeedbackRow]:
    """What was made public since a moment, or made public anew; first, perhaps, before it."""
    return _rows(
        database, "WHERE published_at >= :from_at ORDER BY received_at, code",
        from_at=to_utc_text(from_at),
    )  # fmt: skip


def handled_first(database: Database) -> list[FeedbackRow]:
    """What was answered or refused, the first first."""
    return _rows(database, "WHERE handled_at IS NOT NULL ORDER BY handled_at, code")


def naming(database: Database, code: str) -> list[FeedbackRow]:
    """Those in whose events a dossier's code stands, wherever it was written."""
    return _rows(
        database,
        "WHERE EXISTS (SELECT 1 FROM event WHERE entity = :about || feedback"
        " AND instr(upper(CAST(body AS TEXT)), :code) > 0) ORDER BY received_at, code",
        about=entity_of(""),
        code=code.upper(),
    )


def find(database: Database, text: str, most: int) -> list[FeedbackRow]:
    """All in whose code, sender or text the words stand, the latest first; all where none given."""
    words = folded(text).split()
    like = {f"w{n}": f"%{word}%" for n, word in enumerate(words)}
    wanted = " AND ".join(f"words LIKE :{name}" for name in like) or "1"
    return _rows(
        database, f"WHERE {wanted} ORDER BY received_at DESC, code DESC LIMIT :most", most=most,
        **like,
    )  # fmt: skip


def id_of_code(database: Database, code: str) -> str:
    """Which feedback has a code; empty for none."""
    row = database.row("SELECT feedback FROM feedback WHERE code = :code", code=code)
    return row[0] if row else ""


def count_pressing(database: Database, now: datetime, soon_before: datetime) -> Pressing:
    """What presses; who was asked for more and did not tell it in time makes nothing late."""
    late = "due_at < :now AND state <> 'awaiting'"
    row = database.row(
        f"SELECT count(*), coalesce(sum({late}), 0),"
        f" coalesce(sum(due_at < :soon AND NOT ({late})), 0)"
        " FROM feedback WHERE handled_at IS NULL",
        now=to_utc_text(now),
        soon=to_utc_text(soon_before),
    )
    return Pressing(*map(int, row)) if row else Pressing()


def _rows(database: Database, wanted: str, **values: object) -> list[FeedbackRow]:
    return [_row(*row) for row in database.rows(f"{_ROWS} {wanted}", **values)]


def _row(
    feedback_id: str, code: str, state: str, kind: str, field: str, subject: str, sender: str,
    holder: str, received_at: str, due_at: str | None, answer_by: str | None,
    handled_at: str | None, published_at: str | None,
) -> FeedbackRow:  # fmt: skip
    return FeedbackRow(
        feedback_id, code, FeedbackState(state), FeedbackKind(kind), field, subject, sender, holder,
        from_utc_text(received_at), _moment(due_at), _moment(answer_by), _moment(handled_at),
        _moment(published_at),
    )  # fmt: skip


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None


def fold_stored(events: Sequence[StoredEvent]) -> Feedback | None:
    """Feedback that stored events of one entity add up to."""
    return feedbacks.fold(id_in(events[0].entity), _read(events)) if events else None


def _read(events: Iterable[StoredEvent]) -> Iterator[FeedbackEvent]:
    for stored in events:
        try:
            event = stored.event()
        except Trouble:
            continue  # kept as it came; the chain's check names it if it was altered here
        if isinstance(event, FeedbackEvent):
            yield event


def _put(database: Database, feedback: Feedback) -> None:
    received, routed = feedback.received, feedback.routed
    sender = received.sender.name if received.sender else ""
    published = feedback.published
    moments = {
        "received_at": received.received_at,
        "due_at": feedback.due_at,
        "answer_by": feedback.promise.due_at,
        "handled_at": feedback.handled_at,
        "published_at": published.at if published else None,
    }
    database.run(
        _PUT,
        feedback=feedback.feedback_id,
        code=received.code,
        state=feedback.state.value,
        kind=received.kind.value,
        field=received.field,
        subject=received.text[:_SUBJECT],
        sender=sender,
        holder=" – ".join(filter(None, (routed.office, routed.person))) if routed else "",
        words=folded(f"{received.code} {sender} {received.field} {received.text}"),
        **{name: at and to_utc_text(at) for name, at in moments.items()},
    )
