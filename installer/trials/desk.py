"""The installed program as the trial uses it: its files, its commands, its register."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trials.pc import Pc, Ran

COMMUNE = "Xã Mường Thanh"
LINK = "Một cửa.lnk"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Reception"


@dataclass(frozen=True, slots=True)
class Installed:
    """One installation on a machine."""

    pc: Pc
    home: Path

    @property
    def data(self) -> Path:
        """The clerk's data folder."""
        return self.pc.local / "Reception"

    @property
    def program(self) -> Path:
        """What the shortcuts start."""
        return self.home / "Reception.exe"

    def current(self) -> str:
        """The version in use; empty when none is installed."""
        file = self.home / "current.txt"
        return file.read_text(encoding="ascii").strip() if file.exists() else ""

    def versions(self) -> set[str]:
        """The versions that lie there whole.

        Of one that was taken away those files stay, on Windows too, that the running one shares
        with it and has loaded; they cost no room, and go with the next version.
        """
        return {path.parent.name for path in self.home.glob("versions/*/program.json")}

    def command(self, *words: str | Path) -> Ran:
        """A command of the installed command line."""
        return self.pc.run(self.home / "reception-cli.exe", *words)

    def answer(self, *words: str | Path) -> Any:  # noqa: ANN401 - any JSON
        """The JSON that a command answers."""
        ran = self.command(*words, "--json")
        if ran.status:
            raise RuntimeError(ran.said)
        return json.loads(ran.said)

    def register_digest(self) -> str:
        """The register's bytes, while nobody works."""
        return hashlib.sha256((self.data / "reception.db").read_bytes()).hexdigest()

    def links(self) -> int:
        """How many shortcuts there are, on the desktop and in the start menu."""
        return len(list(self.pc.user.rglob(LINK)))

    def remove(self, *words: str) -> None:
        """Remove the program silently."""
        self.pc.run(self.home / "uninstall.exe", "/S", *words)
        self.pc.settle()  # it goes on from a copy of itself
