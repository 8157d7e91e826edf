"""The figures of a closed period as the one text that stands for them: JSON, sorted, unspaced.

II.06a is told with corrections, without, and without anything gathered under "on time"; the other
reports line by line. What is of no field has a name here, for the sum has none. A text that an
earlier edition of the program froze lacks some of it: it is counted again with just the parts that
it has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reception.domain.handling_report import Handling, HandlingForm, HandlingRow
from reception.domain.money import figures
from reception.domain.report_lines import NO_FIELD, Figure, Line
from reception.domain.text import fold

FIELDS = "fields"
TOTAL_WORDS = "Tổng số"
_MOST_TOLD = 8
_ASIDE_WORDS = {
    "in_time": "trong hạn",
    "late": "quá hạn",
    "refused": "từ chối",
    "open_in_time": "đang xử lý trong hạn",
    "open_overdue": "đang xử lý quá hạn",
    "awaiting": "chờ bổ sung",
    "no_limit": "không đặt hạn",
    "returned": "từ chối, dừng theo yêu cầu",
    "old_books": "nhập từ sổ cũ",
    "other_ways": "nộp bằng cách khác",
    "others": "ngoài biểu, về việc khác",
}
_CORRECTED, _RECORDED, _STRICT = "corrected", "recorded", "strict"
_BESIDE, _SECTIONS, _TOTAL, _WAITING = "beside", "sections", "total", "waiting"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A submission that waited for its answer: its field, and by when it was owed (UTC text).

    Both come of the catalogue and the calendar, which change; so they are frozen, too.
    """

    submission: str
    field: str
    answer_by: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """A report's figures: its lines, group by group, their sum, and what it tells beside them."""

    sections: Mapping[str, tuple[Line, ...]]
    total: Line
    beside: Mapping[str, int] = field(default_factory=dict[str, int])
    unanswered: tuple[Unanswered, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is another in one telling than in the other; of the sum where no field is."""

    field: str
    column: str
    frozen: int
    today: int
    section: str = FIELDS


def column_words(column: str) -> str:
    """A column as people read it: by the form's number, or what stands below its table."""
    return _ASIDE_WORDS.get(column) or f"cột {column[1:]}"


def difference_words(
    told: Sequence[Difference], was: str = "chốt", now: str = "nay", most: int = _MOST_TOLD
) -> str:
    """Differences one by one, the first of them; how many more there are is told."""
    each = [
        f"{one.field or TOTAL_WORDS}, {column_words(one.column)}: {was} {figures(one.frozen)},"
        f" {now} {figures(one.today)}"
        for one in told[:most]
    ]
    more = len(told) - len(each)
    return "; ".join(each) + (f"; và {figures(more)} con số khác" if more else "")


def handling_text(form: HandlingForm) -> str:
    """II.06a's figures in their canonical form."""
    told = form.told
    beside = {
        "no_limit": told.no_limit, "old_books": form.old_books, "returned": told.returned,
    }  # fmt: skip
    return _text(
        {
            _BESIDE: beside,
            _CORRECTED: _by_field(told),
            _RECORDED: _by_field(form.before),
            _STRICT: _by_field(form.strict),
        }
    )


def lines_text(frozen: Frozen) -> str:
    """Any other report's figures in their canonical form, its lines in the order of the form."""
    sections = {
        name: [{"field": line.field or NO_FIELD, "figures": dict(line.figures)} for line in lines]
        for name, lines in frozen.sections.items()
    }
    waiting = {one.submission: [one.field, one.answer_by] for one in frozen.unanswered}
    return _text(
        {
            _BESIDE: dict(frozen.beside),
            _SECTIONS: sections,
            _TOTAL: dict(frozen.total.figures),
            _WAITING: waiting,
        }
    )


def in_parts_of(text: str, whole: str) -> str:
    """Of a canonical text the parts that another has, so that an earlier edition compares."""
    told: dict[str, Any] = json.loads(whole)
    return _text({name: told[name] for name in json.loads(text) if name in told})


def thawed(text: str) -> Frozen:
    """The figures that a canonical text tells."""
    told: dict[str, Any] = json.loads(text)
    if _CORRECTED in told:
        form = thawed_handling(text)
        rows = (Line(row.field, row.columns()) for row in form.told.rows)
        total = Line("", form.told.total.columns())
        return Frozen({FIELDS: tuple(rows)}, total, told.get(_BESIDE, {}))
    return Frozen(
        {name: tuple(map(_line, lines)) for name, lines in told[_SECTIONS].items()},
        Line("", told[_TOTAL]),
        told[_BESIDE],
        tuple(Unanswered(name, *said) for name, said in told[_WAITING].items()),
    )


def is_told(text: str) -> bool:
    """Whether a text is a canonical one, as far as this program knows them."""
    try:
        thawed(text)
    except (ValueError, LookupError, TypeError, AttributeError):
        return False  # a newer program's, or a faulty one's
    return True


def thawed_handling(text: str) -> HandlingForm:
    """II.06a's content as its canonical text tells it.

    Of an earlier edition what is not gathered was not frozen: it is told as if nothing had been.
    """
    told: dict[str, Any] = json.loads(text)
    beside: dict[str, int] = told.get(_BESIDE, {})
    main = _handling(told[_CORRECTED], beside)
    return HandlingForm(
        told=main,
        before=_handling(told[_RECORDED], {}),
        strict=_handling(told[_STRICT], {}) if _STRICT in told else main,
        old_books=beside.get("old_books", 0),
    )


def tells_strict(text: str) -> bool:
    """Whether II.06a's canonical text tells the figures without anything gathered in."""
    return _STRICT in json.loads(text)


def differences(frozen: Frozen, today: Frozen) -> tuple[Difference, ...]:
    """Every figure of one telling that is another in the other; what is missing counts 0."""
    found = _of_lines(FIELDS, [frozen.total], [today.total])
    # What an earlier edition did not freeze differs from nothing.
    for name in sorted(frozen.beside.keys() & today.beside.keys()):
        if (old := frozen.beside[name]) != (new := today.beside[name]):
            found.append(Difference("", name, old, new, _BESIDE))
    for section in sorted(frozen.sections.keys() | today.sections.keys()):
        found += _of_lines(
            section, frozen.sections.get(section, ()), today.sections.get(section, ())
        )
    return tuple(found)


def _of_lines(section: str, was: Iterable[Line], now: Iterable[Line]) -> list[Difference]:
    before = {line.field: line.figures for line in was}
    after = {line.field: line.figures for line in now}
    return [
        Difference(name, column, old, new, section)
        for name in sorted(before.keys() | after.keys(), key=fold)
        for column in sorted(before.get(name, {}).keys() | after.get(name, {}).keys(), key=_place)
        if (old := before.get(name, {}).get(column) or 0)
        != (new := after.get(name, {}).get(column) or 0)
    ]


def _text(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _by_field(form: Handling) -> dict[str, Mapping[str, int]]:
    lines: dict[str, Mapping[str, int]] = {
        row.field or NO_FIELD: row.columns() for row in form.rows
    }
    return {"": form.total.columns(), **lines}


def _handling(columns: Mapping[str, Mapping[str, int]], beside: Mapping[str, int]) -> Handling:
    rows = {name: HandlingRow.of_columns(name, told) for name, told in columns.items()}
    total = rows.pop("")
    return Handling(
        tuple(sorted(rows.values(), key=lambda row: fold(row.field))),
        total,
        beside.get("no_limit", 0),
        beside.get("returned", 0),
    )


def _line(told: Mapping[str, Any]) -> Line:
    columns: dict[str, Figure] = told["figures"]
    return Line(told["field"], columns)


def _place(column: str) -> tuple[int, str]:
    """A form's columns by their number, then whatever else is told."""
    return (int(column[1:]), "") if column[1:].isdigit() else (1000, column)
