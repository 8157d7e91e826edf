"""Taking a whole import back: an event for each entry, and nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.errors import RuleViolation
from reception.domain.intake_events import ImportUndone
from reception.services.desk import Desk
from reception.services.intake_request import checked_reason
from reception.services.old_import import import_named, require_right
from reception.storage import imported_rows, imported_twice
from reception.storage.bulk_store import BulkStore
from reception.storage.integrity import Progress, no_progress

_IN_ONE_COMMIT = 500


@dataclass(frozen=True, slots=True)
class UndoResult:
    """How many entries were taken back, and the rows of those on which work went on since."""

    run: str
    undone: int
    kept: tuple[int, ...]

    def words(self) -> str:
        """The outcome in one sentence, two where something stays."""
        if not self.kept:
            return f"Đã huỷ {self.undone} hồ sơ của lần nhập này."
        rows = ", ".join(map(str, self.kept[:10])) + (", …" if len(self.kept) > 10 else "")
        return (
            f"Đã huỷ {self.undone} hồ sơ; {len(self.kept)} hồ sơ đã có việc làm tiếp sau khi nhập"
            f" nên giữ lại (dòng {rows}), hãy xử lý từng hồ sơ ấy."
        )


def undo_import(
    desk: Desk,
    run: str,
    reason: str,
    *,
    by: str,
    only_twice: bool = False,
    other: str = "",
    progress: Progress = no_progress,
) -> UndoResult:
    """Take back the entries of an import on which nobody went on.

    All of them, or ``only_twice`` those that stand in another import, too; in ``other``, if given.

    Raises:
        RuleViolation: ``no-such-import``, ``reason-missing``, ``not-allowed``, ``nothing-twice``,
            or ``import-worked-on`` when work went on on every one of them.
        Trouble: The register could not be written; what was taken back before stays so.
    """
    require_right(desk, by=by)
    told = checked_reason(reason)
    found = import_named(desk, run)
    desk.require_clock()
    entries = _entries(desk, found.run, only_twice=only_twice, other=other)
    kept: list[int] = []
    for first in range(0, len(entries), _IN_ONE_COMMIT):
        kept += _undo(desk, entries[first : first + _IN_ONE_COMMIT], found.run, told, by)
        progress(min(first + _IN_ONE_COMMIT, len(entries)), len(entries))
    if len(kept) == len(entries):
        raise RuleViolation(
            "import-worked-on",
            "Mọi hồ sơ ấy của lần nhập này đã có việc làm tiếp nên không huỷ được nữa; hãy"
            f" {'huỷ phần trùng ở lần nhập kia' if only_twice else 'xử lý từng hồ sơ'}.",
            field="undo",
        )
    with desk.store.writing():
        imported_twice.tidy(desk.database)
    desk.database.checkpoint()
    return UndoResult(found.run, len(entries) - len(kept), tuple(kept))


def _entries(desk: Desk, run: str, *, only_twice: bool, other: str) -> list[tuple[str, int]]:
    if not only_twice:
        return imported_rows.dossiers_of(desk.database, run)
    if entries := imported_twice.entries_of(desk.database, run, other):
        return entries
    raise RuleViolation(
        "nothing-twice",
        "Không có hồ sơ nào của lần nhập này đứng ở lần nhập khác; hãy xem lại danh sách các lần"
        " nhập.",
        field="undo",
    )


def _undo(
    desk: Desk, entries: Sequence[tuple[str, int]], run: str, reason: str, by: str
) -> list[int]:
    """Take entries back in one commit; answers the rows of those that somebody went on with."""
    store = BulkStore(desk.database)
    kept: list[int] = []
    with desk.store.writing():
        worked_on = imported_rows.worked_on(desk.database, [dossier for dossier, _row in entries])
        for dossier, row in entries:
            if dossier in worked_on:
                kept.append(row)
                continue
            now = desk.now()
            store.record(dossier, ImportUndone(now, run, reason), at=now, by=by)
    desk.store.forget()
    return kept
