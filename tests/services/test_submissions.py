"""The server takes online submissions from a file; the desk's inbox makes dossiers of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from at_the_counter import BIRTH, BY, clock_at
from ends import Commune
from reception.domain.applicant import Party
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, SubmittedPaper
from reception.services import drafting, inbox, paperwork, safekeeping, submissions
from reception.storage.ledger.ledger import Ledger
from sent_down import SUBMISSION, settle, submitted

PLAIN = {"procedure": BIRTH, "owner": {"name": "H'Hen Niê"}}


@pytest.fixture
def commune(tmp_path):
    made = Commune(Ledger.open(str(tmp_path / "ledger.db")), tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(commune):
    return commune.desk(0)


def test_a_plain_submission_is_online_of_now_and_gets_an_id():
    arrived = submissions.submission_of(PLAIN, clock_at())

    assert arrived.channel is Channel.ONLINE_FULL
    assert arrived.submitted_at == clock_at()()
    assert len(arrived.submission) == 36


def test_what_the_portal_says_is_kept(tmp_path):
    path = tmp_path / "ho-so.json"
    whole = PLAIN | {
        "id": "NOP-1",
        "portal_code": "G22.99-260310-0001",
        "submitted_at": "2026-03-10T08:00",
        "papers": [{"name": "Tờ khai"}],
        "attachments": [{"sha256": "ab" * 32, "name": "to-khai.pdf", "size": 9}],
    }
    path.write_text(json.dumps([whole]), encoding="utf-8")

    [arrived] = submissions.read(path, clock_at())

    assert (arrived.submission, arrived.portal_code) == ("nop-1", "G22.99-260310-0001")
    assert arrived.papers == (SubmittedPaper("Tờ khai"),)
    assert arrived.attachments[0].name == "to-khai.pdf"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"channel": "counter"}, "online-full"),
        ({"owner": {"name": ""}}, "họ tên"),
        ({"owner": {}}, "name"),
        ({"colour": "red"}, "colour"),
        ({"submitted_at": "2026-03-12T08:00"}, "Thời điểm nộp"),
        ({"id": "a b"}, "dấu lạ"),
        ({"id": 7}, "không đúng dạng"),
        ({"attachments": [{"sha256": "xyz", "name": "a"}]}, "SHA-256"),
        ({"attachments": "a"}, "không đúng dạng"),
        ({"papers": [{"name": "x", "originals": 1000}]}, "papers"),
    ],
)
def test_a_faulty_submission_is_refused_in_a_sentence(changes, told):
    with pytest.raises(RuleViolation, match=told):
        submissions.submission_of(PLAIN | changes, clock_at())


def test_an_unknown_commune_gets_none(commune):
    arrived = submissions.submission_of(PLAIN, clock_at())

    with pytest.raises(RuleViolation, match=r"H99\.1"):
        submissions.add(commune.ledger, "H99.1", [arrived], clock_at())


def test_the_most_pressing_stands_first(commune, desk):
    now = commune.clock()
    submitted(commune, desk, submission="nop-b", submitted_at=now - timedelta(hours=1))
    submitted(commune, desk, submission="nop-a", submitted_at=now - timedelta(days=2))

    assert [(one.submission, one.is_overdue) for one in inbox.waiting(desk)] == [
        ("nop-a", True),
        ("nop-b", False),
    ]
    assert inbox.count_waiting(desk) == 2


def test_an_id_may_be_shortened_to_what_only_one_has(commune, desk):
    submitted(commune, desk, submission="nop-0001")
    submitted(commune, desk, submission="nop-0002")

    assert inbox.found(desk, " NOP-0002 ").submission == "nop-0002"
    for name in ("nop-000", "nop-9", "nop", ""):
        with pytest.raises(RuleViolation, match="đúng một"):
            inbox.found(desk, name)


def test_what_cannot_be_received_stays_in_the_inbox_and_says_why(commune, desk):
    submitted(commune, desk, procedure="9.999999")
    [waiting] = inbox.waiting(desk)
    assert waiting.procedure_name == "9.999999"
    assert "hãy chọn đúng thủ tục" in waiting.hindrance

    with pytest.raises(RuleViolation) as refusal:
        inbox.accept(desk, SUBMISSION, by=BY)

    assert (refusal.value.code, refusal.value.text) == ("procedure-not-here", waiting.hindrance)
    assert inbox.count_waiting(desk) == 1
    assert desk.database.rows("SELECT * FROM dossier") == []


@pytest.mark.parametrize(
    ("answer", "more"),
    [
        (inbox.guide, {"wanted": ["Giấy chứng sinh"], "reason": "Chưa đủ"}),
        (inbox.refuse, {"reason": "Không thuộc thẩm quyền của xã"}),
    ],
)
def test_a_procedure_that_this_desk_lacks_can_be_answered(commune, desk, answer, more):
    other = commune.desk(1)
    submitted(commune, desk, procedure="9.999999")

    dossier = answer(desk, SUBMISSION, by=BY, **more)

    assert inbox.count_waiting(desk) == 0
    assert "9.999999" in dossier.intake.procedure.name
    form = paperwork.form_for(dossier)
    assert paperwork.issue(desk, dossier.dossier_id, form, by=BY).startswith(b"%PDF")
    settle(commune, desk, other)
    assert other.store.dossier(dossier.dossier_id) == desk.store.dossier(dossier.dossier_id)
    assert safekeeping.verify(desk).whole


def test_the_right_procedure_may_be_chosen_for_one_that_this_desk_lacks(commune, desk):
    arrived = submitted(commune, desk, procedure="9.999999")
    request = replace(inbox.request_of(arrived), procedure_code=BIRTH)

    dossier = inbox.accept(desk, SUBMISSION, by=BY, request=request)

    assert dossier.intake.procedure.code == BIRTH


def test_what_a_clerk_put_right_is_what_is_received(commune, desk):
    arrived = submitted(commune, desk)
    request = inbox.request_of(arrived)
    put_right = type(request)(BIRTH, Party("H'Hen Niê Kđăm"), channel=request.channel)
    draft = drafting.new_draft_id()
    drafting.save(desk, draft, BY, "H'Hen Niê", b"{}")

    dossier = inbox.accept(desk, SUBMISSION, by=BY, request=put_right, draft_id=draft)

    assert dossier.intake.owner.name == "H'Hen Niê Kđăm"
    assert dossier.submitted_at == arrived.submitted_at
    assert inbox.settled(desk)[0].arrived == arrived
    assert drafting.of_login(desk, BY) == []


def test_a_submission_is_answered_once(commune, desk):
    submitted(commune, desk)
    dossier = inbox.refuse(desk, SUBMISSION, reason="Không thuộc thẩm quyền", by=BY)

    for act in (
        lambda: inbox.accept(desk, SUBMISSION, by=BY),
        lambda: inbox.guide(desk, SUBMISSION, wanted=["Tờ khai"], reason="thiếu", by=BY),
    ):
        with pytest.raises(RuleViolation, match=dossier.reference):
            act()
    assert len(desk.database.rows("SELECT * FROM dossier")) == 1


def test_a_reason_is_owed(commune, desk):
    submitted(commune, desk)

    with pytest.raises(RuleViolation, match="lý do"):
        inbox.refuse(desk, SUBMISSION, reason=" ", by=BY)
    with pytest.raises(RuleViolation, match="bổ sung gì"):
        inbox.guide(desk, SUBMISSION, wanted=[" "], reason="thiếu", by=BY)


def test_a_moment_that_no_calendar_knows_is_due_at_once(commune, desk):
    submitted(commune, desk, submitted_at=commune.clock().replace(year=1990))
    settle(commune, desk)

    [waiting] = inbox.waiting(desk)

    assert waiting.is_overdue
    assert inbox.accept(desk, SUBMISSION, by=BY).submitted_at is None
