"""An office without a line, from the command line at both ends: invited, sent, answered."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from at_the_counter import BIRTH
from refusing import assert_refused


@pytest.fixture
def kept(run, tmp_path):
    """Run a command about a server in a folder, with one commune."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path / "máy chủ")

    run_it("init", "--name", "Máy chủ tỉnh Điện Biên")
    run_it("commune", "add", "H40.16", "Xã Mường Lay")
    return run_it


@pytest.fixture
def bundle(run, kept, folder, tmp_path):
    """The first bundle of a desk with an invitation."""
    letter, file = tmp_path / "giấy mời.json", tmp_path / "gói.rcpb"
    kept("invite", "--agency", "H40.16", "--slot", 3, "--name", "Quầy 3", "--file", letter)
    run("sync", "enrol", "--invitation", letter, "--data", folder)
    run("sync", "--export", file, "--data", folder)
    return file


def test_a_desk_without_a_line_is_let_in_and_answered(run, kept, bundle, folder, tmp_path):
    answer = tmp_path / "trả lời.rcpb"

    taken = kept("take", bundle, "--answer", answer, "--json").json
    brought = run("sync", "--import", answer, "--data", folder, "--json").json

    assert (taken["agency"], taken["slot"], taken["enrolled"]) == ("H40.16", 3, True)
    assert (taken["number"], taken["standing"], taken["refused"]) == (1, "new", [])
    assert taken["received"] > 0
    assert (brought["position"], brought["waiting"]) == (taken["received"], 0)
    again = kept("take", bundle, "--answer", answer).out
    assert "đã được nhận" in again
    assert "0 sự kiện mới" in again


def test_what_is_no_bundle_is_refused_in_one_sentence(kept, bundle, tmp_path):
    answer = tmp_path / "trả lời.rcpb"
    other = tmp_path / "thư.txt"
    other.write_text("Kính gửi Ủy ban nhân dân xã")

    assert_refused(kept("take", other, "--answer", answer), "không phải là gói", status=1)
    assert_refused(kept("take", tmp_path / "x", "--answer", answer), "Không đọc được", status=1)
    assert_refused(kept("take", bundle, "--answer", tmp_path / "x" / "y"), "Không ghi được")
    assert_refused(kept("take", bundle), "--answer", status=2)
    assert not answer.exists()


def test_scans_go_along_as_far_as_they_are_wanted(run, kept, bundle, folder, written, tmp_path):
    paper, answer = tmp_path / "to-khai.png", tmp_path / "trả lời.rcpb"
    target = BytesIO()
    Image.new("RGB", (30, 40)).save(target, "PNG")
    paper.write_bytes(target.getvalue())
    source = written({"procedure": BIRTH, "owner": {"name": "Đỗ Thị Ưởng"}})
    code = run("register", "--from", source, "--data", folder, "--json").json[0]["code"]
    run("attach", code, paper, "--data", folder)
    export = ("sync", "--export", bundle, "--data", folder, "--json")

    without = run(*export, "--scans", 0).json["exported"]
    whole = run(*export).json["exported"]
    taken = kept("take", bundle, "--answer", answer, "--scans", 1, "--json").json
    brought = run("sync", "--import", answer, "--data", folder, "--json").json["imported"]

    assert (without["scans"], without["scans_waiting"], without["whole"]) == (0, 1, False)
    assert "Còn 1 bản quét chưa chứa hết" in without["text"]
    assert (whole["scans"], whole["scans_waiting"], whole["whole"]) == (1, 0, True)
    assert (taken["scans_received"], taken["scans_sent"], taken["scans_left"]) == (1, 0, 0)
    assert (brought["scans_sent"], brought["scans_waiting"]) == (1, 0)
    assert_refused(run(*export[:-1], "--scans", "nhiều"), "--scans", status=2)
