"""The queue of messages for the national exchange: how far it was told, and what still waits.

All of it lies in one folder beside the exported files. What is new of the journal is made into
messages and put there, and then the ledger that says so takes the place of the one before: from
that moment on the messages will leave, and until then the queue is as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import msgspec

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.national_message import NationalMessage
from reception.services.national_gateways import OWN, folder_trouble, write_whole, written
from reception.storage.marks import START, Mark

_LEDGER = "so-gui.json"
_MOST_MARKS = 60


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the other end refused a dossier, and up to where in the journal it had taken all."""

    why: str
    known: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """How far the exchange was told.

    ``register`` is the first event's hash of the register told of; ``since`` the day from which
    on. ``marks`` are the places in the journal up to which messages were made, the last one last.
    ``made`` and ``given`` are the last numbers of a message made and given; ``refused`` are the
    dossiers that the other end refused, by their ids.
    """

    register: str
    since: date | None = None
    marks: tuple[Mark, ...] = (START,)
    made: int = 0
    given: int = 0
    refused: Mapping[str, Refused] = field(default_factory=dict[str, Refused])

    def up_to(self, mark: Mark, made: int) -> Ledger:
        """The ledger once all before a mark is made into messages; refusals are told anew."""
        marks = (*self.marks[-_MOST_MARKS:], mark)
        return replace(self, marks=marks, made=made, refused={})


class Queue:
    """The queue in a folder; only one program at a time may work with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / OWN

    def open(self, register: str, since: date | None) -> Ledger:
        """The ledger of this folder, a new one for a folder that was never exported to.

        Raises:
            RuleViolation: ``national-other-register`` or ``national-other-day``.
            Trouble: ``national-ledger`` or ``national-folder``.
        """
        ledger = self._read()
        if ledger is None:
            return self._begun(register, since)
        if ledger.register != register:
            raise RuleViolation(
                "national-other-register",
                f"Thư mục {self._folder} đang nhận tin của sổ hồ sơ khác;"
                " hãy chọn thư mục riêng cho sổ này.",
                field="out",
            )
        if since is not None and since != ledger.since:
            began = f"từ ngày {ledger.since:%d/%m/%Y}" if ledger.since else "từ hồ sơ đầu tiên"
            raise RuleViolation(
                "national-other-day",
                f"Thư mục {self._folder} đã xuất {began}; hãy bỏ --since hoặc chọn thư mục khác.",
                field="since",
            )
        self._sweep(ledger)
        return ledger

    def save(self, ledger: Ledger) -> None:
        """Put the ledger in the place of the one before.

        Raises:
            Trouble: ``national-folder``.
        """
        try:
            write_whole(self._own / _LEDGER, written(ledger))
        except OSError as error:
            raise folder_trouble(self._folder, error) from error

    def put(self, messages: list[NationalMessage]) -> None:
        """Put numbered messages there; they wait once the ledger says that they were made.

        Raises:
            Trouble: ``national-folder``.
        """
        try:
            write_whole(
                self._own / f"{messages[0].number:010d}.json", msgspec.json.encode(messages)
            )
        except OSError as error:
            raise folder_trouble(self._folder, error) from error

    def batches(self, ledger: Ledger) -> Iterator[list[NationalMessage]]:
        """The messages that wait, in order; each batch goes once the next is asked for.

        Raises:
            Trouble: ``national-ledger`` or ``national-folder``.
        """
        for path in self._batch_files():
            yield [m for m in self._messages(path) if m.number > ledger.given]
            path.unlink(missing_ok=True)

    def waiting(self, ledger: Ledger) -> int:
        """How many messages wait."""
        return ledger.made - ledger.given

    def _batch_files(self) -> list[Path]:
        return sorted(self._own.glob("[0-9]*.json"))

    def _sweep(self, ledger: Ledger) -> None:
        """Put away what a run that was cut off made without saying so; it is made anew."""
        try:
            for path in self._batch_files():
                if int(path.stem) > ledger.made:
                    path.unlink()
        except OSError as error:
            raise folder_trouble(self._folder, error) from error

    def _begun(self, register: str, since: date | None) -> Ledger:
        ledger = Ledger(register, since)
        try:
            shutil.rmtree(self._own, ignore_errors=True)
            self._own.mkdir(parents=True)
        except OSError as error:
            raise folder_trouble(self._folder, error) from error
        self.save(ledger)
        return ledger

    def _read(self) -> Ledger | None:
        path = self._own / _LEDGER
        try:
            return msgspec.json.decode(path.read_bytes(), type=Ledger) if path.exists() else None
        except (OSError, ValueError) as error:
            raise _unreadable(path) from error

    def _messages(self, path: Path) -> list[NationalMessage]:
        try:
            return msgspec.json.decode(path.read_bytes(), type=list[NationalMessage])
        except (OSError, ValueError) as error:
            raise _unreadable(path) from error


def _unreadable(path: Path) -> Trouble:
    return Trouble(
        "national-ledger",
        f"Không đọc được {path}, nơi ghi đã gửi đến đâu; hãy phục hồi tệp ấy từ bản sao,"
        " hoặc xuất lại từ đầu vào một thư mục mới.",
    )
