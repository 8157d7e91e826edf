"""An act on feedback as a form: what it asks, what is told before and after, and what does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reception.domain.applicant import Party
from reception.domain.feedback import Feedback
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Field, Line, Long, OneOf, ProcedureSearch, Tick


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """An act's questions; ``do`` records the answers, in the register's lane.

    ``blanks`` is the person whose particulars go with the act, for good; ``stays`` tells where they
    do not.
    """

    name: str
    title: str
    button: str
    fields: tuple[Field, ...]
    do: Callable[[Desk, Answers, str], Feedback]
    about: str = ""
    intro: str = ""
    blanks: Party | None = None
    stays: str = ""

    def filled(self, values: dict[str, str]) -> FeedbackForm:
        """The same with what was half typed before."""
        asked = tuple(_with(field, values.get(field.name, "")) for field in self.fields)
        return replace(self, fields=asked)


def _with(field: Field, value: str) -> Field:
    if value and isinstance(field, (Line, Long, OneOf, ProcedureSearch)):
        return replace(field, value=value)
    return replace(field, value=bool(value)) if isinstance(field, Tick) else field
