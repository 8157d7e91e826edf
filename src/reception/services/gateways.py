"""Gateways: the small adapters through which messages leave (described in docs/gateways.md)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import msgspec

from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import Trouble, disk_words
from reception.domain.file_names import safe_name
from reception.domain.notice import SENT_BY_ITSELF, Answer, Message, Outcome
from reception.domain.text import clean

UNFINISHED, GIVEN, ANSWERS, TAKEN = "dang-ghi", "da-giao", "tra-loi", "da-doc"
_ANSWERS = {NoticeOutcome.REACHED, NoticeOutcome.FAILED}
_LONGEST_NOTE = 200


class Gateway(Protocol):
    """Takes messages of one channel out of the house, and may tell later what became of them."""

    def send(self, message: Message) -> Outcome:
        """Take a message; the same one again is taken as done, and never sent twice.

        Raises:
            Trouble: It cannot be reached now; the message stays queued and is tried again.
        """
        ...

    def answers(self) -> Iterable[Answer]:
        """What it learnt since; each stays until it is :meth:`taken`."""
        ...

    def taken(self, answer: Answer) -> None:
        """The answer is in the register; it need not be told again."""
        ...


class FileDrop:
    """Writes each message as one UTF-8 JSON file into a folder that another program empties.

    A file appears whole or not at all, and once: what was given is noted in ``da-giao`` before it
    is moved out of ``dang-ghi``, and only what still lies there is moved again after a power cut.
    Answers are files in ``tra-loi`` with ``message_id``, ``outcome`` and perhaps ``note``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: Message) -> Outcome:
        """Put the message's file into the folder.

        Raises:
            Trouble: ``gateway-folder`` when the folder cannot be written.
        """
        name = _file_name(message.message_id)
        unfinished, given = (self._folder / part / name for part in (UNFINISHED, GIVEN))
        try:
            for part in (unfinished.parent, given.parent):
                part.mkdir(exist_ok=True)
            if not given.exists():
                _write(unfinished, _as_json(message))
                given.touch()
            # Where it has gone already, it was moved before the power failed.
            with suppress(FileNotFoundError):
                unfinished.replace(self._folder / name)
        except OSError as error:
            raise Trouble(
                "gateway-folder",
                f"Không ghi được vào thư mục gửi tin {self._folder} ({disk_words(error)});"
                " tin vẫn chờ trong máy, hãy kiểm tra thư mục rồi gửi lại.",
            ) from error
        return Outcome(NoticeOutcome.SENT)

    def answers(self) -> Iterable[Answer]:
        """The answers that lie there; what cannot be read is left where it is."""
        for path in sorted((self._folder / ANSWERS).glob("*.json")):
            with suppress(OSError, ValueError):
                answer = msgspec.json.decode(path.read_bytes(), type=Answer)
                if answer.outcome in _ANSWERS and path.name == _file_name(answer.message_id):
                    note = clean(answer.note)[:_LONGEST_NOTE]
                    yield Answer(answer.message_id, answer.outcome, note)

    def taken(self, answer: Answer) -> None:
        """Move the answer's file aside; one that cannot be moved is read again, to no effect."""
        path = self._folder / ANSWERS / _file_name(answer.message_id)
        aside = self._folder / ANSWERS / TAKEN
        with suppress(OSError):
            aside.mkdir(exist_ok=True)
            path.replace(aside / path.name)


def gateways_in(folder: str) -> Mapping[NoticeChannel, Gateway]:
    """The gateways of the folder that the settings name: one for each subfolder that is there.

    A channel without its own subfolder (``sms``, ``zalo``, ``email``) has no gateway.
    """
    if not folder:
        return {}
    places = {channel: Path(folder) / channel.value for channel in SENT_BY_ITSELF}
    return {channel: FileDrop(place) for channel, place in places.items() if place.is_dir()}


def _file_name(message_id: str) -> str:
    # It begins with the id of a dossier, which another desk may have given.
    return safe_name(f"{message_id}.json")


def _as_json(message: Message) -> bytes:
    return msgspec.json.format(msgspec.json.encode(message), indent=2)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
