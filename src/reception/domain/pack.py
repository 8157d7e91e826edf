"""A pack: what the server above has all desks work by from a day on, taken whole or not at all.

Everything in it carries its own dates, none before the pack's, so a pack lies ready from the moment
it arrives and rules from its day on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from reception.domain.calendar import FIRST_DAY, LAST_DAY, CalendarDay, DayKind
from reception.domain.chain import LARGEST_BODY
from reception.domain.moments import date_words
from reception.domain.paper import FormWording
from reception.domain.procedure import CONFIDENCE_WORDS, Procedure, catalogue_on

LONGEST_TITLE = 200
LONGEST_TEXT = 4000
LARGEST = LARGEST_BODY - 1000  # bytes as written; beside it its event names number and moment

# Versions that came in a pack are counted from its place on, so that none is an office's own.
_VERSIONS_OF_A_PACK = 1000
# No year had half as many days off and make-up days.
_MOST_DAYS_A_YEAR = 60
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Pack:
    """New rules, decided together; ``message`` is told to everybody at the desk.

    ``pack`` is its identity, ``source`` the document that decided it.
    """

    pack: str
    title: str
    valid_from: date
    procedures: tuple[Procedure, ...] = ()
    days: tuple[CalendarDay, ...] = ()
    wordings: tuple[FormWording, ...] = ()
    message: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PackReleased:
    """The server gave a pack out to a commune; ``number`` is what people call it."""

    number: int
    pack: Pack
    at: datetime


@dataclass(frozen=True, slots=True)
class PackWithdrawn:
    """The server took a pack back: the rules are again what they would be without it."""

    pack: str
    number: int
    reason: str
    at: datetime


PackEvent = PackReleased | PackWithdrawn
_ENTITY = "pack:"


def entity_of(pack: str) -> str:
    """The entity that a pack's events belong to in the journal."""
    return f"{_ENTITY}{pack}"


def fault_of(pack: Pack) -> str:
    """What is wrong with a pack, as the end of a sentence; empty when nothing is.

    Whether papers can be made with its wordings is asked in :mod:`reception.services.pack_check`.
    """
    return next(_faults(pack), "")


def _faults(pack: Pack) -> Iterator[str]:
    if not pack.pack or not pack.title.strip():
        yield "chưa có tên (title)"
    if len(pack.title) > LONGEST_TITLE or max(len(pack.message), len(pack.source)) > LONGEST_TEXT:
        yield "có tên hoặc lời nhắn quá dài"
    if not FIRST_DAY <= pack.valid_from <= LAST_DAY:
        yield f"áp dụng từ {date_words(pack.valid_from)}, ngoài khoảng tính được"
    if not (pack.procedures or pack.days or pack.wordings or pack.message.strip()):
        yield "không có gì bên trong"
    yield from _procedure_faults(pack)
    yield from _day_faults(pack)
    yield from _wording_faults(pack)


def _procedure_faults(pack: Pack) -> Iterator[str]:
    for procedure in pack.procedures:
        where = f"có thủ tục “{procedure.code or procedure.name[:40]}”"
        if not procedure.code.strip() or not procedure.name.strip():
            yield f"{where} thiếu mã hoặc tên"
        if not 1 <= procedure.version < _VERSIONS_OF_A_PACK:
            yield f"{where} với số phiên bản {procedure.version} không dùng được"
        if procedure.confidence and procedure.confidence not in CONFIDENCE_WORDS:
            yield f"{where} với độ tin cậy “{procedure.confidence[:40]}” không có"
        yield from _date_faults(where, procedure.valid_from, procedure.valid_until, pack)
    twice = Counter((one.code, one.version) for one in pack.procedures)
    yield from (f"ghi hai lần thủ tục {code}" for (code, _), n in twice.items() if n > 1)


def _day_faults(pack: Pack) -> Iterator[str]:
    for day in pack.days:
        if not FIRST_DAY <= day.on <= LAST_DAY:
            yield f"có ngày {date_words(day.on)} ngoài khoảng tính được"
        if day.on < pack.valid_from:
            yield f"có ngày {date_words(day.on)} trước ngày áp dụng"
        at_weekend = day.on.weekday() >= _SATURDAY
        if (day.kind is DayKind.MAKEUP_WORKDAY) != at_weekend and day.kind is not DayKind.HOLIDAY:
            what = "làm bù vào ngày thường" if not at_weekend else "nghỉ bù vào cuối tuần"
            yield f"có ngày {date_words(day.on)} {what}"
    twice = Counter(day.on for day in pack.days)
    yield from (f"ghi hai lần ngày {date_words(on)}" for on, n in twice.items() if n > 1)
    years = Counter(day.on.year for day in pack.days)
    crowded = [year for year, n in years.items() if n > _MOST_DAYS_A_YEAR]
    yield from (f"có hơn {_MOST_DAYS_A_YEAR} ngày nghỉ, làm bù của năm {y}" for y in crowded)


def _wording_faults(pack: Pack) -> Iterator[str]:
    for wording in pack.wordings:
        where = f"có mẫu giấy “{wording.form}”"
        if not wording.form or not wording.regime:
            yield f"{where} thiếu tên hoặc bộ mẫu"
        yield from _date_faults(where, wording.valid_from, wording.valid_until, pack)
    twice = Counter((one.form, one.regime, one.valid_from) for one in pack.wordings)
    yield from (f"ghi hai lần mẫu giấy {form}" for (form, *_), n in twice.items() if n > 1)


def _date_faults(where: str, begins: date, ends: date | None, pack: Pack) -> Iterator[str]:
    if begins < pack.valid_from:
        yield f"{where} có hiệu lực từ {date_words(begins)}, trước ngày áp dụng của cả gói"
    if ends is not None and ends <= begins:
        yield f"{where} hết hiệu lực trước khi có hiệu lực"


def news_of(pack: Pack, place: int, present: Iterable[Procedure]) -> list[Procedure]:
    """The procedures of a pack that say something else than what rules on their first day.

    ``place`` counts the packs of the commune's log, from 1: each gives versions of its own.
    """
    known: dict[str, list[Procedure]] = {}
    for procedure in present:
        known.setdefault(procedure.code, []).append(procedure)
    return [
        replace(procedure, version=place * _VERSIONS_OF_A_PACK + procedure.version)
        for procedure in pack.procedures
        if not _rules_already(known.get(procedure.code, []), procedure)
    ]


def _rules_already(known: list[Procedure], procedure: Procedure) -> bool:
    """Whether the very same rules on its first day, and nothing follows that says otherwise."""
    if any(one.valid_from > procedure.valid_from for one in known):
        return False
    return any(
        replace(one, version=procedure.version, valid_from=procedure.valid_from) == procedure
        for one in catalogue_on(known, procedure.valid_from)
    )


def beginning_on(procedures: Iterable[Procedure], day: date) -> tuple[Procedure, ...]:
    """A catalogue as it is to rule from a day on: what has ended by then is left out.

    What begins earlier begins in the pack on its day: what ruled before is not told anew.
    """
    kept = [one for one in procedures if one.valid_until is None or one.valid_until > day]
    ruling = {(one.code, one.version) for one in catalogue_on(kept, day)}
    return tuple(
        replace(one, valid_from=max(one.valid_from, day))
        for one in kept
        if one.valid_from > day or (one.code, one.version) in ruling
    )
