"""The shipped rules by which an office is judged: indices, parts of the self-score, targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from reception.domain.dated import Dated
from reception.domain.indicators import Index, IndexGroup
from reception.domain.self_score import Band, ScorePart
from reception.domain.targets import TargetKind
from reception.services import shipped_rules

_D = TypeVar("_D", bound=Dated)


@dataclass(frozen=True, slots=True)
class QualityRules:
    """The groups and indices in force on a day, in the order in which they are told."""

    groups: tuple[IndexGroup, ...]
    indices: tuple[Index, ...]


@dataclass(frozen=True, slots=True)
class ScoreRules:
    """The parts and bands of the self-score in force on a day."""

    parts: tuple[ScorePart, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class _Quality:
    group: tuple[IndexGroup, ...]
    index: tuple[Index, ...]


@dataclass(frozen=True, slots=True)
class _Score:
    part: tuple[ScorePart, ...]
    band: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class _Targets:
    target: tuple[TargetKind, ...]


@cache
def _quality() -> _Quality:
    return shipped_rules.read("service-quality", _Quality)


@cache
def _score() -> _Score:
    return shipped_rules.read("self-score", _Score)


@cache
def _targets() -> _Targets:
    return shipped_rules.read("targets", _Targets)


def quality_on(day: date) -> QualityRules:
    """The indices in force on a day; before the first, the first."""
    told = _quality()
    return QualityRules(_in_force(told.group, day), _in_force(told.index, day))


def score_rules_on(day: date) -> ScoreRules:
    """The parts of the self-score in force on a day."""
    told = _score()
    return ScoreRules(_in_force(told.part, day), _in_force(told.band, day))


def targets_on(day: date) -> tuple[TargetKind, ...]:
    """Of what targets can be set on a day."""
    return _in_force(_targets().target, day)


def _in_force(versions: Iterable[_D], day: date) -> tuple[_D, ...]:
    every = tuple(versions)
    first = min(one.valid_from for one in every)
    return tuple(one for one in every if one.in_force_on(max(day, first)))
