"""A workbook as LibreOffice writes it (``.ods``), with no more in it than a sheet needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

Cell = str | float | date | None

_MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MEDIA}"/>'
    "</manifest:manifest>"
)


def workbook(rows: Sequence[Sequence[Cell]], sheet: str = "Sổ", *, tail: str = "") -> bytes:
    """An ``.ods`` with one sheet; ``tail`` is XML that stands behind its rows."""
    told = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content {_NAMES} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="{sheet}">{told}{tail}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(content)


def repeated(text: str, rows: int, columns: int = 1) -> str:
    """A row that stands so often, of a cell that stands so often in it; an empty one tells none."""
    told = f' office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"{told if text else "/>"}'
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'


def packed(content: str) -> bytes:
    """The file around a content."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MEDIA, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return written.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        kind = 'office:value-type="string"'
    elif isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    else:
        kind = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"
