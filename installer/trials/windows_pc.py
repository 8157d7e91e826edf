"""The Windows PC that this very program runs on, such as one of a build service."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from pathlib import Path
from typing import Any

from trials.pc import Ran, wait_for

_PROGRAM = "Reception.exe"
_LONGEST_S = 1800
_UNINSTALLER = "Un_A.exe"  # what NSIS calls the copy that does the work


class WindowsPc:
    """The account that runs this."""

    @property
    def user(self) -> Path:
        """The account's own folder."""
        return Path.home()

    @property
    def local(self) -> Path:
        """``%LOCALAPPDATA%``."""
        return Path(os.environ["LOCALAPPDATA"])

    def windows(self, path: Path) -> str:
        """How Windows calls a file."""
        return str(path)

    def run(self, *words: str | Path) -> Ran:
        """Run a program to its end."""
        began = time.monotonic()
        done = subprocess.run(
            [str(word) for word in words],
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
        subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL)

    def settle(self) -> None:
        """Wait until the uninstaller, which goes on from a copy of itself, has ended."""
        time.sleep(2)
        wait_for(lambda: "" if _UNINSTALLER in self._tasks(_UNINSTALLER) else "gone", 300)

    def end_program(self) -> None:
        """End the desk's program, however busy it is."""
        self.run("taskkill", "/F", "/IM", _PROGRAM)
        wait_for(lambda: "" if _PROGRAM in self._tasks(_PROGRAM) else "gone", 60)

    def registry(self, key: str) -> str:
        """What stands under a key; empty where there is none."""
        ran = self.run("reg", "query", key, "/s")
        return ran.said.replace("\r", "") if ran.status == 0 else ""

    def window(self, title: str, *, seconds: float = 300) -> str:
        """Wait for a window whose title holds a text; its title, or nothing."""
        return wait_for(lambda: next((one for one in _titles() if title in one), ""), seconds)

    def memory_mb(self, name: str) -> float:
        """The working set of a program."""
        line = self._tasks(name).rpartition('","')[2]
        figures = "".join(letter for letter in line if letter.isdigit())
        return int(figures or 0) / 1024

    def _tasks(self, name: str) -> str:
        return self.run("tasklist", "/FO", "CSV", "/NH", "/FI", f"IMAGENAME eq {name}").said.strip()


def _titles() -> list[str]:
    """The titles of all windows that can be seen."""
    user32: Any = getattr(ctypes, "windll").user32  # noqa: B009 - there on Windows alone - only Windows has it
    found: list[str] = []

    def see(window: int, _more: int) -> bool:
        if user32.IsWindowVisible(window):
            text = ctypes.create_unicode_buffer(512)
            user32.GetWindowTextW(window, text, 512)
            found.append(text.value)
        return True

    kind: Any = getattr(ctypes, "WINFUNCTYPE")(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)  # noqa: B009 - there on Windows alone
    user32.EnumWindows(kind(see), 0)
    return found
