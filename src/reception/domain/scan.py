"""Scanned papers: what may lie beside a register, and how large."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 25_000_000
MOST_PIXELS = 120_000_000
MOST_PAGES = 300
# An A4 sheet at 300 dots per inch; more shows nothing more and only burdens a thin line.
LONGEST_SIDE_PX = 3508
# A picture of this size is light enough to be kept as it came.
LIGHT_BYTES = 600_000


class Media(StrEnum):
    """The kinds of scan that are taken, by their internet names."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def suffix(self) -> str:
        """How a file of this kind ends."""
        return {Media.PDF: ".pdf", Media.JPEG: ".jpg", Media.PNG: ".png"}[self]


@dataclass(frozen=True, slots=True)
class CheckedScan:
    """A scan whose content was looked at; ``pages`` is 1 for a picture."""

    media: Media
    data: bytes
    pages: int = 1


def media_of_name(name: str) -> str:
    """The kind that a file's name tells of, empty for any other."""
    ending = name.lower().rpartition(".")[2]
    return {"pdf": Media.PDF, "jpg": Media.JPEG, "jpeg": Media.JPEG, "png": Media.PNG}.get(
        ending, ""
    )
