"""What invented people and their dossiers are made of, as the samples' files tell it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

from reception import paths
from reception.domain.applicant import PartyKind
from reception.domain.intake import Channel, ReturnBy


@dataclass(frozen=True, slots=True)
class People:
    """How one people makes its names; the figures are weights."""

    weight: int
    male: str
    female: str
    families: dict[str, int]
    given_male: list[str]
    given_female: list[str]
    middles_male: dict[str, int] = field(default_factory=dict[str, int])
    middles_female: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class PeopleSamples:
    """What ``people.toml`` holds."""

    province: str
    district: str
    district_until: date
    province_codes: dict[str, int]
    phone_prefixes: list[str]
    hamlets: list[str]
    peoples: list[People]


@dataclass(frozen=True, slots=True)
class OrganisationSample:
    """How an organisation's name is made."""

    name: str
    kind: PartyKind


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences for slips and notes."""

    leader: str
    authorisations: list[str]
    not_enough: list[str]
    wanted: list[str]
    refusals: list[str]
    notes: list[str]
    sent_back: list[str]
    agreements: list[str]
    late_letters: list[str]
    corrections: list[str]
    undone: list[str]
    rejections: list[str]
    stop_requests: list[str]
    stops: list[str]
    marks: list[str]
    proxies: list[str]
    came_back: list[str]


class Course(StrEnum):
    """The names of the steps of which a life is made, as ``work.toml`` writes them."""

    FORWARD = "forward"
    SEND_BACK = "send-back"
    ASK = "ask"
    SUPPLY = "supply"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    EXPLAIN = "explain"
    APOLOGISE = "apologise"
    CORRECT = "correct"
    RECLASSIFY = "reclassify"
    UNDO = "undo"
    FINISH = "finish"
    FINISH_LATE = "finish-late"
    REFUSE = "refuse"
    STOP = "stop"
    POST = "post"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class Life:
    """What happens to a dossier after its receipt, and how often it goes so."""

    weight: float
    steps: list[Course]


class Opening(StrEnum):
    """How a dossier begins at the counter."""

    RECEIVED = "received"
    GUIDED = "guided"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Standing:
    """A dossier that must be there to be looked at, as it stands after its last step."""

    procedure: str
    days_ago: int
    steps: list[Course] = field(default_factory=list[Course])
    opening: Opening = Opening.RECEIVED
    return_by: ReturnBy | None = None


@dataclass(frozen=True, slots=True)
class WorkSamples:
    """What ``work.toml`` holds."""

    elsewhere: float
    by_page: list[str]
    each_vnd: dict[str, int]
    procedures: dict[str, float]
    fields: dict[str, float]
    channels: dict[Channel, float]
    return_by: dict[ReturnBy, float]
    organisations: list[OrganisationSample]
    words: Words
    specialists: list[str]
    quick: list[Life]
    lives: list[Life]
    standing: list[Standing]


@cache
def people_samples() -> PeopleSamples:
    """The parts that people are made of."""
    content = paths.resource("samples/people.toml").read_bytes()
    return msgspec.toml.decode(content, type=PeopleSamples)


@cache
def work_samples() -> WorkSamples:
    """What people come for, and what is said to them."""
    content = paths.resource("samples/work.toml").read_bytes()
    return msgspec.toml.decode(content, type=WorkSamples)
