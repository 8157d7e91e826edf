"""How a dossier stands, said in words with the tone that repeats them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier import State
from reception.domain.life import STATE_WORDS
from reception.domain.listing import DossierRow, Urgency
from reception.domain.moments import short_moment
from reception.ui.theme import Tone

_TONES = {
    State.GUIDED: Tone.IDLE,
    State.REFUSED: Tone.IDLE,
    State.RECEIVED: Tone.INFO,
    State.AWAITING_SUPPLEMENT: Tone.WARNING,
    State.SUSPENDED: Tone.WARNING,
    State.RESULT_READY: Tone.GOOD,
    State.HANDED_OVER: Tone.IDLE,
    State.STOPPED: Tone.IDLE,
    State.UNDONE: Tone.IDLE,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A state and its urgency: the words, and the tint of their ground."""

    words: str
    tone: Tone


def standing(row: DossierRow, now: datetime, soon_until: date) -> Standing:
    """How a dossier stands at ``now``; what is pressing is said before the state."""
    match row.urgency(now, soon_until):
        case Urgency.OVERDUE if row.apologised_at and row.target_at:
            again = QCoreApplication.translate("dossiers", "Quá hạn, hẹn lại {day}")
            return Standing(again.format(day=f"{row.target_at:%d/%m}"), Tone.BAD)
        case Urgency.OVERDUE:
            return Standing(QCoreApplication.translate("dossiers", "Quá hạn"), Tone.BAD)
        case Urgency.DUE_TODAY:
            return Standing(QCoreApplication.translate("dossiers", "Đến hạn hôm nay"), Tone.WARNING)
        case Urgency.DUE_SOON:
            return Standing(QCoreApplication.translate("dossiers", "Sắp đến hạn"), Tone.WARNING)
        case _:
            return state_standing(row.state)


def state_standing(state: State) -> Standing:
    """A state alone, whatever the clock says."""
    words = STATE_WORDS[state]
    return Standing(words[:1].upper() + words[1:], _TONES[state])


def due_words(row: DossierRow) -> str:
    """The promised moment for a list; ``dự kiến`` where a decree could still move it."""
    if row.due_at is None:
        return ""
    if row.provisional:
        expected = QCoreApplication.translate("dossiers", "{moment} (dự kiến)")
        return expected.format(moment=short_moment(row.due_at))
    return short_moment(row.due_at)


def masked(identity: str) -> str:
    """An identity number with only its last four characters to be read."""
    return f"•••• {identity[-4:]}" if len(identity) > 4 else identity


def grouped(number: int) -> str:
    """A count as Vietnamese writes it: ``300.000``."""
    return f"{number:,}".replace(",", ".")
