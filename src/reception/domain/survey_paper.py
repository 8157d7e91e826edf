"""The survey on paper: the sheet that a citizen takes along, and the results of a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue, common
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import percent_words
from reception.domain.list_frame import Drawing, Period
from reception.domain.moments import date_words
from reception.domain.money import figures
from reception.domain.paper import Facts, Paper
from reception.domain.survey import SurveyEdition
from reception.domain.survey_events import SurveyWay
from reception.domain.survey_scoring import IndexScore, Satisfaction, Scored, SurveyResults

WAY_WORDS = {
    SurveyWay.COUNTER: "tại quầy",
    SurveyWay.SECOND_SCREEN: "trên màn hình thứ hai",
    SurveyWay.PAPER: "phiếu giấy",
}
_MOST_CHOICES = 3


def survey_sheet(dossier: Dossier, issue: Issue, edition: SurveyEdition) -> Paper:
    """The sheet of a dossier: its code alone tells which one it is, and nobody's name stands there.

    Raises:
        RuleViolation: ``survey-answered`` when a sheet was answered already.
    """
    if dossier.survey is not None:
        raise survey_answered(dossier)
    rows: list[Mapping[str, str]] = []
    for number, question in enumerate(edition.question, 1):
        texts = [f"{n}. {choice.text}" for n, choice in enumerate(question.choices, 1)]
        texts += [""] * (_MOST_CHOICES - len(texts))
        cells = {f"choice{n}": text for n, text in enumerate(texts, 1)}
        rows.append({"ordinal": str(number), "question": question.text, **cells})
    facts = Facts(common(dossier, issue) | {"code": dossier.reference}, {"questions": tuple(rows)})
    return replace(issue.paper(dossier, facts), qr=dossier.reference)


def survey_answered(dossier: Dossier) -> RuleViolation:
    """Why a second sheet about a dossier is refused."""
    taken_on = date_words(dossier.survey.taken_on) if dossier.survey else ""
    return RuleViolation(
        "survey-answered",
        f"Hồ sơ {dossier.reference} đã có phiếu khảo sát trả lời ngày {taken_on}, mỗi hồ sơ chỉ"
        " tính một phiếu; hãy chuyển sang phiếu khác.",
    )


def results_paper(
    drawing: Drawing, period: Period, found: SurveyResults, online_share: Decimal | None
) -> Paper:
    """The results of a period: indices, officials, fields, and how satisfied people are."""
    edition = found.edition
    whole = found.whole
    words = {
        "period": period.words(),
        "sheets": figures(found.sheets),
        "ways": ways_words(found),
        "caution": caution_words(found),
        "five": score_words(edition, whole.total),
        "total": "" if found.total is None else decimal_words(found.total),
        "grade": found.grade,
        "unrated": unrated_words(found),
        "online": percent_words(online_share) if online_share is not None else "",
        "definition": edition.words,
        "fewest": str(edition.fewest),
        "law": edition.source,
    }
    series = {
        "indices": tuple(index_rows(found)),
        "officials": tuple(
            part_row(edition, scored) | {"step": step} for scored, step in found.officials
        ),
        "fields": tuple(part_row(edition, scored) for scored in found.fields),
        "satisfaction": tuple(map(_satisfaction_row, found.satisfaction)),
    }
    return drawing.paper(period.words(), words, series)


def index_rows(found: SurveyResults) -> Iterator[dict[str, str]]:
    """A line for each of the indices, in their order, with n and what stands behind it."""
    scored = {one.index.number: one for one in found.whole.scores}
    rated = {index.number: rating for index, rating in found.rated}
    for index in found.edition.index:
        row = {"number": str(index.number), "index": index.name}
        if index.number in scored:
            yield row | _scored_cells(found.edition, scored[index.number])
        else:
            rating = rated.get(index.number)
            yield row | {
                "sheets": "tự chấm",
                "score": str(rating.points) if rating else "–",
                "note": rating.evidence if rating else "chưa chấm",
            }


def part_row(edition: SurveyEdition, part: Scored) -> dict[str, str]:
    """An official's or a field's line; of too few sheets only how many there are."""
    numbers = [index.number for index in edition.index if index.official]
    scores = {one.index.number: one.score for one in part.scores}
    return {
        "name": part.name,
        "sheets": figures(part.sheets),
        **{f"i{n}": _dash_or(scores.get(n)) for n in numbers},
        "total": score_words(edition, part.total),
    }


def score_words(edition: SurveyEdition, score: Decimal | None) -> str:
    """A score, or that there are not enough sheets for one."""
    return edition.none_words if score is None else decimal_words(score)


def decimal_words(score: Decimal) -> str:
    """A score as it is written: ``1,6``."""
    return str(score).replace(".", ",")


def share_words(one: Satisfaction) -> str:
    """The share of the satisfied, or that nobody answered."""
    return "chưa có trả lời" if one.share is None else f"{decimal_words(one.share)}%"


def ways_words(found: SurveyResults) -> str:
    """In which ways the sheets came."""
    return "; ".join(
        f"{words} {figures(found.ways[way])}"
        for way, words in WAY_WORDS.items()
        if way in found.ways
    )


def caution_words(found: SurveyResults) -> str:
    """How sure the figures are, where they are not."""
    if found.sheets == 0:
        return f"Kỳ này {found.edition.none_words}: chưa có phiếu nào."
    if found.sheets < found.edition.fewest:
        return f"Mới có {found.sheets} phiếu: {found.edition.few_words}."
    return ""


def unrated_words(found: SurveyResults) -> str:
    """What is still to be rated before the office has a grade."""
    missing = ", ".join(str(index.number) for index, rating in found.rated if rating is None)
    return f"chưa chấm chỉ số {missing}" if missing else ""


def _scored_cells(edition: SurveyEdition, one: IndexScore) -> dict[str, str]:
    few = 0 < one.sheets < edition.fewest
    return {
        "sheets": figures(one.sheets),
        "score": score_words(edition, one.score),
        "note": edition.few_words if few else "",
    }


def _satisfaction_row(one: Satisfaction) -> dict[str, str]:
    counts = [figures(number) for number in one.chosen.values()]
    cells = {f"choice{n}": text for n, text in enumerate(counts, 1)}
    return {
        "question": one.question.text,
        "sheets": figures(one.sheets),
        **cells,
        "share": share_words(one),
    }


def _dash_or(score: Decimal | None) -> str:
    return "–" if score is None else decimal_words(score)
