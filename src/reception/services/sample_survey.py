"""The survey's results on invented sheets, as they look with some dozens of them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.survey import answers_of
from reception.domain.survey_events import OfficeRated, SurveyWay
from reception.domain.survey_paper import results_paper
from reception.domain.survey_scoring import Sheet, results
from reception.services.survey_editions import edition_on

_ROWS = ("12111", "11122", "22112", "12111", "12122", "21233", "12011", "11111")
_FIELDS = ("Chứng thực", "Hộ tịch", "Hộ tịch", "Đất đai", "Chứng thực")
_OFFICERS = ("Lò Thị Mây", "Quàng Văn Thuận", "Lò Thị Mây")
_SETTLED = ("early", "on-time", "no-limit", "early", "overdue", "early")
_RATED = {
    5: (2, "100% thủ tục thuộc thẩm quyền của xã giải quyết tại chỗ"),
    6: (2, "Niêm yết tại bảng tin và trên trang thông tin của xã"),
    8: (1, "11/12 phản ánh trả lời đúng hạn"),
}


def survey_results(drawing: Drawing) -> Paper:
    """The form, with one index that nobody has rated yet."""
    until_on = drawing.at.date()
    period = Period(until_on - timedelta(days=90), until_on)
    edition = edition_on(until_on)
    sheets = [
        Sheet(
            field=_FIELDS[n % len(_FIELDS)],
            officer=_OFFICERS[n % len(_OFFICERS)],
            answers=answers_of(edition, _ROWS[n % len(_ROWS)]),
            history={
                "supplements": "once" if n % 7 == 0 else "none",
                "settlement": _SETTLED[n % len(_SETTLED)],
                "units": _SETTLED[n % len(_SETTLED)],
            },
        )
        for n in range(48)
    ]
    rated = [
        OfficeRated(drawing.at, period.from_on, until_on, index, points, evidence)
        for index, (points, evidence) in _RATED.items()
    ]
    ways = {
        SurveyWay.COUNTER.value: 25,
        SurveyWay.SECOND_SCREEN.value: 14,
        SurveyWay.PAPER.value: 9,
    }
    found = results(edition, sheets, rated, lambda name: name, ways)
    return results_paper(drawing, period, found, Decimal("34.20"))
