"""Papers of how an office is judged: its indices, its own score, the review of its procedures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reception.domain.handling_report import percent_words
from reception.domain.indicators import GroupScore, Told
from reception.domain.list_frame import Drawing, Period, numbered
from reception.domain.money import figures
from reception.domain.paper import HEADING, Paper
from reception.domain.procedure_review import Review, ReviewRow
from reception.domain.self_score import (
    EVIDENCE_WORDS,
    Band,
    Criterion,
    PartTotal,
    SelfScoreGiven,
    points_words,
)

_NONE_YET = "chưa có số liệu"
_WHOLE = 100


def indicator_paper(
    drawing: Drawing, period: Period, told: Sequence[Told], groups: Sequence[GroupScore]
) -> Paper:
    """The indices by group: what was counted of how many, and how."""
    words = {"period": period.words(), "estimated": estimate_words(groups)}
    return drawing.paper(period.words(), words, {"indices": tuple(_index_rows(told, groups))})


def estimate_words(groups: Iterable[GroupScore]) -> str:
    """What the groups with figures have reached together; empty where none has."""
    scored = [(one.points, one.group.points) for one in groups if one.points is not None]
    if not scored:
        return ""
    points = sum((one for one, _most in scored), Decimal(0))
    most = sum((most for _one, most in scored), Decimal(0))
    return f"{_hundredths(points)} trên {_decimal_words(most)} điểm của {len(scored)} nhóm"


def group_words(score: GroupScore) -> str:
    """A group's heading: its points, and on how many of its indices the estimate rests."""
    name = f"{score.group.name} ({_decimal_words(score.group.points)} điểm)"
    if score.points is None:
        return f"{name}: chưa ước tính được"
    return (
        f"{name}: ước tính {_hundredths(score.points)} điểm, theo {score.known} trên"
        f" {score.all} chỉ số"
    )


def full_words(told: Told) -> str:
    """From which percentage on an index has full marks, as far as that is known."""
    full_at = told.index.full_at
    if full_at is None:
        return "chưa rõ"
    return f"{'từ ' if full_at < _WHOLE else ''}{_decimal_words(full_at)} %"


def rate_words(told: Told) -> str:
    """An index's rate in words, or that there is none."""
    if told.share is None:
        return _NONE_YET
    return percent_words(told.share.rate) if told.share.whole else "không phát sinh"


def _index_rows(told: Sequence[Told], groups: Sequence[GroupScore]) -> Iterator[Mapping[str, str]]:
    for score in groups:
        yield {HEADING: group_words(score)}
        yield from (_index_row(one) for one in told if one.index.group == score.group.code)
    others = [one for one in told if not one.index.group]
    if others:
        yield {HEADING: "Đối chiếu (không tính điểm)"}
        yield from map(_index_row, others)


def _index_row(told: Told) -> Mapping[str, str]:
    found = told.share
    return {
        "code": told.index.code,
        "name": told.index.name,
        "words": told.index.words if found else f"Chưa có số liệu: {told.unknown}.",
        "part": figures(found.part) if found else "",
        "whole": figures(found.whole) if found else "",
        "unit": found.unit if found else "",
        "rate": rate_words(told),
        "full_at": full_words(told),
    }


def self_score_paper(
    drawing: Drawing,
    year: int,
    criteria: Sequence[Criterion],
    given: Mapping[str, SelfScoreGiven],
    totals: Sequence[PartTotal],
    band: Band | None,
) -> Paper:
    """The sheet of a year: each part with its criteria, its points, and what proves them."""
    points = sum(one.points for one in totals)
    lacking = sum(one.open for one in totals)
    words = {
        "year": str(year),
        "most": points_words(sum(one.most for one in totals)),
        "points": points_words(points),
        "sum": " + ".join(f"{points_words(one.points)}/{one.part.points}" for one in totals),
        "band": band.name if band and not lacking else "",
        "lacking": figures(lacking) if lacking else "",
    }
    rows = tuple(row for total in totals for row in _part_rows(total, criteria, given))
    return drawing.paper(f"năm {year}", words, {"criteria": rows})


def _part_rows(
    total: PartTotal, criteria: Sequence[Criterion], given: Mapping[str, SelfScoreGiven]
) -> Iterator[Mapping[str, str]]:
    yield {
        HEADING: f"Phần {total.part.code}. {total.part.name}: {points_words(total.points)} trên"
        f" {points_words(total.most)} điểm"
    }
    for one in criteria:
        if one.part == total.part.code:
            said = given.get(one.code)
            yield {
                "code": one.code,
                "name": one.name,
                "most": points_words(one.most),
                "points": points_of(said),
                "evidence": evidence_words(said),
            }


def points_of(said: SelfScoreGiven | None) -> str:
    """The points of a criterion; empty where none were given."""
    return points_words(said.points) if said and said.points is not None else ""


def evidence_words(said: SelfScoreGiven | None) -> str:
    """What proves a score, one after the other, with the note."""
    if said is None:
        return ""
    proofs = [f"{EVIDENCE_WORDS[one.kind].capitalize()}: {one.text}" for one in said.evidence]
    return "; ".join([*proofs, *([said.note] if said.note else [])])


def review_paper(drawing: Drawing, period: Period, review: Review) -> Paper:
    """How procedures went: those with dossiers, what people came for, what else was asked."""
    used = review.used
    words = {
        "period": period.words(),
        "used": f"{figures(used.part)} trên {figures(used.whole)} thủ tục,"
        f" {percent_words(used.rate)}",
        "unused": figures(used.whole - used.part),
        "trips": review.total.mean_trips_words,
        "roads": "; ".join(road.words for road in review.roads),
        "in_vain": figures(review.total.in_vain) if review.total.in_vain else "",
    }
    rows = numbered(_review_row(row) for row in review.rows)
    extra = numbered(
        {
            "procedure": one.procedure_name,
            "paper": one.paper,
            "occasion": one.occasion_words,
            "times": figures(one.times),
            "because": "; ".join(one.reasons),
        }
        for one in review.extra
    )
    return drawing.paper(period.words(), words, {"procedures": rows, "extra": extra})


def _review_row(row: ReviewRow) -> Mapping[str, str]:
    return {
        "code": row.code,
        "name": row.name,
        "received": figures(row.received),
        "online": figures(row.online),
        "supplemented": figures(row.supplemented),
        "spent": percent_words(row.time.rate) if row.time.whole else "–",
        "trips": row.mean_trips_words or "–",
        "spread": row.spread_words or "–",
        "in_vain": figures(row.in_vain),
        "extra": figures(row.extra),
    }


def _hundredths(points: Decimal) -> str:
    return f"{points:.2f}".replace(".", ",")


def _decimal_words(number: Decimal) -> str:
    """A decimal without zeros that say nothing: ``18``, ``12,5``."""
    return f"{number.normalize():f}".replace(".", ",")
