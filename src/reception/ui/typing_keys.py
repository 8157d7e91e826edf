"""What a person pressed to make a Vietnamese letter, to undo a typing tool in a code field."""

from __future__ import annotations

import unicodedata

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"

_VNI = {
    _ACUTE: "1",
    _GRAVE: "2",
    _HOOK: "3",
    _TILDE: "4",
    _DOT: "5",
    _CIRCUMFLEX: "6",
    _HORN: "7",
    _BREVE: "8",
}
_TELEX = {_ACUTE: "s", _GRAVE: "f", _HOOK: "r", _TILDE: "x", _DOT: "j", _HORN: "w", _BREVE: "w"}


def as_vni(text: str) -> str:
    """The keys that VNI typing turned into ``text``: ``"Ã"`` was ``"A4"``."""
    return "".join(_keys(letter, _VNI, "9") for letter in unicodedata.normalize("NFC", text))


def as_telex(text: str) -> str:
    """The keys that Telex typing turned into ``text``: ``"Ã"`` was ``"AX"``."""
    return "".join(_keys(letter, _TELEX, "") for letter in unicodedata.normalize("NFC", text))


def _keys(letter: str, marks: dict[str, str], dash: str) -> str:
    if letter in "đĐ":
        base = "d" if letter == "đ" else "D"
        return base + (dash or base)
    base, *written = unicodedata.normalize("NFD", letter)
    # The shape of the vowel is typed before its tone, whatever order Unicode keeps them in.
    written.sort(key=lambda mark: mark not in (_CIRCUMFLEX, _BREVE, _HORN))
    keys = base + "".join(marks.get(mark, base) for mark in written)
    return keys.upper() if base.isupper() else keys
