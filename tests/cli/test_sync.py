"""The exchange on the command line, against a server on loopback."""

from __future__ import annotations

import json
import shutil

import pytest

from ends import AGENCY, COMMUNE
from ledgers import ready_file
from pdf_reading import text_of
from reception.cli.frame import now
from reception.cli.server_answers import invitation_as_json
from reception.services import server_keeping
from reception.services.set_up import office_named, set_up
from reception.storage.ledger.ledger import Ledger
from reception.sync.stick_answering import take_bundle
from serving import serving

__all__ = ["ready_file"]


@pytest.fixture
def above(ready_file, tmp_path, clock):
    """A server's ledger with the commune."""
    ledger = Ledger.open(str(shutil.copy(ready_file, tmp_path / "ledger.db")))
    server_keeping.add_commune(ledger, AGENCY, COMMUNE, clock)
    yield ledger
    ledger.close()


@pytest.fixture
def url(above):
    with serving(above) as served:
        yield f"http://127.0.0.1:{served.port}"


@pytest.fixture
def invited(above):
    """An invitation, good now: the command line has the machine's clock."""
    return lambda slot=1: server_keeping.invite(above, AGENCY, slot, "Quầy", now)


@pytest.fixture
def own_folder(tmp_path, clock):
    folder = tmp_path / "quay"
    set_up(folder, office_named(COMMUNE, AGENCY), clock).close()
    return folder


def test_a_desk_is_enrolled_exchanges_compares_and_prints(run, url, invited, own_folder, tmp_path):
    code = invited().code
    told = run(
        "sync", "enrol", "--server", url, "--code", code, "--data", own_folder, "--json"
    ).json
    assert (told["agency"], told["slot"]) == (AGENCY, 1)
    before = run("sync", "status", "--data", own_folder, "--json").json
    assert before["waiting"] > 0

    done = run("sync", "--data", own_folder, "--json").json

    assert done["outcome"] == ""
    assert done["sent"] == before["waiting"]
    assert done["waiting"] == 0
    found = run("sync", "verify", "--data", own_folder, "--json").json
    assert (found["equal"], found["waiting"]) == (True, 0)
    assert "Hai đầu khớp hoàn toàn" in run("sync", "verify", "--data", own_folder).out
    [row] = run("sync", "log", "--data", own_folder, "--json").json
    assert row["sent"] == done["sent"]

    paper = tmp_path / "doi-soat.pdf"
    made = run("sync", "paper", "--out", paper, "--data", own_folder, "--json").json
    assert made["exchanges"] == 1
    assert "BẰNG NHAU" in text_of(paper.read_bytes())


def test_a_server_that_is_away_is_one_plain_sentence(run, invited, above, own_folder):
    with serving(above) as served:
        url = f"http://127.0.0.1:{served.port}"
        code = invited().code
        run("sync", "enrol", "--server", url, "--code", code, "--data", own_folder)

    ran = run("sync", "--data", own_folder)

    assert ran.status == 1
    assert "Không tới được máy chủ cấp trên" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [
        (("enrol",), 2, "--invitation"),
        (("enrol", "--server", "mot-cua", "--code", "AAAAA-AAAAA"), 1, "Địa chỉ máy chủ"),
        (("paper", "--out", "x.pdf"), 1, "chưa ghi danh"),
        (("--export", "x.rcb"), 1, "chưa ghi danh"),
    ],
)
def test_what_cannot_be_done_yet_is_refused(run, own_folder, more, status, words):
    ran = run("sync", *more, "--data", own_folder)

    assert ran.status == status
    assert words in ran.err


def test_a_desk_without_a_line_goes_by_invitation_and_stick(
    run, above, invited, own_folder, tmp_path
):
    invitation, out, back = (tmp_path / name for name in ("moi.json", "di.rcb", "ve.rcb"))
    invitation.write_text(json.dumps(invitation_as_json(invited(2), "")), encoding="utf-8")
    asked = ("sync", "enrol", "--invitation", invitation, "--data", own_folder, "--json")
    assert run(*asked).json["slot"] is None

    written = run("sync", "--export", out, "--data", own_folder, "--json").json
    assert written["exported"]["number"] == 1
    take_bundle(above, out, back, now)
    taken = run("sync", "--import", back, "--data", own_folder, "--json").json

    assert taken["imported"]["sent"] == written["exported"]["events"]
    assert taken["waiting"] == 0
    assert run("sync", "--import", back, "--data", own_folder).status == 1
