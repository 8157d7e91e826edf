"""An office's score of its own reform: criteria in parts, points in hundredths, what proves them.

Which parts there are and what each is worth is data (``rules/self-score.toml``). Points are whole
hundredths, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from reception.domain.dated import Dated
from reception.domain.errors import RuleViolation
from reception.domain.text import checked_text

MOST_CRITERIA = 300
_HUNDRED = 100


class EvidenceKind(StrEnum):
    """What proves a score: a text, a file among the scans, a dossier, a figure counted here."""

    TEXT = "text"
    FILE = "file"
    DOSSIER = "dossier"
    FIGURE = "figure"


EVIDENCE_WORDS = {
    EvidenceKind.TEXT: "văn bản",
    EvidenceKind.FILE: "tệp",
    EvidenceKind.DOSSIER: "hồ sơ",
    EvidenceKind.FIGURE: "số liệu",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that proves a score; a figure is kept as it was counted then."""

    kind: EvidenceKind
    text: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the sheet. ``most`` is in hundredths of a point.

    ``figure`` names an index counted here by which it can be scored: all points from ``full_at``
    percent on, and below in proportion.
    """

    code: str
    part: str
    name: str
    most: int
    figure: str = ""
    full_at: int = 0


@dataclass(frozen=True, slots=True)
class ScorePart(Dated):
    """A part of the sheet, and how many points all of its criteria have together."""

    code: str
    name: str
    points: int
    valid_from: date
    valid_until: date | None = None
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Band(Dated):
    """What a total from so many points on is called."""

    name: str
    from_points: int
    valid_from: date
    valid_until: date | None = None
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class SelfScoreSheetSet:
    """The office took a year's sheet of criteria; ``origin`` says whence."""

    year: int
    origin: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class SelfScoreGiven:
    """The office gave itself points for a criterion, in hundredths, or took them back."""

    at: datetime
    year: int
    criterion: str
    points: int | None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartTotal:
    """What a part adds up to, in hundredths; ``open`` criteria have no points yet."""

    part: ScorePart
    points: int
    most: int
    open: int


def totals(
    parts: Iterable[ScorePart],
    criteria: Iterable[Criterion],
    given: Mapping[str, SelfScoreGiven],
) -> list[PartTotal]:
    """What each part adds up to, exactly."""
    lines, found = tuple(criteria), list[PartTotal]()
    for part in parts:
        mine = [one for one in lines if one.part == part.code]
        points = [given[one.code].points if one.code in given else None for one in mine]
        told = [one for one in points if one is not None]
        most = sum(one.most for one in mine)
        found.append(PartTotal(part, sum(told), most, len(points) - len(told)))
    return found


def band_of(points: int, bands: Iterable[Band]) -> Band | None:
    """What a total of so many hundredths is called."""
    reached = [one for one in bands if points >= one.from_points * _HUNDRED]
    return max(reached, key=lambda one: one.from_points, default=None)


def by_figure(criterion: Criterion, rate: Decimal) -> int:
    """The hundredths that a rate gives: in proportion up to ``full_at`` percent."""
    share = min(Decimal(1), rate / (criterion.full_at or _HUNDRED))
    return int(criterion.most * share)


def points_words(hundredths: int) -> str:
    """Points as they are written: ``55,46``."""
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), _HUNDRED)
    return f"{sign}{whole},{rest:02d}"


def parse_points(text: str) -> int:
    """The hundredths of points written with a comma or a point.

    Raises:
        RuleViolation: ``points-unreadable``.
    """
    try:
        hundredths = Decimal(text.strip().replace(",", ".")) * _HUNDRED
        if hundredths == int(hundredths) and 0 <= hundredths <= _HUNDRED * _HUNDRED:
            return int(hundredths)
    except (InvalidOperation, ValueError, OverflowError):
        pass
    raise RuleViolation(
        "points-unreadable",
        f"“{text[:20]}” không phải số điểm; hãy ghi từ 0 đến 100, nhiều nhất hai chữ số lẻ,"
        " như 2,75.",
        field="points",
    )


def checked_points(criterion: Criterion, points: int) -> int:
    """Points that the criterion can have.

    Raises:
        RuleViolation: ``points-too-many``.
    """
    if points > criterion.most:
        raise RuleViolation(
            "points-too-many",
            f"Tiêu chí {criterion.code} tối đa {points_words(criterion.most)} điểm, không chấm"
            f" {points_words(points)} được; hãy ghi lại.",
            field="points",
        )
    return points


def checked_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What proves a score, cleaned; empty ones are left out.

    Raises:
        RuleViolation: what :func:`checked_text` says.
    """
    found = (Evidence(one.kind, checked_text(one.text, "evidence")) for one in evidence)
    return tuple(one for one in found if one.text)


def check_sheet(criteria: tuple[Criterion, ...], parts: Iterable[ScorePart]) -> None:
    """Make sure that a sheet can be scored: each code once, each part worth what it must be.

    Raises:
        RuleViolation: ``sheet-faulty``, telling one fault.
    """
    if fault := _fault(criteria, tuple(parts)):
        raise RuleViolation("sheet-faulty", f"Bảng tiêu chí {fault}; hãy sửa tệp rồi nhập lại.")


def _fault(criteria: tuple[Criterion, ...], parts: tuple[ScorePart, ...]) -> str:
    codes = [one.code for one in criteria]
    if not 0 < len(codes) <= MOST_CRITERIA:
        return f"có {len(codes)} tiêu chí, phải có từ 1 đến {MOST_CRITERIA}"
    twice = next((code for code in codes if codes.count(code) > 1), "")
    if twice:
        return f"có hai tiêu chí cùng mã “{twice}”"
    known = {part.code for part in parts}
    strange = next((one for one in criteria if one.part not in known), None)
    if strange:
        return (
            f"có tiêu chí “{strange.code}” thuộc phần “{strange.part}”, chỉ có các phần:"
            f" {', '.join(sorted(known))}"
        )
    for part in parts:
        most = sum(one.most for one in criteria if one.part == part.code)
        if most != part.points * _HUNDRED:
            return (
                f"có phần {part.code} ({part.name}) tối đa {points_words(most)} điểm, phải đúng"
                f" {part.points} điểm"
            )
    return ""
