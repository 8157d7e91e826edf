"""Every act as it is typed: on a real register it is one event, and a refused one is none."""

from __future__ import annotations

import pytest

from at_the_counter import BIRTH, clock_at
from reception.domain.accounts import Account, Role
from reception.domain.life import LIFE, Act
from reception.services.desk import open_desk
from reception.services.sign_in import put_account
from refusing import assert_refused
from register_contents import contents

# Ten working days from Tuesday, 10 March 2026.
LONG = "1.001776"
ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
SPECIALIST = Account("lu", "Vàng A Lử", Role.SPECIALIST)
LEADER = Account("yen", "Hoàng Thị Yến", Role.LEADER)
GONE = Account("cu", "Người Đã Nghỉ", Role.CLERK, active=False)
OWNER = {"name": "Đỗ Thị Ưởng", "phone": "0912345678", "identity": "011099012345"}
ASK = ("request-supplement", "--want", "Giấy chứng sinh", "--reason", "thiếu")
STOP = ("stop", "--requested-by", "đơn tại quầy", "--reason", "đổi ý")
KEYS = {
    "code", "dossier_id", "state", "act", "at", "due_at", "first_due_at", "target_at", "holder",
    "allowed",
}  # fmt: skip


@pytest.fixture(autouse=True)
def wall(monkeypatch):
    """The clock that the commands read: Tuesday, 10 March 2026, nine o'clock."""
    clock = clock_at()
    monkeypatch.setattr("reception.cli.frame.now", clock)
    return clock


@pytest.fixture
def peopled(folder, wall):
    """A register whose people have accounts."""
    desk = open_desk(folder, wall)
    for account in (SPECIALIST, LEADER, GONE):
        put_account(desk, account, "2468", by=ADMINISTRATOR)
    desk.close()
    return folder


@pytest.fixture
def code(run, peopled, written) -> str:
    """A dossier received now."""
    papers = [{"name": "Giấy chứng tử", "originals": 1}]
    file = written({"procedure": LONG, "owner": OWNER, "fee_vnd": 8000, "papers": papers})
    [told] = run("register", "--from", file, "--data", peopled, "--json").json
    return told["code"]


@pytest.fixture
def act(run, peopled, code):
    """Does an act, and answers the document that it prints."""

    def do(*arguments: object) -> dict:
        document = run("act", code, *arguments, "--data", peopled, "--json").json
        assert document.keys() >= KEYS
        assert document["act"] == arguments[0]
        return document

    return do


@pytest.fixture
def refused(run, peopled, code):
    """An act that must be refused in one sentence, and leave the register as it was."""

    def refuse(*arguments: object, said: str = "", status: int = 1) -> str:
        before = contents(peopled / "reception.db")
        ran = run("act", code, *arguments, "--data", peopled, "--json")
        assert_refused(ran, said, status=status)
        assert contents(peopled / "reception.db") == before
        return ran.err.strip()

    return refuse


@pytest.fixture
def shown(run, peopled, code):
    return lambda: run("show", code, "--data", peopled, "--json").json


def test_from_hand_to_hand(act, refused, shown, wall):
    wall.set_to("2026-03-10T10:00")
    assert act("forward", "--to", "vàng a lử", "--note", "gấp")["holder"] == SPECIALIST.name
    refused("forward", "--to", "lu", said="đang ở Vàng A Lử")
    refused("forward", "--to", "luu", said="luu")
    refused("forward", "--to", "Phòng Kinh tế", "--stage", 2, said="bước")
    refused("forward", "--to", "x" * 1500, said="1000")
    wall.set_to("2026-03-10T14:00")
    taken = act("take-over", "--clerk", "lu", "--at", "2026-03-10T13:30")
    assert taken["at"] == "2026-03-10T13:30:00+07:00"
    refused("take-over", "--clerk", "lu", said="đã nhận")
    assert act("forward", "--to", "Phòng Kinh tế", "--to-kind", "office")["holder"]
    refused("send-back", "--reason", "x", "--to", "Sở Y tế", said="chưa từng ở Sở Y tế")
    assert act("send-back", "--reason", "thiếu chữ ký", "--to", "lu")["holder"] == SPECIALIST.name
    assert act("send-back", "--reason", "sai", "--to", "Bộ phận Một cửa")["holder"] != "lu"

    told = shown()
    assert [(part["kind"], part["login"], part["note"]) for part in told["custody"]] == [
        ("desk", "", ""), ("specialist", "lu", "gấp"), ("office", "", ""),
        ("specialist", "lu", "thiếu chữ ký"), ("desk", "", "sai"),
    ]  # fmt: skip
    assert told["custody"][1]["taken_at"] == "2026-03-10T13:30:00+07:00"
    minutes = {part["name"]: part["office_minutes"] for part in told["time_by_holder"]}
    # From ten to fourteen o'clock, two hours of it the midday break.
    assert (minutes["Bộ phận Một cửa"], minutes["Vàng A Lử"]) == (60, 120)
    assert [entry["by"] for entry in told["history"] if entry["kind"] == "dossier.taken-over"] == [
        "lu"
    ]


def test_a_supplement(act, refused, shown, wall):
    refused("receive-supplement", said="bây giờ hãy chọn")
    refused("request-supplement", "--want", " ", "--reason", "thiếu", said="bổ sung gì")
    wall.set_to("2026-03-12T09:00")
    asked = act(*ASK)
    assert (asked["state"], asked["slip_number"]) == ("awaiting-supplement", "0001/2026/PBS")
    refused(*ASK, said="chờ bổ sung")
    wall.set_to("2026-03-20T09:00")
    brought = act("receive-supplement", "--paper", "Bản sao căn cước")
    assert brought["due_at"] > brought["first_due_at"]
    refused(*ASK, said="một lần")
    told = shown()
    assert told["supplement"]["wanted"] == ["Giấy chứng sinh"]
    assert told["intake"]["papers"][-1]["name"] == "Bản sao căn cước"
    assert told["first_due_at"] < told["supplied"]["other_due_at"] < told["due_at"]


def test_a_supplement_asked_for_late_names_the_rule(act, refused, shown, wall):
    wall.set_to("2026-03-20T09:00")
    refused(*ASK, said="chậm nhất ngày 13/03/2026")
    act(*ASK, "--late-because", "Luật Đất đai")
    assert shown()["supplement"]["late_because"] == "Luật Đất đai"


def test_the_clock_stands_still_and_is_lengthened(act, refused, shown, wall):
    refused("resume", said="không tiếp tục giải quyết được")
    refused("suspend", "--ground", "other", said="căn cứ")
    refused("suspend", "--ground", "court", "--until", "2026-03-01", said="đã qua")
    refused("suspend", "--ground", "court", "--until", "mai", said="mai")
    stopped = act("suspend", "--ground", "court", "--until", "2026-03-12", "--note", "thụ lý 5")
    assert stopped["state"] == "suspended"
    assert shown()["suspension"]["expected_on"] == "2026-03-12"
    wall.set_to("2026-03-12T09:00")
    resumed = act("resume", "--note", "đã có bản án")
    assert resumed["due_at"] > resumed["first_due_at"]
    refused("extend", "--days", 0, "--agreement", "12/TT", said="từ 1 đến")
    refused("extend", "--days", 3, "--agreement", " ", said="văn bản")
    assert act("extend", "--days", 3, "--agreement", "12/TT")["due_at"] > resumed["due_at"]
    [pause] = shown()["pauses"]
    assert pause == {
        "from_at": "2026-03-10T09:00:00+07:00",
        "until_at": "2026-03-12T09:00:00+07:00",
    }


def test_show_tells_when_it_happened_and_when_it_was_written_down(act, run, peopled, code, wall):
    wall.set_to("2026-03-12T09:00")
    act("suspend", "--ground", "court", "--note", "thụ lý 5", "--at", "2026-03-11T08:00")
    act("resume", "--at", "2026-03-12T08:30")

    told = run("show", code, "--data", peopled).out

    assert "08:00 11/03/2026  Tạm dừng  (dòng lệnh, ghi lúc 09:00 12/03/2026)" in told
    assert "Không tính vào thời hạn: từ 08:00 11/03/2026 đến 08:30 12/03/2026" in told


def test_a_delay_is_explained_and_apologised_for_once(act, refused, run, peopled, shown, wall):
    wall.set_to("2026-03-23T10:00")
    [draft] = run("worklist", "apologies", "--data", peopled, "--json").json
    assert (draft["cause"], draft["explained"]) == ("unfinished", False)
    refused("explain-delay", "--cause", "other", "--owner", "Sở Y tế", said="ghi rõ")
    refused("explain-delay", "--cause", "staff", "--owner", " ", said="chậm do ai")
    act("explain-delay", "--cause", "verification", "--owner", "Sở Y tế", "--reason", "chờ")
    refused("apologise", "--new-date", "2026-03-23", said="hẹn lại")
    apologised = act("apologise", "--new-date", "2026-03-30")
    assert apologised["number"] == "0001/2026/PXL"
    assert apologised["target_at"] == "2026-03-30T17:30:00+07:00"
    assert apologised["due_at"] == apologised["first_due_at"] == draft["due_at"]
    refused("apologise", said="một lần")
    told = shown()["apology"]
    assert (told["cause"], told["owner"], told["reason"]) == ("verification", "Sở Y tế", "chờ")
    assert told["signer"] == LEADER.name
    act("notify", "--channel", "phone", "--outcome", "reached", "--to", "0912345678")
    assert shown()["notices"][-1]["outcome"] == "reached"


def test_a_late_apology_says_why(act, refused, wall):
    wall.set_to("2026-03-25T10:00")
    refused("apologise", said="muộn")
    act("apologise", "--late-because", "mất điện", "--cause", "staff", "--owner", "Lan")


def test_to_the_hands_of_the_recipient(act, refused, shown):
    ready = act("record-result", "--result", "Quyết định", "--number", "12/QĐ")
    assert (ready["state"], ready["number"]) == ("result-ready", "12/QĐ")
    refused(*STOP, said="trả kết quả")
    refused("hand-over", said="8.000 đồng")
    refused("hand-over", "--recipient", "Người Lạ", "--pay", "cash", said="uỷ quyền")
    stranger = ("--recipient", "Người Lạ", "--authorisation", "giấy số 5")
    refused("hand-over", *stranger, "--identity", "0110", "--pay", "cash", said="căn cước")
    done = act(
        "hand-over", "--recipient", "Người Lạ", "--authorisation", "giấy số 5", "--identity",
        "011 099 000 001", "--pay", "transfer",
    )  # fmt: skip
    assert (done["state"], done["holder"]) == ("handed-over", None)
    told = shown()
    assert told["handover"]["identity"] == "011099000001"
    assert told["handover"]["originals"] == ["Giấy chứng tử"]
    assert [(fee["amount_vnd"], fee["paid_by"]) for fee in told["fees"]] == [(8000, "transfer")]
    refused("undo", "--reason", "x", said="đã trả kết quả")


def test_fees_and_the_post(act, refused, shown):
    refused("settle-fee", "--amount", -1, said="lớn hơn 0")
    paid = act("settle-fee", "--amount", 5000, "--by", "online", "--symbol", "1E", "--number", "7")
    assert paid["number"] == "7"
    act("settle-fee")
    assert [fee["amount_vnd"] for fee in shown()["fees"]] == [5000, 3000]
    refused("settle-fee", said="không còn phí")
    act("record-result")
    refused("reconcile-post", "--waybill", "EB123456", "--delivered", said="EB123456")
    act("post", "--waybill", "eb 123456", "--what", "result")
    refused("post", "--waybill", "EB123456", said="đã ghi")
    both = ("--delivered", "--returned")
    refused("reconcile-post", "--waybill", "EB123456", *both, said="một trong hai", status=2)
    act("reconcile-post", "--waybill", "EB123456", "--returned", "--note", "đi vắng")
    again = ("reconcile-post", "--waybill", "EB123456", "--delivered")
    refused(*again, said="đã đối soát lúc 09:00 10/03/2026 (chuyển hoàn)")
    act("hand-over", "--waybill", "EB654321", "--return", "Giấy chứng tử")
    told = shown()
    assert told["post_answers"][0]["delivered"] is False
    assert len(told["post_answers"]) == 1
    assert told["handover"]["waybill"] == "EB654321"


def test_only_a_signed_apology_goes_to_the_post(act, refused, wall):
    posting = ("post", "--waybill", "EB123456", "--what", "apology")
    refused(*posting, said="chưa có thư xin lỗi đã ký")
    wall.set_to("2026-03-23T10:00")
    act("apologise")
    assert act(*posting)["act"] == "post"


def test_what_is_offered_follows_the_clock(act, refused, shown, wall):
    assert {"undo", "request-supplement", "suspend"} <= set(shown()["allowed"])
    wall.set_to("2026-03-10T09:11")
    assert "undo" not in shown()["allowed"]
    wall.set_to("2026-03-13T17:00")
    assert "request-supplement" in shown()["allowed"]
    wall.set_to("2026-03-16T08:00")
    assert "request-supplement" not in act("settle-fee")["allowed"]
    wall.set_to("2026-03-25T09:00")
    assert not {"suspend", "extend"} & set(shown()["allowed"])
    with_time = {"huỷ tiếp nhận", "yêu cầu bổ sung", "tạm dừng", "gia hạn"}
    refused("resume", said="bây giờ hãy chọn")
    assert not with_time & set(refused("resume").partition("việc: ")[2].rstrip(".").split(", "))


@pytest.mark.parametrize(
    ("clerk", "arguments", "said"),
    [
        ("lu", ("settle-fee",), "không được ghi thu phí; hãy nhờ Cán bộ tiếp nhận, Lãnh đạo hoặc"),
        ("lu", ("correct", "--set", "sets=2", "--reason", "nhầm"), "không được sửa thông tin"),
        ("lu", ("undo", "--reason", "nhầm"), "Vàng A Lử (Chuyên viên) không được huỷ tiếp nhận"),
        ("lu", ("apologise",), "không được xin lỗi và hẹn lại; hãy nhờ Lãnh đạo hoặc Quản trị."),
    ],
)
def test_whoever_may_not_is_told_who_may(refused, clerk, arguments, said):
    refused(*arguments, "--clerk", clerk, said=said)


def test_a_refusal_and_a_stop(act, refused, run, peopled, written):
    refused("refuse", "--reason", " ", said="lý do")
    assert act("refuse", "--reason", "không đủ điều kiện")["slip_number"] == "0001/2026/PTC"
    [other] = run(
        "register", "--from", written({"procedure": LONG, "owner": OWNER}), "--data", peopled,
        "--json",
    ).json  # fmt: skip
    stopped = run(
        "act", other["code"], *STOP, "--return", "Tờ khai", "--fee", "đã hoàn", "--data", peopled,
        "--json",
    ).json  # fmt: skip
    assert (stopped["state"], stopped["number"]) == ("stopped", "0001/2026/TBD")
    told = run("show", other["code"], "--data", peopled, "--json").json["stop"]
    assert (told["returned"], told["fee_words"]) == (["Tờ khai"], "đã hoàn")


def test_what_was_taken_down_wrongly_is_put_right(act, refused, shown, wall):
    wall.set_to("2026-03-10T09:30")
    refused("correct", "--set", "owner.nam=x", "--reason", "nhầm", said="owner.name")
    refused("correct", "--set", "sets=hai", "--reason", "nhầm", said="sets")
    refused("correct", "--set", "owner.phone=12", "--reason", "nhầm", said="điện thoại")
    odd = ("--set", "owner.identity=01109901234")
    refused("correct", *odd, "--reason", "nhầm", said="số căn cước có 12 chữ số")
    refused("correct", "--set", "owner.name=Đỗ Thị Ưởng", "--reason", "nhầm", said="thay đổi")
    refused("correct", "--set", "sets=2", "--reason", " ", said="lý do")
    act(
        "correct", "--set", "owner.name=Đỗ Thị Hưởng", "--set", "sets=2", "--set",
        "owner.address.commune=xã Mường Lay", "--set", "submitter.name=An", "--set",
        "fee_vnd=9000", "--reason", "gõ nhầm",
    )  # fmt: skip
    assert act("correct", "--set", "submitter.name=", "--reason", "tự nộp")
    refused("reclassify", "--procedure", "9.999999", "--reason", "nhầm", said="9.999999")
    refused("reclassify", "--procedure", LONG, "--reason", "nhầm", said="thủ tục khác")
    reclassified = act("reclassify", "--procedure", BIRTH, "--reason", "chọn nhầm")
    assert reclassified["due_at"] < reclassified["first_due_at"]
    refused("correct-time", "--what", "result", "--to", "2026-03-10", "--reason", "x", said="chưa")
    to = ("--to", "2026-03-10T08:00")
    act("correct-time", "--what", "received", *to, "--reason", "đến sớm hơn")

    told = shown()
    changes = {(c["field"], c["before"], c["after"]) for c in told["corrections"]}
    assert ("owner.name", "Đỗ Thị Ưởng", "Đỗ Thị Hưởng") in changes
    assert ("sets", "1", "2") in changes
    assert ("procedure", LONG, BIRTH) in changes
    assert ("received", "2026-03-10T09:00:00+07:00", "2026-03-10T08:00:00+07:00") in changes
    assert told["intake"]["submitter"] is None
    assert told["intake"]["fee_vnd"] == 9000


def test_a_receipt_is_undone_within_ten_minutes(act, refused, run, peopled, code, tmp_path, wall):
    run("print", "receipt", code, "--out", tmp_path / "giay.pdf", "--data", peopled)
    refused("undo", "--reason", "nhầm", said="thu lại giấy")
    wall.set_to("2026-03-10T09:05")
    assert act("undo", "--reason", "nhầm", "--paper-returned")["allowed"] == []
    refused("take-over", said="không còn việc gì")


def test_after_ten_minutes_it_is_too_late_to_undo(refused, wall):
    wall.set_to("2026-03-10T09:11")
    refused("undo", "--reason", "nhầm", said="quá 10 phút")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",), (), ("forward",), ("forward", "--to"), ("forward", "--to", "lu", "--days", 1),
        ("forward", "--to", "lu", "--to-kind", "applicant"), ("forward", "--to", "lu", "thừa"),
        ("forward", "--to", "lu", "--stage", 0), ("take-over", "--to", "lu"), ("send-back",),
        ("request-supplement", "--reason", "x"), ("suspend",), ("suspend", "--ground", "mưa"),
        ("extend", "--days", "ba", "--agreement", "x"), ("extend", "--days", 3),
        ("explain-delay", "--cause", "staff"), ("apologise", "--cause", "x"), ("refuse",),
        ("stop", "--reason", "x"), ("hand-over", "--pay", "vàng"), ("settle-fee", "--amount", "1k"),
        ("post",), ("reconcile-post", "--waybill", "EB123456"), ("notify", "--channel", "phone"),
        ("correct", "--reason", "x"), ("correct", "--set", "sets", "--reason", "x"),
        ("reclassify", "--reason", "x"), ("correct-time", "--what", "x"), ("undo",),
        ("undo", "--reason", "x", "--at", "2026-03-10T09:00"),
    ],
)  # fmt: skip
def test_wrong_usage_of_an_act_ends_with_2(refused, arguments):
    refused(*arguments, status=2)


@pytest.mark.parametrize("at", ["2026-03-10T08:00", "2026-03-11T08:00", "hôm qua", "2026-02-30"])
def test_an_act_is_not_before_the_last_one_nor_in_the_future(refused, at):
    refused("take-over", "--clerk", "lu", "--at", at)


@pytest.mark.parametrize("clerk", ["ai", "cu", "", "'; DROP TABLE event"])
def test_whoever_acts_must_have_an_account(refused, clerk):
    refused("record-result", "--clerk", clerk, said="quantri")


def test_a_dossier_that_is_not_there(run, peopled):
    assert_refused(run("act", "H40.16-990101-0001", "take-over", "--data", peopled), status=1)


def test_for_people_an_act_is_one_sentence(run, peopled, code):
    ran = run("act", code, *ASK, "--data", peopled)

    assert (ran.status, ran.err) == (0, "")
    [sentence] = ran.out.splitlines()
    assert "0001/2026/PBS" in sentence
    assert "chờ bổ sung" in sentence


def test_every_act_of_the_table_can_be_typed(run):
    told = run("act", "--help").out
    attached_by_its_own_command = {Act.ATTACH}

    for row in LIFE:
        if row.offered and row.act not in attached_by_its_own_command:
            assert f"\n  {row.act} " in told, row.act


def test_a_register_stays_whole_through_acts(act, run, peopled):
    act("forward", "--to", "lu")
    act(*ASK)
    act("receive-supplement")
    act("record-result")

    assert run("verify", "--data", peopled, "--json").json["unsigned_events"] == 0
