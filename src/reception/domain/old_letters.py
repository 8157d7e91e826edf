"""Vietnamese as it was written before Unicode: TCVN3 (the .Vn fonts, “ABC”) and VNI Windows.

A spreadsheet keeps such text as Western letters that only the old font shows aright:
``NguyÔn V¨n An``, ``Nguyeãn Vaên An``. Capitals of TCVN3 with a tone were a font of their own, so
they come back as small letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum


class Letters(StrEnum):
    """How a text is written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


LETTERS_WORDS = {
    Letters.UNICODE: "Unicode",
    Letters.TCVN3: "TCVN3 (phông .Vn, ABC)",
    Letters.VNI: "VNI (phông VNI-)",
}

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",  # noqa: RUF001 - as the old fonts have them
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_ALONE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = re.compile(r"([aeouyöôAEOUYÖÔ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])")
_VNI_ALONE = re.compile(f"[{''.join(_ALONE)}{''.join(_ALONE).upper()}]")
# What no Vietnamese word in Unicode holds, next to a letter.
_SIGNS = "µ¶·¸¹¨»¼½¾©ª«¬®"  # noqa: RUF001 - as the old fonts have them
_OF_TCVN3 = re.compile(rf"(?<=[A-Za-zÀ-ÿ])[{_SIGNS}\u00ad÷]|[{_SIGNS}§¡¢£¤¥¦][A-Za-zÀ-ÿ]")
# Not "oà", "uâ" or "yê", which are good Vietnamese in Unicode.
_OF_VNI = re.compile(
    r"[aeAE][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ouyöôOUYÖÔ][ùøûõïëüäåÙØÛÕÏËÜÄÅ]|[öñÖÑ][a-zA-Z]"
)
_OF_UNICODE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
_ENOUGH = 3


def letters_of(texts: Iterable[str]) -> Letters:
    """How the texts of a book are written, by most of those that tell."""
    votes = dict.fromkeys(Letters, 0)
    for text in texts:
        if _OF_UNICODE.search(text):
            votes[Letters.UNICODE] += 1
        elif _OF_TCVN3.search(text):
            votes[Letters.TCVN3] += 1
        elif _OF_VNI.search(text):
            votes[Letters.VNI] += 1
    likeliest = max(votes, key=lambda one: votes[one])
    return likeliest if votes[likeliest] >= _ENOUGH else Letters.UNICODE


def in_unicode(text: str, letters: Letters) -> str:
    """The text in Unicode; one that is already stays as it is."""
    if letters is Letters.UNICODE or text.isascii() or _OF_UNICODE.search(text):
        return text
    if letters is Letters.TCVN3:
        return "".join(_TCVN3.get(letter, letter) for letter in text)
    # Marks wait as combining ones while letters that stand alone are changed, so that none of what
    # comes out is taken for VNI once more.
    marked = _VNI_PAIR.sub(lambda found: found[1] + _MARKS[found[2].lower()], text)
    return unicodedata.normalize("NFC", _VNI_ALONE.sub(_alone, marked))


def _alone(found: re.Match[str]) -> str:
    letter = found[0]
    told = _ALONE[letter.lower()]
    return told.upper() if letter.isupper() else told
