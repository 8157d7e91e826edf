"""Packs and online submissions on the command line, from the server to the desk."""

from __future__ import annotations

import json

import pytest

from at_the_counter import BIRTH
from ends import AGENCY, NearLine, exchanger
from reception.cli.frame import now
from reception.services.desk import open_desk
from reception.storage.ledger.ledger import Ledger
from reception.sync import joining
from reception.sync.enrolling import invite
from reception.sync.exchanging import Outcome
from reception.sync.gate import Gate
from refusing import assert_refused

CALENDAR = "date,kind,name_vi\n2049-05-04,substitute_off,Nghỉ hoán đổi\n"


@pytest.fixture
def server(run, tmp_path):
    """Run a command of the server's; its commune is there."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path / "may-chu")

    run_it("commune", "add", AGENCY, "Xã Mường Lay")
    return run_it


@pytest.fixture
def exchanged(folder, tmp_path):
    """Bring down to the desk's folder what the server has."""

    def exchange() -> None:
        ledger = Ledger.open(str(tmp_path / "may-chu" / "server.db"))
        desk = open_desk(folder, now)
        line = NearLine(Gate(ledger, now))
        if not desk.database.rows("SELECT 1 FROM line"):
            code = invite(ledger, AGENCY, 0, "Quầy", now())
            joining.join(desk.store, line, joining.Wish("near", AGENCY, code, "Quầy"), now)
        exchanger(now).exchange(desk.store, line, Outcome())
        desk.close()
        ledger.close()

    return exchange


@pytest.fixture
def made(run, tmp_path):
    """A pack's file."""
    (tmp_path / "lich.csv").write_text(CALENDAR, encoding="utf-8")
    out = tmp_path / "goi.json"
    run("server", "pack", "make", "--title", "Lịch 2049", "--valid-from", "2049-01-01",
        "--calendar", tmp_path / "lich.csv", "--message", "Xem kỹ", "--out", out)  # fmt: skip
    return out


def test_a_pack_goes_from_files_to_the_desk_and_back(run, server, exchanged, folder, made):
    checked = run("server", "pack", "check", made, "--json").json
    assert (checked["title"], checked["days"], checked["message"]) == ("Lịch 2049", 1, "Xem kỹ")

    released = server("pack", "release", made, "--all", "--json").json
    exchanged()

    assert (released["number"], released["agencies"]) == (1, [AGENCY])
    [here] = run("packs", "--data", folder, "--json").json
    assert (here["number"], here["state"], here["days"]) == (1, "waiting", 1)
    assert "chờ đến ngày áp dụng" in run("packs", "--data", folder).out
    [listed] = server("pack", "list", "--json").json
    assert (listed["number"], listed["agencies"], listed["withdrawn_at"]) == (1, [AGENCY], None)

    assert server("pack", "withdraw", 1, "--reason", "nhầm", "--json").json["agencies"] == [AGENCY]
    exchanged()

    [here] = run("packs", "--data", folder, "--json").json
    assert (here["state"], "nhầm" in here["text"]) == ("withdrawn", True)
    assert "đã thu hồi: nhầm" in server("pack", "list").out
    assert run("verify", "--data", folder).status == 0


def test_refusals_of_packs_are_one_sentence(run, server, made, tmp_path):
    assert_refused(server("pack", "release", made), "--agency", "--all", status=2)
    assert_refused(server("pack", "release", made, "--all", "--agency", AGENCY), "--all", status=2)
    assert_refused(server("pack", "release", made, "--agency", "H1.1"), "H1.1", status=1)
    assert_refused(server("pack", "withdraw", 9, "--reason", "nhầm"), "số 9", status=1)
    assert_refused(run("server", "pack", "check", tmp_path / "lich.csv"), "lich.csv", status=1)
    assert_refused(
        run("server", "pack", "make", "--title", "Rỗng", "--valid-from", "2049-01-01",
            "--out", tmp_path / "rong.json"),
        "không có gì", status=1,
    )  # fmt: skip
    assert not (tmp_path / "rong.json").exists()


def test_a_submission_goes_to_the_inbox_and_is_accepted(run, server, exchanged, folder, written):
    item = {"id": "nop-0001", "procedure": BIRTH, "owner": {"name": "H'Hen Niê"}}
    path = written(item)
    [added] = server("submission", "add", "--agency", AGENCY, "--from", path, "--json").json
    assert (added["submission"], added["new"]) == ("nop-0001", True)
    assert "đã có từ trước" in server("submission", "add", "--agency", AGENCY, "--from", path).out
    exchanged()

    [waiting] = run("inbox", "--data", folder, "--json").json
    assert (waiting["state"], waiting["owner"], waiting["overdue"]) == (
        "waiting", "H'Hen Niê", False,
    )  # fmt: skip
    assert "chờ tiếp nhận" in run("inbox", "--data", folder).out
    accepted = run("inbox", "accept", "nop-0001", "--data", folder, "--json").json

    assert run("show", accepted["code"], "--data", folder, "--json").json["submitted_at"]
    assert "Không có" in run("inbox", "--data", folder).out
    [done] = run("inbox", "--settled", "--data", folder, "--json").json
    assert (done["state"], done["code"]) == ("accepted", accepted["code"])
    assert_refused(
        run("inbox", "refuse", "nop-0001", "--reason", "muộn", "--data", folder), "đã tiếp nhận"
    )


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (("refuse", "--reason", "Không thuộc thẩm quyền"), "refused"),
        (("guide", "--want", "Tờ khai", "--reason", "Không đọc được"), "guided"),
    ],
)
def test_a_submission_is_answered(run, server, exchanged, folder, written, answer, state):
    path = written([{"id": "nop-0001", "procedure": BIRTH, "owner": {"name": "Y Ka Ly"}}])
    server("submission", "add", "--agency", AGENCY, "--from", path)
    exchanged()

    act, *options = answer
    told = run("inbox", act, "nop-0001", *options, "--data", folder, "--json").json

    [done] = run("inbox", "--settled", "--data", folder, "--json").json
    assert (done["state"], done["code"]) == (state, told["code"])


def test_refusals_of_submissions_are_one_sentence(run, server, folder, written):
    path = written(json.dumps({"procedure": BIRTH}))
    assert_refused(server("submission", "add", "--agency", AGENCY, "--from", path), "owner")
    assert_refused(run("inbox", "accept", "nop-0001", "--data", folder), "nop-0001", status=1)
