"""The portals' requests: each with its key, answered in JSON, every refusal with a sentence."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import in_office_zone
from reception.server.carrying import away
from reception.server.noted import noted_of, refusal
from reception.server.operations import JSON, Endpoint, declare
from reception.server.portal_operations import (
    BRING,
    FILE,
    OPERATIONS,
    STANDING,
    STATE,
    SubmissionAnswer,
)
from reception.services import portals
from reception.services.portal_submissions import Door, Told
from reception.storage.ledger.portals import Portal
from reception.storage.scan_pieces import PieceRefused, Progress
from reception.sync import messages
from reception.sync.messages import RefusalLine, ScanAnswer

InThread = Callable[[Callable[[], Response]], Awaitable[Response]]

_STATUS = {
    "key-unknown": 401,
    "other-agency": 403,
    "unknown-agency": 404,
    "unknown-submission": 404,
    "no-scans": 404,
    "submission-other": 409,
    "attachment-missing": 409,
    "scan-too-large": 413,
    "not-a-scan": 422,
}
_PIECE_WORDS = {
    "wrong-offset": "Đoạn này không nối tiếp phần đã nhận; hãy gửi tiếp từ vị trí ghi ở “acked”.",
    "scan-altered": "Tệp nhận đủ nhưng không khớp mã SHA-256 nên đã bỏ; hãy gửi lại từ đầu.",
    "scan-too-large": "Tệp rỗng, quá lớn, hoặc đoạn gửi vượt quá “size”; hãy xem lại.",
    "not-a-scan": "Tên tệp không phải mã SHA-256 của nội dung; hãy ghi lại.",
}
_NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request of a portal that was let in."""

    portal: Portal
    agency: str
    places: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes

    def number(self, name: str) -> int:
        text = self.query.get(name, "")
        if not _NUMBER.fullmatch(text):
            raise RuleViolation(
                "not-a-number", f"“{name}” phải là số nguyên không âm; hãy ghi lại.", field=name
            )
        return int(text)


_Serve = Callable[[Door, _Asked], SubmissionAnswer | ScanAnswer]


def add_portal(app: FastAPI, door: Door, in_thread: InThread) -> None:
    """Declare what portals may ask."""
    for operation in OPERATIONS:
        serve = _SERVES[operation.name]
        declare(app, operation, _endpoint(door, serve, in_thread), "portal")


def _endpoint(door: Door, serve: _Serve, in_thread: InThread) -> Endpoint:
    async def served(request: Request) -> Response:
        body = await request.body()
        return await in_thread(lambda: _answered(door, serve, request, body))

    return served


def _answered(door: Door, serve: _Serve, request: Request, body: bytes) -> Response:
    noted = noted_of(request.scope)
    try:
        portal = portals.known(door.ledger, request.headers.get("authorization", ""))
        noted.vouched = True
        places = request.path_params
        asked = _Asked(portal, places["agency"], places, dict(request.query_params), body)
        answer = serve(door, asked)
        noted.agency = asked.agency
        return Response(messages.write(answer), media_type=JSON)
    except RuleViolation as no:
        noted.refusal = no.code
        headers = {"WWW-Authenticate": "Bearer"} if no.code == "key-unknown" else None
        return Response(refusal(no.code, no.text), _STATUS.get(no.code, 422), headers, JSON)
    except PieceRefused as no:
        noted.refusal = no.code
        line = RefusalLine(no.code, _PIECE_WORDS[no.code], acked=no.offset)
        return Response(messages.write(line), _STATUS.get(no.code, 409), media_type=JSON)
    except Trouble as trouble:
        return away(trouble, noted)


def _bring(door: Door, asked: _Asked) -> SubmissionAnswer:
    return _told(asked, door.bring(asked.portal, asked.agency, asked.body))


def _standing(door: Door, asked: _Asked) -> SubmissionAnswer:
    return _told(asked, door.told(asked.portal, asked.agency, asked.places["id"]))


def _progress(door: Door, asked: _Asked) -> ScanAnswer:
    pieces = door.pieces(asked.portal, asked.agency)
    return _piece(pieces.progress(asked.places["sha256"], asked.portal.portal))


def _bring_piece(door: Door, asked: _Asked) -> ScanAnswer:
    offset, size = asked.number("offset"), asked.number("size")
    name = asked.places["sha256"]
    return _piece(door.bring_piece(asked.portal, asked.agency, name, offset, size, asked.body))


def _piece(there: Progress) -> ScanAnswer:
    return ScanAnswer(there.offset, there.complete)


def _told(asked: _Asked, told: Told) -> SubmissionAnswer:
    standing = told.standing
    return SubmissionAnswer(
        id=told.own_id,
        agency=asked.agency,
        submission=standing.arrived.submission,
        new=told.new,
        state=standing.state,
        text=standing.text,
        submitted_at=in_office_zone(standing.arrived.submitted_at),
        answer_by=standing.answer_by,
        settled_at=standing.settled_at,
        code=standing.code,
        due_at=standing.due_at,
        slip=standing.slip,
        reason=standing.reason,
        wanted=list(standing.wanted),
    )


_SERVES = {BRING: _bring, STANDING: _standing, STATE: _progress, FILE: _bring_piece}
