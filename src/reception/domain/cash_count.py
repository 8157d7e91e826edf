"""The count of the cash at the end of a day: what was taken, and what must lie in the drawer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reception.domain.list_frame import Drawing, numbered
from reception.domain.moments import date_words
from reception.domain.money import amount_words, figures
from reception.domain.paper import Paper

DENOMINATIONS_VND = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)


@dataclass(frozen=True, slots=True)
class TakingRow:
    """What was taken in a day for one procedure or kind of fee, and for how many dossiers."""

    name: str
    number: int
    cash_vnd: int = 0
    transfer_vnd: int = 0


def cash_count(
    drawing: Drawing, rows: Sequence[TakingRow], day: date, *, opening_vnd: int = 0
) -> Paper:
    """Kiểm quỹ cuối ngày: what was taken, what must lie in the drawer, and a table to count it in.

    ``opening_vnd`` lay in the drawer before the day began.
    """
    cash = sum(row.cash_vnd for row in rows)
    transfer = sum(row.transfer_vnd for row in rows)
    words = {
        "day": date_words(day),
        "number_total": figures(sum(row.number for row in rows)),
        "cash_total": figures(cash),
        "transfer_total": figures(transfer),
        "total": figures(cash + transfer),
        "total_words": amount_words(cash + transfer),
        "opening": f"{figures(opening_vnd)} đồng",
        "in_hand": figures(opening_vnd + cash),
        "in_hand_words": amount_words(opening_vnd + cash),
        "by_hand": "",
    }
    taken = numbered(
        {
            "name": row.name,
            "number": figures(row.number),
            "cash": figures(row.cash_vnd),
            "transfer": figures(row.transfer_vnd),
            "sum": figures(row.cash_vnd + row.transfer_vnd),
        }
        for row in rows
    )
    notes = tuple({"worth": figures(worth), "pieces": "", "sum": ""} for worth in DENOMINATIONS_VND)
    series = {"taken": taken, "denominations": notes}
    return drawing.paper(f"ngày {date_words(day)}", words, series)
