"""Telling an applicant: the roads there are, what a message says, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reception.domain.dated import Dated
from reception.domain.delay import CAUSE_WORDS, Cause
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.moments import date_words
from reception.domain.office import Office

HOLD = timedelta(minutes=10)
"""No message leaves before: a slip of the finger can still be mended, a message cannot."""

SENT_BY_ITSELF = (NoticeChannel.SMS, NoticeChannel.ZALO, NoticeChannel.EMAIL)
"""The roads that a gateway can serve; the others are a person's errand."""

CHANNEL_WORDS = {
    NoticeChannel.PAPER: "Giao tận tay",
    NoticeChannel.POST: "Bưu điện",
    NoticeChannel.PHONE: "Điện thoại",
    NoticeChannel.SMS: "Tin nhắn SMS",
    NoticeChannel.ZALO: "Zalo",
    NoticeChannel.EMAIL: "Thư điện tử",
}
OUTCOME_WORDS = {
    NoticeOutcome.QUEUED: "chờ gửi",
    NoticeOutcome.SENT: "đã gửi",
    NoticeOutcome.REACHED: "đã đến người nhận",
    NoticeOutcome.FAILED: "không gửi được",
}

_ID_PARTS = 4


@dataclass(frozen=True, slots=True)
class Road:
    """How far a notice has come on one road; ``to`` is a number, an address or a waybill."""

    channel: NoticeChannel
    outcome: NoticeOutcome
    at: datetime
    to: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as lists know it: of which dossier, about what, and its road."""

    dossier_id: str
    reference: str
    owner: str
    state: State
    about: str
    road: Road


@dataclass(frozen=True, slots=True)
class Message:
    """What a gateway is given to send.

    ``message_id`` is the same however often the same notice is tried, and another one once it was
    queued anew. ``text`` holds no name and no number of a person.
    """

    message_id: str
    channel: NoticeChannel
    to: str
    code: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a gateway made of a message: ``SENT`` when it took it, ``FAILED`` when it cannot."""

    outcome: NoticeOutcome
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a gateway learnt later of a message it had taken: ``REACHED`` or ``FAILED``."""

    message_id: str
    outcome: NoticeOutcome
    note: str = ""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A sentence of a message; ``when`` names a fact without which it is left out."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class MessageWording(Dated):
    """The wording of a message about something on some roads, in force from a day on."""

    about: str
    channels: tuple[NoticeChannel, ...]
    valid_from: date
    source: str
    subject: str
    lines: tuple[MessageLine, ...]
    valid_until: date | None = None
    parted_by: str = " "


def is_told(roads: Sequence[Road]) -> bool:
    """Whether the applicant knows: each road suffices by itself."""
    return any(road.outcome is NoticeOutcome.REACHED for road in roads)


def message_id(dossier: Dossier, about: str, channel: NoticeChannel) -> str:
    """The message's own name; a notice that is queued a second time is another message."""
    times = sum(
        (notice.about, notice.channel, notice.outcome) == (about, channel, NoticeOutcome.QUEUED)
        for notice in dossier.notices
    )
    return f"{dossier.dossier_id}_{about}_{channel.value}_{times}"


def dossier_of(message: str) -> tuple[str, str, NoticeChannel] | None:
    """The dossier, the matter and the road that a message's name tells; ``None`` for any other."""
    parts = message.rsplit("_", _ID_PARTS - 1)
    known = {channel.value for channel in NoticeChannel}
    if len(parts) != _ID_PARTS or parts[2] not in known or not parts[3].isdigit():
        return None
    return parts[0], parts[1], NoticeChannel(parts[2])


def message_of(
    wording: MessageWording, dossier: Dossier, office: Office, road: Road
) -> Message | None:
    """The message about a dossier's apology; ``None`` where there is no apology to tell of."""
    apology = dossier.apology
    if apology is None:
        return None
    words = {
        "unit": office.name,
        "office_phone": office.phone,
        "code": dossier.reference,
        "due": date_words(dossier.due_at) if dossier.due_at else "",
        "new_due": date_words(apology.new_due_at),
        "cause": public_reason(apology.cause),
    }
    lines = [line.text for line in wording.lines if not line.when or words[line.when]]
    return Message(
        message_id=message_id(dossier, wording.about, road.channel),
        channel=road.channel,
        to=road.to,
        code=dossier.reference,
        subject=wording.subject.format_map(words),
        text=wording.parted_by.join(lines).format_map(words),
    )


def public_reason(cause: Cause) -> str:
    """The reason as anybody may read it: its kind alone, for what was typed may name a person."""
    return CAUSE_WORDS[cause]
