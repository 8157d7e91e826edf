"""An office's own wording of forms."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words
from reception.services import paperwork, templates


@commands.command()
@click.argument("form", required=False)
@click.option("--export", "target", type=click.Path(path_type=Path), help="Ghi mẫu ra tệp TOML.")
@click.option("--import", "source", type=click.Path(path_type=Path), help="Nhập mẫu từ tệp TOML.")
@click.option("--regime", default="", help="Bộ mẫu: 2018, 2025; không ghi thì bộ đang áp dụng.")
@clerk_option
@on_register
def template(
    form: str | None,
    target: Path | None,
    source: Path | None,
    regime: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Lời văn riêng của cơ quan cho một mẫu giấy: xuất ra để sửa, rồi nhập lại."""
    with opened_desk(folder) as desk:
        if form and target and not source:
            text = templates.export(desk, form, regime)
            paperwork.save(text.encode(), target)
            told, said = {"form": form, "out": str(target)}, f"Đã ghi {target}."
        elif source and not target and not form:
            wording = templates.import_file(desk, source, by=known_clerk(desk, clerk))
            told = {
                "form": wording.form,
                "regime": wording.regime,
                "valid_from": wording.valid_from.isoformat(),
            }
            said = f"Mẫu {wording.form} mới dùng từ ngày {date_words(wording.valid_from)}."
        else:
            raise RuleViolation(
                "usage",
                "Lệnh gõ chưa đúng; hãy ghi tên mẫu với --export và tệp, hoặc --import và tệp.",
            )
    if as_json:
        print_json(told)
    else:
        click.echo(said)
