"""At the server: a dossier submitted online is checked and put into its commune's log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec

from reception.domain.applicant import checked_party
from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock, in_office_zone
from reception.domain.submission import Attachment, SubmissionArrived, entity_of
from reception.services.intake_file import items_of, request_from_json
from reception.services.intake_request import IntakeRequest, check_submission, checked_papers
from reception.services.intake_shape import Json, shape_faults
from reception.storage.journal import new_id
from reception.storage.ledger.ledger import Ledger
from reception.sync.server_chain import say

_OWN = ("id", "portal_code", "attachments")
_LONGEST = 100
_MOST_ATTACHMENTS = 200


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


def submission_of(item: object, clock: Clock, place: int = 1) -> SubmissionArrived:
    """A submission of a JSON object.

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
    if not request.channel.is_online:
        raise RuleViolation("channel", "mục “channel” phải là online-full hoặc online-part.")
    submitted_at = request.submitted_at or now
    check_submission(submitted_at, now)
    today, submitter = now.date(), request.submitter
    return SubmissionArrived(
        submission=_text(own.get("id", "")).lower() or new_id(),
        submitted_at=submitted_at,
        procedure=request.procedure_code,
        owner=checked_party(request.owner, today=today),
        papers=None if request.papers is None else checked_papers(request.papers),
        submitter=submitter and checked_party(submitter, today=today, field="submitter"),
        authorisation=request.authorisation,
        request=request.request,
        channel=request.channel,
        non_territorial=request.non_territorial,
        competent_authority=request.competent_authority,
        sets=request.sets,
        fee_vnd=request.fee_vnd,
        return_by=request.return_by,
        return_to=request.return_to,
        notes=request.notes,
        portal_code=_text(own.get("portal_code", "")),
        attachments=_attachments(own.get("attachments", [])),
    )


def _text(value: object) -> str:
    text = msgspec.convert(value, str).strip()
    if len(text) > _LONGEST or not all(letter.isalnum() or letter in "-._/" for letter in text):
        raise RuleViolation("id", "có mã chứa dấu lạ hoặc quá dài.")
    return text


def _attachments(value: object) -> tuple[Attachment, ...]:
    found = msgspec.convert(value, tuple[Attachment, ...])
    if len(found) > _MOST_ATTACHMENTS:
        raise RuleViolation("attachments", f"có hơn {_MOST_ATTACHMENTS} tệp đính kèm.")
    for one in found:
        if len(one.sha256) != 64 or set(one.sha256) - set("0123456789abcdef"):
            raise RuleViolation("attachments", f"tệp “{one.name[:40]}” có mã SHA-256 không đúng.")
    return found


def add(ledger: Ledger, agency: str, arrived: list[SubmissionArrived], clock: Clock) -> list[Added]:
    """Put submissions into a commune's log, all or none; one that is there already stays as it is.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    added: list[Added] = []
    with ledger.writing() as work:
        if work.agency(agency) is None:
            raise RuleViolation(
                "unknown-agency",
                f"Chưa có xã, phường mã {agency} trên máy chủ; hãy xem mã bằng “reception server"
                " commune list”.",
                field="agency",
            )
        for one in arrived:
            entity = entity_of(one.submission)
            new = not work.last_of(agency, entity)
            if new:
                say(work, agency, one, entity, clock())
            added.append(Added(one, new))
    return added


def _faulty(place: int, text: str) -> RuleViolation:
    return RuleViolation("submission-faulty", f"Hồ sơ thứ {place}: {text}")
