"""What the pages say of the command line is what it does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from reception import cli
from reception.cli.corrections import KNOWN_FIELDS

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([\w-]+)\n(.*?)(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL))
PAGE = (DOCS / "register.md").read_text(encoding="utf-8")
# Told once, at the head of the page.
EVERYWHERE = {"--passphrase-file"}
EXAMPLE = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_every_command_has_its_section_and_no_other():
    assert SECTIONS.keys() == cli.commands.commands.keys()


def options_of(command: click.Command) -> set[str]:
    below = command.commands.values() if isinstance(command, click.Group) else ()
    own = {
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    return own.union(*map(options_of, below)) - EVERYWHERE


@pytest.mark.parametrize("name", sorted(cli.commands.commands))
def test_every_option_of_a_command_is_documented_and_no_other(name):
    documented = set(re.findall(r"--[a-z][a-z0-9-]+", SECTIONS[name])) - {"--help"} - EVERYWHERE

    assert documented == options_of(cli.commands.commands[name])


def test_every_act_is_documented_with_its_own_options_and_values():
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", SECTIONS["act"], re.MULTILINE))
    acts = cli.commands.commands["act"].commands
    shared = {"--at", "--clerk", "--data", "--json"}

    assert list(rows) == list(acts_in_order())
    for name, told in rows.items():
        assert set(re.findall(r"--[a-z-]+", told)) - shared <= options_of(acts[name]) - shared
        values = [p.type.choices for p in acts[name].params if isinstance(p.type, click.Choice)]
        # Two acts refer to the row above them for what is the same.
        if name not in {"settle-fee", "apologise"}:
            named = set(re.findall(r"`([a-z-]+)`", told))
            assert {value for known in values for value in known} <= named


def acts_in_order() -> list[str]:
    group = cli.commands.commands["act"]
    return group.list_commands(click.Context(group))


def test_every_field_that_can_be_corrected_is_documented():
    for field in KNOWN_FIELDS:
        for part in field.split("."):
            assert re.search(rf"`{part}\.?`", SECTIONS["act"]), field


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


def test_the_tour_finds_what_it_has_registered(run, folder):
    tour = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    [typed] = re.findall(r'^reception search .*"(.+)"$', tour, re.MULTILINE)
    run("register", "--from", DOCS / "examples" / "ten-dossiers.json", "--data", folder)

    assert len(run("search", typed, "--data", folder, "--json").json) == 1


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
    [code, other] = [
        item["code"]
        for item in run("register", "--from", written(example), "--data", folder, "--json").json
    ]
    printed = {
        "show": run("show", code, "--data", folder, "--json").json,
        "search": run("search", "hhen", "--data", folder, "--json").json[0],
        "verify": run("verify", "--data", folder, "--json").json,
        "act": run(
            "act", code, "forward", "--to", "Phòng Kinh tế", "--data", folder, "--json"
        ).json,
        "worklist": run("worklist", "untouched", "--data", folder, "--json").json["untouched"][0],
        "due": run("due", "--received", "2026-03-02", "--limit", 3, "--unit", "day", "--json").json,
    }

    assert printed["worklist"]["code"] == other
    for name, document in printed.items():
        section = SECTIONS["search" if name == "worklist" else name]
        assert set(document) <= set(re.findall(r'"(\w+)"', section)), name
