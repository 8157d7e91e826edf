"""The one broadcast of what has changed; each view listens and refreshes itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Announced once, on the UI thread, after the change is durably on disk."""

    dossiers_changed = Signal(object)
    """Carries the ``frozenset[str]`` of dossier identifiers."""

    blanked = Signal(object)
    """Carries the :class:`~reception.domain.applicant.Party` whose particulars are gone: whatever
    still tells of them, in sight or not, is to let go of it."""

    reviews_counted = Signal(int)
    """Carries how much waits to be reviewed, wherever that was counted."""

    feedback_changed = Signal()
    catalogue_changed = Signal()
    office_changed = Signal()
