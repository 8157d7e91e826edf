"""What the server logs of people at its pages: that somebody asked, never who or for whom."""

from __future__ import annotations

import json
import logging

import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, PASSWORD, Browser, Pen, received
from reception.domain.applicant import Party
from reception.domain.moments import parse_moment
from reception.domain.server_users import ServerRole, ServerUser
from reception.server.logs import JsonLines
from reception.services import folding, server_sign_in
from serving import serving

OWNER = Party("Vừ Mí Chứ", identity="012190009876", phone="0987600123")
WRONG, GUESSED = "mat-khau-cu-cua-toi", "5544"
SECRETS = (
    PASSWORD, WRONG, GUESSED, "9876", "0123", "Mí Chứ", OWNER.identity, OWNER.phone, "giamsat",
    "Trần Thị Sát",
)  # fmt: skip


@pytest.fixture
def lines():
    kept: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.append(JsonLines().format(record))

    keeping, log = Keeping(), logging.getLogger("reception.server")
    log.addHandler(keeping)
    log.setLevel(logging.INFO)
    yield kept
    log.removeHandler(keeping)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_whole_visit_leaves_no_name_number_or_secret_in_the_log(communes, lines, capfd):
    clock = clock_at("2026-03-10T09:00")
    Pen(communes).enrol(clock()).write(
        "d1", received(owner=OWNER), parse_moment("2026-03-02T08:00")
    )
    user = ServerUser("giamsat", "Trần Thị Sát", ServerRole.SUPERVISOR)
    server_sign_in.add_user(communes, clock, user, PASSWORD, "test")
    folding.fold_all(communes, clock)

    with serving(communes, clock=clock) as served:
        browser = Browser(served.line)
        for digits in (GUESSED, "9876", "0123"):
            browser.post("/tra-cuu", {"ma": "H40.16-260302-0001", "so": digits})
        browser.sign_in("giamsat", WRONG)
        browser.sign_in(WRONG)  # a password typed where the name belongs
        assert browser.sign_in("giamsat").status == 303
        for page in (
            "/bang",
            "/bang.csv",
            f"/bang/{AGENCY}",
            f"/bang/{AGENCY}/ho-so.csv?nhom=late",
        ):
            browser.get(page)
        token = browser.cookies["reception"]

    told = [json.loads(line) for line in lines]
    assert len([line for line in told if line["event"] == "request"]) > 8
    for line in told:
        for chance in ("request", "ms", "time", "bytes_in", "bytes_out"):
            line.pop(chance, None)  # figures that may hold any digits
    everything = json.dumps(told, ensure_ascii=False) + "".join(capfd.readouterr())
    for secret in (*SECRETS, token):
        assert secret not in everything, secret
