"""What a scanner typed, key by key, as it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reception.ui.scanner import LOST


class Kind(StrEnum):
    """What a stroke is; ``COMPOSED`` is text that a typing tool put in place of keys."""

    LETTER = "letter"
    COMPOSED = "composed"
    BACKSPACE = "backspace"
    ENTER = "enter"
    TAB = "tab"
    UNSPELT = "unspelt"


_SHOWN = {Kind.BACKSPACE: "⌫", Kind.ENTER: "⏎", Kind.TAB: "⇥", Kind.UNSPELT: LOST}
ENDS = (Kind.ENTER, Kind.TAB)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key or one composed text, and when it came."""

    kind: Kind
    at_ms: int
    text: str = ""


def raw(strokes: Sequence[Stroke]) -> str:
    """Everything that came, keys without a letter as signs."""
    return "".join(_SHOWN.get(stroke.kind, stroke.text) for stroke in strokes)


def text_of(strokes: Sequence[Stroke]) -> str:
    """The text as a field would hold it, without what ended it."""
    letters: list[str] = []
    for stroke in strokes:
        match stroke.kind:
            case Kind.LETTER | Kind.COMPOSED:
                letters += stroke.text
            case Kind.UNSPELT:
                letters.append(LOST)
            case Kind.BACKSPACE:
                del letters[-1:]
            case Kind.ENTER | Kind.TAB:
                pass
    return "".join(letters)


def waits_ms(strokes: Sequence[Stroke]) -> list[int]:
    """How long after the one before each stroke came."""
    times = [stroke.at_ms for stroke in strokes]
    return [later - earlier for earlier, later in pairwise(times)]
