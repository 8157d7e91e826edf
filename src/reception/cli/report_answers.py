"""How a report is told on the command line: as a table with its notes, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import click

from reception.domain.list_frame import Period
from reception.domain.listing import DossierRow
from reception.domain.money import figures
from reception.domain.paper import Paper, Sentence, Table
from reception.services.behind import Figure

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
