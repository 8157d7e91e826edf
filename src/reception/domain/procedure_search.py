"""Finding a procedure from a few typed letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from reception.domain.procedure import Procedure
from reception.domain.text import fold, initials

_HEADING = "thu tuc "  # so many names begin with it that it tells nothing
_LONGEST_QUERY = 100
_MOST_WORDS = 8
_LEADING_WORDS = 4  # after them a long name goes into its cases and exceptions


class _Fit(IntEnum):
    """How well a name answers what was typed, from weakest to strongest."""

    NONE = 0
    SCATTERED = 1  # its letters begin words of the name in order, far apart
    FRAGMENT = 2  # it stands inside a word or in the field's name
    SKIPPING = 3  # its letters begin words in order, at most one word passed over in between
    INITIALS = 4  # its letters begin words that follow each other
    PREFIX = 5  # a word begins with it, or it is an abbreviation's less likely meaning
    LEADING = 6  # one of the first words begins with it
    PHRASE = 7  # the words stand in the name as typed, or as the abbreviation means


@dataclass(frozen=True, slots=True)
class _Entry:
    """A procedure with its texts folded once, ahead of all searches."""

    place: int
    procedure: Procedure
    words: str
    elsewhere: str
    initials: str
    digits: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A typed word, and what of it can be prepared once for all procedures."""

    text: str
    meanings: tuple[str, ...]
    skipping: re.Pattern[str]
    scattered: re.Pattern[str] | None


class ProcedureIndex:
    """The procedures in force, ready to be found while the clerk types.

    Args:
        procedures: One version of each code, in the catalogue's order.
        abbreviations: For each abbreviation, the words it stands for, the likeliest first.
    """

    def __init__(
        self,
        procedures: Iterable[Procedure],
        abbreviations: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._entries = [_entry(place, p) for place, p in enumerate(procedures)]
        self._meanings = {
            fold(short): tuple(f" {fold(meaning)}" for meaning in meanings)
            for short, meanings in (abbreviations or {}).items()
        }

    def find(self, text: str, recent: Mapping[str, int], limit: int = 20) -> list[Procedure]:
        """The procedures that answer ``text``, the likeliest first.

        Strong answers precede good ones and those precede weak ones; among each, what this desk
        used most comes first, then what fits better, then shorter names. Without text, the most
        used come first.

        Args:
            text: Words or their beginnings in any order, initials, abbreviations, or a code;
                with or without accents.
            recent: How often this desk used each code of late.
            limit: How many to return at most.
        """
        query = fold(text[:_LONGEST_QUERY])
        if not query:
            by_use = sorted(self._entries, key=lambda e: -recent.get(e.procedure.code, 0))
            return [entry.procedure for entry in by_use[:limit]]
        words = [self._word(word) for word in query.split()[:_MOST_WORDS]]
        digits = query.replace(" ", "") if any(c.isdigit() for c in query) else ""
        ranked: list[tuple[int, int, int, int, int]] = []
        for entry in self._entries:
            fit = _fit(entry, query, digits, words)
            if fit is not _Fit.NONE:
                uses = recent.get(entry.procedure.code, 0)
                group = (fit < _Fit.LEADING) + (fit < _Fit.INITIALS)
                ranked.append((group, -uses, -fit, len(entry.words), entry.place))
        return [self._entries[place].procedure for *_, place in sorted(ranked)[:limit]]

    def _word(self, text: str) -> _Word:
        scattered = re.compile(".*".join(text)) if len(text) > 2 else None
        return _Word(text, self._meanings.get(text, ()), re.compile(".?".join(text)), scattered)


def _entry(place: int, procedure: Procedure) -> _Entry:
    words = fold(procedure.name).removeprefix(_HEADING)
    return _Entry(
        place=place,
        procedure=procedure,
        words=f" {words}",
        elsewhere=f"{words} {fold(procedure.field)}",
        initials=initials(words),
        digits=_run_together(procedure.code),
    )


def _fit(entry: _Entry, query: str, digits: str, words: list[_Word]) -> _Fit:
    """How well a name answers all typed words: as well as the worst of them."""
    if digits and digits == entry.digits:
        return _Fit.PHRASE
    if len(digits) > 2 and digits in entry.digits:
        return _Fit.PREFIX
    if len(words) > 1 and f" {query}" in entry.words:
        return _Fit.PHRASE
    worst = _Fit.PHRASE
    for word in words:
        worst = min(worst, _word_fit(entry, word))
        if worst is _Fit.NONE:
            break
    return worst


def _word_fit(entry: _Entry, word: _Word) -> _Fit:
    if word.meanings and word.meanings[0] in entry.words:
        return _Fit.PHRASE
    at = entry.words.find(f" {word.text}")
    if at >= 0:
        return _Fit.LEADING if entry.words.count(" ", 0, at) < _LEADING_WORDS else _Fit.PREFIX
    if any(meaning in entry.words for meaning in word.meanings[1:]):
        return _Fit.PREFIX
    if len(word.text) > 1 and word.text in entry.initials:
        return _Fit.INITIALS
    if len(word.text) > 1 and word.skipping.search(entry.initials):
        return _Fit.SKIPPING
    if word.text in entry.elsewhere:
        return _Fit.FRAGMENT
    if word.scattered and word.scattered.search(entry.initials):
        return _Fit.SCATTERED
    return _Fit.NONE


def _run_together(code: str) -> str:
    return fold(code).replace(" ", "")
