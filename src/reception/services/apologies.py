"""No apology forgotten: drafts that stand by themselves, approval, and telling the applicant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reception.domain.accounts import Account, Right, Role
from reception.domain.apology import propose
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
from reception.domain.numbering import SlipMark
from reception.domain.text import checked_text
from reception.services.acting import perform, perform_inside
from reception.services.apology_checks import (
    checked_appointment,
    checked_lateness,
    checked_owner,
    checked_why,
)
from reception.services.apology_drafts import (
    Coverage,
    Draft,
    DraftCount,
    coverage,
    draft,
    draft_count,
    drafts,
    ended_late,
)
from reception.services.desk import Desk
from reception.services.intake import next_slip
from reception.storage import reference

__all__ = [
    "ABOUT",
    "Coverage",
    "Draft",
    "DraftCount",
    "apologise",
    "coverage",
    "draft",
    "draft_count",
    "drafts",
    "ended_late",
    "explain_delay",
    "leader",
    "leader_name",
    "notify",
]

ABOUT = "apology"
_SIGNER_TITLE = "Thủ trưởng cơ quan, đơn vị"
_CHANNELS_OF = (
    (NoticeChannel.PHONE, "phone"),
    (NoticeChannel.SMS, "phone"),
    (NoticeChannel.ZALO, "phone"),
    (NoticeChannel.EMAIL, "email"),
)


def explain_delay(
    desk: Desk, dossier_id: str, cause: Cause, *, owner: str, by: str, reason: str = ""
) -> Dossier:
    """Say why the date cannot be kept, and whose delay it is; the draft says so from now on.

    Raises:
        RuleViolation: ``owner-missing``, or ``reason-missing`` where the cause alone says nothing.
    """
    whose, why = checked_owner(owner), checked_why(cause, reason)

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
        new_at = checked_appointment(desk, dossier, new_due_at or proposal.new_due_at, moment)
        why_late = checked_lateness(desk, dossier, moment, late)
        why = cause or proposal.cause
        told = checked_why(why, reason) if cause or reason else proposal.reason
        return Apologised(
            at=moment,
            number=next_slip(desk, SlipMark.APOLOGY, moment),
            cause=why,
            owner=checked_text(owner, "owner") or proposal.owner,
            reason=told or CAUSE_WORDS[why],
            new_due_at=new_at,
            signer=_checked_signer(desk, signer, by),
            signer_title=checked_text(signer_title, "signer_title") or _SIGNER_TITLE,
            late_because=why_late,
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


def _checked_signer(desk: Desk, signer: str, by: str) -> str:
    name = checked_text(signer, "signer") or leader_name(desk, by)
    if not name:
        raise RuleViolation(
            "signer-missing",
            "Chưa có người ký thư xin lỗi; hãy ghi tên người ký, hoặc lập tài khoản lãnh đạo.",
            field="signer",
        )
    return name


def leader_name(desk: Desk, by: str) -> str:
    """The name of whoever signs; empty where nobody with an account may."""
    signer = leader(desk, by)
    return signer.name if signer else ""


def leader(desk: Desk, by: str) -> Account | None:
    """Who signs: whoever approves, if they may; otherwise the office's leader, or who stands in."""
    accounts = [account for account in reference.accounts(desk.database) if account.active]
    signers = [account for account in accounts if account.may(Right.APPROVE)]
    signers.sort(key=lambda account: (account.login != by, account.role is not Role.LEADER))
    return signers[0] if signers else None


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
