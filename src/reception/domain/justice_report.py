"""Biểu 07a/BTP: what came in by which road, how it was settled, stopped, withdrawn and paid for.

Only the columns of the form are known, not its headings (``law-and-forms`` §5.1). What was
withdrawn stands among what is processed, so that received = settled + processed holds here, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reception.domain.counting import (
    Cell,
    Counted,
    Ending,
    Span,
    counts_in,
    is_late,
    settled_as,
)
from reception.domain.handling_report import Choices, put_as
from reception.domain.intake import Channel
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import (
    Line,
    cells,
    lines_of,
    numbered_lines,
    whole,
)
from reception.domain.timeliness import Definition, Rule, Timeliness

COLUMNS = tuple(f"c{n}" for n in range(3, 27))
OTHER_ONLINE, ELSEWHERE = "c8", "c9"
NOT_ACCEPTED, WAITING, WAITING_LATE = "c11", "c12", "c13"
PAID, PAID_ONLINE, PAID_AT_DESK = "c24", "c25", "c26"
ALWAYS_BLANK = frozenset({OTHER_ONLINE})
"""Other ways online: the register tells whole and partial online services, and no third kind."""

_CAME_BY = {
    Channel.COUNTER: "c4",
    Channel.OTHER: "c4",
    Channel.ONLINE_FULL: "c5",
    Channel.ONLINE_PART: "c6",
    Channel.POST: "c7",
}
_KEPT_IN = {Timeliness.EARLY: "c15", Timeliness.ON_TIME: "c16"}
_NUMBERS = {"ordinal": "(1)", "field": "(2)"} | {c: f"({c[1:]})" for c in COLUMNS}


@dataclass(frozen=True, slots=True)
class JusticeCounted:
    """A dossier as this form sees it; ``paused`` if its clock stood at the period's end."""

    counted: Counted
    non_territorial: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the form asks of a dossier of the period; many stand alike.

    ``settled`` says how it was done by the period's end; ``late`` and ``paused`` are those that
    were open then.
    """

    channel: Channel
    carried_over: bool
    non_territorial: bool
    apologised: bool
    settled: Cell | None
    late: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Justice:
    """The form's content; in the ``blank`` columns the register cannot know the figure."""

    rows: tuple[Line, ...]
    total: Line
    blank: frozenset[str]
    other_ways: int
    no_limit: int

    @property
    def adds_up(self) -> bool:
        """Received and carried over are as many as settled and processed, in every line."""
        return all(
            line.figures["c3"] == (line.figures["c14"] or 0) + (line.figures["c19"] or 0)
            for line in (*self.rows, self.total)
        )


def blank_of(*, portal: bool) -> frozenset[str]:
    """The columns that cannot be known; what waits online only where a ``portal`` brings any."""
    return ALWAYS_BLANK if portal else ALWAYS_BLANK | {WAITING, WAITING_LATE}


def waits_in(answer_by: datetime, over: Span) -> str:
    """The column of a submission that nobody had answered at a period's end."""
    return WAITING_LATE if answer_by < over.until_at else WAITING


def came_by(channel: Channel) -> str:
    """The column of the road by which a dossier came in the period."""
    return _CAME_BY[channel]


def standing_of(one: JusticeCounted, over: Span, rule: Rule) -> Standing | None:
    """How a dossier stands in a period; ``None`` if it is not of it."""
    told = one.counted
    if not counts_in(told, over):
        return None
    settled = settled_as(told, over, rule)
    return Standing(
        channel=told.channel,
        carried_over=told.received_at < over.from_at,
        non_territorial=one.non_territorial,
        apologised=told.apologised,
        settled=settled,
        late=settled is None and is_late(told, over),
        paused=settled is None and one.paused,
    )


def columns_of(one: JusticeCounted, over: Span, choices: Choices) -> frozenset[str]:
    """The columns of the form in which a dossier counts; none if it is not of the period."""
    standing = standing_of(one, over, choices.rule)
    return columns_of_standing(standing, choices) if standing else frozenset()


def columns_of_standing(one: Standing, choices: Choices) -> frozenset[str]:
    """The columns of the form in which all that stand so count."""
    if one.carried_over:
        came = {"c3", "c10"}
    else:
        came = {"c3", came_by(one.channel)}
        if one.non_territorial:
            came.add(ELSEWHERE)
    return frozenset(came | _stands_in(one, choices))


def _stands_in(one: Standing, choices: Choices) -> set[str]:
    """Where it stands at the period's end."""
    if one.settled is None:
        return {"c19", "c22" if one.paused else "c21" if one.late else "c20"}
    if one.settled[1] is Ending.STOPPED:
        return {"c19", "c23"}
    kept = put_as(*one.settled, choices)
    if kept is Timeliness.OVERDUE:
        return {"c14", "c17" if one.apologised else "c18"}
    return {"c14"} | ({_KEPT_IN[kept]} if kept in _KEPT_IN else set())


def justice(
    dossiers: Iterable[JusticeCounted],
    beside: Mapping[str, Counter[str]],
    over: Span,
    choices: Choices,
    blank: frozenset[str] = ALWAYS_BLANK,
) -> Justice:
    """The form's figures.

    Args:
        dossiers: All that may count in the period.
        beside: By field, what is not of a dossier that was received: columns 11 to 13, 24 to 26.
        over: The period.
        choices: By which rule, and what is put under on time.
        blank: The columns that the register cannot know.
    """
    told = ((one.counted.field, standing_of(one, over, choices.rule)) for one in dossiers)
    standings = Counter((field, standing) for field, standing in told if standing)
    return justice_of(standings, beside, choices, blank)


def justice_of(
    standings: Mapping[tuple[str, Standing], int],
    beside: Mapping[str, Counter[str]],
    choices: Choices,
    blank: frozenset[str] = ALWAYS_BLANK,
) -> Justice:
    """The same of dossiers that were counted already: by field, so many stand so."""
    sums = {field: Counter(figures) for field, figures in beside.items()}
    other_ways = no_limit = 0
    for (field, standing), number in standings.items():
        columns = columns_of_standing(standing, choices)
        sums.setdefault(field, Counter[str]()).update(dict.fromkeys(columns, number))
        if "c4" in columns and standing.channel is Channel.OTHER:
            other_ways += number
        if "c14" in columns and standing.settled and standing.settled[0] is Timeliness.NO_LIMIT:
            no_limit += number
    rows = lines_of(sums, COLUMNS, blank)
    return Justice(rows, whole(rows, COLUMNS, blank), blank, other_ways, no_limit)


def justice_paper(
    drawing: Drawing, period: Period, told: Justice, definition: Definition, receiver: str = ""
) -> Paper:
    """The form, with how it was counted and which columns it leaves blank, and why."""
    words = cells(told.total) | {
        "receiver": receiver,
        "period": period.words(),
        "rule": definition.name.capitalize(),
        "definition": definition.words,
        "other_ways": str(told.other_ways or ""),
        "no_limit": str(told.no_limit or ""),
        "other_online": "yes" if OTHER_ONLINE in told.blank else "",
        "no_portal": "yes" if WAITING in told.blank else "",
    }
    rows = (_NUMBERS, *numbered_lines(told.rows))
    return drawing.paper(period.words(), words, {"fields": rows})
