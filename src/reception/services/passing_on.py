"""From hand to hand: forward a dossier, take it over, send it back to an earlier step."""

from __future__ import annotations

from datetime import datetime

from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import Forwarded, SentBack, TakenOver
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.text import checked_text
from reception.services.acting import perform
from reception.services.desk import Desk
from reception.services.intake_request import checked_reason
from reception.storage import reference


def forward(
    desk: Desk,
    dossier_id: str,
    to: Holder,
    *,
    by: str,
    stage: int | None = None,
    note: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Give the dossier to a specialist, an office or the level above (118/2025 Đ18).

    ``stage`` is the place, from 0, of the linked stage they work on; by default the next stage that
    names them, if one does.

    Raises:
        RuleViolation: ``holder-missing``, ``already-there`` or ``no-such-stage``.
    """
    name = checked_text(to.name, "to")
    if not name:
        raise RuleViolation(
            "holder-missing",
            "Chưa ghi chuyển cho ai; hãy chọn người hoặc cơ quan nhận.",
            field="to",
        )
    receiver = Holder(to.kind, name, to.login)

    def make(dossier: Dossier, moment: datetime) -> Forwarded:
        if dossier.holder == receiver:
            raise RuleViolation(
                "already-there",
                f"Hồ sơ {dossier.reference} đang ở {receiver.within}; hãy chọn nơi nhận khác.",
                field="to",
            )
        return Forwarded(
            moment, receiver, _stage_for(dossier, receiver, stage), checked_text(note, "note")
        )

    return perform(desk, dossier_id, Act.FORWARD, make, by=by, at=at)


def take_over(
    desk: Desk, dossier_id: str, holder: Holder, *, by: str, at: datetime | None = None
) -> Dossier:
    """Confirm that the dossier is in hand, or take it from where it lies.

    Raises:
        RuleViolation: ``already-taken``.
    """

    def make(dossier: Dossier, moment: datetime) -> TakenOver:
        last = dossier.custody[-1] if dossier.custody else None
        if last and last.holder == holder and last.taken_at:
            raise RuleViolation(
                "already-taken",
                f"{holder.name} đã nhận hồ sơ {dossier.reference} rồi; không cần nhận lại.",
            )
        return TakenOver(moment, holder)

    return perform(desk, dossier_id, Act.TAKE_OVER, make, by=by, at=at)


def send_back(
    desk: Desk,
    dossier_id: str,
    *,
    reason: str,
    by: str,
    to: Holder | None = None,
    at: datetime | None = None,
) -> Dossier:
    """Return the dossier to somebody who had it before; a recorded result no longer stands.

    Without ``to`` it goes to whoever had it last before the present holder.

    Raises:
        RuleViolation: ``reason-missing`` or ``never-there``.
    """
    why = checked_reason(reason)

    def make(dossier: Dossier, moment: datetime) -> SentBack:
        return SentBack(moment, _earlier_holder(dossier, to), why)

    return perform(desk, dossier_id, Act.SEND_BACK, make, by=by, at=at)


def holder_of(desk: Desk, login: str) -> Holder:
    """The holder that an account stands for: a specialist by name, a clerk as the desk."""
    account = next((a for a in reference.accounts(desk.database) if a.login == login), None)
    if account is None or account.role.value == "clerk":
        return DESK
    return Holder(HolderKind.SPECIALIST, account.name, account.login)


def known_holders(desk: Desk) -> list[Holder]:
    """Whom dossiers can be given to: the desk, everybody with an account, the catalogue's offices.

    The catalogue's stages name the offices of linked procedures.
    """
    people = [
        Holder(HolderKind.SPECIALIST, account.name, account.login)
        for account in reference.accounts(desk.database)
        if account.active and account.role.value != "clerk"
    ]
    offices = {
        stage.office: Holder(HolderKind.OFFICE, stage.office)
        for procedure in desk.procedures
        for stage in procedure.stages
    }
    above = Holder(HolderKind.ABOVE, "Cơ quan cấp trên")
    return [DESK, *people, *sorted(offices.values(), key=lambda holder: holder.name), above]


def _stage_for(dossier: Dossier, receiver: Holder, stage: int | None) -> int | None:
    stages = dossier.promise.stages if dossier.promise else ()
    if stage is not None:
        if not 0 <= stage < len(stages):
            raise RuleViolation(
                "no-such-stage",
                f"Thủ tục này có {len(stages)} bước liên thông; hãy ghi lại số thứ tự của bước.",
                field="stage",
            )
        return stage
    last = max((c.stage for c in dossier.custody if c.stage is not None), default=-1)
    later = range(last + 1, len(stages))
    return next((n for n in later if stages[n].office == receiver.name), None)


def _earlier_holder(dossier: Dossier, to: Holder | None) -> Holder:
    earlier = dossier.earlier_holders
    if to is None:
        if not earlier and dossier.state is not State.RESULT_READY:
            raise RuleViolation(
                "never-there",
                f"Hồ sơ {dossier.reference} chưa qua tay ai khác nên không có bước trước để trả"
                " lại; hãy chuyển hồ sơ cho người xử lý.",
                field="to",
            )
        # A result that is sent back may go back to the same hands.
        return earlier[-1] if earlier else DESK
    stays = to == dossier.holder and dossier.state is State.RESULT_READY
    if to not in earlier and not stays:
        before = ", ".join(dict.fromkeys(holder.name for holder in earlier)) or DESK.name
        raise RuleViolation(
            "never-there",
            f"Hồ sơ {dossier.reference} chưa từng ở {to.name} trước đây;"
            f" hãy chọn một trong: {before}.",
            field="to",
        )
    return to
