"""What the README shows works as it stands there, command by command."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from reception.storage.ledger.ledger import Ledger
from serving import serving

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands_of(title: str) -> list[list[str]]:
    """The ``reception`` commands of a section of the README, without what a comment says."""
    _before, section = (ROOT / "README.md").read_text("utf-8").split(f"\n## {title}\n", 1)
    lines = "\n".join(BLOCK.findall(section.split("\n## ", 1)[0])).splitlines()
    words = [shlex.split(line, comments=True) for line in lines]
    return [line[1:] for line in words if line[:1] == ["reception"]]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder to be in, with the examples beside."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_desks_and_a_server(run, place):
    codes: dict[str, str] = {}
    before, after = [], []
    for words in commands_of("Two desks and a server"):
        (after if after or words[:2] == ["server", "run"] else before).append(words)
    for words in before:
        done = run(*words, *(["--json"] if words[1] == "invite" else []))
        assert done.status == 0, (words, done.err)
        if words[1] == "invite":
            codes[f"CODE-{len(codes) + 1}"] = done.json["code"]

    ledger = Ledger.open(str(place / "server" / "server.db"))
    with serving(ledger) as served:
        address = {"http://127.0.0.1:8700": f"http://127.0.0.1:{served.port}"}
        for words in after[1:]:
            done = run(*(({**codes, **address}).get(word, word) for word in words))
            assert done.status == 0, (words, done.err)
            if words[:2] == ["sync", "verify"]:
                assert "Hai đầu khớp hoàn toàn" in done.out
    ledger.close()
    assert len(run("search", "a", "--data", "desk-1", "--json").json) > 0
    assert len(codes) == 2


def test_the_tour(run, place):
    code = ""
    for words in commands_of("A tour of the command line"):
        done = run(*(word.replace("CODE", code) if code else word for word in words))
        assert done.status == 0, (words, done.err)
        if words[0] == "register":
            code = done.out.split()[0]
    assert {path.name for path in place.glob("*.pdf")} == {
        "receipt.pdf", "sample.pdf", "control-sheet.pdf", "register.pdf",
    }  # fmt: skip
