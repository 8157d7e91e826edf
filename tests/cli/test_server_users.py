"""The server's users and its folding from the command line."""

from __future__ import annotations

import io

import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, Pen, received
from reception.storage.ledger.ledger import Ledger
from refusing import assert_refused

PASSWORD = "một câu dài và dễ nhớ\n"
SHORT = "ngắn\n"


@pytest.fixture
def kept(run, tmp_path):
    """Run a command about a server in a folder."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path)

    return run_it


@pytest.fixture
def typed(monkeypatch):
    """What comes in on the standard input."""

    def type_it(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return type_it


def add(kept, typed, *more: object, login: str = "giamsat", password: str = PASSWORD):
    typed(password)
    words = ("--full-name", "Trần Thị  Sát", "--password-stdin", *more)
    return kept("user", "add", login, *words)


def test_a_user_is_added_listed_disabled_and_enabled(kept, typed):
    added = add(kept, typed, "--role", "supervisor", "--json").json

    assert added == {
        "login": "giamsat", "name": "Trần Thị Sát", "role": "supervisor", "agency": "",
        "active": True,
    }  # fmt: skip
    assert kept("user", "list", "--json").json == [added]
    assert kept("user", "disable", "giamsat", "--json").json == {**added, "active": False}
    assert "đã khoá" in kept("user", "list").out
    assert kept("user", "enable", "giamsat", "--json").json == added


def test_a_leader_belongs_to_a_commune_that_is_there(kept, typed):
    kept("commune", "add", AGENCY, "Xã Mường Lay")

    assert (
        add(kept, typed, "--role", "leader", "--agency", AGENCY, "--json").json["agency"] == AGENCY
    )
    refused = add(kept, typed, "--role", "leader", "--agency", "H40.99", login="khac")
    assert_refused(refused, "Chưa có xã", status=1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("user", "disable", "ai-do"), "Không có người dùng"),
        (("user", "password", "ai-do", "--password-stdin"), "Không có người dùng"),
        (("fold", "--agency", "H40.99", "--rebuild"), "Chưa có xã"),
    ],
)
def test_what_is_not_there_is_refused(kept, typed, words, told):
    typed(PASSWORD)

    assert_refused(kept(*words), told, status=1)


def test_a_short_password_is_refused_and_another_one_taken(kept, typed):
    assert_refused(
        add(kept, typed, "--role", "supervisor", password=SHORT), "ít nhất 12 ký tự", status=1
    )
    add(kept, typed, "--role", "supervisor")
    typed("một câu khác cũng dài\n")

    assert kept("user", "password", "Giamsat", "--password-stdin", "--json").json == {
        "login": "giamsat"
    }


def test_logs_are_folded_and_folded_anew(kept, tmp_path):
    kept("commune", "add", AGENCY, "Xã Mường Lay")
    clock = clock_at()
    ledger = Ledger.open(str(tmp_path / "server.db"))
    pen = Pen(ledger).enrol(clock())
    for n in range(1, 4):
        pen.write(f"d{n}", received(n), clock())
    ledger.close()

    assert kept("fold", "--json").json == {"events": 3}
    assert kept("fold", "--all", "--json").json == {"events": 0}
    assert kept("fold", "--rebuild", "--json").json == {"events": 3}
    assert "3 sự kiện" in kept("fold", "--rebuild", "--agency", AGENCY).out
    assert kept("fold", "--agency", AGENCY, "--json").json == {"events": 0}
