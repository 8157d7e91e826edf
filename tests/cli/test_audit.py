"""What leaders ask on the command line: who looked, what is due, what blanks, what proves it."""

from __future__ import annotations

import pytest

from at_the_counter import BIRTH
from refusing import assert_refused

NUMBER, PHONE = "011190004321", "0987123456"


@pytest.fixture
def told(run, folder, written):
    """A dossier handed over, as ``register`` told it."""
    asked = {"procedure": BIRTH, "owner": {"name": "H'Hen Niê", "identity": NUMBER, "phone": PHONE}}
    [told] = run("register", "--from", written([asked]), "--data", folder, "--json").json
    assert run("act", told["code"], "record-result", "--data", folder).status == 0
    assert run("act", told["code"], "hand-over", "--data", folder).status == 0
    return told


def test_numbers_are_whole_only_for_a_purpose_and_that_is_told(run, folder, told):
    [masked] = run("search", "hen", "--data", folder, "--json").json
    assert (masked["identity"], masked["phone"]) == ("•••• 4321", "•••• 3456")
    [bare] = run("search", "hen", "--unmasked", "call", "--data", folder, "--json").json
    assert (bare["identity"], bare["phone"]) == (NUMBER, PHONE)
    run("show", told["code"], "--data", folder)
    seen = run("audit", "--did", "saw", "--data", folder, "--json").json
    assert {(line["what"], line["code"]) for line in seen} == {
        ("Mở xem hồ sơ", told["code"]),
        ("Hiện số đang che: tìm hồ sơ (1 hồ sơ), để liên hệ người nộp", None),
    }


def test_the_register_prints_phones_by_their_end_unless_asked(run, folder, told):
    [paper] = run("book", "register", "--data", folder, "--json").json["papers"]
    assert paper["rows"][0]["phone"] == "•••• 3456"
    [paper] = run("book", "register", "--unmasked", "--data", folder, "--json").json["papers"]
    assert paper["rows"][0]["phone"] == PHONE
    whats = [line["what"] for line in run("audit", "--data", folder, "--json").json]
    assert sum(what.startswith("Đưa danh sách ra ngoài: Sổ theo dõi") for what in whats) == 2
    assert sum("kiểm tra, báo cáo" in what for what in whats) == 1


def test_an_audit_as_a_table(run, folder, told, tmp_path):
    out = tmp_path / "nhat-ky.csv"
    assert "Đã ghi" in run("audit", "--dossier", told["code"], "--out", out, "--data", folder).out
    assert f'"{told["code"]}"' in out.read_text("utf-8-sig")


def test_a_redaction_takes_the_code_twice_and_a_decision(run, folder, told):
    wanted = ("redact", told["code"], "--ground", "decision", "--data", folder)
    assert_refused(run(*wanted))
    assert_refused(run(*wanted, "--confirm", told["code"]))
    done = run(
        *wanted, "--confirm", told["code"], "--decision", "QĐ 1", "--decided-by", "A", "--json"
    ).json
    assert done == {
        "code": told["code"],
        "dossier_id": told["dossier_id"],
        "clean": True,
        "named_by": [],
    }
    assert run("search", "hen", "--data", folder, "--json").json == []
    assert run("verify", "--data", folder).status == 0
    assert "Xoá thông tin cá nhân" in run("show", told["code"], "--data", folder).out


def test_feedback_that_names_a_redacted_dossier_is_told_or_goes_with_it(run, folder, told):
    said = ("--text", "Hẹn lại", "--dossier", told["code"], "--data", folder, "--json")
    codes = [run("feedback", "receive", *said).json["code"] for _ in range(2)]
    for code in codes:
        run("feedback", "answer", code, "--text", "Đã xem", "--data", folder)
    wanted = ("--ground", "decision", "--decision", "QĐ 1", "--decided-by", "A", "--data", folder)

    done = run(
        "redact", told["code"], "--confirm", told["code"], "--with-feedback", codes[0], *wanted
    )

    assert f"Phản ánh {codes[1]} có nêu hồ sơ {told['code']}" in done.out
    assert "Xoá thông tin cá nhân" in run("feedback", "show", codes[0], "--data", folder).out
    assert "Hẹn lại" in run("feedback", "show", codes[1], "--data", folder).out


def test_what_is_due_is_told_with_its_source(run, folder, told):
    assert run("retention", "--data", folder, "--json").json == []
    (folder / "retention.toml").write_text(
        '[[rule]]\nyears = 1\nvalid_from = 2020-01-01\nsource = "QĐ 9"\nconfidence = "office"\n'
    )
    [due] = run("retention", "--on", "2099-01-01", "--data", folder, "--json").json
    assert (due["code"], due["source"], due["confidence"]) == (told["code"], "QĐ 9", "office")


def test_an_inspection_pack_tells_its_key(run, folder, told, tmp_path):
    made = run("inspect", tmp_path / "bo", "--data", folder, "--json").json
    assert (made["dossiers"], len(made["public_key"])) == (1, 64)
    assert made["events"] >= 3
    assert_refused(run("inspect", tmp_path / "bo", "--data", folder))
