"""The public's pages: a dossier is told to who knows its digits, and nobody is ever named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from at_the_counter import clock_at
from ledger_pen import AGENCY, Browser, Pen, received
from reception.domain.applicant import Address, Party
from reception.domain.custody import Holder, HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier_events import Apologised, Forwarded, ResultRecorded
from reception.domain.look_up import place_of
from reception.domain.moments import parse_moment
from reception.services import folding
from serving import serving

CODE = "H40.16-260302-0001"
OWNER = Party(
    "Lò Thị Ngoan",
    identity="011199004321",
    phone="0912345678",
    email="ngoan@vi.du",
    address=Address("Bản Co Mị", "Xã Mường Lay", "", "Điện Biên"),
)
NOBODY = "Không có hồ sơ nào khớp cả mã và bốn chữ số"
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def at(text: str):
    return parse_moment(f"2026-03-{text}")


@pytest.fixture
def clock():
    return clock_at("2026-03-10T09:00")


@pytest.fixture
def pen(communes, clock):
    return Pen(communes).enrol(clock())


@pytest.fixture
def late(pen):
    """A late dossier at a specialist's, apologised for, its owner's name in every free text."""
    holder = Holder(HolderKind.SPECIALIST, "Quàng Văn Pọm")
    pen.write("d1", received(owner=OWNER), at("02T08:00"))
    pen.write("d1", Forwarded(at("02T09:00"), holder, note="bà Ngoan"), at("02T09:00"))
    apology = Apologised(
        at("04T10:00"), "0001/2026/PXL", Cause.VERIFICATION, "Lò Thị Ngoan", "bà Ngoan vắng",
        at("12T17:30"), "Chủ tịch", "Chủ tịch",
    )  # fmt: skip
    pen.write("d1", apology, at("04T10:00"))
    return pen


@pytest.fixture
def folded(late, communes, clock):
    folding.fold_all(communes, clock)
    return communes


@pytest.fixture
def browser(folded, clock):
    with serving(folded, clock=clock) as served:
        yield Browser(served.line)


def look_up(browser: Browser, code: str = CODE, digits: str = "4321"):
    return browser.post("/tra-cuu", {"ma": code, "so": digits})


@pytest.mark.parametrize("digits", ["4321", "5678", " 4321 "])
def test_who_knows_the_digits_learns_how_the_dossier_stands(browser, digits):
    page = look_up(browser, digits=digits)

    assert page.status == 200
    for told in (
        CODE, "Đang giải quyết", "Chậm so với ngày hẹn", "cần thêm thời gian thẩm tra, xác minh",
        "17:30 05/03/2026", "17:30 12/03/2026", "Bộ phận chuyên môn, Xã H40.16",
    ):  # fmt: skip
        assert told in page.words
    for secret in ("Ngoan", "4321", "0912", "Co Mị", "ngoan@", "Pọm"):
        assert secret not in page.text


def test_unknown_code_and_wrong_digits_are_answered_alike(browser):
    wrong = look_up(browser, digits="1111")
    unknown = look_up(browser, "H40.16-260302-9999", "4321")

    assert wrong.status == unknown.status == 404
    assert NOBODY in wrong.words
    assert wrong.text.replace(CODE, "") == unknown.text.replace("H40.16-260302-9999", "")


@ON_SQLITE
@pytest.mark.parametrize("digits", ["", "432", "43210", "abcd", "४३२१"])
def test_digits_that_are_none_are_sent_back_and_not_counted(browser, digits):
    for _ in range(8):
        page = look_up(browser, digits=digits)
        assert page.status == 422
    assert "4 chữ số cuối" in page.words
    assert look_up(browser).status == 200


@ON_SQLITE
def test_a_receipt_s_whole_qr_does_for_its_code_and_goes_no_further(browser):
    scanned = f"{CODE}|1.004873|011199004321|Giấy tiếp nhận|HT|08:00 02/03/2026|"
    page = look_up(browser, scanned)
    asked = browser.get("/tra-cuu?ma=h40.16-260302-0001")

    assert page.status == 200
    assert "011199004321" not in page.text
    assert f'value="{CODE}"' in asked.text


@ON_SQLITE
def test_whoever_comes_from_a_receipt_s_qr_is_asked_for_the_digits_alone(browser):
    there = place_of("", CODE)

    page = browser.get(there)
    found = browser.post(there, {"ma": page.hidden("ma"), "so": "4321"})

    assert page.hidden("ma") == CODE
    assert 'id="ma"' not in page.text
    assert 'id="so"' in page.text
    assert CODE in page.words
    assert "Đang giải quyết" in found.words
    assert 'id="ma"' in browser.get("/tra-cuu?ma=khong-phai-ma").text


def test_guessing_digits_of_a_code_is_slowed_down_ever_more(browser, clock):
    for guess in range(5):
        assert look_up(browser, digits=f"{guess:04}").status == 404
    refused = look_up(browser)
    assert (refused.status, "Hãy chờ" in refused.words) == (429, True)
    waits = [int(refused.headers["retry-after"])]
    for guess in range(5, 8):
        clock.at += timedelta(seconds=waits[-1])
        assert look_up(browser, digits=f"{guess:04}").status == 404
        waits.append(int(look_up(browser).headers["retry-after"]))

    assert waits == [10, 20, 40, 80]
    clock.at += timedelta(seconds=80)
    assert look_up(browser).status == 200


def test_a_code_that_does_not_exist_is_slowed_down_just_so(browser):
    statuses = [look_up(browser, "H40.16-260302-9999").status for _ in range(8)]

    assert statuses == [404] * 5 + [429] * 3


def test_an_address_that_tries_many_codes_is_slowed_down(browser):
    statuses = [look_up(browser, f"H40.16-260302-{n:04}", "0000").status for n in range(100, 124)]

    assert statuses == [404] * 20 + [429] * 4


@ON_SQLITE
def test_knowing_the_digits_costs_no_patience(browser):
    assert {look_up(browser).status for _ in range(30)} == {200}


@ON_SQLITE
def test_a_slip_of_somebody_sent_home_cannot_be_looked_up(browser):
    assert look_up(browser, "0001/2026/PXL").status == 404
    assert look_up(browser, "").status == 422


@ON_SQLITE
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text("ĐđƯưƠơẾ qzxw'", min_size=6).map(lambda text: f"Zq{text}Zq"),
    line=st.text("ĐđƯưƠơẾ qzxw'", min_size=6).map(lambda text: f"Qz{text}Qz"),
    identity=st.integers(10**11, 10**12 - 1).map(str),
    phone=st.integers(10**9, 10**10 - 1).map(lambda number: f"0{number}"),
)
def test_no_public_page_tells_who_it_is(browser, communes, pen, clock, name, line, identity, phone):
    owner = Party(name, identity=identity, phone=phone, address=Address(line))
    entity = f"d{identity}{phone}"
    opened = received(int(phone[-6:]) + 10_000, owner=owner)
    pen.write(entity, opened, at("02T08:00"))
    apology = Apologised(
        at("04T10:00"), "0002/2026/PXL", Cause.OTHER, name, f"{name} {line} {phone}",
        at("12T17:30"), "A", "B",
    )  # fmt: skip
    pen.write(entity, apology, at("04T10:00"))
    folding.fold_all(communes, clock)

    pages = [
        look_up(browser, opened.code, identity[-4:]),
        browser.get(f"/xin-loi?xa={AGENCY}&thang=2026-03"),
        browser.get(f"/ket-qua?xa={AGENCY}&thang=2026-03"),
    ]

    assert [page.status for page in pages] == [200, 200, 200]
    assert all(opened.code in page.words for page in pages[:2])
    for page in pages:
        for secret in (name, line, identity, phone, identity[:-4], phone[:-4]):
            assert secret.strip() not in page.words


def test_the_apologies_of_a_month_name_code_kind_of_reason_and_office(browser):
    page = browser.get(f"/xin-loi?xa={AGENCY}&thang=2026-03")

    for told in (
        CODE, "05/03/2026", "12/03/2026", "Xã H40.16", "cần thêm thời gian thẩm tra, xác minh",
    ):  # fmt: skip
        assert told in page.words
    assert "Ngoan" not in page.text
    assert "0001/2026/PXL" not in page.text
    assert CODE not in browser.get(f"/xin-loi?xa={AGENCY}&thang=2026-02").text
    assert CODE not in browser.get("/xin-loi?xa=H40.17&thang=2026-03").text


def test_who_kept_the_date_after_all_is_not_on_the_list(late, communes, clock):
    late.write("d1", ResultRecorded(at("05T17:00")), at("05T17:00"))
    folding.fold_all(communes, clock)
    with serving(communes, clock=clock) as served:
        page = Browser(served.line).get(f"/xin-loi?xa={AGENCY}&thang=2026-03")

    assert "không có hồ sơ trả chậm" in page.words


def test_results_print_their_definition_and_how_many_they_count(late, communes, clock):
    for n, result_at in enumerate(("04T08:00", "05T08:00", "06T08:00"), start=2):
        late.write(f"d{n}", received(n, area="Đất đai"), at("02T08:00"))
        late.write(f"d{n}", ResultRecorded(at(result_at)), at(result_at))
    folding.fold_all(communes, clock)
    with serving(communes, clock=clock) as served:
        page = Browser(served.line).get(f"/ket-qua?xa={AGENCY}&thang=2026-03")

    assert "66,6 % (n = 3)" in page.words
    assert "tính đến từng phút" in page.words
    assert page.words.index("Đất đai") < page.words.index("Hộ tịch")


@ON_SQLITE
@pytest.mark.parametrize("month", ["2026-13", "hôm nay", "2026-3-1", "1999-01", "2026-٠٣"])
def test_a_month_that_is_none_is_told_and_the_present_one_shown(browser, month):
    page = browser.get(f"/ket-qua?thang={month}".encode("ascii", "ignore").decode())

    assert page.status == 200
    assert "tháng 03/2026" in page.words


@ON_SQLITE
def test_pages_carry_what_keeps_browsers_safe(browser):
    page = browser.get("/tra-cuu")

    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "script" not in page.text
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["cache-control"] == "no-store"
    assert "://" not in page.text
    assert browser.get("/web/style.css").headers["content-type"].startswith("text/css")


@ON_SQLITE
def test_what_is_typed_comes_back_as_text(browser):
    page = look_up(browser, '"><b>x', "1234")

    assert "<b>" not in page.text.lower()
    assert page.status == 404
