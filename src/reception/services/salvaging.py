"""Saving a damaged register: from what its file still tells, its copies, and the server above.

The damaged file is kept beside, byte for byte. What the server has beyond that comes down with the
next exchange by itself (docs/exchange.md, "Copies").
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import Clock, in_office_zone
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk, desk_on
from reception.services.exchange import grouped
from reception.services.salvaged_rules import SALVAGED_BY, renew_rules
from reception.storage import dated_files, integrity, key_file, line_rows
from reception.storage.backup import sweep
from reception.storage.database import (
    Database,
    create_database,
    keep_bytes,
    open_database,
    publish,
    refuse_in_use,
)
from reception.storage.device import sign_head
from reception.storage.key_file import unlock
from reception.storage.register_key import RegisterKey
from reception.storage.salvage import EVENT_COLUMNS, Finds, gather, table_rows
from reception.storage.salvaged import Filled, Source, codes_listed, fill
from reception.storage.store import Store
from reception.storage.troubles import troubles

DAMAGED = "sổ hỏng"
_MOST_CODES = 12


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved, from where, and what is missing.

    ``missing`` are codes that lists still name and no event tells of any more. ``renewed`` is how
    many rules and accounts were written down anew, because the events that told of them are lost.
    """

    filled: Filled
    missing: tuple[str, ...]
    renewed: int
    has_server: bool
    kept: Path


def salvage(
    folder: Path, clock: Clock, *, copies: Iterable[Path] = (), secret: str = ""
) -> tuple[Desk, Salvaged]:
    """Make a new register of all that is left of the one in a folder, and put it in its place.

    ``copies`` are folders with dated copies, or single copies; those in the data folder are looked
    at in any case. A register that is whole is made anew just the same.

    Raises:
        Trouble: ``no-register``, ``busy`` while another program has it open, ``locked``,
            ``nothing-left``, or the folder cannot be written.
        RuleViolation: ``wrong-passphrase``.
    """
    path, now = folder / DATABASE_NAME, in_office_zone(clock())
    if not path.exists():
        raise Trouble(
            "no-register",
            f"Không có sổ hồ sơ nào trong {folder} để cứu; hãy ghi đúng thư mục dữ liệu, hoặc phục"
            " hồi từ bản sao bằng “reception restore”.",
        )
    files = _copies_of(folder, copies)
    key, opener = _key(path, files, secret)
    kept = folder / f"reception-hong-{now:%Y%m%d-%H%M%S-%f}.db"
    keep_bytes(path, kept)
    try:
        _refuse_others(path, key)
        if opener:
            key_file.copy(opener, kept)
            key_file.copy(opener, path)
        sources = [Source(kept, key, DAMAGED), *_copies(kept, files, key, secret)]
        database, told = _make_new(folder, sources, now)
    except BaseException:
        sweep(kept)
        key_file.path_for(kept).unlink(missing_ok=True)
        raise
    for companion in ("-wal", "-shm"):
        path.with_name(path.name + companion).unlink(missing_ok=True)
    publish(database, path)
    return desk_on(open_database(path, key), clock), told


def _make_new(folder: Path, sources: list[Source], now: datetime) -> tuple[Database, Salvaged]:
    finds = _gather(sources)
    database = create_database(folder / "reception-cuu.db", sources[0].key)
    try:
        filled = fill(database, finds, sources, now.date())
        store = Store(database)
        renewed = renew_rules(store, sources, now)
        with store.writing():
            sign_head(database, store.journal, at=now, occasion=SALVAGED_BY)
        _prove(store)
    except BaseException:
        database.close()
        sweep(database.path)
        raise
    missing, has_server = _missing(database, sources), line_rows.line(database) is not None
    return database, Salvaged(filled, missing, renewed, has_server, sources[0].path)


# --- what there is to read ------------------------------------------------------------------------


def _copies_of(folder: Path, given: Iterable[Path]) -> list[Path]:
    """The files that may be copies of the register, those given first, the newest first."""
    found: list[Path] = []
    for place in given:
        found += [copy.path for copy in dated_files.files_in(place)] if place.is_dir() else [place]
    with troubles():
        beside = [path for path in folder.glob("*.db") if path.name != DATABASE_NAME]
        beside.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    return found + beside


def _key(path: Path, copies: list[Path], secret: str) -> tuple[RegisterKey | None, Path | None]:
    """The register's key and beside which file it lies: where its own is lost, a copy's serves."""
    if key_file.lies_open(path):
        return None, None
    refusal: Trouble | None = None
    for one in (path, *copies):
        try:
            if key := unlock(one, secret):
                return key, one
        except Trouble as trouble:
            refusal = refusal or trouble
    if refusal:
        raise refusal
    return None, None


def _refuse_others(path: Path, key: RegisterKey | None) -> None:
    try:
        refuse_in_use(path, key)
    except Trouble as trouble:
        if trouble.code == "busy":
            raise
        # It is damaged, which is why we are here.


def _copies(damaged: Path, files: list[Path], key: RegisterKey | None, secret: str) -> list[Source]:
    """The copies of this very register; others of the same folder are other desks'."""
    found: list[tuple[str, Source]] = []
    for file in files:
        with suppress(Trouble, RuleViolation):  # locked with words that nobody has given
            own = None if key_file.lies_open(file) else key or unlock(file, secret)
            source = Source(file, own, f"bản sao {file.name}")
            if device := _own_device(source):
                found.append((device, source))
    ours = _own_device(Source(damaged, key, DAMAGED))
    if not ours and len({device for device, _source in found}) == 1:
        ours = found[0][0]
    return [source for device, source in found if device == ours]


def _own_device(source: Source) -> str:
    rows = table_rows(source.path, source.key, "device", "device, own")
    return next((device for device, own in rows if own == 1 and isinstance(device, str)), "")


def _gather(sources: list[Source]) -> Finds:
    """Everything of the damaged file; of its copies only as many as it takes to close the gaps."""
    finds = Finds()
    gather(finds, sources[0].path, sources[0].key, sources[0].name)
    for number, copy in enumerate(sources[1:]):
        if number and not any(found.beyond for found in finds.chains().values()):
            break
        finds.add(table_rows(copy.path, copy.key, "event", EVENT_COLUMNS), copy.name)
    if not finds.at:
        raise Trouble(
            "nothing-left",
            "Không còn đọc được sự kiện nào từ sổ hỏng và các bản sao; hãy tìm thêm bản sao khác"
            " (--copies THƯ_MỤC), sổ hỏng vẫn được giữ nguyên.",
        )
    return finds


# --- what became of it ---------------------------------------------------------------------------


def _missing(database: Database, sources: list[Source]) -> tuple[str, ...]:
    here = {dossier for (dossier,) in database.rows("SELECT dossier FROM dossier")}
    listed: dict[str, str] = {}
    for source in sources:
        listed |= codes_listed(source)
    return tuple(sorted(code for dossier, code in listed.items() if dossier not in here))


def _prove(store: Store) -> None:
    verdict = integrity.verify(store)
    if not verdict.whole:
        raise Trouble(
            "not-salvaged",
            f"Sổ lập lại chưa nguyên vẹn: {verdict.faults[0].text} Sổ hỏng vẫn được giữ nguyên; hãy"
            " phục hồi bản sao gần nhất bằng “reception restore”.",
        )


# --- in words -------------------------------------------------------------------------------------


def salvaged_words(told: Salvaged) -> list[str]:
    """What was saved from where, and what is missing, a sentence each."""
    from_where = ", ".join(
        f"{grouped(count)} từ {source}" for source, count in told.filled.events.items()
    )
    saved = grouped(sum(told.filled.events.values()))
    sentences = [
        f"Đã cứu {saved} sự kiện ({from_where}); sổ mới nguyên vẹn.",
        f"Sổ hỏng được giữ ở {told.kept}.",
    ]
    if told.filled.lost:
        sentences.append(
            f"Thiếu {grouped(told.filled.lost)} sự kiện mà những sự kiện sau còn cho biết."
        )
    if told.missing:
        shown = ", ".join(told.missing[:_MOST_CODES])
        more = "…" if len(told.missing) > _MOST_CODES else ""
        sentences.append(
            f"Không cứu được {grouped(len(told.missing))} hồ sơ, hãy nhập lại theo giấy:"
            f" {shown}{more}."
        )
    if told.renewed:
        sentences.append(
            "Cơ quan, danh mục, lịch hoặc tài khoản có phần phải ghi lại; hãy xem lại trong Thiết"
            " lập."
        )
    if told.filled.new_device:
        sentences.append(
            "Khoá ký của máy đã mất nên máy này là máy mới đối với máy chủ; hãy ghi danh lại."
        )
    elif told.has_server:
        sentences.append("Những gì máy chủ cấp trên đã nhận sẽ tự về trong lần trao đổi tới.")
    return sentences
