"""Vietnamese text: one normal form, folding for search, initials, and the order of names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reception.domain.errors import RuleViolation

LONGEST_TEXT = 1000

# đ has no decomposition, so neither NFD nor SQLite's tokenizer folds it. The highland languages
# write their glottal stops with any of several apostrophes; a searcher types none of them.
_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d"} | dict.fromkeys("'’‘`´ʼ"))
_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {digit: digit for digit in "0123456789"} | {
    letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)
}
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order


def clean(text: str) -> str:
    """Text as it is stored: NFC, outer and doubled white space removed, no control characters."""
    if not text:
        return ""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = unicodedata.normalize("NFC", "".join(map(_seen, composed)))
    return " ".join(composed.split())


def _seen(char: str) -> str:
    # What takes no room, such as the joiners and soft hyphens of web pages, must not part a word.
    if char.isprintable():
        return char
    return "" if unicodedata.category(char) == "Cf" else " "


def checked_text(text: str, field: str) -> str:
    """Text as it is stored, unless it is longer than any paper has room for.

    Raises:
        RuleViolation: ``text-too-long`` at ``field``.
    """
    cleaned = clean(text)
    if len(cleaned) > LONGEST_TEXT:
        raise RuleViolation(
            "text-too-long",
            f"Nội dung dài {len(cleaned)} ký tự, quá {LONGEST_TEXT} ký tự cho phép; hãy rút ngắn.",
            field=field,
        )
    return cleaned


def fold(text: str) -> str:
    """Text for searching: lower case, no marks, ``đ`` as ``d``, words of ASCII letters and digits.

    ``fold("H’Hen Niê")`` is ``"hhen nie"``; NFC and NFD spellings fold alike.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    bare = unicodedata.normalize("NFD", text.translate(_LETTERS).casefold())
    return _NOT_WORD.sub(" ", _MARKS.sub("", bare)).strip()


def initials(text: str) -> str:
    """The first letters of the folded words: ``"đăng ký khai sinh"`` gives ``"dkks"``."""
    return "".join(word[0] for word in fold(text).split())


def sort_key(name: str) -> str:
    """A key that orders people as a Vietnamese list does: given name, then the names before it.

    Letters rank a ă â b c d đ e ê …, tones rank after letters (ngang, huyền, hỏi, ngã, sắc, nặng);
    all people named Hà stand before all named Hạ. The key is plain ASCII text, so every database
    sorts it alike.
    """
    words = clean(name).casefold().split()
    given, *before = [_ranks(word) for word in words[-1:] + words[:-1]] or [("", "")]
    letters = " ".join(letters for letters, _tones in before)
    tones = "".join(tones for _letters, tones in before)
    return " ".join((*given, letters, tones))


# A few thousand syllables make all names.
@lru_cache(maxsize=4096)
def _ranks(word: str) -> tuple[str, str]:
    """The ranks of a word's letters, and those of its tones."""
    letters: list[str] = []
    tones: list[str] = []
    for base, tone in _split_tones(word):
        tones.append(str(tone))
        # A letter that Vietnamese does not have ranks as its bare one; signs do not count.
        letters.append(_RANKS.get(base) or _RANKS.get(unicodedata.normalize("NFD", base)[:1], ""))
    return "".join(letters), "".join(tones)


def _split_tones(word: str) -> list[tuple[str, int]]:
    """Each letter of a word with its tone's rank: ``"ngọc"`` gives (n,0) (g,0) (o,5) (c,0)."""
    letters: list[tuple[str, int]] = []
    for char in unicodedata.normalize("NFC", word):
        marks = unicodedata.normalize("NFD", char)
        tone = next((_TONES.index(m) + 1 for m in marks if m in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES))
        letters.append((base, tone))
    return letters
