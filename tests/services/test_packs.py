"""The server makes packs of files, refuses what desks would refuse, and remembers who has which."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from at_the_counter import BIRTH, clock_at
from ends import AGENCY
from reception.domain import chain
from reception.domain.calendar import DayKind
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.events import PackReleased, PackWithdrawn, read_event
from reception.paths import resource
from reception.services import packs, template_file
from reception.services.packs import Ingredients
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind
from reception.sync.signatures import head_statement, holds
from sent_down import pack, wording

DAY = date(2026, 3, 16)
CALENDAR = (
    "date,kind,name_vi\n2026-01-02,substitute_off,Đã qua\n2026-05-04,substitute_off,Nghỉ hoán đổi\n"
)


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger.open(str(tmp_path / "ledger.db"))
    with opened.writing() as work:
        for code in (AGENCY, "H40.17"):
            work.add_agency(code, f"Xã {code}", clock_at()())
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path):
    """Write a file and answer its path."""

    def write(name: str, text: str):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def said(ledger, agency: str = AGENCY) -> list[object]:
    """What the server said in a commune's log."""
    with ledger.reading() as work:
        return [
            read_event(e.kind, e.body) for e in work.page(agency, 0, limit=99, max_bytes=1 << 30)
        ]


def test_a_pack_is_made_of_files_cut_at_its_day(file):
    made = packs.make(
        Ingredients(
            title="  Từ 16/3 ",
            valid_from=DAY,
            catalogue=resource("procedures") / "catalogue.csv",
            calendar=file("lich.csv", CALENDAR),
            wordings=[file("giay.toml", template_file.written(wording()))],
            message="Xem kỹ",
        )
    )

    assert made.title == "Từ 16/3"
    assert [(day.on, day.kind) for day in made.days] == [(date(2026, 5, 4), DayKind.SUBSTITUTE_OFF)]
    assert BIRTH in {one.code for one in made.procedures}
    assert min(one.valid_from for one in made.procedures) == DAY
    assert [one.form for one in made.wordings] == ["receipt"]
    assert packs.contents(made).endswith("1 ngày trong lịch, 1 mẫu giấy, một lời nhắn")


def test_a_pack_comes_back_from_its_file_as_it_was(tmp_path):
    packs.write(pack(), tmp_path / "goi.json")

    assert packs.read(tmp_path / "goi.json") == pack()


@pytest.mark.parametrize(
    ("text", "told"),
    [("{}", "không phải gói"), ("gói", "không phải gói"), ("[1]", "không phải gói")],
)
def test_a_file_that_is_no_pack_is_refused(file, text, told):
    with pytest.raises(RuleViolation, match=told):
        packs.read(file("goi.json", text))


def test_a_file_whose_limit_is_impossible_is_refused(file, asked_desk):
    procedure = replace(asked_desk.procedure("1.004884", DAY), valid_from=DAY, version=1)
    written = json.loads(chain.write(pack(procedures=(procedure,))))
    written["procedures"][0]["limit"]["value"] = "-3"

    with pytest.raises(RuleViolation, match="không phải gói"):
        packs.read(file("goi.json", json.dumps(written)))


def test_a_missing_file_is_trouble(tmp_path):
    with pytest.raises(Trouble, match="Không đọc được"):
        packs.read(tmp_path / "khong-co.json")


def test_a_wording_that_begins_before_the_pack_is_refused(file):
    old = replace(wording(), valid_from=date(2026, 3, 1))

    with pytest.raises(RuleViolation, match="trước ngày áp dụng"):
        packs.make(
            Ingredients("Gói", DAY, wordings=[file("giay.toml", template_file.written(old))])
        )


def test_a_faulty_catalogue_is_refused_with_its_row(file):
    bad = file("danh-muc.csv", "code,name,valid_from\n1.1,Thủ tục,hôm nay\n")

    with pytest.raises(RuleViolation, match="Dòng 2"):
        packs.make(Ingredients("Gói", DAY, catalogue=bad))


def test_a_release_is_the_servers_own_signed_word(ledger):
    done = packs.release(ledger, pack(), clock_at(), agencies=[AGENCY])

    assert (done.number, done.agencies) == (1, (AGENCY,))
    assert said(ledger) == [PackReleased(1, pack(), clock_at()())]
    assert said(ledger, "H40.17") == []
    with ledger.reading() as work:
        [device] = work.devices(AGENCY)
        [head] = work.heads_between(AGENCY, 0, 1)
        key = work.authority().public_key
    assert (device.kind, device.public_key) == (DeviceKind.SERVER, key)
    statement = head_statement(head.device, head.epoch, head.seq, head.hash)
    assert holds(key, head.signature, statement)


def test_a_commune_that_came_later_gets_the_same_pack_under_the_same_number(ledger):
    packs.release(ledger, pack(), clock_at(), agencies=[AGENCY])

    assert packs.release(ledger, pack(), clock_at()).agencies == ("H40.17",)
    assert packs.release(ledger, pack(), clock_at()).agencies == ()
    [kept] = packs.listed(ledger)
    assert (kept.number, kept.agencies) == (1, (AGENCY, "H40.17"))


def test_a_pack_is_taken_back_once_from_all_that_have_it(ledger):
    packs.release(ledger, pack(), clock_at(), agencies=[AGENCY])

    packs.withdraw(ledger, 1, " gửi  nhầm ", clock_at())

    assert said(ledger)[-1] == PackWithdrawn("goi-1", 1, "gửi nhầm", clock_at()())
    assert said(ledger, "H40.17") == []
    assert packs.listed(ledger)[0].agencies == ()
    for again, told in (
        (lambda: packs.withdraw(ledger, 1, "nhầm", clock_at()), "đã thu hồi"),
        (lambda: packs.release(ledger, pack(), clock_at()), "đã thu hồi"),
        (lambda: packs.withdraw(ledger, 2, "nhầm", clock_at()), "Không có gói số 2"),
        (lambda: packs.withdraw(ledger, 1, " ", clock_at()), "Chưa ghi lý do"),
    ):
        with pytest.raises(RuleViolation, match=told):
            again()


def test_a_pack_once_released_is_never_another(ledger):
    packs.release(ledger, pack(), clock_at())

    with pytest.raises(RuleViolation, match="nội dung khác"):
        packs.release(ledger, pack(message="khác"), clock_at())
    assert len(said(ledger)) == 1


def test_an_unknown_commune_gets_nothing_and_nobody_else_does(ledger):
    with pytest.raises(RuleViolation, match=r"H99\.1"):
        packs.release(ledger, pack(), clock_at(), agencies=[AGENCY, "H99.1"])

    assert packs.listed(ledger) == []
    assert said(ledger) == []
