"""How many scans may go along on a stick, as an option of the commands that write one."""

from __future__ import annotations

import click

MEGABYTE = 1_000_000

scans_option = click.option(
    "--scans",
    "room_mb",
    type=click.IntRange(0, 1900),
    default=1000,
    show_default=True,
    help="Ghi ra USB nhiều nhất chừng ấy MB bản quét; phần còn lại đi với gói sau.",
)
