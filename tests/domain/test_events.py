"""Every kind of event has a name, is written down under it, and is read back the same."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from invented_dossier import DUE_AT, INTAKE, RECEIVED, RECEIVED_AT
from reception.domain import chain
from reception.domain.accounts import Account, Role
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.certification import Certification, CertificationKind, CertifiedItem
from reception.domain.clock_jump import ClockConfirmed, ClockJumped
from reception.domain.closed_periods import ChainPlace, PeriodClosed
from reception.domain.closing_events import BlankedBody, Redacted, RedactionGround, ReviewChoice
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.delay import Cause, Ground
from reception.domain.dossier_events import (
    Apologised,
    Change,
    Corrected,
    DelayExplained,
    Extended,
    FeeSettled,
    Forwarded,
    HandedOver,
    Moment,
    NoticeChannel,
    NoticeOutcome,
    Notified,
    PaidBy,
    PaperIssued,
    Posted,
    PostReconciled,
    Reclassified,
    Rejected,
    ResultRecorded,
    Resumed,
    ReviewSettled,
    ScanAttached,
    SentBack,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    SurveyAnswered,
    SurveyCorrected,
    Suspended,
    TakenOver,
    TimeCorrected,
)
from reception.domain.events import (
    AccountChanged,
    BlanksPrinted,
    CalendarRevised,
    CatalogueRevised,
    Event,
    OfficeChanged,
    WordingRevised,
    entity_type_of,
    kind_of,
    read_event,
)
from reception.domain.feedback_events import (
    FeedbackAnswered,
    FeedbackChannel,
    FeedbackCompleted,
    FeedbackKind,
    FeedbackPublished,
    FeedbackReceived,
    FeedbackRedacted,
    FeedbackRefused,
    FeedbackRouted,
    MoreAsked,
)
from reception.domain.intake_events import (
    Certified,
    Guided,
    Imported,
    ImportUndone,
    KeyedIn,
    ReceiptUndone,
    Refused,
)
from reception.domain.look_up import LookUpAnnounced
from reception.domain.office import Office
from reception.domain.old_book import OldState, Origin
from reception.domain.pack import Pack, PackReleased, PackWithdrawn
from reception.domain.paper import FormWording, LineWording
from reception.domain.procedure import Procedure
from reception.domain.program_offer import ProgramOffered
from reception.domain.promise import Promise
from reception.domain.publication import MonthPublished, PublishedFile, PublishedRow
from reception.domain.roster_events import Half, HalfDay, OnDuty, PresenceMarked, RosterSet
from reception.domain.self_score import (
    Criterion,
    Evidence,
    EvidenceKind,
    SelfScoreGiven,
    SelfScoreSheetSet,
)
from reception.domain.submission import Attachment, Outcome, SubmissionArrived, SubmissionSettled
from reception.domain.survey_events import OfficeRated, SurveyAnswer, SurveyWay
from reception.domain.targets import TargetSet
from reception.domain.timeliness import Rule

ORIGIN = Origin("0199-run", "so-2019.xlsx", "ab" * 32, 7, "cd" * 32, "125")
IMPORTED = Imported(
    at=DUE_AT,
    code="0001/2026/NSC",
    intake=INTAKE,
    received_at=RECEIVED_AT,
    promise=Promise(DUE_AT, RECEIVED_AT, basis=("theo sổ cũ",)),
    regime="2025",
    origin=ORIGIN,
    standing=OldState.HANDED_OVER,
    ended_at=DUE_AT,
    handed_over_at=DUE_AT,
)
CLOSED = PeriodClosed(
    at=RECEIVED_AT,
    report="ii06a",
    from_on=date(2026, 1, 1),
    until_on=date(2026, 1, 31),
    rule=Rule.DAY,
    no_limit_on_time=True,
    returned_on_time=False,
    figures='{"corrected":{}}',
    sha256="ab" * 32,
    places=(ChainPlace("0199", 1, 7),),
    position=12,
)
SPECIALIST = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
EVENTS: list[Event] = [
    RECEIVED,
    Guided("0001/2026/PBS", INTAKE, ("Giấy chứng sinh",), "thiếu", RECEIVED_AT, "2025"),
    Refused("0001/2026/PTC", INTAKE, "không thuộc thẩm quyền", RECEIVED_AT, "2025"),
    PaperIssued("receipt", 1, RECEIVED_AT),
    ResultRecorded(RECEIVED_AT, "Giấy xác nhận"),
    HandedOver(RECEIVED_AT, "H'Hen Niê"),
    Certified(
        "H40.16-260213-0002",
        INTAKE,
        RECEIVED_AT,
        "2025",
        Certification(
            CertificationKind.COPY,
            "01/2026-SCT/BS",
            (CertifiedItem(1, "Bằng tốt nghiệp", pages=2, copies=60, fee_vnd=120_000),),
        ),
    ),
    KeyedIn(RECEIVED_AT, "0001/2026/PTG"),
    ReceiptUndone(RECEIVED_AT, "nhầm người", paper_returned=True),
    IMPORTED,
    ImportUndone(RECEIVED_AT, "0199-run", "nhầm sổ"),
    Forwarded(RECEIVED_AT, SPECIALIST, stage=1, note="xem gấp"),
    TakenOver(RECEIVED_AT, SPECIALIST),
    SentBack(RECEIVED_AT, DESK, "thiếu chữ ký"),
    SupplementRequested(RECEIVED_AT, "0002/2026/PBS", ("Tờ khai",), "thiếu"),
    SupplementReceived(RECEIVED_AT, INTAKE.papers, RECEIVED.promise, DUE_AT),
    Suspended(RECEIVED_AT, Ground.FINANCIAL_OBLIGATION, "thuế", date(2026, 3, 1)),
    Resumed(RECEIVED_AT, RECEIVED.promise, "đã nộp"),
    Extended(RECEIVED_AT, 2, "thoả thuận ngày 13/02/2026", RECEIVED.promise),
    DelayExplained(RECEIVED_AT, Cause.VERIFICATION, "Phòng Kinh tế", "chờ đo đạc"),
    Apologised(
        RECEIVED_AT, "0001/2026/PXL", Cause.STAFF, "Phòng Kinh tế", "", DUE_AT, "Lò A", "Chủ tịch"
    ),
    Notified(RECEIVED_AT, NoticeChannel.ZALO, "apology", NoticeOutcome.QUEUED, "0912345678"),
    Rejected(RECEIVED_AT, "0002/2026/PTC", "không đủ điều kiện"),
    Stopped(RECEIVED_AT, "0001/2026/TBD", "đơn tại quầy", "đổi ý", ("Tờ khai",), "hoàn phí"),
    FeeSettled(RECEIVED_AT, 5000, PaidBy.CASH, "1C26TAA", "0000123"),
    ScanAttached(RECEIVED_AT, "ab" * 32, "to-khai.pdf", "application/pdf", 1234),
    Posted(RECEIVED_AT, "EA123456789VN"),
    PostReconciled(RECEIVED_AT, "EA123456789VN", delivered=False, note="chuyển hoàn"),
    Corrected(RECEIVED_AT, INTAKE, (Change("owner.name", "An", "Ân"),), "gõ sai"),
    Reclassified(RECEIVED_AT, INTAKE, RECEIVED.promise, "chọn nhầm"),
    TimeCorrected(RECEIVED_AT, Moment.RESULT, RECEIVED_AT, DUE_AT, "ghi nhầm ngày"),
    ReviewSettled(RECEIVED_AT, "ab" * 32, "owner.phone", ReviewChoice.TAKEN, "hỏi lại người nộp"),
    Redacted(RECEIVED_AT, RedactionGround.DECISION, "QĐ 1", "Lò A", (BlankedBody("0199", "{}"),)),
    SurveyAnswered(
        RECEIVED_AT, date(2026, 2, 13), SurveyWay.PAPER, (SurveyAnswer("contacts", "none"),)
    ),
    SurveyCorrected(RECEIVED_AT, RECEIVED_AT, (), (SurveyAnswer("contacts", "once"),)),
    OfficeRated(RECEIVED_AT, date(2026, 1, 1), date(2026, 3, 31), 6, 2, "niêm yết tại trụ sở"),
    OfficeChanged(Office("Trung tâm", "H40.16", "UBND", "TRUNG TÂM", "Mường Lay")),
    CatalogueRevised("tay", (Procedure("1", 1, "A", "B", "xã", None, date(2020, 1, 1)),)),
    CalendarRevised("tay", (CalendarDay(date(2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh", "BLLĐ"),)),
    BlanksPrinted(("0001/2026/PTG", "0002/2026/PTG"), RECEIVED_AT),
    AccountChanged(Account("maylt", "Lò Thị Mây", Role.CLERK)),
    WordingRevised(
        FormWording(
            form="apology-letter",
            regime="2025",
            valid_from=date(2026, 7, 1),
            decree="Quyết định của tỉnh",
            source="văn bản",
            confidence="office",
            title="THƯ XIN LỖI",
            number="Số: {number}/PXL",
            system="Một cửa",
            lines=(LineWording(text="Kính gửi {applicant}", when="applicant"),),
        )
    ),
    SelfScoreSheetSet(2026, "bang.xlsx", (Criterion("A1", "A", "Kế hoạch", 400, "2.1", 98),)),
    SelfScoreGiven(RECEIVED_AT, 2026, "A1", 375, (Evidence(EvidenceKind.TEXT, "KH 12"),), "đủ"),
    TargetSet(RECEIVED_AT, 2026, "on-time", 9800, "NQ 5"),
    PackReleased(
        1,
        Pack(
            "goi-1",
            "Quy định từ 01/7/2026",
            date(2026, 7, 1),
            (Procedure("1", 1, "A", "B", "xã", None, date(2026, 7, 1)),),
            (CalendarDay(date(2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh", "BLLĐ"),),
            message="Xem kỹ",
        ),
        RECEIVED_AT,
    ),
    PackWithdrawn("goi-1", 1, "gửi nhầm", RECEIVED_AT),
    SubmissionArrived(
        "nop-1",
        RECEIVED_AT,
        "1.001193",
        INTAKE.owner,
        portal_code="G22",
        attachments=(Attachment("ab" * 32, "to-khai.pdf", "application/pdf", 1000),),
    ),
    LookUpAnnounced("https://mot-cua.example", RECEIVED_AT),
    ProgramOffered("1.3.0", "ab" * 32, 1_000_000, RECEIVED_AT),
    ClockJumped(DUE_AT, RECEIVED_AT, "running"),
    ClockConfirmed(RECEIVED_AT, DUE_AT),
    MonthPublished(
        "2026-01",
        (PublishedRow("Hộ tịch", 1, 2, 2, 1, 1, 0, 1, 0),),
        "ab" * 32,
        (PublishedFile("cong-bo-2026-01.pdf", "cd" * 32),),
        RECEIVED_AT,
    ),
    SubmissionSettled(RECEIVED_AT, Outcome.REFUSED, "d1", DUE_AT, "không thuộc thẩm quyền"),
    CLOSED,
    FeedbackReceived(
        "0001/2026/PAKN",
        FeedbackKind.CONDUCT,
        FeedbackChannel.PHONE,
        "Bảng treo cao",
        RECEIVED_AT,
        RECEIVED.promise,
        DUE_AT,
        INTAKE.owner,
        "Hộ tịch",
    ),
    FeedbackRouted(RECEIVED_AT, "Phòng Văn hóa", "Lò A"),
    MoreAsked(RECEIVED_AT, "bảng nào", DUE_AT),
    FeedbackCompleted(RECEIVED_AT, "bảng đất đai", RECEIVED.promise),
    FeedbackAnswered(RECEIVED_AT, "Đã hạ bảng", "Vi Văn Thoong", "Giám đốc"),
    FeedbackRefused(RECEIVED_AT, "không rõ"),
    FeedbackPublished(RECEIVED_AT, "Bảng treo cao", "Đã hạ bảng"),
    FeedbackRedacted(
        RECEIVED_AT, RedactionGround.DECISION, "QĐ 1", "Lò A", (BlankedBody("0199", "{}"),)
    ),
    RosterSet(
        date(2026, 2, 9),
        (OnDuty("Lò Thị Mây", "maylt", halves=(HalfDay(date(2026, 2, 9), Half.MORNING),)),),
        RECEIVED_AT,
    ),
    PresenceMarked(
        "maylt", date(2026, 2, 9), Half.MORNING, RECEIVED_AT, present=False, reason="ốm"
    ),
]


def test_no_kind_is_left_out_here():
    assert {type(event) for event in EVENTS} == set(get_args(Event))
    assert len({kind_of(event) for event in EVENTS}) == len(EVENTS)


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_written_and_read_back(event):
    assert read_event(kind_of(event), chain.write(event)) == event


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_the_name_tells_what_it_is_about(event):
    expected = {
        "OfficeChanged": "office",
        "CatalogueRevised": "catalogue",
        "CalendarRevised": "calendar",
        "BlanksPrinted": "blanks",
        "AccountChanged": "account",
        "WordingRevised": "form",
        "PackReleased": "pack",
        "PackWithdrawn": "pack",
        "SubmissionArrived": "submission",
        "SubmissionSettled": "submission",
        "LookUpAnnounced": "look-up",
        "ProgramOffered": "program",
        "ClockJumped": "clock",
        "ClockConfirmed": "clock",
        "MonthPublished": "month",
        "PeriodClosed": "period",
        "OfficeRated": "survey",
        "FeedbackReceived": "feedback",
        "FeedbackRouted": "feedback",
        "MoreAsked": "feedback",
        "FeedbackCompleted": "feedback",
        "FeedbackAnswered": "feedback",
        "FeedbackRefused": "feedback",
        "FeedbackPublished": "feedback",
        "FeedbackRedacted": "feedback",
        "RosterSet": "roster",
        "PresenceMarked": "roster",
        "SelfScoreSheetSet": "self-score",
        "SelfScoreGiven": "self-score",
        "TargetSet": "target",
    }

    assert entity_type_of(kind_of(event)) == expected.get(type(event).__name__, "dossier")


def test_a_decision_that_names_no_id_is_written_as_it_ever_was():
    assert chain.write(ReviewSettled(RECEIVED_AT, "ab" * 32)) == (
        b'{"about":"%s","at":"2026-02-13T14:00:00+07:00","choice":"kept","field":"","note":""}'
        % (b"ab" * 32)
    )


def test_what_is_written_of_an_old_register():
    assert chain.write(IMPORTED).replace(chain.write(INTAKE), b"{}") == (
        b'{"at":"2026-02-25T17:30:00+07:00","code":"0001/2026/NSC",'
        b'"ended_at":"2026-02-25T17:30:00+07:00","handed_over_at":"2026-02-25T17:30:00+07:00",'
        b'"intake":{},"origin":{"file":"so-2019.xlsx","file_sha256":"%s","number":"125","row":7,'
        b'"row_sha256":"%s","run":"0199-run"},"promise":{"basis":["theo s\xe1\xbb\x95 c\xc5\xa9"],'
        b'"calendar":"","due_at":"2026-02-25T17:30:00+07:00","provisional":false,"stages":[],'
        b'"starts_at":"2026-02-13T14:00:00+07:00"},"reason":"",'
        b'"received_at":"2026-02-13T14:00:00+07:00","regime":"2025","result":"",'
        b'"standing":"handed-over"}'
    ) % (b"ab" * 32, b"cd" * 32)
    assert chain.write(ImportUndone(RECEIVED_AT, "0199-run", "nhầm sổ")).decode() == (
        '{"at":"2026-02-13T14:00:00+07:00","reason":"nhầm sổ","run":"0199-run"}'
    )


def test_an_office_that_encloses_no_survey_is_written_as_it_ever_was():
    office = Office("Trung tâm", "H40.16", "UBND", "TRUNG TÂM", "Mường Lay", hours=())
    plain = (
        '{"office":{"address":"","agency_code":"H40.16","email":"","governing_body":"UBND",'
        '"hours":[],"name":"Trung tâm","phone":"","place":"Mường Lay",'
        '"server_name":"máy chủ cấp trên",%s"unit_name":"TRUNG TÂM"}}'
    )
    assert chain.write(OfficeChanged(office)).decode() == plain % ""
    enclosing = office.enclosing_survey(wanted=True)
    wanted = chain.write(OfficeChanged(enclosing))
    assert wanted.decode() == plain % '"survey_with_papers":true,'
    assert read_event("office.changed", wanted) == OfficeChanged(enclosing)
    assert enclosing.enclosing_survey(wanted=False) == office


def test_what_is_written_of_feedback():
    assert chain.write(MoreAsked(RECEIVED_AT, "bảng nào", RECEIVED_AT)) == (
        '{"at":"2026-02-13T14:00:00+07:00","complete_by":"2026-02-13T14:00:00+07:00",'
        '"wanted":"bảng nào"}'.encode()
    )
    assert (
        chain.write(FeedbackAnswered(RECEIVED_AT, "Đã hạ bảng"))
        == (
            '{"answer":"Đã hạ bảng","at":"2026-02-13T14:00:00+07:00","signer":"","signer_title":""}'
        ).encode()
    )


def test_what_is_written_of_a_roster():
    assert (
        chain.write(
            PresenceMarked(
                "maylt", date(2026, 2, 9), Half.MORNING, RECEIVED_AT, present=False, reason="ốm"
            )
        )
        == (
            '{"at":"2026-02-13T14:00:00+07:00","half":"morning","on":"2026-02-09","person":"maylt",'
            '"present":false,"reason":"ốm"}'
        ).encode()
    )


def test_what_is_written_of_a_clock():
    assert chain.write(ClockJumped(RECEIVED_AT, RECEIVED_AT, "journal")) == (
        b'{"expected_at":"2026-02-13T14:00:00+07:00","noticed":"journal",'
        b'"shown_at":"2026-02-13T14:00:00+07:00"}'
    )
    assert chain.write(ClockConfirmed(RECEIVED_AT, RECEIVED_AT)) == (
        b'{"journal_at":"2026-02-13T14:00:00+07:00","shown_at":"2026-02-13T14:00:00+07:00"}'
    )


def test_what_is_written_of_a_published_month():
    row = PublishedRow("Đất đai", 1, 9, 8, 3, 4, 1, 2, 1)
    files = (PublishedFile("loa-2026-01.txt", "cd" * 32),)
    assert chain.write(MonthPublished("2026-01", (row,), "ab" * 32, files, RECEIVED_AT)) == (
        b'{"at":"2026-02-13T14:00:00+07:00","figures_sha256":"%s",'
        b'"files":[{"name":"loa-2026-01.txt","sha256":"%s"}],"month":"2026-01",'
        b'"rows":[{"carried_over":1,"early":3,"field":"\xc4\x90\xe1\xba\xa5t \xc4\x91ai",'
        b'"on_time":4,"open":2,"open_overdue":1,"overdue":1,"received":9,"settled":8}]}'
        % (b"ab" * 32, b"cd" * 32)
    )


def test_a_closed_period_is_written_so():
    assert chain.write(CLOSED) == (
        b'{"at":"2026-02-13T14:00:00+07:00","figures":"{\\"corrected\\":{}}",'
        b'"from_on":"2026-01-01","no_limit_on_time":true,'
        b'"places":[{"device":"0199","epoch":1,"seq":7}],"position":12,"report":"ii06a",'
        b'"returned_on_time":false,"rule":"day","sha256":"%s","until_on":"2026-01-31"}'
        % (b"ab" * 32)
    )


def test_a_redaction_is_written_as_it_ever_was():
    event = Redacted(
        RECEIVED_AT,
        RedactionGround.RETENTION_OVER,
        "DS 1/2036",
        "Lò A",
        (BlankedBody("0199-a", '{"note":""}'),),
        ("ab" * 32,),
    )
    assert chain.write(event) == (
        b'{"at":"2026-02-13T14:00:00+07:00","bodies":[{"body":"{\\"note\\":\\"\\"}","event":"0199-a"}],'
        b'"decided_by":"L\xc3\xb2 A","decision":"DS 1/2036","ground":"retention-over",'
        b'"scans":["%s"],"submission":""}' % (b"ab" * 32)
    )


def test_what_is_written_of_the_survey():
    answered, corrected, rated = (
        next(one for one in EVENTS if type(one) is kind)
        for kind in (SurveyAnswered, SurveyCorrected, OfficeRated)
    )
    assert chain.write(answered) == (
        b'{"answers":[{"choice":"none","question":"contacts"}],"at":"2026-02-13T14:00:00+07:00",'
        b'"taken_on":"2026-02-13","way":"paper"}'
    )
    assert chain.write(corrected) == (
        b'{"answered_at":"2026-02-13T14:00:00+07:00","answers":[{"choice":"once",'
        b'"question":"contacts"}],"at":"2026-02-13T14:00:00+07:00","before":[]}'
    )
    assert chain.write(rated) == (
        '{"at":"2026-02-13T14:00:00+07:00","evidence":"niêm yết tại trụ sở",'
        '"from_on":"2026-01-01","index":6,"points":2,"until_on":"2026-03-31"}'.encode()
    )


def test_a_sheet_a_score_and_a_target_are_written_as_they_ever_were():
    sheet = SelfScoreSheetSet(2026, "bang.xlsx", (Criterion("A1", "A", "Ke hoach", 400),))
    proof = Evidence(EvidenceKind.DOSSIER, "H40.16-260213-0002")
    assert chain.write(sheet) == (
        b'{"criteria":[{"code":"A1","figure":"","full_at":0,"most":400,"name":"Ke hoach",'
        b'"part":"A"}],"origin":"bang.xlsx","year":2026}'
    )
    assert chain.write(SelfScoreGiven(RECEIVED_AT, 2026, "A1", 375, (proof,))) == (
        b'{"at":"2026-02-13T14:00:00+07:00","criterion":"A1","evidence":[{"kind":"dossier",'
        b'"text":"H40.16-260213-0002"}],"note":"","points":375,"year":2026}'
    )
    assert chain.write(TargetSet(RECEIVED_AT, 2026, "on-time", 9850)) == (
        b'{"at":"2026-02-13T14:00:00+07:00","basis":"","percent":9850,"target":"on-time",'
        b'"year":2026}'
    )


def test_a_kind_of_a_newer_program_is_passed_over():
    assert read_event("dossier.teleported", b"{}") is None


def test_a_body_that_is_not_of_its_kind_is_refused():
    with pytest.raises(ValueError, match="slip_number"):
        read_event("dossier.guided", b"{}")
