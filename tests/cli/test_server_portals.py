"""The server's portals, its address and its events held aside, from the command line."""

from __future__ import annotations

import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, Pen, received
from reception.services import folding, portals
from reception.storage.ledger.ledger import Ledger
from refusing import assert_refused


@pytest.fixture
def kept(run, tmp_path):
    """Run a command about a server in a folder; its commune is there."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path)

    run_it("commune", "add", AGENCY, "Xã Mường Lay")
    return run_it


@pytest.fixture
def ledger(kept, tmp_path):
    opened = Ledger.open(str(tmp_path / "server.db"))
    yield opened
    opened.close()


def test_a_portal_s_key_is_shown_once(kept, ledger):
    added = kept("portal", "add", "DVC-tinh", "--name", "Cổng  tỉnh", "--json").json

    key = added.pop("key")
    assert (added["portal"], added["name"], added["agency"]) == ("dvc-tinh", "Cổng tỉnh", "")
    assert portals.known(ledger, f"Bearer {key}").portal == "dvc-tinh"
    assert kept("portal", "list", "--json").json == [added]
    assert key not in kept("portal", "list").out


def test_a_portal_gets_another_key_and_is_shut_out(kept):
    kept("portal", "add", "dvc", "--name", "Cổng", "--agency", AGENCY)
    renewed = kept("portal", "key", "dvc", "--json").json
    revoked = kept("portal", "revoke", "dvc", "--json").json

    assert renewed["key"].startswith("dvc.")
    assert (renewed["agency"], revoked["revoked_at"] is None) == (AGENCY, False)
    assert "đã thu hồi" in kept("portal", "list").out
    assert kept("portal", "key", "dvc").out.startswith("Khoá của cổng: dvc.")
    assert "đã thu hồi" not in kept("portal", "list").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("portal", "add", "a b", "--name", "Cổng"), "Mã cổng"),
        (("portal", "add", "dvc", "--name", " "), "tên cổng"),
        (("portal", "add", "dvc", "--name", "Cổng", "--agency", "H40.99"), "H40.99"),
        (("portal", "key", "dvc"), "Không có cổng dvc"),
        (("portal", "revoke", "dvc"), "Không có cổng dvc"),
        (("aside", "show", AGENCY, 1), "Không có sự kiện"),
        (("aside", "list", "--agency", "H40.99"), "H40.99"),
        (("address", "mot-cua"), "https://"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kept, words, told):
    assert_refused(kept(*words), told, status=1)


def test_a_portal_is_not_added_twice(kept):
    kept("portal", "add", "dvc", "--name", "Cổng")

    assert_refused(kept("portal", "add", "dvc", "--name", "Khác"), "đã có", status=1)


def test_the_address_is_told_and_taken_back(kept):
    url = "https://mot-cua.example"

    assert kept("address", "--json").json == {"address": "", "agencies": []}
    assert kept("address", url, "--json").json == {"address": url, "agencies": [AGENCY]}
    assert kept("address").out.strip() == url
    assert_refused(kept("address", url, "--none"), "--none", status=2)
    assert kept("address", "--none", "--json").json == {"address": "", "agencies": [AGENCY]}


def test_an_event_held_aside_is_shown_tried_again_and_let_go(kept, ledger):
    clock = clock_at()
    pen = Pen(ledger).enrol(clock())
    pen.write("d1", received(), clock())
    pen.write("d1", {"at": "không phải lúc nào"}, clock(), kind="dossier.handed-over")
    folding.fold_all(ledger, clock)

    [listed] = kept("aside", "list", "--json").json
    shown = kept("aside", "show", AGENCY, 2, "--json").json
    tried = kept("aside", "retry", AGENCY, 2, "--json").json

    assert (listed["position"], listed["code"]) == (2, "event-unreadable")
    assert {**shown, **listed} == shown
    assert (shown["kind"], "không phải lúc nào" in shown["body"]) == ("dossier.handed-over", True)
    assert "$.at" in shown["detail"]
    assert tried == {"agency": AGENCY, "position": 2, "code": "event-unreadable"}
    assert "không còn giữ riêng" in kept("aside", "let-go", AGENCY, 2).out
    assert kept("aside", "list", "--json").json == []
