"""People to be told something: results that nobody fetched, delays by phone, delays in public.

The public list knows no person: whoever reads it on the wall finds a dossier by its code alone
(Thông tư 01/2018/TT-VPCP, Điều 16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from reception.domain.list_frame import Drawing, Rows, counted, day_of, numbered
from reception.domain.moments import date_words, in_office_zone
from reception.domain.paper import HEADING, Paper
from reception.domain.text import fold, sort_key

NO_HAMLET = "Chưa rõ thôn, bản"
HIDDEN = "(số đã ẩn)"

# A phone or identity number, also in groups; the groups of a dossier's code are shorter.
_PERSONAL_NUMBER = re.compile(r"\+?\d(?:[ .]?\d){8,}")


@dataclass(frozen=True, slots=True)
class CallRow:
    """A person whose result lies at the desk since ``ready_at``."""

    name: str
    phone: str
    hamlet: str
    code: str
    procedure: str
    ready_at: datetime


@dataclass(frozen=True, slots=True)
class ApologyCallRow:
    """A person to be told by phone of a delay; ``called`` and ``answered`` tell of a call made."""

    name: str
    phone: str
    code: str
    due_at: datetime
    new_due_at: datetime | None
    reason: str
    called: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True)
class ApologyRow:
    """A late dossier as the public may see it."""

    code: str
    procedure: str
    received_at: datetime
    due_at: datetime
    new_due_at: datetime | None
    unit: str
    reason: str


def call_list(drawing: Drawing, rows: Sequence[CallRow]) -> Paper:
    """Results that were not fetched, hamlet by hamlet and in the order of names."""
    hamlets = len({fold(row.hamlet) for row in rows})
    words = counted(rows) | {"hamlets": str(hamlets)}
    return drawing.paper(_as_of(drawing), words, {"people": tuple(_by_hamlet(rows))})


def apology_call_list(drawing: Drawing, rows: Sequence[ApologyCallRow]) -> Paper:
    """People to be told of a delay by phone, with room for what they answered."""
    entries = numbered(
        {
            "name": row.name,
            "phone": row.phone,
            "code": row.code,
            "due": day_of(row.due_at),
            "new_due": day_of(row.new_due_at),
            "reason": row.reason,
            "called": row.called,
            "answered": row.answered,
        }
        for row in rows
    )
    return drawing.paper(_as_of(drawing), counted(rows), {"people": entries})


def apology_list(drawing: Drawing, rows: Sequence[ApologyRow]) -> Paper:
    """The public list: no name, no address, and no number of a person in a reason either."""
    return drawing.paper(
        _as_of(drawing), counted(rows), {"dossiers": numbered(map(_public_row, rows))}
    )


def _as_of(drawing: Drawing) -> str:
    return f"ngày {date_words(in_office_zone(drawing.at))}"


def _by_hamlet(rows: Iterable[CallRow]) -> Iterator[Mapping[str, str]]:
    placed = sorted(rows, key=lambda row: (not row.hamlet, fold(row.hamlet), sort_key(row.name)))
    first = 1
    for _hamlet, group in groupby(placed, key=lambda row: fold(row.hamlet)):
        people = list(group)
        yield {HEADING: f"{people[0].hamlet or NO_HAMLET} ({len(people)} hồ sơ)"}
        yield from _call_rows(people, first)
        first += len(people)


def _call_rows(people: Sequence[CallRow], first: int) -> Rows:
    return numbered(
        (
            {
                "name": row.name,
                "phone": row.phone,
                "code": row.code,
                "procedure": row.procedure,
                "ready": day_of(row.ready_at),
                "called": "",
            }
            for row in people
        ),
        first,
    )


def _public_row(row: ApologyRow) -> Mapping[str, str]:
    return {
        "code": row.code,
        "procedure": row.procedure,
        "received": day_of(row.received_at),
        "due": day_of(row.due_at),
        "new_due": day_of(row.new_due_at),
        "unit": row.unit,
        "reason": _PERSONAL_NUMBER.sub(HIDDEN, row.reason),
    }
