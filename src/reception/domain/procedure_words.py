"""A procedure's limits, stages and papers in the words of a table's cell, and back again.

One small grammar serves the shipped catalogue, an office's own file and the editor:

* a limit: ``5 ngày làm việc``, ``0,5 ngày làm việc``, ``trong ngày làm việc, chốt 15:00``;
* stages: ``UBND xã: 5 ngày làm việc; Sở Nội vụ: 12 ngày``;
* papers: ``Tờ khai [1 bản chính]; Giấy ủy quyền [1 bản chính, 2 bản sao, nếu có]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from decimal import Decimal

from reception.domain.errors import RuleViolation
from reception.domain.procedure import RequiredPaper
from reception.domain.text import clean, fold
from reception.domain.time_limit import UNIT_WORDS, CutOff, Stage, TimeLimit, Unit

_MONTH_OF_30_DAYS = "tháng (30 ngày)"
_UNITS = (
    {fold(words): unit for unit, words in UNIT_WORDS.items()}
    | {fold(unit.value): unit for unit in Unit}
    | {"trong ngay": Unit.SAME_DAY, "ngay lich": Unit.DAY, fold(_MONTH_OF_30_DAYS): Unit.MONTH}
)
_LIMIT = re.compile(
    r"(?P<value>\d+(?:[.,]\d+)?)?\s*(?P<unit>.*?)"
    r"(?:,?\s+chốt\s+(?P<hour>\d{1,2})(?::|h|g|\s*giờ\s*)(?P<minute>\d{2})?)?"
)
# The colon before a figure parts office and limit: an office's own name may hold a colon too.
_STAGE = re.compile(r"(?P<office>.+?)\s*:\s*(?P<limit>(?:\d|trong ngày).*)")
_PAPER = re.compile(r"(?P<name>.*?)\s*\[(?P<counts>[^\[\]]*)\]")
_COUNT = re.compile(r"(?P<number>\d{1,3}) bản (?P<kind>chính|sao)")
_OPTIONAL = "nếu có"
_QUOTED = 60  # letters of a faulty cell that its sentence repeats
_LEADING_COUNT = re.compile(r"0*(?P<number>[1-9]\d?)\s+\D")
_ASKS_COPY = re.compile(
    r"(?:\d+ )?(?:bản sao|bản chụp|bản ph[oô]|photo)|.*(?:nộp (?:kèm )?bản sao|"
    r"\((?:bản sao|bản chụp|bản ph[oô]|photo))"
)


def limit_words(limit: TimeLimit | None) -> str:
    """The limit as a cell holds it; empty where there is none."""
    if limit is None:
        return ""
    words = limit.words()
    if limit.month_as_30_days:
        words = words.replace(UNIT_WORDS[Unit.MONTH], _MONTH_OF_30_DAYS)
    return f"{words}, chốt {limit.cutoff.at:%H:%M}" if limit.cutoff else words


def parse_limit(text: str) -> TimeLimit:
    """Read a limit in words.

    Raises:
        RuleViolation: ``unreadable-limit`` for an unknown unit, a missing figure or an hour that
            no clock shows; ``impossible-limit`` for a figure that no law sets.
    """
    match = _LIMIT.fullmatch(clean(text).casefold())
    unit = _UNITS.get(fold(match["unit"])) if match else None
    if match is None or unit is None or (match["value"] is None and unit is not Unit.SAME_DAY):
        raise _unreadable_limit(text)
    cutoff = None
    if match["hour"]:
        try:
            cutoff = CutOff(time(int(match["hour"]), int(match["minute"] or 0)))
        except ValueError:
            raise _unreadable_limit(text) from None
    value = Decimal((match["value"] or "1").replace(",", "."))
    in_days = fold(match["unit"]) == fold(_MONTH_OF_30_DAYS)
    return TimeLimit(value, unit, cutoff, month_as_30_days=in_days)


def stages_words(stages: Iterable[Stage]) -> str:
    """The stages as a cell holds them."""
    return "; ".join(f"{_without_semicolons(s.office)}: {limit_words(s.limit)}" for s in stages)


def parse_stages(text: str) -> tuple[Stage, ...]:
    """Read stages in words.

    Raises:
        RuleViolation: ``unreadable-stage`` for a stage without office or limit, and what
            :func:`parse_limit` raises.
    """
    stages: list[Stage] = []
    for part in _parts(text):
        match = _STAGE.fullmatch(part)
        if match is None:
            raise RuleViolation(
                "unreadable-stage",
                f"bước “{part[:_QUOTED]}” không đọc được; hãy ghi theo mẫu"
                " “UBND xã: 5 ngày làm việc; Sở Nội vụ: 12 ngày”.",
                field="stages",
            )
        stages.append(Stage(match["office"], parse_limit(match["limit"])))
    return tuple(stages)


def papers_words(papers: Iterable[RequiredPaper]) -> str:
    """The papers as a cell holds them, each with its counts."""
    return "; ".join(f"{_without_semicolons(p.name)} [{_counts_words(p)}]" for p in papers)


def parse_papers(text: str) -> tuple[RequiredPaper, ...]:
    """Read a list of papers.

    A paper without counts in brackets is one original, or one copy where its name asks for a
    copy; a leading number (``02 ảnh``) is its count, ``nếu có`` makes it optional.

    Raises:
        RuleViolation: ``unreadable-paper`` for counts that cannot be read.
    """
    return tuple(_parse_paper(part) for part in _parts(text))


def _parse_paper(text: str) -> RequiredPaper:
    match = _PAPER.fullmatch(text)
    if match is None:
        return _paper_by_name(text)
    if not match["name"]:
        raise _unreadable_paper(text)
    paper = _paper_by_name(match["name"])
    counts = {"chính": 0, "sao": 0}
    counted = optional = False
    for part in (p.strip().casefold() for p in match["counts"].split(",")):
        count = _COUNT.fullmatch(part)
        if count:
            counts[count["kind"]] = int(count["number"])
            counted = True
        elif part == _OPTIONAL:
            optional = True
        else:
            raise _unreadable_paper(text)
    if counted:
        return RequiredPaper(paper.name, counts["chính"], counts["sao"], optional)
    return replace(paper, optional=optional)


def _paper_by_name(name: str) -> RequiredPaper:
    lowered = name.casefold()
    leading = _LEADING_COUNT.match(lowered)
    number = int(leading["number"]) if leading else 1
    copy = _ASKS_COPY.match(lowered) is not None
    return RequiredPaper(
        name,
        originals=0 if copy else number,
        copies=number if copy else 0,
        optional=_OPTIONAL in lowered,
    )


def _counts_words(paper: RequiredPaper) -> str:
    counts = [f"{paper.originals} bản chính"]
    if paper.copies:
        counts.append(f"{paper.copies} bản sao")
    if paper.optional:
        counts.append(_OPTIONAL)
    return ", ".join(counts)


def _parts(text: str) -> list[str]:
    """The entries of a cell: parted by semicolons, or by lines as typed in a spreadsheet."""
    return [part for part in map(clean, re.split(r"[;\r\n]", text)) if part]


def _without_semicolons(text: str) -> str:
    return text.replace(";", ",")


def _unreadable_paper(text: str) -> RuleViolation:
    return RuleViolation(
        "unreadable-paper",
        f"giấy tờ “{text[:_QUOTED]}” không đọc được tên hoặc số bản; hãy ghi theo mẫu"
        " “Tờ khai [1 bản chính, 1 bản sao, nếu có]”.",
        field="papers",
    )


def _unreadable_limit(text: str) -> RuleViolation:
    return RuleViolation(
        "unreadable-limit",
        f"thời hạn “{clean(text)[:_QUOTED]}” không đọc được; hãy ghi con số rồi đơn vị, ví dụ"
        " “5 ngày làm việc”, “15 ngày”, “trong ngày làm việc, chốt 15:00”.",
        field="limit",
    )
