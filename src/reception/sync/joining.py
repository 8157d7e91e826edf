"""Enrolling a desk at a server, at the desk's end."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from reception.domain import chain
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import Clock
from reception.domain.text import clean
from reception.storage import foreign, line_rows
from reception.storage.device import change_slot, own_key, public_key
from reception.storage.line_rows import LineRow
from reception.storage.listing_foreign import list_again
from reception.storage.store import Store
from reception.sync import messages
from reception.sync.asking import Request
from reception.sync.line import Line, ask, read_or_down
from reception.sync.messages import EnrolAnswer, Enrolment
from reception.sync.signatures import enrolment_statement, from_text, sign, to_text

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Wish:
    """What a desk asks to be let in with: the server's address, the code, the desk's name."""

    url: str
    agency: str
    code: str
    name: str


def enrolment(store: Store, wish: Wish, seal_key: bytes) -> Enrolment:
    """The request by which this desk asks to be let in."""
    device = store.journal.device
    public = public_key(store.database)
    statement = enrolment_statement(wish.code, wish.agency, device.device, public, seal_key)
    return Enrolment(
        code=wish.code,
        agency=wish.agency,
        device=device.device,
        slot=device.slot,
        name=wish.name,
        public_key=to_text(public),
        seal_key=to_text(seal_key),
        proof=to_text(sign(own_key(store.database), statement)),
    )


class Invitation(msgspec.Struct, frozen=True):
    """What a server's administrator hands a desk that has no line: the server, and a code."""

    server_name: str
    url: str
    server_key: str
    seal_key: str
    agency: str
    agency_name: str
    code: str
    incarnation: str


def read_invitation(data: bytes) -> Invitation:
    """The invitation in a file of ``reception server invite --file``.

    Raises:
        RuleViolation: ``not-an-invitation``.
    """
    try:
        invitation = messages.read(data, Invitation)
    except ValueError as fault:
        raise _not_an_invitation() from fault
    keys = (from_text(invitation.server_key), from_text(invitation.seal_key))
    if not (invitation.agency and invitation.code and all(len(key) == KEY_BYTES for key in keys)):
        raise _not_an_invitation()
    return invitation


def _not_an_invitation() -> RuleViolation:
    return RuleViolation(
        "not-an-invitation",
        "Tệp này không phải là giấy mời ghi danh của máy chủ; hãy chọn đúng tệp do người quản trị"
        " máy chủ cấp.",
    )


def join_by_invitation(store: Store, invitation: Invitation, clock: Clock) -> LineRow:
    """Belong to a server from now on; the code is used with the first exchange, by line or stick.

    Until then nothing is known of whether the server lets this desk in.
    """
    before = line_rows.line(store.database)
    row = LineRow(
        url=invitation.url,
        agency=invitation.agency,
        agency_name=invitation.agency_name,
        server_name=invitation.server_name,
        server_key=from_text(invitation.server_key),
        server_seal_key=from_text(invitation.seal_key),
        # An answer may be on its way already that is sealed to this key.
        own_seal_key=before.own_seal_key if before else _new_seal_key(),
        incarnation=invitation.incarnation,
        position=0,
        chain=chain.log_genesis(invitation.agency),
        listed=0,
        owes_others=_holds_others(store),
        code=invitation.code,
        enrolled_at=clock(),
    )
    with store.writing():
        _forget_server_before(store)
        line_rows.put_line(store.database, row)
    store.forget()
    return row


def pending_enrolment(store: Store, line: LineRow) -> Enrolment:
    """The request of a desk that has an invitation and did not use its code yet."""
    seal = X25519PrivateKey.from_private_bytes(line.own_seal_key).public_key()
    wish = Wish(line.url, line.agency, line.code, "")
    return enrolment(store, wish, seal.public_bytes_raw())


def use_code(store: Store, road: Line, line: LineRow) -> None:
    """Enrol by line a desk that has an invitation.

    Raises:
        LineDown, Later, RefusedBy: The server was not reached, or does not let this desk in.
        Trouble: ``server-other``.
    """
    asked = pending_enrolment(store, line)
    body = ask(road, Request("POST", "/v1/enrol", messages.write(asked)))
    let_in(store, line, read_or_down(lambda: messages.read(body, EnrolAnswer)))


def let_in(store: Store, line: LineRow, answer: EnrolAnswer) -> None:
    """Note that the server let this desk in, and number with the slot that it gave.

    Raises:
        Trouble: ``server-other`` when it is not the server of the invitation.
    """
    if from_text(answer.server_key) != line.server_key or answer.agency != line.agency:
        raise Trouble(
            "server-other",
            "Máy chủ trả lời không phải là máy chủ ghi trong giấy mời; hãy gọi người quản trị máy"
            " chủ, đừng trao đổi.",
        )
    with store.writing():
        named = replace(
            line,
            code="",
            agency_name=clean(answer.agency_name),
            server_name=clean(answer.server_name),
        )
        line_rows.put_line(store.database, named)
        change_slot(store.database, answer.slot)


def _new_seal_key() -> bytes:
    return X25519PrivateKey.generate().private_bytes_raw()


def join(store: Store, line: Line, wish: Wish, clock: Clock) -> LineRow:
    """Enrol this desk; from then on it numbers with the slot that the server gave it.

    Raises:
        LineDown, Later, RefusedBy: The server was not reached, or does not let this desk in.
        Trouble: ``server-odd`` when what answers is no server of this office's.
    """
    seal = X25519PrivateKey.generate()
    asked = enrolment(store, wish, seal.public_key().public_bytes_raw())
    body = ask(line, Request("POST", "/v1/enrol", messages.write(asked)))
    answer = read_or_down(lambda: messages.read(body, EnrolAnswer))
    keys = (from_text(answer.server_key), from_text(answer.seal_key))
    if answer.agency != wish.agency or any(len(key) != KEY_BYTES for key in keys):
        raise _odd_server()
    row = LineRow(
        url=wish.url,
        agency=answer.agency,
        agency_name=clean(answer.agency_name),
        server_name=clean(answer.server_name),
        server_key=from_text(answer.server_key),
        server_seal_key=from_text(answer.seal_key),
        own_seal_key=seal.private_bytes_raw(),
        incarnation=answer.incarnation,
        position=0,
        chain=chain.log_genesis(answer.agency),
        listed=0,
        owes_others=_holds_others(store),
        code="",
        enrolled_at=clock(),
    )
    with store.writing():
        _forget_server_before(store)
        line_rows.put_line(store.database, row)
        change_slot(store.database, answer.slot)
    store.forget()
    return row


def _odd_server() -> Trouble:
    return Trouble(
        "server-odd",
        "Địa chỉ này trả lời không phải máy chủ của đơn vị mình; hãy xem lại địa chỉ máy chủ rồi"
        " ghi danh lại, mã chưa bị dùng ở máy chủ đúng.",
    )


def _forget_server_before(store: Store) -> None:
    """Forget what a server said that this desk belonged to until now; its events all stay."""
    list_again(store, foreign.forget_places(store.database, 0))
    line_rows.forget_receipts(store.database)
    line_rows.forget_scans_sent(store.database)


def _holds_others(store: Store) -> bool:
    """Whether this desk has anything of other devices, which a new server may lack."""
    return bool(foreign.foreign_chains(store.database))
