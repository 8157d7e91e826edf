"""What is done with sticks and scans in a world that exchanges, and what may befall them."""

from __future__ import annotations

from contextlib import suppress
from hashlib import shake_256
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PIL import Image
from sqlalchemy.exc import DBAPIError

from at_the_counter import BY
from exchange_world import PC, ROOMY, PowerCut, Stick, World
from reception.domain.errors import RuleViolation, Trouble
from reception.services import scans
from reception.sync.asking import Request
from reception.sync.line import LineDown

MOST_STICKS = 12
WHICH = st.integers(0, 11)
ROOMS = st.sampled_from((ROOMY, ROOMY, 30_000, 0))


def _picture(seed: int, side: int) -> bytes:
    target = BytesIO()
    noise = shake_256(bytes([seed])).digest(side * side)
    Image.frombytes("L", (side, side), noise).save(target, "PNG")
    return target.getvalue()


# The large ones take more than one piece by line.
PICTURES = [_picture(seed, side) for seed, side in enumerate((2, 2, 160, 200))]
_BEFALLS = (Trouble, sqlite.Error, DBAPIError, PowerCut)


class StickRules:
    """A world's sticks lie about; any may be brought, whoever wrote it and however old it is."""

    world: World

    def pc(self, which: int) -> PC:
        raise NotImplementedError

    def dossier_at(self, pc: PC, which: int) -> str:
        raise NotImplementedError

    @rule(which=WHICH, dossier=WHICH, picture=st.sampled_from(PICTURES))
    def a_paper_is_scanned(self, which, dossier, picture):
        pc = self.pc(which)
        if one := self.dossier_at(pc, dossier):
            with suppress(RuleViolation):
                scans.attach(pc.desk, one, picture, "to-khai.png", by=BY)
                note(f"{pc.name}: scan")

    @rule(which=WHICH, pieces=st.integers(1, 3), rots=st.booleans())
    def the_line_breaks_within_a_scan(self, which, pieces, rots):
        """And perhaps what has come of scans so far rots on a disk."""
        came = count()

        def weather(way: str, request: Request) -> None:
            if way == "up" and "/v1/scans/" in request.target and next(came) >= pieces:
                raise LineDown

        with suppress(LineDown):
            self.world.exchange(self.pc(which), weather)
        for piece in self.pieces() if rots else ():
            piece.write_bytes(bytes([piece.read_bytes()[0] ^ 1]) + piece.read_bytes()[1:])

    def pieces(self) -> list[Path]:
        """The beginnings of scans that lie about, at the server and at the desks."""
        found = self.world.folder.glob("**/dang-nhan/*/*")
        return sorted(path for path in found if path.stat().st_size and "copy" not in str(path))

    @precondition(lambda self: len(self.world.sticks) < MOST_STICKS)
    @rule(which=WHICH, room=ROOMS)
    def a_stick_is_written(self, which, room):
        self.world.write_stick(self.pc(which), room)

    @rule(which=WHICH)
    def a_stick_is_carried_there_and_back(self, which):
        self.world.carry(self.pc(which))

    @precondition(lambda self: self.world.sticks)
    @rule(which=WHICH, room=ROOMS)
    def a_stick_is_brought_to_the_server(self, which, room):
        self.world.bring_to_server(self.stick(which), room)

    @precondition(lambda self: self.world.sticks)
    @rule(which=WHICH, steps=st.integers(0, 2000))
    def the_server_goes_out_over_a_stick(self, which, steps):
        self.world.server.cut_within(steps)
        with suppress(*_BEFALLS):
            self.world.bring_to_server(self.stick(which))
        self.world.server.restart()

    @precondition(lambda self: self.answers())
    @rule(which=WHICH, answer=WHICH)
    def an_answer_is_brought_home(self, which, answer):
        device, path = self.answer(answer)
        self.world.bring_home(self.one_of(device, which), path)

    @precondition(lambda self: self.answers())
    @rule(which=WHICH, answer=WHICH)
    def an_answer_is_brought_to_another_desk(self, which, answer):
        device, path = self.answer(answer)
        pc = self.pc(which)
        if pc.device != device:
            with pytest.raises(RuleViolation) as refused:
                self.world.bring_home(pc, path)
            assert refused.value.code == "bundle-foreign"

    @precondition(lambda self: self.answers())
    @rule(which=WHICH, answer=WHICH, steps=st.integers(0, 3000), looks=st.integers(-1, 6))
    def a_pc_goes_out_over_an_answer(self, which, answer, steps, looks):
        device, path = self.answer(answer)
        pc = self.one_of(device, which)
        pc.cut_within(steps)
        pc.clock.cut_after = looks
        with suppress(*_BEFALLS):
            self.world.bring_home(pc, path)
        pc.restart()

    @precondition(lambda self: self.answers())
    @rule(answer=WHICH, cut=st.integers(1, 3000), turned=st.booleans())
    def a_bad_copy_of_an_answer_is_refused(self, answer, cut, turned):
        """Its end is lacking, or a bit has turned; nothing of it is taken."""
        device, path = self.answer(answer)
        whole = path.read_bytes()
        place = len(whole) - 1 - cut % len(whole)
        bad = path.with_name("bad-copy")
        changed = bytes([whole[place] ^ 1]) + whole[place + 1 :] if turned else b""
        bad.write_bytes(whole[:place] + changed)
        with pytest.raises((RuleViolation, Trouble)):
            self.world.bring_home(self.one_of(device, 0), bad)

    def stick(self, which: int) -> Stick:
        return self.world.sticks[which % len(self.world.sticks)]

    def answers(self) -> list[tuple[str, Path]]:
        return [(stick.device, answer) for stick in self.world.sticks for answer in stick.answers]

    def answer(self, which: int) -> tuple[str, Path]:
        answers = self.answers()
        return answers[which % len(answers)]

    def one_of(self, device: str, which: int) -> PC:
        """A PC that is this device: the one that wrote, or a clone of it."""
        same = [pc for pc in self.world.pcs if pc.device == device]
        return same[which % len(same)]
