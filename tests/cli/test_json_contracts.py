"""What other programs rely on: one document, these keys, these types, moments with their offset."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from at_the_counter import BIRTH, DEATH, SINGLE_STATUS
from reception.domain.listing import Shelf
from refusing import assert_refused
from register_contents import alter

RECEIVED = "2026-03-02T08:00"
PEOPLE = ["H'Hen Niê", "Y Ka Ly", "K’Dung", "Đỗ Thị Ưởng"]
ROW = {
    "code": str, "dossier_id": str, "state": str, "owner": str, "identity": str, "phone": str,
    "procedure": dict, "channel": str, "received_at": str, "due_at": (str, type(None)),
    "provisional": bool, "target_at": (str, type(None)), "holder": (str, type(None)),
    "held_since": (str, type(None)), "touched_at": str, "apologised_at": (str, type(None)),
    "result_at": (str, type(None)), "handed_over_at": (str, type(None)), "urgency": str,
}  # fmt: skip
OR_NONE = (dict, type(None))
SHOWN = {
    "code": str, "dossier_id": str, "state": str, "received_at": str,
    "submitted_at": (str, type(None)), "due_at": (str, type(None)),
    "first_due_at": (str, type(None)), "target_at": (str, type(None)), "regime": str, "blank": str,
    "reason": str, "wanted": list, "intake": dict, "promise": OR_NONE,
    "holder": (str, type(None)), "held_since": (str, type(None)), "custody": list,
    "time_by_holder": list, "supplement": OR_NONE, "supplied": OR_NONE, "suspension": OR_NONE,
    "pauses": list, "extensions": list, "delay": OR_NONE, "apology": OR_NONE, "result": OR_NONE,
    "rejection": OR_NONE, "stop": OR_NONE, "handover": OR_NONE, "fees": list, "posted": list,
    "post_answers": list, "notices": list, "scans": list, "corrections": list,
    "certification": OR_NONE, "papers_issued": dict, "voided": list, "allowed": list,
    "history": list,
}  # fmt: skip
ACTED = {
    "code": str, "dossier_id": str, "state": str, "act": str, "at": str,
    "due_at": (str, type(None)), "first_due_at": (str, type(None)),
    "target_at": (str, type(None)), "holder": (str, type(None)), "allowed": list,
}  # fmt: skip
DRAFT = {
    "code": str, "dossier_id": str, "due_at": str, "cause": str, "owner": str, "reason": str,
    "new_due_at": str, "because": str, "send_by": str, "since": str, "explained": bool,
}  # fmt: skip
PILE = {"name": str, "open": int, "overdue": int, "oldest_due_at": (str, type(None))}
PART = {
    "name": str, "kind": str, "login": str, "from_at": str, "taken_at": (str, type(None)),
    "until_at": (str, type(None)), "stage": (int, type(None)), "due_at": (str, type(None)),
    "late": bool, "note": str,
}  # fmt: skip
VERDICT = {
    "whole": bool, "events": int, "dossiers": int, "chains": int, "signed_heads": int,
    "unsigned_events": int, "faults": list, "mended": list,
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")


def assert_shape(document: dict, shape: dict) -> None:
    assert document.keys() == shape.keys()
    for key, kind in shape.items():
        assert isinstance(document[key], kind), (key, document[key])
    assert_moments(document)


def assert_moments(value: object) -> None:
    """Every moment, however deep, carries the office's offset."""
    entries = value.items() if isinstance(value, dict) else ()
    for key, entry in entries:
        if (key.endswith("_at") or key in {"at", "since"}) and entry is not None:
            assert MOMENT.fullmatch(entry), (key, entry)
            assert datetime.fromisoformat(entry).utcoffset() == timedelta(hours=7)
    for entry in dict(entries).values() if entries else value if isinstance(value, list) else ():
        assert_moments(entry)


@pytest.fixture
def registered(run, folder, written):
    """Four people's dossiers, as the command told them."""
    file = written(
        [
            {"procedure": SINGLE_STATUS, "owner": {"name": name}, "received_at": RECEIVED}
            for name in PEOPLE
        ]
    )
    return run("register", "--from", file, "--data", folder, "--json").json


def test_due(run):
    document = run(
        "due", "--received", "2026-02-13T14:00", "--limit", 3, "--unit", "working-day", "--json"
    ).json

    assert document["due_at"] == "2026-02-25T17:30:00+07:00"
    assert document["provisional"] is False
    assert document["days"][0].keys() == {"on", "counted", "reason", "basis"}
    assert [day["on"] for day in document["days"] if day["counted"]] == [
        "2026-02-23",
        "2026-02-24",
        "2026-02-25",
    ]
    assert all(day["reason"] and day["basis"] for day in document["days"])
    assert len(document["days"]) == 13


def test_due_of_stages_with_every_option_at_once(run):
    document = run(
        "due", "--received", "2026-03-02T16:00", "--stage", "3 working-day Xã", "--stage",
        "1 day Tỉnh", "--hours", "07:00-11:30,13:30-17:00", "--channel", "online", "--accepted",
        "2026-03-03T08:00", "--pause", "2026-03-04T08:00/2026-03-05T08:00",
        "--extra-working-days", 1, "--explain", "--json",
    ).json  # fmt: skip

    assert [stage["office"] for stage in document["stages"]] == ["Xã", "Tỉnh"]
    for stage in document["stages"]:
        assert MOMENT.fullmatch(stage["due_at"])
    assert document["starts_at"] >= "2026-03-03"


def test_init(run, tmp_path):
    folder = tmp_path / "so"
    document = run(
        "init", "--commune", "Xã Mường Lay", "--agency-code", "H40.16", "--data", folder, "--json"
    ).json

    assert document == {
        "data": str(folder),
        "office": "Trung tâm Phục vụ hành chính công xã Mường Lay",
        "procedures": 250,
        "encrypted": False,
        "recovery_key": None,
    }


def test_register(registered):
    assert len(registered) == 4
    for place, item in enumerate(registered, 1):
        assert item.keys() == {"code", "dossier_id", "due_at", "receipt"}
        assert item["code"] == f"H40.16-260302-{place:04d}"
        assert item["due_at"] == "2026-03-05T17:30:00+07:00"
        assert item["receipt"] is None
    assert len({item["dossier_id"] for item in registered}) == 4


def test_register_with_receipts(run, folder, written, tmp_path):
    file = written({"procedure": DEATH, "owner": {"name": PEOPLE[0]}, "received_at": RECEIVED})

    [item] = run(
        "register", "--from", file, "--receipts", tmp_path / "giấy", "--data", folder, "--json"
    ).json

    assert item["receipt"] == str(tmp_path / "giấy" / f"{item['code']}.pdf")
    assert (tmp_path / "giấy" / f"{item['code']}.pdf").read_bytes().startswith(b"%PDF")
    shown = run("show", item["code"], "--data", folder, "--json").json
    assert shown["papers_issued"] == {"receipt": 1}


def test_search_and_names_both_ways(run, folder, registered):
    for typed, name in zip(("hhen", "ka ly", "dung", "uong"), PEOPLE, strict=True):
        [row] = run("search", typed, "--data", folder, "--json").json
        assert_shape(row, ROW)
        assert row["owner"] == name
        assert row["procedure"].keys() == {"code", "name", "field"}
    assert run("search", "không có ai", "--data", folder, "--json").json == []
    assert len(run("search", "260302", "--most", 2, "--data", folder, "--json").json) == 2


def test_show(run, folder, registered):
    document = run("show", registered[0]["code"], "--data", folder, "--json").json

    assert_shape(document, SHOWN)
    assert document["state"] == "received"
    assert document["intake"]["owner"]["name"] == "H'Hen Niê"
    assert document["promise"]["basis"] != []
    [part] = document["custody"]
    assert_shape(part, PART)
    [spent] = document["time_by_holder"]
    assert spent.keys() == {"name", "kind", "office_minutes"}
    [event] = document["history"]
    assert event.keys() == {"at", "by", "kind", "device", "seq"}
    assert (event["kind"], event["by"]) == ("dossier.received", "dòng lệnh")


def test_worklist(run, folder, registered):
    document = run("worklist", "--data", folder, "--json").json

    assert list(document) == ["overdue", "due-today", "due-soon", "to-collect"]
    assert len(document["overdue"]) == 4
    for row in document["overdue"]:
        assert_shape(row, ROW)
        assert row["urgency"] == "overdue"


@pytest.mark.parametrize(
    "shelf",
    [shelf.value for shelf in Shelf],
)
def test_worklist_of_one_shelf(run, folder, registered, shelf):
    document = run("worklist", "--shelf", shelf, "--data", folder, "--json").json

    assert list(document) == [shelf]
    assert len(document[shelf]) == (4 if shelf in {"all", "overdue", "untouched"} else 0)
    assert run("worklist", shelf, "--data", folder, "--json").json == document


def test_worklist_of_drafts_fields_and_holders(run, folder, registered):
    run("act", registered[0]["code"], "apologise", "--late-because", "bão", "--data", folder)

    drafts = run("worklist", "apologies", "--data", folder, "--json").json
    assert {draft["code"] for draft in drafts} == {item["code"] for item in registered[1:]}
    for draft in drafts:
        assert_shape(draft, DRAFT)
        assert draft["new_due_at"] > draft["due_at"]
        assert draft["send_by"] == "2026-03-04"
    [field] = run("worklist", "fields", "--data", folder, "--json").json
    [holder] = run("worklist", "holders", "--data", folder, "--json").json
    for pile, name in ((field, "Hộ tịch"), (holder, "Bộ phận Một cửa")):
        assert_shape(pile, PILE)
        assert (pile["name"], pile["open"], pile["overdue"]) == (name, 4, 4)
    assert "Đã xin lỗi 1/4 hồ sơ quá hạn." in run("worklist", "--data", folder).out


def test_worklist_narrowed(run, folder, registered):
    code = registered[2]["code"]
    to = ("--to", "Phòng Kinh tế")
    acted = run("act", code, "forward", *to, "--data", folder, "--json").json
    assert_shape(acted, ACTED)

    for narrowed, count in (
        (("--holder", "Phòng Kinh tế"), 1), (("--holder", "Ai đó"), 0),
        (("--field", "Hộ tịch"), 4), (("--field", "Đất đai"), 0), (("--days", 10), 4),
    ):  # fmt: skip
        document = run("worklist", "overdue", *narrowed, "--data", folder, "--json").json
        assert len(document["overdue"]) == count, narrowed
    drafts = run(
        "worklist", "apologies", *("--holder", "Phòng Kinh tế"), "--data", folder, "--json"
    )
    assert [draft["code"] for draft in drafts.json] == [code]


@pytest.mark.parametrize(
    "arguments",
    [
        ("mọi",), ("overdue", "--shelf", "all"), ("fields", "--days", 3), ("overdue", "--days", 0),
        ("holders", "--field", "Hộ tịch"), ("apologies", "--days", 2), ("overdue", "all"),
    ],
)  # fmt: skip
def test_a_worklist_that_there_is_not(run, folder, arguments):
    assert_refused(run("worklist", *arguments, "--data", folder, "--json"), status=2)


def test_verify_rebuild_backup_restore(run, folder, registered, tmp_path):
    copy, other = tmp_path / "sao lưu.db", tmp_path / "máy mới"

    verdict = run("verify", "--data", folder, "--json").json
    assert_shape(verdict, VERDICT)
    assert (verdict["whole"], verdict["dossiers"], verdict["faults"]) == (True, 4, [])
    assert run("rebuild", "--data", folder, "--json").json == {"dossiers": 4}
    assert run("backup", copy, "--data", folder, "--json").json == {
        "file": str(copy),
        "events": verdict["events"],
    }
    restored = run("restore", copy, "--data", other, "--json").json
    assert set(restored) == {"data", "events", "report"}
    assert (restored["data"], restored["events"]) == (str(other), verdict["events"])
    assert set(restored["report"]) == {"copy", "present", "of_another_desk", "newer"}
    assert run("verify", "--data", other, "--json").json["whole"] is True


def test_a_copy_of_the_day(run, folder, registered, tmp_path):
    assert_refused(run("backup", "--dated", tmp_path / "E", "--data", folder), "cắm USB", status=1)
    assert_refused(run("backup", "--data", folder), "--dated", status=2)
    stick = tmp_path / "usb"
    stick.mkdir()

    made = run("backup", "--dated", stick, "--data", folder, "--json").json

    assert set(made) == {"file", "events", "removed", "on_one_disk"}
    assert [str(path) for path in stick.iterdir()] == [made["file"]]
    assert (made["removed"], made["on_one_disk"]) == (0, True)
    assert "cùng ổ đĩa" in run("backup", "--dated", stick, "--data", folder).out


def test_what_is_newer_than_a_copy_is_told_before(run, folder, registered, written, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    copy = run("backup", "--dated", stick, "--data", folder, "--json").json["file"]
    [listed] = run("copies", stick, "--data", folder, "--json").json
    assert (listed["file"], listed["contents"]["dossiers"]) == (copy, 4)
    assert "4 hồ sơ" in run("copies", stick, "--data", folder).out
    [later] = run(
        "register", "--from", written({"procedure": BIRTH, "owner": {"name": "Lò Văn Ơn"}}),
        "--data", folder, "--json",
    ).json  # fmt: skip

    looked = run("restore", copy, "--look", "--data", folder, "--json").json
    assert looked["newer"] == {
        "events": 1, "at_server": 0, "unknown": [later["code"]], "went_on": [],
    }  # fmt: skip
    assert later["code"] in run("restore", copy, "--look", "--data", folder).out
    assert run("show", later["code"], "--data", folder).status == 0
    said = run("restore", copy, "--data", folder).out
    assert "chỉ có trong sổ đang có" in said
    assert run("show", later["code"], "--data", folder).status == 1


def test_verify_mends_a_list_and_says_so(run, folder, registered):
    alter(folder / "reception.db", "UPDATE dossier SET owner = 'X'")

    looked = run("verify", "--only-look", "--data", folder)
    assert_refused(looked, "KHÔNG nguyên vẹn", status=1)
    mended = run("verify", "--data", folder).out
    assert "đã lập lại danh sách" in mended
    assert "Sổ nguyên vẹn" in mended
    assert run("verify", "--only-look", "--data", folder).status == 0
    alter(folder / "reception.db", "DELETE FROM counter")
    again = run("verify", "--data", folder, "--json").json
    assert again["whole"]
    assert {fault["code"] for fault in again["mended"]} == {"counter"}


def test_print(run, folder, registered, tmp_path):
    out = tmp_path / "giấy hẹn.pdf"

    document = run(
        "print", "receipt", registered[0]["code"], "--out", out, "--data", folder, "--json"
    ).json

    assert document == {"out": str(out), "bytes": out.stat().st_size}


@pytest.mark.parametrize("form", ["receipt", "supplement-request", "refusal-notice"])
@pytest.mark.parametrize("regime", ["2018", "2025"])
def test_print_a_sample_without_any_register(run, tmp_path, form, regime):
    out = tmp_path / "mau.pdf"

    assert run("print", "--sample", form, "--regime", regime, "--out", out, "--json").json["bytes"]
    assert out.read_bytes().startswith(b"%PDF")


def test_generate(run, folder):
    document = run("generate", "--dossiers", 20, "--seed", 3, "--data", folder, "--json").json

    assert document == {"dossiers": 20}
    verdict = run("verify", "--data", folder, "--json").json
    assert (verdict["whole"], verdict["dossiers"]) == (True, 20)


def test_for_people(run, folder, registered):
    for command in (
        ("search", "uong"), ("worklist",), ("verify",), ("show", registered[3]["code"]),
        ("worklist", "apologies"), ("worklist", "fields"), ("worklist", "holders"),
        ("rebuild",),
    ):  # fmt: skip
        ran = run(*command, "--data", folder)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.strip()
        assert not ran.out.startswith("{")
    assert (
        run("due", "--received", RECEIVED, "--limit", 3, "--unit", "day", "--explain").status == 0
    )


def test_a_damaged_register_is_salvaged(run, folder, registered):
    register = folder / "reception.db"
    register.write_bytes(bytes(4096) + register.read_bytes()[4096:])
    assert_refused(run("verify", "--data", folder), "reception salvage", status=1)

    told = run("salvage", "--data", folder, "--json").json

    assert set(told) == {
        "kept", "events", "lost", "moved", "missing", "renewed", "new_device",
    }  # fmt: skip
    assert (told["lost"], told["missing"], told["new_device"]) == (0, [], False)
    assert run("verify", "--data", folder, "--json").json["dossiers"] == 4
    assert "nguyên vẹn" in run("salvage", "--data", folder).out
