"""Sheets to lie beside a desk's devices, and the codes by which a scanner is tried."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reception.domain.instruction import Instruction
from reception.paths import resource


class SheetName(StrEnum):
    """The sheets that there are."""

    KEYBOARD = "keyboard"
    SCANNER = "scanner"


TRIAL_LETTERS = "THU-DDAWOO-A1E6O7-2026"
"""Telex would make ĐĂÔ of its second part and VNI ÁÊƠ of its third; the rest shows lost letters."""

TRIAL_RECEIPT = "H99.00-260101-0001"
"""A receipt's code of an invented office."""

TRIAL_CARD = (
    "099199000018||Đường Thị Thử Máy|01021999|Nữ|Số 1 phố Thử, xã Ước Lễ, tỉnh Nghệ An|01072024||||"
)
"""A card of nobody: 099 is no province, and its letters carry every kind of mark."""

_TRIALS = {"letters": TRIAL_LETTERS, "receipt": TRIAL_RECEIPT, "card": TRIAL_CARD}


def sheet(name: SheetName) -> Instruction:
    """What a sheet says, the codes' texts filled in."""
    written = msgspec.toml.decode((resource("help") / "sheets" / f"{name}.toml").read_bytes())
    for section in written["sections"]:
        for code in section.get("codes", ()):
            code["text"] = _TRIALS[code.pop("code")]
    return msgspec.convert(written, Instruction)


def sheet_pdf(name: SheetName) -> bytes:
    """A sheet on A4."""
    from reception.printing.instructions import instructions_pdf  # drawing is slow to load

    return instructions_pdf(sheet(name))
