"""How the line stands, for the status line and the page: one sentence and its tint."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.ui.theme import Tone

if TYPE_CHECKING:
    from reception.services.line_state import LineState


def line_words(state: LineState | None) -> str:
    """What is where; quiet for an office without a server."""
    translate = QCoreApplication.translate
    if state is None:
        return translate("exchange", "Chưa ghi danh với máy chủ")
    words, standing = state.words, state.standing
    if standing.reviews:
        told = translate("exchange", "{words} · {number} việc cần xem lại")
        words = told.format(words=words, number=standing.reviews)
    if standing.broken_packs:
        told = translate("exchange", "{words} · {number} gói cập nhật hỏng")
        words = told.format(words=words, number=standing.broken_packs)
    return words


def key_print(key: bytes) -> str:
    """A server's key as its administrator reads it out over the telephone."""
    digest = hashlib.sha256(key).hexdigest()[:32]
    return " ".join(digest[place : place + 4] for place in range(0, 32, 4))


def line_tone(state: LineState | None) -> Tone:
    """Green only if the server has signed for everything; a line that is down is no alarm."""
    if state is None:
        return Tone.IDLE
    if state.good:
        return Tone.GOOD
    return Tone.WARNING if state.down_since else Tone.IDLE
