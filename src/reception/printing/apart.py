"""PDFs that others made, opened in a process of their own with a limit of time and of memory.

A PDF of three kilobytes can ask for gigabytes, or for hours: only a limit from outside helps.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.scan import MOST_PAGES
from reception.paths import own_command
from reception.printing import pdf_child

SECONDS = 20.0
_MOST_SIDE_PX = 4000


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's pixels, three bytes each (red, green, blue), row by row."""

    width: int
    height: int
    rgb: bytes


def pages_of(pdf: bytes, name: str) -> int:
    """How many pages a PDF has, each of which can be read.

    Raises:
        RuleViolation: ``scan-broken``, ``scan-locked``, ``scan-pages`` or ``scan-too-large``.
    """
    pages = int(_asked(pdf, name, "look", MOST_PAGES))
    if not 1 <= pages <= MOST_PAGES:
        raise RuleViolation(
            "scan-pages",
            f"Tệp {name} có {pages} trang; hãy tách thành các tệp từ 1 đến {MOST_PAGES} trang.",
            field="scan",
        )
    return pages


def page_of(pdf: bytes, name: str, number: int, dpi: int, side: int = _MOST_SIDE_PX) -> Picture:
    """A page as a picture, ``number`` from 0, at most so many dots per inch and pixels long.

    Raises:
        RuleViolation: ``scan-broken``, ``scan-locked`` or ``scan-too-large``.
    """
    head, _, rgb = _asked(pdf, name, "page", number, dpi, side).partition(b"\n")
    width, height = map(int, head.split())
    return Picture(width, height, rgb)


def _asked(pdf: bytes, name: str, what: str, *figures: int) -> bytes:
    command = [own_command()[0], "-I", pdf_child.__file__, what, *map(str, figures)]
    try:
        answered = subprocess.run(  # noqa: S603 - our own program and figures
            command,
            input=pdf,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            # No console flashes up before the clerk.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise _too_much(name) from None
    except OSError as error:
        raise Trouble(
            "cannot-open-pdf",
            f"Máy không mở được tệp PDF ({Path(command[0]).name}); hãy khởi động lại chương trình,"
            " nếu vẫn vậy thì gọi người phụ trách máy.",
        ) from error
    match answered.returncode:
        case 0:
            return answered.stdout
        case pdf_child.LOCKED:
            raise RuleViolation(
                "scan-locked",
                f"Tệp {name} có mật khẩu; hãy bỏ mật khẩu rồi đính kèm lại.",
                field="scan",
            )
        case pdf_child.BROKEN:
            raise broken(name)
        case _:
            raise _too_much(name)


def broken(name: str) -> RuleViolation:
    """A file that nobody can open."""
    return RuleViolation(
        "scan-broken",
        f"Tệp {name} bị hỏng, không mở được; hãy quét lại.",
        field="scan",
    )


def _too_much(name: str) -> RuleViolation:
    return RuleViolation(
        "scan-too-large",
        f"Tệp {name} mở ra quá lớn hoặc quá rắc rối; hãy in ra rồi quét lại ở 200-300 dpi.",
        field="scan",
    )
