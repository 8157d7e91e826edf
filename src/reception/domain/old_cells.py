"""What the cells of an old register say: names in capitals, phones without their zero."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from reception.domain.moments import date_words
from reception.domain.old_dates import Cell

_PHONE = re.compile(r"(?<!\d)(?:\+?84[ .\-]?|0[ .\-]?)?[2-9](?:[ .\-]?\d){7,9}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


def cell_text(cell: Cell) -> str:
    """A cell as one would read it in the spreadsheet."""
    match cell:
        case None:
            return ""
        case datetime():
            hour = f"{cell:%H:%M} " if (cell.hour, cell.minute) != (0, 0) else ""
            return f"{hour}{date_words(cell)}"
        case date():
            return date_words(cell)
        case time():
            return f"{cell:%H:%M}"
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell).strip()


def whole_number(cell: Cell) -> str | None:
    """The digits of a cell that holds a number; ``None`` for text, whose zeros are all there."""
    if isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer()):
        return str(int(cell))
    return None


def phone_in(text: str) -> str:
    """The first phone number in a text, with its zero; empty where there is none."""
    found = _PHONE.search(text)
    if not found:
        return ""
    digits = re.sub(r"\D", "", found[0])
    if digits.startswith("84") and len(digits) > 10:
        digits = digits[2:]
    return digits if digits.startswith("0") else f"0{digits}"


def named(name: str) -> str:
    """A person's name; one in capitals alone is written as on other papers."""
    if not name.isupper():
        return name
    return _WORD.sub(lambda found: found[0].capitalize(), name)
