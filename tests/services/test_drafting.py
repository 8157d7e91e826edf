"""Half-typed intakes survive whatever happens, until they are received or thrown away."""

from __future__ import annotations

from at_the_counter import clock_at
from reception.services import drafting, safekeeping
from reception.services.desk import open_desk


def test_a_draft_survives_a_crash_and_is_its_clerks_own(desk, folder, clock):
    first, second = drafting.new_draft_id(), drafting.new_draft_id()
    drafting.save(desk, first, "maylt", "Lò", b'{"name": "L"}')
    clock.set_to("2026-03-10T09:01")
    drafting.save(desk, second, "maylt", "Vàng", b"{}")
    clock.set_to("2026-03-10T09:02")
    drafting.save(desk, first, "maylt", "Lò Thị Mây", b'{"name": "M\xc3\xa2y"}')
    drafting.save(desk, drafting.new_draft_id(), "hacl", "Khác", b"")

    # Nothing was closed: as after a crash.
    again = open_desk(folder, clock_at())
    drafts = drafting.of_login(again, "maylt")

    assert [(draft.draft_id, draft.title) for draft in drafts] == [
        (first, "Lò Thị Mây"),
        (second, "Vàng"),
    ]
    assert drafts[0].body == b'{"name": "M\xc3\xa2y"}'
    assert drafts[0].saved_at == clock.at
    again.close()


def test_drafts_are_no_events_and_outlast_a_rebuild(desk):
    events = desk.store.journal.count()
    drafting.save(desk, "một", "maylt", "Lò", b"{}")
    safekeeping.rebuild(desk)

    assert desk.store.journal.count() == events
    assert len(drafting.of_login(desk, "maylt")) == 1
    drafting.discard(desk, "một")
    assert drafting.of_login(desk, "maylt") == []
