"""One sheet being answered, question by question, with digits and a way back."""

from __future__ import annotations

from reception.domain.survey import OPEN, Question, SurveyEdition


class Asking:
    """What was answered so far; the digits are those that the service takes."""

    def __init__(self, edition: SurveyEdition) -> None:
        self.edition = edition
        self.digits = ""

    @property
    def question(self) -> Question | None:
        """The question that is next, or nothing once all are answered."""
        place = len(self.digits)
        return self.edition.question[place] if place < len(self.edition.question) else None

    @property
    def number(self) -> int:
        """The number of the question that is next."""
        return len(self.digits) + 1

    @property
    def of(self) -> int:
        """How many questions there are."""
        return len(self.edition.question)

    def press(self, digit: str) -> bool:
        """Answer the question with a digit, 0 for none; answers whether that is possible."""
        question = self.question
        if question is None or not digit.isascii() or not digit.isdigit():
            return False
        if digit != OPEN and not 1 <= int(digit) <= len(question.choices):
            return False
        self.digits += digit
        return True

    def told(self) -> list[tuple[str, str]]:
        """What was answered, each with its question's short name; nothing for one left open."""
        pairs = zip(self.edition.question, self.digits, strict=False)
        return [
            (one.short, "" if digit == OPEN else one.choices[int(digit) - 1].text)
            for one, digit in pairs
        ]

    def step_back(self) -> None:
        """Take the last answer back."""
        self.digits = self.digits[:-1]
