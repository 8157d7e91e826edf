"""The pages in a real browser: by keyboard alone, at any width, in light, dark and on paper."""

from __future__ import annotations

import re
from datetime import date

import pytest

import chromium
from at_the_counter import clock_at
from ledger_pen import AGENCY, PASSWORD, Pen, received
from reception.domain.applicant import Party
from reception.domain.closed_periods import PeriodClosed, digest
from reception.domain.custody import Holder, HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier_events import Apologised, Forwarded, ResultRecorded
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import parse_moment
from reception.domain.server_users import ServerRole, ServerUser
from reception.domain.timeliness import Rule
from reception.services import (
    closed_reports,
    folding,
    server_keeping,
    server_reports,
    server_sign_in,
)
from reception.storage.ledger.ledger import Ledger
from serving import serving

CODE = "H40.16-260302-0001"
CLOSED = f"/bao-cao/da-chot/so?xa={AGENCY}&tu=2026-03-01&den=2026-03-09"
CLOCK = clock_at("2026-03-10T09:00")
USERS = (
    ServerUser("giamsat", "Trần Thị Sát", ServerRole.SUPERVISOR),
    ServerUser("thanhtra", "Lê Văn Tra", ServerRole.INSPECTOR),
    ServerUser("quantri", "Vũ Quản Trị", ServerRole.ADMINISTRATOR),
)
PAGES = {
    "/tra-cuu": "",
    f"/xin-loi?xa={AGENCY}&thang=2026-03": "",
    f"/ket-qua?xa={AGENCY}&thang=2026-03": "",
    "/dang-nhap": "",
    "/bang?tu=2026-03": "giamsat",
    f"/bang/{AGENCY}?tu=2026-03": "giamsat",
    f"/bang/{AGENCY}/ho-so?loai=open-overdue": "giamsat",
    "/bao-cao?ky=2026-03": "giamsat",
    "/bao-cao/ho-so?ky=2026-03&cot=c3": "giamsat",
    "/bao-cao?bao-cao=07a&ky=2026-03": "giamsat",
    "/bao-cao?bao-cao=overdue-reasons&ky=2026-03": "giamsat",
    f"/bao-cao/da-chot?xa={AGENCY}": "giamsat",
    f"{CLOSED}&bao-cao=ii06a": "giamsat",
    "/thanh-tra": "thanhtra",
    f"/thanh-tra/ho-so?ma={CODE}": "thanhtra",
    "/nguoi-dung": "quantri",
    f"/giu-rieng/{AGENCY}/10": "quantri",
    "/mat-khau": "quantri",
    f"/tra-cuu?ma={CODE}": "",
    "/nhat-ky": "quantri",
}

# What axe calls label, heading-order, th-has-data-cells, landmark-one-main, html-has-lang and
# duplicate-id, said shortly.
FAULTS = """() => {
  const faults = [], all = (what) => [...document.querySelectorAll(what)];
  if (document.documentElement.lang !== 'vi') faults.push('lang');
  if (!document.title.includes(' – ')) faults.push('title');
  for (const [what, count] of [['main', 1], ['h1', 1], ['header', 1]])
    if (all(what).length !== count) faults.push(`${what}: ${all(what).length}`);
  let level = 0;
  for (const heading of all('h1, h2, h3, h4')) {
    const next = +heading.tagName[1];
    if (next > level + 1) faults.push(`heading ${heading.textContent}`);
    level = next;
  }
  for (const field of all('input:not([type=hidden]), select'))
    if (!field.labels.length) faults.push(`no label: ${field.name}`);
  for (const button of all('button, a'))
    if (!button.textContent.trim()) faults.push('nameless button or link');
  for (const table of all('table')) {
    if (!table.caption) faults.push('table without caption');
    if (table.querySelectorAll('thead th[scope=col]').length !== table.rows[0].cells.length)
      faults.push('column headers');
    for (const row of table.tBodies[0].rows)
      if (row.cells.length > 1 && !row.querySelector('th[scope=row]')) faults.push('row header');
  }
  const ids = all('[id]').map((each) => each.id);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  for (const each of all('[aria-describedby], [aria-labelledby]'))
    for (const name of ['aria-describedby', 'aria-labelledby'])
      for (const id of (each.getAttribute(name) || 'noi-dung').split(' '))
        if (!document.getElementById(id)) faults.push(`no #${id}`);
  for (const nav of all('nav')) if (!nav.getAttribute('aria-label')) faults.push('nameless nav');
  return faults;
}"""

# Each visible text's colour against what lies under it, by WCAG's formula.
CONTRASTS = """() => {
  const linear = (part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  const part = (value) => linear(value / 255);
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  const under = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const said = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const style = getComputedStyle(element);
    if (!(said || element.matches('input, select')) || !element.checkVisibility()) continue;
    const [a, b] = [light(rgb(style.color)), light(under(element))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) found.push([element.outerHTML.slice(0, 80), Math.round(ratio * 100) / 100]);
  }
  return found;
}"""


def at(text: str):
    return parse_moment(f"2026-03-{text}")


def close(ledger: Ledger, pen: Pen) -> None:
    """The commune closes the first days of March as they are known now."""
    folding.fold_all(ledger, CLOCK)
    days, now = Period(date(2026, 3, 1), date(2026, 3, 9)), CLOCK()
    for name in server_reports.COUNTED:
        told = server_reports.make(ledger, CLOCK, name, days, Choices(), AGENCY).whole
        text = closed_reports.text_of(told)
        event = PeriodClosed(
            at=now, report=name, from_on=days.from_on, until_on=days.until_on, rule=Rule.DAY,
            no_limit_on_time=True, returned_on_time=True, figures=text, sha256=digest(text),
            places=(),
        )  # fmt: skip
        pen.write("closed-periods", event, now)


@pytest.fixture(scope="module")
def browser():
    with chromium.running() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A server with a commune at work, and its address."""
    ledger = Ledger.open(str(tmp_path_factory.mktemp("site") / "ledger.db"))
    server_keeping.add_commune(ledger, AGENCY, "Xã Mường Lay", CLOCK)
    server_keeping.add_commune(ledger, "H40.17", "Xã Chiềng Đông", CLOCK)
    pen = Pen(ledger).enrol(CLOCK())
    owner = Party("Lò Thị Ngoan", identity="011199004321")
    for n, area in enumerate(("Đất đai", "Hộ tịch", "Bảo trợ xã hội"), start=1):
        pen.write(f"d{n}", received(n, owner=owner, area=area), at("02T08:00"))
    office = Holder(HolderKind.OFFICE, "Chi nhánh Văn phòng Đăng ký đất đai khu vực Mường Lay")
    pen.write("d1", Forwarded(at("02T09:00"), office), at("02T09:00"))
    apology = Apologised(
        at("04T10:00"), "0001/2026/PXL", Cause.OTHER_AGENCY, office.name, "x", at("12T17:30"), "A",
        "B",
    )  # fmt: skip
    pen.write("d1", apology, at("04T10:00"))
    close(ledger, pen)
    pen.write("d3", ResultRecorded(at("06T10:00")), at("06T10:00"))
    pen.write("d2", {"at": 1}, at("06T10:00"), kind="dossier.handed-over")
    for user in USERS:
        server_sign_in.add_user(ledger, CLOCK, user, PASSWORD, "test")
    folding.fold_all(ledger, CLOCK)
    with serving(ledger, clock=CLOCK) as served:
        yield f"http://127.0.0.1:{served.port}"
    ledger.close()


@pytest.fixture(scope="module")
def tokens(browser, site) -> dict[str, list]:
    """What a browser holds once somebody has signed in."""
    held: dict[str, list] = {"": []}
    for user in USERS:
        context = browser.new_context(base_url=site)
        page = context.new_page()
        page.goto("/dang-nhap")
        page.get_by_label("Tên đăng nhập").fill(user.login)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url(re.compile("/(bang|nguoi-dung)"))
        held[user.login] = context.cookies()
        context.close()
    return held


@pytest.fixture
def at_page(browser, site, tokens):
    """Open a page as whoever sees it; ``settings`` are the browser's."""
    contexts = []

    def open_it(path: str, **settings: object):
        context = browser.new_context(base_url=site, locale="vi-VN", **settings)
        contexts.append(context)
        context.add_cookies(tokens[PAGES.get(path, "")])
        page = context.new_page()
        answer = page.goto(path)
        assert answer.status == 200
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_landmarks_labels_and_headings(at_page, path):
    page = at_page(path, viewport={"width": 320, "height": 700})
    low = page.evaluate(
        "[...document.querySelectorAll('button, input:not([type=hidden]), select, nav a')]"
        ".filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
    )

    assert page.evaluate(FAULTS) == []
    assert low == []


@pytest.mark.parametrize("path", PAGES)
def test_every_text_stands_out_from_what_is_under_it(at_page, path):
    page = at_page(path)
    for scheme, window in (("light", "rgb(243, 246, 249)"), ("dark", "rgb(22, 27, 32)")):
        page.emulate_media(color_scheme=scheme)

        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == window
        assert page.evaluate(CONTRASTS) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_to_be_moved_sideways(at_page, path):
    page = at_page(path)
    for width in (320, 768, 1024, 1366):
        page.set_viewport_size({"width": width, "height": 700})

        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_dossier_is_looked_up_by_keyboard_alone(at_page):
    page = at_page("/tra-cuu")
    focused = "document.activeElement.id || document.activeElement.textContent.trim()"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "Đến nội dung chính"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    order = []
    for _ in range(3):
        page.keyboard.press("Tab")
        order.append(page.evaluate(focused))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert order == ["ma", "so", "Tra cứu"]

    page.focus("#ma")
    page.keyboard.type(CODE)
    page.keyboard.press("Tab")
    page.keyboard.type("4321")
    page.keyboard.press("Enter")

    page.get_by_role("status").wait_for()
    assert page.get_by_role("status").inner_text() == "Đang giải quyết"
    assert "Ngoan" not in page.content()


def test_from_a_receipt_s_qr_the_digits_are_typed_at_once(at_page):
    page = at_page(f"/tra-cuu?ma={CODE}")
    # A page takes up its autofocus when it is first drawn, which may be after it was loaded.
    page.locator("#so:focus").wait_for()

    page.keyboard.type("4321")
    page.keyboard.press("Enter")

    page.get_by_role("status").wait_for()
    assert page.get_by_role("status").inner_text() == "Đang giải quyết"


def test_a_wrong_answer_is_said_aloud_and_tied_to_its_field(at_page):
    page = at_page("/tra-cuu")
    page.get_by_label("Mã hồ sơ").fill(CODE)
    page.get_by_label("4 chữ số cuối").fill("0000")
    page.get_by_role("button", name="Tra cứu").click()

    assert "khớp cả mã và bốn chữ số" in page.get_by_role("alert").inner_text()
    assert "loi" in page.get_by_label("Mã hồ sơ").get_attribute("aria-describedby").split()


def test_everything_works_without_script(at_page):
    page = at_page("/tra-cuu", java_script_enabled=False)
    page.get_by_label("Mã hồ sơ").fill(CODE)
    page.get_by_label("4 chữ số cuối").fill("4321")
    page.get_by_role("button", name="Tra cứu").click()

    assert page.get_by_role("status").inner_text() == "Đang giải quyết"


def test_a_page_asks_nobody_but_its_own_server(at_page, site):
    page = at_page("/bang?tu=2026-03")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()

    assert asked
    assert all(url.startswith(site) for url in asked)


def test_narrow_tables_keep_their_meaning_for_those_who_listen(at_page):
    page = at_page("/bang?tu=2026-03", viewport={"width": 320, "height": 700})

    assert page.get_by_role("columnheader", name="Đang quá hạn").count() >= 1
    assert page.get_by_role("rowheader", name="Xã Mường Lay").count() == 1


@pytest.mark.parametrize("path", ["/bang?tu=2026-03", f"/ket-qua?xa={AGENCY}&thang=2026-03"])
def test_on_paper_there_are_figures_and_no_forms(at_page, path):
    page = at_page(path)
    page.emulate_media(media="print")

    assert not page.locator("main form").first.is_visible()
    assert not page.locator("nav").first.is_visible()
    assert page.get_by_text("tính đến từng phút").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize("name", ["07a", "overdue-reasons"])
def test_between_reports_one_goes_by_keyboard_and_keeps_the_period(at_page, name):
    page = at_page("/bao-cao?ky=2026-03")
    page.get_by_label("Kỳ", exact=False).first.fill("2026-Q1")
    page.keyboard.press("Enter")
    page.wait_for_url("**ky=2026-Q1**")
    nav = page.get_by_role("navigation", name="Các báo cáo")
    nav.get_by_role("link").nth(1 if name == "07a" else 2).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**bao-cao={name}**")

    assert nav.locator("[aria-current=page]").count() == 1
    assert (
        "từ ngày 01/01/2026 đến hết ngày 31/03/2026" in page.locator("caption").first.inner_text()
    )


def test_what_is_another_today_is_said_in_words_not_by_colour_alone(at_page):
    page = at_page(f"{CLOSED}&bao-cao=ii06a", viewport={"width": 320, "height": 700})
    assert page.get_by_role("status").first.inner_text().startswith("Hôm nay khác")
    changed = page.locator("tr.total td.warn")
    assert changed.count() > 0
    assert all("nay" in text for text in changed.all_inner_texts())
    page.emulate_media(media="print")
    assert page.get_by_text("Mã kiểm SHA-256").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_signing_out_by_keyboard_ends_the_session(at_page):
    page = at_page("/dang-nhap")
    page.get_by_label("Tên đăng nhập").fill("giamsat")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/bang")
    page.get_by_role("button", name="Đăng xuất").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/dang-nhap")
    page.goto("/bang")

    assert "/dang-nhap" in page.url
