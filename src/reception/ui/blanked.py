"""After somebody's particulars were blanked: the window lets go of them, and what stays is told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from reception.domain.applicant import Party
from reception.services.desk import Desk
from reception.storage import program_mark
from reception.ui.standing_notes import StandingNote
from reception.ui.workplace import Workplace


def let_go_of(
    workplace: Workplace, party: Party | None, about: str, stays: str, owner: QObject
) -> None:
    """Have every page forget a person, and put up where something still tells of them."""
    if party:
        workplace.changes.blanked.emit(party)

    def told(scrubbed: bool) -> None:  # noqa: FBT001 - the lane hands it over
        words = stays
        if not scrubbed:
            words += " " + QCoreApplication.translate(
                "Acts", "Sổ đang được dùng nên còn phải dọn đĩa; lần mở sau chương trình sẽ tự làm."
            )
        workplace.notes.say(StandingNote(about, words))

    workplace.in_lane(_is_scrubbed, told, owner=owner)


def _is_scrubbed(desk: Desk) -> bool:
    return program_mark.nothing_unscrubbed(desk.database)
