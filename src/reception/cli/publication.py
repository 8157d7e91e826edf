"""Making a month's results public: the draft, the head's confirmation, what was published."""

from __future__ import annotations

from pathlib import Path

import click

from reception import paths
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.domain.moments import short_moment
from reception.domain.publication import month_before, month_text, month_words, parse_month
from reception.services import publication, publication_pack
from reception.services.publication import Told

month_option = click.option(
    "--month", default="", help="Tháng, như 2026-10; không ghi: tháng trước tháng này."
)
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục chứa bản công bố; không ghi: trong thư mục dữ liệu.",
)


@commands.group(name="publish")
def publish() -> None:
    """Công bố kết quả giải quyết từng tháng: lập bản nháp, xác nhận đã công bố, xem lại."""


@publish.command(name="draft")
@month_option
@out_option
@clerk_option
@on_register
def draft(month: str, out: Path | None, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Lập bản nháp một tháng: PDF để ký, trang web, bảng tính, lời đọc loa; đủ cả hoặc không."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        wanted = parse_month(month) if month else month_before(desk.now().date())
        made = publication_pack.draft(desk, wanted, _within(out, folder), by=by)
    if as_json:
        print_json({"month": month_text(wanted), "out": str(made.folder), "files": made.files})
        return
    click.echo(f"Đã lập bản công bố {month_words(wanted)} tại {made.folder}:")
    for name in made.files:
        click.echo(f"  {name}")
    click.echo("Hãy xem lại, trình ký, rồi xác nhận bằng “reception publish confirm”.")


@publish.command(name="confirm")
@month_option
@out_option
@clerk_option
@on_register
def confirm(month: str, out: Path | None, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Xác nhận bản đã lập của một tháng đã được ký và công bố."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        wanted = parse_month(month) if month else month_before(desk.now().date())
        lies = publication_pack.folder_of(_within(out, folder), wanted)
        event = publication.confirm(desk, wanted, lies, by=by)
    if as_json:
        files = {file.name: file.sha256 for file in event.files}
        print_json({"month": event.month, "figures": event.figures_sha256, "files": files})
    else:
        click.echo(f"Đã ghi: {month_words(wanted)} công bố lúc {short_moment(event.at)}.")


@publish.command(name="list")
@on_register
def list_(folder: Path | None, as_json: bool) -> None:
    """Các tháng đã công bố, số liệu có đổi từ đó không, và tháng đến hạn đang thế nào."""
    with opened_desk(folder) as desk:
        due, known = publication.due(desk), publication.all_published(desk)
    if as_json:
        print_json(
            {"due": _as_json(due) if due else None, "published": [_as_json(one) for one in known]}
        )
        return
    for one in [*([due] if due and not due.published else []), *known]:
        click.echo(one.words)
        if one.closed:
            click.echo(f"  Số liệu tháng chốt ngày {one.closed.day}; bản công bố dùng số đã chốt.")
        if one.changed:
            click.echo(f"  Số liệu đã đổi từ khi công bố: {one.changed}.")
    if not (due or known):
        click.echo("Chưa có tháng nào để công bố.")


def _within(out: Path | None, folder: Path | None) -> Path:
    return out or (folder or paths.default_data_dir()) / publication_pack.FOLDER


def _as_json(one: Told) -> dict[str, object]:
    event = one.published.event if one.published else None
    return {
        "month": month_text(one.month),
        "standing": one.standing.value,
        "draft_on": one.days.draft_on.isoformat(),
        "due_on": one.days.due_on.isoformat(),
        "basis": one.days.article,
        "published_at": event.at.isoformat() if event else None,
        "by": one.published.by if one.published else None,
        "figures": event.figures_sha256 if event else None,
        "files": {file.name: file.sha256 for file in event.files} if event else {},
        "changed": one.changed,
        "closed_at": one.closed.at.isoformat() if one.closed else None,
        "closed_sha256": one.closed.sha256 if one.closed else None,
    }
