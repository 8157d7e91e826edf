"""An inspection pack: a read-only folder that proves itself on a PC without the program.

It holds the list of a period, totals, the part of the journal that the list stands on (headers and
hashes, no bodies), what devices signed of it, and two verifiers. People are named in the list;
their numbers, phones and addresses are not in it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.life import STATE_WORDS
from reception.domain.list_frame import Period
from reception.domain.listing import DossierRow
from reception.domain.moments import short_moment
from reception.domain.timeliness import TIMELINESS_WORDS, timeliness
from reception.paths import resource
from reception.services import access, rights, safekeeping
from reception.services.desk import Desk
from reception.services.inspection_page import page
from reception.services.table_out import csv_text
from reception.storage import access_rows, inspection_rows, lists
from reception.storage.inspection_rows import ChainPart
from reception.storage.integrity import Progress, no_progress

LIST, JOURNAL, MANIFEST, SIGNATURE = "danh-sach.csv", "so-goc.jsonl", "bo-ky.json", "chu-ky.txt"
TOTALS, VIEWER = "so-lieu.json", "xem.html"
VERIFIERS = ("kiem_tra.py", "kiem-tra.html", "doc-truoc.txt")
HEAD = (
    "Mã hồ sơ", "Người nộp", "Thủ tục", "Lĩnh vực", "Nhận lúc", "Hẹn trả", "Có kết quả", "Trả lúc",
    "Tình trạng", "Sự kiện cuối",
)  # fmt: skip
_READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Made:
    """What a pack holds, and the public key (hex) that it is signed with."""

    folder: Path
    dossiers: int
    events: int
    public_key: str


def make(
    desk: Desk, folder: Path, period: Period, *, by: str, progress: Progress = no_progress
) -> Made:
    """Write the pack of a period into a new folder, whole or not at all.

    ``progress`` is told of the dossiers and events that are written; what it raises stops the work.

    Raises:
        RuleViolation: ``not-allowed``, ``period-turned`` or ``folder-taken``.
        Trouble: ``cannot-save``.
    """
    rights.check(desk, Right.AUDIT, "lập bộ hồ sơ thanh tra", by=by)
    _check(folder, period)
    safekeeping.sign(desk, "thanh tra")
    access.note_inspected(desk, period.words(), by=by)
    unfinished = folder.with_name(f"{folder.name}.dang-ghi")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        with desk.database.reading():
            made = _write(desk, unfinished, period, by, progress)
        for path in unfinished.iterdir():
            path.chmod(0o444)
        unfinished.rename(folder)
    except OSError as fault:
        raise Trouble(
            "cannot-save",
            f"Không ghi được bộ hồ sơ vào {folder} ({disk_words(fault)}); hãy chọn nơi khác.",
        ) from fault
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)  # where it was stopped
    return Made(folder, *made)


def _check(folder: Path, period: Period) -> None:
    if period.until_on < period.from_on:
        raise RuleViolation(
            "period-turned", "Ngày cuối ở trước ngày đầu; hãy ghi lại khoảng ngày.", field="until"
        )
    if folder.exists():
        raise RuleViolation(
            "folder-taken", f"Đã có {folder}; hãy chọn một thư mục chưa có.", field="folder"
        )


def _write(
    desk: Desk, folder: Path, period: Period, by: str, progress: Progress
) -> tuple[int, int, str]:
    listed = inspection_rows.listed(desk.database, period)
    parts = inspection_rows.parts(desk.database, period)
    total = len(listed) + sum(part.last - part.first + 1 for part in parts)
    rows: list[tuple[DossierRow, bytes]] = []
    for row in _rows(desk, listed):
        rows.append(row)
        progress(len(rows), total)
    cells = [_cells(row, last) for row, last in rows]
    _put(folder / LIST, csv_text(HEAD, cells).encode())
    totals = _totals([row for row, _last in rows])
    _put(folder / TOTALS, _json(totals))
    _put(folder / VIEWER, page(desk.office.unit_name, period, HEAD, cells, totals).encode())
    events = _put_journal(
        desk, folder / JOURNAL, parts, lambda done: progress(len(listed) + done, total)
    )
    for name in VERIFIERS:
        shutil.copyfile(resource("inspection") / name, folder / name)
    manifest = _manifest(desk, folder, period, by, parts, events)
    _put(folder / MANIFEST, manifest)
    statement = f"v1|inspection|{hashlib.sha256(manifest).hexdigest()}".encode()
    _put(folder / SIGNATURE, inspection_rows.sign(desk.database, statement).hex().encode())
    return len(rows), events, _own_key(desk)


def _rows(desk: Desk, listed: Sequence[tuple[int, bytes]]) -> Iterator[tuple[DossierRow, bytes]]:
    for start in range(0, len(listed), _READ_AT_ONCE):
        part = listed[start : start + _READ_AT_ONCE]
        last = dict(part)
        for row in lists.page(desk.database, [n for n, _head in part]):
            yield row, last[row.n]


def _cells(row: DossierRow, last: bytes) -> tuple[str, ...]:
    moments = (row.opened_at, row.due_at, row.result_at, row.handed_over_at)
    told = (short_moment(moment) if moment else "" for moment in moments)
    cells = (
        row.reference, row.owner, row.procedure_name, row.field, *told, STATE_WORDS[row.state],
        last.hex(),
    )  # fmt: skip
    return tuple(" ".join(cell.split()) for cell in cells)  # a line for each dossier


def _totals(rows: Sequence[DossierRow]) -> dict[str, Any]:
    ended = [row for row in rows if row.result_at]
    kept = Counter(
        TIMELINESS_WORDS[timeliness(row.due_at, row.result_at)] for row in ended if row.result_at
    )
    return {
        "dossiers": len(rows),
        "by_state": dict(sorted(Counter(STATE_WORDS[row.state] for row in rows).items())),
        "by_field": dict(sorted(Counter(row.field for row in rows).items())),
        "kept": dict(sorted(kept.items())),
    }


def _put_journal(
    desk: Desk, path: Path, parts: Sequence[ChainPart], step: Callable[[int], object]
) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for part in parts:
            for seq, header, told in inspection_rows.events(desk.database, part):
                line = [part.device, part.epoch, seq, _text(header), told.hex()]
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
                step(count)
    return count


def _text(header: bytes) -> str:
    try:
        return header.decode()
    except UnicodeDecodeError:
        return f"hex:{header.hex()}"


def _manifest(
    desk: Desk, folder: Path, period: Period, by: str, parts: Sequence[ChainPart], events: int
) -> bytes:
    database = desk.database
    lines = (folder / LIST).read_bytes().decode("utf-8-sig").split("\r\n")[1:-1]
    number, head = access_rows.head(database)
    return _json(
        {
            "v": 1,
            "office": desk.office.unit_name,
            "agency": desk.office.agency_code,
            "from": period.from_on.isoformat(),
            "to": period.until_on.isoformat(),
            "made_at": desk.now().isoformat(),
            "made_by": by,
            "public_key": _own_key(desk),
            "files": {path.name: _sha(path.read_bytes()) for path in sorted(folder.iterdir())},
            "rows": [_sha(line.encode()) for line in lines],
            "events": events,
            "chains": [_chain(part) for part in parts],
            "heads": [
                {"device": part.device, "epoch": part.epoch, "seq": seq, "hash": told.hex(),
                 "signature": signature.hex()}
                for part in parts
                for seq, told, signature in inspection_rows.heads(database, part)
            ],
            "keys": {device: key.hex() for device, key in inspection_rows.keys(database).items()},
            "access": {"lines": number, "hash": head.hex()},
        }
    )  # fmt: skip


def _chain(part: ChainPart) -> dict[str, Any]:
    return {
        "device": part.device,
        "epoch": part.epoch,
        "first": part.first,
        "last": part.last,
        "previous": part.previous.hex(),
        "hash": part.hash.hex(),
    }


def _own_key(desk: Desk) -> str:
    return inspection_rows.keys(desk.database)[desk.store.journal.device.device].hex()


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _json(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)
