"""The page that draws a dossier's life says what the table of the domain says."""

from __future__ import annotations

import re
from pathlib import Path

from reception.domain.dossier import State
from reception.domain.life import ACT_WORDS, LIFE, STATE_WORDS

PAGE = (Path(__file__).parents[1] / "docs" / "life.md").read_text(encoding="utf-8")


def cells(line: str) -> list[str]:
    return [cell.strip().replace("`", "") for cell in line.strip().strip("|").split("|")]


def table_after(heading: str) -> list[list[str]]:
    """The rows of a heading's table, its head first, without the line below the head."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [cells(line) for line in lines[:1] + lines[2:]]


def test_the_table_of_acts_is_the_domain_s():
    head, *rows = table_after("The acts")

    assert head[2:] == [state.value for state in State]
    assert [row[0] for row in rows] == [
        row.act.value if row.offered else f"{row.act.value} \\*" for row in LIFE
    ]
    assert [row[1] for row in rows] == [ACT_WORDS[row.act] for row in LIFE]
    for told, row in zip(rows, LIFE, strict=True):
        leads = {
            state: state if cell == "•" else State(cell)
            for state, cell in zip(State, told[2:], strict=True)
            if cell
        }
        assert leads == dict(row.leads), row.act


def test_the_states_are_named_as_the_desk_names_them():
    _head, *rows = table_after("The states")

    assert {row[0]: row[1] for row in rows} == {s.value: STATE_WORDS[s] for s in State}


def test_the_drawing_shows_every_way_from_state_to_state():
    drawn = set(re.findall(r"^ +(\w+) --> (\w+): (.+)$", PAGE, re.MULTILINE))

    assert drawn == {
        (before.value.replace("-", "_"), after.value.replace("-", "_"), ACT_WORDS[row.act])
        for row in LIFE
        for before, after in row.leads.items()
        if before is not after
    }
    named = dict(re.findall(r'state "(.+)" as (\w+)', PAGE))
    assert named == {STATE_WORDS[state]: state.value.replace("-", "_") for state in State}
