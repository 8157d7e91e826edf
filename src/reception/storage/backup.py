"""Copies of the register: made while others work, opened before they are trusted."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from reception.domain.errors import Trouble
from reception.domain.moments import from_utc_text
from reception.domain.numbering import SlipMark, code_scope, slip_scope
from reception.storage import key_file
from reception.storage.database import Database, open_database, publish
from reception.storage.dated_files import settle, settle_name
from reception.storage.integrity import Progress, mend_lists, no_progress, verify, verify_journal
from reception.storage.register_key import RegisterKey
from reception.storage.store import Store
from reception.storage.troubles import not_a_copy, troubles

# A desk gives out fewer on one day; a number one digit longer also tells that it came afterwards.
_SKIPPED_NUMBERS = 1000
_BACKDATED = timedelta(days=366)


def copy_register(
    database: Database,
    target: Path,
    *,
    lists: bool = True,
    progress: Progress = no_progress,
) -> int:
    """Copy the register to ``target`` in one step and prove the copy whole; answers its events.

    An encrypted register's copy is encrypted too and has its key file beside it. Without ``lists``
    only what cannot be written anew is proved.

    Raises:
        Trouble: ``copy-damaged``, or the target cannot be written; an earlier file stays.
    """
    unfinished = target.with_name(target.name + ".dang-ghi")
    try:
        with troubles():
            if target.resolve() == database.path.resolve():
                raise Trouble(
                    "copy-onto-itself",
                    f"{target} chính là sổ đang dùng; hãy ghi bản sao ra tệp khác.",
                )
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished.unlink(missing_ok=True)
        database.copy_to(unfinished)
        events = prove(unfinished, database.key, lists=lists, progress=progress)
        settle(unfinished)
        key_file.copy(database.path, target)
        with troubles():
            unfinished.replace(target)
        settle_name(target.parent)
    finally:
        sweep(unfinished)
    return events


def bring_back(
    copy: Path, path: Path, today: date, *, keep_as: str, key: RegisterKey | None = None
) -> None:
    """Put a proven copy in the place of a register, ready to go on; the copy itself stays as it is.

    A register already there is kept beside it as ``keep_as``. ``key`` is the copy's.

    Raises:
        Trouble: The copy is missing, no register, or damaged, or the folder cannot be written.
    """
    unfinished = path.with_suffix(".dang-phuc-hoi")
    try:
        with troubles():
            path.parent.mkdir(parents=True, exist_ok=True)
            sweep(unfinished)
            for companion in ("", "-wal"):
                source = copy.with_name(copy.name + companion)
                if not companion or source.exists():
                    shutil.copyfile(source, unfinished.with_name(unfinished.name + companion))
        prove(unfinished, key, lists=False)
        database = open_database(unfinished, key)
        mend_lists(Store(database))
        with database.writing():
            start_new_epoch(Store(database), today, replaced=_epoch_of(path, key))
        publish(database, path, keep_as=keep_as, keys_of=copy)
    finally:
        sweep(unfinished)


def _epoch_of(path: Path, key: RegisterKey | None) -> int:
    """The epoch of the register that is replaced; 0 where there is none that can be read."""
    try:
        present = open_database(path, key)
    except Trouble:
        # Missing, damaged or another's; that it is in use is told when it is to be set aside.
        return 0
    try:
        row = present.row("SELECT epoch FROM device WHERE own = 1")
    except Trouble:
        return 0
    finally:
        present.close()
    return row[0] if row else 0


def prove(
    path: Path,
    key: RegisterKey | None,
    *,
    lists: bool = True,
    progress: Progress = no_progress,
) -> int:
    """Open a copy and check all of it, its lists too if asked; answers its events.

    Raises:
        Trouble: ``not-a-register`` or ``copy-damaged``.
    """
    try:
        copy = open_database(path, key)
    except Trouble as trouble:
        raise (not_a_copy() if trouble.code == "not-a-register" else trouble) from None
    try:
        verdict = (verify if lists else verify_journal)(Store(copy), progress)
    finally:
        copy.close()
    if not verdict.whole:
        raise Trouble(
            "copy-damaged",
            f"Bản sao không nguyên vẹn: {verdict.faults[0].text} Hãy dùng bản sao khác.",
        )
    return verdict.events


def sweep(unfinished: Path) -> None:
    """Remove what is left of an unfinished register."""
    for companion in ("", "-wal", "-shm", "-journal"):
        # What cannot be removed now is in nobody's way, and the reason is being told already.
        with suppress(OSError):
            unfinished.with_name(unfinished.name + companion).unlink()


def start_new_epoch(store: Store, today: date, *, replaced: int) -> None:
    """Make a restored register safe to go on with, inside the present transaction.

    The lost register may have gone on after the copy was made, and some of its receipts may be of
    earlier days. So the chain continues under a new epoch, and the numbers of every day that it
    can have written leave room for those already on paper. A register in its place of epoch
    ``replaced`` may have come from the same copy: its epoch and its numbers are left to it too.
    """
    database = store.database
    epochs = max(1, replaced + 1 - store.journal.device.epoch)
    last = database.row("SELECT max(opened_at) FROM dossier")
    opened = from_utc_text(last[0]).date() if last and last[0] else today
    # A clock may have been wrong then, or be so now.
    since, until = min(opened, today) - _BACKDATED, max(opened, today)
    days = [since + timedelta(days=n) for n in range((until - since).days + 1)]
    years = range(since.year, until.year + 1)
    scopes = [code_scope(day.isoformat()) for day in days]
    scopes += [slip_scope(mark, year) for mark in SlipMark for year in years]
    for scope in scopes:
        database.run("INSERT OR IGNORE INTO counter (scope, last) VALUES (:scope, 0)", scope=scope)
    database.run("UPDATE counter SET last = last + :skipped", skipped=_SKIPPED_NUMBERS * epochs)
    database.run("UPDATE device SET epoch = epoch + :epochs WHERE own = 1", epochs=epochs)
