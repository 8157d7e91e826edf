"""``reception --self-test``, as Setup and whoever doubts runs it."""

from __future__ import annotations

import subprocess
import sys


def test_it_tells_each_step_and_keeps_a_report(run, tmp_path):
    report = tmp_path / "report.txt"
    told = run("self-test", "--report", report, "--json").json

    assert told["whole"] is True
    assert {step["name"]: step["fault"] for step in told["steps"]} == {
        "lập sổ hồ sơ": "",
        "tiếp nhận một hồ sơ": "",
        "in giấy tiếp nhận": "",
        "kiểm tra chuỗi và chữ ký": "",
        "đóng và mở gói trao đổi": "",
    }
    [*lines, sentence] = report.read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("Đạt · ") for line in lines)
    assert sentence.startswith("Tự kiểm tra đạt: phiên bản ")


def test_a_failure_is_one_sentence_that_names_the_step_and_exit_code_1(tmp_path):
    # Where the register's folder should grow, no folder can.
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, "--self-test", "--report", str(tmp_path / "report.txt")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "KHÔNG đạt ở bước “in giấy tiếp nhận”" in done.stderr
    assert (tmp_path / "report.txt").read_text("utf-8").splitlines()[-1] in done.stderr


# A program whose fonts were not shipped.
BROKEN = """
import sys
from pathlib import Path
from reception import paths
whole = paths.resource
paths.resource = lambda name: Path("/nowhere") / name if name.startswith("fonts") else whole(name)
from reception.__main__ import main
main()
"""


def test_the_version_in_use_is_told(run):
    assert run("update", "--json").json["next"] is None
    refused = run("update", "--back")
    assert refused.status == 1
    assert "không được cài bằng tệp cài đặt" in refused.err
