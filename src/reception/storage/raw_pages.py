"""The rows of a damaged register's file, read page by page past everything that is broken.

SQLite reads a table from its root; one torn page takes all below it out of reach. Here each page is
looked at by itself, those of the write-ahead log too, and whatever has the form of a table's leaf
gives its rows. What they are worth is for the caller to prove: old pages tell of old times.

The form is SQLite's own (https://sqlite.org/fileformat2.html); SQLCipher keeps 48 bytes at the end
of each page for itself, and a salt in the place of the first 16.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reception.storage.register_key import RegisterKey
from reception.storage.troubles import troubles

_PAGE = 4096
_PLAIN = b"SQLite format 3\0"
_FILE_HEAD = 100
_CIPHER_RESERVE, _IV_BYTES = 48, 16  # the nonce and HMAC-SHA-256 behind it
_LOG_HEAD, _FRAME_HEAD = 32, 24
_LEAF = 0x0D
_MOST_BYTES = 64_000_000
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Value = int | float | str | bytes | None
RawRow = tuple[Value, ...]


@dataclass(slots=True)
class Pages:
    """The pages of a register as they lie there, and all older ones that its log still holds."""

    usable: int
    by_number: dict[int, bytes] = field(default_factory=dict[int, bytes])
    older: list[tuple[int, bytes]] = field(default_factory=list[tuple[int, bytes]])

    def rows(self) -> Iterator[tuple[int, RawRow]]:
        """Row number and values of every row that a leaf still holds."""
        for number, page in (*self.by_number.items(), *self.older):
            yield from _rows_of(self, number, page)


def read_pages(register: Path, key: RegisterKey | None) -> Pages:
    """Every page of a register's file and of its write-ahead log.

    Raises:
        Trouble: The disk cannot be read.
    """
    pages = Pages(_PAGE - (_CIPHER_RESERVE if key else 0))
    with troubles():
        data = register.read_bytes() if register.exists() else b""
        log = register.with_name(f"{register.name}-wal")
        logged = log.read_bytes() if log.exists() else b""
    for number, start in enumerate(range(0, len(data), _PAGE), start=1):
        # The last one may be cut short; what is missing of it is as good as zeroed.
        _keep(pages, number, _opened(data[start : start + _PAGE].ljust(_PAGE, b"\0"), number, key))
    for start in range(_LOG_HEAD, len(logged) - _FRAME_HEAD, _FRAME_HEAD + _PAGE):
        number = int.from_bytes(logged[start : start + 4], "big")
        page = logged[start + _FRAME_HEAD : start + _FRAME_HEAD + _PAGE].ljust(_PAGE, b"\0")
        _keep(pages, number, _opened(page, number, key))
    return pages


def _keep(pages: Pages, number: int, page: bytes) -> None:
    if number in pages.by_number:
        pages.older.append((number, pages.by_number[number]))
    pages.by_number[number] = page


def _opened(page: bytes, number: int, key: RegisterKey | None) -> bytes:
    if key is None or page.startswith(_PLAIN):
        return page
    head = b"\0" * _IV_BYTES if number == 1 else b""
    sealed, nonce = page[len(head) : -_CIPHER_RESERVE], page[-_CIPHER_RESERVE:][:_IV_BYTES]
    # A page that is torn is opened all the same: two blocks are noise, the others are whole.
    return head + key.opened_page(sealed, nonce)


def _rows_of(pages: Pages, number: int, page: bytes) -> Iterator[tuple[int, RawRow]]:
    head = _FILE_HEAD if number == 1 else 0
    if page[head] != _LEAF:
        return
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for place in range(head + 8, min(head + 8 + 2 * count, len(page) - 1), 2):
        cell = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _cell(pages, page, cell)
        except (IndexError, ValueError):
            continue  # this cell is broken; its neighbours may not be


def _cell(pages: Pages, page: bytes, start: int) -> tuple[int, RawRow]:
    size, at = _varint(page, start)
    number, at = _varint(page, at)
    if not 0 < size < _MOST_BYTES:
        raise ValueError("no row is so long")
    return number, _record(_payload(pages, page, at, size))


def _payload(pages: Pages, page: bytes, start: int, size: int) -> bytes:
    """What a row is made of; a long one goes on in a chain of overflow pages."""
    usable = pages.usable
    if size <= usable - 35:
        return page[start : start + size]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    local = local if local <= usable - 35 else least
    parts = [page[start : start + local]]
    left, following = size - local, int.from_bytes(page[start + local : start + local + 4], "big")
    while left > 0:
        overflow = pages.by_number.get(following)
        if overflow is None:
            raise ValueError("the rest of the row is lost")
        parts.append(overflow[4 : 4 + min(left, usable - 4)])
        left -= usable - 4
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)


def _record(payload: bytes) -> RawRow:
    head, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    at = head
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at > len(payload):
        raise ValueError("the row is cut short")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    if kind in (8, 9):
        return kind - 8, at
    if kind == 0:
        return None, at
    if kind == 7:
        return 0.0, at + 8  # no table that is looked for has one
    if kind < 12:
        raise ValueError("no such kind of value")
    size = (kind - 12) // 2
    data = payload[at : at + size]
    return (data.decode() if kind % 2 else data), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("no end")
