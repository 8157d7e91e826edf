"""What the page reads of the register, in the lane."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain import due_words
from reception.services import feedback
from reception.services.desk import Desk
from reception.services.feedback import OpenFeedback
from reception.storage.feedback_rows import FeedbackRow


@dataclass(frozen=True, slots=True)
class Shown:
    """One, and why it is due when it is, in a sentence."""

    told: OpenFeedback
    reason: str


def read_rows(desk: Desk, *, text: str, only_open: bool) -> list[FeedbackRow]:
    """The list."""
    return feedback.find(desk, text, only_open=only_open)


def read_one(desk: Desk, *, feedback_id: str) -> Shown:
    """One of it."""
    told = feedback.opened(desk, feedback_id)
    return Shown(told, due_words.summary(feedback.explained(desk, told.feedback)))
