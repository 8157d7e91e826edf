"""A file that the program was opened with, by a double click: it goes where it belongs."""

from __future__ import annotations

from pathlib import Path

from reception.ui.rail import Place
from reception.ui.workspace import Workspace

_UPDATE = ".rcu"


def take_file(workspace: Workspace, path: Path) -> None:
    """Take an update pack in the settings, and anything else as what came on a stick."""
    if path.suffix.lower() == _UPDATE:
        workspace.go(Place.SETTINGS)
        workspace.pages.settings.take_update(path)
    else:
        workspace.go(Place.EXCHANGE)
        workspace.pages.exchange.take_stick(path)
