"""A person's particulars are blanked by law: nothing of them is left, and the chain verifies."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PIL import Image

from at_the_counter import BIRTH, BY, asking
from reception.domain.applicant import Address, Party
from reception.domain.certification import CertificationKind
from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.list_frame import Period
from reception.domain.redaction import GONE
from reception.paths import PAPERS_FOLDER
from reception.services import (
    drafting,
    finishing,
    forms,
    intake,
    lookup,
    mending,
    paperwork,
    print_log,
    redaction,
    retention,
    safekeeping,
    scans,
)
from reception.services.desk import open_desk
from reception.services.print_log import LogQuery
from reception.storage.program_mark import nothing_unscrubbed

NAME, NUMBER, PHONE = "Giàng Thị Mỷ Pó", "011190004321", "0987123456"
PERSON = Party(
    NAME,
    identity=NUMBER,
    phone=PHONE,
    email="my.po@example.vn",
    born="07/08/1990",
    address=Address(line="Bản Huổi Luông", commune="Xã Mường Lay"),
)
TELLING = (
    NAME,
    "Giang Thi My Po",
    "giang thi my po",
    NUMBER,
    PHONE,
    "my.po@",
    "Huổi Luông",
    "4321",
)
DECIDED = {"decision": "QĐ 12/2026", "decided_by": "Chủ tịch Lò Văn A"}


def picture() -> bytes:
    target = io.BytesIO()
    Image.new("L", (60, 80), 77).save(target, "PNG")
    return target.getvalue()


def over(desk, clock):
    """A dossier with all that can tell of a person, handed over."""
    request = replace(
        asking(NAME), owner=PERSON, notes=f"gọi {NAME} trước", request=f"cho con của {NAME}"
    )
    dossier = intake.register(desk, request, by=BY)
    one = dossier.dossier_id
    scans.attach(desk, one, picture(), f"to-khai {NAME}.png", by=BY)
    paperwork.issue(desk, one, forms.RECEIPT, by=BY)
    clock.at += timedelta(minutes=1)
    right = replace(request, owner=replace(PERSON, born="07/08/1991"))
    mending.correct(desk, one, right, reason=f"{NAME} báo lại", by=BY)
    finishing.record_result(desk, one, by=BY, result=f"Giấy khai sinh con của {NAME}")
    return finishing.hand_over(desk, one, by=BY, recipient=NAME, identity=NUMBER)


def redact(desk, dossier, ground=RedactionGround.DECISION, **more):
    told = DECIDED | more
    return redaction.redact(desk, dossier.dossier_id, ground, by="quantri", **told)


def bytes_of(folder):
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def telling(folder):
    """What the folder's files still tell of the person, in any of them, deleted or not."""
    content = bytes_of(folder)
    found = [text for text in TELLING if text.encode() in content]
    return found + (["scan"] if picture()[20:60] in content else [])


def test_nothing_of_a_person_is_left_in_any_file(desk, clock, folder):
    other = intake.register(desk, asking("Vàng A Lử"), by=BY)
    dossier = over(desk, clock)
    assert set(telling(folder)) >= {NAME, NUMBER, PHONE, "Huổi Luông"}
    redact(desk, dossier)
    assert nothing_unscrubbed(desk.database)
    assert telling(folder) == []
    assert lookup.search(desk, "Vàng A Lử")[0].dossier_id == other.dossier_id


def test_the_register_is_whole_and_its_lists_can_be_made_anew(desk, clock):
    dossier = over(desk, clock)
    redact(desk, dossier)
    assert safekeeping.verify(desk).faults == ()
    safekeeping.rebuild(desk)
    assert safekeeping.verify(desk).faults == ()


def test_code_moments_procedure_and_printings_stay(desk, clock):
    before = over(desk, clock)
    after = redact(desk, before)
    assert (after.code, after.opened_at, after.due_at) == (
        before.code, before.opened_at, before.due_at,
    )  # fmt: skip
    assert after.intake.procedure == before.intake.procedure
    assert after.state is before.state
    assert after.intake.owner == Party(GONE)
    assert after.scans == ()
    assert (after.intake.notes, after.result, after.handover.recipient) == ("", "", "")
    today = desk.now().date()
    page = print_log.read(desk, LogQuery(Period(today, today)))
    assert [(line.reference, line.owner) for line in page.printings] == [(before.code, GONE)]


def test_neither_name_nor_number_finds_it_any_more(desk, clock):
    dossier = over(desk, clock)
    redact(desk, dossier)
    assert [lookup.search(desk, text) for text in (NAME, NUMBER, "4321", PHONE)] == [[]] * 4
    assert lookup.search(desk, dossier.code)[0].dossier_id == dossier.dossier_id


def test_what_is_half_typed_for_the_person_goes_and_nothing_else_does(desk, clock, folder):
    dossier = over(desk, clock)
    typed = {
        "same": f'{{"owner":{{"name":"Giàng","identity":"{NUMBER}"}},"notes":"{NAME}"}}',
        "namesake": f'{{"owner":{{"name":"{NAME}","identity":"011190009999"}}}}',
        "feedback": f'{{"owner":{{"name":"{NAME}","phone":"0987 123 456"}}}}',
        "other": '{"owner":{"name":"Vàng A Lử","phone":"0987 123 456"}}',
        "older": "no form of this version",
    }
    for draft, body in typed.items():
        drafting.save(desk, draft, BY, "", body.encode())
    redact(desk, dossier)
    left = {draft.draft_id for draft in drafting.of_login(desk, BY)}
    assert left == {"namesake", "other", "older"}
    assert NUMBER.encode() not in bytes_of(folder)


def test_papers_that_no_printer_took_go_with_their_dossier(desk, clock, folder):
    dossier = over(desk, clock)
    other = intake.register(desk, asking("Vàng A Lử"), by=BY)
    papers = folder / PAPERS_FOLDER
    papers.mkdir()
    for name in (dossier.code, dossier.dossier_id, other.code):
        (papers / f"{name}-giay-hen.pdf").write_bytes(b"%PDF")
    redact(desk, dossier)
    assert [file.name for file in papers.iterdir()] == [f"{other.code}-giay-hen.pdf"]


def test_a_body_that_is_not_as_the_act_tells_is_named(desk, clock):
    dossier = over(desk, clock)
    redact(desk, dossier)
    with desk.store.writing():
        desk.database.run(
            "UPDATE event SET body = replace(body, :gone, 'X') WHERE kind = 'dossier.received'",
            gone=GONE,
        )
    assert "altered" in {fault.code for fault in safekeeping.verify(desk).faults}


def test_only_a_dossier_that_is_over_by_a_decision_and_a_leader(desk, clock):
    open_one = intake.register(desk, asking(), by=BY)
    dossier = over(desk, clock)
    refusals = []
    for wanted, more in (
        (open_one, {}),
        (dossier, {"decision": " "}),
        (dossier, {"ground": RedactionGround.RETENTION_OVER}),
    ):
        with pytest.raises(RuleViolation) as refused:
            redact(desk, wanted, **more)
        refusals.append(refused.value.code)
    assert refusals == ["act-not-allowed", "decision-missing", "retention-not-over"]
    assert lookup.search(desk, NAME)


def test_nothing_else_can_be_done_with_it_then(desk, clock):
    dossier = redact(desk, over(desk, clock))
    with pytest.raises(RuleViolation) as refused:
        finishing.settle_fee(desk, dossier.dossier_id, by=BY, amount_vnd=5000)
    assert refused.value.code == "redacted"
    with pytest.raises(RuleViolation) as twice:
        redact(desk, dossier)
    assert twice.value.code == "nothing-to-redact"


def test_what_a_busy_register_left_is_scrubbed_at_the_next_opening(desk, clock, folder):
    dossier = over(desk, clock)
    reader = desk.database.another()
    reader.run("BEGIN")
    reader.rows("SELECT count(*) FROM event")
    redact(desk, dossier)
    assert not nothing_unscrubbed(desk.database)
    reader.run("COMMIT")
    reader.close()
    open_desk(folder, clock).close()
    assert nothing_unscrubbed(desk.database)
    assert telling(folder) == []


def test_retention_lists_what_is_due_and_touches_nothing(desk, clock):
    dossier = over(desk, clock)
    (desk.database.path.parent / retention.OWN_FILE).write_text(
        '[[rule]]\nyears = 5\nvalid_from = 2020-01-01\nsource = "QĐ 9/2026"\n'
        'confidence = "office"\n',
        "utf-8",
    )
    day = desk.now().date()
    assert list(retention.due(desk, day.replace(year=day.year + 5) - timedelta(days=1))) == []
    [due] = retention.due(desk, day.replace(year=day.year + 5))
    assert (due.reference, due.retention.rule.source) == (dossier.code, "QĐ 9/2026")
    assert lookup.search(desk, NAME)
    clock.at = clock.at.replace(year=clock.at.year + 5) + timedelta(days=1)
    desk.reload()
    redact(desk, dossier, RedactionGround.RETENTION_OVER)
    assert list(retention.due(desk, desk.now().date())) == []


def test_without_a_rule_particulars_are_kept_for_good(desk):
    [default] = [rule for rule in retention.rules(desk) if not (rule.field or rule.certified)]
    assert default.years is None
    years = {rule.certified: rule.years for rule in retention.rules(desk) if rule.certified}
    assert years == {CertificationKind.SIGNATURE: 2, CertificationKind.CONTRACT: 20}
    assert list(retention.due(desk, date(2100, 1, 1))) == []


@pytest.mark.parametrize("written", ["years = ", "years = 5", "[[rules]]\nyears = 5"])
def test_a_file_of_rules_that_cannot_be_read_is_told(desk, written):
    (desk.database.path.parent / retention.OWN_FILE).write_text(written, "utf-8")
    with pytest.raises(RuleViolation, match=r"retention\.toml"):
        retention.rules(desk)


def test_a_scan_that_another_dossier_has_too_stays(desk, clock):
    other = intake.register(desk, asking("Vàng A Lử", BIRTH), by=BY)
    scans.attach(desk, other.dossier_id, picture(), "giay.png", by=BY)
    redact(desk, over(desk, clock))
    [kept] = desk.store.dossier(other.dossier_id).scans
    assert scans.read(desk, kept)


def test_a_destroyed_scan_is_not_missed(desk, clock):
    dossier = over(desk, clock)
    [scan] = dossier.scans
    redact(desk, dossier)
    with pytest.raises(Trouble):
        scans.read(desk, scan)
    assert scans.known(desk) == []
