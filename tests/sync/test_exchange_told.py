"""What is said of an exchange: where things stand, what went wrong, and what to do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

import pytest

from at_the_counter import WallClock
from ends import AGENCY, COMMUNE, NearLine, cut_after, received
from reception.domain.errors import RuleViolation, Trouble
from reception.services import comparing, exchange
from reception.services.set_up import office_named, set_up
from reception.storage import line_rows
from reception.sync import messages
from reception.sync.asking import Answer, Request
from reception.sync.enrolling import invite
from reception.sync.gate import Gate


def exchanged(commune, desk, line=None):
    return exchange.exchange(
        desk, line or commune.line(), exchange.make_exchanger(desk, iter(range(10**6)).__next__)
    )


def test_the_standing_says_in_words_what_is_where(commune):
    desk = commune.desk(0)
    exchanged(commune, desk)
    at = line_rows.line(desk.database).position
    for _ in range(3):
        received(desk)

    assert exchange.standing(desk).words == f"Đã khớp đến số {at}, còn 3 chờ gửi"
    exchanged(commune, desk)
    assert exchange.standing(desk).words == f"Đã khớp đến số {at + 3}, không còn gì chờ gửi"


def test_thousands_stand_apart():
    assert exchange.grouped(1204).replace("\N{NO-BREAK SPACE}", "_") == "1_204"


def test_a_desk_that_is_not_enrolled_is_told_how(desk):
    assert exchange.standing(desk).words.startswith("Chưa ghi danh")
    with pytest.raises(Trouble) as trouble:
        exchange.exchange(desk, None, exchange.make_exchanger(desk, lambda: 0.0))
    assert trouble.value.code == "not-enrolled"


def test_a_broken_line_is_told_and_nothing_is_lost(commune):
    desk = commune.desk(0)
    received(desk)

    done = exchanged(commune, desk, commune.line(cut_after(0)))

    assert not done.whole
    assert done.row.outcome == "line-down"
    assert "vẫn được giữ" in done.row.words
    assert exchange.waiting(desk) > 0


@dataclass
class OtherProtocol:
    """A server that serves none of this program's pages any more, or not yet."""

    gate: Gate
    speaks: tuple[int, int]

    def answer(self, request: Request) -> Answer:
        if request.target != "/v1/hello":
            return Answer(404, messages.write(messages.RefusalLine("no-such-page")))
        told = json.loads(self.gate.answer(request).body)
        return Answer(200, json.dumps(told | {"protocol": self.speaks, "limits": None}).encode())


@pytest.mark.parametrize(
    ("speaks", "code", "words"),
    [
        ((2, 3), "program-too-old", "cần chương trình mới hơn; hãy cập nhật chương trình trên máy"),
        ((0, 0), "server-too-old", "báo người quản trị máy chủ cập nhật"),
    ],
)
def test_a_server_of_another_protocol_is_told_in_one_sentence_and_nothing_is_lost(
    commune, speaks, code, words
):
    desk = commune.desk(0)
    received(desk)
    waiting = exchange.waiting(desk)

    done = exchanged(commune, desk, NearLine(OtherProtocol(commune.gate, speaks)))

    assert done.row.outcome == code
    assert words in done.row.words
    received(desk, "Lò Văn Ín")
    assert exchange.waiting(desk) == waiting + 1
    assert exchanged(commune, desk).whole
    assert exchange.waiting(desk) == 0


def test_a_desk_that_speaks_another_protocol_is_not_let_in_and_told_why(commune, desk):
    line = NearLine(OtherProtocol(commune.gate, (2, 2)))

    with pytest.raises(Trouble) as trouble:
        exchange.enrol(desk, line, "near", "AAAAA-AAAAA", "Quầy 1")

    assert trouble.value.code == "program-too-old"
    assert line_rows.line(desk.database) is None


def test_silent_exchanges_do_not_fill_the_log(commune):
    desk = commune.desk(0)
    for _ in range(5):
        exchanged(commune, desk)

    assert [row.sent > 0 for row in exchange.last_exchanges(desk)] == [False, True]


def test_a_clock_far_off_is_told(commune):
    desk = commune.desk(0)
    commune.gate = Gate(commune.ledger, WallClock(commune.clock.at + timedelta(minutes=11)))

    done = exchanged(commune, desk, NearLine(commune.gate))

    assert done.whole
    assert "hãy xem lại ngày giờ" in done.row.words


@pytest.mark.parametrize(
    ("code", "told"),
    [("", "code-missing"), ("AAAAA-AAAAA", "server-code-unknown")],
)
def test_a_wrong_code_is_told_in_one_sentence(commune, code, told):
    desk = set_up(commune.folder / "x", office_named(COMMUNE, AGENCY), commune.clock)
    commune.desks.append(desk)

    with pytest.raises((RuleViolation, Trouble)) as refusal:
        exchange.enrol(desk, commune.line(), "near", code, "Quầy 1")

    assert refusal.value.code == told


def test_a_code_is_good_for_one_desk_and_one_day(commune):
    first = set_up(commune.folder / "x", office_named(COMMUNE, AGENCY), commune.clock)
    second = set_up(commune.folder / "y", office_named(COMMUNE, AGENCY), commune.clock)
    commune.desks += [first, second]
    code = invite(commune.ledger, AGENCY, 3, "Quầy 3", commune.clock())
    late = invite(commune.ledger, AGENCY, 4, "Quầy 4", commune.clock())
    exchange.enrol(first, commune.line(), "near", code, "Quầy 3")

    with pytest.raises(Trouble, match="đã dùng"):
        exchange.enrol(second, commune.line(), "near", code, "Quầy 3")
    commune.clock.at += timedelta(hours=25)
    with pytest.raises(Trouble, match="đã quá hạn"):
        exchange.enrol(second, commune.line(), "near", late, "Quầy 4")


def test_both_ends_are_compared_hash_by_hash(commune):
    desk = commune.desk(0)
    received(desk)
    assert not comparing.compare(desk, commune.line()).equal
    exchanged(commune, desk)
    assert comparing.compare(desk, commune.line()).equal

    desk.database.run("UPDATE event SET hash = zeroblob(32) WHERE position = 2")
    assert not comparing.compare(desk, commune.line()).equal
