# ruff: noqa: INP001 -- a script, not a package
"""Make the pictures beside this file anew; call it with ``QT_QPA_PLATFORM=offscreen``.

Those of the help are made by ``make_help.py``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from studio import Studio, opened_studio

SIZE = (1280, 720)
HERE = Path(__file__).parent
_FEWER_STEPS = bytes(level & 0xFC | level >> 6 for level in range(256))


def main() -> None:
    """Photograph home, receive somebody, photograph the intake and a dossier."""
    with opened_studio(SIZE) as studio:
        _photograph(studio, "home")
        studio.receive()
        _photograph(studio, "intake")
        studio.open_overdue()
        _photograph(studio, "dossier")


def _photograph(studio: Studio, name: str) -> None:
    studio.settle()
    # Without transparency and the last two bits of each colour the file is half as large.
    whole = studio.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    bits = bytes(whole.constBits()).translate(_FEWER_STEPS)
    picture = QImage(bits, *SIZE, whole.bytesPerLine(), QImage.Format.Format_RGB888)
    if not picture.save(str(HERE / f"{name}.png"), quality=0):
        raise RuntimeError(f"{name}.png could not be made")


if __name__ == "__main__":
    main()
