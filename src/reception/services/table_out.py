"""The one door by which tables leave for spreadsheets: text stays text, never a formula.

Whatever writes CSV, or puts rows where they can be pasted, comes through here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By which spreadsheet programs know UTF-8."""

# What some program takes for the beginning of a formula, the wide forms of East Asia among it.
_BEGINS_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")  # noqa: RUF001 - they are meant


def csv_text(
    head: Sequence[str], rows: Iterable[Sequence[object]], *, sparing: bool = False
) -> str:
    """A table as RFC 4180 has it: every cell quoted.

    A ``sparing`` one quotes what must be, for files that people hold against each other; a line
    break in a cell is one character there.
    """
    out = io.StringIO(newline="")
    quoting, ends = (csv.QUOTE_MINIMAL, "\n") if sparing else (csv.QUOTE_ALL, "\r\n")
    writer = csv.writer(out, quoting=quoting, lineterminator=ends)
    writer.writerow(head)
    for row in rows:
        cells = map(harmless, row)
        # A bare \r would not be quoted, and begins a line for those who read.
        writer.writerow(map(_with_plain_breaks, cells) if sparing else cells)
    return MARK + out.getvalue()


def write_csv(head: Sequence[str], rows: Iterable[Sequence[object]], file: Path) -> None:
    """A table of any length as :func:`csv_text` has it, written row by row.

    Raises:
        OSError: The disk does not take it.
    """
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(MARK)
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows(map(harmless, row) for row in rows)


def tabbed_text(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table for the clipboard: cells parted by tabs, each on its row's one line."""
    lines = [head, *([harmless(_on_one_line(cell)) for cell in row] for row in rows)]
    return "\n".join("\t".join(line) for line in lines)


def harmless(cell: object) -> str:
    """A cell that no program takes for a formula: an apostrophe keeps it text."""
    text = "" if cell is None else str(cell)
    if isinstance(cell, int):
        return text
    return f"'{text}" if _is_risky(text) else text


def unguarded(text: str) -> str:
    """What :func:`harmless` was given."""
    return text[1:] if text.startswith("'") and _is_risky(text[1:]) else text


def _on_one_line(cell: object) -> object:
    # Before it is made harmless: what is dropped may have stood before a formula.
    return " ".join(cell.split()) if isinstance(cell, str) else cell


def _with_plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_risky(text: str) -> bool:
    # An apostrophe of the text's own is doubled, so that it comes back.
    return text.lstrip(" '").startswith(_BEGINS_FORMULA)
