"""A day without power: blanks printed before, keyed in after, dated as they were written."""

from __future__ import annotations

import pytest

from at_the_counter import BY, SINGLE_STATUS, asking
from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_moment
from reception.services import blanks, lookup, safekeeping


@pytest.fixture
def printed(desk) -> tuple[str, ...]:
    return blanks.reserve(desk, 3, by=BY)


def written_at(text: str):
    return asking(procedure=SINGLE_STATUS, received_at=parse_moment(text))


def test_the_due_date_counts_from_the_moment_on_the_blank(desk, clock, printed):
    clock.set_to("2026-03-13T08:00")
    dossier = blanks.key_in(desk, written_at("2026-03-10T16:20"), printed[1], by=BY)

    assert dossier.opened_at == parse_moment("2026-03-10T16:20")
    assert dossier.due_at == parse_moment("2026-03-13T17:30")
    assert dossier.code == "H40.16-260310-0001"
    assert dossier.blank == printed[1] == "0002/2026/PTG"
    history = lookup.open_dossier(desk, dossier.dossier_id).history
    assert [entry.kind for entry in history] == ["dossier.received", "dossier.keyed-in"]
    assert {entry.at for entry in history} == {parse_moment("2026-03-13T08:00")}
    assert blanks.unused(desk) == [printed[0], printed[2]]
    assert safekeeping.verify(desk).whole


@pytest.mark.parametrize(
    ("blank", "received", "code"),
    [
        ("0009/2026/PTG", "2026-03-10T16:20", "blank-unknown"),
        ("", "2026-03-10T16:20", "blank-unknown"),
        ("0001/2026/PTG", "2026-03-09T16:20", "received-before-blank"),
        ("0001/2026/PTG", "2026-03-20T16:20", "received-in-future"),
    ],
)
def test_a_wrong_blank_registers_nothing(desk, clock, printed, blank, received, code):
    clock.set_to("2026-03-13T08:00")
    events = desk.store.journal.count()
    with pytest.raises(RuleViolation, match="hãy") as refusal:
        blanks.key_in(desk, written_at(received), blank, by=BY)

    assert refusal.value.code == code
    assert desk.store.journal.count() == events


def test_a_blank_may_be_used_in_the_minute_of_its_printing(desk, clock):
    clock.set_to("2026-03-10T09:15:40")
    number = blanks.reserve(desk, 1, by=BY)[0]
    dossier = blanks.key_in(desk, written_at("2026-03-10T09:15"), number, by=BY)

    assert dossier.opened_at == parse_moment("2026-03-10T09:15")


def test_the_moment_must_be_told(desk, printed):
    with pytest.raises(RuleViolation, match="thời điểm viết trên giấy"):
        blanks.key_in(desk, asking(procedure=SINGLE_STATUS), printed[0], by=BY)


def test_a_blank_is_keyed_in_once(desk, clock, printed):
    clock.set_to("2026-03-13T08:00")
    first = blanks.key_in(desk, written_at("2026-03-10T16:20"), printed[0], by=BY)
    with pytest.raises(RuleViolation, match=first.code):
        blanks.key_in(desk, written_at("2026-03-10T16:20"), printed[0].lower(), by=BY)


@pytest.mark.parametrize("count", [0, -1, 501])
def test_no_absurd_number_of_blanks(desk, count):
    with pytest.raises(RuleViolation, match="từ 1 đến 500"):
        blanks.reserve(desk, count, by=BY)


def test_what_was_printed_is_proved_and_rebuilt(desk, printed):
    safekeeping.rebuild(desk)
    assert blanks.unused(desk) == list(printed)
    assert safekeeping.verify(desk).whole
