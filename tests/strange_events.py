"""Events that this program would not write: a newer program's, and a faulty one's."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import msgspec

from reception.domain import chain
from reception.domain.events import entity_type_of
from reception.services.desk import Desk
from reception.storage.foreign import labels
from reception.storage.journal import new_id
from reception.storage.listing_foreign import list_dossier


def append_raw(desk: Desk, header: bytes, body: bytes) -> None:
    """Hang bytes on the desk's own chain as they are, and list what they are about."""
    entity, kind = labels(header)
    with desk.store.writing():
        device = desk.store.journal.device
        seq, previous = desk.store.journal.head()
        desk.database.run(
            "INSERT INTO event (device, epoch, seq, entity, kind, header, body, hash)"
            " VALUES (:device, :epoch, :seq, :entity, :kind, :header, :body, :hash)",
            device=device.device,
            epoch=device.epoch,
            seq=seq + 1,
            entity=entity,
            kind=kind,
            header=header,
            body=body,
            hash=chain.next_hash(previous, header),
        )
        if entity_type_of(kind) == "dossier":
            list_dossier(desk.store, entity)
    desk.store.forget()


def header_of(desk: Desk, kind: str, entity: str, body: bytes, **fields: object) -> bytes:
    """A header as any program writes it, but for the fields that are given."""
    told: dict[str, object] = {
        "v": 1,
        "kind": kind,
        "id": new_id(),
        "ent": entity,
        "ent_type": entity_type_of(kind),
        "base": desk.store.journal.last_of(entity).hex(),
        "at": "2026-03-10T02:00:00Z",
        "tz": "+07:00",
        "by": "maylt",
        "app": "9.9",
        "body_sha256": hashlib.sha256(body).hexdigest(),
    }
    return msgspec.json.encode(told | fields, order="sorted")


def write(desk: Desk, kind: str, entity: str, body: object, **fields: object) -> None:
    """An event with this body, and a header that names it."""
    written = body if isinstance(body, bytes) else msgspec.json.encode(body, order="sorted")
    append_raw(desk, header_of(desk, kind, entity, written, **fields), written)


_AT = "2026-03-10T02:00:00Z"
_NOTIFIED = {"about": "apology", "at": _AT, "channel": "phone", "note": "", "outcome": "sent"}


def _unknown_act(desk: Desk, entity: str) -> None:
    write(desk, "dossier.blessed", entity, {"at": _AT, "with": ["hương", "nến"]})


def _unknown_opening(desk: Desk, entity: str) -> None:
    write(desk, "dossier.foreseen", new_id(), {"at": _AT})


def _unknown_thing(desk: Desk, entity: str) -> None:
    write(desk, "weather.changed", "weather", {"rain": 3})


def _unknown_fields(desk: Desk, entity: str) -> None:
    write(desk, "dossier.notified", entity, _NOTIFIED | {"mood": "vui"}, v=2, mood={"level": 7})


NEWER: tuple[Callable[[Desk, str], None], ...] = (
    _unknown_act, _unknown_opening, _unknown_thing, _unknown_fields,
)  # fmt: skip
"""What a newer program writes; nothing of it disturbs this one."""


def altered_body(desk: Desk, entity: str) -> None:
    """Its own register is damaged by that; nobody else's."""
    body = msgspec.json.encode(_NOTIFIED)
    append_raw(desk, header_of(desk, "dossier.notified", entity, b"other"), body)


def names_no_digest(desk: Desk, entity: str) -> None:
    """As :func:`altered_body`; on the road, too, digests are left out that a body tells itself."""
    body = msgspec.json.encode(_NOTIFIED)
    append_raw(desk, header_of(desk, "dossier.notified", entity, body, body_sha256=""), body)


def _no_header(desk: Desk, entity: str) -> None:
    append_raw(desk, b"\x00 no header at all " + new_id().encode(), b"{}")


def _nonsense_body(desk: Desk, entity: str) -> None:
    write(desk, "dossier.handed-over", entity, b"[[[[")


def _nonsense_base(desk: Desk, entity: str) -> None:
    write(desk, "dossier.notified", entity, _NOTIFIED, base="no hash", at="yesterday")


def _out_of_turn(desk: Desk, entity: str) -> None:
    write(
        desk, "dossier.resumed", entity, {"at": _AT, "promise": {"due_at": None, "starts_at": _AT}}
    )


def _of_nothing(desk: Desk, entity: str) -> None:
    write(desk, "dossier.notified", new_id(), _NOTIFIED)


def _beyond_all_stages(desk: Desk, entity: str) -> None:
    to = {"kind": "office", "name": "UBND xã"}
    write(desk, "dossier.forwarded", entity, {"at": _AT, "to": to, "stage": -99})


def _no_zone(desk: Desk, entity: str) -> None:
    write(desk, "dossier.notified", entity, _NOTIFIED | {"at": "2026-03-10T02:00:00"})


def _more_money_than_there_is(desk: Desk, entity: str) -> None:
    write(desk, "dossier.fee-settled", entity, {"at": _AT, "amount_vnd": 10**18 * 40})


def _nonsense_scan(desk: Desk, entity: str) -> None:
    write(desk, "dossier.scan-attached", entity, b"{}")


def _nonsense_decision(desk: Desk, entity: str) -> None:
    write(desk, "dossier.review-settled", entity, b'"kept"')


def _opened_again(desk: Desk, entity: str) -> None:
    first = next(one for one in desk.store.journal.of_entity(entity))
    append_raw(desk, header_of(desk, first.kind, entity, first.body), first.body)


def _nonsense_catalogue(desk: Desk, entity: str) -> None:
    write(desk, "catalogue.revised", "catalogue", b'{"origin": 3}')


FAULTY: tuple[Callable[[Desk, str], None], ...] = (
    altered_body, names_no_digest, _no_header, _nonsense_body, _nonsense_base, _out_of_turn,
    _of_nothing, _beyond_all_stages, _no_zone, _more_money_than_there_is, _nonsense_catalogue,
    _nonsense_scan, _nonsense_decision, _opened_again,
)  # fmt: skip
"""What a faulty program writes; it holds up its own dossier at most."""

DAMAGING = (altered_body, names_no_digest)
"""Those that damage the register of whoever writes them."""
