"""The satisfaction survey as the law of a day has it: questions, points, steps (61/2018 Đ27-32).

All of it is data (``resources/rules/survey.toml``); what is here reads answers by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from reception.domain.dated import Dated
from reception.domain.errors import RuleViolation
from reception.domain.survey_events import SurveyAnswer
from reception.domain.timeliness import Rule

OPEN = "0"
"""The digit that leaves a question open."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a question's answers; ``points`` go to the question's index."""

    code: str
    text: str
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the sheet; one without an ``index`` asks how satisfied somebody is.

    ``short`` names it where a clerk who knows the sheet keys answers in.
    """

    code: str
    short: str
    text: str
    choices: tuple[Choice, ...]
    index: int | None = None
    satisfied: tuple[str, ...] = ()

    def choice(self, code: str) -> Choice | None:
        """The choice of a code, if this edition knows it."""
        return next((one for one in self.choices if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Index:
    """One of the nine indices.

    ``history`` names what the register tells of a dossier and ``points`` what that brings;
    ``rated`` says for which points the office rates itself where no dossier tells anything.
    """

    number: int
    name: str
    official: bool = False
    history: str = ""
    points: Mapping[str, int] = field(default_factory=dict[str, int])
    rated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GradeStep:
    """What a total of at least so many points is called."""

    at_least: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class SurveyEdition(Dated):
    """The sheet and its scoring, in force from a day; ``fewest`` sheets make a score sure.

    ``unopened_words`` say why no figure opens its sheets.
    ``goes_with`` names the papers with which the sheet is handed out.
    """

    valid_from: date
    source: str
    confidence: str
    words: str
    rule: Rule
    fewest: int
    few_words: str
    none_words: str
    unopened_words: str
    question: tuple[Question, ...]
    index: tuple[Index, ...]
    official_step: tuple[GradeStep, ...]
    unit_step: tuple[GradeStep, ...]
    valid_until: date | None = None
    goes_with: tuple[str, ...] = ()

    def find_index(self, number: int) -> Index | None:
        """The index of a number."""
        return next((one for one in self.index if one.number == number), None)


def answers_of(edition: SurveyEdition, digits: Sequence[str]) -> tuple[SurveyAnswer, ...]:
    """The answers that a row of digits gives, question by question; 0 leaves one open.

    Raises:
        RuleViolation: ``survey-digits`` for too many, too few or an impossible one,
            ``survey-empty`` where every question was left open.
    """
    if len(digits) != len(edition.question):
        raise RuleViolation(
            "survey-digits",
            f"Phiếu có {len(edition.question)} câu mà ghi {len(digits)} số;"
            " hãy gõ đủ mỗi câu một số, câu bỏ trống gõ 0.",
            field="answers",
        )
    answers: list[SurveyAnswer] = []
    for place, (question, digit) in enumerate(zip(edition.question, digits, strict=True), 1):
        if digit == OPEN:
            continue
        answers.append(SurveyAnswer(question.code, _chosen(question, place, digit).code))
    if not answers:
        raise RuleViolation(
            "survey-empty",
            "Phiếu này bỏ trống mọi câu nên không ghi; hãy để riêng phiếu, chuyển phiếu khác.",
            field="answers",
        )
    return tuple(answers)


def digits_of(edition: SurveyEdition, answers: Iterable[SurveyAnswer]) -> str:
    """The row of digits that gives these answers."""
    given = {one.question: one.choice for one in answers}
    row = (
        next((n for n, c in enumerate(q.choices, 1) if c.code == given.get(q.code)), 0)
        for q in edition.question
    )
    return "".join(map(str, row))


def _chosen(question: Question, place: int, digit: str) -> Choice:
    if digit.isascii() and digit.isdigit() and 1 <= int(digit) <= len(question.choices):
        return question.choices[int(digit) - 1]
    raise RuleViolation(
        "survey-digits",
        f"Câu {place} chỉ nhận số 1 đến {len(question.choices)}, hoặc 0 nếu bỏ trống,"
        f" mà ghi “{digit[:10]}”; hãy gõ lại.",
        field="answers",
    )
