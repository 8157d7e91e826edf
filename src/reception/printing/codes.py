"""The two codes of a paper: QR (ISO/IEC 18004, TCVN 7322) and Code 128 (ISO/IEC 15417)."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any, cast

from reception.domain.dossier_frame import MOST_QR_BYTES
from reception.domain.errors import RuleViolation

# Any of the eight masks is valid; weighing them all would take most of a receipt's time.
_MASK = 3


def qr_rows(text: str) -> tuple[str, ...]:
    """The QR code of ``text`` as rows of ``1`` (dark) and ``0``, without its quiet zone.

    Raises:
        RuleViolation: ``qr-too-long`` above the 666 bytes that a slip's code can hold.
    """
    if len(text.encode()) > MOST_QR_BYTES:
        raise RuleViolation(
            "qr-too-long", "Nội dung mã QR quá dài để in lên giấy; hãy rút ngắn mã hồ sơ."
        )
    # Loaded with the first print, like reportlab: the window must not wait for it.
    import segno

    code = segno.make_qr(text, error="m", mask=_MASK, boost_error=False, encoding="utf-8")
    return tuple("".join(map(str, row)) for row in code.matrix)


def can_be_bars(text: str) -> bool:
    """Whether Code 128 can hold ``text``: printable ASCII only."""
    return bool(text) and text.isascii() and text.isprintable()


@lru_cache(
    maxsize=8
)  # a paper asks whether they fit, then draws them, on each sheet it is tried on
def code128_widths(text: str) -> tuple[int, ...]:
    """Widths, in modules, of alternating bars and spaces, without the quiet zones."""
    import barcode  # as above

    code: Any = barcode.Code128(text)
    modules = cast("str", code.build()[0])
    return tuple(len(list(run)) for _, run in groupby(modules))
