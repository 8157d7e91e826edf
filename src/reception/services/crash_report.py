"""A fault in the program as a report that can be sent: what kind, where, and after which steps.

It names no person. What an exception says is left out, for it may quote what somebody typed, and
so are the values in its frames and the folders of this PC, which tell whose it is.
"""

from __future__ import annotations

import platform
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path, PurePath

from reception import __version__
from reception.domain.moments import moment_words

FOLDER = "bao-loi"
_KEPT = 20
_MOST_STEPS = 40
_MOST_CAUSES = 10
# Below one of these folders a file is the same on every PC.
_ROOTS = ("reception", "site-packages")


class Trail:
    """The last steps by their names, such as ``services.intake.register``; never with what."""

    def __init__(self) -> None:
        self._steps: deque[str] = deque(maxlen=_MOST_STEPS)

    def __iter__(self) -> Iterator[str]:
        return iter(self._steps)

    def note(self, step: str) -> None:
        """Note a step."""
        self._steps.append(step)


def step_name(act: Callable[..., object]) -> str:
    """What the program calls an act, without anything that it is done with."""
    while isinstance(act, partial):
        act = act.func
    where = getattr(act, "__module__", "").removeprefix("reception.")
    return f"{where}.{getattr(act, '__qualname__', type(act).__qualname__)}"


def causes(bug: BaseException) -> list[str]:
    """The kinds and places of a fault and of what led to it: ``KeyError at life.py:12 …``."""
    found: list[str] = []
    now: BaseException | None = bug
    while now is not None and len(found) < _MOST_CAUSES:
        frames = reversed(traceback.extract_tb(now.__traceback__))
        places = " < ".join(f"{_short(at.filename)}:{at.lineno} {at.name}" for at in frames)
        found.append(f"{type(now).__name__} at {places or 'unknown'}")
        now = now.__cause__ or now.__context__
    return found


def report(bug: BaseException, at: datetime, steps: Iterable[str], more: Mapping[str, str]) -> str:
    """The report; ``more`` are further versions by name."""
    versions = {
        "reception": __version__,
        "Python": platform.python_version(),
        **more,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    lines = [
        f"Báo lỗi lúc {moment_words(at)}",
        "Không có thông tin của người dân trong báo lỗi này.",
        "",
        *(f"{name}: {version}" for name, version in versions.items()),
        "",
        *causes(bug),
        "",
        *(f"- {step}" for step in steps),
    ]
    return "\n".join(lines) + "\n"


def keep(folder: Path, text: str, at: datetime) -> Path | None:
    """Write a report into the data folder; ``None`` where the disk does not let it be written."""
    reports = folder / FOLDER
    try:
        reports.mkdir(exist_ok=True)
        file = reports / f"bao-loi-{at:%Y%m%d-%H%M%S}.txt"
        file.write_text(text, encoding="utf-8")
        for old in kept(folder)[:-_KEPT]:
            old.unlink()
    except OSError:
        return None
    return file


def kept(folder: Path) -> list[Path]:
    """The reports in a data folder, the oldest first."""
    return sorted((folder / FOLDER).glob("bao-loi-*.txt"))


def _short(filename: str) -> str:
    parts = PurePath(filename).parts
    for root in _ROOTS:
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return parts[-1] if parts else filename
