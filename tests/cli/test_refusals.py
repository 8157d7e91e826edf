"""Whatever goes wrong: one plain Vietnamese sentence, 1 or 2, nothing lost, nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from at_the_counter import BIRTH
from refusing import assert_refused
from register_contents import alter, contents

GOOD = {"procedure": BIRTH, "owner": {"name": "Đỗ Thị Ưởng"}, "received_at": "2026-03-02T08:00"}
DUE = ("due", "--received", "2026-02-13T14:00")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--limit", "0", "--unit", "working-day"), "lớn hơn 0"),
        (("--limit", "-3", "--unit", "working-day"), "lớn hơn 0"),
        (("--limit", "1000000", "--unit", "working-day"), "1000"),
        (("--limit", "1e-1000000", "--unit", "hour"), "số lẻ"),
        (("--limit", "abc", "--unit", "day"), "“abc”"),
        (("--limit", "", "--unit", "day"), "“”"),
        (("--limit", "NaN", "--unit", "day"), "“NaN”"),
        (("--limit", "inf", "--unit", "day"), "“inf” không phải là một con số"),
        (("--limit", "1000000", "--unit", "same-day"), "trong ngày làm việc chỉ có con số 1"),
        (("--limit", "0.5", "--unit", "same-day"), "chỉ có con số 1"),
        (("--limit", "3", "--unit", "tuần"), "“tuần”"),
        (("--limit", "3"), "--unit"),
        (("--unit", "day"), "--limit"),
        (("--limit", "3", "--unit", "day", "--channel", "fax"), "“fax”"),
        (("--limit", "3", "--unit", "day", "--hours", "17:00-07:00"), "đóng cửa"),
        (("--limit", "3", "--unit", "day", "--hours", "x"), "“x”"),
        (("--limit", "3", "--unit", "day", "--cutoff", "25:00"), "25:00"),
        (("--limit", "3", "--unit", "day", "--pause", "x"), "“x”"),
        (("--limit", "3", "--unit", "day", "--pause", "2026-02-20/2026-02-15"), "hãy"),
        (("--limit", "3", "--unit", "day", "--extra-working-days", "-1"), "gia hạn"),
        (("--limit", "3", "--unit", "day", "--accepted", "hôm qua"), "hôm qua"),
        (("--limit", "3", "--unit", "day", "--calendar", "không-có.csv"), "không-có.csv"),
        (("--stage", "ba ngày"), "hãy"),
        (("--stage", ""), "hãy"),
    ],
)
def test_a_due_date_that_cannot_be(run, options, said):
    assert_refused(run(*DUE, *options), said)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--stage", "3 working-day", "--limit", "3", "--unit", "day"), "bỏ --limit"),
        (("--stage", "3 working-day", "--unit", "day"), "bỏ --limit"),
        (("--limit", "3", "--unit", "day", "--parallel"), "thêm --stage"),
        (("--limit", "3", "--unit", "day", "--cutoff-starts-next-day"), "thêm --cutoff"),
        (("--limit", "3", "--unit", "day", "--hours", ""), "--hours chưa có giá trị"),
        (("--limit", "3", "--unit", "day", "--saturday-reception", ""), "--saturday-reception"),
        (("--limit", "3", "--unit", "day", "--accepted", ""), "--accepted"),
    ],
)
def test_an_option_that_would_change_nothing_is_wrong_usage(run, options, said):
    assert_refused(run(*DUE, *options), said, status=2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("print", "receipt", "x", "--out", "x.pdf", "--size", "A3"), "hãy dùng một trong: A4, A5"),
        (("worklist", "--shelf", "OVERDUE"), "overdue, to-collect"),
        (("search", "a", "--most", "0"), "từ 1 đến 10000"),
        (("generate", "--dossiers", "5", "--seed", "x"), "một số nguyên"),
    ],
)
def test_a_refused_value_is_told_with_those_that_serve(run, arguments, said):
    assert_refused(run(*arguments), said, status=2)


@pytest.mark.parametrize("command", [(), ("print",), ("search",), ("generate",), ("due",)])
def test_the_help_is_vietnamese_throughout(run, command):
    ran = run(*command, "--help")

    assert ran.status == 0
    for english in ("Usage", "Options", "Commands", "Show", "exit", "required", "default", "TEXT",
                    "INTEGER", "PATH", "DIRECTORY", "OPTIONS", "ARGS", "<="):  # fmt: skip
        assert english not in ran.out


@pytest.mark.parametrize(
    "received",
    [
        "2026-02-30T10:00",
        "",
        "13/02/2026",
        "2026-13-01",
        "0001-01-01",
        "9999-12-31T23:59",
        "2026\n1",
    ],
)
def test_a_moment_that_cannot_be(run, received):
    assert_refused(run("due", "--received", received, "--limit", 3, "--unit", "working-day"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("xem",), ("search",), ("search", "a", "b"), ("search", "a", "--most", "x"),
        ("search", "a", "--most", "0"), ("search", "a", "--most", "9" * 30), ("show",),
        ("worklist", "--shelf", "OVERDUE"), ("verify", "--full"), ("init",),
        ("init", "--commune"), ("verify", "--json=yes"), ("print", "--out", "x.pdf"),
        ("print", "receipt", "x"), ("generate", "--dossiers", "0"), ("due",),
        ("generate", "--dossiers", "x"), ("register",), ("print", "--sample", "receipt"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(run, arguments):
    assert_refused(run(*arguments), status=2)


def test_no_command_at_all(run):
    assert_refused(run(), status=2)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "H40.16-990101-0001"), ("show", "\udcff\x00"), ("show", "x" * 5000),
        ("print", "receipt", "không có", "--out", "x.pdf"),
        ("restore", "không-có.db"), ("register", "--from", "không-có.json"),
        ("generate", "--dossiers", "5", "--until", "2100-01-01"),
        ("generate", "--dossiers", "5", "--until", "mai"),
        ("init", "--commune", "", "--agency-code", "H40.16"),
        ("init", "--commune", "Xã Mường Lay", "--agency-code", "sai"),
        ("init", "--commune", "Xã Mường Lay", "--agency-code", "H40.16", "--slot", "10"),
        ("init", "--commune", "Xã Mường Lay", "--agency-code", "H40.16", "--hours", "x"),
        ("init", "--commune", "Xã Mường Lay", "--agency-code", "H40.16"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_leaves_the_register_as_it_is(run, folder, arguments):
    before = contents(folder / "reception.db")

    assert_refused(run(*arguments, "--data", folder), status=1)

    assert contents(folder / "reception.db") == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD | {"procedure": "1.99999"}, "1.99999"),
        (GOOD | {"owner": {"name": ""}}, "họ tên"),
        (GOOD | {"owner": {"name": "a" * 10_000}}, "10000"),
        (GOOD | {"received_at": "2026-02-30T10:00"}, "2026-02-30"),
        ('{"procedure": ', "JSON"),
        ("[" * 100_000, "sâu"),
        (f'{{"procedure": "{BIRTH}", "owner": {{"name": {"[" * 500}{"]" * 500}}}}}', "owner.name"),
        ("5", "ngoặc nhọn"),
        ("null", "ngoặc nhọn"),
        (GOOD | {"owner": {"name": "Lan", "born": "31/02/1990"}}, "31/02/1990"),
        (GOOD | {"owner": {"name": "Lan", "born": "hôm qua"}}, "hôm qua"),
        (GOOD | {"sets": True}, "sets"),
        (GOOD | {"nowhere": 1}, "nowhere"),
        ([], "không có hồ sơ nào"),
    ],
)
def test_a_file_that_cannot_be_registered(run, folder, written, content, said):
    before = contents(folder / "reception.db")

    assert_refused(run("register", "--from", written(content), "--data", folder, "--json"), said)

    assert contents(folder / "reception.db") == before


def test_one_fault_among_five_thousand(run, folder, written):
    many = [GOOD | {"owner": {"name": f"Lò Văn {place}"}} for place in range(5000)]
    many[3210] = GOOD | {"owner": {"name": " "}}
    file = written(many)
    before = contents(folder / "reception.db")

    assert_refused(
        run("register", "--from", file, "--data", folder), "Hồ sơ thứ 3211", "Chưa hồ sơ"
    )
    assert contents(folder / "reception.db") == before

    ran = run("register", "--from", file, "--keep-going", "--data", folder, "--json")
    told = json.loads(ran.out)
    assert ran.status == 1
    assert ran.err.startswith("Hồ sơ thứ 3211: ")
    assert len(ran.err.splitlines()) == 1
    assert len({item["code"] for item in told}) == len(told) == 4999
    verdict = run("verify", "--data", folder, "--json").json
    assert (verdict["whole"], verdict["dossiers"]) == (True, 4999)


def test_a_receipt_that_cannot_be_written_does_not_hide_the_codes(run, folder, written, tmp_path):
    file = written([GOOD, GOOD])
    (tmp_path / "H40.16-260302-0002.pdf").mkdir()

    ran = run("register", "--from", file, "--receipts", tmp_path, "--data", folder, "--json")

    told = json.loads(ran.out)
    assert ran.status == 1
    assert [item["receipt"] is None for item in told] == [False, True]
    assert told[1]["code"] in ran.err
    assert len(ran.err.splitlines()) == 1


def make_letter(folder: Path) -> None:
    (folder / "reception.db").write_text("một bức thư\n" * 1000, encoding="utf-8")


def make_newer(folder: Path) -> None:
    alter(folder / "reception.db", "UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (make_letter, "không phải là sổ hồ sơ"),
        (make_newer, "cập nhật chương trình"),
        (lambda folder: (folder / "reception.db").unlink(), "reception init"),
        (lambda folder: (folder / "reception.db").write_bytes(b""), "không phải là sổ hồ sơ"),
        (lambda folder: alter(folder / "reception.db", "DELETE FROM office"), "reception init"),
        (lambda folder: alter(folder / "reception.db", "DELETE FROM device"), "init"),
    ],
    ids=["letter", "newer", "missing", "empty", "no office", "no device"],
)
def test_a_register_that_cannot_be_used(run, folder, written, spoil, said):
    spoil(folder)
    path = folder / "reception.db"
    before = path.read_bytes() if path.exists() else None

    ran = run("register", "--from", written(GOOD), "--data", folder)

    assert_refused(ran, said, status=1)
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_register_that_is_not_whole(run, folder, written):
    run("register", "--from", written(GOOD), "--data", folder)
    alter(folder / "reception.db", "UPDATE event SET body = replace(body, 'Ưởng', 'Ường')")

    assert_refused(run("verify", "--data", folder), "KHÔNG nguyên vẹn", status=1)
    ran = run("verify", "--data", folder, "--json")
    assert ran.status == 1
    assert json.loads(ran.out)["whole"] is False
    assert len(ran.err.splitlines()) == 1


# --- in a process of its own ----------------------------------------------------------------------

LIMITED = """
import ctypes, resource, sys
from reception import cli
kind, *arguments = sys.argv[1:]
if kind == "full":
    # No file may grow beyond this: what a full disk looks like to one program.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_700_000, 1_700_000))
elif kind == "powerless":
    # The administrator's power to write what is marked read-only, put down for good.
    header, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None, use_errno=True).capset(header, none) == 0
sys.exit(cli.main(arguments))
"""
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")


def limited(kind: str, *arguments: object):
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, kind, *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    ran.status, ran.out, ran.err = ran.returncode, ran.stdout, ran.stderr
    return ran


@linux_only
def test_a_full_disk(run, folder, written, tmp_path):
    file = written([GOOD] * 700)
    before = contents(folder / "reception.db")

    assert_refused(limited("full", "register", "--from", file, "--data", folder), "đầy", status=1)

    assert contents(folder / "reception.db") == before
    assert limited("full", "search", "uong", "--data", folder).status == 0
    assert run("register", "--from", file, "--data", folder).status == 0
    assert run("verify", "--data", folder).status == 0
    copy = tmp_path / "copy.db"
    assert_refused(limited("full", "backup", copy, "--data", folder), "đầy", status=1)
    assert [entry.name for entry in tmp_path.glob("copy*")] == []


@linux_only
def test_no_room_for_a_new_register(tmp_path):
    script = LIMITED.replace("1_700_000", "20_000")
    init = (
        "init",
        "--commune",
        "Xã Mường Lay",
        "--agency-code",
        "H40.16",
        "--data",
        tmp_path / "so",
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "full", *map(str, init)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert (ran.returncode, ran.stdout) == (1, "")
    assert len(ran.stderr.splitlines()) == 1
    assert "đầy" in ran.stderr
    assert not (tmp_path / "so" / "reception.db").exists()


@linux_only
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o444, 0o555), (0, 0o755)])
def test_a_register_that_may_only_be_read(folder, written, file_mode, folder_mode):
    path = folder / "reception.db"
    before = path.read_bytes()
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        ran = limited("powerless", "register", "--from", written(GOOD), "--data", folder)
    finally:
        folder.chmod(0o755)
        path.chmod(0o600)

    assert_refused(ran, "quyền của thư mục", status=1)
    assert path.read_bytes() == before


@linux_only
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o600, 0o555)])
def test_what_only_reads_serves_in_a_folder_that_may_only_be_read(
    run, folder, written, tmp_path, file_mode, folder_mode
):
    run("register", "--from", written(GOOD), "--data", folder)
    path = folder / "reception.db"
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        ran = [
            limited("powerless", *command, "--data", folder)
            for command in (
                ("search", "uong"),
                ("show", "H40.16-260302-0001"),
                ("worklist",),
                ("verify",),
                ("backup", tmp_path / "copy.db"),
            )
        ]
        refused = limited("powerless", "register", "--from", written(GOOD), "--data", folder)
    finally:
        folder.chmod(0o755)
        path.chmod(0o600)

    assert [(one.status, one.err) for one in ran] == [(0, "")] * 5
    assert "Đỗ Thị Ưởng" in ran[0].out
    assert_refused(refused, "quyền của thư mục", status=1)


def test_what_is_no_copy_is_not_restored_and_says_what_to_choose(run, folder, tmp_path):
    letter = tmp_path / "thư.db"
    letter.write_text("một bức thư\n" * 1000, encoding="utf-8")

    ran = run("restore", letter, "--data", folder)

    assert_refused(ran, "không phải là bản sao", "hãy chọn tệp", status=1)
    assert "reception restore" not in ran.err


@linux_only
def test_a_folder_that_may_not_be_entered(folder):
    folder.chmod(0o000)
    try:
        ran = limited("powerless", "verify", "--data", folder)
    finally:
        folder.chmod(0o755)

    assert_refused(ran)


def as_typed(*arguments: object, out: object = subprocess.PIPE):
    return subprocess.run(
        [sys.executable, "-m", "reception", *map(str, arguments)],
        stdout=out, stderr=subprocess.PIPE, env=os.environ | {"PYTHONIOENCODING": "ascii"},
        encoding="utf-8", check=False,
    )  # fmt: skip


def test_from_the_shell_in_any_code_page(folder, written):
    registered = as_typed("register", "--from", written(GOOD), "--data", folder, "--json")
    refused = as_typed("show", "không có", "--data", folder)
    unknown = as_typed("xem")
    verified = as_typed("--data", folder, "verify", "--json")

    assert registered.returncode == 0
    assert json.loads(registered.stdout)[0]["code"] == "H40.16-260302-0001"
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "không có" in refused.stderr
    assert unknown.returncode == 2
    assert json.loads(verified.stdout)["dossiers"] == 1
    assert len(refused.stderr.splitlines()) == len(unknown.stderr.splitlines()) == 1


@linux_only
def test_output_that_cannot_be_written_is_told(folder, written):
    with Path("/dev/full").open("w", encoding="utf-8") as nowhere:
        ran = as_typed("search", "uong", "--data", folder, out=nowhere)

    assert ran.returncode != 0
    assert "Traceback" not in ran.stderr
