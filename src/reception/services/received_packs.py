"""The server's packs at this desk: how each stands, and what the server wants everybody told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reception.domain.errors import Trouble
from reception.domain.moments import date_words
from reception.domain.pack import PackReleased, entity_of, fault_of
from reception.services.desk import Desk
from reception.storage import pack_rows, reference_fold
from reception.storage.pack_rows import PackRow, PackState

_NEWS = timedelta(days=14)


class Standing(StrEnum):
    """How a pack stands today."""

    APPLIED = "applied"
    WAITING = "waiting"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


STANDING_WORDS = {
    Standing.APPLIED: "đang áp dụng",
    Standing.WAITING: "chờ đến ngày áp dụng",
    Standing.BROKEN: "hỏng, không áp dụng",
    Standing.WITHDRAWN: "đã thu hồi",
}


@dataclass(frozen=True, slots=True)
class PackHere:
    """A pack, how it stands today, and one sentence that says so."""

    row: PackRow
    standing: Standing
    words: str

    @property
    def standing_words(self) -> str:
        """How it stands, in words."""
        return STANDING_WORDS[self.standing]

    @property
    def is_broken(self) -> bool:
        """Whether nothing of it is used, though the server wants it to rule."""
        return self.standing is Standing.BROKEN

    @property
    def told(self) -> str:
        """How it stands, and what the server wants everybody told with it."""
        return f"{self.words} {self.row.message}".strip()


def listed(desk: Desk) -> list[PackHere]:
    """Every pack that came down, the latest first."""
    today = desk.now().date()
    return [_here(row, today) for row in pack_rows.rows(desk.database)]


def messages(desk: Desk) -> list[str]:
    """What the server wants everybody at the desk told, by packs that rule today."""
    return [
        here.row.message
        for here in listed(desk)
        if here.standing is Standing.APPLIED and here.row.message
    ]


def broken(desk: Desk) -> list[PackHere]:
    """The packs of which nothing is used."""
    return [here for here in listed(desk) if here.is_broken]


def lately(desk: Desk) -> list[PackHere]:
    """The packs that came within the last days and are used, now or from their day on."""
    since = desk.now() - _NEWS
    return [
        here
        for here in listed(desk)
        if here.standing in {Standing.APPLIED, Standing.WAITING} and here.row.released_at >= since
    ]


def judge_again(desk: Desk) -> None:
    """Try packs again that an older program could not use, and apply those that are whole now."""
    broken = [row for row in pack_rows.rows(desk.database) if row.state is PackState.BROKEN]
    if not any(_is_whole_now(desk, row) for row in broken):
        return
    with desk.store.writing():
        reference_fold.refold(desk.store)
    desk.reload()


def _is_whole_now(desk: Desk, row: PackRow) -> bool:
    for stored in desk.store.journal.of_entity(entity_of(row.pack)):
        try:
            event = stored.event()
        except Trouble:
            return False
        if isinstance(event, PackReleased):
            return not (fault_of(event.pack) or desk.store.judge(event.pack))
    return False


def _here(row: PackRow, today: date) -> PackHere:
    named = f"Gói số {row.number} “{row.title}”" if row.number else "Một gói cập nhật"
    if row.state is PackState.BROKEN:
        return PackHere(
            row,
            Standing.BROKEN,
            f"{named} {row.why}, nên không áp dụng phần nào; quy định đang dùng vẫn giữ nguyên."
            " Hãy báo người quản trị máy chủ, hoặc cập nhật chương trình.",
        )
    if row.state is PackState.WITHDRAWN:
        return PackHere(row, Standing.WITHDRAWN, f"{named} đã được máy chủ thu hồi: {row.why}.")
    if row.valid_from > today:
        day = date_words(row.valid_from)
        return PackHere(row, Standing.WAITING, f"{named} đã kiểm tra xong, áp dụng từ {day}.")
    return PackHere(row, Standing.APPLIED, f"{named} đang áp dụng từ {date_words(row.valid_from)}.")
