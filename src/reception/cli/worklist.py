"""The work that waits: shelves of dossiers, drafts of apologies, who has how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reception.cli import answers
from reception.cli.dossiers import note_unmasking, print_rows, unmasked_option
from reception.cli.frame import commands, names, on_register, opened_desk, print_json
from reception.cli.lists_out import out_option, take_out, tell_out
from reception.domain.errors import RuleViolation
from reception.domain.listing import ListQuery, Pile, Shelf
from reception.domain.moments import short_moment
from reception.services import apologies, desk_lists_out, dossier_list_out, lookup
from reception.services.apologies import Draft
from reception.services.desk import Desk
from reception.services.list_out import ListOut

APOLOGIES, FIELDS, HOLDERS = "apologies", "fields", "holders"
_NAMES = (*names(Shelf), APOLOGIES, FIELDS, HOLDERS)


@dataclass(frozen=True, slots=True)
class _Narrowed:
    """What of a list is asked for; ``days`` as in :class:`~reception.domain.listing.ListQuery`."""

    days: int
    field: str
    holder: str


@commands.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--shelf", type=click.Choice(names(Shelf)), help="Chỉ một danh sách.")
@click.option("--days", type=click.IntRange(1, 250), help="Sắp đến hạn, hoặc bỏ quên: mấy ngày.")
@click.option("--field", default="", help="Chỉ một lĩnh vực.")
@click.option("--holder", default="", help="Chỉ hồ sơ đang giải quyết ở người, cơ quan này.")
@unmasked_option
@out_option
@on_register
def worklist(
    name: str | None,
    shelf: str | None,
    days: int | None,
    field: str,
    holder: str,
    unmasked: str | None,
    out: Path | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Việc hôm nay: đến hạn, sắp đến hạn, quá hạn, chờ trả, dự thảo xin lỗi, ai giữ bao nhiêu."""
    wanted, narrowed = _checked(name, shelf), _Narrowed(days or 0, field, holder)
    with opened_desk(folder) as desk:
        if out:
            made = _on_its_way(desk, wanted, narrowed, bare=unmasked is not None)
            count = take_out(desk, made, out, purpose=unmasked)
            print_json({"out": str(out), "rows": count}) if as_json else tell_out(count, out)
            return
        match wanted:
            case "apologies":
                _print_drafts(_drafts(desk, narrowed), as_json=as_json)
            case "fields" | "holders":
                _refuse_narrowing(narrowed)
                piles = lookup.fields(desk) if wanted == FIELDS else lookup.holders(desk)
                _print_piles(piles, as_json=as_json)
            case _:
                shelves = [Shelf(wanted)] if wanted else list(lookup.WORK_SHELVES)
                bare = note_unmasking(desk, unmasked, f"danh sách {wanted or 'việc hôm nay'}")
                _print_shelves(desk, shelves, narrowed, as_json=as_json, bare=bare)
        if not as_json and wanted in {"", APOLOGIES, Shelf.OVERDUE}:
            click.echo(coverage_as_text(apologies.coverage(desk)))


def _on_its_way(desk: Desk, wanted: str, narrowed: _Narrowed, *, bare: bool) -> ListOut:
    """The whole of one list, for a spreadsheet."""
    if wanted == APOLOGIES:
        return desk_lists_out.drafts(_drafts(desk, narrowed))
    if wanted in {"", FIELDS, HOLDERS}:
        raise RuleViolation(
            "usage", "Lệnh gõ chưa đúng: --out cần tên một danh sách hồ sơ; hãy ghi, như “overdue”."
        )
    query = ListQuery(
        Shelf(wanted), field=narrowed.field, holder=narrowed.holder, days=narrowed.days
    )
    return dossier_list_out.dossier_list(desk, query, bare=bare)


def coverage_as_text(coverage: apologies.Coverage) -> str:
    """The counter of apologies in words."""
    if not coverage.overdue:
        return "Không có hồ sơ quá hạn."
    return f"Đã xin lỗi {coverage.apologised}/{coverage.overdue} hồ sơ quá hạn."


def _checked(name: str | None, shelf: str | None) -> str:
    if name and shelf:
        raise RuleViolation(
            "usage", "Lệnh gõ chưa đúng: có cả tên danh sách và --shelf; hãy chỉ ghi một trong hai."
        )
    if name and name not in _NAMES:
        raise RuleViolation(
            "usage",
            f"Lệnh gõ chưa đúng: không có danh sách “{name[:40]}”;"
            f" hãy chọn một trong: {', '.join(_NAMES)}.",
        )
    return name or shelf or ""


def _refuse_narrowing(narrowed: _Narrowed) -> None:
    if narrowed != _Narrowed(0, "", ""):
        raise RuleViolation(
            "usage",
            "Lệnh gõ chưa đúng: danh sách này đếm mọi hồ sơ đang giải quyết;"
            " hãy bỏ --days, --field, --holder.",
        )


def _drafts(desk: Desk, narrowed: _Narrowed) -> list[Draft]:
    if narrowed.days:
        raise RuleViolation(
            "usage", "Lệnh gõ chưa đúng: dự thảo thư xin lỗi không lọc theo ngày; hãy bỏ --days."
        )
    return [
        draft
        for draft in apologies.drafts(desk)
        if narrowed.field in {"", draft.row.field} and narrowed.holder in {"", draft.row.holder}
    ]


def _print_shelves(
    desk: Desk, shelves: Sequence[Shelf], narrowed: _Narrowed, *, as_json: bool, bare: bool
) -> None:
    lists = {
        shelf: lookup.shelf(
            desk, shelf, days=narrowed.days, field=narrowed.field, holder=narrowed.holder
        )
        for shelf in shelves
    }
    if as_json:
        print_json(
            {
                shelf.value: [answers.row_as_json(desk, row, bare=bare) for row in rows]
                for shelf, rows in lists.items()
            }
        )
        return
    for shelf, rows in lists.items():
        click.echo(f"{lookup.SHELF_WORDS[shelf]}:")
        print_rows(desk, rows, as_json=False)


def _print_drafts(drafts: Sequence[Draft], *, as_json: bool) -> None:
    if as_json:
        print_json(list(map(answers.draft_as_json, drafts)))
        return
    click.echo("Dự thảo thư xin lỗi:")
    for draft in drafts:
        row, proposal = draft.row, draft.proposal
        due = short_moment(row.due_at) if row.due_at else ""
        click.echo(f"  {row.reference}  {row.owner}  hạn {due}  {row.procedure_name[:60]}")
        click.echo(f"    chậm ở {proposal.owner}: {proposal.reason}")
        click.echo(f"    hẹn lại {short_moment(proposal.new_due_at)}: {proposal.because}")
    if not drafts:
        click.echo("  (không có dự thảo nào)")


def _print_piles(piles: Sequence[Pile], *, as_json: bool) -> None:
    if as_json:
        print_json(list(map(answers.pile_as_json, piles)))
        return
    for pile in piles:
        oldest = f", hạn cũ nhất {short_moment(pile.oldest_due_at)}" if pile.oldest_due_at else ""
        click.echo(f"  {pile.name}: {pile.open} hồ sơ, {pile.overdue} quá hạn{oldest}")
    if not piles:
        click.echo("  (không có hồ sơ nào)")
