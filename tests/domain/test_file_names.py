"""A name from outside never leads to another folder, to a device, or to a name that nobody sees."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.file_names import safe_name

NASTY = [
    "../../etc/passwd", "..\\..\\Windows\\win.ini", "/etc/passwd", "C:\\x.txt", "C:x",
    "\\\\may\\o", "CON", "con.pdf", "Aux .txt", "nul", "COM1.json", "lpt9", "CONIN$", "com¹.txt",
    "a:b", "x\0y.pdf", "giay\u202efdp.exe", "a\u200bb", "x.", "x ", "...", ".", "", " ", "a\nb",
    "~", ".ssh", "a|b?c*d", "x" * 5000 + ".pdf",
]  # fmt: skip
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{kind}{number}" for kind in ("com", "lpt") for number in "0123456789¹²³"
}


def assert_plain(name: str) -> None:
    assert name
    assert PurePosixPath(name).name == name
    windows = PureWindowsPath(name)
    assert windows.name == name
    assert not windows.drive
    assert name.partition(".")[0].strip().casefold() not in DEVICES
    assert name == name.strip(". ")
    assert len(name.encode()) <= 500
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} for char in name)
    assert not set(name) & set('<>:"/\\|?*')


@pytest.mark.parametrize("text", NASTY)
def test_what_attackers_write(text):
    assert_plain(safe_name(text))


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(NASTY))
def test_any_text_becomes_a_plain_name(text):
    assert_plain(safe_name(text))
    assert safe_name(safe_name(text)) == safe_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("H40.16-260302-0001-giay-tiep-nhan.pdf", "H40.16-260302-0001-giay-tiep-nhan.pdf"),
        ("Đơn xin xác nhận.docx", "Đơn xin xác nhận.docx"),
        ("0004/2026/PXL.pdf", "0004-2026-PXL.pdf"),
        ("", "tep"),
    ],
)
def test_what_people_write_stays_legible(text, name):
    assert safe_name(text) == name


def test_a_long_name_keeps_its_ending():
    assert safe_name("x" * 300 + ".pdf").endswith("xx.pdf")
