"""Blanking a person's particulars in what was written down, and telling a blanking from a forgery.

A body is blanked where it stands: its shape, its moments, figures and codes stay, so the history
still folds; names, numbers, addresses and free words go. What it says from then on is told word for
word by the :class:`~reception.domain.dossier_events.Redacted` event, so that it can be proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import msgspec

from reception.domain import chain

GONE = "(đã xoá)"
_PUBLISHED = "feedback.published"
_BLANKS = frozenset({"", GONE})
_PARTIES = frozenset({"owner", "submitter", "sender"})
# What the law and the calendar say, as values of many fields; no word of anybody's.
_KEPT = frozenset({"procedure", "promise"})
# Words that somebody typed: whatever is told about a person stands in them.
_FREE = frozenset(
    {
        "after", "agreement", "answer", "authorisation", "before", "demanded_because", "fee_words",
        "free_because", "identity", "late_because", "note", "notes", "officer", "originals",
        "reason", "recipient", "request", "requested_by", "result", "return_to", "returned", "text",
        "wanted",
    }
)  # fmt: skip
_KEPT_OF_A_PARTY = frozenset({"kind"})
_OF_A_SCAN = frozenset({"sha256", "name"})
_TELLING = ("name", "identity", "phone", "email", "line", "as_written", "card")
_SHORTEST_NAME, _SHORTEST_NUMBER = 5, 6

_Json = Any


def particulars(bodies: Iterable[bytes]) -> frozenset[str]:
    """Everything that names the people of a dossier: found again wherever else it was written."""
    found: set[str] = set()
    for body in bodies:
        for party in _parties(msgspec.json.decode(body)):
            found |= {text.casefold() for text in _texts_of(party) if _tells(text)}
    return frozenset(found)


def blanked(kind: str, body: bytes, people: frozenset[str]) -> bytes:
    """A body without particulars; the very same bytes where there are none.

    Raises:
        ValueError: It is no JSON.
    """
    before = msgspec.json.decode(body)
    if kind == _PUBLISHED:
        return body  # its words were chosen to name nobody, and hang on the wall
    after = _blank(before, people)
    if kind == "dossier.scan-attached":
        after = {name: "" if name in _OF_A_SCAN else value for name, value in after.items()}
    if kind == "dossier.notified":
        after = after | {"to": ""}
    return body if after == before else chain.write(after)


def only_blanks(before: bytes, after: bytes) -> bool:
    """Whether a body differs from another by blanks alone, so that nothing else is told by it."""
    try:
        return _only_blanks(msgspec.json.decode(before), msgspec.json.decode(after))
    except (ValueError, RecursionError):
        return False


def _blank(value: _Json, people: frozenset[str]) -> _Json:
    match value:
        case dict():
            return {
                name: _blank_field(name, inner, people)
                for name, inner in cast("dict[str, _Json]", value).items()
            }
        case list():
            return [_blank(inner, people) for inner in cast("list[_Json]", value)]
        case str() if _names_somebody(value, people):
            return GONE
        case _:
            return value


def _blank_field(name: str, value: _Json, people: frozenset[str]) -> _Json:
    if name in _KEPT and isinstance(value, dict):
        kept = cast("dict[str, _Json]", value)
        return _blank_unlisted(kept, people) if kept.get("version") == 0 else kept
    if name in _PARTIES and isinstance(value, dict):
        return _blank_party(cast("dict[str, _Json]", value))
    return _emptied(value) if name in _FREE else _blank(value, people)


def _blank_unlisted(procedure: dict[str, _Json], people: frozenset[str]) -> dict[str, _Json]:
    """A procedure that the catalogue lacks has its words from whoever wrote an old register."""
    rest = cast("dict[str, _Json]", _blank(procedure, people))
    return rest | ({"name": GONE} if procedure.get("name") else {})


def _blank_party(party: dict[str, _Json]) -> dict[str, _Json]:
    kept = {name: value for name, value in party.items() if name in _KEPT_OF_A_PARTY}
    blank = {name: _emptied(value) for name, value in party.items()}
    return blank | kept | ({"name": GONE} if "name" in party else {})


def _emptied(value: _Json) -> _Json:
    """The same shape without a word."""
    match value:
        case str():
            return ""
        case dict():
            return {n: _emptied(inner) for n, inner in cast("dict[str, _Json]", value).items()}
        case list():
            return [_emptied(inner) for inner in cast("list[_Json]", value)]
        case _:
            return value


def _only_blanks(before: _Json, after: _Json) -> bool:
    match before, after:
        case str(), str():
            return after == before or after in _BLANKS
        case dict(), dict():
            was, now = cast("dict[str, _Json]", before), cast("dict[str, _Json]", after)
            return was.keys() == now.keys() and all(_only_blanks(was[n], now[n]) for n in was)
        case list(), list():
            was, now = cast("list[_Json]", before), cast("list[_Json]", after)
            return len(was) == len(now) and all(map(_only_blanks, was, now))
        case _:
            return type(before) is type(after) and before == after


def _parties(value: _Json) -> Iterator[dict[str, _Json]]:
    match value:
        case dict():
            for name, inner in cast("dict[str, _Json]", value).items():
                if name in _PARTIES and isinstance(inner, dict):
                    yield cast("dict[str, _Json]", inner)
                else:
                    yield from _parties(inner)
        case list():
            for inner in cast("list[_Json]", value):
                yield from _parties(inner)
        case _:
            return


def _texts_of(party: dict[str, _Json]) -> Iterator[str]:
    for name in _TELLING:
        if isinstance(text := party.get(name), str):
            yield text
    address = party.get("address")
    if isinstance(address, dict):
        yield from _texts_of(cast("dict[str, _Json]", address))


def _tells(text: str) -> bool:
    """Whether a text names somebody by itself: “An” stands in too many other words."""
    if any(letter.isdigit() for letter in text):
        return len(text) >= _SHORTEST_NUMBER
    return len(text) >= _SHORTEST_NAME and text not in _BLANKS


def _names_somebody(text: str, people: frozenset[str]) -> bool:
    folded = text.casefold()
    return any(one in folded for one in people)
