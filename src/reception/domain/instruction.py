"""A sheet of instructions for a desk: how to set a device up, with codes to try it by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CodeKind(StrEnum):
    """How a code is drawn."""

    QR = "qr"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class TrialCode:
    """A code to scan: its text, and what stands beside it."""

    kind: CodeKind
    text: str
    caption: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with items, with pairs of what and how, or with codes."""

    heading: str
    items: tuple[str, ...] = ()
    numbered: bool = False
    keys: tuple[tuple[str, str], ...] = ()
    codes: tuple[TrialCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Instruction:
    """The whole sheet; ``lead`` is the sentence under its title."""

    title: str
    lead: str
    sections: tuple[Section, ...]
