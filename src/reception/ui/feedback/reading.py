"""What the page reads of the register, in the lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain import due_words
from reception.domain.feedback import FeedbackAct
from reception.services import feedback, feedback_about, sign_in
from reception.services.desk import Desk
from reception.services.feedback import OpenFeedback
from reception.storage.feedback_rows import FeedbackRow


@dataclass(frozen=True, slots=True)
class Shown:
    """One, why it is due when it is, in a sentence, and what people are called by their logins.

    ``dossier`` is the one that it names, in words.
    """

    told: OpenFeedback
    reason: str
    names: Mapping[str, str]
    dossier: str = ""

    def acts(self) -> list[FeedbackAct]:
        """What may be done with it; what is blanked once is not blanked again."""
        one = self.told.feedback
        blanked = {FeedbackAct.REDACT} if one.redactions else set[FeedbackAct]()
        return [act for act in one.allowed() if act not in blanked]


def read_rows(desk: Desk, *, text: str, only_open: bool) -> list[FeedbackRow]:
    """The list."""
    return feedback.find(desk, text, only_open=only_open)


def read_one(desk: Desk, *, feedback_id: str) -> Shown:
    """One of it."""
    told = feedback.opened(desk, feedback_id)
    reason = due_words.summary(feedback.explained(desk, told.feedback))
    names = {one.login: one.name for one in sign_in.everyone(desk)}
    dossier = feedback_about.dossier_words(desk, told.feedback.received.dossier)
    return Shown(told, reason, names, dossier)
