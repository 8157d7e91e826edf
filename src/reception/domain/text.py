"""Vietnamese text: one normal form, folding for search, initials, and the order of names."""

from __future__ import annotations

import re
import unicodedata

# đ has no decomposition, so neither NFD nor SQLite's tokenizer folds it. The highland languages
# write their glottal stops with any of several apostrophes; a searcher types none of them.
_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d"} | dict.fromkeys("'’‘`´ʼ"))
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order


def clean(text: str) -> str:
    """Text as it is stored: NFC, outer and doubled white space removed, no control characters."""
    printable = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", text))
    return " ".join(printable.split())


def fold(text: str) -> str:
    """Text for searching: lower case, no marks, ``đ`` as ``d``, words of ASCII letters and digits.

    ``fold("H’Hen Niê")`` is ``"hhen nie"``; NFC and NFD spellings fold alike.
    """
    bare = unicodedata.normalize("NFD", text.translate(_LETTERS).casefold())
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", letters).strip()


def initials(text: str) -> str:
    """The first letters of the folded words: ``"đăng ký khai sinh"`` gives ``"dkks"``."""
    return "".join(word[0] for word in fold(text).split())


def sort_key(name: str) -> str:
    """A key that orders people as a Vietnamese list does: given name, then the names before it.

    Letters rank a ă â b c d đ e ê …, tones rank after letters (ngang, huyền, hỏi, ngã, sắc, nặng).
    The key is plain ASCII text, so every database sorts it alike.
    """
    words = clean(name).casefold().split()
    ordered = words[-1:] + words[:-1]
    letters = " ".join(_letter_ranks(word) for word in ordered)
    tones = "".join(_tone_ranks(word) for word in ordered)
    return f"{letters}  {tones}"


def _letter_ranks(word: str) -> str:
    ranks: list[str] = []
    for base, _tone in _split_tones(word):
        place = _ALPHABET.find(base)
        if place >= 0:
            ranks.append(chr(ord("A") + place))
        elif base.isdigit():
            ranks.append(base)
        elif unicodedata.normalize("NFD", base)[0] in _ALPHABET:
            ranks.append(chr(ord("A") + _ALPHABET.find(unicodedata.normalize("NFD", base)[0])))
    return "".join(ranks)


def _tone_ranks(word: str) -> str:
    return "".join(str(tone) for _base, tone in _split_tones(word))


def _split_tones(word: str) -> list[tuple[str, int]]:
    """Each letter of a word with its tone's rank: ``"ngọc"`` gives (n,0) (g,0) (o,5) (c,0)."""
    letters: list[tuple[str, int]] = []
    for char in unicodedata.normalize("NFC", word):
        marks = unicodedata.normalize("NFD", char)
        tone = next((_TONES.index(m) + 1 for m in marks if m in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES))
        letters.append((base, tone))
    return letters
