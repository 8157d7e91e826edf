"""The shipped definitions of early, on time and overdue, which stand beside every figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from reception.domain.dated import ruling_on
from reception.domain.moments import Clock, in_office_zone
from reception.domain.timeliness import Definition, Rule
from reception.services import shipped_rules


@dataclass(frozen=True, slots=True)
class _File:
    definition: tuple[Definition, ...]


@cache
def definitions() -> tuple[Definition, ...]:
    """All of them, of every date."""
    return shipped_rules.read("timeliness", _File).definition


def words_in_use(clock: Clock) -> str:
    """The definition by which the board, the public's figures and the desk's lists judge, today."""
    return definition_on(Rule.MINUTE, in_office_zone(clock()).date()).words


def definition_on(rule: Rule, day: date) -> Definition:
    """The definition of a rule that is in force on a day."""
    return ruling_on([one for one in definitions() if one.rule is rule], day)
