"""Feedback at the desk: its number and its time, who may do what, and what the public may read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from at_the_counter import BY
from pdf_reading import text_of
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Address, Party
from reception.domain.errors import RuleViolation
from reception.domain.events import AccountChanged
from reception.domain.explanation import days_of
from reception.domain.feedback import FeedbackAct, FeedbackState
from reception.domain.feedback_events import FeedbackChannel, FeedbackKind
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE, parse_civil_date
from reception.services import books, feedback, feedback_papers, lookup, safekeeping
from reception.services.feedback import FeedbackRequest
from reception.storage.feedback_rows import Pressing
from reception.storage.integrity import rebuild

SENDER = Party("Giàng Thị Dợ", phone="0398 765 432", address=Address(line="Bản Huổi Hộc"))
SAID = FeedbackRequest("Bảng niêm yết treo cao quá", sender=SENDER, field="Hộ tịch")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


@pytest.fixture
def taken(desk):
    return feedback.receive(desk, SAID, by=BY).feedback_id


def test_what_was_said_on_a_tuesday_morning_is_answered_within_fifteen_working_days(desk, taken):
    one = feedback.opened(desk, taken).feedback

    assert one.received.code == "0001/2026/PAKN"
    assert one.promise.due_at == at("2026-03-31T17:30")
    assert one.received.refuse_by == at("2026-03-12T17:30")
    assert "15 ngày làm việc" in one.promise.basis[0]


def test_the_time_is_explained_day_by_day_like_a_dossiers(desk, taken):
    explained = feedback.explained(desk, feedback.opened(desk, taken).feedback)

    assert sum(day.counted for day in days_of(explained)) == 15
    assert explained.due_at == at("2026-03-31T17:30")


@pytest.mark.parametrize(
    ("channel", "received", "due"),
    [
        (FeedbackChannel.COUNTER, "2026-03-10T16:00", "2026-03-31T17:30"),
        (FeedbackChannel.PORTAL, "2026-03-14T10:00", "2026-04-06T17:30"),
        (FeedbackChannel.COUNTER, "2026-04-24T09:00", "2026-05-20T17:30"),
    ],
    ids=["at the counter", "by the portal on a Saturday", "over the holidays of April and May"],
)
def test_days_off_count_for_nobody(desk, clock, channel, received, due):
    clock.set_to(received)

    one = feedback.receive(desk, replace(SAID, channel=channel), by=BY)

    assert one.promise.due_at == at(due)


def test_somebody_who_names_nobody_is_written_down_and_cannot_be_asked(desk):
    one = feedback.receive(desk, FeedbackRequest("Sân lầy lội"), by=BY)

    assert one.received.sender is None
    with pytest.raises(RuleViolation) as refusal:
        feedback.ask_more(desk, one.feedback_id, "ở đâu", by=BY)
    assert refusal.value.code == "nobody-to-ask"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": "  "}, "text-missing"),
        ({"text": "a" * 4001}, "text-too-long"),
        ({"text": "Sân lầy \U0001f600"}, "no-glyph"),
        ({"sender": Party("Giàng Thị Dợ")}, "no-way-back"),
        ({"sender": Party("", phone="0398765432")}, "name-missing"),
        ({"sender": Party("Giàng Thị Dợ", phone="12")}, "phone-impossible"),
    ],
)
def test_what_cannot_be_is_told_and_takes_no_number(desk, changes, code):
    with pytest.raises(RuleViolation) as refusal:
        feedback.receive(desk, replace(SAID, **changes), by=BY)

    assert refusal.value.code == code
    assert feedback.find(desk) == []
    assert feedback.receive(desk, SAID, by=BY).received.code == "0001/2026/PAKN"


def test_from_intake_to_publication(desk, clock, taken):
    feedback.route(desk, taken, "Phòng Văn hóa", "Lò A", by=BY)
    clock.set_to("2026-03-12T09:00")
    asked = feedback.ask_more(desk, taken, "bảng nào", by=BY)
    assert asked.state is FeedbackState.AWAITING
    assert asked.due_at == at("2026-03-19T17:30")
    clock.set_to("2026-03-16T09:00")
    told = feedback.complete(desk, taken, "bảng đất đai", by=BY)
    assert told.state is FeedbackState.ROUTED
    assert told.due_at == at("2026-04-06T17:30")
    clock.set_to("2026-04-06T17:30")
    answered = feedback.answer(desk, taken, "Đã hạ bảng", "Vi Văn Thoong", by=BY)
    assert answered.in_time
    published = feedback.publish(desk, taken, "Bảng treo cao", "Đã hạ bảng", by=BY)

    assert published.published is not None
    kinds = [entry.kind.partition(".")[2] for entry in feedback.opened(desk, taken).history]
    assert kinds == [
        "received", "routed", "more-asked", "completed", "answered", "published",
    ]  # fmt: skip
    assert safekeeping.verify(desk).whole


def test_the_article_of_a_clock_that_began_anew_is_not_a_dossiers(desk, clock, taken):
    feedback.ask_more(desk, taken, "bảng nào", by=BY)
    clock.set_to("2026-03-16T09:00")

    basis = feedback.complete(desk, taken, "bảng đất đai", by=BY).promise.basis

    assert any("tính lại từ đầu" in words for words in basis)
    assert not any("hồ sơ bổ sung" in words for words in basis)


def test_a_refusal_has_two_working_days(desk, clock, taken):
    clock.set_to("2026-03-13T08:00")

    refused = feedback.refuse(desk, taken, "không thuộc thẩm quyền", by=BY)

    assert refused.state is FeedbackState.REFUSED
    assert refused.in_time is False


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, one: feedback.answer(desk, one, "Đã hạ bảng lần nữa", by=BY),
        lambda desk, one: feedback.route(desk, one, "Phòng Kinh tế", by=BY),
        lambda desk, one: feedback.complete(desk, one, "thêm", by=BY),
    ],
)
def test_what_is_answered_is_over(desk, taken, act):
    feedback.answer(desk, taken, "Đã hạ bảng", by=BY)

    with pytest.raises(RuleViolation) as refusal:
        act(desk, taken)
    assert refusal.value.code == "feedback-act-impossible"
    assert "đã trả lời" in refusal.value.text


def test_only_what_is_answered_is_made_public(desk, taken):
    with pytest.raises(RuleViolation):
        feedback.publish(desk, taken, "Bảng treo cao", "sẽ hạ", by=BY)


@pytest.mark.parametrize(
    "words",
    [
        "Bà GIÀNG THỊ DỢ nói đúng",
        "ba giang thi do noi dung",
        "Gọi 0398.765.432",
        "Nhà ở Bản Huổi Hộc",
        "Hồ sơ H40.16-260301-0001",
        "Anh Vi Văn Thoong đã sai",
        "Thư tới dogt@xa.example",
    ],
)
def test_nobody_is_named_in_public(desk, words):
    said = replace(
        SAID, dossier="H40.16-260301-0001", officer="Vi Văn Thoong", dossier_unknown=True
    )
    taken = feedback.receive(desk, said, by=BY).feedback_id
    feedback.answer(desk, taken, "Đã hạ bảng", by=BY)

    with pytest.raises(RuleViolation) as refusal:
        feedback.publish(desk, taken, "Bảng treo cao", words, by=BY)
    assert refusal.value.code == "names-somebody"


def test_a_specialist_looks_into_it_and_a_leader_makes_it_public(desk, taken, clock):
    for login, role in (("chuyenvien", Role.SPECIALIST), ("lanhdao", Role.LEADER)):
        account = Account(login, "Lò A", role)
        with desk.store.writing():
            desk.store.record_reference(AccountChanged(account), at=clock(), by=BY)

    feedback.answer(desk, taken, "Đã hạ bảng", by="chuyenvien")
    with pytest.raises(RuleViolation) as refusal:
        feedback.publish(desk, taken, "Bảng treo cao", "Đã hạ bảng", by="chuyenvien")
    assert refusal.value.code == "not-allowed"
    assert feedback.publish(desk, taken, "Bảng treo cao", "Đã hạ bảng", by="lanhdao").published


def test_what_is_open_stands_by_its_time_and_a_word_finds_it(desk, clock, taken):
    clock.set_to("2026-03-11T09:00")
    other = feedback.receive(desk, FeedbackRequest("Sân lầy lội"), by=BY).feedback_id

    rows = feedback.find(desk, only_open=True)
    assert [row.feedback_id for row in rows] == [taken, other]
    assert [row.feedback_id for row in feedback.find(desk, "giang do")] == [taken]
    assert feedback.find(desk, "không có") == []
    assert lookup.pressing_feedback(desk) == Pressing(2)
    clock.set_to("2026-03-30T09:00")
    assert lookup.pressing_feedback(desk) == Pressing(2, soon=2)
    clock.set_to("2026-04-01T09:00")
    assert lookup.pressing_feedback(desk) == Pressing(2, overdue=1, soon=1)


def test_the_lists_are_made_anew_from_the_events(desk, taken):
    feedback.route(desk, taken, "Phòng Văn hóa", by=BY)
    before = feedback.find(desk)
    desk.database.run("UPDATE feedback SET sender = 'X'")
    assert [fault.code for fault in safekeeping.verify(desk).faults] == ["table"]

    rebuild(desk.store)

    assert feedback.find(desk) == before
    assert safekeeping.verify(desk).whole


def test_a_counter_that_was_set_back_is_found(desk, taken):
    desk.database.run("UPDATE counter SET last = 0 WHERE scope = 'PAKN:2026'")

    assert [fault.code for fault in safekeeping.verify(desk).faults] == ["counter"]


def month(desk):
    period = Period(parse_civil_date("2026-03-01"), parse_civil_date("2026-03-31"))
    return feedback_papers.report(desk, period)


def test_a_period_counts_what_was_carried_over_handled_open_and_published(desk, clock):
    clock.set_to("2026-02-25T09:00")
    early = feedback.receive(desk, replace(SAID, kind=FeedbackKind.REGULATION), by=BY)
    feedback.receive(desk, replace(SAID, kind=FeedbackKind.OTHER), by=BY)
    clock.set_to("2026-03-11T09:00")
    taken = feedback.receive(desk, SAID, by=BY).feedback_id
    feedback.receive(desk, replace(SAID, field=""), by=BY)
    feedback.answer(desk, early.feedback_id, "Đã kiến nghị cấp trên", by=BY)
    feedback.refuse(desk, taken, "không thuộc thẩm quyền", by=BY)
    feedback.publish(desk, early.feedback_id, "Mẫu đơn dài", "Đã kiến nghị cấp trên", by=BY)
    clock.set_to("2026-04-10T09:00")

    told = month(desk).told

    assert list(told.fields) == ["Hộ tịch", "(chưa rõ lĩnh vực)"]
    assert told.total.columns() == {
        "c3": 3, "c4": 2, "c5": 1, "c6": 1, "c7": 2, "c8": 2, "c9": 1, "c10": 1,
        "c11": 1, "c12": 1, "c13": 0, "c14": 1,
    }  # fmt: skip
    assert (told.total.in_time, told.total.late, told.total.refused) == (2, 0, 1)
    assert told.total.open_overdue == 0
    assert told.others == 1


def months(desk, *names):
    found = [
        Period(parse_civil_date(f"{name}-01"), parse_civil_date(f"{name}-28")) for name in names
    ]
    return [feedback_papers.report(desk, one).told.total.published for one in found], found


def test_what_is_made_public_a_month_after_its_answer_counts_once_and_in_that_month(
    desk, clock, taken
):
    feedback.answer(desk, taken, "Đã hạ bảng", by=BY)
    clock.set_to("2026-04-02T09:00")
    feedback.publish(desk, taken, "Bảng treo cao", "Đã hạ bảng", by=BY)
    clock.set_to("2026-05-04T09:00")
    feedback.publish(desk, taken, "Bảng treo cao quá", "Đã hạ bảng xuống", by=BY)
    clock.set_to("2026-06-01T09:00")

    counted, (march, april, may) = months(desk, "2026-03", "2026-04", "2026-05")

    assert counted == [0, 1, 0]
    report = feedback_papers.report(desk, april)
    assert report.told.total.received == 0
    assert list(report.told.fields) == ["Hộ tịch"]
    opened = [
        [row.feedback_id for row in feedback_papers.counted_in(desk, period, "c14", field)]
        for period in (march, april, may)
        for field in ("", "Hộ tịch", "Đất đai")
    ]
    assert opened == [[], [], [], [taken], [taken], [], [], [], []]
    assert feedback_papers.counted_in(desk, april, "c3") == []
    posted = [
        text_of(books.pdf_of(feedback_papers.public_list(desk, period, by=BY)))
        for period in (march, april, may)
    ]
    assert ["Bảng treo cao" in paper for paper in posted] == [False, True, False]
    assert "Đã hạ bảng xuống" in posted[1]
    assert "sửa lời ngày 04/05/2026" in " ".join(posted[1].split())
    own = text_of(books.pdf_of(feedback_papers.own_list(desk, april, by=BY)))
    assert "PAKN" not in own


def test_the_report_of_a_month_is_the_same_a_year_later(desk, clock, taken):
    clock.set_to("2026-04-01T08:00")
    before = month(desk)
    feedback.answer(desk, taken, "Đã hạ bảng", by=BY)
    clock.set_to("2027-04-01T08:00")

    assert month(desk) == before


def test_the_papers_say_what_they_must(desk, taken):
    feedback.answer(desk, taken, "Đã hạ bảng xuống", "Vi Văn Thoong", "Giám đốc", by=BY)
    feedback.publish(desk, taken, "Bảng treo cao", "Đã hạ bảng xuống", by=BY)
    period = Period(parse_civil_date("2026-03-01"), parse_civil_date("2026-03-31"))

    slip = text_of(books.pdf_of(feedback_papers.receipt(desk, taken, by=BY)))
    letter = text_of(books.pdf_of(feedback_papers.answer(desk, taken, by=BY)))
    own = text_of(books.pdf_of(feedback_papers.own_list(desk, period, by=BY)))
    public = text_of(books.pdf_of(feedback_papers.public_list(desk, period, by=BY)))

    assert "0001/2026/PAKN" in slip
    assert "17 giờ 30 phút, ngày 31 tháng 03 năm 2026" in slip
    assert "GIÁM ĐỐC" in letter
    assert "Đã hạ bảng xuống" in letter
    assert "Giàng Thị Dợ" in own
    assert "Bảng treo cao" in public
    for word in ("Giàng", "0398765432", "Huổi Hộc", "PAKN"):
        assert word not in public


def test_what_may_be_done_is_told_in_the_order_of_the_work(desk, taken):
    assert feedback.opened(desk, taken).feedback.allowed() == [
        FeedbackAct.ROUTE, FeedbackAct.ASK_MORE, FeedbackAct.ANSWER, FeedbackAct.REFUSE,
    ]  # fmt: skip
