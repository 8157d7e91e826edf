"""What anybody may learn of a dossier: with its code and four digits, how it stands and where.

Unknown code and wrong digits are answered alike. No person is named: neither who asks for something
nor who works on it.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from datetime import datetime

from reception.domain.custody import HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.domain.notice import public_reason
from reception.domain.numbering import LONGEST_CODE, find_code
from reception.domain.text import clean
from reception.services.patience import ADDRESS, CODE, take_try
from reception.storage.ledger.audit import Tried
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.page_rows import FoldedDossier, factor, look_up_key
from reception.storage.ledger.work import Work

_FOUR_DIGITS = re.compile(r"[0-9]{4}")

STANDS = {
    State.RECEIVED: "Đang giải quyết",
    State.AWAITING_SUPPLEMENT: "Chờ người nộp bổ sung giấy tờ; thời hạn tạm ngừng tính",
    State.SUSPENDED: "Tạm dừng giải quyết theo quy định; thời hạn tạm ngừng tính",
    State.RESULT_READY: "Đã có kết quả, mời đến nhận",
    State.HANDED_OVER: "Đã trả kết quả",
    State.STOPPED: "Đã dừng theo yêu cầu của người nộp",
    State.UNDONE: "Đã huỷ tiếp nhận",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a dossier stands, in words that name no person."""

    code: str
    commune: str
    state: str
    received_at: datetime
    due_at: datetime | None
    new_due_at: datetime | None
    result_at: datetime | None
    late: bool
    reason: str
    where: str
    as_of: datetime | None


def code_in(text: str) -> str:
    """The dossier code in what was typed or scanned; the rest of a receipt's QR is let go."""
    return find_code(text) or clean(text).split("|", 1)[0].replace(" ", "").upper()[:LONGEST_CODE]


def look_up(ledger: Ledger, clock: Clock, code: str, digits: str, address: str) -> Standing | None:
    """How the dossier of a code stands, for who knows the last four digits; ``None`` otherwise.

    Raises:
        RuleViolation: ``code-missing`` or ``digits-impossible``: nothing was tried.
        HaveToWait: Too many tries failed, of this code or from this address.
    """
    wanted, now = _checked(code, digits), clock()
    tried = [
        Tried(f"look-up code {wanted}", CODE),
        Tried(f"look-up address {address}", ADDRESS),
    ]
    with ledger.writing() as work:
        take_try(work, tried, now)
        found = _opened_by(work, wanted, digits.strip())
        if found is None:
            return None
        for each in tried:
            work.give_try_back(each.what, now)
        return _standing(work, found, now)


def _checked(code: str, digits: str) -> str:
    wanted = code_in(code)
    if not wanted:
        raise RuleViolation(
            "code-missing", "Chưa có mã hồ sơ; hãy nhập mã in trên giấy tiếp nhận.", field="code"
        )
    if not _FOUR_DIGITS.fullmatch(digits.strip()):
        raise RuleViolation(
            "digits-impossible",
            "Cần đúng 4 chữ số cuối của số căn cước hoặc số điện thoại đã ghi khi nộp hồ sơ;"
            " hãy nhập lại.",
            field="digits",
        )
    return wanted


def _opened_by(work: Work, code: str, digits: str) -> FoldedDossier | None:
    """The dossier of the code that these digits open; as long a look where there is none."""
    tag = factor(look_up_key(work.authority().private_key), code, digits)
    found: FoldedDossier | None = None
    for row in work.dossiers_of_code(code):
        for known in row.factors.split():
            if hmac.compare_digest(known, tag):
                found = row
    return found


def _standing(work: Work, row: FoldedDossier, now: datetime) -> Standing:
    agency = work.agency(row.agency)
    commune = agency.name if agency else row.agency
    desks = work.desks_by_commune(now, row.agency).get(row.agency)
    late = row.is_late(now)
    return Standing(
        code=row.code,
        commune=commune,
        state=STANDS.get(State(row.state), ""),
        received_at=row.opened_at,
        due_at=row.due_at,
        new_due_at=row.new_due_at if row.ended_at is None else None,
        result_at=row.result_at,
        late=late,
        reason=public_reason(Cause(row.cause) if row.cause else Cause.UNFINISHED) if late else "",
        where=_where(row, commune),
        as_of=desks.last_seen_at if desks else None,
    )


def _where(row: FoldedDossier, commune: str) -> str:
    """Whose desk it lies on: an office, never a person."""
    match row.holder_kind:
        case HolderKind.DESK:
            return f"Bộ phận Một cửa, {commune}"
        case HolderKind.SPECIALIST:
            return f"Bộ phận chuyên môn, {commune}"
        case HolderKind.OFFICE | HolderKind.ABOVE:
            return row.holder
        case HolderKind.APPLICANT:
            return "Người nộp hồ sơ"
        case _:
            return ""
