"""Which dossiers the columns of 07a/BTP and of the reasons of delay count, as conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, and_, exists, func, or_, true

from reception.domain.counting import PAUSED, Ending, Span
from reception.domain.delay import Cause
from reception.domain.dossier import State
from reception.domain.handling_report import EARLY, ON_TIME, OVERDUE, Choices
from reception.domain.intake import Channel
from reception.domain.justice_report import (
    NOT_ACCEPTED,
    PAID,
    PAID_AT_DESK,
    PAID_ONLINE,
    came_by,
)
from reception.domain.lateness_report import cause_words
from reception.storage.counted_columns import LETTERS, letters_of
from reception.storage.ledger.figure_columns import of_column, told_as
from reception.storage.ledger.page_tables import dossier, pause, payment

_D = dossier.c
_STOPPED = letters_of((ON_TIME, Ending.STOPPED))[-1]
_CAUSES = {cause_words(cause): cause for cause in ("", *Cause)}


def of_period(over: Span) -> ColumnElement[bool]:
    """Whether a dossier counts in a period."""
    return and_(_D.received_at < over.until_at, or_(_D.kept == "", _D.ended_at >= over.from_at))


def is_settled(over: Span) -> ColumnElement[bool]:
    """Whether it was done by the period's end."""
    return and_(_D.kept != "", _D.ended_at < over.until_at)


def was_late(over: Span) -> ColumnElement[bool]:
    """Whether one that was open at the end had missed its date."""
    return and_(
        ~is_settled(over),
        func.coalesce(_D.due_at < over.late_before, False),
        _D.state.not_in(PAUSED),
    )


def was_paused(over: Span) -> ColumnElement[bool]:
    """Whether the clock of one that was open at the end stood then."""
    stood = exists().where(
        pause.c.agency == _D.agency,
        pause.c.dossier == _D.dossier,
        pause.c.from_at < over.until_at,
        or_(pause.c.until_at.is_(None), pause.c.until_at >= over.until_at),
    )
    return and_(~is_settled(over), stood)


def of_justice(column: str, over: Span, choices: Choices) -> ColumnElement[bool]:
    """The condition of a column of 07a/BTP."""
    if column in _BESIDE:
        return _BESIDE[column](over)
    return and_(of_period(over), _JUSTICE[column](over, choices))


def of_lateness(
    column: str, over: Span, choices: Choices, by: str = "", line: str = ""
) -> ColumnElement[bool]:
    """The condition of a column of the reasons of delay, in one of its lines or in all."""
    settled, still_open = (and_(*of_column(each, over, choices)) for each in ("c10", "c13"))
    late = {"c4": settled, "c5": still_open}.get(column, or_(settled, still_open))
    told = {"c6": _D.apologised_at.is_not(None), "c7": _D.apologised_at.is_(None)}
    return and_(late, told.get(column, true()), *([_in_line(by, line)] if line else []))


def _in_line(by: str, line: str) -> ColumnElement[bool]:
    if by == "causes":
        return _D.cause == _CAUSES.get(line, line)
    return (_D.late_holder if by == "holders" else _D.field) == line


def _came(column: str) -> Callable[[Span, Choices], ColumnElement[bool]]:
    channels = [channel.value for channel in Channel if came_by(channel) == column]
    return lambda over, _choices: and_(_D.received_at >= over.from_at, _D.channel.in_(channels))


def _paid(over: Span, *how: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        payment.c.agency == _D.agency,
        payment.c.dossier == _D.dossier,
        payment.c.paid_at >= over.from_at,
        payment.c.paid_at < over.until_at,
        *how,
    )


def _done(over: Span) -> ColumnElement[bool]:
    return and_(is_settled(over), func.substr(_D.kept, LETTERS, 1) != _STOPPED)


def _stopped(over: Span) -> ColumnElement[bool]:
    return and_(is_settled(over), func.substr(_D.kept, LETTERS, 1) == _STOPPED)


_JUSTICE: Mapping[str, Callable[[Span, Choices], ColumnElement[bool]]] = {
    "c3": lambda _over, _choices: true(),
    **{column: _came(column) for column in sorted(set(map(came_by, Channel)))},
    "c9": lambda over, _choices: and_(_D.received_at >= over.from_at, _D.non_territorial == 1),
    "c10": lambda over, _choices: _D.received_at < over.from_at,
    "c14": lambda over, _choices: _done(over),
    "c15": lambda over, choices: and_(_done(over), told_as(EARLY, choices)),
    "c16": lambda over, choices: and_(_done(over), told_as(ON_TIME, choices)),
    "c17": lambda over, choices: and_(
        _done(over), told_as(OVERDUE, choices), _D.apologised_at.is_not(None)
    ),
    "c18": lambda over, choices: and_(
        _done(over), told_as(OVERDUE, choices), _D.apologised_at.is_(None)
    ),
    "c19": lambda over, _choices: or_(~is_settled(over), _stopped(over)),
    "c20": lambda over, _choices: and_(~is_settled(over), ~was_paused(over), ~was_late(over)),
    "c21": lambda over, _choices: and_(was_late(over), ~was_paused(over)),
    "c22": lambda over, _choices: was_paused(over),
    "c23": lambda over, _choices: _stopped(over),
}
_BESIDE: Mapping[str, Callable[[Span], ColumnElement[bool]]] = {
    NOT_ACCEPTED: lambda over: and_(
        _D.state == State.REFUSED.value, _D.opened_at >= over.from_at, _D.opened_at < over.until_at
    ),
    PAID: _paid,
    PAID_ONLINE: lambda over: _paid(over, payment.c.online == 1),
    PAID_AT_DESK: lambda over: and_(_paid(over), ~_paid(over, payment.c.online == 1)),
}
JUSTICE_COLUMNS = frozenset(_JUSTICE) | frozenset(_BESIDE)
"""The columns that count dossiers; what only waits to be taken in is none yet."""
