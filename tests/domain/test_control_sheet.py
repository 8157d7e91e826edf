"""The control sheet: one block for each hand-over, and whether it was in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reception.domain.control_sheet import control_sheet, timeliness
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Forwarded, HandedOver, ResultRecorded
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.life import evolve
from reception.domain.paper import Line, Paper, Table
from reception.services import forms
from reception.services.sample_dossiers import sample_dossier, sample_office

LINKED = sample_dossier(forms.CONTROL_SHEET, "2025")
RECEIVED = sample_dossier(forms.RECEIPT, "2025")


def sheet(dossier: Dossier, regime: str = "2025") -> Paper:
    wording = forms.wording(forms.CONTROL_SHEET, regime)
    return control_sheet(dossier, Issue(sample_office(regime), wording, dossier.touched_at))


def blocks(paper: Paper) -> list[tuple[str, ...]]:
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return list(table.rows[::2])


def facts(paper: Paper) -> dict[str, str]:
    lines = (block for block in paper.blocks if isinstance(block, Line))
    return {part.label: part.value for line in lines for part in line.parts}


def test_each_hand_over_is_a_block_with_both_times_and_its_result():
    first, second, third, left_open = blocks(sheet(LINKED))

    assert first == (
        "1. Giao: Trung tâm Phục vụ hành chính công\n2. Nhận: Lương Thị Phé",
        "Giao: 15 giờ 05 phút, ngày 09/03/2026\nNhận: 15 giờ 25 phút, ngày 09/03/2026",
        "",
        "Hạn của bước: 17 giờ 30 phút, ngày 10/03/2026",
    )
    assert second[2:] == (
        "Đúng hạn",
        "kèm 01 tờ khai\nHạn của bước: 17 giờ 30 phút, ngày 12/03/2026",
    )
    assert third[2] == "Quá hạn"
    assert "......" in left_open[0]


def test_each_block_has_places_to_sign():
    (table,) = (block for block in sheet(LINKED).blocks if isinstance(block, Table))

    assert all(row[0].startswith("Người giao") for row in table.rows[1::2])
    assert all(row[1].startswith("Người nhận") for row in table.rows[1::2])
    assert len(table.rows) == 8


def test_it_tells_who_settles_and_who_helps():
    told = facts(sheet(LINKED))

    assert told["Mã số hồ sơ:"] == LINKED.code
    assert told["Cơ quan (bộ phận) giải quyết hồ sơ:"] == "Ủy ban nhân dân xã Ước Lễ"
    assert told["Cơ quan phối hợp giải quyết hồ sơ:"] == "Bảo hiểm xã hội cơ sở"
    assert told["Hẹn trả kết quả vào:"] == "17 giờ 30 phút, ngày 12 tháng 03 năm 2026"


def test_the_form_of_2018_names_the_applicant_and_the_book():
    told = facts(sheet(sample_dossier(forms.CONTROL_SHEET, "2018"), "2018"))

    assert told["Kèm theo hồ sơ của:"] == LINKED.intake.owner.name
    assert "Số thứ tự:" in told
    assert "Ngày, giờ hẹn trả kết quả:" in told


def test_a_dossier_that_never_left_the_desk_has_four_open_blocks():
    rows = blocks(sheet(RECEIVED))

    assert len(rows) == 4
    assert "Giao: Trung tâm Phục vụ hành chính công" in rows[0][0]
    assert "Giao: ......" in rows[1][0]


def test_without_stages_the_specialist_is_measured_by_the_dossier_s_own_limit():
    specialist = Holder(HolderKind.SPECIALIST, "Lương Thị Phé")
    at = RECEIVED.opened_at
    dossier = RECEIVED
    for event in (
        Forwarded(at, specialist),
        ResultRecorded(at + timedelta(days=1)),
        Forwarded(at + timedelta(days=1), DESK),
        HandedOver(at + timedelta(days=2), "Y Ka Ly"),
    ):
        dossier = evolve(dossier, dossier.dossier_id, event)

    rows = blocks(sheet(dossier))

    assert [row[2] for row in rows] == ["", "Trước hạn", "Trước hạn", ""]
    assert rows[2][0].endswith("2. Nhận: Y Ka Ly")


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-60 * 24, "Trước hạn"), (-1, "Đúng hạn"), (0, "Đúng hạn"), (1, "Quá hạn")],
)
def test_before_on_and_after_the_limit(minutes, said):
    due_at = RECEIVED.due_at
    assert timeliness(due_at + timedelta(minutes=minutes), due_at) == said
    assert timeliness(due_at, None) == ""


def test_what_was_never_received_has_no_control_sheet():
    guided = sample_dossier(forms.SUPPLEMENT_REQUEST, "2025")
    with pytest.raises(RuleViolation) as refusal:
        sheet(replace(guided, touched_at=guided.opened_at))
    assert refusal.value.code == "no-control-sheet"
