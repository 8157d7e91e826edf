"""Reports as programs read them, at a desk and at the server."""

from __future__ import annotations

from reception.domain.handling_report import STRICT, HandlingRow, handling
from reception.domain.report_lines import Line
from reception.services.handling import HandlingReport
from reception.services.reports import Report


def report_as_json(name: str, made: Report) -> dict[str, object]:
    """A report as one document: which it is, how it was counted, and its lines."""
    document = _head_as_json(name, made)
    if isinstance(made, HandlingReport):
        return document | _handling_as_json(made)
    for section, lines in made.sections.items():
        document[section] = [line_as_json(line) for line in lines]
    return document | {"total": line_as_json(made.total)}


def sum_as_json(made: Report) -> dict[str, object]:
    """The sum of a report's lines."""
    if isinstance(made, HandlingReport):
        return _handling_row_as_json(made.told.total)
    return line_as_json(made.total)


def line_as_json(line: Line) -> dict[str, object]:
    """A line by the form's column numbers."""
    return {"field": line.field, **line.figures}


def _head_as_json(name: str, made: Report) -> dict[str, object]:
    head: dict[str, object] = {
        "name": name,
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
    }
    if made.definition:
        head |= {
            "rule": made.definition.rule.value,
            "definition": made.definition.words,
            "source": made.definition.source,
        }
    return head


def _handling_as_json(made: HandlingReport) -> dict[str, object]:
    """Its figures, as they were first taken down besides, and without any choice."""
    told, before = made.told, handling(made.recorded, made.choices)
    return {
        "fields": [_handling_row_as_json(row) for row in told.rows],
        "total": _handling_row_as_json(told.total),
        "recorded": _handling_row_as_json(before.total),
        "strict": _handling_row_as_json(handling(made.sums, STRICT).total),
        "no_limit": told.no_limit,
        "returned": told.returned,
        "old_books": made.from_old_books,
    }


def _handling_row_as_json(row: HandlingRow) -> dict[str, object]:
    """A line of the form with both its rates."""
    rates = {"of_settled": row.rate_of_settled, "of_received": row.rate_of_received}
    return {
        "field": row.field,
        **row.columns(),
        "rates": {name: None if rate is None else float(rate) for name, rate in rates.items()},
    }
