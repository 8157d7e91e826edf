"""Which messages tell the national exchange what is new of a dossier, none of them twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from reception.domain.dossier import State
from reception.domain.national_course import Course
from reception.domain.national_record import Sender, record_fields, step_fields

MOST_STEPS = 10  # steps that one message of progress may hold


class Service(StrEnum):
    """The exchange's services that take messages from us."""

    RECORD = "DongBoHoSoMC"
    PROGRESS = "CapNhatTienDoHoSoMC"


@dataclass(frozen=True, slots=True)
class NationalMessage:
    """One message about one dossier.

    ``number`` is its place in the queue it goes by, 0 before it has one. ``events`` is how many
    events of the dossier it takes into account: with the code, what tells a repeat.
    ``updating`` says that the dossier is known there already; progress does not say it. ``known``
    is the place in the journal up to which that end had taken all before.
    """

    dossier_id: str
    code: str
    events: int
    service: Service
    agency: str
    data: list[dict[str, Any]]
    updating: bool | None = None
    number: int = 0
    known: int = 0

    def body(self) -> dict[str, object]:
        """What is sent; who sends it adds the ``session`` of its login."""
        flag = {} if self.updating is None else {"isUpdating": str(self.updating)}
        return {
            "service": self.service.value, "madonvi": self.agency, **flag, "data": self.data
        }  # fmt: skip


def messages(
    before: Course | None, after: Course, sender: Sender, *, since: date | None = None
) -> list[NationalMessage]:
    """What has to be told of a dossier that stood so when it was last told of.

    The record goes first, and only if anything in it changed; then the new steps, in order.
    ``since`` leaves out what was received before that day.
    """
    known = before if before and _is_told(before, since) else None
    if known is None and not (_is_told(after, since) and after.dossier.state is not State.UNDONE):
        return []
    record = record_fields(after, sender)
    told = [] if known and record_fields(known, sender) == record else [record]
    gone = {step.id for step in known.steps} if known else set[str]()
    steps = [step for step in after.steps if step.id not in gone]
    progress = [step_fields(after.dossier.code, step, sender) for step in steps]
    plain = NationalMessage(
        dossier_id=after.dossier.dossier_id,
        code=after.dossier.code,
        events=after.events,
        service=Service.PROGRESS,
        agency=sender.office.agency_code,
        data=[],
    )
    return [
        *(
            replace(plain, service=Service.RECORD, data=[one], updating=known is not None)
            for one in told
        ),
        *(
            replace(plain, data=progress[first : first + MOST_STEPS])
            for first in range(0, len(progress), MOST_STEPS)
        ),
    ]


def _is_told(course: Course, since: date | None) -> bool:
    """Whether a dossier is for the exchange: it has a code, and was received here, late enough."""
    if course.dossier.origin:
        return False  # of an old register: whoever kept that has told of it, or never will
    received_on = course.dossier.opened_at.date()
    return bool(course.dossier.code) and (since is None or received_on >= since)
