"""The paper by which a month's results are made public: figures, apologies, pictures.

It knows no person: apologies are told by code, procedure, dates and office alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reception.domain.call_lists import ApologyRow
from reception.domain.chart import Chart, value_words
from reception.domain.handling_report import HandlingRow, in_words, percent_words
from reception.domain.list_frame import Drawing, Period, day_of, numbered
from reception.domain.money import figures
from reception.domain.month_figures import MonthFigures, change_rows
from reception.domain.paper import Paper
from reception.domain.picture_sheet import block_of
from reception.domain.publication import month_words


@dataclass(frozen=True, slots=True)
class MonthResults:
    """What is made public of a month."""

    month: Period
    figures: MonthFigures
    apologies: tuple[ApologyRow, ...]
    charts: tuple[Chart, ...]


def results_paper(drawing: Drawing, results: MonthResults) -> Paper:
    """The paper, to be signed by the head and posted."""
    made = results.figures
    whole, strict, closed = made.told.total, made.strict.total, made.closed
    changed = made.corrections.changed()
    words = _row(whole) | {
        "month": month_words(results.month),
        "period": results.month.words(),
        "carried_over": figures(whole.carried_over) if whole.carried_over else "",
        "rate_settled": percent_words(whole.rate_of_settled),
        "rate_received": percent_words(whole.rate_of_received),
        "rule": made.definition.name.capitalize(),
        "definition": made.definition.words,
        "strict": in_words(strict) if strict != whole else "",
        "closed": closed.day if closed else "",
        "sha256": closed.sha256 if closed else "",
        "changed": made.corrections.rates if changed else "",
        "since": "yes" if made.corrected_since else "",
        "before": "yes" if changed and not made.corrected_since else "",
    }
    series = {
        "fields": numbered({"field": row.field, **_row(row)} for row in made.told.rows),
        "changes": change_rows(changed),
        "dossiers": numbered(_apologies(results.apologies)),
    }
    paper = drawing.paper(month_words(results.month), words, series)
    return replace(paper, blocks=(*paper.blocks, *map(block_of, results.charts)))


def _row(row: HandlingRow) -> dict[str, str]:
    rate = row.rate_of_settled
    return {
        "received": figures(row.received),
        "settled": figures(row.settled),
        "kept": figures(row.early + row.on_time),
        "overdue": figures(row.overdue),
        "open": figures(row.open),
        "open_overdue": figures(row.open_overdue),
        "rate": value_words(rate),
    }


def _apologies(rows: Sequence[ApologyRow]) -> Iterable[Mapping[str, str]]:
    for row in rows:
        yield {
            "code": row.code,
            "procedure": row.procedure,
            "received": day_of(row.received_at),
            "due": day_of(row.due_at),
            "new_due": day_of(row.new_due_at),
            "unit": row.unit,
        }
