"""The installed program's own files: which there must be, and whether each is as it was built.

A version of the program is one folder, and ``program.json`` in it names every other file with its
SHA-256. A checkout has no such list.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from reception.domain.errors import Trouble
from reception.paths import MANIFEST_NAME

MOST_MANIFEST = 4 << 20

# A file's name can lead nowhere but into the version's own folder, on Windows either.
_NAME = re.compile(r"[\w+~@$(),-][\w.+~@$(), -]*(/[\w+~@$(),-][\w.+~@$(), -]*)*", re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)", re.IGNORECASE)
_LONGEST_NAME = 200

Version = Annotated[str, Meta(pattern=r"\A\d{1,5}(\.\d{1,5}){2}\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class Manifest(Struct, frozen=True):
    """What a version is made of: the files by their names, which have ``/`` between folders."""

    version: Version
    files: dict[str, Sha256]

    def __post_init__(self) -> None:
        if not all(map(is_file_name, self.files)):
            raise ValueError("a name that leads elsewhere")


def read_manifest(data: bytes) -> Manifest:
    """The manifest in these bytes.

    Raises:
        ValueError: They hold none.
    """
    return msgspec.json.decode(data, type=Manifest)


def manifest_of(folder: Path) -> Manifest:
    """The manifest of a version's folder.

    Raises:
        Trouble: ``program-damaged``.
    """
    try:
        return read_manifest((folder / MANIFEST_NAME).read_bytes())
    except (OSError, ValueError):
        raise damaged(MANIFEST_NAME) from None


def check(folder: Path) -> Manifest:
    """Read every file of a version and hold it against the manifest.

    Raises:
        Trouble: ``program-damaged`` names the first file that is missing or altered.
    """
    manifest = manifest_of(folder)
    for name, digest in manifest.files.items():
        if digest_of(folder / name) != digest:
            raise damaged(name)
    return manifest


def digest_of(path: Path) -> str:
    """A file's SHA-256; empty where there is none to be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def is_file_name(name: str) -> bool:
    """Whether a file of a version may be called so."""
    words = name.split("/")
    plain = len(name) <= _LONGEST_NAME and bool(_NAME.fullmatch(name))
    return plain and not any(_DEVICE.match(word) or word.endswith((".", " ")) for word in words)


def ordered(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 0.10.0 comes after 0.9.0."""
    return tuple(map(int, version.split(".")))


def damaged(name: str) -> Trouble:
    """A file of the program is not as it was built."""
    return Trouble(
        "program-damaged",
        f"Tệp {name} của chương trình bị thiếu hoặc bị sửa; hãy chạy lại tệp cài đặt."
        " Sổ hồ sơ không bị động đến.",
    )
