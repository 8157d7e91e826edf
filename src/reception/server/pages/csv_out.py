"""Tables to take out as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from starlette.responses import Response

from reception.server.pages.rendering import HEADERS
from reception.services.table_out import csv_text


def csv_answer(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as a file to be saved."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(csv_text(head, rows).encode(), 200, headers, "text/csv; charset=utf-8")
