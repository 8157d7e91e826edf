"""What desks can ask of the server, each with what goes in and comes out, as OpenAPI has it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response

from reception.sync import messages, wire
from reception.sync.asking import BYTES, JSON

Schema = Mapping[str, Any]

_TEMPLATE = "#/components/schemas/{name}"
_WORDS = {
    401: "Not signed or wrong signature, an unknown or revoked device; no portal's key.",
    403: "Not this device's or portal's commune, or a code that does not let in.",
    404: "There is no such thing.",
    408: "The body did not come in time.",
    409: "The chains do not agree: `gap`, `fork`, `diverged`; `slot-taken`; a scan that is none;"
    " a submission that lacks a file, or is another one under the same id.",
    413: "Larger than the limits.",
    422: "Not a message of this kind.",
    429: "Too often; come back after `Retry-After` seconds.",
    503: "The database is away or the server is busy; come back after `Retry-After` seconds.",
}
_ALWAYS = (404, 408, 413, 429, 503)


@dataclass(frozen=True, slots=True)
class Operation:
    """One request. ``answers`` is a message in JSON, or bytes of a media type.

    ``takes`` is the same, or the name of a schema. ``asked_by`` is ``device``, ``portal``, or empty
    for everybody.
    """

    method: str
    path: str
    name: str
    summary: str
    told: str
    answers: type[msgspec.Struct] | str
    refusals: tuple[int, ...] = ()
    query: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    optional: tuple[str, ...] = ()
    takes: type[msgspec.Struct] | str = ""
    asked_by: str = "device"


_MOST = 10**15 - 1
NUMBER: Schema = {"type": "integer", "format": "int64", "minimum": 0, "maximum": _MOST}
_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_HELD: Schema = {
    "type": "string",
    "maxLength": 5000,
    "pattern": "^(?:[0-9]{1,9}:[0-9]{1,15}(?:,[0-9]{1,9}:[0-9]{1,15}){0,199})?$",
    "examples": ["1:600,2:15"],
}
_PATH: dict[str, Schema] = {
    "device": {"type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$"},
    "epoch": {"type": "integer", "format": "int64", "minimum": 1, "maximum": _MOST},
    "sha256": _HASH,
    "agency": {"type": "string", "pattern": "^[0-9A-Z.]{1,35}$", "examples": ["H40.16"]},
    "id": {"type": "string", "pattern": "^[0-9A-Za-z._-]{1,64}$", "examples": ["2026-000123"]},
}

OPERATIONS = (
    Operation(
        "GET", "/v1/hello", "hello", "Who the server is, and what it takes",
        "Unsigned; the server's key is pinned only together with a one-time code.",
        messages.Hello, asked_by="",
    ),
    Operation(
        "POST", "/v1/enrol", "enrol", "Let a desk in by its one-time code",
        "The same desk may ask again if the answer was lost.",
        messages.EnrolAnswer, (401, 403, 409, 422), takes=messages.Enrolment, asked_by="",
    ),
    Operation(
        "POST", "/v1/devices/{device}/epochs/{epoch}/events", "push",
        "Bring events of a device's chain",
        "One zstd frame of MessagePack. What the server holds already is skipped; all that the"
        " answer acknowledges is on disk.",
        messages.PushAnswer, (401, 404, 409, 422),
        query={"first": NUMBER, "like": {**NUMBER, "maximum": wire.LIKE_EVENTS}},
        takes=wire.MEDIA_TYPE,
    ),
    Operation(
        "GET", "/v1/devices/{device}/epochs/{epoch}/hash", "hash",
        "A chain's hash at a place",
        "By it a desk finds, halving, the last event that both ends have.",
        messages.HashAnswer, (401, 404, 422),
        query={"seq": NUMBER},
    ),
    Operation(
        "GET", "/v1/devices/{device}/state", "state",
        "How far a device's chains are held",
        "And where its commune's log stands.",
        messages.StateAnswer, (401, 403),
    ),
    Operation(
        "GET", "/v1/communes/{agency}/events", "pull",
        "A page of a commune's log",
        "One zstd frame of MessagePack, signed by the server. Of events that `held` names, header"
        " and body come empty.",
        wire.MEDIA_TYPE, (401, 403, 409, 422),
        query={"after": NUMBER, "chain": _HASH, "limit": NUMBER, "held": _HELD},
        optional=("held",),
    ),
    Operation(
        "GET", "/v1/communes/{agency}/devices", "devices",
        "How far every chain of a commune is held",
        "So a desk can hand on what a restored server lost. `revoked` tells how many seconds ago a"
        " device was shut out.",
        messages.DevicesAnswer, (401, 403),
    ),
    Operation(
        "POST", "/v1/communes/{agency}/devices", "introduce",
        "Introduce the desks of a hub",
        "For a commune's hub alone, before it hands their chains on. Who is introduced is known"
        " and not let in; one whose slot is taken is named in the answer and holds up no other.",
        messages.IntroductionAnswer, (401, 403, 422), takes=messages.Introduction,
    ),
    Operation(
        "GET", "/v1/communes/{agency}/chain", "chain",
        "The log's chain at a position",
        "By it a desk finds, halving, how far a restored server agrees with it.",
        messages.PlaceAnswer, (401, 403, 404, 422),
        query={"at": NUMBER},
    ),
    Operation(
        "GET", "/v1/scans/{sha256}/progress", "scan-progress", "How much of a scan is there",
        "Where a device's own sending of it is to go on.", messages.ScanAnswer, (401,),
    ),
    Operation(
        "POST", "/v1/scans/{sha256}", "scan-piece", "Bring a piece of a scan",
        "It is there only when all its bytes hash to its name.", messages.ScanAnswer,
        (401, 409, 422), query={"offset": NUMBER, "size": NUMBER}, takes=BYTES,
    ),
    Operation(
        "GET", "/v1/scans/{sha256}", "scan", "A piece of a scan",
        "404 until the server has it whole.", BYTES, (401, 422),
        query={"offset": NUMBER, "limit": NUMBER},
    ),
)  # fmt: skip


Endpoint = Callable[[Request], Awaitable[Response]]


def declare(app: FastAPI, operation: Operation, endpoint: Endpoint, tag: str) -> None:
    """Put a request into the app and its document."""
    app.add_api_route(
        operation.path,
        endpoint,
        methods=[operation.method],
        operation_id=operation.name,
        summary=operation.summary,
        description=operation.told,
        response_class=Response,
        response_model=None,
        responses=answers_of(operation),
        openapi_extra=request_of(operation),
        tags=[tag],
    )


def request_of(operation: Operation) -> dict[str, Any]:
    """What goes in, as OpenAPI has it."""
    told: dict[str, Any] = {"parameters": _parameters(operation)}
    if operation.asked_by:
        told["security"] = [{operation.asked_by: []}]
    if operation.takes:
        told["requestBody"] = {"required": True, "content": _content(operation.takes)}
    return told


def answers_of(operation: Operation) -> dict[int | str, dict[str, Any]]:
    """What comes out, as OpenAPI has it."""
    told: dict[int | str, dict[str, Any]] = {
        200: {"description": "Done.", "content": _content(operation.answers)}
    }
    for status in sorted({*operation.refusals, *_ALWAYS}):
        told[status] = {"description": _WORDS[status], "content": _content(messages.RefusalLine)}
    return told


def components(
    operations: Iterable[Operation], schemas: Mapping[str, Schema]
) -> dict[str, Any]:  # fmt: skip
    """The messages' schemas and others by name, and how devices and portals are known."""
    kinds = {
        kind
        for operation in operations
        for kind in (operation.takes, operation.answers)
        if not isinstance(kind, str)
    }
    told = sorted({*kinds, messages.RefusalLine}, key=lambda kind: kind.__name__)
    _, of_messages = msgspec.json.schema_components(told, ref_template=_TEMPLATE)
    signature = {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": 'Ed25519 device="<id>", signature="<base64url>" over'
        " v1|request|METHOD|path and query|SHA-256 of the body.",
    }
    key = {"type": "http", "scheme": "bearer", "description": "The portal's key."}
    return {
        "schemas": {**of_messages, **schemas},
        "securitySchemes": {"device": signature, "portal": key},
    }


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    path = [
        {"name": name, "in": "path", "required": True, "schema": dict(schema)}
        for name, schema in _PATH.items()
        if f"{{{name}}}" in operation.path
    ]
    query = [
        {
            "name": name,
            "in": "query",
            "required": name not in operation.optional,
            "schema": dict(schema),
        }
        for name, schema in operation.query.items()
    ]
    return path + query


def _content(kind: type[msgspec.Struct] | str) -> dict[str, Any]:
    if isinstance(kind, str) and "/" in kind:
        return {kind: {"schema": {"type": "string", "format": "binary"}}}
    name = kind if isinstance(kind, str) else kind.__name__
    return {JSON: {"schema": {"$ref": _TEMPLATE.format(name=name)}}}
