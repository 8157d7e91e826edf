"""Biểu số II.06a/VPCP/KSTT: what was received, settled and is open, by field (TT 01/2020/TT-VPCP).

The national form counts among what was settled on time also what has no due date, and in practice
what was refused or stopped. Each is a choice here, printed with its number, and the strict figures
stand beside them (D-15 in ``law-and-forms``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from reception.domain.counting import (
    Counted,
    Counts,
    Ending,
    Span,
    counts_in,
    is_late,
    settled_as,
    total,
)
from reception.domain.list_frame import Drawing, Period, numbered
from reception.domain.money import figures
from reception.domain.paper import Paper
from reception.domain.text import fold
from reception.domain.timeliness import Definition, Rule, Timeliness

EARLY, ON_TIME, OVERDUE = Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.OVERDUE
NO_LIMIT = Timeliness.NO_LIMIT
_CENT = Decimal("0.01")
_KEPT_IN = {EARLY: "c8", ON_TIME: "c9", OVERDUE: "c10"}
_COLUMN_NUMBERS = {"ordinal": "(1)", "field": "(2)"} | {f"c{n}": f"({n})" for n in range(3, 14)}


@dataclass(frozen=True, slots=True)
class Choices:
    """By which rule time is judged, and what counts as on time besides; the form's own by default.

    Where ``no_limit_on_time`` is not chosen, what has no due date is in none of the columns 8 to
    10, and the form then says how many these are.
    """

    rule: Rule = Rule.DAY
    no_limit_on_time: bool = True
    returned_on_time: bool = True


STRICT = Choices(no_limit_on_time=False, returned_on_time=False)


@dataclass(frozen=True, slots=True)
class HandlingRow:
    """A field's line of the form; (3) = (4)+(5)+(6), (7) = (8)+(9)+(10), (11) = (12)+(13)."""

    field: str
    online: int
    in_person: int
    carried_over: int
    settled: int
    early: int
    on_time: int
    overdue: int
    open_in_time: int
    open_overdue: int

    @property
    def received(self) -> int:
        """Column 3."""
        return self.online + self.in_person + self.carried_over

    @property
    def open(self) -> int:
        """Column 11."""
        return self.open_in_time + self.open_overdue

    @property
    def rate_of_settled(self) -> Decimal | None:
        """How many percent of what was settled by a date were early or on time."""
        kept = self.early + self.on_time
        return percent(kept, kept + self.overdue)

    @property
    def rate_of_received(self) -> Decimal | None:
        """The same of all that was received or carried over."""
        return percent(self.early + self.on_time, self.received)

    @classmethod
    def of_columns(cls, field: str, columns: Mapping[str, int]) -> HandlingRow:
        """The line that has these figures under the form's column numbers."""
        return cls(
            field,
            *(columns[c] for c in ("c4", "c5", "c6", "c7", "c8", "c9", "c10", "c12", "c13")),
        )

    def columns(self) -> dict[str, int]:
        """The figures under the form's column numbers."""
        return {
            "c3": self.received, "c4": self.online, "c5": self.in_person, "c6": self.carried_over,
            "c7": self.settled, "c8": self.early, "c9": self.on_time, "c10": self.overdue,
            "c11": self.open, "c12": self.open_in_time, "c13": self.open_overdue,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Handling:
    """The form's content: a line for each field and their sum."""

    rows: tuple[HandlingRow, ...]
    total: HandlingRow
    no_limit: int
    returned: int


def put_as(kept: Timeliness, ending: Ending, choices: Choices) -> Timeliness:
    """How the form tells what was settled so and ended with that."""
    no_limit = kept is NO_LIMIT and choices.no_limit_on_time
    returned = ending is not Ending.RESULT and choices.returned_on_time
    return ON_TIME if no_limit or returned else kept


def columns_of(one: Counted, over: Span, choices: Choices) -> frozenset[str]:
    """The columns of the form in which a dossier counts; none if it is not of the period."""
    if not counts_in(one, over):
        return frozenset()
    arrived = "c4" if one.channel.is_online else "c5"
    came = {"c3", "c6" if one.received_at < over.from_at else arrived}
    if settled := settled_as(one, over, choices.rule):
        kept = put_as(*settled, choices)
        return frozenset(came | {"c7"} | ({_KEPT_IN[kept]} if kept in _KEPT_IN else set()))
    return frozenset(came | {"c11", "c13" if is_late(one, over) else "c12"})


def handling(sums: Mapping[str, Counts], choices: Choices) -> Handling:
    """The form's figures out of what was counted by field."""
    whole = total(sums.values())
    rows = sorted((_row(*one, choices) for one in sums.items()), key=lambda row: fold(row.field))
    return Handling(
        tuple(rows),
        _row("", whole, choices),
        no_limit=whole.settled_as(NO_LIMIT),
        returned=sum(
            number
            for (kept, ending), number in whole.settled.items()
            if ending is not Ending.RESULT and kept is not NO_LIMIT
        ),
    )


def percent(part: int, whole: int) -> Decimal | None:
    """A share in percent, to the hundredth; ``None`` where there is nothing to share."""
    if whole == 0:
        return None
    return (Decimal(100 * part) / whole).quantize(_CENT, ROUND_HALF_UP)


def percent_words(rate: Decimal | None) -> str:
    """A share as it is written: ``95,97 %``."""
    return f"{rate} %".replace(".", ",") if rate is not None else "chưa có hồ sơ nào"


@dataclass(frozen=True, slots=True)
class HandlingForm:
    """All that the form tells: its figures, the same without corrections, and without gathering.

    ``old_books`` tells how many of those received in the period an old register brought.
    """

    told: Handling
    before: Handling
    strict: Handling
    old_books: int = 0


def form_of(
    sums: Mapping[str, Counts], recorded: Mapping[str, Counts], choices: Choices, old_books: int = 0
) -> HandlingForm:
    """The form's content out of what was counted by field, with corrections and without."""
    strict = handling(sums, replace(STRICT, rule=choices.rule))
    return HandlingForm(handling(sums, choices), handling(recorded, choices), strict, old_books)


def handling_paper(
    drawing: Drawing,
    period: Period,
    choices: Choices,
    sums: Mapping[str, Counts],
    recorded: Mapping[str, Counts],
    definition: Definition,
    receiver: str = "",
    from_old_books: int = 0,
) -> Paper:
    """The form of what was counted by field, with corrections and without."""
    form = form_of(sums, recorded, choices, from_old_books)
    return form_paper(drawing, period, form, definition, receiver)


def form_paper(
    drawing: Drawing, period: Period, form: HandlingForm, definition: Definition, receiver: str = ""
) -> Paper:
    """The form, with how it was counted, and the figures without corrections where they differ."""
    told, strict, before = form.told, form.strict.total, form.before.total
    gathered = strict != told.total
    words = {name: figures(number) for name, number in told.total.columns().items()} | {
        "receiver": receiver,
        "period": period.words(),
        "rate_settled": percent_words(told.total.rate_of_settled),
        "rate_received": percent_words(told.total.rate_of_received),
        "rule": definition.name.capitalize(),
        "definition": definition.words,
        "no_limit": figures(told.no_limit) if gathered and told.no_limit else "",
        "returned": figures(told.returned) if gathered and told.returned else "",
        "strict": in_words(strict) if gathered else "",
        "recorded": in_words(before) if before != told.total else "",
        "old_books": figures(form.old_books) if form.old_books else "",
    }
    rows = numbered({"field": row.field, **_cells(row)} for row in told.rows)
    return drawing.paper(period.words(), words, {"fields": (_COLUMN_NUMBERS, *rows)})


def in_words(row: HandlingRow) -> str:
    """A line's figures in a sentence."""
    return (
        f"tiếp nhận {figures(row.received)}; đã giải quyết {figures(row.settled)}, trước hạn"
        f" {figures(row.early)}, đúng hạn {figures(row.on_time)}, quá hạn {figures(row.overdue)};"
        f" đang giải quyết {figures(row.open)}, quá hạn {figures(row.open_overdue)}; tỷ lệ"
        f" {percent_words(row.rate_of_settled)} trên số đã giải quyết."
    )


def _cells(row: HandlingRow) -> Mapping[str, str]:
    return {name: figures(number) for name, number in row.columns().items()}


def _row(field: str, counts: Counts, choices: Choices) -> HandlingRow:
    early, on_time, overdue = 0, 0, 0
    for kept, number in _kept(counts, choices):
        early += number if kept is EARLY else 0
        on_time += number if kept is ON_TIME else 0
        overdue += number if kept is OVERDUE else 0
    return HandlingRow(
        field, counts.online, counts.in_person, counts.carried_over, counts.settled.total(),
        early, on_time, overdue, counts.open_in_time, counts.open_overdue,
    )  # fmt: skip


def _kept(counts: Counts, choices: Choices) -> Iterator[tuple[Timeliness, int]]:
    """What was settled, with where the form puts it."""
    for (kept, ending), number in counts.settled.items():
        yield put_as(kept, ending, choices), number
