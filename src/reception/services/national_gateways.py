"""The adapters by which messages leave for the national exchange (docs/national-exchange.md)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from reception.domain.errors import Trouble, disk_words
from reception.domain.national_message import NationalMessage
from reception.domain.text import clean

# Inside the folder: what is the program's own, and nobody else's to take.
OWN = "hang-doi"
_UNFINISHED, _LAST_GIVEN = "dang-ghi", "da-giao.txt"
_UNSAFE = re.compile(r"[^0-9A-Za-z.-]")
_TAKEN_CODES, _EXISTS_CODES = {"0", "00"}, {"0", "3", "-3"}
_EXISTS_WORDS = "đã tồn tại"
_LONGEST_WHY = 200


class Verdict(StrEnum):
    """What the other end says of a message: taken, known already, or refused."""

    TAKEN = "taken"
    EXISTS = "exists"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class NationalAnswer:
    """The other end's answer; ``why`` is what it said of a refusal."""

    verdict: Verdict
    why: str = ""


class NationalGateway(Protocol):
    """Takes messages out of the house, one after the other in the order of their numbers."""

    def send(self, message: NationalMessage) -> NationalAnswer:
        """Give a message; one of the same number again is the same message, and given once.

        Raises:
            Trouble: It cannot be reached now; the message stays queued and is given again.
        """
        ...


def answer_of(document: Mapping[str, object]) -> NationalAnswer:
    """What an answer ``{error_code, message, result}`` means."""
    code, words = str(document.get("error_code", "")), clean(str(document.get("message", "")))
    if code in _EXISTS_CODES and _EXISTS_WORDS in words.casefold():
        return NationalAnswer(Verdict.EXISTS)
    if code in _TAKEN_CODES:
        return NationalAnswer(Verdict.TAKEN)
    return NationalAnswer(Verdict.REFUSED, f"{code}: {words}"[:_LONGEST_WHY])


class NationalFileDrop:
    """Writes each message as one JSON file into a folder that another program empties.

    A file appears whole or not at all, and once: its number is noted before it is moved out, and
    what still lies unfinished is moved again after a power cut.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / OWN
        self._given: int | None = None

    def send(self, message: NationalMessage) -> NationalAnswer:
        """Put the message's file into the folder.

        Raises:
            Trouble: ``national-folder`` when the folder cannot be written.
        """
        name = file_name(message)
        unfinished = self._own / _UNFINISHED / name
        try:
            if message.number > self._last_given():
                unfinished.parent.mkdir(parents=True, exist_ok=True)
                _write(unfinished, written(message.body()))
                write_whole(self._own / _LAST_GIVEN, str(message.number).encode())
                self._given = message.number
            # Where it has gone already, it was moved before the power failed.
            with suppress(FileNotFoundError):
                unfinished.replace(self._folder / name)
        except OSError as error:
            raise folder_trouble(self._folder, error) from error
        return NationalAnswer(Verdict.TAKEN)

    def _last_given(self) -> int:
        if self._given is None:
            noted = self._own / _LAST_GIVEN
            self._given = int(noted.read_text("ascii")) if noted.exists() else 0
        return self._given


def file_name(message: NationalMessage) -> str:
    """What a message's file is called: its number, its dossier's code and count, its service."""
    code = _UNSAFE.sub("_", message.code)
    return f"{message.number:010d}_{code}_{message.events:04d}_{message.service}.json"


def folder_trouble(folder: Path, error: OSError) -> Trouble:
    """That the folder cannot be used, in words."""
    return Trouble(
        "national-folder",
        f"Không dùng được thư mục {folder} ({disk_words(error)}); chưa tin nào mất,"
        " hãy kiểm tra thư mục rồi chạy lại lệnh.",
    )


def written(value: object) -> bytes:
    """A value as the JSON of a file."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or as it was, whenever the power fails."""
    beside = path.with_name(f"{path.name}.moi")
    _write(beside, content)
    beside.replace(path)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
