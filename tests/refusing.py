"""What every refusal of the command line looks like."""

from __future__ import annotations

import re

VIETNAMESE = re.compile(r"[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]")


def assert_refused(ran, *said: str, status: int | None = None) -> None:
    """One line on the error stream that tells what to do, and nothing on the output."""
    assert ran.status in ({1, 2} if status is None else {status})
    assert ran.out == ""
    [sentence] = ran.err.splitlines()
    assert VIETNAMESE.search(sentence)
    assert sentence.endswith(".")
    assert "Traceback" not in ran.err
    for words in said:
        assert words in sentence
