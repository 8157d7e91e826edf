"""At the server: a dossier submitted online is checked and put into its commune's log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import msgspec

from reception.domain.applicant import checked_party
from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock, in_office_zone
from reception.domain.submission import (
    Attachment,
    SubmissionArrived,
    checked_attachments,
    entity_of,
)
from reception.domain.text import checked_text
from reception.services.intake_file import items_of, request_from_json
from reception.services.intake_request import (
    IntakeRequest,
    check_figures,
    check_submission,
    checked_papers,
)
from reception.services.intake_shape import Json, shape_faults
from reception.storage.journal import new_id
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.work import Work
from reception.sync.server_chain import ensure_device, say

_OWN = ("id", "portal_code", "attachments")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Added:
    """A submission that was brought; ``new`` is false where it was there already."""

    arrived: SubmissionArrived
    new: bool


def read(path: Path, clock: Clock) -> list[SubmissionArrived]:
    """The submissions of a JSON file: as for ``register``, with ``id``, ``portal_code`` and files.

    Raises:
        RuleViolation: ``submission-faulty``, telling one fault and where.
        Trouble: ``file-unreadable``.
    """
    return [submission_of(item, clock, place) for place, item in enumerate(items_of(path), 1)]


def submission_of(item: object, clock: Clock, place: int = 0) -> SubmissionArrived:
    """A submission of a JSON object, which is the ``place``-th of a file, or stands alone.

    Raises:
        RuleViolation: ``submission-faulty``.
    """
    if not isinstance(item, dict):
        raise _faulty(place, "không phải một nhóm mục trong ngoặc nhọn")
    given = cast("Json", item)
    own = {key: given[key] for key in _OWN if key in given}
    asked = {"channel": "online-full"} | {k: v for k, v in given.items() if k not in _OWN}
    if fault := next(shape_faults(asked), None):
        raise _faulty(place, fault.text)
    try:
        return _arrived(request_from_json(asked), own, clock)
    except RuleViolation as violation:
        raise _faulty(place, violation.text) from None
    except msgspec.ValidationError:
        raise _faulty(place, "có mục id, portal_code hoặc attachments không đúng dạng") from None


def _arrived(request: IntakeRequest, own: Json, clock: Clock) -> SubmissionArrived:
    now = in_office_zone(clock()).replace(microsecond=0)
    check_figures(request)
    if not request.channel.is_online:
        raise RuleViolation("channel", "mục “channel” phải là online-full hoặc online-part.")
    if not request.procedure_code:
        raise RuleViolation("procedure-missing", "chưa ghi mã thủ tục; hãy ghi vào “procedure”.")
    submitted_at = request.submitted_at or now
    check_submission(submitted_at, now)
    today, submitter = now.date(), request.submitter
    return SubmissionArrived(
        submission=_text(own.get("id", "")).lower() or new_id(),
        submitted_at=submitted_at,
        procedure=checked_text(request.procedure_code, "procedure"),
        owner=checked_party(request.owner, today=today),
        papers=None if request.papers is None else checked_papers(request.papers),
        submitter=submitter and checked_party(submitter, today=today, field="submitter"),
        authorisation=checked_text(request.authorisation, "authorisation"),
        request=checked_text(request.request, "request"),
        channel=request.channel,
        non_territorial=request.non_territorial,
        competent_authority=checked_text(request.competent_authority, "competent_authority"),
        sets=request.sets,
        fee_vnd=request.fee_vnd,
        return_by=request.return_by,
        return_to=checked_text(request.return_to, "return_to"),
        notes=checked_text(request.notes, "notes"),
        portal_code=_text(own.get("portal_code", "")),
        attachments=_attachments(own.get("attachments", [])),
    )


def _text(value: object) -> str:
    text = msgspec.convert(value, str).strip()
    if len(text) > _LONGEST or not all(letter.isalnum() or letter in "-._/" for letter in text):
        raise RuleViolation("id", "có mã chứa dấu lạ hoặc quá dài.")
    return text


def _attachments(value: object) -> tuple[Attachment, ...]:
    return checked_attachments(msgspec.convert(value, tuple[Attachment, ...]))


def add(ledger: Ledger, agency: str, arrived: list[SubmissionArrived], clock: Clock) -> list[Added]:
    """Put submissions into a commune's log, all or none; one that is there already stays as it is.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    with ledger.writing() as work:
        if work.agency(agency) is None:
            raise RuleViolation(
                "unknown-agency",
                f"Chưa có xã, phường mã {agency} trên máy chủ; hãy xem mã bằng “reception server"
                " commune list”.",
                field="agency",
            )
        return [Added(one, put(work, agency, one, clock())) for one in arrived]


def put(work: Work, agency: str, arrived: SubmissionArrived, now: datetime) -> bool:
    """Put a submission into a commune's log; ``False`` where one of this id is there already.

    Raises:
        LookupError: There is no such commune.
    """
    entity = entity_of(arrived.submission)
    # Held before looking, or two that come at once would both be new.
    ensure_device(work, agency, now)
    if work.last_of(agency, entity):
        return False
    say(work, agency, arrived, entity, now)
    return True


def _faulty(place: int, text: str) -> RuleViolation:
    if place:
        return RuleViolation("submission-faulty", f"Hồ sơ thứ {place}: {text}")
    return RuleViolation("submission-faulty", f"Hồ sơ chưa dùng được: {text}")
