"""Days without power, from the command line: blanks printed, listed, keyed in, and refused."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from at_the_counter import SINGLE_STATUS
from pdf_reading import pages_of, text_of
from reception.cli.frame import now
from reception.paths import DATABASE_NAME
from refusing import assert_refused
from register_contents import contents

NAME = "Đỗ Thị Ưởng"


def later(**shift: int) -> str:
    """A moment beside now; a blank's paper is never older than its printing."""
    return (now() + timedelta(**shift)).isoformat(timespec="seconds")


def dossier(**more: object) -> dict[str, object]:
    return {"procedure": SINGLE_STATUS, "owner": {"name": NAME}, "received_at": later()} | more


@pytest.fixture
def blanks(run, folder):
    def blanks_it(*arguments: object):
        return run("blanks", *arguments, "--data", folder)

    return blanks_it


@pytest.fixture
def numbers(blanks, tmp_path) -> list[str]:
    told = blanks("print", "--count", 3, "--out", tmp_path / "in-san.pdf", "--json").json
    return told["numbers"]


@pytest.mark.parametrize(("copies", "pages"), [(1, 2), (2, 4)])
@pytest.mark.parametrize("size", ["A5", "A4"])
def test_each_blank_carries_its_number_and_is_listed(blanks, tmp_path, size, copies, pages):
    out = tmp_path / "in-san.pdf"

    told = blanks(
        "print", "--count", 2, "--out", out, "--size", size, "--copies", copies, "--json"
    ).json

    pdf = out.read_bytes()
    assert told == {"numbers": told["numbers"], "out": str(out), "bytes": len(pdf)}
    assert len(told["numbers"]) == 2
    assert all(number in text_of(pdf) for number in told["numbers"])
    assert pages_of(pdf) == pages
    assert blanks("list", "--json").json == {"numbers": told["numbers"]}


def test_for_people_the_numbers_are_a_run(blanks, tmp_path):
    ran = blanks("print", "--count", 12, "--out", tmp_path / "in-san.pdf")

    assert ran.status == 0
    assert "12 giấy số 0001/" in ran.out
    assert "đến 0012/" in ran.out
    assert len(blanks("list").out.splitlines()) == 12


def test_nothing_printed_is_said_so(blanks):
    assert "không có giấy in sẵn nào" in blanks("list").out
    assert blanks("list", "--json").json == {"numbers": []}


def test_a_dossier_is_keyed_in_with_the_moment_on_its_paper(run, blanks, folder, numbers, written):
    received = later()

    told = blanks(
        "key-in", numbers[1].lower(), "--from", written(dossier(received_at=received)),
        "--clerk", "quantri", "--json",
    ).json  # fmt: skip

    assert told.keys() == {"code", "dossier_id", "blank", "received_at", "due_at"}
    assert told["blank"] == numbers[1]
    assert datetime.fromisoformat(told["received_at"]) == datetime.fromisoformat(received)
    shown = run("show", told["code"], "--data", folder, "--json").json
    kinds = [(event["kind"], event["by"]) for event in shown["history"]]
    assert kinds == [("dossier.received", "quantri"), ("dossier.keyed-in", "quantri")]
    assert blanks("list", "--json").json == {"numbers": [numbers[0], numbers[2]]}
    assert run("verify", "--data", folder, "--json").json["unsigned_events"] == 0


def test_a_list_of_one_dossier_serves_as_well(blanks, numbers, written):
    ran = blanks("key-in", numbers[0], "--from", written([dossier()]))

    assert (ran.status, ran.err) == (0, "")
    assert NAME in ran.out
    assert numbers[0] in ran.out


@pytest.mark.parametrize(
    ("number", "content", "said"),
    [
        ("9999/2026/PTG", dossier(), "không do máy này in"),
        ("x", dossier(), "“X”"),
        ("", dossier(), "kiểm tra lại số"),
        (None, [dossier(), dossier()], "nhiều hồ sơ"),
        (None, [dossier(), {}], "nhiều hồ sơ"),
        (None, dossier(received_at=None), "received_at"),
        (None, {"procedure": SINGLE_STATUS, "owner": {"name": NAME}}, "thời điểm viết trên giấy"),
        (None, dossier(received_at="2020-01-02T08:00"), "trước lúc ấy"),
        (None, dossier(received_at=later(days=3)), "tương lai"),
        (None, dossier(owner={"name": ""}), "Hồ sơ chưa được tiếp nhận"),
        (None, [], "không có hồ sơ nào"),
        (None, "{", "JSON"),
    ],
)
def test_what_cannot_be_keyed_in_changes_nothing(
    blanks, folder, numbers, written, number, content, said
):
    before = contents(folder / DATABASE_NAME)

    number = numbers[0] if number is None else number
    assert_refused(blanks("key-in", number, "--from", written(content)), said, status=1)

    assert contents(folder / DATABASE_NAME) == before


def test_a_blank_is_keyed_in_once(blanks, folder, numbers, written):
    code = blanks("key-in", numbers[0], "--from", written(dossier()), "--json").json["code"]
    before = contents(folder / DATABASE_NAME)

    assert_refused(blanks("key-in", numbers[0], "--from", written(dossier())), code, status=1)

    assert contents(folder / DATABASE_NAME) == before


@pytest.mark.parametrize(
    ("arguments", "said", "status"),
    [
        (("print", "--count", 0, "--out", "x.pdf"), "từ 1 đến 500", 2),
        (("print", "--count", 501, "--out", "x.pdf"), "từ 1 đến 500", 2),
        (("print", "--count", "ba", "--out", "x.pdf"), "từ 1 đến 500", 2),
        (("print", "--out", "x.pdf"), "--count", 2),
        (("print", "--count", 1), "--out", 2),
        (("print", "--count", 1, "--out", "x.pdf", "--size", "A3"), "A4, A5", 2),
        (("print", "--count", 1, "--out", "x.pdf", "--clerk", "ai"), "“ai”", 1),
        (("print", "--count", 1, "--out", "/"), "Giấy chưa được ghi là đã in", 1),
        (("key-in", "0001/2026/PTG"), "--from", 2),
        (("key-in", "--from", "x.json"), "SỐ", 2),
        (("burn",), "không có việc này", 2),
    ],
)
def test_a_wrong_command_numbers_nothing(blanks, folder, arguments, said, status):
    before = contents(folder / DATABASE_NAME)

    assert_refused(blanks(*arguments), said, status=status)

    assert contents(folder / DATABASE_NAME) == before
