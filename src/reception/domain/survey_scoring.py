"""What a period's sheets add up to: points of each index, totals, grades (TT 01/2018 Đ13-15).

A score always goes with the number of sheets behind it. Of few sheets no single official's or
field's score is told, lest it tell who answered what (61/2018 Đ27 k3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from reception.domain.dossier import Dossier, State
from reception.domain.survey import GradeStep, Index, Question, SurveyEdition
from reception.domain.survey_events import OfficeRated, SurveyAnswer
from reception.domain.timeliness import Rule, Timeliness, timeliness

_TENTH = Decimal("0.1")
OTHER_FIELDS = "Lĩnh vực ít phiếu"
_FROM_BEST = (Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.NO_LIMIT, Timeliness.OVERDUE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dossier's sheet as it is scored: what the citizen said, and what the register knows.

    ``history`` has the facts by the names under which the indices ask for them; what cannot be
    known yet is not there. ``officer`` is the login of whoever received the dossier.
    """

    field: str
    officer: str
    answers: tuple[SurveyAnswer, ...]
    history: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IndexScore:
    """An index: the mean of so many sheets to one decimal; without any there is none."""

    index: Index
    sheets: int
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class Scored:
    """The five indices of a group of sheets; ``total`` only where each of them has a score."""

    name: str
    sheets: int
    scores: tuple[IndexScore, ...]
    total: Decimal | None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How many chose each answer of a question, and what share of them are satisfied."""

    question: Question
    chosen: Mapping[str, int]
    share: Decimal | None

    @property
    def sheets(self) -> int:
        """How many answered it."""
        return sum(self.chosen.values())


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """All that is told of a period; ``total`` and ``grade`` only where all nine are known."""

    edition: SurveyEdition
    sheets: int
    whole: Scored
    rated: tuple[tuple[Index, OfficeRated | None], ...]
    total: Decimal | None
    grade: str
    officials: tuple[tuple[Scored, str], ...]
    fields: tuple[Scored, ...]
    satisfaction: tuple[Satisfaction, ...]
    ways: Mapping[str, int]


def sheet_of(dossier: Dossier, officer: str, rule: Rule, at: datetime) -> Sheet | None:
    """How a dossier's sheet is scored, seen at a moment; ``None`` without a sheet."""
    if dossier.survey is None:
        return None
    history = {"supplements": _supplements(dossier)}
    if settled := _kept(dossier.due_at, dossier.ended_at, rule, at):
        history["settlement"] = settled.value
        history["units"] = _units(dossier, rule, at, settled).value
    return Sheet(dossier.intake.procedure.field, officer, dossier.survey.answers, history)


def results(
    edition: SurveyEdition,
    sheets: Sequence[Sheet],
    rated: Iterable[OfficeRated],
    name_of: Callable[[str], str],
    ways: Mapping[str, int],
) -> SurveyResults:
    """The figures of a period's sheets and of what the office rated itself."""
    whole = _scored(edition, "", sheets)
    given = {one.index: one for one in rated}
    own = tuple((one, given.get(one.number)) for one in edition.index if one.rated)
    total = whole.total
    for _index, rating in own:
        total = None if total is None or rating is None else total + rating.points
    return SurveyResults(
        edition, len(sheets), whole, own, total, _step(edition.unit_step, total),
        _officials(edition, sheets, name_of), _fields(edition, sheets),
        tuple(_satisfaction(q, sheets) for q in edition.question if q.index is None), ways,
    )  # fmt: skip


def points_of(edition: SurveyEdition, index: Index, sheet: Sheet) -> int | None:
    """The points that a sheet brings an index: the lowest that any source tells."""
    told = [index.points.get(sheet.history.get(index.history, ""))] if index.history else []
    given = {one.question: one.choice for one in sheet.answers}
    for question in edition.question:
        if question.index == index.number and question.code in given:
            choice = question.choice(given[question.code])
            told.append(choice.points if choice else None)
    known = [points for points in told if points is not None]
    return min(known) if known else None


def mean(points: Sequence[int]) -> Decimal | None:
    """The mean to one decimal, halves upwards."""
    if not points:
        return None
    return (Decimal(sum(points)) / len(points)).quantize(_TENTH, ROUND_HALF_UP)


def _scored(edition: SurveyEdition, name: str, sheets: Sequence[Sheet]) -> Scored:
    scores: list[IndexScore] = []
    for index in edition.index:
        if index.rated:
            continue
        known = [p for one in sheets if (p := points_of(edition, index, one)) is not None]
        scores.append(IndexScore(index, len(known), mean(known)))
    return Scored(name, len(sheets), tuple(scores), _total(scores))


def _total(scores: Iterable[IndexScore]) -> Decimal | None:
    total = Decimal()
    for one in scores:
        if one.score is None:
            return None
        total += one.score
    return total


def _officials(
    edition: SurveyEdition, sheets: Sequence[Sheet], name_of: Callable[[str], str]
) -> tuple[tuple[Scored, str], ...]:
    by_officer = _grouped(sheets, lambda one: one.officer)
    found: list[tuple[Scored, str]] = []
    for login, theirs in by_officer.items():
        scored = _shown(edition, name_of(login), theirs)
        found.append((scored, _step(edition.official_step, scored.total)))
    return tuple(sorted(found, key=lambda pair: pair[0].name))


def _fields(edition: SurveyEdition, sheets: Sequence[Sheet]) -> tuple[Scored, ...]:
    """The fields with enough sheets; the others together, so that no difference tells of one."""
    by_field = _grouped(sheets, lambda one: one.field)
    few: list[Sheet] = []
    many: dict[str, list[Sheet]] = {}
    for name, theirs in sorted(by_field.items(), key=lambda pair: (len(pair[1]), pair[0])):
        if len(theirs) < edition.fewest or 0 < len(few) < edition.fewest:
            few += theirs
        else:
            many[name] = theirs
    found = [_shown(edition, name, many[name]) for name in sorted(many)]
    return (*found, _shown(edition, OTHER_FIELDS, few)) if few else tuple(found)


def _shown(edition: SurveyEdition, name: str, sheets: Sequence[Sheet]) -> Scored:
    """The score of a part; of too few sheets only their number."""
    if len(sheets) < edition.fewest:
        return Scored(name, len(sheets), (), None, withheld=True)
    return _scored(edition, name, sheets)


def _satisfaction(question: Question, sheets: Iterable[Sheet]) -> Satisfaction:
    chosen = Counter(
        one.choice for sheet in sheets for one in sheet.answers if one.question == question.code
    )
    counts = {choice.code: chosen[choice.code] for choice in question.choices}
    whole, satisfied = sum(counts.values()), sum(counts.get(c, 0) for c in question.satisfied)
    share = mean([100] * satisfied + [0] * (whole - satisfied))
    return Satisfaction(question, counts, share)


def _grouped(sheets: Iterable[Sheet], key: Callable[[Sheet], str]) -> dict[str, list[Sheet]]:
    groups: dict[str, list[Sheet]] = {}
    for one in sheets:
        groups.setdefault(key(one), []).append(one)
    return groups


def _step(steps: Iterable[GradeStep], total: Decimal | None) -> str:
    if total is None:
        return ""
    return next((step.words for step in steps if total >= step.at_least), "")


# --- what a dossier's own history tells -----------------------------------------------------------


def _supplements(dossier: Dossier) -> str:
    asked = dossier.supplement is not None or dossier.state is State.GUIDED
    return "once" if asked else "none"


def _kept(
    due_at: datetime | None, ended_at: datetime | None, rule: Rule, at: datetime
) -> Timeliness | None:
    """How a promise was kept; one that is broken already is overdue before its end."""
    if ended_at is not None:
        return timeliness(due_at, ended_at, rule)
    late = timeliness(due_at, at, rule) is Timeliness.OVERDUE
    return Timeliness.OVERDUE if late else None


def _units(dossier: Dossier, rule: Rule, at: datetime, settled: Timeliness) -> Timeliness:
    """How the slowest of the units that took part kept its stage; without stages it is one unit."""
    kept = [
        how
        for part in dossier.custody
        if part.due_at and (how := _kept(part.due_at, part.until_at, rule, at))
    ]
    return max(kept, key=_FROM_BEST.index) if kept else settled
