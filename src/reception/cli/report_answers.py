"""How a report is told on the command line: as a table with its notes, or as JSON."""

from __future__ import annotations

from textwrap import shorten

import click

from reception.domain.paper import Paper, Sentence, Table
from reception.domain.report_lines import Line
from reception.services.handling import HandlingReport
from reception.services.report_json import handling_as_json
from reception.services.reports import Report

WIDEST = 40


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
        words = shorten(words, WIDEST, placeholder="…")
        click.echo(f"{words:<{WIDEST + 2}}" + "".join(f"{cell:>8}" for cell in cells))
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
        return document | handling_as_json(made)
    document |= {key: [_line_as_json(line) for line in lines] for key, lines in _sections(made)}
    return document | {"total": _line_as_json(made.total)}


def _sections(made: Report) -> list[tuple[str, tuple[Line, ...]]]:
    return list(made.sections.items())


def _line_as_json(line: Line) -> dict[str, object]:
    return {"field": line.field, **line.figures}
