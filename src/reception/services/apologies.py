"""No apology forgotten: drafts that stand by themselves, approval, and telling the applicant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reception.domain.accounts import Role
from reception.domain.apology import WARN_WORKING_DAYS, Proposal, needs_draft_from, propose, send_by
from reception.domain.delay import CAUSE_WORDS, Cause
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Apologised,
    DelayExplained,
    NoticeChannel,
    NoticeOutcome,
    Notified,
)
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.listing import DossierRow
from reception.domain.moments import date_words, in_office_zone, short_moment
from reception.domain.numbering import SlipMark
from reception.domain.text import checked_text
from reception.services.acting import perform, perform_inside
from reception.services.desk import Desk
from reception.services.intake import next_slip
from reception.storage import lists, reference

ABOUT = "apology"
_SIGNER_TITLE = "Thủ trưởng cơ quan, đơn vị"
_CHANNELS_OF = (
    (NoticeChannel.PHONE, "phone"),
    (NoticeChannel.SMS, "phone"),
    (NoticeChannel.ZALO, "phone"),
    (NoticeChannel.EMAIL, "email"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft apology that stands ready; nobody had to ask for it."""

    row: DossierRow
    since: datetime
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the overdue dossiers still open, how many were apologised for."""

    overdue: int
    apologised: int

    @property
    def whole(self) -> bool:
        """Whether nobody waits in vain for an apology."""
        return self.apologised == self.overdue


def drafts(desk: Desk) -> list[Draft]:
    """Every draft that stands ready now, the most pressing first.

    A dossier that is overdue without an apology always has one.
    """
    now, found = desk.now(), list[Draft]()
    for row in lists.apology_candidates(desk.database, desk.soon_until(WARN_WORKING_DAYS)):
        dossier = desk.store.dossier(row.dossier_id)
        since = needs_draft_from(desk.calendar, dossier) if dossier else None
        if dossier and since and since <= now:
            found.append(Draft(row, since, propose(desk.calendar, dossier, now)))
    return found


def coverage(desk: Desk) -> Coverage:
    """The counter of the home page: apologised out of overdue."""
    counts = lists.today_counts(desk.database, desk.horizon())
    return Coverage(counts.overdue, counts.overdue_apologised)


def explain_delay(
    desk: Desk, dossier_id: str, cause: Cause, *, owner: str, by: str, reason: str = ""
) -> Dossier:
    """Say why the date cannot be kept, and whose delay it is; the draft says so from now on.

    Raises:
        RuleViolation: ``owner-missing``, or ``reason-missing`` where the cause alone says nothing.
    """
    whose, why = _checked_owner(owner), _checked_why(cause, reason)

    def make(_dossier: Dossier, moment: datetime) -> DelayExplained:
        return DelayExplained(moment, cause, whose, why)

    return perform(desk, dossier_id, Act.EXPLAIN_DELAY, make, by=by)


def apologise(
    desk: Desk,
    dossier_id: str,
    *,
    by: str,
    cause: Cause | None = None,
    owner: str = "",
    reason: str = "",
    new_due_at: datetime | None = None,
    signer: str = "",
    signer_title: str = "",
    late_because: str = "",
) -> Dossier:
    """Sign the apology with its one new appointment, and queue it for every channel there is.

    What is not given is taken from the draft. At the latest one day before the due day (61/2018 Đ19
    k9); later it takes a reason why it is late.

    Raises:
        RuleViolation: ``once-only``, ``apology-late``, ``appointment-impossible``, ``no-limit``.
    """
    late = checked_text(late_because, "late_because")

    def make(dossier: Dossier, moment: datetime) -> Apologised:
        proposal = propose(desk.calendar, dossier, moment)
        new_at = _checked_appointment(desk, dossier, new_due_at or proposal.new_due_at, moment)
        _check_in_time(desk, dossier, moment, late)
        why = cause or proposal.cause
        told = _checked_why(why, reason) if cause or reason else proposal.reason
        return Apologised(
            at=moment,
            number=next_slip(desk, SlipMark.APOLOGY, moment),
            cause=why,
            owner=checked_text(owner, "owner") or proposal.owner,
            reason=told or CAUSE_WORDS[why],
            new_due_at=new_at,
            signer=checked_text(signer, "signer") or leader_name(desk, by),
            signer_title=checked_text(signer_title, "signer_title") or _SIGNER_TITLE,
            late_because=late,
        )

    with desk.store.writing():
        dossier = perform_inside(desk, dossier_id, Act.APOLOGISE, make, by=by)
        return _queue_notices(desk, dossier, by=by)


def notify(
    desk: Desk,
    dossier_id: str,
    channel: NoticeChannel,
    outcome: NoticeOutcome,
    *,
    by: str,
    about: str = ABOUT,
    to: str = "",
    note: str = "",
) -> Dossier:
    """Write down how far a notice has come on one of its roads; the others are left alone."""
    address, words = checked_text(to, "to"), checked_text(note, "note")

    def make(_dossier: Dossier, moment: datetime) -> Notified:
        return Notified(moment, channel, about, outcome, address, words)

    return perform(desk, dossier_id, Act.NOTIFY, make, by=by)


def leader_name(desk: Desk, by: str) -> str:
    """Who signs: whoever approves, if they lead; otherwise the office's leader."""
    accounts = [account for account in reference.accounts(desk.database) if account.active]
    leaders = [account for account in accounts if account.role is Role.LEADER]
    signer = next((account for account in leaders if account.login == by), None)
    chosen = signer or (leaders[0] if leaders else None)
    return chosen.name if chosen else ""


def _queue_notices(desk: Desk, dossier: Dossier, *, by: str) -> Dossier:
    """Put the apology on every road by which the applicant can be reached."""
    person = dossier.intake.submitter or dossier.intake.owner
    roads = [(c, getattr(person, field)) for c, field in _CHANNELS_OF if getattr(person, field)]
    for channel, to in _with_paper(roads):
        event = Notified(desk.now(), channel, ABOUT, NoticeOutcome.QUEUED, to)
        dossier = desk.store.record(dossier.dossier_id, event, at=desk.now(), by=by)
    return dossier


def _with_paper(roads: Iterable[tuple[NoticeChannel, str]]) -> list[tuple[NoticeChannel, str]]:
    return [(NoticeChannel.PAPER, ""), *roads]


def _checked_owner(owner: str) -> str:
    whose = checked_text(owner, "owner")
    if not whose:
        raise RuleViolation(
            "owner-missing",
            "Chưa ghi chậm do ai; hãy ghi người hoặc cơ quan chịu trách nhiệm.",
            field="owner",
        )
    return whose


def _checked_why(cause: Cause, reason: str) -> str:
    why = checked_text(reason, "reason")
    if cause is Cause.OTHER and not why:
        raise RuleViolation(
            "reason-missing",
            "Nguyên nhân khác phải ghi rõ; hãy ghi lý do để người dân biết.",
            field="reason",
        )
    return why


def _checked_appointment(
    desk: Desk, dossier: Dossier, told_at: datetime, moment: datetime
) -> datetime:
    new_at = in_office_zone(told_at).replace(microsecond=0)
    due_at = dossier.due_at or moment
    if new_at <= max(due_at, moment) or not desk.calendar.is_working(new_at.date()):
        raise RuleViolation(
            "appointment-impossible",
            f"Ngày hẹn lại {short_moment(new_at)} phải là ngày làm việc, sau bây giờ và sau hạn"
            f" {short_moment(due_at)}; hãy chọn ngày khác.",
            field="new_due_at",
        )
    return new_at


def _check_in_time(desk: Desk, dossier: Dossier, moment: datetime, late_because: str) -> None:
    last_on = send_by(desk.calendar, dossier)
    if moment.date() > last_on and not late_because:
        raise RuleViolation(
            "apology-late",
            f"Thư xin lỗi phải gửi chậm nhất ngày {date_words(last_on)};"
            " hãy ghi vì sao gửi muộn rồi ký, thư vẫn gửi được.",
            field="late_because",
        )
