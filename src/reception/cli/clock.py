"""The PC's clock against the journal: how it stands, and saying that it is right."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.frame import BY_COMMAND_LINE, commands, on_register, opened_desk, print_json
from reception.domain.moments import short_moment, to_utc_text
from reception.services import wall_clock
from reception.services.wall_clock import ClockState


@commands.group(name="clock")
def clock_commands() -> None:
    """Ngày giờ của máy so với sổ: xem, và xác nhận giờ máy đang đúng."""


@clock_commands.command(name="show")
@on_register
def show_clock(folder: Path | None, as_json: bool) -> None:
    """Cho biết đồng hồ máy và lần ghi cuối của sổ có hợp nhau không."""
    with opened_desk(folder) as desk:
        state = wall_clock.look(desk)
    if as_json:
        print_json(_as_json(state))
        return
    click.echo(f"Đồng hồ máy chỉ {short_moment(state.shown_at)}.")
    if state.journal_at:
        click.echo(f"Sổ ghi lần cuối lúc {short_moment(state.journal_at)}.")
    if state.refused:
        click.echo(
            "Chưa ghi thêm được: hãy chỉnh ngày giờ của máy, hoặc nếu giờ máy đang đúng thì chạy"
            " “reception clock confirm”."
        )
    elif state.odd:
        click.echo("Hai giờ này khó cùng đúng; hãy xem lại ngày giờ của máy.")


@clock_commands.command(name="confirm")
@on_register
def confirm_clock(folder: Path | None, as_json: bool) -> None:
    """Xác nhận giờ máy đang đúng, dù sổ đã có lần ghi muộn hơn; việc xác nhận được ghi vào sổ."""
    with opened_desk(folder) as desk:
        before = wall_clock.confirm(desk, by=BY_COMMAND_LINE)
    if as_json:
        print_json(_as_json(before))
    else:
        click.echo(f"Đã ghi: giờ máy {short_moment(before.shown_at)} là đúng.")


def _as_json(state: ClockState) -> dict[str, object]:
    return {
        "shown_at": to_utc_text(state.shown_at),
        "journal_at": to_utc_text(state.journal_at) if state.journal_at else None,
        "odd": state.odd,
        "refused": state.refused,
    }
