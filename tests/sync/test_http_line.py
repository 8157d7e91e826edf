"""The line over TLS: a server is trusted by a root certificate that the system does not know."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID

from reception.domain.errors import RuleViolation
from reception.sync.asking import Request
from reception.sync.http_line import HttpLine
from reception.sync.line import LineDown


class Door(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def root(tmp_path) -> Path:
    """A certificate of this machine's own, with its key beside it."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "may chu tinh")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, None)
    )
    file = tmp_path / "goc.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "khoa.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


@pytest.fixture
def address(root):
    server = HTTPServer(("127.0.0.1", 0), Door)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(root, root.with_name("khoa.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_is_known_by_the_certificate_that_was_chosen(address, root):
    line = HttpLine(address, ca_file=str(root))

    assert line.ask(Request("GET", "/v1/hello")).status == 204
    line.close()


def test_a_server_that_nobody_vouches_for_is_not_asked(address):
    line = HttpLine(address)

    with pytest.raises(LineDown):
        line.ask(Request("GET", "/v1/hello"))
    line.close()


@pytest.mark.parametrize("content", [b"", b"khong phai chung thu", None])
def test_a_file_that_is_no_certificate_is_refused_before_anything_is_asked(tmp_path, content):
    file = tmp_path / "goc.pem"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(RuleViolation, match="dạng PEM") as refusal:
        HttpLine("https://mot-cua.example.vn", ca_file=str(file))

    assert (refusal.value.code, refusal.value.field) == ("not-a-certificate", "certificate")
