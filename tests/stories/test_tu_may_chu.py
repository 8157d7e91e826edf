"""The stories of what comes down from the server above, played between two ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from pytest_bdd import given, parsers, scenarios, step, then, when

from at_the_counter import BY
from ends import Commune
from reception.domain.applicant import Party
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import STATE_WORDS
from reception.domain.moments import short_moment
from reception.domain.pack import Pack
from reception.services import inbox, packs, received_packs, reviews, safekeeping
from reception.services.received_packs import STANDING_WORDS
from reception.storage.ledger.ledger import Ledger
from sent_down import BRIDGE_DAY, SUBMISSION, forced, pack, settle, submitted
from told_lives import moment_told

scenarios("nop_truc_tuyen.feature", "goi_cap_nhat.feature")


class Told:
    """A commune of two desks, and what a story has come to."""

    def __init__(self, commune: Commune) -> None:
        self.commune = commune
        self.desks = commune.desk(0), commune.desk(1)
        self.made: dict[int, Dossier] = {}
        self.pack: Pack | None = None
        self.reminder = ""

    def attempt(self, place: int, act, **more: object) -> None:
        try:
            self.made[place] = act(self.desks[place - 1], SUBMISSION, by=BY, **more)
        except RuleViolation as violation:
            self.reminder = violation.text


@pytest.fixture
def told(tmp_path):
    commune = Commune(Ledger.open(str(tmp_path / "ledger.db")), tmp_path)
    yield Told(commune)
    commune.close()


def day_told(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 -- a civil date


@given("một xã có hai quầy, nối với máy chủ cấp trên")
def _(told):
    settle(told.commune, *told.desks)


# --- submissions ----------------------------------------------------------------------------------


@given(parsers.parse('lúc "{at}" bà "{name}" nộp trực tuyến hồ sơ thủ tục "{code}"'))
def _(told, at, name, code):
    told.commune.clock.at = moment_told(at)
    submitted(told.commune, submitted_at=moment_told(at), owner=Party(name), procedure=code)


@when(parsers.parse('quầy {place:d} trao đổi lúc "{at}"'))
def _(told, place, at):
    told.commune.clock.at = moment_told(at)
    told.commune.exchange(told.desks[place - 1])


@step("hai quầy cùng trao đổi")
def _(told):
    settle(told.commune, *told.desks)


@step(parsers.parse('quầy {place:d} tiếp nhận lúc "{at}"'))
def _(told, place, at):
    told.commune.clock.at = moment_told(at)
    told.attempt(place, inbox.accept)


@step(parsers.parse('quầy {place:d} từ chối vì "{reason}"'))
def _(told, place, reason):
    told.attempt(place, inbox.refuse, reason=reason)


@step(parsers.parse('quầy {place:d} yêu cầu bổ sung "{paper}" vì "{reason}"'))
def _(told, place, paper, reason):
    told.attempt(place, inbox.guide, wanted=[paper], reason=reason)


@then(
    parsers.parse('hộp nhận của quầy {place:d} có hồ sơ của "{name}", phải trả lời trước "{until}"')
)
def _(told, place, name, until):
    [waiting] = inbox.waiting(told.desks[place - 1])
    assert waiting.arrived.owner.name == name
    assert short_moment(waiting.answer_by) == until
    assert not waiting.is_overdue


@then(parsers.parse('hồ sơ của "{name}" trong hộp nhận của quầy {place:d} đã quá hạn'))
def _(told, place, name):
    [waiting] = inbox.waiting(told.desks[place - 1])
    assert waiting.arrived.owner.name == name
    assert waiting.is_overdue


@then(parsers.parse("hộp nhận của quầy {place:d} không còn hồ sơ nào"))
def _(told, place):
    assert inbox.waiting(told.desks[place - 1]) == []


@then(parsers.parse('hồ sơ đang ở bước "{words}", nộp lúc "{sent}", nhận lúc "{received}"'))
def _(told, words, sent, received):
    dossier = told.made[1]
    assert STATE_WORDS[dossier.state] == words
    assert short_moment(dossier.submitted_at) == sent
    assert short_moment(dossier.opened_at) == received


@then(parsers.parse('hồ sơ đang ở bước "{words}"'))
def _(told, words):
    assert STATE_WORDS[told.made[1].state] == words


@then(parsers.parse('hộp nhận ghi "{words}", {how} hạn'))
def _(told, words, how):
    [done] = inbox.settled(told.desks[0])
    assert done.state_words == words
    assert done.is_overdue == (how == "trễ")


@then(parsers.parse('chương trình nhắc "{sentence}"'))
def _(told, sentence):
    assert sentence in told.reminder


@then(parsers.parse("hồ sơ của quầy {place:d} có hiệu lực"))
def _(told, place):
    for desk in told.desks:
        [done] = inbox.settled(desk)
        assert done.dossier_id == told.made[place].dossier_id


@then(parsers.parse("hồ sơ của quầy {place:d} nằm trong việc cần xem lại"))
def _(told, place):
    for desk in told.desks:
        assert [one.dossier_id for one in reviews.waiting(desk)] == [told.made[place].dossier_id]


# --- packs ----------------------------------------------------------------------------------------


@given(parsers.parse('gói "{title}" cho nghỉ "{on}" và cho nghỉ bù nhầm vào thứ Bảy "{wrong}"'))
def _(told, title, on, wrong):
    days = tuple(replace(BRIDGE_DAY, on=day_told(each)) for each in (on, wrong))
    told.pack = pack(title=title, days=days)


@given(parsers.parse('gói "{title}" áp dụng từ "{begins}" cho nghỉ "{on}"'))
def _(told, title, begins, on):
    days = (replace(BRIDGE_DAY, on=day_told(on)),)
    told.pack = pack(title=title, valid_from=day_told(begins), days=days)


@when("gói xuống tới hai quầy")
def _(told):
    try:
        packs.release(told.commune.ledger, told.pack, told.commune.clock)
    except RuleViolation:
        # This server would not; another might.
        forced(told.commune, told.pack, *told.desks)
    settle(told.commune, *told.desks)


@step(parsers.parse('máy chủ thu hồi gói vì "{reason}"'))
def _(told, reason):
    packs.withdraw(told.commune.ledger, 1, reason, told.commune.clock)
    settle(told.commune, *told.desks)


@when(parsers.parse('đến "{day}"'))
def _(told, day):
    told.commune.clock.at = moment_told(f"07:30 {day}")


@then(parsers.parse('ngày "{on}" hai quầy vẫn làm việc'))
def _(told, on):
    assert all(desk.calendar.is_working(day_told(on)) for desk in told.desks)


@then(parsers.parse('ngày "{on}" hai quầy nghỉ'))
def _(told, on):
    assert not any(desk.calendar.is_working(day_told(on)) for desk in told.desks)


@then(parsers.parse('gói "{title}" ở hai quầy "{words}" vì "{why}"'))
def _(told, title, words, why):
    for here in standing_of(told, title):
        assert STANDING_WORDS[here.standing] == words
        assert why in here.words


@then(parsers.re(r'gói "(?P<title>[^"]+)" ở hai quầy "(?P<words>[^"]+)"$'))
def _(told, title, words):
    assert {STANDING_WORDS[here.standing] for here in standing_of(told, title)} == {words}


def standing_of(told: Told, title: str) -> list[received_packs.PackHere]:
    """The pack as it stands at each desk."""
    found = [here for desk in told.desks for here in received_packs.listed(desk)]
    assert [here.row.title for here in found] == [title, title]
    return found


@then("sổ của hai quầy vẫn nguyên vẹn")
def _(told):
    for desk in told.desks:
        assert safekeeping.verify(desk).faults == ()
