"""Keeping a half-typed form on disk: a second after the last key, and when the clerk leaves it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from reception.services import drafting
from reception.services.desk import Desk
from reception.ui.intake.form_state import FormState, written
from reception.ui.workplace import Workplace

SAVED_AFTER_MS = 1_000


class DraftKeeper(QObject):
    """Saves what the form holds whenever it has changed; an emptied form's draft is removed.

    What the form was given to begin with, nobody has typed: as long as it stands so, there is none.

    Args:
        workplace: Whose register keeps the drafts.
        state: Reads the form.
        title: What a list of drafts calls a state.
        parent: The page.
    """

    def __init__(
        self,
        workplace: Workplace,
        state: Callable[[], FormState],
        title: Callable[[FormState], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._state = state
        self._title = title
        self._saved = b""
        self._given: FormState | None = None
        self.draft_id = drafting.new_draft_id()
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def touched(self) -> None:
        """The form was edited; the second begins anew."""
        self._timer.start()

    def begin(
        self, draft_id: str = "", body: bytes = b"", *, given: FormState | None = None
    ) -> None:
        """Turn to another form: a new one, perhaps not empty, or a draft that is taken up again."""
        self._timer.stop()
        self._saved = body
        self._given = given
        self.draft_id = draft_id or drafting.new_draft_id()

    def has_typed(self, state: FormState) -> bool:
        """Whether a state of the form holds anything that would be lost with it."""
        as_given = self._given is not None and state.says_as_much_as(self._given)
        return not (state.is_empty or as_given)

    def save(self) -> None:
        """Write the form down now, if it is not on disk as it stands."""
        self._timer.stop()
        state = self._state()
        body = written(state) if self.has_typed(state) else b""
        if body == self._saved:
            return
        self._saved = body
        if body:
            self._workplace.in_lane(
                partial(
                    _save, self.draft_id, self._workplace.account.login, self._title(state), body
                )
            )
        else:
            self._workplace.in_lane(partial(_discard, self.draft_id))


def _save(draft_id: str, login: str, title: str, body: bytes, desk: Desk) -> None:
    drafting.save(desk, draft_id, login, title, body)


def _discard(draft_id: str, desk: Desk) -> None:
    drafting.discard(desk, draft_id)
