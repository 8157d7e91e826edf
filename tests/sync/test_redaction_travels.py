"""A redaction reaches the server and every desk, whenever they come, and blanks there, too."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from at_the_counter import BY, asking
from ends import AGENCY, received
from hubs import Hub, another_ledger
from reception.domain import chain
from reception.domain.applicant import Party
from reception.domain.closing_events import BlankedBody, Redacted, RedactionGround
from reception.domain.redaction import GONE
from reception.services import (
    drafting,
    finishing,
    folding,
    inspection,
    intake,
    redaction,
    safekeeping,
    scans,
    server_scrub,
)
from reception.storage.program_mark import nothing_unscrubbed
from sent_down import settle

NAME, NUMBER = "Giàng Thị Mỷ Pó", "011190004321"


@pytest.fixture
def two(commune):
    return commune.desk(0), commune.desk(1)


def over(desk):
    request = replace(asking(NAME), owner=Party(NAME, identity=NUMBER))
    dossier = intake.register(desk, request, by=BY)
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    return finishing.hand_over(desk, dossier.dossier_id, by=BY, recipient=NAME)


def redact(desk, dossier):
    return redaction.redact(
        desk, dossier.dossier_id, RedactionGround.DECISION,
        decision="QĐ 12/2026", decided_by="Lò Văn A", by=BY,
    )  # fmt: skip


def picture():
    target = io.BytesIO()
    Image.new("L", (60, 80), 77).save(target, "PNG")
    return target.getvalue()


def test_scans_go_at_every_desk_and_at_the_server(commune, two):
    here, there = two
    dossier = over(here)
    scans.attach(here, dossier.dossier_id, picture(), "to-khai.png", by=BY)
    settle(commune, here, there)
    folders = (commune.scans, scans.folder_of(here), scans.folder_of(there))
    assert [count_files(folder) for folder in folders] == [1, 1, 1]
    redact(here, dossier)
    settle(commune, here, there)
    assert told_above(commune) == ([], [])
    assert server_scrub.destroy_scans(commune.ledger, commune.scans) == 1
    assert [count_files(folder) for folder in folders] == [0, 0, 0]
    settle(commune, here, there)
    assert [count_files(folder) for folder in folders] == [0, 0, 0]


def count_files(folder):
    return sum(path.is_file() for path in folder.rglob("*"))


def test_the_server_proves_a_blanked_event(commune, two):
    here, _there = two
    dossier = over(here)
    redact(here, dossier)
    settle(commune, here)
    told_above(commune)
    with commune.ledger.reading() as work:
        events = work.events_of(AGENCY, [dossier.dossier_id], 1 << 62)[dossier.dossier_id]
        assert all(inspection.prove(work, AGENCY, event).body for event in events)
        forged = replace(events[0], body=events[0].body.replace(GONE.encode(), b"X"))
        assert not inspection.prove(work, AGENCY, forged).body


def told_at(desk):
    rows = desk.database.rows("SELECT header, body FROM event")
    return [text for text in (NAME, NUMBER) if any(text.encode() in b"".join(row) for row in rows)]


def told_above(commune):
    folding.fold(commune.ledger, AGENCY, commune.clock)
    with commune.ledger.reading() as work:
        log = work.page(AGENCY, 0, limit=10**6, max_bytes=1 << 40)
        aside = work.quarantined(AGENCY)
    found = [t for t in (NAME, NUMBER) if any(t.encode() in event.body for event in log)]
    return found, [one.code for one in aside]


def test_it_blanks_at_the_server_and_at_the_other_desk(commune, two):
    here, there = two
    dossier = over(here)
    settle(commune, here, there)
    assert told_at(there) == [NAME, NUMBER]
    redact(here, dossier)
    settle(commune, here, there)
    assert told_above(commune) == ([], [])
    for desk in two:
        assert told_at(desk) == []
        assert safekeeping.verify(desk).faults == ()
        assert nothing_unscrubbed(desk.database)
        assert desk.store.dossier(dossier.dossier_id).intake.owner == Party(GONE)


def test_what_was_never_sent_before_goes_up_blanked(commune, two):
    here, there = two
    dossier = redact(here, over(here))
    settle(commune, here, there)
    assert told_above(commune) == ([], [])
    assert safekeeping.verify(there).faults == ()
    assert there.store.dossier(dossier.dossier_id).code == dossier.code


def test_a_desk_that_comes_later_gets_it_blanked_and_whole(commune, two):
    here, _there = two
    dossier = over(here)
    settle(commune, here)
    redact(here, dossier)
    settle(commune, here)
    told_above(commune)
    later = commune.desk(2)
    settle(commune, later)
    assert told_at(later) == []
    assert safekeeping.verify(later).faults == ()
    assert later.store.dossier(dossier.dossier_id).intake.owner == Party(GONE)


def test_desks_go_on_exchanging_whichever_end_is_blanked_first(commune, two):
    here, there = two
    dossier = over(here)
    settle(commune, here, there)
    redact(there, dossier)
    commune.exchange(there)
    assert told_above(commune) == ([], [])
    received(here, "Vàng A Lử")  # packed like its last events, which only this desk has whole
    commune.exchange(here)
    assert told_at(here) == []
    received(here, "Lò Thị Lan")
    assert commune.exchange(here).sent == 1


def test_a_hub_hands_on_what_the_server_above_holds_blanked(commune, ready_file, tmp_path):
    hub = Hub(another_ledger(ready_file, tmp_path / "hub" / "ledger.db"), tmp_path / "hub", commune)
    inside, outside = hub.desk(0), commune.desk(1)
    dossier = over(inside)
    for _ in range(2):
        hub.exchange(inside)
        hub.relay()
        commune.exchange(outside)
    redact(outside, dossier)
    commune.exchange(outside)
    assert told_above(commune) == ([], [])

    received(inside, "Vàng A Lử")  # packed like its last events, which only the hub has whole
    hub.exchange(inside)
    hub.relay()
    commune.exchange(outside)

    assert safekeeping.verify(outside).faults == ()
    assert outside.database.row("SELECT 1 FROM dossier WHERE owner = 'Vàng A Lử'")
    hub.close()


def test_a_redaction_that_tells_more_than_blanks_changes_nothing(commune, two):
    here, there = two
    dossier = over(here)
    settle(commune, here, there)
    [first, *_rest] = here.store.journal.of_entity(dossier.dossier_id)
    forged = first.body.replace(NAME.encode(), "Kẻ khác".encode())
    body = BlankedBody(first.envelope().id, forged.decode())
    event = Redacted(here.now(), RedactionGround.DECISION, "QĐ", "A", (body,))
    with here.store.writing():
        here.store.record(dossier.dossier_id, event, at=here.now(), by=BY)
    settle(commune, here, there)
    assert told_above(commune)[0] == [NAME, NUMBER]
    assert there.store.dossier(dossier.dossier_id).intake.owner.name == NAME
    assert chain.body_matches(first.envelope(), first.body)


def test_what_is_half_typed_at_another_desk_goes_there_too(commune, two):
    here, there = two
    dossier = over(here)
    settle(commune, here, there)
    for draft, identity in (("same", NUMBER), ("other", "011190009999")):
        body = f'{{"owner":{{"name":"{NAME}","identity":"{identity}"}}}}'
        drafting.save(there, draft, BY, "", body.encode())
    redact(here, dossier)
    settle(commune, here, there)
    assert [draft.draft_id for draft in drafting.of_login(there, BY)] == ["other"]
