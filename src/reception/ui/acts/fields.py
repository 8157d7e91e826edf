"""What an act asks, as plain descriptions: a text, a choice, a day, a sum, a list to tick."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.errors import RuleViolation
from reception.domain.procedure import Procedure
from reception.ui.completer import Choice


@dataclass(frozen=True, slots=True)
class Field:
    """A question; a rule's violation calls it ``name``, and ``hint`` stands in the empty field.

    One that stands ``beside`` the one before shares its row.
    """

    name: str
    label: str
    required: bool = False
    hint: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Line(Field):
    """One line of text; a ``code`` has no blanks and no accents.

    Once somebody types another text here, the fields named in ``empties`` no longer say what is so.
    """

    value: str = ""
    code: bool = False
    empties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Long(Field):
    """Several lines of text."""

    value: str = ""


@dataclass(frozen=True, slots=True)
class Search(Field):
    """One of many, found by a few letters without accents."""

    choices: tuple[Choice, ...] = ()
    value: Choice | None = None


@dataclass(frozen=True, slots=True)
class ProcedureSearch(Field):
    """A procedure of the catalogue; or another, by the words typed, where it is ``free``."""

    free: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class OneOf(Field):
    """One of a few, each with its words."""

    options: tuple[tuple[str, str], ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A date, or none."""

    value: date | None = None


@dataclass(frozen=True, slots=True)
class When(Field):
    """A day and an hour."""

    value: datetime | None = None


@dataclass(frozen=True, slots=True)
class Whole(Field):
    """A whole number, such as a sum of money or of days."""

    value: int | None = None


@dataclass(frozen=True, slots=True)
class Ticks(Field):
    """A list in which lines are ticked; all are, to begin with."""

    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick(Field):
    """Yes or no."""

    value: bool = False


class Answers:
    """What was filled in, by the names of the fields; a field that was not asked is empty."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = dict(values)

    def text(self, name: str) -> str:
        """A text, or what was picked of a few."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines that were ticked, or typed one below the other."""
        value = self.values.get(name)
        if isinstance(value, tuple):
            return tuple(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]: fields tick texts only
        return tuple(self.text(name).splitlines())

    def chosen(self, name: str) -> object:
        """What the choice of a search stands for."""
        value = self.values.get(name)
        return value.data if isinstance(value, Choice) else None

    def procedure(self, name: str) -> Procedure | None:
        """The procedure that was found."""
        value = self.chosen(name)
        return value if isinstance(value, Procedure) else None

    def whole(self, name: str) -> int | None:
        """A number, if one was typed."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, name: str) -> date | None:
        """A date, if one was typed."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def moment(self, name: str) -> datetime | None:
        """A moment, if one was typed."""
        value = self.values.get(name)
        return value if isinstance(value, datetime) else None

    def yes(self, name: str) -> bool:
        """Whether a box was ticked."""
        return self.values.get(name) is True

    def filled_up(self) -> Answers:
        """The same with a stroke for every empty text, to try an act out before it is explained."""
        return Answers({name: value or "–" for name, value in self.values.items() if value != ()})


def read_whole(text: str, field: Field) -> int | None:
    """A number as people write it: ``150.000 đ``.

    Raises:
        RuleViolation: ``not-a-number``.
    """
    bare = re.sub(r"[\s.,]|(đ|đồng|ngày)$", "", text)
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 15):
        raise RuleViolation(
            "not-a-number",
            f"“{text[:40]}” không phải là số; hãy ghi bằng chữ số.",
            field=field.name,
        )
    return int(bare)
