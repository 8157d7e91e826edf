"""The command line as a test speaks to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reception import cli


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on the output; anything beside it is a fault."""
        assert self.status == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def run(capfd):
    """Run a command in this process."""

    def run_it(*arguments: object) -> Ran:
        capfd.readouterr()
        status = cli.main([str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Ran(status, said.out, said.err)

    return run_it


@pytest.fixture
def written(tmp_path):
    """Write a JSON file, or any text, and answer its path."""

    def write(content: object) -> Path:
        path = tmp_path / "ho-so.json"
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return path

    return write
