"""What a power cut may do to files besides stopping the program, as SQLite's documentation has it.

What was not yet synced when the power went may be there, or not, or in part, sector by sector and
in any order; a file that grew may end anywhere or hold rubbish. What was synced stays. So:

* the log behind the last commit that anybody was told of may be cut off, or its sectors be lost or
  garbled: nothing there was promised;
* while the log is moved into the register, each sector of the pages that are written may be old,
  new or, except the first of the file, garbled: the log, synced before, holds these pages whole.

The index of the log (``-shm``) is not on disk for SQLite; it is always made anew.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from random import Random

SECTOR, PAGE = 512, 4096
_HEAD, _FRAME_HEAD = 32, 24


def torn_log(log: bytes, synced: int, chance: Random) -> bytes:
    """A log whose part behind ``synced`` bytes did not reach the disk whole."""
    tail = bytearray(log[synced:])
    if chance.random() < 0.3:
        return log[:synced] + bytes(tail[: chance.randrange(len(tail))])
    if chance.random() < 0.4:
        # The file grew in one step and was filled in another.
        _spoil(tail, chance, first=0, kept=0.5, garbled=0)
        return log[:synced] + bytes(tail)
    _spoil(tail, chance, first=-synced % SECTOR, kept=0.5, garbled=0.25)
    return log[:synced] + bytes(tail)


def _spoil(tail: bytearray, chance: Random, *, first: int, kept: float, garbled: float) -> None:
    edges = [0, *range(first or SECTOR, len(tail), SECTOR), len(tail)]
    for begin, end in pairwise(edges):
        drawn = chance.random()
        if drawn < garbled:
            tail[begin:end] = chance.randbytes(end - begin)
        elif drawn > garbled + kept:
            tail[begin:end] = bytes(end - begin)


def torn_register(before: bytes, now: bytes, log: bytes, chance: Random) -> bytes | None:
    """A register into which the log was just being moved; ``None`` where nothing was moved yet."""
    changed = _changed_pages(before, now)
    if not changed:
        return None
    if not changed <= (held := pages_in(log)):
        raise AssertionError(f"pages {sorted(changed - held)} were written, and are in no log")
    torn = bytearray(now)
    for page in changed:
        for place in range((page - 1) * PAGE, page * PAGE, SECTOR):
            drawn = chance.random()
            if drawn < 0.4:
                old = before[place : place + SECTOR]
                torn[place : place + SECTOR] = old or bytes(SECTOR)
            elif drawn < 0.6 and place:
                torn[place : place + SECTOR] = chance.randbytes(SECTOR)
    if len(now) > len(before) and chance.random() < 0.5:
        del torn[chance.randrange(len(before), len(now)) :]
    return bytes(torn)


def _changed_pages(before: bytes, now: bytes) -> set[int]:
    return {
        place // PAGE + 1
        for place in range(0, len(now), PAGE)
        if before[place : place + PAGE] != now[place : place + PAGE]
    }


def pages_in(log: bytes) -> set[int]:
    """The numbers of the pages that a log holds; they are readable in an encrypted one, too."""
    places = range(_HEAD, len(log) - PAGE - _FRAME_HEAD + 1, PAGE + _FRAME_HEAD)
    salts = log[16:24]
    return {
        struct.unpack_from(">I", log, place)[0]
        for place in places
        if log[place + 8 : place + 16] == salts
    }
