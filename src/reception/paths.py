"""Where files live: the program's resources and an office's data folder."""

from __future__ import annotations

from pathlib import Path

DATABASE_NAME = "reception.db"


def resource(name: str) -> Path:
    """A file or folder that the program reads but does not execute, such as ``fonts``.

    An installed program carries them inside the package; a checkout has them at its root.
    """
    package = Path(__file__).parent
    packed = package / "_resources"
    root = packed if packed.is_dir() else package.parents[1] / "resources"
    return root / name


def default_data_dir() -> Path:
    """The user's own data folder for the office's register."""
    # Its import costs a tenth of a window; a window told its folder does without.
    import platformdirs

    return Path(platformdirs.user_data_dir("Reception", appauthor=False))
