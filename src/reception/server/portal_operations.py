"""What a portal can ask of the server: bringing files and submissions, and how these stand."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, cast

import msgspec

from reception.domain.scan import MOST_BYTES, Media
from reception.domain.submission import MOST_ATTACHMENTS
from reception.paths import resource
from reception.server.operations import NUMBER, Operation, Schema
from reception.sync import messages
from reception.sync.asking import BYTES

_SUBMISSION = "Submission"
_LOCAL, _SHARED = "#/$defs/", "#/components/schemas/Submission-"
_NOT_THEIRS = ("received_at", "competent_at")


class SubmissionAnswer(msgspec.Struct, frozen=True):
    """How a submission stands; ``text`` is one sentence for whoever submitted it.

    ``state`` is ``waiting``, ``accepted``, ``guided`` or ``refused``. ``answer_by`` is until when
    the commune must answer, ``code`` and ``due_at`` are those of the dossier, ``slip`` is the
    number of the paper that asks for more or refuses.
    """

    id: str
    agency: str
    submission: str
    new: bool
    state: str
    text: str
    submitted_at: datetime
    answer_by: datetime
    settled_at: datetime | None
    code: str
    due_at: datetime | None
    slip: str
    reason: str
    wanted: list[str]


FILE, BRING, STATE, STANDING = "attachment-piece", "submission", "attachment-progress", "standing"
_AGENCY = "/v1/communes/{agency}"

OPERATIONS = (
    Operation(
        "POST", f"{_AGENCY}/submissions", BRING, "Submit a dossier to a commune",
        "Its files are brought before. `id` is the portal's own: the same sent again is answered as"
        " the first time, and changes nothing.",
        SubmissionAnswer, (401, 403, 409, 422), takes=_SUBMISSION, asked_by="portal",
    ),
    Operation(
        "GET", f"{_AGENCY}/submissions/{{id}}", STANDING, "How a submission stands",
        "Only that portal is told which submitted it.",
        SubmissionAnswer, (401, 403), asked_by="portal",
    ),
    Operation(
        "GET", f"{_AGENCY}/attachments/{{sha256}}", STATE, "How much of a file is there",
        "Where the portal's own sending of it is to go on.",
        messages.ScanAnswer, (401, 403, 422), asked_by="portal",
    ),
    Operation(
        "POST", f"{_AGENCY}/attachments/{{sha256}}", FILE, "Bring a piece of a file",
        "Pieces come in order, each within the limit of a body. The file is there only when all its"
        " bytes hash to its name.",
        messages.ScanAnswer, (401, 403, 409, 422),
        query={"offset": NUMBER, "size": NUMBER}, takes=BYTES, asked_by="portal",
    ),
)  # fmt: skip


def schemas() -> dict[str, Schema]:
    """A submission's schema: that of a dossier to be registered, and what is a portal's own."""
    text = (resource("schemas") / "register.schema.json").read_text("utf-8")
    dossier = cast("dict[str, Any]", json.loads(text.replace(_LOCAL, _SHARED)))
    parts: dict[str, Any] = dossier.pop("$defs")
    fields = {k: v for k, v in dossier.pop("properties").items() if k not in _NOT_THEIRS}
    whole = {
        "type": "object",
        "title": "A dossier submitted online",
        "additionalProperties": False,
        "required": ["id", *dossier["required"]],
        "properties": {
            "id": {"type": "string", "pattern": "^[0-9A-Za-z._-]{1,64}$"},
            **fields,
            "channel": {"enum": ["online-full", "online-part"]},
            "portal_code": {"type": "string", "maxLength": 100},
            "attachments": {
                "type": "array",
                "maxItems": MOST_ATTACHMENTS,
                "items": {"$ref": f"{_SHARED}attachment"},
            },
        },
    }
    named = {f"{_SUBMISSION}-{name}": part for name, part in parts.items()}
    return {_SUBMISSION: whole, **named, f"{_SUBMISSION}-attachment": _ATTACHMENT}


_ATTACHMENT: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sha256", "name", "size"],
    "properties": {
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "name": {"type": "string", "minLength": 1},
        "size": {"type": "integer", "minimum": 1, "maximum": MOST_BYTES},
        "media": {"enum": [each.value for each in Media]},
    },
}
