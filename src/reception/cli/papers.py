"""Statutory papers as PDF: of one dossier, of many, of none, and on invented data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json
from reception.cli.spoken_help import SpokenCommand
from reception.domain.errors import RuleViolation
from reception.domain.paper_forms import FORM_WORDS
from reception.domain.text import clean
from reception.printing.page import PaperSize
from reception.services import blanks, forms, lookup, paperwork
from reception.services.desk import Desk
from reception.services.paperwork import Outcome


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for on the command line."""

    form: str
    codes: tuple[str, ...]
    template: str
    procedure: str
    count: int
    preview: bool
    size: PaperSize
    copies: int


@dataclass(frozen=True, slots=True)
class _Made:
    """The PDF, and what became of each paper where there were several."""

    pdf: bytes
    outcomes: tuple[Outcome, ...] = ()


class _PrintCommand(SpokenCommand):
    """Printing, whose help lists the forms as well."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, the papers of dossiers, and what is printed with invented data only."""
        super().format_options(ctx, formatter)
        with formatter.section("Giấy tờ"):
            formatter.write_dl(list(FORM_WORDS.items()))
        lists = [(form, forms.shipped_wordings(form)[-1].title) for form in forms.LIST_FORMS]
        with formatter.section("Sổ, danh sách, chỉ với --sample"):
            formatter.write_dl([(form, title.lower()) for form, title in lists])


@commands.command(name="print", cls=_PrintCommand)
@click.argument("form", required=False)
@click.argument("codes", metavar="CODE", nargs=-1)
@click.option("--sample", help="In mẫu giấy này với dữ liệu bịa, không cần sổ hồ sơ.")
@click.option("--regime", default="2025", show_default=True, help="Bộ mẫu: 2018 hoặc 2025.")
@click.option("--template", default="", help="Bản khác của mẫu, như table.")
@click.option("--procedure", default="", help="Mã thủ tục, cho phiếu hướng dẫn.")
@click.option(
    "--count", type=click.IntRange(1, blanks.MOST_AT_ONCE), help="Số giấy in sẵn, cho blank-slip."
)
@click.option("--preview", is_flag=True, help="Chỉ xem, không ghi là đã in.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp PDF.")
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@click.option("--copies", type=click.IntRange(1, 2), default=1, help="Số liên.")
@clerk_option
@on_register
def print_paper(
    form: str | None,
    codes: tuple[str, ...],
    sample: str | None,
    regime: str,
    template: str,
    procedure: str,
    count: int | None,
    preview: bool,
    out: Path,
    size: str,
    copies: int,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """In giấy tờ của hồ sơ ra PDF: một hoặc nhiều mã, hoặc mẫu với dữ liệu bịa."""
    page = PaperSize(size)
    wanted = _Wanted(form or "", codes, template, procedure, count or 0, preview, page, copies)
    if sample and form:
        raise RuleViolation(
            "usage", "Lệnh gõ chưa đúng; với --sample thì không ghi thêm giấy tờ hay mã hồ sơ."
        )
    if sample:
        pdf = paperwork.sample(sample, regime, template=template, size=page, copies=copies)
        made = _Made(pdf)
        paperwork.save(pdf, out)
    else:
        _check_wanted(wanted)
        with opened_desk(folder) as desk:
            by = known_clerk(desk, clerk)
            paperwork.check_target(out)
            made = _made(desk, wanted, by)
            paperwork.save(made.pdf, out)
    _tell(made, out, as_json=as_json)


def _check_wanted(wanted: _Wanted) -> None:
    match wanted.form:
        case forms.GUIDANCE_SLIP:
            enough, needs = bool(wanted.procedure), "phiếu hướng dẫn cần --procedure và mã thủ tục"
        case forms.BLANK_SLIP:
            enough, needs = bool(wanted.codes or wanted.count), "giấy in sẵn cần --count và số giấy"
        case _:
            enough = bool(wanted.form and wanted.codes)
            needs = "hãy ghi tên giấy tờ và mã hồ sơ, hoặc --sample và tên mẫu"
    if not enough:
        raise RuleViolation("usage", f"Lệnh gõ chưa đúng; {needs}.")
    alone = len(wanted.codes) == 1 and wanted.form not in forms.OTHER_FORMS
    if (wanted.preview or wanted.template) and not alone:
        raise RuleViolation(
            "usage",
            "Lệnh gõ chưa đúng; --preview và --template chỉ dùng với giấy của một hồ sơ.",
        )


def _check_form(form: str) -> None:
    if form not in (*forms.FORMS, *forms.OTHER_FORMS):
        raise forms.no_such_form(form)


def _made(desk: Desk, wanted: _Wanted, by: str) -> _Made:
    size, copies = wanted.size, wanted.copies
    if wanted.form == forms.GUIDANCE_SLIP:
        return _Made(paperwork.guidance(desk, wanted.procedure, by=by, size=size, copies=copies))
    if wanted.form == forms.BLANK_SLIP:
        numbers = _blank_numbers(desk, wanted, by)
        return _Made(paperwork.blank_slips(desk, numbers, size=size, copies=copies))
    _check_form(wanted.form)
    if wanted.form == forms.RECEIPT_LIST:
        ids = [_id_of(desk, code) for code in wanted.codes]
        return _Made(paperwork.issue_receipt_list(desk, ids, by=by, copies=copies))
    if len(wanted.codes) == 1:
        return _Made(_one(desk, _id_of(desk, wanted.codes[0]), wanted, by))
    return _many(desk, wanted, by)


def _id_of(desk: Desk, code: str) -> str:
    return lookup.show(desk, code).dossier.dossier_id


def _many(desk: Desk, wanted: _Wanted, by: str) -> _Made:
    """Papers of several codes; an unknown one keeps none of the others back."""
    unknown: dict[int, Outcome] = {}
    known: list[tuple[str, str]] = []
    for place, code in enumerate(wanted.codes):
        try:
            known.append((_id_of(desk, code), wanted.form))
        except RuleViolation as fault:
            unknown[place] = Outcome("", wanted.form, code, fault=fault)
    batch = paperwork.issue_many(desk, known, by=by, size=wanted.size, copies=wanted.copies)
    issued = iter(batch.outcomes)
    outcomes = tuple(unknown.get(n) or next(issued) for n in range(len(wanted.codes)))
    if not batch.pdf:
        raise next(outcome.fault for outcome in outcomes if outcome.fault)
    return _Made(batch.pdf, outcomes)


def _one(desk: Desk, dossier_id: str, wanted: _Wanted, by: str) -> bytes:
    if wanted.preview:
        return paperwork.preview(
            desk, dossier_id, wanted.form, template=wanted.template, size=wanted.size,
            copies=wanted.copies,
        )  # fmt: skip
    return paperwork.issue(
        desk, dossier_id, wanted.form, by=by, template=wanted.template, size=wanted.size,
        copies=wanted.copies,
    )  # fmt: skip


def _blank_numbers(desk: Desk, wanted: _Wanted, by: str) -> Sequence[str]:
    """New numbers, or those of blanks that were printed before and spoilt."""
    if wanted.codes:
        return [blanks.check_blank(desk, number) for number in wanted.codes]
    return blanks.reserve(desk, wanted.count, by=by)


def _tell(made: _Made, out: Path, *, as_json: bool) -> None:
    faults = [outcome for outcome in made.outcomes if outcome.fault]
    if as_json:
        told: dict[str, Any] = {"out": str(out), "bytes": len(made.pdf)}
        if made.outcomes:
            told["papers"] = [_outcome_as_json(outcome) for outcome in made.outcomes]
        print_json(told)
    else:
        click.echo(f"Đã ghi {out}.")
    for outcome in faults:
        click.echo(clean(outcome.fault.text if outcome.fault else ""), err=True)
    if faults:
        click.get_current_context().exit(1)


def _outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "code": outcome.reference,
        "form": outcome.form,
        "times": outcome.times,
        "refused": outcome.fault.text if outcome.fault else None,
    }
