"""How a server is run: where it listens, what it keeps, how much it takes on."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass, field
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.sync import wire

LEDGER_NAME, SCANS_NAME = "server.db", "server-scans"
KEEP_ALIVE_SECONDS = 120
"""A slow desk is still reading an answer when others would have closed the connection."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second on average, and so many at once after a pause."""

    per_second: float
    at_once: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process takes on; the rest is refused with 413, 429 or 503.

    ``body_idle_seconds`` may pass between two pieces of a body, ``body_seconds`` for all of it.
    """

    body_bytes: int = wire.MOST_PACKED
    head_bytes: int = 16 << 10
    at_once: int = 256
    threads: int = 16
    device: Rate = Rate(20, 200)
    portal: Rate = Rate(20, 200)
    address: Rate = Rate(100, 400)
    enrol: Rate = Rate(10 / 3600, 10)
    body_idle_seconds: float = 60
    body_seconds: float = 600
    answer_seconds: float = 600


@dataclass(frozen=True, slots=True)
class Settings:
    """All that ``reception server run`` was told."""

    database: str
    scans: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8700
    workers: int = 1
    behind: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    without_tls: bool = False
    metrics_from: tuple[Network, ...] = LOOPBACK
    stop_seconds: int = 30
    limits: Limits = field(default_factory=Limits)

    @property
    def listens_here_only(self) -> bool:
        """Whether only this machine's own programs can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def on_postgresql(self) -> bool:
        """Whether the ledger is a PostgreSQL database; one file otherwise."""
        return self.database.startswith(("postgres:", "postgresql:", "postgresql+psycopg:"))


def ledger_address(database: str, folder: Path) -> str:
    """The ledger's address: the database, or a file in a data folder for trying out."""
    return database or str(folder / LEDGER_NAME)


def network_of(text: str) -> Network:
    """An address or a network, such as ``10.1.0.0/16``.

    Raises:
        RuleViolation: ``usage`` when it is none.
    """
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError as fault:
        raise RuleViolation(
            "usage",
            f"Lệnh gõ chưa đúng: “{text}” không phải là địa chỉ mạng;"
            " hãy ghi như 10.1.2.3 hoặc 10.1.0.0/16.",
        ) from fault


def check(settings: Settings) -> None:
    """Refuse what would not be safe or could not work.

    Raises:
        RuleViolation: ``usage``, with what to do instead.
    """
    for address in settings.behind:
        network_of(address)
    _check_tls(settings)
    if settings.workers > 1 and not settings.on_postgresql:
        raise _usage(
            "nhiều tiến trình chỉ dùng được với PostgreSQL; hãy bỏ --workers, hoặc ghi --database"
            " postgresql://…"
        )


def _check_tls(settings: Settings) -> None:
    if bool(settings.certificate) != bool(settings.key):
        raise _usage("--certificate và --key phải đi cùng nhau; hãy ghi cả hai")
    if settings.certificate and settings.key:
        _check_certificate(settings.certificate, settings.key)
    elif not (settings.listens_here_only or settings.behind or settings.without_tls):
        raise _usage(
            "máy khác chỉ được nối vào qua TLS; hãy ghi --certificate và --key, hoặc --behind-proxy"
            " nếu phía trước đã có TLS"
        )


def _check_certificate(certificate: Path, key: Path) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
            certificate,
            key,
            # A key with a password is refused: nobody is there to type it when a server starts.
            password="",
        )
    except (OSError, ValueError) as fault:
        raise _usage(
            f"không dùng được chứng thư {certificate} với khoá {key}; hãy kiểm tra hai tệp PEM"
        ) from fault


def _usage(what: str) -> RuleViolation:
    return RuleViolation("usage", f"Lệnh gõ chưa đúng: {what}.")
