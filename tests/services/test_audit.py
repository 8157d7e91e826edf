"""One view over who saw, printed and changed what."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from at_the_counter import BY, asking
from reception.domain.access import Purpose
from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.events import entity_type_of, known_kinds
from reception.domain.list_frame import Period
from reception.services import (
    access,
    audit,
    desk_lists_out,
    forms,
    intake,
    list_out,
    paperwork,
    sign_in,
)
from reception.services.audit import AuditQuery, Did
from reception.services.list_out import ListOut

TODAY = date(2026, 3, 10)
ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
DAY = Period(TODAY, TODAY)


def asked(desk, **more):
    lines = audit.read(desk, AuditQuery(DAY, **more), by="quantri")
    return [(line.did, line.login, line.what, line.reference) for line in lines]


@pytest.fixture
def two(desk, clock):
    """Two dossiers; the first is opened and printed, then numbers are shown in a list."""
    first, second = (intake.register(desk, asking(name), by=BY) for name in ("Y Ka Ly", "H'Hen"))
    clock.at += timedelta(minutes=1)
    access.note_seen(desk, first.dossier_id, by="hoa")
    clock.at += timedelta(minutes=1)
    paperwork.issue(desk, first.dossier_id, forms.RECEIPT, by=BY)
    clock.at += timedelta(minutes=1)
    access.note_unmasked(desk, "Quá hạn (2 hồ sơ)", Purpose.CALL, by=BY)
    clock.at += timedelta(minutes=1)
    return first, second


def test_all_three_stand_in_one_view_the_latest_first(desk, two):
    first, second = two
    assert asked(desk) == [
        (Did.SAW, BY, "Hiện số đang che: Quá hạn (2 hồ sơ), để liên hệ người nộp", ""),
        (Did.PRINTED, BY, "In giấy tiếp nhận hồ sơ và hẹn trả kết quả", first.code),
        (Did.SAW, "hoa", "Mở xem hồ sơ", first.code),
        (Did.CHANGED, BY, "Tiếp nhận hồ sơ", second.code),
        (Did.CHANGED, BY, "Tiếp nhận hồ sơ", first.code),
    ]


def test_it_is_narrowed_by_person_dossier_and_way(desk, two):
    first, second = two
    assert {line[3] for line in asked(desk, code=second.code)} == {second.code}
    assert [line[1] for line in asked(desk, login="hoa")] == ["hoa"]
    assert [line[2] for line in asked(desk, did=Did.PRINTED)] == [
        "In giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    ]
    assert len(asked(desk, did=Did.CHANGED, code=first.code)) == 1


def test_reading_it_is_written_down(desk, two, clock):
    asked(desk)
    clock.at += timedelta(minutes=1)
    assert asked(desk)[0][:3] == (
        Did.SAW, "quantri", "Xem nhật ký truy cập: 10/03/2026 - 10/03/2026",
    )  # fmt: skip


def test_clerks_and_specialists_may_not(desk):
    sign_in.put_account(desk, Account("hoa", "Lò Thị Hoa", Role.CLERK), "2468", by=ADMINISTRATOR)
    with pytest.raises(RuleViolation) as refused:
        audit.read(desk, AuditQuery(DAY), by="hoa")
    assert refused.value.code == "not-allowed"
    assert "Lãnh đạo hoặc Quản trị" in refused.value.text


def test_what_leaves_for_a_spreadsheet_is_never_a_formula(desk, tmp_path):
    access.note_unmasked(desk, "=2+5", Purpose.CALL, by="@lan")
    lines = audit.read(desk, AuditQuery(DAY), by="quantri")
    list_out.write(desk_lists_out.acts(lines), tmp_path / "nhat-ky.csv")
    assert '"\'@lan"' in (tmp_path / "nhat-ky.csv").read_text("utf-8")


def test_the_log_tells_of_feedback_and_rosters_in_words():
    for kind in known_kinds():
        if entity_type_of(kind) in {"feedback", "roster"}:
            assert audit._OTHER_EVENTS[kind]


def test_a_list_that_leaves_is_written_down_before_its_first_row_is_outside(desk, tmp_path):
    told = []

    def rows():
        told.extend(asked(desk, did=Did.SAW))
        yield ("Y Ka Ly",)

    out = ListOut("Quá hạn", ("Người nộp",), rows(), 1)
    assert list_out.export(desk, out, tmp_path / "ds.csv", by="hoa") == 1
    assert [line[1:3] for line in told] == [("hoa", "Đưa danh sách ra ngoài: Quá hạn (1 dòng)")]


def test_a_list_that_was_cut_off_says_so_in_the_record(desk, tmp_path):
    def rows():
        yield ("Y Ka Ly",)
        raise OSError

    out = ListOut("Quá hạn", ("Người nộp",), rows(), 2)
    with pytest.raises(Trouble):
        list_out.export(desk, out, tmp_path / "ds.csv", by="hoa")
    assert {line[2] for line in asked(desk, did=Did.SAW)} == {
        "Đưa danh sách ra ngoài: Quá hạn (2 dòng)",
        "Đưa danh sách ra ngoài: Quá hạn (2 dòng), bỏ dở",
    }
    with pytest.raises(RuleViolation):
        list_out.export(desk, out, tmp_path / "ds.doc", by="hoa")
    assert len(asked(desk, did=Did.SAW)) == 3  # the two, and that the record was read
