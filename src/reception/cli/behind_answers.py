"""What is behind a figure, on the command line: a line for each, or as JSON, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reception.cli.frame import print_json
from reception.domain.closed_figures import column_words
from reception.domain.feedback import KIND_WORDS, STATE_WORDS
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import date_words, short_moment
from reception.domain.money import figures
from reception.services import behind
from reception.services.behind import Behind, Figure, Opens
from reception.services.desk import Desk
from reception.storage import lists

_THINGS = {
    Opens.DOSSIERS: "hồ sơ",
    Opens.ENTRIES: "dòng sổ chứng thực",
    Opens.SUBMISSIONS: "hồ sơ nộp trực tuyến",
    Opens.FEEDBACK: "phản ánh, kiến nghị",
}


def tell(
    desk: Desk, figure: Figure, days: Period, choices: Choices, *, by: str, as_json: bool
) -> None:
    """Print what a figure counts.

    Raises:
        RuleViolation: As for :func:`~reception.services.behind.opened`.
    """
    found = behind.opened(desk, figure, days, choices, by=by)
    told = list(_as_json(desk, found))
    if as_json:
        head = {"name": figure.report, "column": figure.column, "field": figure.field}
        print_json(head | {"count": found.adds_up_to(figure.column), found.opens.value: told})
        return
    line, words = figure.field or "mọi dòng", column_words(figure.column)
    click.echo(
        f"{words[:1].upper()}{words[1:]} của báo cáo {figure.report}, {line},"
        f" {days.words()}: {figures(found.adds_up_to(figure.column))}, từ"
        f" {figures(len(told))} {_THINGS[found.opens]}."
    )
    for one in _lines(desk, found):
        click.echo(one)


def _lines(desk: Desk, found: Behind) -> Iterator[str]:
    for dossier in lists.page(desk.database, found.numbers):
        yield f"{dossier.reference}  {dossier.procedure_name}"
    for entry in found.entries.rows:
        yield (
            f"{entry.book}  số {entry.number}  {date_words(entry.certified_at.date())}"
            f"  {entry.paper}  {entry.pages} trang, {entry.copies} bản,"
            f" {figures(entry.fee_vnd)} đồng"
        )
    for one in found.submissions:
        yield f"{one.name}  trả lời trước {short_moment(one.answer_by)}  {one.procedure_name}"
    for row in found.feedback:
        yield f"{row.code}  {KIND_WORDS[row.kind]}, {STATE_WORDS[row.state]}  {row.field}".rstrip()


def _as_json(desk: Desk, found: Behind) -> Iterator[dict[str, object]]:
    for dossier in lists.page(desk.database, found.numbers):
        yield {
            "code": dossier.reference,
            "procedure": dossier.procedure_code,
            "field": dossier.field,
            "state": dossier.state.value,
        }
    for entry in found.entries.rows:
        yield {
            "book": entry.book,
            "number": entry.number,
            "certified_on": entry.certified_at.date().isoformat(),
            "paper": entry.paper,
            "pages": entry.pages,
            "copies": entry.copies,
            "fee_vnd": entry.fee_vnd,
        }
    for one in found.submissions:
        yield {
            "submission": one.submission,
            "procedure": one.arrived.procedure,
            "submitted_at": one.submitted_at.isoformat(),
            "answer_by": one.answer_by.isoformat(),
        }
    for row in found.feedback:
        yield {
            "code": row.code,
            "kind": row.kind.value,
            "field": row.field,
            "state": row.state.value,
        }
