"""Where files live: the program's resources and an office's data folder."""

from __future__ import annotations

import sys
from pathlib import Path

DATABASE_NAME = "reception.db"
# Papers that no printer took, beside the register.
PAPERS_FOLDER = "papers"
# Of an installed program: what a version is made of, and which version waits to take over.
MANIFEST_NAME = "program.json"
WAITING_NAME = "waiting.txt"


def resource(name: str) -> Path:
    """A file or folder that the program reads but does not execute, such as ``fonts``.

    An installed program carries them inside the package; a checkout has them at its root.
    """
    package = Path(__file__).parent
    packed = package / "_resources"
    root = packed if packed.is_dir() else package.parents[1] / "resources"
    return root / name


def training_dir(data: Path) -> Path:
    """Where the practice that belongs to a data folder lies: beside it, never within."""
    whole = data.absolute()
    return whole.with_name(f"{whole.name}-tap-lam")


def default_data_dir() -> Path:
    """The user's own data folder for the office's register."""
    # Its import costs a tenth of a window; a window told its folder does without.
    import platformdirs

    return Path(platformdirs.user_data_dir("Reception", appauthor=False))


def program_folder() -> Path | None:
    """The folder of this version of an installed program; ``None`` for a checkout or a wheel."""
    folder = Path(__file__).parents[2]
    return folder if (folder / MANIFEST_NAME).is_file() else None


def update_waits() -> bool:
    """Whether another version of the installed program waits to take over at this start."""
    folder = program_folder()
    waiting = folder.parents[1] / WAITING_NAME if folder else None
    if folder is None or waiting is None or not waiting.is_file():
        return False
    return waiting.read_text(encoding="utf-8").strip() != folder.name


def own_command() -> list[str]:
    """What starts this very version once more, with further words as its arguments."""
    folder = program_folder()
    return command_of(folder) if folder else [sys.executable, "-X", "utf8", "-m", "reception"]


def command_of(folder: Path) -> list[str]:
    """What starts one version of an installed program; the launcher starts the one in use."""
    return [str(folder / "runtime" / "pythonw.exe"), "-X", "utf8", "-m", "reception"]
