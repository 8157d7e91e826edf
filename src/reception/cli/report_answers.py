"""How a report is told on the command line: as a table with its notes, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import click

from reception.domain.handling_report import STRICT, HandlingRow, handling
from reception.domain.list_frame import Period
from reception.domain.listing import DossierRow
from reception.domain.money import figures
from reception.domain.paper import Paper, Sentence, Table
from reception.domain.report_lines import Line
from reception.services.behind import Figure
from reception.services.handling import HandlingReport
from reception.services.reports import Report

_WIDEST = 40


def print_report(form: Paper) -> None:
    """Print the form's table and its sentences."""
    about, *notes = (block.text for block in form.blocks if isinstance(block, Sentence))
    table = next(block for block in form.blocks if isinstance(block, Table))
    click.echo(f"{form.number or form.title}. {about}")
    for row in (*table.rows, table.totals):
        if len(row) == 1:
            click.echo(row[0])
            continue
        _ordinal, words, *cells = row
        words = shorten(words, _WIDEST, placeholder="…")
        click.echo(f"{words:<{_WIDEST + 2}}" + "".join(f"{cell:>8}" for cell in cells))
    for note in notes:
        click.echo(note)


def report_as_json(name: str, made: Report) -> dict[str, object]:
    """A report as the one document that is printed."""
    definition = made.definition
    document: dict[str, object] = {
        "name": name,
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
    }
    if definition:
        told = {"rule": definition.rule.value, "definition": definition.words}
        document |= told | {"source": definition.source}
    if isinstance(made, HandlingReport):
        return document | _handling_as_json(made)
    document |= {key: [_line_as_json(line) for line in lines] for key, lines in _sections(made)}
    return document | {"total": _line_as_json(made.total)}


def print_behind(figure: Figure, days: Period, rows: Sequence[DossierRow]) -> None:
    """Print the codes behind a figure."""
    field = figure.field or "mọi lĩnh vực"
    click.echo(
        f"Cột {figure.column[1:]} của báo cáo {figure.report}, {field}, {days.words()}:"
        f" {figures(len(rows))} hồ sơ."
    )
    for row in rows:
        click.echo(f"{row.reference}  {row.procedure_name}")


def row_as_json(row: DossierRow) -> dict[str, object]:
    """A dossier behind a figure; whose it is, the list does not tell."""
    return {
        "code": row.reference,
        "procedure": row.procedure_code,
        "field": row.field,
        "state": row.state.value,
    }


def _sections(made: Report) -> list[tuple[str, tuple[Line, ...]]]:
    return list(made.sections.items())


def _line_as_json(line: Line) -> dict[str, object]:
    return {"field": line.field, **line.figures}


def _handling_as_json(made: HandlingReport) -> dict[str, object]:
    told, before = made.told, handling(made.recorded, made.choices)
    return {
        "fields": [_row_as_json(row) for row in told.rows],
        "total": _row_as_json(told.total),
        "recorded": _row_as_json(before.total),
        "strict": _row_as_json(handling(made.sums, STRICT).total),
        "no_limit": told.no_limit,
        "returned": told.returned,
    }


def _row_as_json(row: HandlingRow) -> dict[str, object]:
    rates = {"of_settled": row.rate_of_settled, "of_received": row.rate_of_received}
    return {
        "field": row.field,
        **row.columns(),
        "rates": {name: None if rate is None else float(rate) for name, rate in rates.items()},
    }
