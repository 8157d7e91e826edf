"""A portal submits dossiers with its key: checked, once, and told what became of each."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import pytest

from at_the_counter import BIRTH, BY, clock_at
from ends import Commune
from reception.domain.errors import RuleViolation
from reception.domain.submission import Attachment
from reception.server.settings import Limits, Rate
from reception.services import inbox, portals
from reception.services.portal_submissions import Door
from reception.services.submission_standing import WAITING
from reception.storage.submission_rows import WAITING as WAITING_AT_THE_DESK
from reception.sync.asking import Answer, Request
from sent_down import settle
from serving import HttpLine, serving

AGENCY, OTHER = "H40.16", "H40.17"
CLOCK = clock_at("2026-03-10T09:00")
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
PDF = b"%PDF-1.7\n" + b"to khai" * 1000
WHOLE = {
    "id": "2026-000123",
    "procedure": BIRTH,
    "owner": {"name": "H'Hen Niê", "identity": "066199012341", "phone": "0912345678"},
    "papers": [{"name": "Tờ khai"}],
    "submitted_at": "2026-03-10T08:30",
}


@dataclass
class PortalClient:
    """A portal at its end of the line."""

    line: HttpLine
    key: str
    agency: str = AGENCY

    def ask(self, method: str, target: str, body: bytes = b"") -> Answer:
        return self.line.ask(Request(method, target, body, f"Bearer {self.key}"))

    def submit(self, **more: object) -> Answer:
        target = f"/v1/communes/{self.agency}/submissions"
        return self.ask("POST", target, json.dumps(WHOLE | more).encode())

    def standing(self, own_id: str = "2026-000123") -> Answer:
        return self.ask("GET", f"/v1/communes/{self.agency}/submissions/{own_id}")

    def place(self, data: bytes, name: str = "") -> str:
        name = name or hashlib.sha256(data).hexdigest()
        return f"/v1/communes/{self.agency}/attachments/{name}"

    def bring(self, data: bytes, piece: int = 5000) -> Answer:
        """Bring a file piece by piece; the last answer."""
        place = self.place(data)
        answers = [
            self.ask("POST", f"{place}?offset={at}&size={len(data)}", data[at : at + piece])
            for at in range(0, len(data), piece)
        ]
        return answers[-1]


def attached(data: bytes, name: str = "to-khai.pdf", **more: object) -> dict[str, object]:
    told = {"sha256": hashlib.sha256(data).hexdigest(), "name": name, "size": len(data)}
    return told | more


def said(answer: Answer) -> dict:
    return json.loads(answer.body)


def code(answer: Answer) -> tuple[int, str]:
    """How a request was refused; every refusal says in a sentence what to do."""
    told = said(answer)
    assert "; hãy " in told["detail"], told
    return answer.status, told["error"]


@pytest.fixture
def keyed(communes):
    """A portal that may submit to every commune."""
    return portals.add(communes, "cong-dvc", "Cổng DVC tỉnh", CLOCK, by="test").key


@pytest.fixture
def commune(communes, tmp_path):
    """The commune and its desks, in the same ledger as the server's."""
    made = Commune(communes, tmp_path, new=False)
    made.clock.at = CLOCK()
    yield made
    for desk in made.desks:
        desk.close()


@pytest.fixture
def portal(communes, commune, keyed, tmp_path):
    with serving(communes, clock=CLOCK, scans=tmp_path / "server-scans") as served:
        yield PortalClient(served.line, keyed)


def test_a_submission_reaches_the_inbox_of_its_commune_with_its_files(portal, commune):
    desk = commune.desk(0)
    assert said(portal.bring(PDF)) == {"offset": len(PDF), "complete": True}

    answer = portal.submit(attachments=[attached(PDF)])
    settle(commune, desk)

    told = said(answer)
    assert (answer.status, told["new"], told["state"]) == (200, True, WAITING)
    assert told["answer_by"] == "2026-03-11T08:30:00+07:00"
    assert "trả lời trước 08 giờ 30 phút, ngày 11 tháng 03 năm 2026" in told["text"]
    [waiting] = inbox.waiting(desk)
    assert (waiting.state, waiting.submission) == (WAITING_AT_THE_DESK, told["submission"])
    assert waiting.arrived.portal_code == "2026-000123"
    name = hashlib.sha256(PDF).hexdigest()
    assert waiting.arrived.attachments == (
        Attachment(name, "to-khai.pdf", "application/pdf", len(PDF)),
    )
    assert commune.folder.joinpath("server-scans", AGENCY, name[:2], name[2:]).read_bytes() == PDF


@ON_SQLITE
def test_what_became_of_it_is_told_to_the_portal(portal, commune):
    desk = commune.desk(0)
    for own_id in ("1", "2", "3"):
        portal.submit(id=own_id)
    settle(commune, desk)
    by_code = {one.arrived.portal_code: one.submission for one in inbox.waiting(desk)}
    accepted = inbox.accept(desk, by_code["1"], by=BY)
    guided = inbox.guide(desk, by_code["2"], wanted=["Giấy chứng sinh"], reason="thiếu giấy", by=BY)
    inbox.refuse(desk, by_code["3"], reason="Không thuộc thẩm quyền", by=BY)
    settle(commune, desk)

    first, second, third = (said(portal.standing(own_id)) for own_id in ("1", "2", "3"))

    assert (first["state"], first["code"]) == ("accepted", accepted.code)
    assert first["due_at"] == accepted.due_at.isoformat()
    assert accepted.code in first["text"]
    assert first["settled_at"].endswith("+07:00")
    assert (second["state"], second["wanted"]) == ("guided", ["Giấy chứng sinh"])
    assert (second["slip"], second["code"]) == (guided.slip_number, "")
    assert "thiếu giấy" in second["text"]
    assert (third["state"], third["reason"]) == ("refused", "Không thuộc thẩm quyền")
    assert said(portal.submit(id="1")) == first


def test_the_same_sent_again_adds_nothing_and_another_under_its_id_is_refused(portal, communes):
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda _: said(portal.submit()), range(4)))
    again = said(portal.submit())

    assert sorted(one["new"] for one in at_once) == [False, False, False, True]
    assert again == at_once[0] | {"new": False}
    assert code(portal.submit(procedure="1.000656")) == (409, "submission-other")
    with communes.reading() as work:
        assert work.agency(AGENCY).position == 1


@ON_SQLITE
def test_without_a_moment_of_its_own_it_counts_from_its_arrival(portal):
    undated = {key: value for key, value in WHOLE.items() if key != "submitted_at"}
    body, target = json.dumps(undated).encode(), f"/v1/communes/{AGENCY}/submissions"

    first = said(portal.ask("POST", target, body))
    CLOCK.at = CLOCK.at.replace(hour=10)
    again = said(portal.ask("POST", target, body))
    CLOCK.at = CLOCK.at.replace(hour=9)

    assert first["submitted_at"] == "2026-03-10T09:00:00+07:00"
    assert again == first | {"new": False}


@pytest.fixture
def brought(communes, keyed):
    """Bring a body past the door of the network."""
    portal = portals.known(communes, f"Bearer {keyed}")
    return partial(Door(communes, None, CLOCK).bring, portal, AGENCY)


@ON_SQLITE
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"id": ""}, "“id”"),
        ({"id": "a b"}, "“id”"),
        ({"id": 7}, "“id”"),
        ({"owner": {"name": " "}}, "họ tên"),
        ({"owner": {}}, "name"),
        ({"procedure": " "}, "procedure"),
        ({"channel": "counter"}, "online-full"),
        ({"colour": "red"}, "colour"),
        ({"submitted_at": "2026-03-12T08:00"}, "Thời điểm nộp"),
        ({"fee_vnd": 10**30}, "phí"),
        ({"notes": "x" * 1001}, "quá 1000 ký tự"),
        ({"attachments": [{"sha256": "xyz", "name": "a"}]}, "SHA-256"),
        ({"attachments": [attached(PDF, "a.exe")]}, "PDF, JPEG"),
    ],
)
def test_what_cannot_be_a_submission_is_told_in_a_sentence(brought, changes, told):
    with pytest.raises(RuleViolation, match=told) as refused:
        brought(json.dumps(WHOLE | changes).encode())

    assert refused.value.code == "submission-faulty"


@ON_SQLITE
@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"\\ud800"', b"\xff", b"[" * 100_000, b"NaN"])
def test_what_is_no_json_object_is_refused(brought, body):
    with pytest.raises(RuleViolation, match="dạng JSON") as refused:
        brought(body)

    assert refused.value.code == "submission-faulty"


@ON_SQLITE
def test_a_file_must_be_there_whole_and_be_what_it_is_said_to_be(portal):
    program = b"MZ" + bytes(100)
    for data in (PDF, program):
        portal.bring(data)

    assert code(portal.submit(attachments=[attached(b"%PDF-never sent")])) == (
        409, "attachment-missing",
    )  # fmt: skip
    for wrong, error in (
        (attached(PDF, size=5), "attachment-other"),
        (attached(PDF, media="image/png"), "attachment-other"),
        (attached(program), "scan-kind"),
    ):
        assert code(portal.submit(attachments=[wrong])) == (422, error)
    large = [attached(bytes([n]), size=25_000_000) for n in range(5)]
    assert code(portal.submit(attachments=large)) == (422, "attachments-too-large")
    assert said(portal.submit(attachments=[attached(PDF)]))["new"]


@ON_SQLITE
def test_a_file_goes_on_where_the_line_broke(portal):
    place = portal.place(PDF)
    portal.ask("POST", f"{place}?offset=0&size={len(PDF)}", PDF[:3000])

    assert said(portal.ask("GET", place)) == {"offset": 3000, "complete": False}
    refused = portal.ask("POST", f"{place}?offset=10&size={len(PDF)}", PDF[10:])
    assert (code(refused), said(refused)["acked"]) == ((409, "wrong-offset"), 3000)
    rest = portal.ask("POST", f"{place}?offset=3000&size={len(PDF)}", PDF[3000:])
    assert said(rest)["complete"]
    altered = f"{portal.place(PDF, '0' * 64)}?offset=0&size={len(PDF)}"
    assert code(portal.ask("POST", altered, PDF)) == (409, "scan-altered")
    assert code(portal.ask("POST", f"{portal.place(PDF, 'f' * 64)}?offset=0&size=0")) == (
        413, "scan-too-large",
    )  # fmt: skip
    assert code(portal.ask("POST", f"{place}?offset=x&size=1")) == (422, "not-a-number")
    assert code(portal.ask("GET", portal.place(PDF, "no-hash"))) == (422, "not-a-scan")


@ON_SQLITE
def test_who_has_no_key_learns_nothing(portal, communes, keyed):
    strangers = ("", "cong-dvc", "cong-dvc." + "x" * 43, "khac" + keyed, keyed.upper())
    for key in strangers:
        refused = PortalClient(portal.line, key).submit()
        assert code(refused) == (401, "key-unknown")
        assert refused.headers["www-authenticate"] == "Bearer"

    renewed = portals.new_key(communes, "cong-dvc", CLOCK, by="test").key
    assert code(portal.submit()) == (401, "key-unknown")
    portal.key = renewed
    assert portal.submit().status == 200
    portals.revoke(communes, "cong-dvc", CLOCK, by="test")
    assert code(portal.standing()) == (401, "key-unknown")
    with communes.reading() as work:
        kept = work.portal("cong-dvc")
        acts = [(each.login, each.act) for each in work.audit_entries(9)]
    assert renewed.encode() not in kept.key_hash
    assert ("cong-dvc", "submission-brought") in acts


@ON_SQLITE
def test_a_portal_knows_its_own_submissions_and_communes_alone(portal, communes):
    own = portals.add(communes, "rieng", "Cổng riêng", CLOCK, by="test", agency=OTHER)
    other = PortalClient(portal.line, own.key)
    portal.submit()

    assert code(other.submit()) == (403, "other-agency")
    assert code(other.bring(PDF)) == (403, "other-agency")
    assert code(PortalClient(portal.line, portal.key, "H40.99").submit()) == (404, "unknown-agency")
    other.agency = OTHER
    assert code(other.standing()) == (404, "unknown-submission")
    assert said(other.submit())["new"]
    assert code(portal.standing("la")) == (404, "unknown-submission")


@ON_SQLITE
def test_a_portal_that_asks_too_often_waits_and_nobody_waits_for_it(communes, keyed):
    other = portals.add(communes, "khac", "Cổng khác", CLOCK, by="test").key
    with serving(communes, Limits(portal=Rate(0.001, 2)), clock=CLOCK) as served:
        busy, calm = PortalClient(served.line, keyed), PortalClient(served.line, other)
        liar = PortalClient(served.line, "khac." + "x" * 43)
        asked = [busy.standing().status for _ in range(3)]
        refused = busy.standing()
        lied = [liar.standing().status for _ in range(9)]

        assert asked == [404, 404, 429]
        assert (code(refused), int(refused.headers["retry-after"]) > 1) == (
            (429, "too-often"),
            True,
        )
        assert lied == [401] * 9
        assert calm.standing().status == 404


@ON_SQLITE
def test_a_server_that_came_back_from_a_copy_knows_what_a_portal_brought(portal, commune):
    first = said(portal.submit())
    settle(commune, commune.desk(0))
    commune.ledger.new_incarnation()

    assert said(portal.submit()) == first | {"new": False}
    assert said(portal.standing())["state"] == WAITING
