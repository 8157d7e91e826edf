"""What a citizen must check of a dossier before it is received, and nothing beyond that.

Neither the personal number nor the telephone: whoever stands behind can read the screen, too.
"""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.applicant import Party
from reception.domain.procedure import Procedure
from reception.ui.intake import form_state
from reception.ui.intake.due_panel import due_words
from reception.ui.intake.form_state import FormState
from reception.ui.intake.reckoning import Reckoning


@dataclass(frozen=True, slots=True)
class ToCheck:
    """The applicant, who brings it if somebody else does, what is asked for, when it is due."""

    name: str
    born: str
    submitter: str
    request: str
    due: str


NOTHING = ToCheck("", "", "", "", "")


def to_check(state: FormState, procedure: Procedure | None, reckoning: Reckoning | None) -> ToCheck:
    """What stands in the form of it; a due date only where it would be promised now."""
    if state.blank or state.online:
        return NOTHING  # whoever left with a handwritten receipt, or sent it in, is not here
    asked = [procedure.name if procedure else "", state.request]
    deadline = reckoning.deadline if reckoning and not form_state.missing(state) else None
    return ToCheck(
        name=state.owner.name,
        born=state.owner.born,
        submitter=_other(state.submitter, state.owner),
        request=". ".join(part for part in asked if part),
        due=due_words(deadline) if deadline else "",
    )


def _other(submitter: Party, owner: Party) -> str:
    return submitter.name if submitter.name != owner.name else ""
