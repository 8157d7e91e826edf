"""A scanner behind an adapter: whatever drives it, a picture file comes out.

On Windows the system's own WIA dialog is opened through PowerShell, so that no driver and no extra
library is needed. Another scanner takes another :class:`Scanner`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reception.domain.errors import Trouble

_PATIENCE_S = 300
_CANCELLED = 2
# 1: a scanner, 1: colour, 131072: the best quality; the identifier is that of JPEG.
_WIA = """
$ErrorActionPreference = 'Stop'
$dialog = New-Object -ComObject WIA.CommonDialog
$image = $dialog.ShowAcquireImage(1, 1, 131072, '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}')
if ($null -eq $image) { exit 2 }
$image.SaveFile($args[0])
"""


class Scanner(Protocol):
    """Something that puts a scanned sheet into a file."""

    def scan(self, target: Path) -> bool:
        """Scan one sheet into ``target``, a JPEG; answers whether there is one.

        Raises:
            Trouble: ``no-scanner`` or ``scanner-failed``.
        """
        ...


@dataclass(frozen=True, slots=True)
class WiaScanner:
    """Windows' scanner dialog. ``command`` runs the script; the target is added behind it."""

    command: Sequence[str] = (
        "powershell.exe", "-NoProfile", "-STA", "-ExecutionPolicy", "Bypass",
        "-Command", f"& {{{_WIA}}}",
    )  # fmt: skip

    def scan(self, target: Path) -> bool:
        """As :meth:`Scanner.scan`; leaving the dialog is no failure."""
        try:
            ended = subprocess.run(  # noqa: S603 - our own script, and a path of our own making
                [*self.command, str(target)],
                capture_output=True,
                timeout=_PATIENCE_S,
                check=False,
            )
        except FileNotFoundError as error:
            raise Trouble(
                "no-scanner",
                "Máy này không mở được hộp quét của Windows; hãy quét bằng phần mềm của máy quét"
                " vào thư mục theo dõi, hoặc chọn tệp.",
            ) from error
        except subprocess.TimeoutExpired as error:
            raise _failed() from error
        if ended.returncode == _CANCELLED:
            return False
        if ended.returncode or not target.is_file():
            raise _failed()
        return True


def system_scanner() -> Scanner | None:
    """The scanner of this system, if there is a way to one."""
    return WiaScanner() if sys.platform == "win32" else None


def _failed() -> Trouble:
    return Trouble(
        "scanner-failed",
        "Máy quét không trả lời; hãy kiểm tra dây, giấy, rồi quét lại, hoặc chọn tệp có sẵn.",
    )
