"""Which hamlet an address lies in: thôn, bản, buôn, làng, ấp, tổ dân phố, khu phố, xóm, khối."""

from __future__ import annotations

import re
import unicodedata

from reception.domain.applicant import Address
from reception.domain.text import clean

# The greater before the lesser: "tổ 3 thôn Nà Lầu" lies in thôn Nà Lầu.
_KINDS = (
    "thôn|bản|buôn|làng|ấp|xóm|plei|plơi|phum|sóc|khóm",
    "tổ dân phố|tdp|khu phố|kp|tiểu khu|khối phố|khối|khu dân cư|khu",
    "tổ|đội|cụm",
)
# "Xã Bản Hồ" is a commune.
_HIGHER = re.compile(r"(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh)\s")


def _named(kinds: str) -> re.Pattern[str]:
    """The word itself, and more after it: ``ấp 3``, ``thôn Nà Lầu``."""
    return re.compile(rf"(?:^|\s)((?:{kinds})\s+\S.*)$", re.IGNORECASE)


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_NAMED = tuple((_named(kinds), _named(_without_marks(kinds))) for kinds in _KINDS)


def hamlet_of(address: Address) -> str:
    """The hamlet that an address names, with a capital; empty where it names none.

    Without marks (``thon Na Lau``) it is found only if the whole part is written so: "ban quản lý"
    is no bản.
    """
    parts = [clean(part) for part in (address.line or address.as_written).split(",")]
    lower_units = [part for part in parts if not _HIGHER.match(part.lower())]
    for marked, bare in _NAMED:
        for part in lower_units:
            found = (bare if part.isascii() else marked).search(part)
            if found:
                return found[1][0].upper() + found[1][1:]
    return ""
