"""Papers of how an office is judged on invented figures."""

from __future__ import annotations

from datetime import timedelta

from reception import paths
from reception.domain.demanded import Occasion
from reception.domain.indicators import Share, Told, group_score
from reception.domain.intake import Channel
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.procedure_review import ExtraPaper, Review, ReviewRow, RoadTrips, summed
from reception.domain.quality_papers import indicator_paper, review_paper, self_score_paper
from reception.domain.self_score import (
    Criterion,
    Evidence,
    EvidenceKind,
    SelfScoreGiven,
    band_of,
    totals,
)
from reception.services.quality_rules import quality_on, score_rules_on
from reception.services.self_score_file import read_sheet

_SHARES = {
    "1.4": Share(1240, 1242),
    "2.1": Share(1335, 1391),
    "2.2": Share(21_812, 40_760, "giờ"),
    "3.2": Share(46, 67, "thủ tục"),
    "3.3": Share(212, 1242),
    "3.3a": Share(498, 1242),
    "3.5": Share(9, 21, "thủ tục"),
    "3.6": Share(155, 803),
    "4.1": Share(611, 1301),
    "4.2": Share(590, 1301),
    "5.1–5.3": Share(11, 12, "phản ánh"),
    "5.4": Share(58, 60, "phiếu"),
}
_PERCENT = 100


def indicators(drawing: Drawing) -> Paper:
    """The indices of a month."""
    until_on = drawing.at.date()
    rules = quality_on(until_on)
    told = [
        Told(index, _SHARES.get(index.code), "" if index.code in _SHARES else index.unknown)
        for index in rules.indices
    ]
    groups = [group_score(group, told) for group in rules.groups]
    return indicator_paper(drawing, Period(until_on.replace(day=1), until_on), told, groups)


def self_score(drawing: Drawing) -> Paper:
    """A year's sheet, most of it scored."""
    rules = score_rules_on(drawing.at.date())
    criteria = read_sheet(paths.resource("rules") / "self-score-example.csv")
    given = {one.code: _given(drawing, n, one) for n, one in enumerate(criteria[:-1])}
    made = totals(rules.parts, criteria, given)
    band = band_of(sum(one.points for one in made), rules.bands)
    return self_score_paper(drawing, drawing.at.year, criteria, given, made, band)


def _given(drawing: Drawing, n: int, criterion: Criterion) -> SelfScoreGiven:
    proof = Evidence(EvidenceKind.TEXT, f"Báo cáo số {n + 12}/BC-UBND")
    points = criterion.most * (_PERCENT - n % 4) // _PERCENT
    return SelfScoreGiven(drawing.at, drawing.at.year, criterion.code, points, (proof,))


def procedure_review(drawing: Drawing) -> Paper:
    """The procedures of a month."""
    until_on = drawing.at.date()
    rows = (
        ReviewRow(
            "1.001193", "Thủ tục đăng ký khai sinh", 128, 71, 3, Share(310, 1024, "giờ"),
            {0: 9, 1: 83, 2: 30, 3: 2}, 4, 2,
        ),
        ReviewRow(
            "1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", 64, 12, 6,
            Share(2810, 4608, "giờ"), {1: 11, 2: 49, 3: 3}, 7, 3,
        ),
        ReviewRow("2.000815", "Chứng thực bản sao từ bản chính", 1041, trips={1: 1041}),
    )  # fmt: skip
    extra = (
        ExtraPaper(
            "1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "Sổ hộ khẩu (bản sao)",
            Occasion.SUPPLEMENT, 3, ("đối chiếu nơi cư trú trước năm 2020",),
        ),
        ExtraPaper(
            "1.001193", "Thủ tục đăng ký khai sinh", "Giấy xác nhận của trưởng bản",
            Occasion.INTAKE, 2, ("sinh tại nhà, không có giấy chứng sinh",),
        ),
    )  # fmt: skip
    roads = (
        RoadTrips(Channel.COUNTER, {1: 1105, 2: 79, 3: 5}),
        RoadTrips(Channel.POST, {0: 9, 1: 30}),
    )
    made = Review(rows, summed(rows), Share(46, 67, "thủ tục"), (), extra, roads)
    return review_paper(drawing, Period(until_on - timedelta(days=30), until_on), made)
