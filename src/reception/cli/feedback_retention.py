"""How long feedback is kept, and what has been kept long enough, on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.feedback import group
from reception.cli.frame import on_register, opened_desk, print_json
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, parse_civil_date
from reception.domain.retention import RetentionRule
from reception.services import feedback_retention
from reception.services.feedback_retention import FeedbackDue


@group.command(name="retention")
@click.option("--on", "on", default="", help="Tính đến ngày này; không ghi: hôm nay.")
@click.option("--keep-years", type=int, help="Đặt: từ nay lưu bao nhiêu năm sau khi trả lời.")
@click.option("--decision", default="", help="Số, ngày văn bản quyết định thời hạn lưu ấy.")
@clerk_option
@on_register
def retention(
    on: str, keep_years: int | None, decision: str, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Phản ánh đã hết thời hạn lưu, để lãnh đạo quyết định; lệnh này không xoá gì."""
    if decision and keep_years is None:
        raise RuleViolation(
            "years-missing", "Có văn bản mà chưa có số năm; hãy ghi thêm --keep-years.",
            field="years",
        )  # fmt: skip
    with opened_desk(folder) as desk:
        if keep_years is not None:
            by = known_clerk(desk, clerk)
            feedback_retention.keep_for(desk, keep_years, decision, by=by)
        rule = feedback_retention.ruling(desk)
        day = parse_civil_date(on) if on else desk.now().date()
        found = list(feedback_retention.due(desk, day))
    if as_json:
        print_json(_rule_as_json(rule) | {"due": [_as_json(one) for one in found]})
        return
    kept = "chưa đặt thời hạn" if rule.years is None else f"{rule.years} năm sau khi trả lời"
    click.echo(f"  Thời hạn lưu: {kept}. {rule.source} ({rule.confidence})")
    for one in found:
        until = one.retention.until_on
        told = f"hết hạn lưu {date_words(until)}" if until else ""
        click.echo(f"  {one.code}  xong {date_words(one.ended_on)}  {told}")
    click.echo(f"  {len(found)} phản ánh hết thời hạn lưu; muốn xoá phải có người quyết định.")


def _rule_as_json(rule: RetentionRule) -> dict[str, object]:
    return {"years": rule.years, "source": rule.source, "confidence": rule.confidence}


def _as_json(one: FeedbackDue) -> dict[str, object]:
    until = one.retention.until_on
    return {
        "code": one.code,
        "ended_on": one.ended_on.isoformat(),
        "kept_until": until.isoformat() if until else None,
    }
