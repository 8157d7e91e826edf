"""What all papers of many rows have in common: the office, the day, the period, the numbering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.moments import date_words, in_office_zone, short_moment
from reception.domain.money import figures, number_words
from reception.domain.office import Office
from reception.domain.paper import (
    HEADING,
    Facts,
    FormWording,
    Paper,
    Sentence,
    Signature,
    filled_in,
)

BY_HAND = "......"

Rows = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a list covers, both ends included."""

    from_on: date
    until_on: date

    def words(self) -> str:
        """The period in a sentence: ``từ ngày 01/03/2026 đến hết ngày 31/03/2026``."""
        if self.from_on == self.until_on:
            return f"ngày {date_words(self.from_on)}"
        return f"từ ngày {date_words(self.from_on)} đến hết ngày {date_words(self.until_on)}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A list being drawn up: by which office, in which wording, when, under which number.

    Without a ``number`` the paper leaves room to write one where its form has any. ``clerk`` draws
    the list up, ``in_charge`` answers for the desk; without names their places to sign are open.
    """

    office: Office
    wording: FormWording
    at: datetime
    number: str = ""
    clerk: str = ""
    in_charge: str = ""

    def paper(self, about: str, words: dict[str, str], series: Mapping[str, Rows]) -> Paper:
        """The paper; ``about`` names its days or its parties at the foot of each sheet."""
        wording, day = self.wording, in_office_zone(self.at)
        facts = Facts(self._common() | words, {key: _or_none(rows) for key, rows in series.items()})
        return Paper(
            form=wording.form,
            reference=about,
            governing_body=self.office.governing_body,
            unit_name=self.office.unit_name,
            number=wording.number.format(number=self.number or BY_HAND, year=day.year),
            place_and_date=f"{self.office.place}, ngày {day:%d} tháng {day:%m} năm {day:%Y}",
            title=wording.title,
            blocks=filled_in(wording.lines, facts),
            signatures=tuple(
                Signature(s.title.format_map(facts.words), s.hint, facts.words.get(s.says, ""))
                for s in wording.signatures
            ),
            notes=tuple(n.text for n in filled_in(wording.notes, facts) if isinstance(n, Sentence)),
            copy_marks=wording.copy_marks,
            layout=wording.layout,
            watermark=self.office.watermark,
        )

    def _common(self) -> dict[str, str]:
        return {
            "unit": self.office.name,
            "office_phone": self.office.phone,
            "drawn_up": short_moment(self.at),
            "clerk": self.clerk,
            "in_charge": self.in_charge,
        }


def numbered(rows: Iterable[Mapping[str, str]], first: int = 1) -> Rows:
    """Rows with their ordinal."""
    return tuple({"ordinal": str(n), **row} for n, row in enumerate(rows, first))


def counted(rows: Sequence[object]) -> dict[str, str]:
    """How many rows there are, in figures and in words."""
    return {"count": figures(len(rows)), "count_words": number_words(len(rows))}


def day_of(moment: datetime | None) -> str:
    """The civil date of a moment in the office's zone; empty for none."""
    return date_words(in_office_zone(moment)) if moment else ""


def minute_of(moment: datetime | None) -> str:
    """A moment as lists tell it, ``14:00 13/02/2026``; empty for none."""
    return short_moment(moment) if moment else ""


def _or_none(rows: Rows) -> Rows:
    return rows or ({HEADING: "(Không có)"},)
