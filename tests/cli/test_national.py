"""The national exchange from the command line."""

from __future__ import annotations

import pytest

from at_the_counter import BIRTH
from national_portal import Portal
from reception.domain.national_status import TABLES
from refusing import assert_refused


@pytest.fixture
def registered(run, folder, written):
    file = written(
        {"procedure": BIRTH, "owner": {"name": "Đỗ Thị Ưởng"}, "received_at": "2026-03-02T08:00"}
    )
    [told] = run("register", "--from", file, "--data", folder, "--json").json
    return told["code"]


def test_export_writes_files_once(run, folder, registered, tmp_path):
    out = tmp_path / "cong"
    export = ("national", "export", "--out", out, "--data", folder)

    told = run(*export, "--since", "2026-03-01", "--json").json
    assert told == {"out": str(out), "messages": 2, "dossiers": 1, "refused": []}
    portal = Portal()
    portal.take_files(out)
    assert list(portal.records) == [registered]
    assert "0 tin của 0 hồ sơ" in run(*export).out


def test_what_cannot_be_exported_is_refused_in_one_sentence(run, folder, registered, tmp_path):
    out = tmp_path / "cong"
    export = ("national", "export", "--data", folder)

    assert_refused(run(*export, "--out", out, "--since", "hôm qua"), "hôm qua", status=1)
    assert_refused(run(*export), "--out", status=2)
    assert run(*export, "--out", out).status == 0
    again = run(*export, "--out", out, "--since", "2026-03-01")
    assert_refused(again, "từ hồ sơ đầu tiên", status=1)
    assert_refused(run("national"), status=2)


def test_the_table_of_codes_is_told_to_people_and_programs(run):
    [table] = TABLES
    words, [told] = (
        run("national", "status-table").out,
        run("national", "status-table", "--json").json,
    )

    assert "tạm dừng → tạm dừng: 4 Đang xử lý" in words
    assert "gia hạn → đang giải quyết: mã giữ nguyên" in words
    assert "in giấy tờ: không gửi" in words
    assert told["valid_from"] == "2025-02-01"
    assert len(told["lines"]) == len(table.lines)
    assert told["lines"][0] == {
        "happened": "tiếp nhận",
        "state": "received",
        "status": "2",
        "label": "Được tiếp nhận",
        "words": "Tiếp nhận hồ sơ",
        "source": "đọc thấy",
    }
    assert {entry["happened"] for entry in told["no_step"]} > {"in giấy tờ", "sửa thông tin"}
