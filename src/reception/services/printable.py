"""Refusing at the desk what no paper could show; else it is found when the paper is printed."""

from __future__ import annotations

import re
import unicodedata

from reception.domain.errors import RuleViolation
from reception.domain.text import clean
from reception.printing.fonts import Face, advance

# What all faces can draw, so that an ordinary dossier loads no fonts; a test holds it true.
SURE = "\t\n\r -~\u00a0-\u0377\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\ufffd"

_SURE_TEXT = re.compile(f"[{SURE}]*")
_SHOWN = 40  # characters of the faulty text that its sentence repeats


def check_printable(text: str, field: str) -> None:
    """Refuse a text with a character that papers cannot show, or that cleaning would lose.

    Raises:
        RuleViolation: ``no-glyph`` at ``field``; the sentence names the character.
    """
    if _SURE_TEXT.fullmatch(text):
        return
    seen = clean(text)
    strange = next((char for char in text if _is_lost(char)), "") or _without_glyph(seen)
    if strange:
        raise RuleViolation(
            "no-glyph",
            f"“{seen[:_SHOWN]}” có ký tự {_name(strange)} không in được lên giấy;"
            " hãy thay hoặc bỏ ký tự này rồi làm lại.",
            field=field,
        )


def _is_lost(char: str) -> bool:
    """Whether cleaning would put a blank in a character's place: a broken or a control one."""
    return not (char.isprintable() or char.isspace() or unicodedata.category(char) == "Cf")


def _without_glyph(text: str) -> str:
    """The first character that some face lacks; empty where there is none."""
    return next((char for char in text if not _can_be_drawn(char)), "")


def _can_be_drawn(char: str) -> bool:
    try:
        for face in Face:
            advance(char, face)
    except RuleViolation:
        return False
    return True


def _name(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"“{char}” ({code})" if char.isprintable() else code
