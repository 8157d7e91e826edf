"""Messages leave after their ten minutes, once, by their own road, and name nobody."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from at_the_counter import BY
from reception.domain.applicant import Party
from reception.domain.delay import Cause, Ground
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import Trouble
from reception.domain.notice import Message, Outcome
from reception.services import apologies, finishing, intake, letters, notices, safekeeping
from reception.services import clock as clock_service
from reception.services.gateways import ANSWERS, GIVEN, TAKEN, UNFINISHED, FileDrop, gateways_in
from reception.services.intake_request import IntakeRequest

LONG = "1.010801"
SMS, ZALO, EMAIL = NoticeChannel.SMS, NoticeChannel.ZALO, NoticeChannel.EMAIL
PERSON = Party("Đỗ Thị Ưởng", identity="011200000017", phone="0912345678", email="uong@example.vn")


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "gui-tin"
    for channel in ("sms", "email"):
        (folder / channel).mkdir(parents=True)
    return folder


@pytest.fixture
def signed(desk, clock):
    """A dossier whose apology was just signed, two days before its date."""
    dossier = intake.register(desk, IntakeRequest(LONG, PERSON), by=BY)
    clock.at = dossier.due_at - timedelta(days=3)
    return apologies.apologise(
        desk, dossier.dossier_id, by=BY, cause=Cause.VERIFICATION, owner="Vàng A Lử",
        reason="chờ bà Lò Thị Păn, số 0987000111, trả lời",
    )  # fmt: skip


def files(folder, channel="sms"):
    return sorted((folder / channel).glob("*.json"))


def outcome_of(desk, dossier, channel):
    found = desk.store.dossier(dossier.dossier_id)
    return [n.outcome for n in found.notices if n.channel is channel][-1]


def test_nothing_leaves_within_ten_minutes_of_signing(desk, clock, place, signed):
    gateways = gateways_in(str(place))
    clock.at += timedelta(minutes=9, seconds=59)
    assert notices.exchange(desk, gateways, by=BY) == notices.Sending()
    assert files(place) == []

    clock.at += timedelta(seconds=1)
    assert notices.exchange(desk, gateways, by=BY).sent == 2
    assert len(files(place)) == len(files(place, "email")) == 1
    assert outcome_of(desk, signed, SMS) is NoticeOutcome.SENT
    assert notices.exchange(desk, gateways, by=BY).sent == 0


def test_a_message_names_nobody_and_holds_no_number_of_a_person(desk, clock, place, signed):
    clock.at += timedelta(hours=1)
    notices.exchange(desk, gateways_in(str(place)), by=BY)
    for channel in ("sms", "email"):
        [file] = files(place, channel)
        message = json.loads(file.read_text("utf-8"))
        words = message["subject"] + message["text"]
        for personal in ("Ưởng", "Păn", "Vàng A Lử", "0912345678", "0987000111", "0112", "uong@"):
            assert personal not in words
        assert signed.code in words
        assert f"{signed.apology.new_due_at:%d/%m/%Y}" in words
        assert "cần thêm thời gian thẩm tra, xác minh" in words
        assert "{" not in words
    assert message["to"] == "uong@example.vn"
    assert set(message) == {"message_id", "channel", "to", "code", "subject", "text"}


def test_without_a_gateway_a_road_waits_and_says_so_in_words(desk, clock, place, signed):
    clock.at += timedelta(hours=1)
    gateways = gateways_in(str(place))
    notices.exchange(desk, gateways, by=BY)
    waiting = {queue.channel: queue for queue in notices.queues(desk, gateways)}

    assert set(waiting) == {NoticeChannel.PAPER, NoticeChannel.PHONE, ZALO}
    assert "chưa nối cổng gửi tin" in waiting[ZALO].words
    assert "danh sách gọi điện" in waiting[NoticeChannel.PHONE].words
    assert gateways_in("") == {}
    told = notices.waiting_words(notices.queues(desk, {}))
    assert told == ["Chưa nối cổng gửi tin nên còn nằm chờ: Zalo (1); hãy báo bằng cách khác."]


def test_an_answer_is_written_down_once_and_put_aside(desk, clock, place, signed):
    clock.at += timedelta(hours=1)
    gateways = gateways_in(str(place))
    notices.exchange(desk, gateways, by=BY)
    [file] = files(place)
    answers = place / "sms" / ANSWERS
    answers.mkdir()
    (answers / "la.json").write_text("{}", "utf-8")
    (answers / file.name).write_text(
        json.dumps({"message_id": file.stem, "outcome": "failed", "note": "máy tắt"}), "utf-8"
    )

    assert notices.exchange(desk, gateways, by=BY).answered == 1
    assert outcome_of(desk, signed, SMS) is NoticeOutcome.FAILED
    assert (answers / TAKEN / file.name).exists()
    assert (answers / "la.json").exists()
    assert notices.exchange(desk, gateways, by=BY).answered == 0
    assert safekeeping.verify(desk).faults == ()


def test_an_answer_to_an_earlier_message_changes_nothing(desk, clock, place, signed):
    clock.at += timedelta(hours=1)
    gateways = gateways_in(str(place))
    notices.exchange(desk, gateways, by=BY)
    [first] = files(place)
    apologies.notify(desk, signed.dossier_id, SMS, NoticeOutcome.QUEUED, by=BY, to="0912345678")
    clock.at += timedelta(hours=1)
    notices.exchange(desk, gateways, by=BY)
    assert len(files(place)) == 2

    answers = place / "sms" / ANSWERS
    answers.mkdir()
    answer = {"message_id": first.stem, "outcome": "reached"}
    (answers / first.name).write_text(json.dumps(answer), "utf-8")
    assert notices.exchange(desk, gateways, by=BY).answered == 0
    assert outcome_of(desk, signed, SMS) is NoticeOutcome.SENT


def test_a_dossier_that_is_done_gets_no_late_message_and_a_paused_one_waits(
    desk, clock, place, signed
):
    clock_service.suspend(desk, signed.dossier_id, Ground.FINANCIAL_OBLIGATION, by=BY)
    clock.at += timedelta(hours=1)
    gateways = gateways_in(str(place))
    assert notices.exchange(desk, gateways, by=BY) == notices.Sending()

    clock_service.resume(desk, signed.dossier_id, by=BY)
    finishing.record_result(desk, signed.dossier_id, by=BY)
    assert notices.exchange(desk, gateways, by=BY) == notices.Sending(failed=2)
    assert files(place) == []
    assert outcome_of(desk, signed, SMS) is NoticeOutcome.FAILED


def test_a_gateway_in_trouble_keeps_its_message_and_the_others_go_on(desk, clock, place, signed):
    class Broken(FileDrop):
        def send(self, message: Message) -> Outcome:
            raise Trouble("gateway-folder", "Không ghi được; hãy kiểm tra thư mục.")

    clock.at += timedelta(hours=1)
    gateways = {**gateways_in(str(place)), SMS: Broken(place / "sms")}
    sending = notices.exchange(desk, gateways, by=BY)

    assert (sending.sent, sending.troubles) == (1, ("Không ghi được; hãy kiểm tra thư mục.",))
    assert outcome_of(desk, signed, SMS) is NoticeOutcome.QUEUED
    assert outcome_of(desk, signed, EMAIL) is NoticeOutcome.SENT


MESSAGE = Message("d_apology_sms_1", SMS, "0912345678", "H40.16-260310-0001", "Xin lỗi", "Hẹn lại")


def test_a_message_that_was_taken_is_never_put_there_again(tmp_path):
    drop = FileDrop(tmp_path)
    assert drop.send(MESSAGE) == Outcome(NoticeOutcome.SENT)
    (tmp_path / "d_apology_sms_1.json").unlink()  # the other program has taken it
    drop.send(MESSAGE)

    assert list(tmp_path.glob("*.json")) == []


@pytest.mark.parametrize("noted", [False, True])
def test_after_a_power_cut_the_message_is_put_there_whole_and_once(tmp_path, noted):
    drop = FileDrop(tmp_path)
    drop.send(MESSAGE)
    whole = tmp_path / "d_apology_sms_1.json"
    content = whole.read_bytes()
    # As it lies there when the power fails before the file is moved out.
    whole.unlink()
    unfinished = tmp_path / UNFINISHED / whole.name
    unfinished.write_bytes(content if noted else content[:20])
    if not noted:
        (tmp_path / GIVEN / whole.name).unlink()
    drop.send(MESSAGE)

    assert whole.read_bytes() == content
    assert not unfinished.exists()


def test_a_folder_that_cannot_be_written_is_a_trouble_in_words(tmp_path):
    place = tmp_path / "sms"
    place.write_text("không phải thư mục", "utf-8")
    with pytest.raises(Trouble, match="tin vẫn chờ trong máy") as trouble:
        FileDrop(place).send(MESSAGE)
    assert trouble.value.code == "gateway-folder"


def test_the_post_is_a_road_of_its_own(desk, signed):
    letters.post(desk, signed.dossier_id, "ea 123 456 789 vn", by=BY)
    [letter] = letters.signed(desk)
    assert letter.road(NoticeChannel.POST).outcome is NoticeOutcome.SENT
    assert not letter.told

    letters.mark(desk, signed.dossier_id, NoticeChannel.POST, NoticeOutcome.REACHED, by=BY)
    [letter] = letters.signed(desk)
    assert letter.told
    assert letter.road(NoticeChannel.PHONE).outcome is NoticeOutcome.QUEUED
    assert letter.number == signed.apology.number
