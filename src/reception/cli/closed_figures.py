"""Closed periods on the command line: closing one, holding it against today, counting it again."""

from __future__ import annotations

from dataclasses import dataclass

import click

from reception.cli.frame import print_json
from reception.domain.closed_periods import Difference
from reception.domain.errors import Trouble
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import short_moment
from reception.services import closing_periods
from reception.services.desk import Desk
from reception.storage.closed_rows import Closing


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report of which period, and in whose name."""

    name: str
    period: Period
    choices: Choices
    by: str
    as_json: bool


def tell(desk: Desk, asked: Asked, *, close: bool, recompute: bool) -> None:
    """Close a period, or tell of one that is closed."""
    if close:
        _close(desk, asked)
    elif recompute:
        _recompute(desk, asked)
    else:
        _compare(desk, asked)


def tell_all(desk: Desk, *, as_json: bool) -> None:
    """Tell every closed period: who closed it when, and what proves it."""
    closings = closing_periods.closings(desk)
    if as_json:
        print_json({"closed": [_as_json(desk, one) for one in closings]})
        return
    if not closings:
        click.echo("Chưa chốt kỳ nào.")
    for one in closings:
        _print_closing(desk, one)


def _close(desk: Desk, asked: Asked) -> None:
    closing = closing_periods.close(
        desk, asked.period, asked.choices, by=asked.by, report=asked.name
    )
    if asked.as_json:
        print_json(_as_json(desk, closing))
    else:
        click.echo(f"Đã chốt số liệu {asked.period.words()}.")
        click.echo(f"Mã kiểm SHA-256: {closing.closed.sha256}")


def _compare(desk: Desk, asked: Asked) -> None:
    told = closing_periods.compared(desk, asked.period, report=asked.name)
    if asked.as_json:
        changed = [_difference_as_json(one) for one in told.differences]
        print_json(_as_json(desk, told.closing) | {"differences": changed})
        return
    _print_closing(desk, told.closing)
    if not told.differences:
        click.echo("Số hôm nay vẫn đúng như số đã chốt.")
    for one in told.differences:
        click.echo(
            f"{one.field or 'Tổng số'}, cột {one.column[1:]}: chốt {one.frozen}, hôm nay"
            f" {one.today} (do đính chính hoặc sự kiện đến sau lúc chốt)."
        )


def _recompute(desk: Desk, asked: Asked) -> None:
    told = closing_periods.recomputed(desk, asked.period, report=asked.name)
    if not told.is_the_same:
        raise Trouble(
            "figures-not-the-same",
            "Tính lại từ sổ gốc không ra đúng số đã chốt; hãy chạy “reception verify” và báo cho"
            " quản trị.",
        )
    if asked.as_json:
        print_json(_as_json(desk, told.closing) | {"same": True})
    else:
        _print_closing(desk, told.closing)
        click.echo("Tính lại từ sổ gốc lúc chốt: đúng từng byte.")


def _print_closing(desk: Desk, closing: Closing) -> None:
    closed = closing.closed
    who = closing_periods.who_closed(desk, closing)
    click.echo(f"Số liệu {closed.period.words()}: {who} chốt lúc {short_moment(closed.at)}.")
    click.echo(f"Mã kiểm SHA-256: {closed.sha256}")


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


def _difference_as_json(one: Difference) -> dict[str, object]:
    return {"field": one.field, "column": one.column, "frozen": one.frozen, "today": one.today}
