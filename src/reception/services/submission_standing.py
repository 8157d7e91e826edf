"""How a dossier submitted online stands, as the portal that brought it may know: read from the log.

Nothing is kept beside the events, so a server that came back from a copy answers as before.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from reception.domain import submission
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.intake_events import Guided, Received, Refused
from reception.domain.moments import in_office_zone, moment_words
from reception.domain.submission import (
    Outcome,
    Settlement,
    SubmissionArrived,
    SubmissionSettled,
    entity_of,
)
from reception.services.calendars import shipped_calendar
from reception.storage.journal import StoredEvent
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work
from reception.sync.server_chain import server_device

WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Standing:
    """A submission and what became of it.

    ``state`` is ``waiting``, or the outcome. ``code`` is the dossier's, ``due_at`` its present due
    moment; one that was guided or refused has the number of its ``slip``, the ``reason`` and, where
    papers are lacking, what is ``wanted``.
    """

    arrived: SubmissionArrived
    state: str
    answer_by: datetime
    settled_at: datetime | None = None
    code: str = ""
    due_at: datetime | None = None
    slip: str = ""
    reason: str = ""
    wanted: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """One sentence for whoever submitted it."""
        match self.state:
            case Outcome.ACCEPTED.value if self.code:
                due = f", hẹn trả trước {moment_words(self.due_at)}" if self.due_at else ""
                return f"Hồ sơ đã được tiếp nhận, mã {self.code}{due}."
            case Outcome.ACCEPTED.value:
                return "Hồ sơ đã được tiếp nhận; mã hồ sơ sẽ có sau ít phút."
            case Outcome.GUIDED.value:
                return f"Hồ sơ cần bổ sung, hoàn thiện: {self.reason.rstrip('.')}."
            case Outcome.REFUSED.value:
                return f"Hồ sơ bị từ chối tiếp nhận: {self.reason.rstrip('.')}."
            case _:
                by = moment_words(self.answer_by)
                return f"Hồ sơ đang chờ tiếp nhận; cơ quan trả lời trước {by}."


def standing_of(work: Work, agency: Agency, submission_id: str) -> Standing | None:
    """How a submission of a commune stands; ``None`` where none of this id arrived."""
    entity = entity_of(submission_id)
    stored = work.events_of(agency.agency, [entity], agency.position).get(entity, [])
    own = server_device(agency.agency, work.authority())
    told = [(one, _read(one)) for one in stored]
    arrived = next(
        (e for one, e in told if one.device == own and isinstance(e, SubmissionArrived)), None
    )
    if arrived is None:
        return None
    settled = (
        Settlement(one.hash, "", event)
        for one, event in told
        if isinstance(event, SubmissionSettled)
    )
    first, _others = submission.standing(settled)
    if first is None:
        return Standing(arrived, WAITING, must_be_answered_by(arrived.submitted_at))
    return _settled(work, agency, arrived, first.said)


def must_be_answered_by(submitted_at: datetime) -> datetime:
    """Until when a commune must answer a submission, by the shipped calendar."""
    # A moment that no calendar knows is to be answered at once, as at the desk.
    with suppress(RuleViolation):
        return submission.answer_by(shipped_calendar(), submitted_at)
    return in_office_zone(submitted_at)


def _settled(
    work: Work, agency: Agency, arrived: SubmissionArrived, said: SubmissionSettled
) -> Standing:
    answer_by, at = in_office_zone(said.answer_by), in_office_zone(said.at)
    plain = Standing(arrived, said.outcome.value, answer_by, at, reason=said.reason)
    events = work.events_of(agency.agency, [said.dossier], agency.position).get(said.dossier, [])
    match _opening(events):
        case Received(code=code, promise=promise):
            folded = work.folded_of(agency.agency, [said.dossier]).get(said.dossier)
            due_at = folded.due_at if folded else promise.due_at
            return replace(plain, code=code, due_at=in_office_zone(due_at) if due_at else None)
        case Guided(slip_number=slip, wanted=wanted):
            return replace(plain, slip=slip, wanted=wanted)
        case Refused(slip_number=slip):
            return replace(plain, slip=slip)
        case _:
            return plain  # the dossier itself is yet to come


def _opening(events: Iterable[StoredEvent]) -> object:
    """How a dossier began, as far as it can be read."""
    return next((_read(one) for one in events), None)


def _read(stored: StoredEvent) -> object:
    try:
        return stored.event()
    except (Trouble, ValueError, RecursionError):
        return None
