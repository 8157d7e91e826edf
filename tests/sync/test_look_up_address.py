"""The look-up page's address comes down to every desk, and stands in the QR of its receipts."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from at_the_counter import BY
from ends import AGENCY, received
from hubs import Hub, another_ledger
from reception.domain.errors import RuleViolation
from reception.domain.look_up import ENTITY, LookUpAnnounced, checked_address
from reception.printing.page import PaperSize
from reception.printing.raster import render_pages
from reception.services import forms, look_up_address, paperwork, safekeeping, server_keeping
from sent_down import settle
from sticks import carried

ADDRESS = "https://mot-cua.dienbien.gov.vn"


@pytest.fixture
def desk(commune):
    made = commune.desk(0)
    settle(commune, made)
    return made


def test_a_receipt_s_qr_leads_to_its_own_dossier(commune, desk):
    before = received(desk)
    plain = paperwork.paper_of(desk, before.dossier_id, forms.RECEIPT).qr
    assert "http" not in plain

    look_up_address.announce(commune.ledger, f" {ADDRESS.upper()}/ ", commune.clock)
    settle(commune, desk)
    dossier = received(desk)
    pdf = paperwork.issue(desk, dossier.dossier_id, forms.RECEIPT, by=BY, size=PaperSize.A5)

    (page,) = render_pages(pdf, 300)
    picture = Image.frombytes("L", (page.width, page.height), page.grey, "raw", "L", page.stride)
    texts = [code.text for code in zxingcpp.read_barcodes(picture)]
    assert any(text.endswith(f"|{ADDRESS}/tra-cuu?ma={dossier.code}") for text in texts)
    assert paperwork.paper_of(desk, before.dossier_id, forms.RECEIPT).qr.startswith(plain)


def test_a_desk_without_a_line_learns_it_by_stick(commune, desk):
    look_up_address.announce(commune.ledger, ADDRESS, commune.clock)
    assert desk.look_up == ""

    carried(commune, desk)
    desk.reload()

    assert desk.look_up == ADDRESS


def test_a_desk_behind_a_hub_learns_it_too(commune, ready_file, tmp_path):
    ledger = another_ledger(ready_file, tmp_path / "hub" / "ledger.db")
    hub = Hub(ledger, tmp_path / "hub", commune)
    desk = hub.desk(0)
    look_up_address.announce(commune.ledger, ADDRESS, commune.clock)

    hub.exchange(desk)
    hub.relay()
    settle(hub, desk)

    assert desk.look_up == ADDRESS
    hub.close()


def test_what_was_told_is_told_once_and_may_be_taken_back(commune, desk):
    told = [look_up_address.announce(commune.ledger, ADDRESS, commune.clock) for _ in range(2)]
    settle(commune, desk)
    assert told == [(ADDRESS, [AGENCY]), (ADDRESS, [])]
    assert safekeeping.verify(desk).faults == ()

    look_up_address.announce(commune.ledger, "", commune.clock)
    settle(commune, desk)

    assert desk.look_up == ""


def test_a_commune_that_comes_later_is_told_at_once(commune):
    look_up_address.announce(commune.ledger, ADDRESS, commune.clock)
    server_keeping.add_commune(commune.ledger, "H40.17", "Xã Chiềng Đông", commune.clock)

    with commune.ledger.reading() as work:
        [event] = work.events_of("H40.17", [ENTITY], 9)[ENTITY]
    assert event.event().address == ADDRESS


def test_only_the_server_s_word_counts(desk):
    with desk.store.writing():
        forged = LookUpAnnounced("https://lua-dao.example", desk.now())
        desk.store.journal.append(forged, ENTITY, base=b"", at=desk.now(), by=BY)
    desk.reload()

    assert desk.look_up == ""


@pytest.mark.parametrize(
    "text",
    ["", "mot-cua.vn", "ftp://a.vn", "https://a.vn/tra-cuu", "https://a b", "https://a.vn?x=1",
     "https://a.vn#x", "https://" + "a" * 80, "https://-a.vn", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(RuleViolation) as refused:
        checked_address(text)

    assert refused.value.code == "address-impossible"
