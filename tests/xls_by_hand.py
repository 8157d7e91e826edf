"""A workbook as Excel 97 wrote it, record by record: nothing alive writes one any more."""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST_STREAM = 4096
Cell = str | float


def workbook(rows: Sequence[Sequence[Cell]], sheet: str = "Sổ") -> bytes:
    """An ``.xls`` with one sheet of texts and numbers."""
    return _compound(_stream(rows, sheet))


def _stream(rows: Sequence[Sequence[Cell]], sheet: str) -> bytes:
    """BIFF8: the globals, then the sheet; the globals say where it begins."""
    begin, end = _record(0x0809, pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)), _record(0x000A, b"")
    name = sheet.encode("utf-16-le")
    head = pack("<BBBB", 0, 0, len(sheet), 1) + name
    at = len(begin) + 4 + 4 + len(head) + len(end)
    globals_ = begin + _record(0x0085, pack("<I", at) + head) + end
    cells = b"".join(
        _cell(row, column, cell)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    )
    page = _record(0x0809, pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    whole = globals_ + page + cells + end
    return whole.ljust(max(_SMALLEST_STREAM, -(-len(whole) // _SECTOR) * _SECTOR), b"\0")


def _cell(row: int, column: int, cell: Cell) -> bytes:
    place = pack("<HHH", row, column, 0)
    if isinstance(cell, str):
        text = pack("<HB", len(cell), 1) + cell.encode("utf-16-le")
        return _record(0x0204, place + text)
    return _record(0x0203, place + pack("<d", cell))


def _record(kind: int, body: bytes) -> bytes:
    return pack("<HH", kind, len(body)) + body


def _compound(stream: bytes) -> bytes:
    """The file around the stream: header, table of sectors, directory."""
    sectors = len(stream) // _SECTOR
    chain = [_FAT, _END, *range(3, sectors + 2), _END]
    table = pack(f"<{_SECTOR // 4}I", *chain, *[_FREE] * (_SECTOR // 4 - len(chain)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + pack("<IIII", 1, 1, 0, _SMALLEST_STREAM) + pack("<IIII", _END, 0, _END, 0)
    header += pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, child=1, start=_END, size=0)
    directory += _entry("Workbook", 2, child=_FREE, start=2, size=len(stream))
    return header + table + directory.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    told = text.ljust(64, b"\0") + pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return told + bytes(36) + pack("<IQ", start, size)
