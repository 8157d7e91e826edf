"""The one broadcast of what has changed; each view listens and refreshes itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Announced once, on the UI thread, after the change is durably on disk."""

    dossiers_changed = Signal(object)
    """Carries the ``frozenset[str]`` of dossier identifiers."""

    catalogue_changed = Signal()
    office_changed = Signal()
