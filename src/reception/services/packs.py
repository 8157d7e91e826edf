"""The server's packs of rules: made of files, checked, given out to communes, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reception.domain import chain
from reception.domain.calendar import CalendarDay
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.moments import Clock, date_words
from reception.domain.pack import (
    LARGEST,
    Pack,
    PackReleased,
    PackWithdrawn,
    beginning_on,
    entity_of,
)
from reception.domain.paper import FormWording
from reception.domain.procedure import Procedure
from reception.domain.text import clean
from reception.services import template_file
from reception.services.calendars import read_days
from reception.services.catalogue_file import read_catalogue
from reception.services.pack_check import whole_fault_of
from reception.storage.journal import new_id
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.packs import LedgerPack
from reception.storage.ledger.work import Work
from reception.sync.server_chain import say


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a pack is made of."""

    title: str
    valid_from: date
    catalogue: Path | None = None
    calendar: Path | None = None
    wordings: Sequence[Path] = ()
    message: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A pack that was given out; ``agencies`` are those that did not have it before."""

    number: int
    pack: Pack
    agencies: tuple[str, ...]


def make(wanted: Ingredients) -> Pack:
    """Make a pack of files; what has ended by its day is left out of them.

    Raises:
        RuleViolation: A file cannot be used, or ``pack-faulty``.
    """
    return checked(
        Pack(
            pack=new_id(),
            title=clean(wanted.title),
            valid_from=wanted.valid_from,
            procedures=_procedures(wanted),
            days=_days(wanted),
            wordings=tuple(_wording(path, wanted) for path in wanted.wordings),
            message=clean(wanted.message),
            source=clean(wanted.source),
        )
    )


def _procedures(wanted: Ingredients) -> tuple[Procedure, ...]:
    if wanted.catalogue is None:
        return ()
    reading = read_catalogue(wanted.catalogue)
    faults = [fault for fault in reading.faults if not fault.warning]
    if faults:
        more = f" (và {len(faults) - 1} lỗi khác)" if len(faults) > 1 else ""
        raise RuleViolation("catalogue-faults", f"{faults[0].text}{more}")
    return beginning_on(reading.procedures, wanted.valid_from)


def _days(wanted: Ingredients) -> tuple[CalendarDay, ...]:
    if wanted.calendar is None:
        return ()
    return tuple(day for day in read_days(wanted.calendar) if day.on >= wanted.valid_from)


def _wording(path: Path, wanted: Ingredients) -> FormWording:
    wording = template_file.read(path)
    if wording.valid_from < wanted.valid_from:
        raise RuleViolation(
            "pack-faulty",
            f"Mẫu giấy “{wording.form}” có hiệu lực từ {date_words(wording.valid_from)}, trước"
            f" ngày áp dụng của gói; hãy ghi valid_from từ {date_words(wanted.valid_from)}.",
        )
    return wording


def checked(pack: Pack) -> Pack:
    """The pack, if it may rule.

    Raises:
        RuleViolation: ``pack-faulty``, telling one fault, or ``pack-too-large``.
    """
    if fault := whole_fault_of(pack):
        raise RuleViolation("pack-faulty", f"Gói “{pack.title}” {fault}; hãy sửa rồi lập lại gói.")
    if len(chain.write(pack)) > LARGEST:
        raise RuleViolation(
            "pack-too-large", f"Gói “{pack.title}” quá lớn; hãy chia thành nhiều gói."
        )
    return pack


def write(pack: Pack, path: Path) -> None:
    """Write a pack to a file.

    Raises:
        Trouble: ``cannot-write``.
    """
    try:
        path.write_bytes(chain.write(pack) + b"\n")
    except OSError as fault:
        raise Trouble(
            "cannot-write", f"Không ghi được {path} ({disk_words(fault)}); hãy chọn tệp khác."
        ) from fault


def read(path: Path) -> Pack:
    """The pack of a file, if it may rule.

    Raises:
        RuleViolation: ``pack-unreadable``, ``pack-faulty`` or ``pack-too-large``.
        Trouble: ``file-unreadable``.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Trouble(
            "file-unreadable",
            f"Không đọc được tệp {path} ({disk_words(error)}); hãy kiểm tra lại đường dẫn.",
        ) from error
    try:
        pack = chain.read(data, Pack)
    except ValueError:
        raise RuleViolation(
            "pack-unreadable",
            f"Tệp {path.name} không phải gói cập nhật; hãy lập bằng “reception server pack make”.",
        ) from None
    return checked(pack)


def release(ledger: Ledger, pack: Pack, clock: Clock, *, agencies: Sequence[str] = ()) -> Release:
    """Give a pack out to communes, to all of them if none is named; once more changes nothing.

    Each commune is a transaction of its own: what breaks off goes on with the next call.

    Raises:
        RuleViolation: ``pack-faulty``, ``pack-other``, ``pack-withdrawn`` or ``unknown-agency``.
    """
    checked(pack)
    with ledger.writing() as work:
        wanted = _communes(work, agencies)
        kept = _kept(work, pack)
    missing = [agency for agency in wanted if agency not in kept.agencies]
    for agency in missing:
        with ledger.writing() as work:
            now = clock()
            released = PackReleased(kept.number, pack, now)
            say(work, agency, released, entity_of(pack.pack), now)
            work.note_release(kept.number, agency, now)
    return Release(kept.number, pack, tuple(missing))


def _communes(work: Work, agencies: Sequence[str]) -> list[str]:
    known = [each.agency for each in work.agencies()]
    if strange := next((one for one in agencies if one not in known), ""):
        raise RuleViolation(
            "unknown-agency",
            f"Chưa có xã, phường mã {strange} trên máy chủ; hãy xem mã bằng “reception server"
            " commune list”.",
            field="agency",
        )
    return list(agencies) or known


def _kept(work: Work, pack: Pack) -> LedgerPack:
    """The pack as the server keeps it, numbered now if it is new."""
    kept, body = work.pack_of(pack.pack), chain.write(pack)
    if kept is None:
        work.add_pack(pack.pack, pack.title, pack.valid_from, body)
        kept = work.pack_of(pack.pack)
    if kept is None or kept.body != body:
        raise RuleViolation(
            "pack-other",
            "Gói này đã phát hành với nội dung khác; hãy lập gói mới bằng “pack make”.",
        )
    if kept.withdrawn_at:
        raise RuleViolation(
            "pack-withdrawn", f"Gói số {kept.number} đã thu hồi; hãy lập gói mới bằng “pack make”."
        )
    return kept


def withdraw(ledger: Ledger, number: int, reason: str, clock: Clock) -> LedgerPack:
    """Take a pack back from every commune that has it: the rules are again as without it.

    Raises:
        RuleViolation: ``no-such-pack``, ``pack-withdrawn`` or ``reason-missing``.
    """
    why = clean(reason)
    if not why:
        raise RuleViolation("reason-missing", "Chưa ghi lý do thu hồi; hãy ghi lý do.")
    with ledger.reading() as work:
        kept = work.pack(number)
    if kept is None:
        raise RuleViolation(
            "no-such-pack",
            f"Không có gói số {number}; hãy xem các gói bằng “reception server pack list”.",
        )
    if kept.withdrawn_at:
        raise RuleViolation("pack-withdrawn", f"Gói số {number} đã thu hồi từ trước.")
    with ledger.writing() as work:
        now = clock()
        for agency in kept.agencies:
            event = PackWithdrawn(kept.pack, number, why, now)
            say(work, agency, event, entity_of(kept.pack), now)
        work.note_withdrawal(number, why, now)
    return kept


def listed(ledger: Ledger) -> list[LedgerPack]:
    """All packs that were given out, the latest first."""
    with ledger.reading() as work:
        return work.packs()


def contents(pack: Pack) -> str:
    """What a pack holds, in words."""
    parts = [
        f"{len(held)} {words}"
        for held, words in (
            (pack.procedures, "thủ tục"),
            (pack.days, "ngày trong lịch"),
            (pack.wordings, "mẫu giấy"),
        )
        if held
    ]
    if pack.message:
        parts.append("một lời nhắn")
    return ", ".join(parts)
