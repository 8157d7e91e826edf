"""II.06a as programs read it, at a desk and at the server."""

from __future__ import annotations

from reception.domain.handling_report import STRICT, HandlingRow, handling
from reception.services.handling import HandlingReport


def head_as_json(made: HandlingReport) -> dict[str, object]:
    """Which report it is, of which days, and how it was counted."""
    return {
        "name": "ii06a",
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
        "rule": made.definition.rule.value,
        "definition": made.definition.words,
        "source": made.definition.source,
    }


def handling_as_json(made: HandlingReport) -> dict[str, object]:
    """Its figures, as they were first taken down besides, and without any choice."""
    told, before = made.told, handling(made.recorded, made.choices)
    return {
        "fields": [handling_row_as_json(row) for row in told.rows],
        "total": handling_row_as_json(told.total),
        "recorded": handling_row_as_json(before.total),
        "strict": handling_row_as_json(handling(made.sums, STRICT).total),
        "no_limit": told.no_limit,
        "returned": told.returned,
    }


def handling_row_as_json(row: HandlingRow) -> dict[str, object]:
    """A line of the form with both its rates."""
    rates = {"of_settled": row.rate_of_settled, "of_received": row.rate_of_received}
    return {
        "field": row.field,
        **row.columns(),
        "rates": {name: None if rate is None else float(rate) for name, rate in rates.items()},
    }
