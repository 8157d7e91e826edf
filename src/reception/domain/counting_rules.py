"""The rules by which time limits are counted: each with its article, its dates and its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from reception.domain.dated import Dated, ruling_on


@dataclass(frozen=True, slots=True)
class CountingRule(Dated):
    """One numbered rule, in force from ``valid_from`` until before ``valid_until``.

    ``sentence`` tells a clerk in plain Vietnamese what the rule does and ``article`` where it
    stands. ``value`` is the rule's figure, if it has one: an hour or a number of working days.
    """

    code: str
    sentence: str
    article: str
    valid_from: date
    valid_until: date | None = None
    value: time | int | None = None
    source: str = ""

    def words(self) -> str:
        """The rule as it is cited: its sentence, and the article in brackets."""
        return f"{self.sentence} ({self.article})"


@dataclass(frozen=True, slots=True)
class LegalText(Dated):
    """A law, decree or circular that frames the one-stop desk, and when it is in force."""

    title: str
    valid_from: date
    valid_until: date | None = None
    source: str = ""


class RuleBook:
    """All the rules of counting, asked for the day that they are applied to."""

    def __init__(self, rules: Iterable[CountingRule], texts: Iterable[LegalText] = ()) -> None:
        self._rules: dict[str, list[CountingRule]] = {}
        for rule in rules:
            self._rules.setdefault(rule.code, []).append(rule)
        self._texts = tuple(texts)

    def rule(self, code: str, on: date) -> CountingRule:
        """The version of a rule in force on a day; before its first version, that first one."""
        return ruling_on(self._rules[code], on)

    def hour(self, code: str, on: date) -> time:
        """The hour that a rule sets, such as the cut-off of same-day work."""
        value = self.rule(code, on).value
        if not isinstance(value, time):
            raise TypeError(f"the rule {code} sets no hour")
        return value

    def working_days(self, code: str, on: date) -> int:
        """The number of working days that a rule sets, such as that for a supplement notice."""
        value = self.rule(code, on).value
        if not isinstance(value, int):
            raise TypeError(f"the rule {code} sets no number of working days")
        return value

    def working_hours(self, code: str, on: date) -> int:
        """The number of working hours that a rule sets, such as that for an online answer."""
        value = self.rule(code, on).value
        if not isinstance(value, int):
            raise TypeError(f"the rule {code} sets no number of working hours")
        return value

    def law_on(self, day: date) -> tuple[str, ...]:
        """The legal texts in force on a day, as a clerk cites them."""
        return tuple(text.title for text in self._texts if text.in_force_on(day))
