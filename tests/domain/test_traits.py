"""What figures know of one dossier: its facts, its trips, its time."""

from __future__ import annotations

from datetime import timedelta

from invented_dossier import INTAKE, RECEIVED, RECEIVED_AT
from reception.domain.demanded import Occasion, demanded, is_listed
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    FeeSettled,
    HandedOver,
    PaidBy,
    ResultRecorded,
    ScanAttached,
    SupplementReceived,
    SupplementRequested,
)
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.intake_events import Guided, ReceiptUndone
from reception.domain.life import evolve
from reception.domain.procedure import RequiredPaper
from reception.domain.traits import spent_minutes, term_minutes, traits, trips

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def after(*events: object, **changes: object) -> Dossier:
    from dataclasses import replace

    opening = replace(RECEIVED, intake=replace(INTAKE, **changes))
    dossier = evolve(None, "d1", opening)
    for event in events:
        dossier = evolve(dossier, "d1", event)
    return dossier


def done(at=RECEIVED_AT + DAY, **handover: str) -> tuple[object, ...]:
    return ResultRecorded(at), HandedOver(at, **handover)


def test_each_fact_has_its_letter():
    scan = ScanAttached(RECEIVED_AT + HOUR, "ab" * 32, "a.pdf", "application/pdf", 5)
    result = ScanAttached(RECEIVED_AT + DAY, "cd" * 32, "b.pdf", "application/pdf", 5, "result")
    paid = FeeSettled(RECEIVED_AT + HOUR, 5000, PaidBy.ONLINE)
    assert traits(after(fee_vnd=None)) == ""
    assert traits(after(scan, paid, *done(), result, fee_vnd=5000)) == "fopr"
    assert traits(after(FeeSettled(RECEIVED_AT, 5000, PaidBy.TRANSFER), fee_vnd=5000)) == "f"


def test_what_was_never_received_has_none():
    undone = after(ReceiptUndone(RECEIVED_AT, "nhầm"), fee_vnd=5000)
    assert (traits(undone), trips(undone), spent_minutes(undone)) == ("", None, None)


def test_trips_are_counted_once_it_is_over():
    assert trips(after()) is None
    assert trips(after(*done())) == 2
    assert trips(after(*done(RECEIVED_AT + HOUR))) == 1  # they waited
    assert trips(after(*done(waybill="EA1VN"))) == 1
    assert trips(after(*done(), channel=Channel.ONLINE_FULL)) == 1
    assert trips(after(*done(), channel=Channel.ONLINE_FULL, return_by=ReturnBy.ONLINE)) == 0


def test_bringing_a_supplement_is_a_trip_and_the_wait_is_not_our_time():
    asked = SupplementRequested(RECEIVED_AT + DAY, "0001/2026/PBS", ("Tờ khai",), "thiếu")
    brought = SupplementReceived(RECEIVED_AT + 4 * DAY, INTAKE.papers, RECEIVED.promise)
    dossier = after(asked, brought, *done(RECEIVED_AT + 5 * DAY))
    assert trips(dossier) == 3
    assert spent_minutes(dossier) == 2 * 24 * 60
    assert "s" in traits(dossier)


def test_the_term_is_that_of_the_first_promise():
    dossier = after()
    assert term_minutes(dossier) == (RECEIVED.promise.due_at - RECEIVED_AT) // timedelta(minutes=1)


def test_what_was_asked_for_is_told_with_its_occasion():
    added = SubmittedPaper("Sổ hộ khẩu", demanded_because="đối chiếu")
    asked = SupplementRequested(RECEIVED_AT + DAY, "0001/2026/PBS", ("Giấy khám",), "thiếu")
    dossier = after(asked, papers=(*INTAKE.papers, added))
    told = [(one.occasion, one.paper, one.because) for one in demanded(dossier)]
    assert told == [
        (Occasion.INTAKE, "Sổ hộ khẩu", "đối chiếu"),
        (Occasion.SUPPLEMENT, "Giấy khám", "thiếu"),
    ]
    slip = Guided("0001/2026/PBS", INTAKE, ("Giấy chứng sinh",), "thiếu", RECEIVED_AT, "2025")
    assert [one.occasion for one in demanded(evolve(None, "d2", slip))] == [Occasion.GUIDANCE]


def test_a_paper_of_the_catalogue_is_known_by_its_name_whatever_stands_around_it():
    papers = (RequiredPaper("Giấy chứng sinh"), RequiredPaper("CCCD"))
    for name in ("Giấy chứng sinh", "giay chung sinh (01 bản chính)", "Bản sao CCCD"):
        assert is_listed(name, papers), name
    for name in ("Sổ hộ khẩu", "Giấy", "Giấy chứng tử"):
        assert not is_listed(name, papers), name
