"""A text from outside as the name of a file: on every system a plain name, in the folder meant."""

from __future__ import annotations

import re

from reception.domain.text import clean

_LONGEST = 120
_UNFIT = re.compile(r'[<>:"/\\|?*]+')
# What Windows takes for a device, whatever ending follows.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|\Z)", re.IGNORECASE
)


def safe_name(text: str, otherwise: str = "tep") -> str:
    """A file's name made of a text: it leads to no other folder and to no device.

    Args:
        text: The text, whoever wrote it.
        otherwise: The name where nothing of the text is left.
    """
    plain = _UNFIT.sub("-", clean(text))
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > _LONGEST:
        kept = dot + ending if stem and len(ending) <= 8 else ""
        plain = plain[: _LONGEST - len(kept)] + kept
    plain = plain.strip(". ")
    return f"_{plain}" if _DEVICE.match(plain) else plain or otherwise
