"""Old registers that were taken over twice: told to a person, and beside every figure till then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from reception.domain.closed_periods import ChainPlace
from reception.domain.closing_events import ReviewChoice
from reception.domain.counting import span
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import ReviewSettled
from reception.domain.life import Act
from reception.domain.list_frame import Period
from reception.domain.moments import short_moment
from reception.domain.money import figures
from reception.domain.paper import Paper, Sentence, Tone
from reception.domain.text import clean
from reception.domain.timeliness import Rule
from reception.services.acting import perform_inside
from reception.services.desk import Desk
from reception.storage import closed_rows, imported_twice
from reception.storage.imported_rows import ImportRun
from reception.storage.imported_twice import FIELD, Twice
from reception.storage.listing_foreign import list_dossier

TITLE = "Một sổ cũ nhập hai lần"


def waiting(desk: Desk) -> list[Twice]:
    """The imports that brought the same entries, about which nobody has decided."""
    return imported_twice.waiting(desk.database)


def words(twice: Twice) -> str:
    """What is the matter, and what to do."""
    return (
        f"{figures(twice.entries)} hồ sơ của sổ cũ đang đứng hai lần, do hai lần nhập:"
        f" {_import_words(twice.first)} và {_import_words(twice.second)}. Báo cáo đang đếm cả hai."
        " Hãy huỷ phần trùng của một lần nhập; nếu là những hồ sơ khác nhau thì giữ như hiện nay."
    )


def caution(desk: Desk, period: Period, known: Sequence[ChainPlace] | None = None) -> str:
    """What a period's figures must say of it; empty where nothing is counted twice.

    Figures that were closed may only say it where both imports were ``known`` to them.
    """
    found = imported_twice.waiting(desk.database)
    if known is not None:
        found = [
            one for one in found if closed_rows.knew(desk.database, known, (one.dossier, one.twin))
        ]
    over = span(period, desk.now(), Rule.DAY)
    number = imported_twice.count_in(desk.database, over, found)
    if not number:
        return ""
    return (
        f"Có {figures(number)} hồ sơ nhập từ sổ cũ đứng hai lần nên được đếm hai lần trong kỳ; hãy"
        " quyết ở “Việc cần xem lại” trước khi dùng số liệu."
    )


def cautioned(paper: Paper, words: str) -> Paper:
    """A paper that says so under its figures, as long as there is something to say."""
    if not words:
        return paper
    return replace(paper, blocks=(*paper.blocks, Sentence(words, Tone.STRONG)))


def keep(desk: Desk, twice: Twice, *, by: str, note: str = "") -> Dossier:
    """Decide that what two imports brought are different dossiers."""

    def make(_dossier: Dossier, at: datetime) -> ReviewSettled:
        return ReviewSettled(at, twice.first.run, FIELD, ReviewChoice.KEPT, clean(note))

    with desk.store.writing():
        dossier = perform_inside(desk, twice.dossier, Act.SETTLE_REVIEW, make, by=by)
        list_dossier(desk.store, twice.dossier)
    return dossier


def _import_words(run: ImportRun) -> str:
    return f"“{run.file}” lúc {short_moment(run.imported_at)} ({figures(run.entries)} hồ sơ)"
