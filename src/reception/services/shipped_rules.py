"""The rules of the law that the program ships as files, read into the types that they fill."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from reception import paths

_T = TypeVar("_T")


def read(name: str, kind: type[_T]) -> _T:
    """The rules in a file of this name, of every date."""
    file = paths.resource("rules") / f"{name}.toml"
    return msgspec.toml.decode(file.read_bytes(), type=kind)
