"""The page on the national exchange says what the table and the messages of the domain say."""

from __future__ import annotations

import re
from pathlib import Path

from national_portal import PARTS, RECORD, STEP
from reception.domain.life import STATE_WORDS
from reception.domain.national_record import UNSURE
from reception.domain.national_status import HAPPENED_WORDS, STATUS_WORDS, TABLES, Status

PAGE = (Path(__file__).parents[1] / "docs" / "national-exchange.md").read_text(encoding="utf-8")


def tables_after(heading: str) -> list[list[list[str]]]:
    """The tables of a heading, each as its rows without the head."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = re.findall(r"(?:^\|.*\n)+", f"{section}\n", re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
        for table in found
    ]


def test_the_codes_are_the_domain_s():
    [codes] = tables_after("The codes")

    assert codes == [[status.value, STATUS_WORDS[status]] for status in Status]


def test_every_line_of_the_table_is_shown_and_no_other():
    [table] = TABLES
    lines, no_step = tables_after("From acts to codes")

    assert lines == [
        [line.happened, STATE_WORDS[line.after], line.status or "=", line.words, line.source]
        for line in table.lines
    ]
    assert no_step == [[HAPPENED_WORDS[event], why] for event, why in table.no_step.items()]


def test_every_field_is_described_and_every_doubt_told():
    fields = set(re.findall(r"`([A-Z][A-Za-z]+)`", PAGE))
    [unsure] = tables_after("What is not settled")

    assert RECORD | STEP | set().union(*PARTS.values()) - {"MaCSDL"} <= fields
    assert unsure == [[f"`{name}`", words] for name, words in UNSURE.items()]
    assert UNSURE.keys() <= RECORD | set().union(*PARTS.values())
