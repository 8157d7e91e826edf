"""Which dossiers the columns of II.06a count, as conditions on rows."""

from __future__ import annotations

from itertools import product

from sqlalchemy import ColumnElement, and_, func, or_

from reception.domain.counting import PAUSED, Ending, Span
from reception.domain.handling_report import EARLY, ON_TIME, OVERDUE, Choices, put_as
from reception.domain.intake import Channel
from reception.domain.timeliness import Timeliness
from reception.storage.counted_columns import LETTERS, letters_of, place_of
from reception.storage.ledger.page_tables import dossier

_D = dossier.c
_KEPT_IN = {"c8": EARLY, "c9": ON_TIME, "c10": OVERDUE}
_ONLINE = [channel.value for channel in Channel if channel.is_online]


def of_column(column: str, over: Span, choices: Choices) -> list[ColumnElement[bool]]:
    """What a dossier's row must be for a column to count it."""
    received = _D.received_at < over.until_at
    settled = and_(_D.kept != "", _D.ended_at >= over.from_at, _D.ended_at < over.until_at)
    still_open = or_(_D.kept == "", _D.ended_at >= over.until_at)
    not_before = or_(_D.kept == "", _D.ended_at >= over.from_at)
    late = and_(_D.due_at < over.late_before, _D.state.not_in(PAUSED))
    match column:
        case "c3":
            return [received, not_before]
        case "c4" | "c5":
            online = _D.channel.in_(_ONLINE)
            came = online if column == "c4" else ~online
            return [_D.received_at >= over.from_at, received, came]
        case "c6":
            return [_D.received_at < over.from_at, not_before]
        case "c7":
            return [received, settled]
        case "c8" | "c9" | "c10":
            return [received, settled, told_as(_KEPT_IN[column], choices)]
        case "c11":
            return [received, still_open]
        case "c12":
            return [received, still_open, or_(_D.due_at.is_(None), ~late)]
        case "c13":
            return [received, still_open, late]
        case _:
            raise ValueError(column)


def told_as(wanted: Timeliness, choices: Choices) -> ColumnElement[bool]:
    """What the form puts in the column of those that were settled so."""
    cells = product(Timeliness, Ending)
    letters = [letters_of(cell) for cell in cells if put_as(*cell, choices) is wanted]
    kept = func.substr(_D.kept, place_of(choices.rule), 1)
    return kept.concat(func.substr(_D.kept, LETTERS, 1)).in_(letters)
