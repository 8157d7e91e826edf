"""Tables to take out: CSV that a spreadsheet reads as text and numbers, never as formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from starlette.responses import Response

from reception.server.pages.rendering import HEADERS

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # by which spreadsheet programs know UTF-8
# What some program takes for the beginning of a formula, the wide forms of East Asia among it.
_BEGINS_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")  # noqa: RUF001 - they are meant


def csv_answer(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as a file to be saved."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(csv_text(head, rows).encode(), 200, headers, "text/csv; charset=utf-8")


def csv_text(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table's text: every cell quoted, lines as RFC 4180 has them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return _MARK + out.getvalue()


def harmless(cell: object) -> str:
    """A cell that no program takes for a formula."""
    text = "" if cell is None else str(cell)
    if isinstance(cell, int):
        return text
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINS_FORMULA) else text
