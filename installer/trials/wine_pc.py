"""A Windows PC for trials: a Wine prefix of its own, and what one does at such a PC."""

from __future__ import annotations

import getpass
import os
import re
import subprocess
import time
from pathlib import Path

from trials.pc import Ran, wait_for

_STAND_INS = Path(__file__).parent / "stand_ins"
# Wine keeps stdin, stdout and stderr apart from Python's if they are files: always pipes.
_QUIET = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
_LONGEST_S = 1800


class WinePc:
    """A prefix of its own."""

    def __init__(self, prefix: Path, display: str) -> None:
        self.prefix = prefix
        self._env = os.environ | _QUIET | {"WINEPREFIX": str(prefix), "DISPLAY": display}

    def prepare(self) -> None:
        """Make the prefix: Windows 10, with no way to the real home folder."""
        self._host("wineboot", "-i")
        self._host("wineserver", "-w")
        self.run("winecfg", "-v", "win10")
        self._host("wineserver", "-w")
        for folder in self.user.iterdir():
            if folder.is_symlink():
                folder.unlink()
                folder.mkdir()
        system = self.prefix / "drive_c" / "windows" / "system32"
        for source in _STAND_INS.glob("*.c"):
            compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-Os", "-s"]
            self._host(*compiler, source, "-o", system / f"{source.stem}.dll", "-ladvapi32")

    # --- places -----------------------------------------------------------------------------------

    @property
    def user(self) -> Path:
        """The clerk's own folder."""
        return self.prefix / "drive_c" / "users" / getpass.getuser()

    @property
    def local(self) -> Path:
        """``%LOCALAPPDATA%``."""
        return self.user / "AppData" / "Local"

    def windows(self, path: Path) -> str:
        """How Windows calls a file."""
        drive = self.prefix / "drive_c"
        inside = path.is_relative_to(drive)
        words = path.relative_to(drive if inside else "/").parts
        return "\\".join(["C:" if inside else "Z:", *words])

    # --- programs ---------------------------------------------------------------------------------

    def run(self, *words: str | Path) -> Ran:
        """Run a program to its end."""
        began = time.monotonic()
        done = subprocess.run(
            ["wine", *self._named(words)],
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=_LONGEST_S,
        )
        said = done.stdout.decode("utf-8", "replace")
        return Ran(done.returncode, said, time.monotonic() - began)

    def start(self, *words: str | Path) -> None:
        """Start a program and let it run."""
        subprocess.Popen(
            ["wine", *self._named(words)],
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def settle(self) -> None:
        """Wait until the last program has ended."""
        self._host("wineserver", "-w")

    def end_program(self) -> None:
        """End everything on this PC, as pulling the plug would."""
        self._host("wineserver", "-k")
        self.settle()

    def processes(self, name: str) -> list[int]:
        """The processes of a program."""
        found: list[int] = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                command = (entry / "cmdline").read_bytes()
                own = str(self.prefix).encode() in (entry / "environ").read_bytes()
            except OSError:
                continue
            if own and name.encode() in command.split(b"\0")[0]:
                found.append(int(entry.name))
        return found

    def memory_mb(self, name: str) -> float:
        """The proportional memory of a program, its share of what it has in common included."""
        whole_kb = 0
        for process in self.processes(name):
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
            whole_kb += sum(int(kb) for kb in re.findall(r"^Pss: +(\d+)", rollup, re.MULTILINE))
        return whole_kb / 1024

    # --- registry and screen ----------------------------------------------------------------------

    def registry(self, key: str) -> str:
        """What stands under a key; empty where there is none."""
        ran = self.run("reg", "query", key, "/s")
        return ran.said.replace("\r", "") if ran.status == 0 else ""

    def window(self, title: str, *, seconds: float = 300) -> str:
        """Wait for a window whose title holds a text; its number, or nothing."""
        return wait_for(lambda: self._host("xdotool", "search", "--name", title), seconds)

    def keys(self, *keys: str) -> None:
        """Press keys, such as ``F2`` or ``ctrl+Return``."""
        for key in keys:
            self._host("xdotool", "key", "--delay", "80", key)
            time.sleep(1)

    def type(self, text: str) -> None:
        """Type at a person's speed."""
        self._host("xdotool", "type", "--delay", "120", text)
        time.sleep(1)

    def picture(self, target: Path) -> None:
        """A picture of the screen."""
        self._host("import", "-window", "root", target)

    def _named(self, words: tuple[str | Path, ...]) -> list[str]:
        return [self.windows(word) if isinstance(word, Path) else word for word in words]

    def _host(self, *command: str | Path) -> str:
        done = subprocess.run(
            [str(word) for word in command],
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        return done.stdout.strip()
