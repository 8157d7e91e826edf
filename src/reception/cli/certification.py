"""Certifying from the command line, and the certification books of a period."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import (
    BY_COMMAND_LINE,
    commands,
    names,
    on_register,
    opened_desk,
    print_json,
    tell_files,
)
from reception.domain.applicant import Party
from reception.domain.books import CertificationRow
from reception.domain.certification import KIND_WORDS, Certification, CertificationKind, Matter
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, parse_civil_date
from reception.domain.money import amount_words, figures
from reception.printing.page import PaperSize
from reception.services import (
    access,
    book_out,
    certification,
    certification_book,
    certification_slip,
    paperwork,
    safekeeping,
)
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.services.drawing_up import Volume

_LONGEST_COUNT = 6


@commands.command()
@click.option("--name", required=True, help="Họ tên người yêu cầu chứng thực.")
@click.option("--identity", default="", help="Số định danh cá nhân hoặc của tổ chức.")
@click.option(
    "--kind", type=click.Choice(names(Matter)), default=Matter.COPY.value, show_default=True,
    help="Việc chứng thực.",
)  # fmt: skip
@click.option(
    "--item", "items", multiple=True, required=True,
    help="“Tên giấy tờ:số trang:số bản”; ghi nhiều lần cho nhiều giấy tờ.",
)  # fmt: skip
@click.option("--free", default="", help="Lý do miễn phí; không ghi thì thu theo biểu phí.")
@click.option("--signer", default="", help="Người ký chứng thực.")
@click.option("--signer-title", default="", help="Chức vụ của người ký.")
@click.option("--out", type=click.Path(path_type=Path), help="Tệp PDF của phiếu chứng thực.")
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@clerk_option
@on_register
def certify(
    name: str,
    identity: str,
    kind: str,
    items: tuple[str, ...],
    free: str,
    signer: str,
    signer_title: str,
    out: Path | None,
    size: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Chứng thực cho một người: bản sao, chữ ký hoặc hợp đồng, vào sổ và tính phí ngay."""
    request = CertificationRequest(
        matter=Matter(kind),
        owner=Party(name, identity=identity),
        items=tuple(_item(text) for text in items),
        free_because=free,
        signer=signer,
        signer_title=signer_title,
    )
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        dossier = certification.certify(desk, request, by=by)
        if out:
            paperwork.save(
                certification_slip.issue(desk, dossier.dossier_id, by=by, size=PaperSize(size)),
                out,
            )
        safekeeping.sign(desk, "dòng lệnh")
    done = dossier.certification
    if done is None:
        return
    if as_json:
        print_json(_as_json(dossier, done, out))
        return
    click.echo(f"{dossier.code}  số {done.numbers()}, quyển {done.book}")
    click.echo(
        f"{done.copies} bản, phí {figures(done.fee_vnd)} đồng ({amount_words(done.fee_vnd)})"
    )


@commands.command(name="certification-book")
@click.option(
    "--kind", type=click.Choice(names(CertificationKind)), default=CertificationKind.COPY.value,
    show_default=True, help="Loại sổ.",
)  # fmt: skip
@click.option("--from", "first", required=True, help="Từ ngày, như 2026-03-01.")
@click.option("--to", "last", required=True, help="Đến hết ngày.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Tệp PDF.")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="Tệp Excel.")
@on_register
def book(
    kind: str, first: str, last: str, out: Path | None, xlsx: Path | None, folder: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Sổ chứng thực của một khoảng thời gian."""
    wanted, days = CertificationKind(kind), (parse_civil_date(first), parse_civil_date(last))
    with opened_desk(folder) as desk:
        rows = certification_book.book_rows(desk, wanted, *days)
        if out or xlsx:
            _write(desk, wanted, days, len(rows), out, xlsx)
    if as_json:
        print_json(
            {
                "kind": kind,
                "from": days[0].isoformat(),
                "to": days[1].isoformat(),
                "rows": [_row_as_json(row) for row in rows],
                "copies": sum(row.copies for row in rows),
                "fee_vnd": sum(row.fee_vnd for row in rows),
                "out": str(out) if out else None,
            }
        )
        return
    for row in rows:
        click.echo(
            f"{row.number:>5}  {date_words(row.certified_on)}  {row.applicant}  {row.kind}"
            f"  {row.pages} trang, {row.copies} bản, {figures(row.fee_vnd)} đồng"
        )
    if not rows:
        click.echo("(không có việc chứng thực nào)")
    tell_files(out, xlsx)


def _write(
    desk: Desk, kind: CertificationKind, days: tuple[date, date], lines: int, pdf: Path | None,
    xlsx: Path | None,
) -> None:  # fmt: skip
    """Write the book out, whose names leave the register with it."""
    first, last = map(date_words, days)
    what = f"Sổ chứng thực ({KIND_WORDS[kind]}), {first} - {last} ({lines} dòng)"
    with access.leaving(desk, what, by=BY_COMMAND_LINE):
        if pdf:
            paperwork.save(certification_book.book_pdf(desk, kind, *days), pdf)
        if xlsx:
            papers = certification_book.book_papers(desk, kind, *days)
            book_out.save_book([Volume(paper, ()) for paper in papers], xlsx)


def _item(text: str) -> WantedItem:
    """A paper with its counts, ``Bằng tốt nghiệp:2:60``; without any it is one page, one copy.

    Raises:
        RuleViolation: ``item-unreadable``.
    """
    name, *counts = text.rsplit(":", 2)
    if not counts:
        return WantedItem(name)
    if len(counts) != 2 or not all(map(_is_count, counts)):
        raise RuleViolation(
            "item-unreadable",
            f"Không đọc được “{text[:80]}”; hãy ghi như “Bằng tốt nghiệp:2:60”"
            " (tên giấy tờ, số trang, số bản).",
            field="items",
        )
    return WantedItem(name, *map(int, counts))


def _is_count(text: str) -> bool:
    bare = text.strip()
    return bare.isascii() and bare.isdigit() and len(bare) <= _LONGEST_COUNT


def _as_json(dossier: Dossier, done: Certification, slip: Path | None) -> dict[str, Any]:
    return {
        "code": dossier.code,
        "dossier_id": dossier.dossier_id,
        "certified_at": dossier.opened_at.isoformat(),
        "kind": done.kind.value,
        "book": done.book,
        "items": [
            {
                "number": item.number,
                "paper": item.paper,
                "pages": item.pages,
                "copies": item.copies,
                "fee_vnd": item.fee_vnd,
            }
            for item in done.items
        ],
        "copies": done.copies,
        "fee_vnd": done.fee_vnd,
        "free_because": done.free_because,
        "slip": str(slip) if slip else None,
    }


def _row_as_json(row: CertificationRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "certified_on": row.certified_on.isoformat(),
        "applicant": row.applicant,
        "paper": row.kind,
        "pages": row.pages,
        "copies": row.copies,
        "fee_vnd": row.fee_vnd,
        "signer": row.signer,
        "notes": row.notes,
    }
