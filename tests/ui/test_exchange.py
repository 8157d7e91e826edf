"""The exchange by itself, seen from the window: quiet, honest, and never in anybody's way."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from exchange_counter import (
    Counter,
    Road,
    commune,
    counter,
    desk_folder,
    other,
    plan_by,
    ready_file,
    road,
    sitting,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_program import ADMINISTRATOR, CLERK, sitting_down

from ends import AGENCY, Commune, received
from hubs import another_ledger
from reception.domain.office import Office
from reception.services import exchange, server_keeping, set_up
from reception.services.desk import open_desk
from reception.storage import line_rows
from reception.sync.asking import Answer, Request
from reception.sync.enrolling import invite
from reception.sync.stick_answering import take_bundle
from reception.ui.changes import Changes
from reception.ui.exchange.lane import Exchanging
from reception.ui.exchange.plan import CA_NAME
from reception.ui.rail import Place
from reception.ui.tasks import Tasks
from reception.ui.theme import Tone

__all__ = ["commune", "counter", "other", "ready_file", "road", "sitting"]

CTRL = Qt.KeyboardModifier.ControlModifier


# --- by itself ------------------------------------------------------------------------------------


def test_an_office_without_a_server_is_left_in_peace(app, commune, road, qtbot):
    folder = desk_folder(commune, enrolled=False)
    with sitting_down(app, folder, commune.clock, qtbot, plan_by(road)) as sitting:
        sitting.sign_in()
        alone = Counter(sitting, road)
        alone.receive()
        assert (alone.words, alone.tone) == ("Chưa ghi danh với máy chủ", Tone.IDLE)
        assert not alone.alarm.is_set
    assert road.asked == []


def test_the_desk_exchanges_by_itself_after_the_start(counter, other):
    received(other, "Lò Văn Bên")
    exchange.exchange(other, counter.road, exchange.make_exchanger(other, lambda: 0.0))
    assert counter.alarm.waits == [3.0]
    assert "chờ gửi" in counter.words
    assert counter.tone is Tone.IDLE

    counter.ring()

    assert "không còn gì chờ gửi" in counter.words
    assert counter.tone is Tone.GOOD
    assert counter.alarm.waits[-1] == 15.0
    assert counter.desk.store.database.row("SELECT count(*) FROM dossier") == (1,)


def test_what_is_written_down_goes_soon_and_together(counter):
    counter.ring()
    counter.receive()
    counter.receive()

    assert counter.alarm.waits == [3.0, 15.0, 8.0]
    assert "còn 2 chờ gửi" in counter.words
    assert counter.tone is not Tone.GOOD

    counter.ring()
    assert "không còn gì chờ gửi" in counter.words
    assert counter.tone is Tone.GOOD


def test_a_line_that_is_down_is_said_and_tried_for_ever_without_a_single_dialog(
    counter, commune, qtbot
):
    counter.ring()
    counter.road.down = True
    counter.receive()
    commune.clock.set_to("2026-03-10T09:20")
    for _ in range(12):
        counter.ring()
        assert QApplication.activeModalWidget() is None

    assert counter.words.startswith("Chưa nối được máy chủ từ 09:00 · Đã khớp đến số ")
    assert "còn 1 chờ gửi" in counter.words
    assert counter.tone is Tone.WARNING
    assert counter.alarm.waits[-12:] == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]

    # People who come to the desk do not make it ask more often.
    counter.receive()
    assert counter.alarm.waits[-1] == 900
    counter.road.down = False
    counter.ring()
    assert counter.tone is Tone.GOOD
    assert counter.alarm.waits[-1] == 15.0


def test_a_server_that_needs_a_newer_program_says_so_and_the_desk_works_on(app, commune, qtbot):
    class Newer(Road):
        def ask(self, request: Request) -> Answer:
            if request.target == "/v1/hello":
                return Answer(200, b'{"protocol": [2, 3]}')
            return Answer(404, b'{"error": "no-such-page"}')

    folder = desk_folder(commune)
    with sitting_down(app, folder, commune.clock, qtbot, plan_by(Newer(commune))) as sitting:
        sitting.sign_in()
        behind = Counter(sitting, road)
        behind.ring()
        behind.receive()

        assert behind.words.startswith("Máy chủ cấp trên cần chương trình mới hơn; hãy cập nhật")
        assert behind.words.endswith("chờ gửi")
        assert QApplication.activeModalWidget() is None


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(counter):
    counter.road.busy_s = 120
    counter.ring()
    assert counter.alarm.waits[-1] == 122

    counter.road.busy_s = 10**6
    counter.ring()
    assert counter.alarm.waits[-1] == 3604


def test_what_came_down_is_shown_by_the_views_and_no_news_of_this_desk(counter, other):
    dossier = counter.receive()
    counter.ring()
    exchange.exchange(other, counter.road, exchange.make_exchanger(other, lambda: 0.0))
    received(other, "Lò Văn Bên")
    exchange.exchange(other, counter.road, exchange.make_exchanger(other, lambda: 0.0))
    told: list[frozenset[str]] = []
    counter.program.changes.dossiers_changed.connect(told.append)

    counter.ring()

    [[new]] = told
    assert new != dossier.dossier_id
    assert counter.sitting.workspace.home.figures.cards
    assert counter.alarm.waits[-1] == 15.0  # not “soon”: there is nothing to send
    counter.sitting.workspace.go(Place.DOSSIERS)
    counter.sitting.settle()
    assert counter.sitting.workspace.pages.dossiers.model.rowCount() == 2


def test_an_office_changed_at_another_desk_is_read_anew_here(counter, other):
    counter.ring()
    office: Office = other.office
    set_up.change_office(other, replace(office, name="Trung tâm Mới"), by=ADMINISTRATOR)
    exchange.exchange(other, counter.road, exchange.make_exchanger(other, lambda: 0.0))

    counter.ring()

    assert counter.sitting.workspace.workplace.rules.office.name == "Trung tâm Mới"
    assert "Trung tâm Mới" in counter.sitting.window.windowTitle()


def test_the_program_ends_although_a_request_hangs(app, commune, road, qtbot):
    begun, released = Event(), Event()

    class Hanging(Road):
        def ask(self, request: Request) -> Answer:
            begun.set()
            released.wait(60)
            return Answer(500)

    folder = desk_folder(commune)
    try:
        with sitting_down(app, folder, commune.clock, qtbot, plan_by(Hanging(commune))) as sitting:
            sitting.sign_in()
            sitting.program.exchanging._alarm.ring()
            qtbot.waitUntil(begun.is_set)
        assert not released.is_set()
    finally:
        released.set()


def test_a_fault_in_the_program_is_reported_once_and_then_only_told(app, commune, qtbot):
    class Faulty(Road):
        def ask(self, request: Request) -> Answer:
            raise RuntimeError("a fault of ours")

    folder = desk_folder(commune)
    desk = open_desk(folder, commune.clock)
    rules, tasks, changes = desk.another(), Tasks(), Changes()
    broken: list[object] = []
    tasks.broken.connect(broken.append)
    lane = Exchanging(desk, rules, tasks, changes, plan_by(Faulty(commune)))
    lane.begin()
    qtbot.waitUntil(lambda: lane.state is not None and not tasks.busy)
    for _ in range(3):
        lane._alarm.ring()
        qtbot.waitUntil(lambda: not tasks.busy)

    assert len(broken) == 1
    assert "lỗi của chương trình" in lane.trouble
    assert lane._alarm.waits == [3.0, 2, 4, 8]
    lane.end()
    tasks.close()
    rules.close()
    desk.close()


# --- the page -------------------------------------------------------------------------------------


@pytest.fixture
def page(counter):
    counter.ring()
    counter.sitting.key(Qt.Key.Key_7, CTRL)
    counter.sitting.settle()
    return counter.sitting.workspace.pages.exchange


def test_a_press_on_the_status_line_opens_the_page(counter):
    counter.program.window.status.line.click()
    assert counter.sitting.workspace.stack.currentWidget() is (
        counter.sitting.workspace.pages.exchange
    )


def test_the_page_tells_server_standing_and_the_last_exchanges(page, commune):
    assert page.chip.text() == "Máy chủ đã nhận đủ, có ký nhận"
    assert "không còn gì chờ gửi" in page.words.text()
    assert page.server.text().startswith("Máy chủ: ")
    with commune.ledger.reading() as work:
        assert server_keeping.fingerprint(work.authority().public_key) in page.server.text()
    assert page.log.rowCount() == 1
    assert page.log.item(0, 1).text() == "mạng"
    assert "Đã khớp với máy chủ" in page.log.item(0, 5).text()


def test_ctrl_enter_exchanges_now_even_after_failures(page, counter):
    counter.road.down = True
    counter.receive()
    counter.ring()
    assert page.chip.text() == "Chưa nối được máy chủ"
    counter.road.down = False

    counter.sitting.key(Qt.Key.Key_Return, CTRL)
    counter.sitting.settle()

    assert page.chip.text() == "Máy chủ đã nhận đủ, có ký nhận"
    assert page.log.item(0, 2).text() == "1"
    assert counter.alarm.waits[-1] == 15.0


def test_comparing_says_whether_both_ends_hold_the_same(page, counter):
    page.compare_button.click()
    counter.sitting.settle()
    assert "Hai đầu khớp hoàn toàn" in page.said.text()

    counter.road.down = True
    page.compare_button.click()
    counter.sitting.settle()
    assert "Không tới được máy chủ" in page.problem.text()
    assert not page.said.isVisible()


def test_by_stick_there_and_back(page, counter, commune, tmp_path):
    counter.road.down = True
    counter.receive()
    out, back = tmp_path / "di.rcb", tmp_path / "ve.rcb"

    page.write_stick(out)
    counter.sitting.settle()
    assert "Đã ghi gói số 1" in page.said.text()
    assert "còn 1 chờ gửi" in counter.words  # written is not sent

    take_bundle(commune.ledger, out, back, commune.clock)
    page.take_stick(back)
    counter.sitting.settle()

    assert "đã gửi được 1" in page.said.text()
    assert "không còn gì chờ gửi" in counter.words
    assert [page.log.item(n, 1).text() for n in range(2)] == ["USB", "USB"]


def test_the_days_reconciliation_is_shown_before_it_is_printed(page, counter, qtbot):
    counter.sitting.key(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    preview = QApplication.activeModalWidget()
    assert "doi-soat-20260310.pdf" in preview.windowTitle()
    preview.reject()


# --- enrolling ------------------------------------------------------------------------------------


@pytest.fixture
def unenrolled(app, commune, road, qtbot):
    folder = desk_folder(commune, enrolled=False)
    with sitting_down(app, folder, commune.clock, qtbot, plan_by(road)) as sitting:
        sitting.sign_in()
        sitting.workspace.go(Place.EXCHANGE)
        sitting.settle()
        yield Counter(sitting, road)


def test_a_desk_is_enrolled_by_address_and_code_and_exchanges_at_once(unenrolled, commune):
    page = unenrolled.sitting.workspace.pages.exchange
    form = page.form
    assert page.chip.text() == "Chưa ghi danh"
    assert page.stack.currentWidget() is form

    form.button.click()
    assert "địa chỉ" in form.fields["server"].problem.text()
    form.server.set_value("near.example")
    form.button.click()
    assert "mã ghi danh" in form.fields["code"].problem.text()
    form.code.set_value("AAAAA-AAAAA")
    form.server.set_value("https://near.example")
    form.button.click()
    unenrolled.sitting.settle()
    assert "Mã ghi danh không đúng" in form.fields["code"].problem.text()
    unenrolled.road.down = True
    form.button.click()
    unenrolled.sitting.settle()
    assert "Không tới được máy chủ" in form.fields["server"].problem.text()
    assert not form.fields["code"].problem.text()

    unenrolled.road.down = False
    form.code.set_value(invite(commune.ledger, AGENCY, 3, "Quầy", commune.clock()))
    form.button.click()
    unenrolled.sitting.settle()

    assert page.stack.currentWidget() is page.tabs
    assert unenrolled.tone is Tone.GOOD
    assert unenrolled.desk.store.journal.device.slot == 3


@pytest.fixture
def elsewhere(ready_file, tmp_path):
    """The same commune at another server."""
    ledger = another_ledger(ready_file, tmp_path / "elsewhere" / "ledger.db")
    made = Commune(ledger, tmp_path / "elsewhere")
    yield made
    made.close()


def server_of(counter: Counter) -> bytes:
    return line_rows.line(counter.desk.database).server_key


def test_a_desk_moves_to_another_server_only_if_that_is_meant(page, counter, elsewhere):
    before = server_of(counter)
    page.move_button.click()
    form = page.form
    form.server.set_value("https://hub.example")
    form.code.set_value(invite(elsewhere.ledger, AGENCY, 4, "Quầy", elsewhere.clock()))

    form.button.click()
    assert "muốn chuyển" in form.fields["move"].problem.text()
    counter.ring()
    assert page.stack.currentWidget() is form  # an exchange meanwhile takes nothing away
    form.leave_it.click()
    assert (page.stack.currentWidget(), server_of(counter)) == (page.tabs, before)

    page.move_button.click()
    form = page.form
    form.server.set_value("https://hub.example")
    form.code.set_value(invite(elsewhere.ledger, AGENCY, 4, "Quầy", elsewhere.clock()))
    form.moving.setChecked(True)
    counter.road.commune = elsewhere
    form.button.click()
    counter.sitting.settle()

    assert page.stack.currentWidget() is page.tabs
    assert server_of(counter) != before
    assert counter.desk.store.journal.device.slot == 4
    assert counter.tone is Tone.GOOD


def test_a_certificate_chosen_for_enrolling_is_kept_for_every_exchange(
    unenrolled, commune, tmp_path
):
    page, own = unenrolled.sitting.workspace.pages.exchange, commune.folder / "cua-so" / CA_NAME
    certificate = tmp_path / "goc-cua-tinh.pem"
    certificate.write_text("-----BEGIN CERTIFICATE-----", "utf-8")
    form = page.form
    form.trust(certificate)
    form.server.set_value("https://near.example")
    form.code.set_value("AAAAA-AAAAA")
    form.button.click()
    unenrolled.sitting.settle()
    assert not own.exists()

    form.code.set_value(invite(commune.ledger, AGENCY, 3, "Quầy", commune.clock()))
    form.button.click()
    unenrolled.sitting.settle()

    assert unenrolled.tone is Tone.GOOD
    assert own.read_bytes() == certificate.read_bytes()
    assert unenrolled.road.certificates == [certificate, certificate, None]


def test_a_clerk_sees_that_enrolling_is_the_administrators(app, commune, road, qtbot):
    folder = desk_folder(commune, enrolled=False)
    with sitting_down(app, folder, commune.clock, qtbot, plan_by(road)) as sitting:
        sitting.sign_in(CLERK)
        sitting.workspace.go(Place.EXCHANGE)
        sitting.settle()
        assert not sitting.workspace.pages.exchange.form.isEnabled()
