"""A month's results made public: whole or not at all, confirmed by the head, compared later."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from at_the_counter import BY
from pdf_reading import text_of
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Address, Party
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.events import OfficeChanged
from reception.domain.handling_report import Choices
from reception.domain.office import FOR_PRACTICE, INVENTED_AGENCY
from reception.domain.publication import Standing, parse_month
from reception.services import (
    apologies,
    closing_periods,
    finishing,
    intake,
    mending,
    publication,
    publication_pack,
    safekeeping,
    sign_in,
)
from reception.services.intake_request import IntakeRequest
from reception.services.reports import HANDLING

FEBRUARY, MARCH = parse_month("2026-02"), parse_month("2026-03")
THREE_DAYS = "1.004873"
NAME, PHONE, PLACE = "Quàng Thị Ọi", "0912345678", "Bản Nậm Cản"


@pytest.fixture
def march(desk, clock):
    """One done early, one late with an apology, one open and late; it is 2 April."""
    made = [
        intake.register(
            desk,
            IntakeRequest(
                THREE_DAYS,
                Party(NAME, phone=PHONE, address=Address(line=PLACE, commune="Xã Mường Lay")),
            ),
            by=BY,
        )
        for _n in range(3)
    ]
    clock.set_to("2026-03-11T09:00")
    finishing.record_result(desk, made[0].dossier_id, by=BY)
    clock.set_to("2026-03-20T09:00")
    apologies.apologise(desk, made[1].dossier_id, by=BY, late_because=f"{NAME} vắng {PHONE}")
    finishing.record_result(desk, made[1].dossier_id, by=BY)
    clock.set_to("2026-04-02T09:00")
    return made


@pytest.fixture
def draft(desk, march, tmp_path):
    return publication_pack.draft(desk, MARCH, tmp_path, by=BY)


def text_in(folder: Path) -> dict[str, str]:
    """What people read of each file of a pack."""
    pdf = text_of((folder / "cong-bo-2026-03.pdf").read_bytes())
    book = openpyxl.load_workbook(folder / "cong-bo-2026-03.xlsx")
    every = [c.value for sheet in book for row in sheet.iter_rows() for c in row]
    cells = [str(value) for value in every if value not in (None, "")]
    return {
        "pdf": pdf,
        "html": (folder / "cong-bo-2026-03.html").read_text("utf-8"),
        "xlsx": " ".join(cells),
        "spoken": (folder / "loa-2026-03.txt").read_text("utf-8-sig"),
        "figures": (folder / "so-lieu.json").read_text("utf-8"),
    }


def test_all_files_are_there_and_tell_the_same_figures(desk, draft):
    told = text_in(draft.folder)
    assert draft.files == (
        "cong-bo-2026-03.html", "cong-bo-2026-03.pdf", "cong-bo-2026-03.xlsx", "loa-2026-03.txt",
        "so-lieu.json",
    )  # fmt: skip
    for kind in ("pdf", "html"):
        for words in (
            "50,00 % trên số đã giải quyết", "33,33 % trên số tiếp nhận", "Tính theo ngày",
            "Biểu đồ", "Kết quả giải quyết theo lĩnh vực", "xin lỗi các cá nhân, tổ chức",
        ):  # fmt: skip
            assert words in told[kind], (kind, words)
    assert "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ" in told["pdf"]
    assert "Đã giải quyết xong hai hồ sơ" in told["spoken"]
    (row,) = json.loads(told["figures"])["fields"]
    assert (row["received"], row["settled"], row["overdue"], row["open_overdue"]) == (3, 2, 1, 1)


def test_the_apology_is_told_by_code_and_nobody_is_named(desk, march, draft):
    told = text_in(draft.folder)
    for kind in ("pdf", "html", "xlsx"):
        assert march[1].reference in told[kind].replace(" ", "")
    for kind, text in told.items():
        for personal in (NAME, PHONE, PLACE, "vắng"):
            assert personal not in text, (kind, personal)


class Outline(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def test_the_page_needs_nothing_from_elsewhere_and_is_read_aloud_well(draft):
    page = text_in(draft.folder)["html"]
    outline = Outline(page).tags
    tags = [tag for tag, _attributes in outline]
    assert outline[0] == ("html", {"lang": "vi"})
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in [
        attributes for tag, attributes in outline if tag == "meta"
    ]
    assert tags.count("h1") == 1
    assert tags.count("h2") >= 5
    assert all(a.get("scope") for tag, a in outline if tag == "th")
    assert not {"script", "link", "img", "iframe", "object", "video"} & set(tags)
    assert not re.search(r"https?:|src=|url\(|@import", page)


def test_what_is_only_practised_is_marked_in_every_file(desk, march, tmp_path):
    office = replace(desk.office, agency_code=INVENTED_AGENCY)
    with desk.store.writing():
        desk.store.record_reference(OfficeChanged(office), at=desk.now(), by=BY)
    desk.reload()
    made = publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    told = text_in(made.folder)
    assert [kind for kind in ("pdf", "html", "xlsx", "spoken") if FOR_PRACTICE in told[kind]] == [
        "pdf", "html", "xlsx", "spoken",
    ]  # fmt: skip


def test_a_new_draft_takes_the_place_of_the_old_one_whole(desk, draft, march, tmp_path):
    (draft.folder / "ghi-chu.txt").write_text("cũ", "utf-8")
    finishing.record_result(desk, march[2].dossier_id, by=BY)
    publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    assert sorted(p.name for p in draft.folder.iterdir()) == list(draft.files)
    assert [p.name for p in tmp_path.glob("cong-bo*")] == ["cong-bo-2026-03"]


def test_what_cannot_be_written_leaves_the_old_draft_as_it_was(desk, draft, tmp_path):
    before = {p.name: p.read_bytes() for p in draft.folder.iterdir()}
    # Where the new files are to be gathered, there is a file that is no folder.
    (tmp_path / "cong-bo-2026-03.dang-ghi").write_text("chắn", "utf-8")
    with pytest.raises(Trouble, match="Không ghi được bản công bố"):
        publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    assert {p.name: p.read_bytes() for p in draft.folder.iterdir()} == before


def test_the_head_confirms_what_was_drafted(desk, draft):
    event = publication.confirm(desk, MARCH, draft.folder, by=BY)
    pdf = (draft.folder / "cong-bo-2026-03.pdf").read_bytes()
    assert {f.name: f.sha256 for f in event.files}["cong-bo-2026-03.pdf"] == (
        hashlib.sha256(pdf).hexdigest()
    )
    (told,) = publication.all_published(desk)
    assert told.published.event == event
    assert told.published.by == BY
    assert told.words == "Kết quả giải quyết tháng 03/2026 đã công bố ngày 02/04/2026."
    assert told.changed == ""
    safekeeping.verify(desk)


def test_who_may_not_approve_does_not_confirm(desk, draft):
    clerk = Account("tiepnhan", "Lò Thị Mây", Role.CLERK)
    sign_in.put_account(desk, clerk, "1357", by=sign_in.accounts(desk)[0])
    with pytest.raises(RuleViolation) as refused:
        publication.confirm(desk, MARCH, draft.folder, by="tiepnhan")
    assert refused.value.code == "not-allowed"
    assert publication.all_published(desk) == []


def test_a_draft_that_is_not_there_or_no_longer_right_is_not_confirmed(
    desk, march, draft, tmp_path
):
    with pytest.raises(RuleViolation) as none:
        publication.confirm(desk, MARCH, tmp_path / "khac", by=BY)
    assert none.value.code == "no-draft"
    correct(desk, march[1])
    with pytest.raises(RuleViolation) as outdated:
        publication.confirm(desk, MARCH, draft.folder, by=BY)
    assert outdated.value.code == "draft-outdated"


def correct(desk, dossier) -> None:
    earlier = datetime(2026, 3, 11, 9, tzinfo=dossier.opened_at.tzinfo)
    mending.correct_time(
        desk, dossier.dossier_id, mending.Moment.RESULT, earlier, reason="ghi muộn", by=BY
    )


def test_figures_that_changed_since_are_told_with_the_difference(desk, march, draft):
    publication.confirm(desk, MARCH, draft.folder, by=BY)
    finishing.record_result(desk, march[2].dossier_id, by=BY)  # in April: changes no March
    assert publication.all_published(desk)[0].changed == ""
    correct(desk, march[1])
    assert publication.due(desk).changed == "giải quyết quá hạn 1 nay là 0"


def test_a_month_is_made_public_again_after_a_correction(desk, march, draft, tmp_path):
    publication.confirm(desk, MARCH, draft.folder, by=BY)
    correct(desk, march[1])
    publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    publication.confirm(desk, MARCH, draft.folder, by=BY)
    (told,) = publication.all_published(desk)
    assert told.changed == ""


@pytest.mark.parametrize(
    ("now", "standing"),
    [
        ("2026-04-02T09:00", Standing.DRAFT),
        ("2026-04-03T09:00", Standing.REMINDER),
        ("2026-04-06T09:00", Standing.DUE_TODAY),
        ("2026-04-20T09:00", Standing.OVERDUE),
    ],
)
def test_a_pc_that_was_off_learns_at_its_next_start(desk, march, clock, now, standing):
    clock.set_to(now)
    assert publication.due(desk).standing is standing


def test_a_new_day_holds_for_the_first_month_made_public_in_its_time(desk, monkeypatch):
    (old,) = publication._rules()
    april = date(2026, 4, 1)
    new = replace(old, due_day=10, valid_from=april)
    rules = (replace(old, valid_until=april), new)
    monkeypatch.setattr(publication, "_rules", lambda: rules)
    due_days = [publication.told(desk, month, None).days.due_on for month in (FEBRUARY, MARCH)]
    assert due_days == [date(2026, 3, 5), date(2026, 4, 10)]


def test_a_register_that_began_later_owes_nothing(desk, clock):
    assert publication.due(desk) is None


def test_a_month_without_any_dossier_is_made_public_as_such(desk, clock, tmp_path):
    clock.set_to("2026-04-02T09:00")
    told = text_in(publication_pack.draft(desk, MARCH, tmp_path, by=BY).folder)
    assert "chưa có hồ sơ nào giải quyết xong" in told["spoken"]
    assert "Tổng số 0 0 0 0 0 0 0 0" in told["xlsx"]


def test_a_month_that_is_not_over_is_not_made_public(desk, march, tmp_path):
    with pytest.raises(RuleViolation) as refused:
        publication_pack.draft(desk, parse_month("2026-04"), tmp_path, by=BY)
    assert refused.value.code == "month-not-over"
    assert list(tmp_path.glob("cong-bo*")) == []


def closed(desk):
    (closing,) = closing_periods.close(desk, MARCH, Choices(), by=BY, names=(HANDLING,))
    return closing.closed


def test_of_a_closed_month_the_closed_figures_are_made_public_and_every_file_says_so(
    desk, march, tmp_path
):
    sha256 = closed(desk).sha256
    told = text_in(publication_pack.draft(desk, MARCH, tmp_path, by=BY).folder)
    for kind in ("pdf", "html", "xlsx"):
        assert "Số liệu chốt ngày 02/04/2026" in told[kind], kind
        assert sha256 in told[kind].replace(" ", ""), kind
        assert "Chưa đính chính" not in told[kind], kind
    assert "Số liệu trên chốt ngày mùng hai tháng tư năm" in told["spoken"]
    assert "đính chính" not in told["spoken"]


def test_what_was_corrected_since_stands_beside_the_closed_figures(desk, march, tmp_path):
    closed(desk)
    correct(desk, march[1])
    draft = publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    told = text_in(draft.folder)
    (row,) = json.loads(told["figures"])["fields"]
    (now,) = json.loads(told["figures"])["corrected"]
    assert (row["overdue"], now["overdue"]) == (1, 0)
    for kind in ("pdf", "html"):
        for words in (
            "50,00 % trên số đã giải quyết", "chưa đính chính 50,00 %", "đã đính chính 100,00 %",
            "Chưa đính chính", "Số công bố ở bảng trên là số đã chốt",
        ):  # fmt: skip
            assert words in told[kind], (kind, words)
    changes = openpyxl.load_workbook(draft.folder / "cong-bo-2026-03.xlsx")["Đính chính"]
    rows = list(changes.iter_rows(values_only=True))
    assert ("Tổng số", "Giải quyết quá hạn", 1, 0, -1) in rows
    assert "một hồ sơ bị chậm" in told["spoken"]
    assert "bảng niêm yết ghi cả số trước và sau đính chính" in told["spoken"]


def test_a_month_that_nobody_closed_tells_its_corrections_too(desk, march, tmp_path):
    correct(desk, march[1])
    told = text_in(publication_pack.draft(desk, MARCH, tmp_path, by=BY).folder)
    for kind in ("pdf", "html"):
        assert "Số công bố ở bảng trên đã tính các đính chính" in told[kind]
        assert "chốt ngày" not in told[kind]
    assert "Giải quyết quá hạn" in told["xlsx"]
    assert "chốt" not in told["spoken"]


def test_the_pictures_of_a_closed_month_tell_its_figures(desk, march):
    closed(desk)
    correct(desk, march[1])
    fields, _months, late = publication.results(desk, MARCH).charts
    assert [series.values for series in fields.series][1] == (1,)
    assert [str(rate) for rate in late.series[0].values] == ["50.00"]


def test_a_draft_of_before_the_closing_is_not_confirmed(desk, march, draft):
    closed(desk)
    with pytest.raises(RuleViolation, match="đã đổi hoặc đã chốt") as outdated:
        publication.confirm(desk, MARCH, draft.folder, by=BY)
    assert outdated.value.code == "draft-outdated"


def test_a_closed_month_is_made_public_again_once_more_was_corrected(desk, march, tmp_path):
    sha256 = closed(desk).sha256
    draft = publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    assert publication.confirm(desk, MARCH, draft.folder, by=BY).closed_sha256 == sha256
    correct(desk, march[1])
    assert publication.due(desk).changed == "giải quyết quá hạn 1 nay là 0"
    publication_pack.draft(desk, MARCH, tmp_path, by=BY)
    event = publication.confirm(desk, MARCH, draft.folder, by=BY)
    assert [row.overdue for row in (*event.rows, *event.corrected)] == [1, 0]
    (told,) = publication.all_published(desk)
    assert told.changed == ""
    assert told.closed.sha256 == sha256
