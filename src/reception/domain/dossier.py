"""A dossier is what has happened to it: its events, and the state they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from reception.domain.applicant import Party
from reception.domain.errors import RuleViolation
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


class State(StrEnum):
    """Where a dossier stands."""

    GUIDED = "guided"
    REFUSED = "refused"
    RECEIVED = "received"
    RESULT_READY = "result-ready"
    HANDED_OVER = "handed-over"


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


@dataclass(frozen=True, slots=True)
class StageDue:
    """When one stage of a linked procedure has to be done."""

    office: str
    limit: TimeLimit
    starts_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """A due moment with its reason, computed once and from then on only read.

    ``due_at`` is ``None`` where the law sets no limit. ``basis`` lists the rules applied, each with
    its article; ``calendar`` names the calendar's version. ``provisional`` marks a moment that a
    decree not yet announced could move.
    """

    due_at: datetime | None
    starts_at: datetime
    provisional: bool = False
    basis: tuple[str, ...] = ()
    stages: tuple[StageDue, ...] = ()
    calendar: str = ""


# --- events ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Received:
    """The dossier was accepted complete; the clock runs (118/2025 Đ17 k3)."""

    code: str
    intake: Intake
    received_at: datetime
    promise: Promise
    regime: str
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guided:
    """The dossier was incomplete; the applicant went home with a supplement slip."""

    slip_number: str
    intake: Intake
    wanted: tuple[str, ...]
    reason: str
    at: datetime
    regime: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The dossier cannot be received; the applicant has a refusal notice with the reason."""

    slip_number: str
    intake: Intake
    reason: str
    at: datetime
    regime: str


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A statutory paper left the printer, or was asked of it, for the ``times``-th time."""

    form: str
    times: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ResultRecorded:
    """The result is at the desk, ready to be collected."""

    at: datetime
    result: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The result was handed to its recipient."""

    at: datetime
    recipient: str = ""


DossierEvent = Received | Guided | Refused | PaperIssued | ResultRecorded | HandedOver


# --- the fold -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dossier:
    """The state that a dossier's events add up to. All moments are in the office's zone."""

    dossier_id: str
    state: State
    intake: Intake
    opened_at: datetime
    regime: str
    code: str = ""
    slip_number: str = ""
    reason: str = ""
    wanted: tuple[str, ...] = ()
    promise: Promise | None = None
    submitted_at: datetime | None = None
    result_at: datetime | None = None
    handed_over_at: datetime | None = None
    papers_issued: dict[str, int] = field(default_factory=dict[str, int])

    @property
    def due_at(self) -> datetime | None:
        """The promised moment, if the clock runs and the law sets a limit."""
        return self.promise.due_at if self.promise else None

    @property
    def reference(self) -> str:
        """What the applicant's paper calls it: the dossier code, or the slip's number."""
        return self.code or self.slip_number


def evolve(dossier: Dossier | None, dossier_id: str, event: DossierEvent) -> Dossier:
    """The dossier after one more event.

    Raises:
        RuleViolation: ``event-out-of-order`` when the event cannot follow the present state.
    """
    if dossier is None:
        return _open(dossier_id, event)
    match event:
        case PaperIssued(form, times):
            return replace(dossier, papers_issued=dossier.papers_issued | {form: times})
        case ResultRecorded(at) if dossier.state is State.RECEIVED:
            return replace(dossier, state=State.RESULT_READY, result_at=at)
        case HandedOver(at) if dossier.state is State.RESULT_READY:
            return replace(dossier, state=State.HANDED_OVER, handed_over_at=at)
        case _:
            raise RuleViolation(
                "event-out-of-order",
                f"Hồ sơ {dossier.reference} đang ở bước khác nên không làm được việc này;"
                " hãy mở lại hồ sơ để xem bước hiện tại.",
            )


def _open(dossier_id: str, event: DossierEvent) -> Dossier:
    match event:
        case Received():
            return Dossier(
                dossier_id=dossier_id,
                state=State.RECEIVED,
                intake=event.intake,
                opened_at=event.received_at,
                regime=event.regime,
                code=event.code,
                promise=event.promise,
                submitted_at=event.submitted_at,
            )
        case Guided():
            return Dossier(
                dossier_id=dossier_id,
                state=State.GUIDED,
                intake=event.intake,
                opened_at=event.at,
                regime=event.regime,
                slip_number=event.slip_number,
                reason=event.reason,
                wanted=event.wanted,
            )
        case Refused():
            return Dossier(
                dossier_id=dossier_id,
                state=State.REFUSED,
                intake=event.intake,
                opened_at=event.at,
                regime=event.regime,
                slip_number=event.slip_number,
                reason=event.reason,
            )
        case _:
            raise RuleViolation(
                "event-out-of-order",
                "Sự kiện này cần một hồ sơ đã được tiếp nhận; hãy tiếp nhận hồ sơ trước.",
            )
