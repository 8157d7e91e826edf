"""How a report is told on the command line: as a table with its notes, or as JSON."""

from __future__ import annotations

from textwrap import shorten

import click

from reception.domain.paper import Paper, Sentence, Table

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
