"""Statutory papers as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.frame import (
    BY_COMMAND_LINE,
    commands,
    names,
    on_register,
    opened_desk,
    print_json,
)
from reception.domain.errors import RuleViolation
from reception.printing.page import PaperSize
from reception.services import lookup, paperwork


@commands.command(name="print")
@click.argument("form", required=False)
@click.argument("code", required=False)
@click.option("--sample", help="In mẫu giấy này với dữ liệu bịa, không cần sổ hồ sơ.")
@click.option("--regime", default="2025", show_default=True, help="Bộ mẫu: 2018 hoặc 2025.")
@click.option("--template", default="", help="Bản khác của mẫu, như table.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp PDF.")
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@click.option("--copies", type=click.IntRange(1, 2), default=1, help="Số liên.")
@on_register
def print_paper(
    form: str | None,
    code: str | None,
    sample: str | None,
    regime: str,
    template: str,
    out: Path,
    size: str,
    copies: int,
    folder: Path | None,
    as_json: bool,
) -> None:
    """In một giấy tờ của hồ sơ ra PDF: receipt, supplement-request, refusal-notice."""
    page = PaperSize(size)
    if sample:
        pdf = paperwork.sample(sample, regime, size=page, copies=copies)
    elif form and code:
        with opened_desk(folder) as desk:
            dossier = lookup.show(desk, code).dossier
            pdf = paperwork.issue(
                desk, dossier.dossier_id, form, by=BY_COMMAND_LINE, template=template, size=page,
                copies=copies,
            )  # fmt: skip
    else:
        raise RuleViolation(
            "usage",
            "Lệnh gõ chưa đúng; hãy ghi tên giấy tờ và mã hồ sơ, hoặc --sample và tên mẫu.",
        )
    paperwork.save(pdf, out)
    if as_json:
        print_json({"out": str(out), "bytes": len(pdf)})
    else:
        click.echo(f"Đã ghi {out}.")
