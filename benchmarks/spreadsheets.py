"""An old register of 31,000 rows taken over, and a list of as many written for spreadsheets.

The import is measured whole: the file read, tried, taken over, taken back. The list is written
beside bare XlsxWriter (``constant_memory``), which is handed the same rows and dresses nothing.

    python benchmarks/spreadsheets.py [--rows 31000] [--rounds 3]
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import xlsxwriter

import measure
from reception.domain.listing import ListQuery
from reception.services import dossier_list_out, list_out, old_check, old_import, old_registers
from reception.services.desk import Desk
from reception.services.list_out import ListOut

T = TypeVar("T")
Steps = dict[str, tuple[float, float]]
"""Seconds on the clock and of the processor, by step."""

BY = "dòng lệnh"
HEAD = (
    "TT", "Mã hồ sơ", "Họ và tên", "Số CCCD", "Điện thoại", "Địa chỉ", "Tên thủ tục", "Lĩnh vực",
    "Ngày nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Ghi chú",
)  # fmt: skip
_FAMILY, _GIVEN = ("Lò", "Vàng", "Giàng", "Nguyễn", "Trần"), ("Mây", "Páo", "Tủa", "An", "Hồng")
_PROCEDURES = ("Đăng ký khai sinh", "Đăng ký kết hôn", "Chứng thực chữ ký", "Cấp bản sao trích lục")


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rows", type=int, default=31_000)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    measure.machine()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        desk = measure.desk_on(measure.filled_register(place / "so", 200))
        _measure_import(desk, place, asked.rows)
        _measure_export(desk, place, asked.rounds)


def _measure_import(desk: Desk, place: Path, rows: int) -> None:
    file = place / "so-cu.xlsx"
    write_old_register(file, rows)
    steps: Steps = {}
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    register = _timed(steps, "read", lambda: old_registers.open_register(desk, file))
    checked = _timed(steps, "dry run", lambda: old_check.check(desk, register))
    result = _timed(steps, "import", lambda: old_import.import_register(desk, register, by=BY))
    again = _timed(steps, "again", lambda: old_import.import_register(desk, register, by=BY))
    more_mib = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib) / 1024
    if not result.imported == checked.ready == again.known:
        sys.exit(f"The steps differ: {result}, {checked.ready} ready, {again.known} known again")
    print(f"\n{rows:,} rows: {result.imported:,} imported, {result.faulty:,} at fault")
    for name, (wall_s, cpu_s) in steps.items():
        print(f"  {name:<10}{wall_s:8.1f} s, {cpu_s:6.1f} s of the processor")
    print(f"  memory    {more_mib:8.0f} MiB more")
    wall_s, cpu_s = (sum(steps[name][n] for name in ("read", "dry run", "import")) for n in (0, 1))
    measure.goal("read, dry run and import, on the clock", wall_s, 60, " s")
    measure.goal("read, dry run and import, of the processor", cpu_s, 60, " s")
    measure.goal("memory", more_mib, 500, " MiB")


def _measure_export(desk: Desk, place: Path, rounds: int) -> None:
    made = dossier_list_out.dossier_list(desk, ListQuery())
    rows = list(made.rows)
    ways: dict[str, Callable[[int], object]] = {
        "ours": lambda _n: list_out.write(
            ListOut("", made.head, rows, len(rows)), place / "ours.xlsx"
        ),
        "bare XlsxWriter": lambda _n: _bare(made.head, rows, place / "bare.xlsx"),
        "ours, from the register": lambda _n: list_out.write(
            dossier_list_out.dossier_list(desk, ListQuery()), place / "whole.xlsx"
        ),
    }
    taken = measure.in_turn(ways, rounds, warm_up=1)
    measure.table(f"A list of {len(rows):,} dossiers as .xlsx", taken)
    ours, bare, _whole = (measure.percentile(one.cpu_ms, 50) for one in taken.values())
    measure.goal("ours against bare XlsxWriter", ours / bare, 1.2)


def _bare(head: object, rows: list[object], file: Path) -> None:
    book = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, head)
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            page.write_string(line, column, cell)
    book.close()


def write_old_register(file: Path, rows: int) -> None:
    """An invented register as offices keep them: days as text, phones as numbers, some faults."""
    chance = random.Random(measure.SEED)
    book = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    page = book.add_worksheet()
    page.write_row(2, 0, HEAD)
    for n in range(rows):
        on = date(2019, 1, 2) + timedelta(days=n * 1800 // rows)
        back = on + timedelta(days=chance.randint(0, 9))
        name = "" if n % 500 == 7 else f"{chance.choice(_FAMILY)} {chance.choice(_GIVEN)} {n}"
        page.write_row(
            n + 3,
            0,
            (
                n + 1, f"{n + 1}/{on.year}", name, f"{chance.randrange(10**11):012d}",
                chance.randint(300_000_000, 999_999_999), f"Bản {chance.randint(1, 20)}",
                chance.choice(_PROCEDURES), "Tư pháp", f"{on:%d/%m/%Y}",
                f"{on + timedelta(days=5):%d/%m/%Y}", f"{back:%d/%m/%Y}", "",
            ),
        )  # fmt: skip
    book.close()


def _timed(steps: Steps, name: str, work: Callable[[], T]) -> T:
    began, began_cpu = time.perf_counter(), time.process_time()
    made = work()
    steps[name] = time.perf_counter() - began, time.process_time() - began_cpu
    return made


if __name__ == "__main__":
    main()
