"""What the commands tell people about dossiers, and about the register itself."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest

from at_the_counter import BY, asking
from reception.cli.answers import row_as_json
from reception.cli.keeping import verdict_as_text
from reception.cli.life_answers import found_as_json
from reception.cli.life_words import found_as_text
from reception.domain.applicant import PartyKind
from reception.domain.intake import ReturnBy
from reception.domain.listing import Shelf
from reception.services import intake, lookup, mending, paperwork, safekeeping
from reception.services.generate import generate
from reception.services.invented_samples import work_samples
from register_contents import alter


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_go_through_json_unharmed(desk, form):
    intake.register(desk, asking(unicodedata.normalize(form, "H'Hen Niê")), by=BY)

    rows = [row_as_json(desk, row) for row in lookup.search(desk, "h")]

    assert json.loads(json.dumps(rows))[0]["owner"] == "H'Hen Niê"


def test_show_for_people(desk):
    dossier = intake.guide(desk, asking(), wanted=["Giấy chứng sinh"], reason="thiếu", by=BY)

    text = found_as_text(desk, lookup.show(desk, dossier.reference))

    for words in ("0001/2026/PBS", "Đỗ Thị Ưởng", "thiếu", "Giấy chứng sinh", "09:00 10/03/2026"):
        assert words in text


def test_show_names_papers_and_fields_as_people_do(desk):
    dossier = intake.register(desk, asking(), by=BY)
    for _ in range(2):
        paperwork.issue(desk, dossier.dossier_id, "receipt", by=BY)
    request = mending.request_of(dossier.intake)
    owner = replace(request.owner, name="Đỗ Thị Ươm", kind=PartyKind.OTHER)
    mended = replace(request, owner=owner, return_by=ReturnBy.POST, return_to="Bản Ten")
    mending.correct(desk, dossier.dossier_id, mended, reason="ghi nhầm", by=BY)

    text = found_as_text(desk, lookup.show(desk, dossier.reference))

    for words in (
        "In giấy tiếp nhận hồ sơ và hẹn trả kết quả  (",
        "In lại lần 1 giấy tiếp nhận hồ sơ và hẹn trả kết quả  (",
        "Chủ hồ sơ, họ tên “Đỗ Thị Ưởng” thành “Đỗ Thị Ươm”, vì ghi nhầm",
        "Chủ hồ sơ, loại người nộp “cá nhân” thành “tổ chức khác”",
        "Nhận kết quả “nhận tại quầy” thành “qua dịch vụ bưu chính”",
        "Giấy đã in không còn giá trị: giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    ):
        assert words in text, words


def test_show_tells_the_whole_life_to_people(desk, clock):
    """Of an invented office's busy dossiers, nothing is told as code, and nothing is left out."""
    generate(desk, 800, seed=2, until=desk.now(), standing=work_samples().standing)
    told = ""
    for row in lookup.shelf(desk, Shelf.ALL, most=800):
        found = lookup.show(desk, row.reference)
        told += found_as_text(desk, found) + "\n"
        assert '+00:00"' not in json.dumps(found_as_json(desk, found))

    for words in (
        "Đang ở: ", "Thời gian giữ: ", "giờ", "Hạn ghi trên giấy hẹn đầu tiên: ", "Hẹn lại: ",
        "hạn gốc giữ nguyên", "Yêu cầu bổ sung số ", "tính lại từ đầu thì hạn là ",
        "trừ thời gian chờ thì hạn là ", "Tạm dừng từ ", "Gia hạn thêm ", "Chậm ở ",
        "Thư xin lỗi số ", "Báo qua điện thoại ", "Từ chối giải quyết, phiếu số ",
        "Dừng theo yêu cầu (", "Kết quả: ", "Người nhận kết quả: ", "Bản chính đã trả: ",
        "đồng (tiền mặt)", "vận đơn E", "Sửa lúc ", "Đổi thủ tục lúc ", "Bước liên thông 1: ",
        "Việc làm được bây giờ: ", "không còn việc nào",
    ):  # fmt: skip
        assert words in told, words


def test_a_verdict_in_words(desk):
    intake.register(desk, asking(), by=BY)
    assert verdict_as_text(safekeeping.verify(desk)).startswith("Sổ nguyên vẹn: ")
    alter(desk.database.path, "UPDATE dossier SET owner = 'X', phone = '1'")
    alter(desk.database.path, "UPDATE counter SET last = 9")

    said = verdict_as_text(safekeeping.verify(desk))

    assert said.startswith("Sổ KHÔNG nguyên vẹn: ")
    assert "Còn 1 lỗi khác." in said


def test_what_lies_in_the_journal_itself_is_not_mended_by_going_on(desk):
    intake.register(desk, asking(), by=BY)
    alter(desk.database.path, "UPDATE event SET body = '{}' WHERE seq = 4")

    said = verdict_as_text(safekeeping.verify(desk))

    assert "số 4" in said
    assert "giữ nguyên tệp" in said
    assert "restore" in said
