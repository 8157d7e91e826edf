"""The queue of notices: what waits on which road, what may leave, what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

import msgspec

from reception import paths
from reception.domain.dated import ruling_on
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.notice import (
    CHANNEL_WORDS,
    HOLD,
    SENT_BY_ITSELF,
    Message,
    MessageWording,
    NoticeRow,
    dossier_of,
    message_id,
    message_of,
)
from reception.services import apologies
from reception.services.desk import Desk
from reception.services.gateways import Gateway
from reception.services.training import stay_here
from reception.storage import notices

Gateways = Mapping[NoticeChannel, Gateway]
_ENDED = (State.RESULT_READY, State.HANDED_OVER, State.STOPPED)
_WAITS = {NoticeChannel.PAPER: "chờ giao", NoticeChannel.PHONE: "chờ gọi"}
_TOO_LATE = "không gửi nữa: hồ sơ đã giải quyết xong"


@dataclass(frozen=True, slots=True)
class ChannelQueue:
    """What waits on one road. ``held`` are those whose ten minutes are not over."""

    channel: NoticeChannel
    ready: tuple[NoticeRow, ...]
    held: tuple[NoticeRow, ...]
    served: bool

    @property
    def words(self) -> str:
        """How it stands, for people."""
        waits = _WAITS.get(self.channel, "chờ gửi")
        counts = [f"{len(self.ready)} {waits}"] if self.ready else []
        if self.held:
            counts.append(f"{len(self.held)} còn giữ lại trong 10 phút sau khi ký")
        waiting = f"{CHANNEL_WORDS[self.channel]}: {', '.join(counts)}"
        if self.channel in SENT_BY_ITSELF and not self.served:
            return f"{waiting}; chưa nối cổng gửi tin nên nằm chờ, hãy báo bằng cách khác."
        if self.channel is NoticeChannel.PHONE:
            return f"{waiting}; hãy in danh sách gọi điện."
        return f"{waiting}."


@dataclass(frozen=True, slots=True)
class Sending:
    """What became of one round: by the outcome, and what could not be done in words."""

    sent: int = 0
    failed: int = 0
    answered: int = 0
    troubles: tuple[str, ...] = ()


def queues(desk: Desk, gateways: Gateways) -> list[ChannelQueue]:
    """The roads on which something waits."""
    rows = notices.queued(desk.database)
    found: list[ChannelQueue] = []
    for channel in NoticeChannel:
        waiting = [row for row in rows if row.road.channel is channel]
        if waiting:
            held = tuple(row for row in waiting if is_held(row, desk.now()))
            ready = tuple(row for row in waiting if row not in held)
            found.append(ChannelQueue(channel, ready, held, channel in gateways))
    return found


def waiting_words(queues: Sequence[ChannelQueue]) -> list[str]:
    """The roads that gateways serve or should, in as few sentences as they take."""
    ours = [queue for queue in queues if queue.channel in SENT_BY_ITSELF]
    told = [queue.words for queue in ours if queue.served]
    lacking = [
        f"{CHANNEL_WORDS[queue.channel]} ({len(queue.ready) + len(queue.held)})"
        for queue in ours
        if not queue.served
    ]
    if lacking:
        told.append(
            f"Chưa nối cổng gửi tin nên còn nằm chờ: {', '.join(lacking)}; hãy báo bằng cách khác."
        )
    return told


def is_held(row: NoticeRow, now: datetime) -> bool:
    """Whether a message may not leave yet: ten minutes after it was queued, as the signing was."""
    return row.road.channel in SENT_BY_ITSELF and now < row.road.at + HOLD


def exchange(
    desk: Desk,
    gateways: Gateways,
    *,
    by: str,
    tell: Callable[[int, int], object] = lambda _done, _total: None,
) -> Sending:
    """Give every message that may leave to its gateway, and take in what the gateways learnt.

    Each message is one commit of its own. A gateway in trouble leaves its messages queued, and the
    other roads go on.

    Raises:
        RuleViolation: ``only-practice``.
    """
    stay_here(desk)
    answered = sum(_take_answers(desk, gateway, by=by) for gateway in gateways.values())
    rows = [row for row in notices.queued(desk.database) if _may_leave(row, gateways, desk.now())]
    sending = Sending(answered=answered)
    for done, row in enumerate(rows):
        tell(done, len(rows))
        sending = _counted(sending, desk, row, gateways[row.road.channel], by=by)
    tell(len(rows), len(rows))
    return sending


def message_for(desk: Desk, row: NoticeRow) -> Message | None:
    """What would be sent, to be looked at before; ``None`` where there is nothing to say."""
    dossier = desk.store.dossier(row.dossier_id)
    wording = wording_on(row.about, row.road.channel, desk.now().date())
    if dossier is None or wording is None:
        return None
    return message_of(wording, dossier, desk.office, row.road)


def wording_on(about: str, channel: NoticeChannel, day: date) -> MessageWording | None:
    """The wording of a day for a matter and a road, if there is any."""
    fitting = [w for w in _wordings() if w.about == about and channel in w.channels]
    return ruling_on(fitting, day) if fitting else None


def _may_leave(row: NoticeRow, gateways: Gateways, now: datetime) -> bool:
    """An apology waits as long as the clock of its dossier stands: its new date may move."""
    stands_still = row.state in {State.AWAITING_SUPPLEMENT, State.SUSPENDED}
    return row.road.channel in gateways and not is_held(row, now) and not stands_still


def _counted(sending: Sending, desk: Desk, row: NoticeRow, gateway: Gateway, *, by: str) -> Sending:
    try:
        outcome = _send(desk, row, gateway, by=by)
    except (RuleViolation, Trouble) as failure:
        troubles = tuple(dict.fromkeys((*sending.troubles, failure.text)))
        return replace(sending, troubles=troubles)
    if outcome is NoticeOutcome.SENT:
        return replace(sending, sent=sending.sent + 1)
    if outcome is NoticeOutcome.FAILED:
        return replace(sending, failed=sending.failed + 1)
    return sending


def _send(desk: Desk, row: NoticeRow, gateway: Gateway, *, by: str) -> NoticeOutcome | None:
    channel, to = row.road.channel, row.road.to
    message = message_for(desk, row)
    if message is None:
        return None
    if row.state in _ENDED:
        outcome, note = NoticeOutcome.FAILED, _TOO_LATE
    else:
        told = gateway.send(message)
        outcome, note = told.outcome, told.note
    apologies.notify(
        desk, row.dossier_id, channel, outcome, by=by, about=row.about, to=to, note=note
    )
    return outcome


def _take_answers(desk: Desk, gateway: Gateway, *, by: str) -> int:
    """Write down what a gateway learnt; an answer to an earlier message changes nothing."""
    count = 0
    for answer in gateway.answers():
        place = dossier_of(answer.message_id)
        dossier = desk.store.dossier(place[0]) if place else None
        if place is None or dossier is None:
            continue  # another desk's answer, which its own program will fetch
        _, about, channel = place
        if _awaits(dossier, about, channel, answer.message_id):
            apologies.notify(
                desk, dossier.dossier_id, channel, answer.outcome, by=by, about=about,
                to=_address(dossier, about, channel), note=answer.note,
            )  # fmt: skip
            count += 1
        gateway.taken(answer)
    return count


def _awaits(dossier: Dossier, about: str, channel: NoticeChannel, answered: str) -> bool:
    last = _last_outcome(dossier, about, channel)
    return last is NoticeOutcome.SENT and answered == message_id(dossier, about, channel)


def _last_outcome(dossier: Dossier, about: str, channel: NoticeChannel) -> NoticeOutcome | None:
    outcomes = [n.outcome for n in dossier.notices if (n.about, n.channel) == (about, channel)]
    return outcomes[-1] if outcomes else None


def _address(dossier: Dossier, about: str, channel: NoticeChannel) -> str:
    told = [n.to for n in dossier.notices if (n.about, n.channel) == (about, channel) and n.to]
    return told[-1] if told else ""


@cache
def _wordings() -> Sequence[MessageWording]:
    files: Iterable[bytes] = (
        file.read_bytes() for file in sorted(paths.resource("notices").glob("*.toml"))
    )
    return [msgspec.toml.decode(content, type=MessageWording) for content in files]
