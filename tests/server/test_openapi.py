"""The OpenAPI document is what is served, and nothing that it allows breaks the server."""

from __future__ import annotations

import msgspec
import pytest
import requests
import schemathesis
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from at_the_counter import clock_at
from desk_client import DeskClient
from reception.server import portal_operations
from reception.server.app import make_app
from reception.server.operations import OPERATIONS
from reception.server.settings import Limits, Rate, Settings
from reception.services import portals, server_keeping
from reception.storage.ledger.ledger import Ledger
from reception.sync import wire
from reception.sync.asking import BYTES, Answer, Request
from reception.sync.gate import Gate

AGENCY = "H40.16"
MANY = Rate(1e9, 10**9)
FEW = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
PORTAL = {one.name for one in portal_operations.OPERATIONS}
ASKED = [(one.method, one.path) for one in (*OPERATIONS, *portal_operations.OPERATIONS)]
ASKED += [("GET", path) for path in ("/health", "/ready", "/metrics")]
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]
BATCHES = st.builds(
    wire.Batch,
    prev=st.binary(max_size=40),
    events=st.lists(st.tuples(st.binary(max_size=80), st.binary(max_size=80)), max_size=5),
    signature=st.binary(max_size=70),
).map(wire.pack)
WORSE = st.one_of(
    st.binary(max_size=200),
    st.binary(max_size=200).map(zstandard.compress),
    st.recursive(st.none() | st.integers(-9, 9) | st.binary(max_size=9), st.lists, max_leaves=20)
    .map(msgspec.msgpack.encode)
    .map(zstandard.compress),
)


@pytest.fixture(scope="module", autouse=True)
def events_as_bytes():
    """What schemathesis is to send where a batch of events is asked for."""

    @schemathesis.serializer(wire.MEDIA_TYPE)
    def as_it_is(_context, value):
        return value if isinstance(value, bytes) else bytes(value.data)

    schemathesis.openapi.media_type(wire.MEDIA_TYPE, BATCHES | WORSE)
    schemathesis.openapi.media_type(BYTES, st.binary(max_size=300))


@pytest.fixture(scope="module")
def own_ledger(tmp_path_factory):
    opened = Ledger.open(str(tmp_path_factory.mktemp("openapi") / "server.db"))
    server_keeping.add_commune(opened, AGENCY, "Xã Mường Lay", clock_at())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(own_ledger, tmp_path_factory):
    limits = Limits(device=MANY, portal=MANY, address=MANY, enrol=MANY)
    scans = tmp_path_factory.mktemp("scans")
    return make_app(own_ledger, clock_at(), Settings("", scans, limits=limits))


class InProcess:
    """A line without a line."""

    def __init__(self, ledger: Ledger) -> None:
        self._gate = Gate(ledger, clock_at())

    def ask(self, request: Request) -> Answer:
        return self._gate.answer(request)


@pytest.fixture(scope="module")
def known_desk(own_ledger):
    desk = DeskClient(InProcess(own_ledger), AGENCY)
    invited = server_keeping.invite(own_ledger, AGENCY, 1, "Quầy 1", clock_at())
    assert desk.enrol(invited.code).status == 200
    desk.write(9)
    assert desk.push().status == 200
    return desk


@pytest.fixture(scope="module")
def known_portal(own_ledger):
    """A portal's key."""
    return portals.add(own_ledger, "cong-dvc", "Cổng DVC", clock_at(), by="test").key


@pytest.fixture(scope="module")
def api(app):
    return schemathesis.openapi.from_asgi("/openapi.json", app)


class Signed(requests.auth.AuthBase):
    """Signs whatever was made up as the desk would, or names the portal's key."""

    def __init__(self, desk: DeskClient, key: str) -> None:
        self._desk, self._key = desk, key

    def __call__(self, asked: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._key:
            asked.headers["Authorization"] = f"Bearer {self._key}"
            return asked
        body = asked.body or b""
        body = body.encode() if isinstance(body, str) else body
        signed = self._desk.signed(asked.method, asked.path_url, body)
        asked.headers["Authorization"] = signed.authorization
        return asked


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_nothing_that_the_document_allows_or_forbids_breaks_the_server(
    api, known_desk, known_portal, method, path
):
    operation = api[path][method]
    own = {"device": known_desk.device, "agency": AGENCY, "epoch": 1, "sha256": "0" * 64}
    own["id"] = "nop-1"
    of_portal = operation.definition.raw["operationId"] in PORTAL
    somebody = Signed(known_desk, known_portal if of_portal else "")

    @settings(FEW)
    @given(operation.as_strategy() | operation.as_strategy(GenerationMode.NEGATIVE))
    def try_it(case) -> None:
        case.call_and_validate(checks=CHECKS)
        # Once more as somebody who may, about what is there.
        case.path_parameters.update({name: own[name] for name in case.path_parameters})
        case.call_and_validate(checks=CHECKS, auth=somebody)

    try_it()


def test_the_document_names_every_request_and_every_message(app):
    document = app.openapi()
    told = {
        (method.upper(), path): asked
        for path, methods in document["paths"].items()
        for method, asked in methods.items()
    }

    assert document["openapi"].startswith("3.1")
    assert {*ASKED} == told.keys()
    assert {"/health", "/ready", "/metrics"} < {path for _method, path in told}
    asked_by = {
        asked["operationId"]: [*asked["security"][0]]
        for asked in told.values()
        if asked.get("security")
    }
    signed = {name for name, by in asked_by.items() if by == ["device"]}
    assert signed == {one.name for one in OPERATIONS} - {"hello", "enrol"}
    assert {name for name, by in asked_by.items() if by == ["portal"]} == PORTAL
    push = told["POST", "/v1/devices/{device}/epochs/{epoch}/events"]
    assert wire.MEDIA_TYPE in push["requestBody"]["content"]
    assert [one["name"] for one in push["parameters"]] == ["device", "epoch", "first", "like"]
    assert "PushAnswer" in document["components"]["schemas"]
