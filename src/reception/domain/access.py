"""Who looked at what of people's particulars, and why: the lines of the record of access."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.domain import chain
from reception.domain.moments import to_utc_text

HIDDEN = "••••"
_SHOWN = 4


class Look(StrEnum):
    """How somebody came to see particulars."""

    SEEN = "seen"
    UNMASKED = "unmasked"
    EXPORTED = "exported"
    AUDITED = "audited"
    INSPECTED = "inspected"


LOOK_WORDS = {
    Look.SEEN: "mở xem hồ sơ",
    Look.UNMASKED: "hiện số đang che",
    Look.EXPORTED: "đưa danh sách ra ngoài",
    Look.AUDITED: "xem nhật ký truy cập",
    Look.INSPECTED: "lập bộ hồ sơ thanh tra",
}


class Purpose(StrEnum):
    """Why numbers are shown in a list; the law asks for a purpose, not for an essay."""

    CALL = "call"
    COMPARE = "compare"
    RETURN = "return"
    REQUEST = "request"
    REPORT = "report"


PURPOSE_WORDS = {
    Purpose.CALL: "liên hệ người nộp",
    Purpose.COMPARE: "đối chiếu giấy tờ của người đến quầy",
    Purpose.RETURN: "trả kết quả",
    Purpose.REQUEST: "theo yêu cầu của người có thẩm quyền",
    Purpose.REPORT: "kiểm tra, báo cáo",
}


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One line of the record; ``subject`` is a dossier's id, feedback's entity, or a list told."""

    n: int
    at: datetime
    login: str
    look: Look
    subject: str
    purpose: Purpose | None = None

    def hash_after(self, previous: bytes) -> bytes:
        """The record's hash with this line hung after ``previous``."""
        purpose = self.purpose.value if self.purpose else ""
        told = [
            self.n, to_utc_text(self.at), self.login, self.look.value, self.subject, purpose,
        ]  # fmt: skip
        return hashlib.sha256(previous + chain.write(told)).digest()


def access_genesis(device: str) -> bytes:
    """The hash before the first line of a device's record."""
    return hashlib.sha256(f"v1|access|{device}".encode()).digest()


def masked(number: str) -> str:
    """An identity or phone number with only its last four characters to be read."""
    if not number:
        return ""
    return f"{HIDDEN} {number[-_SHOWN:]}" if len(number) > _SHOWN else HIDDEN
