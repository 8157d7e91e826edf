"""Statutory reports on invented figures, as they look for a small commune."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from reception.domain.certification import CertificationKind
from reception.domain.certified_report import CertifiedPaper, certified_lines, certified_paper
from reception.domain.counting import Counts, Ending
from reception.domain.delay import CAUSE_WORDS, Cause
from reception.domain.handling_report import Choices, handling_paper
from reception.domain.intake import Channel
from reception.domain.justice_report import ALWAYS_BLANK, COLUMNS, Justice, justice_paper
from reception.domain.lateness_report import COLUMNS as LATE_COLUMNS
from reception.domain.lateness_report import Lateness, lateness_paper
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.report_lines import Line, lines_of, whole
from reception.domain.timeliness import Rule, Timeliness
from reception.services import forms
from reception.services.definitions import definition_on

RECEIVER = "UBND tỉnh Điện Biên"
_FIELDS = ("Chứng thực", "Đất đai", "Hộ tịch")


def _handling_report(drawing: Drawing) -> Paper:
    period = _period(drawing)
    until_on = period.until_on
    sums = {
        field: Counts(
            carried_over=3 * n + 2,
            received=Counter({Channel.ONLINE_FULL: 7 * n, Channel.COUNTER: 40 + 11 * n}),
            settled=Counter(
                {
                    (Timeliness.EARLY, Ending.RESULT): 20 + 9 * n,
                    (Timeliness.ON_TIME, Ending.RESULT): 13 + 8 * n,
                    (Timeliness.OVERDUE, Ending.RESULT): n,
                    (Timeliness.OVERDUE, Ending.STOPPED): 1,
                }
            ),
            open_in_time=8 + 3 * n - 1,
            open_overdue=1,
        )
        for n, field in enumerate(_FIELDS)
    }
    definition = definition_on(Rule.DAY, until_on)
    return handling_paper(drawing, period, Choices(), sums, sums, definition, RECEIVER)


def _justice_report(drawing: Drawing) -> Paper:
    period = _period(drawing)
    arrived = {"c4": 40, "c5": 7, "c6": 3, "c7": 2, "c9": 1, "c10": 5}
    settled = {"c15": 31, "c16": 17, "c17": 1, "c18": 1}
    processed = {"c20": 4, "c21": 1, "c22": 1, "c23": 1}
    sums = {"c3": 57, "c11": 2, "c12": 1, "c14": 50, "c19": 7, "c24": 30, "c25": 12, "c26": 18}
    figures = Counter(arrived | settled | processed | sums)
    rows = lines_of(dict.fromkeys(_FIELDS, figures), COLUMNS, ALWAYS_BLANK)
    told = Justice(rows, whole(rows, COLUMNS, ALWAYS_BLANK), ALWAYS_BLANK, other_ways=1, no_limit=9)
    definition = definition_on(Rule.DAY, period.until_on)
    return justice_paper(drawing, period, told, definition, RECEIVER)


def _lateness_report(drawing: Drawing) -> Paper:
    period = _period(drawing)
    causes = (CAUSE_WORDS[Cause.VERIFICATION].capitalize(), CAUSE_WORDS[Cause.STAFF].capitalize())
    of_each = {"causes": causes, "fields": _FIELDS[1:], "holders": ("Phòng Kinh tế", "Lò Văn Hặc")}
    sections = {
        name: (_late(words[0], 4, 2, 5), _late(words[1], 1, 0, 1))
        for name, words in of_each.items()
    }
    told = Lateness(sections, _late("", 5, 2, 6))
    definition = definition_on(Rule.DAY, period.until_on)
    return lateness_paper(drawing, period, told, definition, RECEIVER)


def _late(words: str, settled: int, still_open: int, apologised: int) -> Line:
    late = settled + still_open
    figures = (late, settled, still_open, apologised, late - apologised)
    return Line(words, dict(zip(LATE_COLUMNS, figures, strict=True)))


def _certified_report(drawing: Drawing) -> Paper:
    kinds = tuple(CertificationKind)
    papers = [
        CertifiedPaper(f"hs-{n // 2}", kinds[n % 5 % 3], 1 + n % 4, 2 + n % 3, 2_000 * (n % 7))
        for n in range(120)
    ]
    return certified_paper(drawing, _period(drawing), *certified_lines(papers), RECEIVER)


def _period(drawing: Drawing) -> Period:
    until_on = drawing.at.date()
    return Period(until_on - timedelta(days=30), until_on)


MAKERS: dict[str, Callable[[Drawing], Paper]] = {
    forms.HANDLING_REPORT: _handling_report,
    forms.JUSTICE_REPORT: _justice_report,
    forms.LATENESS_REPORT: _lateness_report,
    forms.CERTIFIED_REPORT: _certified_report,
}
