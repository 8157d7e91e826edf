"""Due dates, for a question typed as options."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import click

from reception.cli.frame import commands, json_option, print_json
from reception.domain.deadlines import Deadline
from reception.domain.due_words import summary
from reception.domain.explanation import days_of
from reception.domain.moments import date_words, short_moment, weekday_words
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
        print_json(due_as_json(deadline))
    else:
        click.echo(due_as_text(deadline, explain=explain))


def due_as_json(deadline: Deadline) -> dict[str, Any]:
    """The answer as one JSON document; moments carry the office's offset."""
    return {
        "due_at": _iso(deadline.due_at),
        "provisional": deadline.provisional,
        "days": [
            {
                "on": note.on.isoformat(),
                "counted": note.counted,
                "reason": note.reason,
                "basis": note.basis,
            }
            for note in days_of(deadline)
        ],
        "starts_at": _iso(deadline.starts_at),
        "basis": list(deadline.basis),
        "law": list(deadline.law),
        "calendar": deadline.calendar.version,
        "summary": summary(deadline),
        "stages": [
            {
                "office": stage.office,
                "limit": f"{stage.limit.value.normalize():f}",
                "unit": stage.limit.unit.value,
                "starts_at": _iso(stage.starts_at),
                "due_at": _iso(stage.due_at),
            }
            for stage in deadline.stages
        ],
    }


def due_as_text(deadline: Deadline, *, explain: bool = False) -> str:
    """The answer for people: the sentence, the stages, and the days if they are asked for."""
    lines = [summary(deadline)]
    lines += [
        f"  {stage.office}: {stage.limit.words()}, đến {short_moment(stage.due_at)}"
        for stage in deadline.stages
    ]
    if explain:
        lines += ["", "Từng ngày:"]
        lines += [
            f"  {'+' if note.counted else ' '} {_day_words(note.on)}: {note.reason} [{note.basis}]"
            for note in days_of(deadline)
        ]
        lines += ["", "Căn cứ:", *(f"  - {rule}" for rule in deadline.basis)]
        lines += ["", "Văn bản đang có hiệu lực:", *(f"  - {text}" for text in deadline.law)]
    return "\n".join(lines)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _day_words(on: date) -> str:
    return f"{weekday_words(on)} {date_words(on)}"
