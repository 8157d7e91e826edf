"""II.06a as the one document that programs read."""

from __future__ import annotations

from reception.domain.handling_report import STRICT, HandlingRow, handling
from reception.services.reports import HandlingReport


def handling_as_json(made: HandlingReport) -> dict[str, object]:
    """The report with its definition, both bases, and the figures without any choice."""
    told, before = made.told, handling(made.recorded, made.choices)
    return {
        "name": "ii06a",
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
        "rule": made.choices.rule.value,
        "definition": made.definition.words,
        "source": made.definition.source,
        "fields": [row_as_json(row) for row in told.rows],
        "total": row_as_json(told.total),
        "recorded": row_as_json(before.total),
        "strict": row_as_json(handling(made.sums, STRICT).total),
        "no_limit": told.no_limit,
        "returned": told.returned,
    }


def row_as_json(row: HandlingRow) -> dict[str, object]:
    """A line of the form with both its rates."""
    rates = {"of_settled": row.rate_of_settled, "of_received": row.rate_of_received}
    return {
        "field": row.field,
        **row.columns(),
        "rates": {name: None if rate is None else float(rate) for name, rate in rates.items()},
    }
