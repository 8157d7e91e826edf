"""What whoever helps from afar needs to know of this PC, in one file, and nothing of any person.

What goes in is named here; whatever is not named stays out. So a later log line, setting or file
has to be let in by hand, after a look at what it may hold.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from reception import __version__
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.moments import Clock, in_office_zone
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk
from reception.settings import Settings, load_settings
from reception.storage import line_rows

LOGS = "reception.log*"
_LEFT_OUT = "(lược bỏ)"
_LAST_EXCHANGES = 50

# Written by the program itself: when, how grave, and then one of the messages that name nobody.
_LINE = re.compile(r"(?P<head>[0-9-]{10} [0-9:,]{12} [A-Z]+) (?P<said>.*)")
_PLACE = r"[\w.<>-]+\.py:\d+ [\w<>]+"
_SAID = re.compile(
    rf"opened [\w.+]+, Python [\d.]+ on \w+|[A-Za-z]\w* at (?:{_PLACE}(?: < {_PLACE})*|unknown)",
    re.ASCII,
)
_KNOWN_FILES = (
    DATABASE_NAME,
    f"{DATABASE_NAME}-wal",
    f"{DATABASE_NAME}-shm",
    "desk.toml",
    "window.ini",
    "reception.log",
)

Facts = Mapping[str, object]


def write_support_file(
    folder: Path, target: Path, clock: Clock, *, desk: Desk | None = None, more: Facts | None = None
) -> list[str]:
    """Write the file; answers the names of what is in it.

    Args:
        folder: The data folder.
        target: The zip file to write.
        clock: What time it is.
        desk: The open register; without one it is told that it was not read.
        more: What only the window knows, such as its screens.

    Raises:
        Trouble: ``cannot-save``.
    """
    parts = {
        "may.json": _written({**_machine(folder, in_office_zone(clock())), **(more or {})}),
        "thiet-lap.json": _written(_settings(load_settings(folder))),
        "so-ho-so.json": _written(_register(desk)),
    }
    for log in sorted(folder.glob(LOGS)):
        parts[f"nhat-ky/{log.name}"] = _log(log)
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as file:
            for name, text in parts.items():
                file.writestr(name, text)
        unfinished.replace(target)
    except OSError as error:
        raise Trouble(
            "cannot-save",
            f"Không ghi được tệp {target} ({disk_words(error)}); hãy chọn nơi khác.",
        ) from error
    return list(parts)


def _written(facts: Facts) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _machine(folder: Path, now: datetime) -> Facts:
    """Versions, and how full the disk is; neither the PC's name nor its user's."""
    files = [folder / name for name in _KNOWN_FILES]
    return {
        "reception": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.version()}",
        "machine": platform.machine(),
        "at": now.isoformat(timespec="seconds"),
        "free_bytes": shutil.disk_usage(folder).free if folder.is_dir() else None,
        "bytes": {file.name: file.stat().st_size for file in files if file.is_file()},
        "other_files": sum(1 for path in folder.rglob("*") if path.name not in _KNOWN_FILES),
    }


def _settings(settings: Settings) -> Facts:
    """How this PC is set; of names and places only whether they are set."""
    return {
        "paper": settings.paper if settings.paper in {"A4", "A5"} else _LEFT_OUT,
        "copies": settings.copies,
        "print_at_once": settings.print_at_once,
        "lock_after_minutes": settings.lock_after_minutes,
        "printer": bool(settings.printer),
        "watched_folder": bool(settings.watched_folder),
        "notices_folder": bool(settings.notices_folder),
    }


def _register(desk: Desk | None) -> Facts:
    if desk is None:
        return {"read": False}
    try:
        return {"read": True, **_counts(desk)}
    except (RuleViolation, Trouble) as fault:
        # Its sentence may name a folder or a person; its code does not.
        return {"read": False, "fault": fault.code}


def _counts(desk: Desk) -> Facts:
    database, line = desk.database, line_rows.line(desk.database)
    return {
        "events": desk.store.journal.count(),
        "encrypted": database.key is not None,
        "only_read": database.only_read,
        "enrolled": line is not None,
        "position": line.position if line else None,
        "exchanges": [
            {
                "road": row.road,
                "at": row.started_at.isoformat(timespec="seconds"),
                "sent": row.sent,
                "received": row.received,
                "bytes_up": row.bytes_up,
                "bytes_down": row.bytes_down,
                "outcome": row.outcome,
            }
            for row in line_rows.last_exchanges(database, _LAST_EXCHANGES)
        ],
    }


def _log(file: Path) -> str:
    """A log, each line that says more than is known to be harmless cut to its time."""
    try:
        lines = file.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return _LEFT_OUT
    return "\n".join(_cut(line) for line in lines)


def _cut(line: str) -> str:
    found = _LINE.fullmatch(line)
    if not found:
        return _LEFT_OUT
    return line if _SAID.fullmatch(found["said"]) else f"{found['head']} {_LEFT_OUT}"
