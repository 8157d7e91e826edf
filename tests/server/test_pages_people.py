"""Signing in: who gets in, what each role sees, and what an attacker does not get."""

from __future__ import annotations

from datetime import timedelta

import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, PASSWORD, Browser
from reception.domain.errors import RuleViolation
from reception.domain.server_users import ServerRole, ServerUser, checked_server_user
from reception.services import server_sign_in
from serving import serving

OTHER = "H40.17"
LEADER = ServerUser("chutich", "Lò Văn Chủ", ServerRole.LEADER, AGENCY)
SUPERVISOR = ServerUser("giamsat", "Trần Thị Sát", ServerRole.SUPERVISOR)
INSPECTOR = ServerUser("thanhtra", "Lê Văn Tra", ServerRole.INSPECTOR)
ADMINISTRATOR = ServerUser("quantri", "Vũ Quản Trị", ServerRole.ADMINISTRATOR)
EVERYBODY = (LEADER, SUPERVISOR, INSPECTOR, ADMINISTRATOR)
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng"


@pytest.fixture
def clock():
    return clock_at("2026-03-10T09:00")


@pytest.fixture
def people(communes, clock):
    for user in EVERYBODY:
        server_sign_in.add_user(communes, clock, user, PASSWORD, "test")
    return communes


@pytest.fixture
def served(people, clock):
    with serving(people, clock=clock) as running:
        yield running


@pytest.fixture
def browser(served):
    return Browser(served.line)


def audit(ledger) -> list[tuple[str, str, str]]:
    with ledger.reading() as work:
        return [(each.login, each.act, each.about) for each in work.audit_entries(50)]


def test_a_session_is_a_cookie_that_no_script_reads(browser, people):
    page = browser.sign_in("giamsat")

    assert (page.status, page.headers["location"]) == (303, "/bang")
    cookie = next(each for each in page.cookies if each.startswith("reception="))
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert browser.get("/bang").status == 200
    token = browser.cookies["reception"]
    with people.reading() as work:
        assert work.session(token.encode()) is None


def test_every_worker_knows_who_is_signed_in(browser, people, clock):
    browser.sign_in("giamsat")

    with serving(people, clock=clock) as another:
        there = Browser(another.line, dict(browser.cookies))
        assert there.get("/bang").status == 200


def test_behind_tls_the_cookie_is_for_this_host_and_tls_alone(people, clock):
    with serving(people, clock=clock, behind=("127.0.0.1",)) as running:
        browser = Browser(running.line)
        secure = {"X-Forwarded-Proto": "https"}
        form = browser.get("/dang-nhap", **secure)
        fields = {"_mau": form.hidden("_mau"), "ten": "giamsat", "mat-khau": PASSWORD, "tiep": ""}
        page = browser.post("/dang-nhap", fields, **secure)

    cookie = next(each for each in page.cookies if each.startswith("__Host-reception="))
    assert "Secure" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize(("login", "password"), [("giamsat", "sai"), ("ai-do", PASSWORD), ("", "")])
def test_who_is_not_known_learns_nothing(browser, login, password):
    page = browser.sign_in(login, password)

    assert (page.status, WRONG in page.words) == (401, True)
    assert "reception" not in browser.cookies


def test_guessing_a_password_waits_longer_and_longer(browser, clock):
    statuses = [browser.sign_in("giamsat", f"sai lầm số {n}").status for n in range(4)]
    refused = browser.sign_in("giamsat")

    assert statuses == [401] * 4
    assert (refused.status, int(refused.headers["retry-after"])) == (429, 16)
    clock.at += timedelta(seconds=16)
    assert browser.sign_in("giamsat").status == 303


def test_a_clock_that_is_put_right_keeps_nobody_out(browser, clock):
    clock.at += timedelta(days=365)
    for n in range(4):
        browser.sign_in("giamsat", f"sai lầm số {n}")
    clock.at -= timedelta(days=365)

    assert browser.sign_in("giamsat", "sai").status == 401  # counted from the right time on
    assert browser.sign_in("giamsat").status == 429
    clock.at += timedelta(seconds=32)
    assert browser.sign_in("giamsat").status == 303


@pytest.mark.parametrize("how", ["enabling", "a new password"])
def test_whoever_looks_after_the_server_ends_a_wait(browser, people, clock, how):
    for n in range(4):
        browser.sign_in("giamsat", f"sai lầm số {n}")
    assert browser.sign_in("giamsat").status == 429
    if how == "enabling":
        server_sign_in.enable_user(people, clock, "giamsat", "test")
    else:
        server_sign_in.change_password(people, clock, "giamsat", PASSWORD, "test")

    assert browser.sign_in("giamsat").status == 303


def test_nobody_is_shut_out_by_another_s_failures_from_elsewhere(browser):
    for n in range(5):
        browser.sign_in("thanhtra", f"sai lầm số {n}")

    assert browser.sign_in("giamsat").status == 303


@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (31, 303)])
def test_a_session_ends_when_nobody_uses_it(browser, clock, minutes, status):
    browser.sign_in("giamsat")
    clock.at += timedelta(minutes=minutes)

    assert browser.get("/bang").status == status


def test_a_session_ends_after_ten_hours_however_busy(browser, clock):
    browser.sign_in("giamsat")
    statuses = []
    for _ in range(26):
        clock.at += timedelta(minutes=25)
        statuses.append(browser.get("/bang").status)

    assert statuses == [200] * 24 + [303] * 2


def test_signing_out_ends_it_in_the_ledger_too(browser):
    browser.sign_in("giamsat")
    held = dict(browser.cookies)

    assert browser.send(browser.get("/bang"), "/dang-xuat", {}).status == 303

    browser.cookies = held
    assert browser.get("/bang").status == 303


def test_who_is_disabled_or_given_another_password_is_out_at_once(browser, people, clock):
    browser.sign_in("giamsat")
    server_sign_in.disable_user(people, clock, "giamsat", "test")
    assert browser.get("/bang").status == 303
    assert browser.sign_in("giamsat").status == 401

    server_sign_in.enable_user(people, clock, "giamsat", "test")
    browser.sign_in("giamsat")
    server_sign_in.change_password(people, clock, "giamsat", "một câu khác hẳn", "test")
    assert browser.get("/bang").status == 303
    assert browser.sign_in("giamsat", "một câu khác hẳn").status == 303


PAGES = {
    "/bang": {"giamsat", "thanhtra", "chutich"},
    "/bang.csv": {"giamsat", "thanhtra", "chutich"},
    f"/bang/{AGENCY}": {"giamsat", "thanhtra", "chutich"},
    f"/bang/{OTHER}": {"giamsat", "thanhtra"},
    f"/bang/{AGENCY}/ho-so": {"giamsat", "thanhtra", "chutich"},
    f"/bang/{OTHER}/ho-so": {"giamsat", "thanhtra"},
    f"/bang/{OTHER}/ho-so.csv": {"giamsat", "thanhtra"},
    "/thanh-tra": {"thanhtra"},
    "/nguoi-dung": {"quantri"},
    "/nhat-ky": {"quantri", "thanhtra"},
    "/giu-rieng": {"quantri"},
}


@pytest.mark.parametrize("login", [user.login for user in EVERYBODY])
def test_each_role_sees_its_own_pages_and_no_other(browser, login):
    browser.sign_in(login)

    seen = {path for path in PAGES if browser.get(path).status == 200}
    refused = {path for path in PAGES if browser.get(path).status == 403}

    assert seen == {path for path, who in PAGES.items() if login in who}
    assert refused == PAGES.keys() - seen


@pytest.mark.parametrize("path", [*PAGES, "/thanh-tra/ho-so?ma=x"])
def test_nobody_sees_anything_without_signing_in(browser, path):
    page = browser.get(path)

    assert page.status == 303
    assert page.headers["location"].startswith("/dang-nhap?tiep=/")


def test_a_leader_s_board_is_their_own_commune(browser):
    browser.sign_in("chutich")

    page = browser.get("/bang")

    assert f"Xã {AGENCY}" in page.words
    assert OTHER not in page.text
    assert OTHER not in browser.get("/bang.csv").text


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("/thanh-tra", "/thanh-tra"),
        ("//xau.vn", "/bang"),
        ("https://xau.vn", "/bang"),
        ("/\\xau.vn", "/bang"),
        ("", "/bang"),
    ],
)
def test_signing_in_leads_nowhere_but_to_our_own_pages(browser, then, place):
    assert browser.sign_in("thanhtra", then=then).headers["location"] == place


@pytest.mark.parametrize("token", ["", "0" * 64, "khác"])
def test_a_form_that_we_did_not_give_out_does_nothing(browser, people, token):
    browser.sign_in("quantri")
    fields = {"_mau": token, "viec": "khoa", "ten": "giamsat"}

    assert browser.post("/nguoi-dung", fields).status == 403
    assert browser.post("/dang-xuat", {"_mau": token}).status == 403
    with people.reading() as work:
        assert work.server_user("giamsat")[0].active


def test_another_browser_s_form_does_nothing(served, people):
    ours, theirs = Browser(served.line), Browser(served.line)
    ours.sign_in("quantri")
    theirs.sign_in("quantri")
    fields = {"_mau": theirs.get("/nguoi-dung").hidden("_mau"), "viec": "khoa", "ten": "giamsat"}

    assert ours.post("/nguoi-dung", fields).status == 403


def test_a_form_sent_by_another_site_does_nothing(browser):
    browser.sign_in("quantri")
    token = browser.get("/nguoi-dung").hidden("_mau")
    fields = {"_mau": token, "viec": "khoa", "ten": "giamsat"}

    assert browser.post("/nguoi-dung", fields, **{"Sec-Fetch-Site": "cross-site"}).status == 403
    assert browser.post("/nguoi-dung", fields, **{"Sec-Fetch-Site": "same-origin"}).status == 303


def test_an_administrator_adds_disables_and_enables_people(browser, people):
    browser.sign_in("quantri")
    form = browser.get("/nguoi-dung")
    new = {
        "viec": "them", "ten": "Moi", "ho-ten": "Người  mới", "vai-tro": "leader", "xa": OTHER,
        "mat-khau": "một câu dài và dễ nhớ",
    }  # fmt: skip

    assert browser.send(form, "/nguoi-dung", new).status == 303
    with people.reading() as work:
        added = work.server_user("moi")[0]
    assert added == ServerUser("moi", "Người mới", ServerRole.LEADER, OTHER)
    assert browser.send(form, "/nguoi-dung", {"viec": "khoa", "ten": "moi"}).status == 303
    assert browser.send(form, "/nguoi-dung", {"viec": "mo", "ten": "moi"}).status == 303
    assert browser.send(form, "/nguoi-dung", {"viec": "khoa", "ten": "quantri"}).status == 422
    told = audit(people)
    for act in ("user-added", "user-disabled", "user-enabled"):
        assert ("quantri", act) in {each[:2] for each in told}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"ten": "giamsat"}, "đã có người dùng"),
        ({"mat-khau": "ngắn"}, "ít nhất 12 ký tự"),
        ({"vai-tro": "vua"}, "chọn vai trò"),
        ({"xa": ""}, "đúng một xã"),
        ({"xa": "H40.99"}, "Chưa có xã"),
        ({"ho-ten": " "}, "họ tên"),
    ],
)
def test_an_account_that_cannot_be_is_sent_back(browser, fields, told):
    browser.sign_in("quantri")
    new = {
        "viec": "them", "ten": "moi", "ho-ten": "Mới", "vai-tro": "leader", "xa": AGENCY,
        "mat-khau": PASSWORD,
    }  # fmt: skip

    page = browser.send(browser.get("/nguoi-dung"), "/nguoi-dung", {**new, **fields})

    assert (page.status, told in page.words) == (422, True)


def test_the_record_tells_who_saw_and_took_out_what(browser, people):
    browser.sign_in("giamsat")
    browser.get("/bang?tu=2026-01&den=2026-03")
    browser.get("/bang.csv?tu=2026-01&den=2026-03")
    browser.get(f"/bang/{AGENCY}/ho-so?loai=overdue&tu=2026-03")
    browser.get(f"/bang/{AGENCY}/ho-so.csv?loai=overdue&tu=2026-03")

    assert audit(people)[:5] == [
        ("giamsat", "list-exported", "overdue 2026-03-01..2026-03-31 0"),
        ("giamsat", "list-seen", "overdue 2026-03-01..2026-03-31 0+100"),
        ("giamsat", "board-exported", "2026-01-01..2026-03-31"),
        ("giamsat", "board-seen", "2026-01-01..2026-03-31"),
        ("giamsat", "sign-in", ""),
    ]


def test_a_password_is_kept_as_a_hash_alone(people):
    with people.reading() as work:
        kept = work.server_user("giamsat")[1]

    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


@pytest.mark.parametrize(
    ("user", "code"),
    [
        (ServerUser("X Y", "A", ServerRole.SUPERVISOR), "login-impossible"),
        (ServerUser("ab", " ", ServerRole.SUPERVISOR), "name-missing"),
        (ServerUser("ab", "A", ServerRole.LEADER), "agency-missing"),
        (ServerUser("ab", "A", ServerRole.SUPERVISOR, AGENCY), "agency-missing"),
    ],
)
def test_who_cannot_be_a_user(user, code):
    with pytest.raises(RuleViolation) as refused:
        checked_server_user(user)

    assert refused.value.code == code


NEW = "một câu khác hẳn"


def changing(browser: Browser, old: str = PASSWORD, new: str = NEW, again: str = NEW):
    fields = {"mat-khau": old, "mat-khau-moi": new, "nhap-lai": again}
    return browser.send(browser.get("/mat-khau"), "/mat-khau", fields)


def test_whoever_is_signed_in_gives_themselves_another_password(served, people):
    here, there = Browser(served.line), Browser(served.line)
    here.sign_in("giamsat")
    there.sign_in("giamsat")

    page = changing(here)

    assert (page.status, "Đã đổi mật khẩu" in page.words) == (200, True)
    assert here.get("/bang").status == 200
    assert here.send(here.get("/mat-khau"), "/dang-xuat", {}).status == 303
    assert there.get("/bang").status == 303
    assert there.sign_in("giamsat").status == 401
    assert there.sign_in("giamsat", NEW).status == 303
    assert ("giamsat", "password-changed", "giamsat") in audit(people)


@ON_SQLITE
@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"old": "sai"}, "hiện tại không đúng"),
        ({"new": "ngắn", "again": "ngắn"}, "ít nhất 12 ký tự"),
        ({"again": NEW + "x"}, "khác nhau"),
    ],
)
def test_a_password_that_cannot_be_changed_so_stays(browser, served, fields, told):
    browser.sign_in("giamsat")

    page = changing(browser, **fields)

    assert (page.status, told in page.words) == (422, True)
    assert Browser(served.line).sign_in("giamsat").status == 303


@ON_SQLITE
def test_whoever_finds_a_browser_open_does_not_guess_the_password_there(browser):
    browser.sign_in("giamsat")

    statuses = [changing(browser, old=f"sai lầm số {n}").status for n in range(5)]

    assert statuses == [422] * 4 + [429]


@ON_SQLITE
def test_a_password_is_changed_by_nobody_who_is_not_signed_in(browser):
    assert browser.get("/mat-khau").headers["location"] == "/dang-nhap?tiep=/mat-khau"
    browser.sign_in("giamsat")
    assert browser.post("/mat-khau", {"mat-khau": PASSWORD, "_mau": ""}).status == 403
