"""How a dossier is counted out of columns, at a desk and at the server: letters, sums, corrections.

``kept`` says how a settled dossier kept its promise by each rule, a letter each, and after them
what it ended with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from reception.domain.counting import Cell, Counted, Counts, Ending, Span, count
from reception.domain.timeliness import Rule, Timeliness, timeliness

_RULES = tuple(Rule)
LETTERS = len(_RULES) + 1
_KEPT = {
    Timeliness.EARLY: "e",
    Timeliness.ON_TIME: "o",
    Timeliness.OVERDUE: "l",
    Timeliness.NO_LIMIT: "n",
}
_ENDING = {Ending.RESULT: "r", Ending.REFUSED: "f", Ending.STOPPED: "s"}
_KEPT_BY = {letter: kept for kept, letter in _KEPT.items()}
_ENDING_BY = {letter: ending for ending, letter in _ENDING.items()}


def kept_letters(one: Counted) -> str:
    """The letters of a settled dossier; none of an open one."""
    if one.ended_at is None or one.ending is None:
        return ""
    kept = (timeliness(one.due_at, one.ended_at, rule) for rule in _RULES)
    return "".join(_KEPT[how] for how in kept) + _ENDING[one.ending]


def cell_of(kept: str, rule: Rule) -> Cell:
    """What the letters of a settled dossier say by one rule."""
    return _KEPT_BY[kept[_RULES.index(rule)]], _ENDING_BY[kept[-1]]


def ending_of(kept: str) -> Ending | None:
    """What a dossier ended with; ``None`` while it is open."""
    return _ENDING_BY[kept[-1]] if kept else None


def letters_of(cell: Cell) -> str:
    """The letter of how a dossier was settled, and that of what it ended with."""
    how, ending = cell
    return _KEPT[how] + _ENDING[ending]


def place_of(rule: Rule) -> int:
    """Which letter is the rule's, beginning with 1; the last of all is that of the ending."""
    return _RULES.index(rule) + 1


def add_settled(into: Counts, cell: Cell, number: int, carried_over: int, apologised: int) -> None:
    """Add a row of what was settled alike: how many, of these from before, of these apologised."""
    into.settled[cell] = into.settled.get(cell, 0) + number
    into.carried_over += carried_over
    into.overdue_apologised += apologised if cell[0] is Timeliness.OVERDUE else 0


def add_open(into: Counts, number: int, carried_over: int, overdue: int, apologised: int) -> None:
    """Add a row of what is open; ``apologised`` are among the ``overdue``."""
    into.carried_over += carried_over
    into.open_overdue += overdue
    into.open_in_time += number - overdue
    into.open_overdue_apologised += apologised


def take_paused(into: Counts, number: int, apologised: int) -> None:
    """Tell those as in time whose old date is past and whose clock stands."""
    into.open_overdue -= number
    into.open_in_time += number
    into.open_overdue_apologised -= apologised


def as_recorded(
    sums: Mapping[str, Counts],
    pairs: Iterable[tuple[Counted | None, Counted | None]],
    over: Span,
    rule: Rule,
) -> dict[str, Counts]:
    """The figures as if no dossier had been corrected; ``sums`` stay as they are.

    Args:
        sums: The figures with every correction.
        pairs: Each corrected dossier as it counts now, and without its corrections.
        over: The period.
        rule: The rule by which ``sums`` were counted.
    """
    recorded, both = dict(sums), list(pairs)
    changes = (
        (count((now for now, _was in both if now), over, rule), -1),
        (count((was for _now, was in both if was), over, rule), 1),
    )
    for figures, times in changes:
        for field, change in figures.items():
            changed = deepcopy(recorded.get(field, Counts()))
            changed.add(change, times)
            recorded[field] = changed
    return {field: one for field, one in recorded.items() if one != Counts()}
