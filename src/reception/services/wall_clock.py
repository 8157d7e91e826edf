"""The PC's clock as the register sees it: noticed when it jumps, and confirmed by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.clock_jump import (
    JOURNAL_HOLDS,
    SERVER_APART,
    UNNOTICEABLE,
    ClockConfirmed,
    ClockJumped,
    is_odd_at_start,
)
from reception.domain.moments import in_office_zone, short_moment
from reception.services.desk import Desk

BY_ITSELF = "tự động"


@dataclass(frozen=True, slots=True)
class ClockState:
    """What the clock shows and the journal says; whether they can both be right."""

    shown_at: datetime
    journal_at: datetime | None
    odd: bool
    refused: bool


def look(desk: Desk) -> ClockState:
    """How the clock stands to the journal."""
    shown, journal = desk.shown_at(), desk.journal_at()
    odd = is_odd_at_start(shown, journal)
    if odd and journal and shown > journal:
        # A register that was set up in good time waits for its first day as long as it likes.
        odd = desk.store.journal.has_dossiers()
    return ClockState(
        shown_at=shown,
        journal_at=journal,
        odd=odd,
        refused=journal is not None and shown + JOURNAL_HOLDS < journal,
    )


def note(desk: Desk, jump: ClockJumped, *, by: str = BY_ITSELF) -> None:
    """Keep a jump in the journal; a register that can only be read keeps nothing."""
    if not desk.database.only_read:
        with desk.store.writing():
            desk.store.record_clock(jump, at=desk.now(), by=by)


def confirm(desk: Desk, *, by: str) -> ClockState:
    """Take the PC's clock for right from now on, whatever the journal says; answers how it stood.

    Papers of moments to come stay as they are; their dossiers are corrected one by one.
    """
    before = look(desk)
    if before.journal_at is not None:
        with desk.store.writing():
            confirmed = ClockConfirmed(before.shown_at, before.journal_at)
            desk.store.record_clock(confirmed, at=before.shown_at, by=by)
        desk.believe_clock()
    return before


def jump_at_start(desk: Desk) -> ClockJumped | None:
    """What is odd about the clock as the program starts, if anything."""
    state = look(desk)
    if not state.odd or state.journal_at is None:
        return None
    return ClockJumped(state.shown_at, state.journal_at, "journal")


def jump_while_running(expected_at: datetime, shown_at: datetime) -> ClockJumped | None:
    """A clock that was set while the program ran; ``expected_at`` is told by one nobody sets."""
    if abs(shown_at - expected_at) <= UNNOTICEABLE:
        return None
    shown, expected = (in_office_zone(at).replace(microsecond=0) for at in (shown_at, expected_at))
    return ClockJumped(shown, expected, "running")


def apart_from_server(shown_at: datetime, server_at: datetime | None) -> ClockJumped | None:
    """A clock that is not the server's, as the exchange has told it."""
    if server_at is None or abs(shown_at - server_at) <= SERVER_APART:
        return None
    return ClockJumped(in_office_zone(shown_at), in_office_zone(server_at), "server")


def jump_words(jump: ClockJumped) -> str:
    """What was noticed, and what to do, in one sentence."""
    shown, expected = short_moment(jump.shown_at), short_moment(jump.expected_at)
    look_at = "hãy xem lại ngày giờ của máy."
    match jump.noticed:
        case "running":
            return f"Đồng hồ máy vừa bị chỉnh: đang chỉ {shown}, đáng lẽ {expected}; {look_at}"
        case "server":
            return f"Đồng hồ máy chỉ {shown} nhưng máy chủ chỉ {expected}; {look_at}"
        case _ if jump.shown_at < jump.expected_at:
            return f"Đồng hồ máy chỉ {shown}, trước lần ghi cuối của sổ {expected}; {look_at}"
        case _:
            return f"Đồng hồ máy chỉ {shown}, rất xa sau lần ghi cuối {expected}; {look_at}"
