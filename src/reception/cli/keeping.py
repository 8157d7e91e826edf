"""Keeping the register safe, and filling one for trials."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from reception import paths
from reception.cli.frame import commands, now, on_register, opened_desk, print_json
from reception.cli.key_words import OPEN_WORDS
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import OFFICE_ZONE, in_office_zone, parse_civil_date
from reception.services import dated_copies, generate, safekeeping
from reception.settings import load_settings, save_settings
from reception.storage.integrity import Fault, Verdict

ON_ONE_DISK = (
    "Bản sao nằm cùng ổ đĩa với sổ: ổ hỏng thì mất cả hai; nên sao ra USB, ổ khác hoặc máy chủ."
)


def _progress(label: str) -> Callable[[int, int], None]:
    def show_progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{label}: {done}/{total}", nl=done == total, err=True)

    return show_progress


@commands.command()
@click.option("--only-look", is_flag=True, help="Chỉ kiểm tra, không lập lại danh sách sai.")
@on_register
def verify(only_look: bool, folder: Path | None, as_json: bool) -> None:
    """Kiểm tra mọi chuỗi sự kiện, chữ ký, danh sách; danh sách sai thì lập lại từ sổ gốc."""
    with opened_desk(folder) as desk:
        found = safekeeping.verify(desk, _progress("Đang kiểm tra"))
        verdict = found if only_look else safekeeping.mend(desk, found, _progress("Đang lập lại"))
        lies_open = desk.database.key is None
    mended = () if verdict is found else found.faults
    if as_json:
        print_json(verdict_as_json(verdict, mended))
    elif verdict.whole:
        if mended:
            click.echo(mended_as_text(mended))
        click.echo(verdict_as_text(verdict))
        if lies_open:
            click.echo(OPEN_WORDS)
    if not verdict.whole:
        raise Trouble("not-whole", verdict_as_text(verdict))


def verdict_as_json(verdict: Verdict, mended: Sequence[Fault] = ()) -> dict[str, Any]:
    """What ``verify`` prints for programs; ``mended`` is what was wrong before."""
    return {
        "whole": verdict.whole,
        "events": verdict.events,
        "dossiers": verdict.dossiers,
        "chains": verdict.chains,
        "signed_heads": verdict.signed_heads,
        "unsigned_events": verdict.unsigned_events,
        "faults": [{"code": fault.code, "text": fault.text} for fault in verdict.faults],
        "mended": [{"code": fault.code, "text": fault.text} for fault in mended],
    }


def mended_as_text(mended: Sequence[Fault]) -> str:
    """That lists were written anew, in one sentence; the events were whole all along."""
    return (
        f"Sổ gốc nguyên vẹn, chỉ danh sách có {len(mended)} chỗ khác với sổ gốc; đã lập lại danh"
        " sách từ sổ gốc, không mất gì."
    )


def verdict_as_text(verdict: Verdict) -> str:
    """What ``verify`` says to people, on one line."""
    if verdict.whole:
        return (
            f"Sổ nguyên vẹn: {verdict.events} sự kiện, {verdict.dossiers} hồ sơ,"
            f" {verdict.chains} chuỗi, {verdict.signed_heads} chữ ký đều khớp."
        )
    others = len(verdict.faults) - 1
    more = f" Còn {others} lỗi khác." if others else ""
    return f"Sổ KHÔNG nguyên vẹn: {verdict.faults[0].text}{more}{_advice(verdict)}"


def _advice(verdict: Verdict) -> str:
    """What to do about a fault of the journal itself; those of a list tell their own remedy."""
    if verdict.of_lists:
        return ""
    return (
        " Hãy thôi ghi vào sổ này, giữ nguyên tệp, và phục hồi bản sao gần nhất vào thư mục khác"
        " bằng “reception restore”, hoặc cứu sổ bằng “reception salvage”."
    )


@commands.command()
@on_register
def rebuild(folder: Path | None, as_json: bool) -> None:
    """Lập lại mọi danh sách từ sổ gốc."""
    with opened_desk(folder) as desk:
        dossiers = safekeeping.rebuild(desk, _progress("Đang lập lại"))
    if as_json:
        print_json({"dossiers": dossiers})
    else:
        click.echo(f"Đã lập lại danh sách của {dossiers} hồ sơ.")


@commands.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option(
    "--dated",
    "place",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục (USB, ổ khác, máy chủ) nhận bản sao mang ngày hôm nay; bản cũ được tỉa bớt.",
)
@on_register
def backup(file: Path | None, place: Path | None, folder: Path | None, as_json: bool) -> None:
    """Sao sổ hồ sơ ra một tệp, hoặc ra thư mục các bản sao theo ngày, và kiểm tra bản sao."""
    if place and not file:
        _back_up_dated(place, folder, as_json=as_json)
        return
    if file is None or place:
        raise RuleViolation(
            "usage",
            "Lệnh gõ chưa đúng: hãy ghi tên tệp để sao ra, hoặc --dated THƯ_MỤC, một trong hai.",
        )
    with opened_desk(folder) as desk:
        events = safekeeping.backup(desk, file)
    if as_json:
        print_json({"file": str(file), "events": events})
    else:
        click.echo(f"Đã sao {events} sự kiện ra {file}; bản sao nguyên vẹn.")


def _back_up_dated(place: Path, folder: Path | None, *, as_json: bool) -> None:
    where = folder or paths.default_data_dir()
    settings = load_settings(where)
    with opened_desk(folder) as desk:
        made = dated_copies.make(desk, place, dated_copies.keep_of(settings))
    if not settings.copies_folder or Path(settings.copies_folder) == place:
        # So that the window does not copy once more what a scheduled task copied.
        save_settings(where, dated_copies.remembered(settings, made))
    if as_json:
        print_json(
            {
                "file": str(made.file),
                "events": made.events,
                "removed": made.removed,
                "on_one_disk": made.on_one_disk,
            }
        )
        return
    click.echo(
        f"Đã sao {made.events} sự kiện ra {made.file}; bản sao nguyên vẹn."
        f" Đã bỏ {made.removed} bản cũ."
    )
    if made.on_one_disk:
        click.echo(ON_ONE_DISK)


def _last_moment(day: date) -> datetime:
    """The end of a day, or the present moment for today."""
    present = in_office_zone(now())
    return present if day == present.date() else datetime.combine(day, time.max, OFFICE_ZONE)


@commands.command(name="generate")
@click.option("--dossiers", type=click.IntRange(1, 5_000_000), required=True, help="Số hồ sơ.")
@click.option("--seed", default=1, show_default=True, help="Cùng số này thì cùng dữ liệu.")
@click.option("--until", default="", help="Ngày cuối của dữ liệu; để trống là hôm nay.")
@on_register
def generate_data(dossiers: int, seed: int, until: str, folder: Path | None, as_json: bool) -> None:
    """Thêm hồ sơ bịa, giống thật, để dùng thử và đo tốc độ."""
    last = _last_moment(parse_civil_date(until)) if until else now()
    with opened_desk(folder) as desk:
        made = generate.generate(
            desk, dossiers, seed=seed, until=last, progress=_progress("Đang tạo")
        )
    if as_json:
        print_json({"dossiers": made})
    else:
        click.echo(f"Đã tạo {made} hồ sơ bịa.")
