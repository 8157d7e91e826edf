"""The print log on the command line: for people, as JSON, filtered, and refused."""

from __future__ import annotations

import pytest

from at_the_counter import BIRTH
from refusing import assert_refused


@pytest.fixture
def code(run, folder, written, tmp_path):
    """A dossier whose receipt was printed twice today."""
    asked = {"procedure": BIRTH, "owner": {"name": "H'Hen Niê"}}
    [told] = run("register", "--from", written([asked]), "--data", folder, "--json").json
    for clerk in ("dòng lệnh", "quantri"):
        run("print", "receipt", told["code"], "--out", tmp_path / "giay.pdf", "--clerk", clerk,
            "--data", folder)  # fmt: skip
    return told["code"]


def log(run, folder, *more):
    return run("print-log", "--data", folder, *more)


def test_the_log_as_json(run, folder, code):
    document = log(run, folder, "--json").json

    assert document.keys() == {"from", "to", "total", "printings"}
    assert document["from"] == document["to"]
    assert document["total"] == 2
    newest, first = document["printings"]
    assert newest.keys() == {
        "at", "by", "form", "times", "void", "code", "dossier_id", "owner",
    }  # fmt: skip
    assert (newest["by"], newest["times"], first["by"], first["times"]) == (
        "quantri", 2, "dòng lệnh", 1,
    )  # fmt: skip
    assert (newest["code"], newest["form"], newest["void"]) == (code, "receipt", False)
    assert newest["at"].endswith("+07:00")


def test_the_log_for_people(run, folder, code):
    told = log(run, folder, "--most", 1).out

    assert "giấy tiếp nhận hồ sơ và hẹn trả kết quả  in lại lần 1" in told
    assert f"{code}  H'Hen Niê  Lò Văn Hặc" in told
    assert "2 lần in, ở đây là 1 lần gần nhất" in told


def test_the_log_is_filtered(run, folder, code):
    def total(*more):
        return log(run, folder, *more, "--json").json["total"]

    assert total("--by", "QuanTri") == 1
    assert total("--form", "control-sheet") == 0
    assert total("--from", "2026-01-01", "--to", "2026-01-31") == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--form", "giấy"), "Không có mẫu giấy “giấy”"),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "Ngày cuối ở trước ngày đầu"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(run, folder, more, said):
    ran = log(run, folder, *more)

    assert_refused(ran)
    assert said in ran.err
