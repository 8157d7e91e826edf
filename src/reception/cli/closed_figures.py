"""Closed periods on the command line: closing one, holding it against today, counting it again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from reception.cli.frame import print_json, tell_files
from reception.domain.closed_figures import Difference, column_words
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import short_moment
from reception.services import books, closed_papers, closed_twice, closing_periods, paperwork
from reception.services.closed_reports import CLOSABLE
from reception.services.closed_twice import Second
from reception.services.desk import Desk
from reception.services.reports import KINDS
from reception.storage.closed_rows import Closing

ALL = "all"
"""Every report of a period at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report of which period, in whose name; where its form is to be written."""

    name: str
    period: Period
    choices: Choices
    by: str
    as_json: bool
    receiver: str = ""
    pdf: Path | None = None
    xlsx: Path | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The reports that are meant."""
        return CLOSABLE if self.name == ALL else (self.name,)


def check_one(name: str) -> None:
    """Refuse what can be asked of one report alone.

    Raises:
        RuleViolation: ``one-report``.
    """
    if name == ALL:
        raise RuleViolation(
            "one-report",
            f"“{ALL}” chỉ dùng với --close, --closed, --recompute; hãy ghi tên một báo cáo:"
            f" {', '.join(KINDS)}.",
            field="name",
        )


def tell(desk: Desk, asked: Asked, *, close: bool, recompute: bool) -> None:
    """Close a period, or tell of one that is closed."""
    if close:
        _close(desk, asked)
    elif recompute:
        _recompute(desk, _found(desk, asked), asked.name, as_json=asked.as_json)
    else:
        _compare(desk, asked)


def tell_all(desk: Desk, name: str, *, recompute: bool, as_json: bool) -> None:
    """Tell every closed period, or count all of a report, or of all reports, again."""
    closings = closing_periods.closings(desk)
    if recompute:
        wanted = [one for one in closings if name in (ALL, one.closed.report)]
        _recompute(desk, wanted, ALL, as_json=as_json)
    elif as_json:
        seconds = [_second_as_json(desk, one) for one in closed_twice.seconds(desk)]
        print_json({"closed": [_as_json(desk, one) for one in closings], "seconds": seconds})
    else:
        _print_all(desk, closings)


def _print_all(desk: Desk, closings: list[Closing]) -> None:
    """Who closed which period when, what proves it, and what came second."""
    if not closings:
        click.echo("Chưa chốt kỳ nào.")
    for one in closings:
        _print_closing(desk, one)
    for second in closed_twice.seconds(desk):
        click.echo(f"Không có hiệu lực: {closed_twice.act_words(desk, second.closing)}.")
        click.echo(f"  {closed_twice.words(desk, second)}")


def _recompute(desk: Desk, of: list[Closing], name: str, *, as_json: bool) -> None:
    """Count closings again from the journal as it was known then."""
    told = closing_periods.recounted(desk, of)
    for one in told:
        if not one.is_the_same:
            raise Trouble(
                "figures-not-the-same",
                f"Tính lại {_words(one.closing)} từ sổ gốc không ra đúng số đã chốt; hãy chạy"
                " “reception verify” và báo cho quản trị.",
            )
    if as_json:
        _print_each(name, [_as_json(desk, one.closing) | {"same": True} for one in told])
        return
    if not told:
        click.echo("Chưa chốt kỳ nào.")
    for one in told:
        _print_closing(desk, one.closing)
        click.echo("Tính lại từ sổ gốc lúc chốt: đúng từng byte.")


def _close(desk: Desk, asked: Asked) -> None:
    closings = closing_periods.close(
        desk, asked.period, asked.choices, by=asked.by, names=asked.names
    )
    if asked.as_json:
        _print_each(asked.name, [_as_json(desk, one) for one in closings])
        return
    click.echo(f"Đã chốt số liệu {asked.period.words()}.")
    for one in closings:
        sheet = KINDS[one.closed.report].sheet
        click.echo(f"{sheet}: mã kiểm SHA-256: {one.closed.sha256}")


def _compare(desk: Desk, asked: Asked) -> None:
    closings = _found(desk, asked)
    if asked.pdf or asked.xlsx:
        check_one(asked.name)
        _write(desk, closings[0], asked)
    told = [closing_periods.beside_today(desk, one) for one in closings]
    if asked.as_json:
        each = [
            _as_json(desk, one.closing)
            | {"differences": [_difference_as_json(d) for d in one.differences]}
            for one in told
        ]
        _print_each(asked.name, each)
        return
    for one in told:
        _print_closing(desk, one.closing)
        _print_differences(one.differences)
    tell_files(*(file for file in (asked.pdf, asked.xlsx) if file))


def _print_differences(told: tuple[Difference, ...]) -> None:
    if not told:
        click.echo("Số hôm nay vẫn đúng như số đã chốt.")
    for one in told:
        click.echo(
            f"{one.field or 'Tổng số'}, {column_words(one.column)}: chốt {one.frozen}, hôm nay"
            f" {one.today} (do đính chính hoặc sự kiện đến sau lúc chốt)."
        )


def _write(desk: Desk, closing: Closing, asked: Asked) -> None:
    if asked.pdf:
        form = closed_papers.paper(desk, closing, by=asked.by, receiver=asked.receiver)
        paperwork.save(books.pdf_of(form), asked.pdf)
    if asked.xlsx:
        closed_papers.save_workbook(desk, closing, asked.xlsx, receiver=asked.receiver)


def _found(desk: Desk, asked: Asked) -> list[Closing]:
    """The closings that are asked about; of all reports those that there are, at least one."""
    period = asked.period
    if asked.name != ALL:
        return [closing_periods.found(desk, period, report=asked.name)]
    every = [one for one in closing_periods.closings(desk) if one.closed.period == period]
    return every or [closing_periods.found(desk, period)]


def _print_closing(desk: Desk, closing: Closing) -> None:
    closed = closing.closed
    who = closing_periods.who_closed(desk, closing)
    click.echo(f"{_words(closing)}: {who} chốt lúc {short_moment(closed.at)}.")
    click.echo(f"Mã kiểm SHA-256: {closed.sha256}")


def _words(closing: Closing) -> str:
    return f"Số liệu {KINDS[closing.closed.report].sheet} {closing.closed.period.words()}"


def _print_each(name: str, documents: list[dict[str, object]]) -> None:
    """One report is one document; all are a list of them."""
    print_json({"closed": documents} if name == ALL else documents[0])


def _as_json(desk: Desk, closing: Closing) -> dict[str, object]:
    closed = closing.closed
    return {
        "name": closed.report,
        "from": closed.from_on.isoformat(),
        "to": closed.until_on.isoformat(),
        "rule": closed.rule.value,
        "closed_at": closed.at.isoformat(),
        "closed_by": closing_periods.who_closed(desk, closing),
        "sha256": closed.sha256,
        "figures": closed.figures,
        "events": sum(place.seq for place in closed.places),
    }


def _second_as_json(desk: Desk, second: Second) -> dict[str, object]:
    told = [_difference_as_json(one) for one in second.differences]
    return _as_json(desk, second.closing) | {"holds": second.first.closed.sha256, "differs": told}


def _difference_as_json(one: Difference) -> dict[str, object]:
    return {
        "section": one.section, "field": one.field, "column": one.column, "frozen": one.frozen,
        "today": one.today,
    }  # fmt: skip
