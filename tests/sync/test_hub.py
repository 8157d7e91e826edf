"""A commune's hub: desks see each other without the line above, and nothing is lost with it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

import pytest

from at_the_counter import BY
from ends import AGENCY, cut_after, lists_of, received
from handed_in import handed_in, picture
from hubs import Hub, another_ledger, copy_of, move, served
from reception.services import finishing, safekeeping, scans
from reception.services.desk import Desk
from reception.services.packs import release
from reception.storage import pack_rows
from reception.storage.ledger.rows import DeviceKind
from reception.storage.pack_rows import PackState
from reception.sync import messages
from reception.sync.enrolling import HUB_SLOT, invite
from reception.sync.joining_above import HubWish, join_above
from reception.sync.line import Caller, LineDown, RefusedBy
from reception.sync.messages import IntroducedLine, Introduction, IntroductionAnswer
from reception.sync.signatures import to_text
from sent_down import pack, submitted
from sync.test_scans_travel import a_scan


@pytest.fixture
def hub(commune, ready_file, tmp_path):
    """A hub of the commune, with two desks yet to come."""
    made = Hub(
        another_ledger(ready_file, tmp_path / "hub" / "ledger.db"), tmp_path / "hub", commune
    )
    yield made
    made.close()


def settle(hub: Hub, *, hubs: tuple[Desk, ...], uppers: tuple[Desk, ...] = ()) -> None:
    """Everybody exchanges and the hub relays until everybody has everything."""
    for _ in range(2):
        for desk in hubs:
            hub.exchange(desk)
        for desk in uppers:
            hub.upper.exchange(desk)
        hub.relay()


def agreed(hub: Hub, *desks: Desk) -> None:
    """Both logs hold the same, once, and so do the desks, which list the same."""
    agreed_logs(hub)
    for desk in desks:
        rows = desk.database.rows("SELECT device, epoch, seq, header, body FROM event")
        assert sorted(rows) == sorted(served(hub))
        assert lists_of(desk) == lists_of(desks[0])
        assert safekeeping.verify(desk).faults == ()


def agreed_logs(hub: Hub) -> None:
    """Both logs hold the same, once."""
    ours, theirs = served(hub), served(hub.upper)
    assert sorted(ours) == sorted(theirs)
    assert len(set(ours)) == len(ours)


def test_desks_of_a_hub_see_each_other_without_the_line_above(hub):
    first, second = hub.desk(0), hub.desk(1)
    dossier = received(first)

    hub.exchange(first)
    hub.exchange(second)

    assert second.store.dossier(dossier.dossier_id) == first.store.dossier(dossier.dossier_id)
    assert served(hub.upper) == []


def test_what_a_hub_relays_all_desks_of_the_commune_see(hub):
    first, second, third = hub.desk(0), hub.desk(1), hub.upper.desk(2)
    for desk in (first, second, third):
        received(desk)
    finishing.record_result(first, received(first).dossier_id, by=BY)

    settle(hub, hubs=(first, second), uppers=(third,))
    settle(hub, hubs=(first, second), uppers=(third,))

    agreed(hub, first, second, third)
    with hub.upper.ledger.reading() as work:
        kinds = {device.slot: device.kind for device in work.devices(AGENCY)}
    assert kinds == {
        -1: DeviceKind.HUB, 0: DeviceKind.ELSEWHERE, 1: DeviceKind.ELSEWHERE, 2: DeviceKind.DESK,
    }  # fmt: skip


def seen_above(hub: Hub) -> dict[int, datetime | None]:
    """When each desk was last heard of, as the server above has it."""
    with hub.upper.ledger.reading() as work:
        return {device.slot: device.last_seen_at for device in work.devices(AGENCY)}


def test_the_server_above_knows_when_the_hub_last_heard_of_its_desks(hub):
    first, second = hub.desk(0), hub.desk(1)
    settle(hub, hubs=(first, second))
    hub.clock.at += timedelta(hours=30)
    hub.exchange(first)
    hub.upper.clock.at = hub.clock() + timedelta(hours=1)  # which of them is wrong is no matter

    outcome = hub.relay()

    ago = [hub.upper.clock() - seen_above(hub)[slot] for slot in (0, 1)]
    assert outcome.sent == 0
    assert ago == [timedelta(), timedelta(hours=30)]


def test_a_desk_that_was_shut_out_at_the_hub_numbers_nothing_above(hub):
    desk = hub.desk(0)
    settle(hub, hubs=(desk,))
    with hub.ledger.writing() as work:
        work.revoke(desk.store.journal.device.device, hub.clock())

    hub.relay()

    assert 0 not in seen_above(hub)
    assert hub.upper.desk(0)


def test_the_desks_batches_keep_their_order(hub):
    first, second = hub.desk(0), hub.desk(1)
    for desk in (first, second, first, second, first):
        received(desk)
        hub.exchange(desk)

    hub.relay()

    assert served(hub.upper) == served(hub)


def test_relaying_again_carries_nothing(hub):
    desk, other = hub.desk(0), hub.upper.desk(1)
    received(desk)
    settle(hub, hubs=(desk,), uppers=(other,))

    outcome = hub.relay()

    assert (outcome.sent, outcome.received, outcome.introduced) == (0, 0, 0)
    assert outcome.position == len(served(hub.upper))
    assert not outcome.held_up


@pytest.mark.parametrize("most", [1, 500])
def test_relaying_cut_anywhere_goes_on_where_it_was(hub, most):
    desk, other = hub.desk(0), hub.upper.desk(1)
    for requests in range(9):
        for server, one in ((hub, desk), (hub.upper, other), (hub, desk)):
            received(one)
            server.exchange(one)
        with suppress(LineDown):
            hub.relay(hub.upper.line(cut_after(requests)), most=most)

    settle(hub, hubs=(desk,), uppers=(other,))
    agreed(hub, desk, other)


def test_every_request_of_a_relay_may_come_again(hub):
    desk, other = hub.desk(0), hub.upper.desk(1)
    received(desk)
    received(other)
    hub.exchange(desk)
    hub.upper.exchange(other)
    line = hub.upper.line()
    hub.relay(line)

    for request in line.travelled * 2:
        hub.upper.gate.answer(request)
    received(desk)
    settle(hub, hubs=(desk,), uppers=(other,))

    agreed(hub, desk, other)


def test_a_batch_that_is_larger_than_a_page_comes_down_whole(hub):
    desk, other = hub.desk(0), hub.upper.desk(1)
    for _ in range(5):
        received(other)
    hub.upper.exchange(other)

    outcome = hub.relay(most=1)

    assert outcome.received == len(served(hub)) == len(served(hub.upper))
    settle(hub, hubs=(desk,), uppers=(other,))
    agreed(hub, desk, other)


def test_a_hub_that_came_back_from_a_copy_gets_everything_again(hub, tmp_path):
    first, second, other = hub.desk(0), hub.desk(1), hub.upper.desk(2)
    settle(hub, hubs=(first, second), uppers=(other,))
    copy = copy_of(tmp_path / "hub" / "ledger.db", tmp_path / "hub-truoc.db")
    for desk in (first, other):
        received(desk)
    settle(hub, hubs=(first, second), uppers=(other,))
    received(second)
    hub.exchange(second)

    hub.restore_server(copy)
    received(first)
    settle(hub, hubs=(first, second), uppers=(other,))

    agreed(hub, first, second, other)


def test_an_upper_server_that_came_back_from_a_copy_gets_everything_again(hub, tmp_path):
    first, other = hub.desk(0), hub.upper.desk(2)
    received(first)
    settle(hub, hubs=(first,), uppers=(other,))
    copy = copy_of(tmp_path / "ledger.db", tmp_path / "truoc.db")
    second = hub.desk(1)
    for desk in (first, second, other):
        received(desk)
    settle(hub, hubs=(first, second), uppers=(other,))

    hub.upper.restore_server(copy)
    received(second)
    hub.exchange(second)
    outcome = hub.relay()
    settle(hub, hubs=(first, second), uppers=(other,))

    assert outcome.restored
    assert outcome.introduced == 1
    agreed(hub, first, second, other)


def test_a_revoked_hub_is_refused_and_its_desks_go_on(hub):
    first, second = hub.desk(0), hub.desk(1)
    received(first)
    hub.exchange(first)
    with hub.ledger.reading() as work:
        device = work.above().device
    with hub.upper.ledger.writing() as work:
        work.revoke(device, hub.clock())

    with pytest.raises(RefusedBy) as refusal:
        hub.relay()

    assert refusal.value.code == "revoked"
    hub.exchange(second)
    assert lists_of(second) == lists_of(first)
    hub.join()
    hub.relay()
    assert served(hub.upper) == served(hub)


def a_caller(desk: Desk, commune) -> Caller:
    [key] = desk.database.row("SELECT private_key FROM device WHERE own = 1")
    return Caller(commune.line(), desk.store.journal.device.device, key)


def test_a_desk_cannot_introduce_devices(hub):
    desk = hub.upper.desk(0)
    line = IntroducedLine("moi", 5, "Quầy 5", to_text(b"p" * 32), "")

    with pytest.raises(RefusedBy) as refusal:
        a_caller(desk, hub.upper).json(
            "POST",
            f"/v1/communes/{AGENCY}/devices",
            IntroductionAnswer,
            messages.write(Introduction([line])),
        )

    assert (refusal.value.status, refusal.value.code) == (403, "not-a-hub")


def test_who_was_only_introduced_is_not_let_in(hub):
    desk = hub.desk(0)
    received(desk)
    settle(hub, hubs=(desk,))

    with pytest.raises(RefusedBy) as refusal:
        a_caller(desk, hub.upper).bytes("GET", f"/v1/communes/{AGENCY}/devices")

    assert (refusal.value.status, refusal.value.code) == (401, "unknown-device")


def test_a_taken_slot_holds_up_that_desk_alone(hub):
    first, second, other = hub.desk(0), hub.desk(1), hub.upper.desk(0, name="Quầy ở trên")
    for desk in (first, second, other):
        received(desk)
    hub.upper.exchange(other)
    hub.exchange(first)
    hub.exchange(second)

    outcome = hub.relay()

    device = first.store.journal.device.device
    assert outcome.held_up == {(device, 1): "slot-taken"}
    assert outcome.names[device] == "Quầy 0"
    assert outcome.in_the_way[device] == "Quầy ở trên"
    assert {row[0] for row in served(hub.upper)} == {
        second.store.journal.device.device, other.store.journal.device.device,
    }  # fmt: skip

    move(first, hub, 3)
    settle(hub, hubs=(first, second), uppers=(other,))
    settle(hub, hubs=(first, second), uppers=(other,))
    agreed(hub, first, second, other)


def test_a_disk_cloned_to_both_servers_holds_up_no_other(hub):
    first, second = hub.desk(0), hub.desk(1)
    settle(hub, hubs=(first, second))
    folder = hub.folder / "ban-sao"
    folder.mkdir()
    first.database.copy_to(folder / first.database.path.name)
    clone, other = hub.opened(folder), hub.upper.desk(2)
    move(clone, hub.upper, 0)
    for desk in (first, second, clone, other):
        received(desk)
    for _ in range(2):
        hub.exchange(first)
        hub.upper.exchange(clone)

    for _ in range(3):
        hub.exchange(second)
        hub.upper.exchange(other)
        outcome = hub.relay()

    forked = (first.store.journal.device.device, 1)
    assert outcome.held_up == {forked: "fork"}
    for mine in (second, other):
        chain = mine.store.journal.device.device
        rows = [row for row in served(hub) if row[0] == chain]
        assert rows == [row for row in served(hub.upper) if row[0] == chain]
        assert len(rows) > 2


def test_a_hub_s_code_lets_no_desk_in_and_a_desk_s_no_hub(hub):
    desk = hub.upper.desk(0)
    with pytest.raises(RefusedBy) as refusal:
        move(desk, hub.upper, HUB_SLOT)
    assert refusal.value.code == "code-other-kind"
    code = invite(hub.upper.ledger, AGENCY, 4, "Quầy", hub.clock())
    with pytest.raises(RefusedBy) as refusal:
        join_above(hub.ledger, hub.upper.line(), HubWish("near", AGENCY, code), hub.clock)
    assert refusal.value.code == "code-other-kind"


@pytest.mark.parametrize("relayed", [False, True])
def test_desks_of_a_dead_hub_go_on_at_the_server_above(hub, relayed):
    """What the hub had not handed on, the desks bring themselves, also of each other."""
    first, second, other = hub.desk(0), hub.desk(1), hub.upper.desk(2)
    settle(hub, hubs=(first, second), uppers=(other,))
    received(first)
    hub.exchange(first)
    received(second)
    hub.exchange(second)
    if relayed:
        hub.relay()

    move(second, hub.upper, 1)
    for _ in range(2):
        hub.upper.exchange(second)
        hub.upper.exchange(other)
    device = first.store.journal.device.device
    assert sum(row[0] == device for row in served(hub.upper)) == sum(
        row[0] == device for row in served(hub)
    )
    move(first, hub.upper, 0)
    received(first)
    for _ in range(2):
        for desk in (first, second, other):
            hub.upper.exchange(desk)

    assert lists_of(first) == lists_of(second) == lists_of(other)
    for desk in (first, second, other):
        assert safekeeping.verify(desk).faults == ()

    move(first, hub, 0)  # the hub is repaired
    move(second, hub, 1)
    received(second)
    settle(hub, hubs=(first, second), uppers=(other,))
    settle(hub, hubs=(first, second), uppers=(other,))
    agreed(hub, first, second, other)


def test_a_desk_comes_from_the_server_above_to_the_hub(hub):
    first, second = hub.upper.desk(0), hub.desk(1)
    received(first)
    received(second)
    hub.upper.exchange(first)
    received(first)

    move(first, hub, 0)
    hub.exchange(first)
    received(first)
    settle(hub, hubs=(first, second))
    settle(hub, hubs=(first, second))

    agreed(hub, first, second)


def test_packs_of_the_server_above_rule_at_the_hub_s_desks(hub):
    desk = hub.desk(0)
    release(hub.upper.ledger, pack(), hub.clock)
    release(hub.ledger, pack(pack="goi-2", title="Gói của máy chủ tại xã"), hub.clock)

    hub.relay()
    hub.exchange(desk)

    found = {row.pack: row.state for row in pack_rows.rows(desk.database)}
    assert found == {"goi-1": PackState.APPLIED, "goi-2": PackState.APPLIED}
    with hub.ledger.reading() as work:
        assert {device.kind for device in work.devices(AGENCY)} >= {DeviceKind.SERVER}
    hub.relay()
    agreed_logs(hub)


def test_scans_go_up_and_come_down_with_a_hub(hub):
    desk, other = hub.desk(0), hub.upper.desk(1)
    names: list[str] = []
    for server, one in ((hub, desk), (hub.upper, other)):
        dossier = received(one)
        dossier = scans.attach(one, dossier.dossier_id, a_scan(), "to-khai.jpg", by=BY)
        names.append(dossier.scans[0].sha256)
        server.exchange(one)

    outcome = hub.relay()
    settle(hub, hubs=(desk,), uppers=(other,))
    again = hub.relay()

    assert (outcome.scans_sent, outcome.scans_fetched) == (1, 1)
    assert (again.scans_sent, again.scans_fetched) == (0, 0)
    for one in (desk, other):
        assert all(scans.files_of(one).read(name) for name in names)


def test_scans_of_submissions_come_down_through_a_hub(hub):
    desk = hub.desk(0)
    file = handed_in(hub.upper)
    submitted(hub.upper, attachments=(file,))

    settle(hub, hubs=(desk,))

    assert scans.files_of(desk).read(file.sha256) == picture()
