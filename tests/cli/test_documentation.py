"""What the pages say of the command line is what it does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from reception import cli

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL))
PAGE = (DOCS / "register.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_every_command_has_its_section_and_no_other():
    assert SECTIONS.keys() == cli.commands.commands.keys()


@pytest.mark.parametrize("name", sorted(cli.commands.commands))
def test_every_option_of_a_command_is_documented_and_no_other(name):
    options = {
        option
        for parameter in cli.commands.commands[name].params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }

    assert set(re.findall(r"--[a-z][a-z0-9-]+", SECTIONS[name])) == options


@pytest.mark.parametrize("name", sorted(cli.commands.commands))
def test_every_command_says_in_vietnamese_what_it_does(run, name):
    ran = run(name, "--help")

    assert ran.status == 0
    # The lines are broken to the width of a console, also at hyphens.
    assert "".join(cli.commands.commands[name].help.split()) in "".join(ran.out.split())


def test_the_example_is_registered_as_it_stands(run, folder, written):
    [example] = EXAMPLE

    told = run("register", "--from", written(example), "--data", folder, "--json").json

    assert [item["code"] for item in told] == ["H40.16-260302-0001", "H40.16-260302-0002"]
    shown = run("show", told[0]["code"], "--data", folder, "--json").json
    asked = json.loads(example)[0]
    for entry in ("request", "channel", "notes", "return_by", "fee_vnd", "competent_authority"):
        assert shown["intake"][entry] == asked[entry]
    assert shown["intake"]["owner"] == asked["owner"]
    assert shown["intake"]["submitter"]["name"] == "Y Ka Ly"


def test_the_file_of_ten_real_procedures_is_registered_printed_found_and_verified(run, folder):
    told = run(
        "register", "--from", DOCS / "examples" / "ten-dossiers.json", "--data", folder, "--json"
    ).json
    paper = folder / "receipt.pdf"

    assert len({item["code"] for item in told}) == 10
    assert run("print", "receipt", told[0]["code"], "--data", folder, "--out", paper).status == 0
    assert paper.read_bytes().startswith(b"%PDF")
    [found] = run("search", "hhen nie", "--data", folder, "--json").json
    assert found["owner"] == "H'Hen Niê"
    assert run("verify", "--data", folder).status == 0


def test_the_page_names_every_entry_that_the_schema_knows():
    schema = json.loads(
        (DOCS.parent / "resources" / "schemas" / "register.schema.json").read_text("utf-8")
    )
    entries = set(schema["properties"])
    for part in ("party", "address", "paper"):
        entries |= set(schema["$defs"][part]["properties"])

    assert {entry for entry in entries if f"`{entry}`" not in PAGE} == set()
    assert set(json.loads(EXAMPLE[0])[0]) == set(schema["properties"])


def test_the_documented_json_is_what_is_printed(run, folder, written):
    [example] = EXAMPLE
    [code, _] = [
        item["code"]
        for item in run("register", "--from", written(example), "--data", folder, "--json").json
    ]
    printed = {
        "show": run("show", code, "--data", folder, "--json").json,
        "search": run("search", "hhen", "--data", folder, "--json").json[0],
        "verify": run("verify", "--data", folder, "--json").json,
        "due": run("due", "--received", "2026-03-02", "--limit", 3, "--unit", "day", "--json").json,
    }

    for name, document in printed.items():
        assert set(document) <= set(re.findall(r'"(\w+)"', SECTIONS[name])), name
