"""The scanner's adapter, with another program in the place of Windows' dialog."""

from __future__ import annotations

import sys

import pytest

from reception.domain.errors import Trouble
from reception.services.scanning import WiaScanner, system_scanner


def scanner(script: str) -> WiaScanner:
    return WiaScanner((sys.executable, "-c", f"import sys\n{script}"))


def test_a_sheet_becomes_a_file(tmp_path):
    target = tmp_path / "to quét.jpg"
    assert scanner("open(sys.argv[1], 'wb').write(b'jpeg')").scan(target)
    assert target.read_bytes() == b"jpeg"


def test_leaving_the_dialog_is_no_failure(tmp_path):
    assert scanner("sys.exit(2)").scan(tmp_path / "a.jpg") is False


@pytest.mark.parametrize("script", ["sys.exit(1)", "pass"], ids=["it failed", "no file"])
def test_a_scanner_that_fails_is_told_in_words(tmp_path, script):
    with pytest.raises(Trouble, match="hãy kiểm tra dây"):
        scanner(script).scan(tmp_path / "a.jpg")


def test_without_the_dialog_there_are_other_ways(tmp_path):
    with pytest.raises(Trouble, match="thư mục theo dõi"):
        WiaScanner(("no-such-program-here",)).scan(tmp_path / "a.jpg")


def test_only_windows_has_the_dialog():
    assert (system_scanner() is not None) == (sys.platform == "win32")
