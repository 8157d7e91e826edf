"""A dossier is what has happened to it, and nothing can happen out of turn."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

import pytest

from invented_dossier import DUE_AT, INTAKE, RECEIVED, RECEIVED_AT
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import DossierEvent, HandedOver, PaperIssued, ResultRecorded
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel
from reception.domain.intake_events import Guided, Received, Refused
from reception.domain.life import evolve
from reception.domain.moments import parse_moment

GUIDED = Guided("0001/2026/PBS", INTAKE, ("Giấy chứng sinh",), "thiếu", RECEIVED_AT, "2025")
REFUSED = Refused("0001/2026/PTC", INTAKE, "không thuộc thẩm quyền", RECEIVED_AT, "2025")
READY_AT, HANDED_AT = parse_moment("2026-02-24T10:00"), parse_moment("2026-02-25T08:00")
READY, HANDED = ResultRecorded(READY_AT, "Giấy xác nhận"), HandedOver(HANDED_AT, "H'Hen Niê")
PRINTED = PaperIssued("receipt", 1, RECEIVED_AT)


def after(*events: DossierEvent) -> Dossier:
    dossier = reduce(lambda state, event: evolve(state, "d1", event), events, None)
    assert dossier is not None
    return dossier


def test_received_with_its_promise():
    dossier = after(RECEIVED)

    assert dossier.state is State.RECEIVED
    assert (dossier.reference, dossier.due_at) == ("H40.16-260213-0001", DUE_AT)
    assert (dossier.intake, dossier.opened_at, dossier.regime) == (INTAKE, RECEIVED_AT, "2025")


def test_sent_home_with_what_to_bring():
    dossier = after(GUIDED)

    assert (dossier.state, dossier.reference) == (State.GUIDED, "0001/2026/PBS")
    assert (dossier.wanted, dossier.reason, dossier.due_at) == (("Giấy chứng sinh",), "thiếu", None)


def test_refused_with_the_reason():
    dossier = after(REFUSED)

    assert (dossier.state, dossier.reference) == (State.REFUSED, "0001/2026/PTC")
    assert dossier.reason == "không thuộc thẩm quyền"


def test_from_receipt_to_handover():
    dossier = after(RECEIVED, PRINTED, READY, HANDED)

    assert dossier.state is State.HANDED_OVER
    assert (dossier.result_at, dossier.handed_over_at) == (READY_AT, HANDED_AT)
    assert dossier.due_at == DUE_AT


def test_papers_are_counted_by_form():
    again, slip = replace(PRINTED, times=2), replace(PRINTED, form="control-sheet")

    assert after(RECEIVED, PRINTED, again, slip).papers_issued == {"receipt": 2, "control-sheet": 1}


@pytest.mark.parametrize(
    "events",
    [
        (READY,),
        (HANDED,),
        (PRINTED,),
        (RECEIVED, RECEIVED),
        (RECEIVED, HANDED),
        (RECEIVED, READY, READY),
        (RECEIVED, READY, HANDED, HANDED),
        (GUIDED, READY),
        (REFUSED, READY),
        (REFUSED, RECEIVED),
    ],
)
def test_nothing_happens_out_of_turn(events):
    with pytest.raises(RuleViolation, match="hãy") as refusal:
        after(*events)

    assert refusal.value.code == "event-out-of-order"


def test_channels():
    assert {channel for channel in Channel if channel.is_online} == {
        Channel.ONLINE_FULL,
        Channel.ONLINE_PART,
    }


def test_an_event_keeps_everything_it_was_made_with():
    assert isinstance(RECEIVED, Received)
    assert after(RECEIVED).promise == RECEIVED.promise
