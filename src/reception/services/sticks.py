"""The exchange on a stick, for a desk without a line: written, taken, and written down like one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.services.desk import Desk
from reception.services.training import stay_here
from reception.storage import line_rows
from reception.storage.line_rows import ExchangeRow, LineRow
from reception.sync import joining
from reception.sync.stick import StickOut, write_stick
from reception.sync.stick_scans import DEFAULT_ROOM
from reception.sync.stick_taking import StickIn, take_stick

BY_STICK = "stick"
_MOST_INVITATION = 64 << 10


def write(desk: Desk, path: Path, *, room: int = DEFAULT_ROOM) -> StickOut:
    """Write what the server above does not have yet, with so many bytes of scans at most.

    Raises:
        RuleViolation: ``only-practice``.
        Trouble: ``not-enrolled``, or the stick cannot be written; then nothing is on it.
    """
    stay_here(desk)
    began = desk.now()
    written = write_stick(desk.store, path, desk.now, room=room)
    # Nothing counts as sent before the server's receipt has come back.
    _note(desk, began, words=written.words, bytes_up=written.bytes)
    return written


def take(desk: Desk, path: Path) -> StickIn:
    """Take the server's answer.

    Raises:
        RuleViolation, Trouble: It is none, or not for this desk; what was taken before is safe.
    """
    began = desk.now()
    brought = take_stick(desk.store, path, desk.now)
    _note(
        desk,
        began,
        words=brought.words,
        sent=brought.sent,
        received=brought.received,
        bytes_down=brought.bytes,
        outcome=brought.outcome,
    )
    desk.reload()
    return brought


def accept_invitation(desk: Desk, path: Path) -> LineRow:
    """Belong to the server that wrote an invitation; its code is used with the first exchange.

    Raises:
        RuleViolation: ``not-an-invitation``, ``other-agency``, ``already-enrolled`` or
            ``only-practice``.
    """
    stay_here(desk)
    present = line_rows.line(desk.database)
    if present is not None and not present.code:
        raise RuleViolation(
            "already-enrolled",
            f"Máy này đã ghi danh với {present.server_name}; không cần ghi danh nữa.",
        )
    with path.open("rb") as file:
        invitation = joining.read_invitation(file.read(_MOST_INVITATION))
    if invitation.agency != desk.office.agency_code:
        raise RuleViolation(
            "other-agency",
            f"Giấy mời này của đơn vị {invitation.agency_name} ({invitation.agency}), không phải"
            f" của {desk.office.agency_code}; hãy xin người quản trị máy chủ đúng giấy mời.",
        )
    return joining.join_by_invitation(desk.store, invitation, desk.now)


def _note(
    desk: Desk,
    began: datetime,
    *,
    words: str,
    sent: int = 0,
    received: int = 0,
    bytes_up: int = 0,
    bytes_down: int = 0,
    outcome: str = "",
) -> None:
    row = ExchangeRow(
        BY_STICK, began, desk.now(), sent, received, bytes_up, bytes_down, outcome, words
    )
    with desk.store.writing():
        line_rows.note_exchange(desk.database, row)
