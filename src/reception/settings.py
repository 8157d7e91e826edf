"""This machine's settings: its printer and paper; never the office's data.

Kept as TOML beside the register, written to a temporary file and moved, so that a power cut leaves
the old settings or the new ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

SETTINGS_NAME = "desk.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What this PC remembers of its printing and of who sat here last.

    An empty ``printer`` means the system's own choice; ``print_at_once`` prints a receipt without
    showing it first. Scans that appear in ``watched_folder`` are offered to the dossier on screen.
    ``notices_folder`` is where messages to applicants are put for the gateways
    (docs/gateways.md). A desk at which nobody is locks itself ``lock_after_minutes``. Dated copies
    go to ``copies_folder``, so many of which are kept; ``last_copy_at`` is UTC text. How the window
    looks is kept by the window itself.
    """

    printer: str = ""
    paper: str = "A5"
    copies: int = 1
    print_at_once: bool = True
    last_login: str = ""
    watched_folder: str = ""
    notices_folder: str = ""
    lock_after_minutes: int = 5
    copies_folder: str = ""
    copies_days: int = 7
    copies_weeks: int = 4
    copies_months: int = 12
    last_copy_at: str = ""


def load_settings(folder: Path) -> Settings:
    """The settings in a data folder; the defaults where there are none or they cannot be read."""
    try:
        return msgspec.toml.decode((folder / SETTINGS_NAME).read_bytes(), type=Settings)
    except (OSError, ValueError):
        # A lost printer's name is no reason to keep a clerk from her desk.
        return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings down in one step.

    Raises:
        OSError: The folder cannot be written.
    """
    lines = [f"{name} = {_toml(value)}" for name, value in msgspec.to_builtins(settings).items()]
    unfinished = folder / f"{SETTINGS_NAME}.dang-ghi"
    unfinished.write_text("\n".join(lines) + "\n", encoding="utf-8")
    unfinished.replace(folder / SETTINGS_NAME)


def _toml(value: str | int | bool) -> str:  # noqa: FBT001 -- a value of any settings type
    # A JSON string, number or boolean is also a TOML one.
    return msgspec.json.encode(value).decode()
