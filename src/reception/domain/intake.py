"""What was brought to the desk: who asks for what, with which papers, by which road."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reception.domain.applicant import Party
from reception.domain.procedure import NO_FEE, Fee, Procedure, SupplementRule
from reception.domain.time_limit import Stage, TimeLimit


class Channel(StrEnum):
    """How a dossier reached the office."""

    COUNTER = "counter"
    POST = "post"
    ONLINE_FULL = "online-full"
    ONLINE_PART = "online-part"
    OTHER = "other"

    @property
    def is_online(self) -> bool:
        """Whether it came through the portal."""
        return self in {Channel.ONLINE_FULL, Channel.ONLINE_PART}


class ReturnBy(StrEnum):
    """How the applicant wants the result."""

    COUNTER = "counter"
    POST = "post"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class SubmittedPaper:
    """A paper handed in, or found missing, with its counts.

    ``demanded_because`` is the reason for a paper that the catalogue does not ask for.
    """

    name: str
    originals: int = 1
    copies: int = 0
    missing: bool = False
    demanded_because: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureOfDay:
    """What the catalogue said of the procedure on the day of receipt; kept with the dossier."""

    code: str
    version: int
    name: str
    field: str
    limit: TimeLimit | None
    stages: tuple[Stage, ...] = ()
    parallel: bool = False
    open_stages: str = ""
    fee: Fee = NO_FEE
    result: str = ""
    legal_basis: str = ""
    supplement_rule: SupplementRule = SupplementRule.RESTART


def of_day(procedure: Procedure) -> ProcedureOfDay:
    """What a dossier keeps of the version of its day, whatever the catalogue says later."""
    return ProcedureOfDay(
        code=procedure.code,
        version=procedure.version,
        name=procedure.name,
        field=procedure.field,
        limit=procedure.limit,
        stages=procedure.stages,
        parallel=procedure.parallel,
        open_stages=procedure.open_stages,
        fee=procedure.fee,
        result=procedure.result,
        legal_basis=procedure.legal_basis,
        supplement_rule=procedure.supplement_rule,
    )


@dataclass(frozen=True, slots=True)
class Intake:
    """What was brought to the desk: who asks for what, with which papers, by which road."""

    procedure: ProcedureOfDay
    owner: Party
    papers: tuple[SubmittedPaper, ...]
    submitter: Party | None = None
    authorisation: str = ""
    request: str = ""
    channel: Channel = Channel.COUNTER
    non_territorial: bool = False
    competent_authority: str = ""
    sets: int = 1
    fee_vnd: int | None = None
    return_by: ReturnBy = ReturnBy.COUNTER
    return_to: str = ""
    notes: str = ""
