"""Due dates, for a question typed as options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from reception.cli.frame import commands, json_option, print_json
from reception.domain.time_limit import Unit
from reception.services import due_date

_due_texts = {
    "--limit": "Thời hạn, như 3 hoặc 2.5.",
    "--unit": "Đơn vị: " + ", ".join(Unit) + ".",
    "--hours": "Giờ làm việc, như 07:00-11:30,13:30-17:00.",
    "--calendar": "Tệp CSV ngày nghỉ, ngày làm bù.",
    "--saturday-reception": "Giờ tiếp nhận sáng thứ Bảy.",
    "--cutoff": "Giờ chốt nhận trong ngày, như 15:00.",
    "--accepted": "Lúc bắt đầu tính, khi khác lúc nhận.",
    "--restart": "Lúc đủ hồ sơ sau bổ sung, tính lại từ đầu.",
}


def _due_options(command: Callable[..., None]) -> Callable[..., None]:
    for name, words in reversed(_due_texts.items()):
        command = click.option(name, help=words)(command)
    return command


@commands.command()
@click.option("--received", required=True, help="Lúc nhận hồ sơ, như 2026-02-13T14:00.")
@_due_options
@click.option("--channel", default="counter", help="counter, online hoặc post.")
@click.option("--cutoff-starts-next-day", is_flag=True, help="Sau giờ chốt, tính như nhận hôm sau.")
@click.option("--stage", "stages", multiple=True, help="Một bước liên thông: “3 working-day”.")
@click.option("--parallel", is_flag=True, help="Các bước làm cùng lúc.")
@click.option("--pause", "pauses", multiple=True, help="Tạm dừng: TỪ/ĐẾN.")
@click.option("--extra-working-days", default="0", help="Số ngày làm việc được gia hạn.")
@click.option("--month-as-30-days", is_flag=True, help="Một tháng tính 30 ngày (BLDS Đ146).")
@click.option("--explain", is_flag=True, help="In từng ngày, tính hay không và vì sao.")
@json_option
def due(explain: bool, as_json: bool, **options: Any) -> None:  # noqa: ANN401 -- click's own
    """Tính ngày hẹn trả và giải thích từng ngày."""
    deadline = due_date.answer(due_date.DueQuestion(**options))
    if as_json:
        print_json(due_date.as_json(deadline))
    else:
        click.echo(due_date.as_text(deadline, explain=explain))
