"""What the survey of a period comes to: counted, rated where no sheet tells, as a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from reception.domain.accounts import Right
from reception.domain.counting import span, total
from reception.domain.errors import RuleViolation
from reception.domain.events import OPENING_KINDS
from reception.domain.handling_report import percent
from reception.domain.list_frame import Period
from reception.domain.moments import midnight
from reception.domain.paper import Paper
from reception.domain.survey_events import OfficeRated
from reception.domain.survey_paper import results_paper
from reception.domain.survey_scoring import Sheet, SurveyResults, results, sheet_of
from reception.domain.text import checked_text
from reception.domain.timeliness import Rule
from reception.services import form_workbook, forms, rights, workbook
from reception.services.desk import Desk
from reception.services.drawing_up import drawing, read
from reception.services.printable import check_printable
from reception.services.report_periods import check_countable
from reception.services.survey_editions import edition_on
from reception.services.workbook import Sheet as Page
from reception.storage import book_rows, counting_rows, reference, survey_rows
from reception.storage.integrity import Progress, no_progress


@dataclass(frozen=True, slots=True)
class PeriodResults:
    """The results of a period, with what index 9 is rated by: the share of dossiers online."""

    period: Period
    results: SurveyResults
    online_share: Decimal | None


def of_period(desk: Desk, period: Period, progress: Progress = no_progress) -> PeriodResults:
    """Count the sheets answered in a period; one that is not over is counted until now.

    Raises:
        RuleViolation: ``days-reversed`` or ``period-to-come``.
    """
    check_countable(period, desk)
    edition = edition_on(period.until_on)
    ways = survey_rows.answered(desk.database, period)
    sheets = _sheets(desk, list(ways), edition.rule, _seen_at(desk, period), progress)
    names = {one.login: one.name for one in reference.accounts(desk.database)}
    counted = results(
        edition,
        sheets,
        survey_rows.ratings(desk.database, period),
        lambda login: names.get(login, login),
        Counter(ways.values()),
    )
    return PeriodResults(period, counted, _online_share(desk, period))


def rate(
    desk: Desk, period: Period, index: int, points: int, evidence: str, *, by: str
) -> OfficeRated:
    """Give the office the points of an index that no dossier tells, with the evidence for it.

    Raises:
        RuleViolation: ``not-allowed``, ``no-such-index``, ``points-impossible`` or
            ``evidence-missing``; ``no-glyph`` for evidence that the form could not show.
    """
    rights.check(desk, Right.APPROVE, "chấm điểm chỉ số của cơ quan", by=by)
    check_countable(period, desk)
    words = checked_text(evidence, "evidence")
    check_printable(words, "evidence")
    edition = edition_on(period.until_on)
    found = edition.find_index(index)
    if found is None or not found.rated:
        own = ", ".join(str(one.number) for one in edition.index if one.rated)
        raise RuleViolation(
            "no-such-index",
            f"Cơ quan chỉ tự chấm các chỉ số {own}; chỉ số khác tính từ hồ sơ và phiếu.",
            field="index",
        )
    if not 0 <= points <= 2:
        raise RuleViolation(
            "points-impossible", "Điểm mỗi chỉ số là 0, 1 hoặc 2; hãy chấm lại.", field="points"
        )
    if not words:
        raise RuleViolation(
            "evidence-missing",
            f"Chưa ghi căn cứ chấm chỉ số {index}; hãy ghi số liệu hoặc văn bản làm căn cứ.",
            field="evidence",
        )
    event = OfficeRated(desk.now(), period.from_on, period.until_on, index, points, words)
    with desk.store.writing():
        desk.store.record_reference(event, at=desk.now(), by=by)
    return event


def paper(desk: Desk, found: PeriodResults, *, by: str = "") -> Paper:
    """The form of the results, to be printed and signed."""
    frame = drawing(desk, forms.SURVEY_RESULTS, found.period.until_on, by)
    return results_paper(frame, found.period, found.results, found.online_share)


def save_workbook(desk: Desk, found: PeriodResults, file: Path) -> None:
    """The results as a spreadsheet.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form, told = paper(desk, found), found.results
    workbook.save(
        Page(
            name="Khảo sát hài lòng",
            above=workbook.heading(
                form, f"Đơn vị: {form.unit_name}", form.title, f"Kỳ: {found.period.words()}"
            ),
            heads=[("Phần",), ("Nội dung",), ("Số phiếu",), ("Điểm, tỷ lệ %",), ("Kết luận",)],
            rows=list(_rows(told)),
            below=list(filter(None, form_workbook.sentences(form.blocks))),
        ),
        file,
    )


def _rows(told: SurveyResults) -> Iterator[tuple[str | int | Decimal, ...]]:
    none = told.edition.none_words
    for one in told.whole.scores:
        name = f"{one.index.number}. {one.index.name}"
        yield "Chỉ số", name, one.sheets, none if one.score is None else one.score, ""
    for index, rating in told.rated:
        points, evidence = (rating.points, rating.evidence) if rating else ("chưa chấm", "")
        yield "Chỉ số", f"{index.number}. {index.name}", "tự chấm", points, evidence
    points = none if told.total is None else told.total
    yield "Cơ quan", "Điểm chung 9 chỉ số", told.sheets, points, told.grade
    for scored, step in told.officials:
        points = none if scored.total is None else scored.total
        yield "Cán bộ", scored.name, scored.sheets, points, step
    for scored in told.fields:
        points = none if scored.total is None else scored.total
        yield "Lĩnh vực", scored.name, scored.sheets, points, ""
    for asked in told.satisfaction:
        share = "chưa có trả lời" if asked.share is None else asked.share
        yield "Hài lòng", asked.question.text, asked.sheets, share, ""


def _seen_at(desk: Desk, period: Period) -> datetime:
    """The moment at which what is still open is judged: the period's end, or now."""
    after = midnight(period.until_on + timedelta(days=1))
    return min(desk.now(), after - timedelta(seconds=1))


def _sheets(
    desk: Desk, ids: list[str], rule: Rule, at: datetime, progress: Progress
) -> list[Sheet]:
    officers: dict[str, str] = {}
    for kind in OPENING_KINDS:
        for dossier_id, logins in book_rows.doers(desk.database, ids, kind).items():
            officers[dossier_id] = logins[0]
    found = (
        sheet_of(dossier, officers.get(dossier.dossier_id, ""), rule, at)
        for dossier in read(desk, ids, progress)
    )
    return [sheet for sheet in found if sheet]


def _online_share(desk: Desk, period: Period) -> Decimal | None:
    over = span(period, desk.now(), Rule.DAY)
    whole = total(counting_rows.counts(desk.database, over, Rule.DAY).values())
    return percent(whole.online, whole.received.total())
