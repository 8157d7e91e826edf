"""The pages of the help as they are kept: plain texts in ``resources/help``, one file each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import msgspec

from reception import paths

FIRST = "start"
KEYS = "keys"
"""The page that is the sheet of all keys."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What a clerk sees when something goes wrong, and what to do then."""

    seen: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the help.

    In the texts ``[F2]`` is a key, an empty line ends a paragraph, and a line that begins with
    ``- `` is an item of a list. ``parts`` are the numbered marks on the picture, in their order;
    ``also`` are words by which the page is to be found; ``see`` names pages to read on with.
    """

    title: str
    order: int
    purpose: str
    name: str = ""
    also: tuple[str, ...] = ()
    picture: str = ""
    parts: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    see: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def topics() -> dict[str, Topic]:
    """Every page by its name, in the order of the contents."""
    found = [_read(file) for file in paths.resource("help/topics").glob("*.toml")]
    return {topic.name: topic for topic in sorted(found, key=lambda topic: topic.order)}


def picture_file(name: str) -> Path:
    """Where a page's picture lies."""
    return paths.resource("help/pictures") / name


def _read(file: Path) -> Topic:
    topic = msgspec.toml.decode(file.read_bytes(), type=Topic)
    return replace(topic, name=file.stem)
