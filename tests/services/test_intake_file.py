"""Dossiers from a JSON file: what is wrong is told dossier by dossier, in a sentence each."""

from __future__ import annotations

import json

import pytest

from at_the_counter import BIRTH, SINGLE_STATUS
from reception.domain.applicant import Address
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.intake import Channel
from reception.domain.moments import parse_moment
from reception.services.intake_file import FileReading, read_requests

GOOD = {"procedure": BIRTH, "owner": {"name": "Đỗ Thị Ưởng"}}


@pytest.fixture
def read(asked_desk, tmp_path):
    def read_it(content: object) -> FileReading:
        path = tmp_path / "ho-so.json"
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        path.write_bytes(content)
        return read_requests(asked_desk, path)

    return read_it


def test_everything_that_a_file_may_say(read):
    whole = {
        "procedure": SINGLE_STATUS,
        "owner": {"name": "H'Hen Niê", "kind": "person", "identity": "066199012345",
                  "born": "1999", "sex": "Nữ", "phone": "0912345678", "email": "hen@xa.vn",
                  "address": {"line": "Buôn Ky", "commune": "Phường Thành Nhất",
                              "province": "Đắk Lắk"}, "card": "066199012345|…"},
        "submitter": {"name": "Y Ka Ly", "address": "Buôn Ky"},
        "authorisation": "Giấy uỷ quyền", "request": "Xác nhận", "channel": "online-part",
        "non_territorial": True, "competent_authority": "UBND phường",
        "competent_at": "2026-03-10T08:30", "submitted_at": "2026-03-09T20:00",
        "received_at": "2026-03-10T08:00",
        "papers": [{"name": "Tờ khai", "originals": 1, "copies": 2, "missing": False,
                    "demanded_because": "luật"}],
        "sets": 2, "fee_vnd": 5000, "return_by": "post", "return_to": "Buôn Ky", "notes": "gấp",
    }  # fmt: skip
    [prepared] = read(whole).prepared

    assert prepared.received_at == parse_moment("2026-03-10T08:00")
    assert prepared.submitted_at == parse_moment("2026-03-09T20:00")
    intake = prepared.intake
    assert intake.owner.address == Address("Buôn Ky", "Phường Thành Nhất", "", "Đắk Lắk")
    assert intake.submitter is not None
    assert intake.submitter.address == Address(as_written="Buôn Ky")
    assert (intake.channel, intake.sets, intake.fee_vnd) == (Channel.ONLINE_PART, 2, 5000)
    assert intake.papers[0].copies == 2
    assert not prepared.promise.provisional


@pytest.mark.parametrize("content", [GOOD, [GOOD], b"\xef\xbb\xbf" + json.dumps(GOOD).encode()])
def test_one_dossier_or_a_list_with_or_without_a_mark(read, content):
    assert len(read(content).prepared) == 1


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (5, "nhóm mục"), (None, "nhóm mục"), ("x", "nhóm mục"), ([], "nhóm mục"),
        ({}, "thiếu mục “procedure”"),
        ({"procedure": BIRTH}, "thiếu mục “owner”"),
        (GOOD | {"procedure": 5}, "“procedure” phải là chữ"),
        (GOOD | {"procedure": ""}, "trống"),
        (GOOD | {"procedure": "9.99"}, "“9.99”"),
        (GOOD | {"owner": None}, "“owner” phải là"),
        (GOOD | {"owner": {}}, "“owner” thiếu mục “name”"),
        (GOOD | {"owner": {"name": ""}}, "Chưa có họ tên"),
        (GOOD | {"owner": {"name": "a" * 10_000}}, "10000"),
        (GOOD | {"owner": {"name": "A", "phone": 912}}, "“owner.phone” phải là chữ"),
        (GOOD | {"owner": {"name": "A", "address": 5}}, "“owner.address”"),
        (GOOD | {"owner": {"name": "A", "address": {"city": "X"}}}, "mục lạ “city”"),
        (GOOD | {"owner": {"name": "A", "kind": "alien"}}, "một trong “person”"),
        (GOOD | {"submitter": {"name": 5}}, "“submitter.name”"),
        (GOOD | {"ower": {}}, "mục lạ “ower”"),
        (GOOD | {"lạ\nxuống dòng": 1}, "lạ"),
        (GOOD | {"sets": 0}, "nhỏ hơn 1"), (GOOD | {"sets": 1000}, "lớn hơn 999"),
        (GOOD | {"sets": "2"}, "số nguyên"), (GOOD | {"sets": 1.5}, "số nguyên"),
        (GOOD | {"sets": float("nan")}, "số nguyên"), (GOOD | {"fee_vnd": 1e300}, "số nguyên"),
        (GOOD | {"fee_vnd": 10**400}, "phí"), (GOOD | {"non_territorial": "yes"}, "true hoặc"),
        (GOOD | {"papers": "x"}, "danh sách"), (GOOD | {"papers": [{}]}, "papers.0"),
        (GOOD | {"papers": [{"name": "A"}] * 201}, "hơn 200"),
        (GOOD | {"papers": [{"name": "A", "missing": True}]}, "còn thiếu “A”"),
        (GOOD | {"received_at": "2026-02-30T08:00"}, "2026-02-30"),
        (GOOD | {"received_at": "2026-03-11T08:00"}, "tương lai"),
        (GOOD | {"received_at": "mai"}, "“received_at” không phải là một thời điểm"),
        (GOOD | {"received_at": "9" * 1000}, "2026-02-13T14:00"),
        (GOOD | {"owner": {"name": "A", "born": "31/02/1990"}}, "31/02/1990"),
        (GOOD | {"owner": {"name": "Trần 田"}}, "“田” (U+7530)"),
        (GOOD | {"owner": {"name": "An\x00"}}, "U+0000"),
        (GOOD | {"competent_at": "9999-12-31T23:00", "non_territorial": True}, "2049"),
        (GOOD | {"channel": "fax"}, "một trong “counter”"),
        (GOOD | {"owner": {"name": [[[[]]]]}}, "“owner.name”"),
    ],
)  # fmt: skip
def test_each_fault_is_one_sentence_that_names_its_dossier(read, item, said):
    reading = read([GOOD, item, GOOD])

    assert len(reading.prepared) == 2
    [fault] = reading.faults
    assert fault.place == 2
    assert fault.text.startswith("Hồ sơ thứ 2: ")
    assert said in fault.text
    assert len(fault.text) < 300


def test_several_faults_of_one_dossier_are_all_told(read):
    reading = read([{"procedure": 1, "owner": {"name": 2}, "sets": 3.5}])

    assert len(reading.faults) == 3
    assert reading.prepared == ()


def test_a_fault_of_the_form_hides_no_rule_that_is_broken_beside_it(read):
    owner = {"name": "A田", "born": "31/02/1990", "phone": "12", "email": "x", "tuoi": 5}
    item = {"procedure": "9.99", "owner": owner, "received_at": "2030-01-01T08:00", "sets": "2"}

    told = "\n".join(fault.text for fault in read([item]).faults)

    for said in ("“tuoi”", "“sets”", "tương lai", "“9.99”", "U+7530", "31/02", "“12”", "“x”"):
        assert told.count(said) == 1, said


def test_what_is_missing_is_told_beside_what_is_wrong(read):
    faults = read([{"owner": {"phone": "12"}, "submitter": {"born": "mai"}}]).faults

    told = "\n".join(fault.text for fault in faults)
    assert len(faults) == 5
    for said in ("“procedure”", "“owner” thiếu", "“submitter” thiếu", "“12”", "“mai”"):
        assert told.count(said) == 1, said


@pytest.mark.parametrize(
    ("twice", "said"),
    [
        ('{"procedure": "1.001193", "procedure": "1.000656", "owner": {"name": "A"}}', "procedure"),
        ('{"procedure": "1.001193", "owner": {"name": "A", "name": "B"}}', "owner.name"),
        (
            '{"procedure": "1.001193", "owner": {"name": "A"}, "papers": [{"name": 1, "name": 2}]}',
            "papers.0.name",
        ),
    ],
)
def test_an_entry_written_twice_is_told_with_its_dossier(read, twice, said):
    reading = read(f"[{json.dumps(GOOD)}, {twice}]")

    assert len(reading.prepared) == 1
    assert reading.faults[0].text.startswith(f"Hồ sơ thứ 2: mục “{said}” được ghi hai lần")


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("", "file-not-json", "dòng 1"),
        ('[{"procedure": ', "file-not-json", "cột 16"),
        ("[" * 100_000, "file-not-json", "quá sâu"),
        ("[" + "9" * 5000 + "]", "file-not-json", "chữ số"),
        ('"abc"', "file-no-dossiers", "ngoặc nhọn"),
        ("null", "file-no-dossiers", "ngoặc nhọn"),
        ("[]", "file-empty", "không có hồ sơ nào"),
        ("[]".encode("utf-16"), "file-not-utf8", "UTF-8"),
    ],
)
def test_a_file_that_holds_no_dossiers_is_refused(read, content, code, said):
    with pytest.raises(RuleViolation, match=said) as refusal:
        read(content)

    assert refusal.value.code == code


def test_a_file_that_is_not_there(asked_desk, tmp_path):
    for path in (tmp_path / "không có.json", tmp_path):
        with pytest.raises(Trouble) as trouble:
            read_requests(asked_desk, path)
        assert trouble.value.code == "file-unreadable"
