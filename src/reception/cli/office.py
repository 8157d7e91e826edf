"""Setting an office up."""

from __future__ import annotations

from pathlib import Path

import click

from reception import paths
from reception.cli.frame import commands, now, on_register, print_json, secret
from reception.cli.key_words import OPEN_WORDS, keep_words
from reception.domain.office import Session
from reception.services import locking, set_up
from reception.services.calendars import parse_sessions


@commands.command()
@click.option("--commune", required=True, help="Tên xã, phường, như “Xã Mường Lay”.")
@click.option("--agency-code", required=True, help="Mã định danh điện tử của cơ quan.")
@click.option("--hours", default="", help="Giờ làm việc, như 07:00-11:30,13:30-17:00.")
@click.option("--saturday-reception", default="", help="Giờ tiếp nhận sáng thứ Bảy.")
@click.option("--slot", default=0, show_default=True, help="Số của quầy này, từ 0 đến 9.")
@on_register
def init(
    commune: str,
    agency_code: str,
    hours: str,
    saturday_reception: str,
    slot: int,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Lập sổ hồ sơ mới cho một xã, phường, kèm danh mục thủ tục và lịch nghỉ."""
    office = set_up.office_named(
        commune,
        agency_code,
        sessions=parse_sessions(hours) if hours else set_up.DEFAULT_SESSIONS,
        saturday_reception=_one_session(saturday_reception),
    )
    where = folder or paths.default_data_dir()
    lock = locking.new_lock(secret()) if secret() else None
    desk = set_up.set_up(where, office, now, slot=slot, lock=lock)
    procedures = len({procedure.code for procedure in desk.procedures})
    desk.close()
    if as_json:
        print_json(
            {
                "data": str(where),
                "office": office.name,
                "procedures": procedures,
                "encrypted": lock is not None,
                "recovery_key": lock.recovery_key if lock else None,
            }
        )
        return
    click.echo(f"Đã lập sổ cho {office.name} tại {where}, có {procedures} thủ tục.")
    click.echo(keep_words(lock.recovery_key) if lock else OPEN_WORDS)


def _one_session(text: str) -> Session | None:
    return parse_sessions(text)[0] if text else None
