"""An act as a form: what it asks, what it warns of, the service that does it, what is said then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reception.domain.applicant import Party
from reception.domain.dossier import Dossier
from reception.domain.life import Act
from reception.services.desk import Desk
from reception.ui.acts.body import Body
from reception.ui.acts.fields import Answers, Field

Do = Callable[[Desk, Answers], Dossier]


@dataclass(frozen=True, slots=True)
class Form:
    """One act on one dossier; with nothing to ask it is done at once.

    ``do`` runs in the register's lane. ``intro`` is what the clerk should know before; ``clock``
    what the act does to the time where it moves no date yet. With ``moves_clock`` the act is tried
    at every change, and the present and the new due moment are shown. ``question`` is asked once
    before an act from which there is no way back. ``paper`` names the form to print afterwards.
    ``blanks`` is the person whose particulars go with the act, ``stays`` tells where they do not.
    """

    act: Act
    button: str
    do: Do
    said: Callable[[Dossier], str]
    fields: tuple[Field, ...] = ()
    body: Callable[[Desk], Body] | None = None
    intro: tuple[str, ...] = ()
    clock: str = ""
    moves_clock: bool = False
    question: str = ""
    paper: Callable[[Dossier], str] | None = None
    blanks: Party | None = None
    stays: str = ""

    @property
    def asks(self) -> bool:
        """Whether there is anything to fill in or to be shown before."""
        return bool(self.fields or self.body or self.moves_clock)

    @property
    def is_final(self) -> bool:
        """Whether nothing brings back what was before."""
        return bool(self.question or self.blanks)
