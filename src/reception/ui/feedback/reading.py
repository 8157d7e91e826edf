"""What the page reads of the register, in the lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain import due_words
from reception.services import feedback, sign_in
from reception.services.desk import Desk
from reception.services.feedback import OpenFeedback
from reception.storage.feedback_rows import FeedbackRow


@dataclass(frozen=True, slots=True)
class Shown:
    """One, why it is due when it is, in a sentence, and what people are called by their logins."""

    told: OpenFeedback
    reason: str
    names: Mapping[str, str]


def read_rows(desk: Desk, *, text: str, only_open: bool) -> list[FeedbackRow]:
    """The list."""
    return feedback.find(desk, text, only_open=only_open)


def read_one(desk: Desk, *, feedback_id: str) -> Shown:
    """One of it."""
    told = feedback.opened(desk, feedback_id)
    reason = due_words.summary(feedback.explained(desk, told.feedback))
    return Shown(told, reason, {one.login: one.name for one in sign_in.everyone(desk)})
