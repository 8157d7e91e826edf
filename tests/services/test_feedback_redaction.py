"""Feedback is kept as long as the office set; blanked, no file tells who gave it any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from at_the_counter import BY, asking
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Address, Party
from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.events import AccountChanged
from reception.domain.list_frame import Period
from reception.services import (
    access,
    audit,
    drafting,
    feedback,
    feedback_papers,
    feedback_redaction,
    feedback_retention,
    finishing,
    intake,
    list_out,
    redaction,
    retention,
    safekeeping,
    waiting_lists_out,
)
from reception.services.audit import AuditQuery
from reception.services.feedback import FeedbackRequest
from reception.storage.program_mark import nothing_unscrubbed

SENDER = Party(
    "Giàng Thị Dợ",
    phone="0398765432",
    email="dogt@xa.example",
    address=Address(line="Bản Huổi Hộc"),
)
TELLING = ("Giàng Thị Dợ", "giang thi do", "0398765432", "dogt@", "Huổi Hộc", "con trai tôi")
SAID = FeedbackRequest("Bảng niêm yết cao, con trai tôi cũng nói", sender=SENDER, field="Hộ tịch")
DECIDED = {"decision": "QĐ 12/2026", "decided_by": "Chủ tịch Lò Văn A"}


@pytest.fixture
def answered(desk):
    taken = feedback.receive(desk, SAID, by=BY).feedback_id
    feedback.answer(desk, taken, "Bà Giàng Thị Dợ nói đúng", by=BY)
    feedback.publish(desk, taken, "Bảng treo cao", "Đã hạ bảng", by=BY)
    return taken


def redact(desk, taken, ground=RedactionGround.DECISION, by=BY):
    return feedback_redaction.redact(desk, taken, ground, **DECIDED, by=by)


def telling(folder):
    """What the folder's files still tell of the person, in any of them, deleted or not."""
    content = b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [text for text in TELLING if text.encode() in content]


def test_nothing_of_who_gave_it_is_left_in_any_file_or_list(
    desk, clock, folder, answered, tmp_path
):
    other = feedback.receive(desk, replace(SAID, text="Sân lầy", sender=None), by=BY)
    typed = b'{"owner":{"name":"Gi\xc3\xa0ng Th\xe1\xbb\x8b D\xe1\xbb\xa3","phone":"0398765432"}}'
    drafting.save(desk, f"feedback:{BY}:{answered}:publish", BY, "Bảng niêm yết cao", typed)
    (folder / "papers").mkdir(exist_ok=True)
    desk.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    assert set(telling(folder)) >= {"Giàng Thị Dợ", "giang thi do", "0398765432", "con trai tôi"}

    redact(desk, answered)

    assert nothing_unscrubbed(desk.database)
    assert telling(folder) == []
    assert [row.feedback_id for row in feedback.find(desk, "lay")] == [other.feedback_id]
    assert [feedback.find(desk, text) for text in ("giang do", "0398", "con trai")] == [[]] * 3
    list_out.write(waiting_lists_out.feedback(feedback.find(desk)), tmp_path / "ra.csv")
    assert not any(text.encode() in (tmp_path / "ra.csv").read_bytes() for text in TELLING)
    day = clock().date()
    told = feedback_papers.volume(desk, "feedback-list", Period(day, day), by=BY)
    assert not any(text in repr(told.rows) for text in TELLING)
    assert feedback_papers.report(desk, Period(day, day)).told.total.published == 1
    assert safekeeping.verify(desk).whole
    safekeeping.rebuild(desk)
    assert telling(folder) == []


def test_only_who_signs_may(desk, clock, answered):
    with desk.store.writing():
        account = Account("hoa", "Lò Thị Hoa", Role.CLERK)
        desk.store.record_reference(AccountChanged(account), at=clock(), by=BY)

    with pytest.raises(RuleViolation) as refused:
        redact(desk, answered, by="hoa")
    assert refused.value.code == "not-allowed"


def test_no_law_names_a_period_so_nothing_is_proposed_until_the_office_sets_one(
    desk, clock, answered
):
    rule = feedback_retention.ruling(desk)
    assert (rule.years, rule.confidence) == (None, "none")
    clock.at = clock.at.replace(year=2099)
    desk.reload()
    assert list(feedback_retention.due(desk, clock().date())) == []
    with pytest.raises(RuleViolation) as refused:
        redact(desk, answered, RedactionGround.RETENTION_OVER)
    assert refused.value.code == "retention-not-over"


def test_what_is_due_is_proposed_and_nothing_goes_by_itself(desk, clock, answered):
    feedback.receive(desk, SAID, by=BY)  # still open, so never due
    feedback_retention.keep_for(desk, 5, 'QĐ 7/2026 về "lưu"', by=BY)
    ended_on = clock().date()
    over_on = ended_on.replace(year=ended_on.year + 5)

    assert list(feedback_retention.due(desk, over_on - timedelta(days=1))) == []
    [due] = feedback_retention.due(desk, over_on)

    assert (due.feedback_id, due.ended_on) == (answered, ended_on)
    assert due.retention.rule.source == 'QĐ 7/2026 về "lưu"'
    assert due.retention.rule.confidence == "office"
    assert feedback.find(desk, "giang do")
    clock.at = clock.at.replace(year=clock.at.year + 5)
    desk.reload()
    redact(desk, answered, RedactionGround.RETENTION_OVER)
    assert list(feedback_retention.due(desk, over_on)) == []


def test_what_the_office_set_last_rules_and_what_it_wrote_of_dossiers_stays(desk, answered):
    own = retention.own_file(desk)
    own.write_text('# xã\n[[rule]]\nyears = 9\nvalid_from = 2020-01-01\nsource = "a"\n'
                   'confidence = "office"', "utf-8")  # fmt: skip
    feedback_retention.keep_for(desk, 5, "QĐ 7", by=BY)
    feedback_retention.keep_for(desk, 3, "QĐ 8", by=BY)

    assert feedback_retention.ruling(desk).years == 3
    assert 9 in {rule.years for rule in retention.rules(desk)}
    assert own.read_text("utf-8").startswith("# xã\n[[rule]]")


@pytest.mark.parametrize(
    ("years", "decision", "field"),
    [(0, "QĐ 7", "years"), (71, "QĐ 7", "years"), (5, " ", "decision")],
)
def test_a_period_is_set_by_a_decision(desk, years, decision, field):
    with pytest.raises(RuleViolation) as refused:
        feedback_retention.keep_for(desk, years, decision, by=BY)
    assert refused.value.field == field
    assert not retention.own_file(desk).exists()


@pytest.fixture
def over(desk):
    dossier = intake.register(desk, asking("Giàng Thị Dợ"), by=BY)
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    return finishing.hand_over(desk, dossier.dossier_id, by=BY)


def test_feedback_that_names_a_dossier_is_told_and_goes_with_it(desk, folder, over):
    named = feedback.receive(desk, replace(SAID, dossier=over.code), by=BY).feedback_id
    also = replace(SAID, text=f"xem {over.code.lower()}, con trai tôi nói")
    in_words = feedback.receive(desk, also, by=BY).feedback_id
    feedback.receive(desk, SAID, by=BY)
    found = feedback_redaction.naming(desk, over.reference)
    assert [one.feedback_id for one in found] == [named, in_words]
    words = feedback_redaction.naming_words(over.reference, found)
    assert "0001/2026/PAKN, 0002/2026/PAKN" in words
    feedback.answer(desk, named, "Đã xem", by=BY)

    redaction.redact(
        desk, over.dossier_id, RedactionGround.DECISION, **DECIDED, by=BY, with_feedback=[named]
    )

    assert feedback.opened(desk, named).feedback.redactions
    [left] = feedback_redaction.naming(desk, over.reference)
    assert left.feedback_id == in_words
    assert safekeeping.verify(desk).whole


def test_where_feedback_cannot_go_yet_the_dossier_does_not_go_either(desk, over):
    named = feedback.receive(desk, replace(SAID, dossier=over.code), by=BY).feedback_id

    with pytest.raises(RuleViolation) as refused:
        redaction.redact(
            desk, over.dossier_id, RedactionGround.DECISION, **DECIDED, by=BY,
            with_feedback=[named],
        )  # fmt: skip

    assert refused.value.code == "feedback-act-impossible"
    assert not desk.store.dossier(over.dossier_id).redactions


def test_opening_it_stands_in_the_record_of_access(desk, clock, answered):
    clock.at += timedelta(minutes=1)
    access.note_feedback_seen(desk, answered, by="hoa")
    day = Period(clock().date(), clock().date())

    [seen] = audit.read(desk, AuditQuery(day, login="hoa"), by=BY)
    of_one = audit.read(desk, AuditQuery(day, code="0001/2026/pakn"), by=BY)

    assert (seen.what, seen.reference) == ("Mở xem phản ánh, kiến nghị", "0001/2026/PAKN")
    assert (seen.dossier_id, seen.feedback_id) == ("", answered)
    assert [line.login for line in of_one] == ["hoa", BY, BY, BY]
    assert safekeeping.verify(desk).whole
