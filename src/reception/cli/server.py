"""The server above on the command line: running it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reception import paths
from reception.cli.frame import commands, data_option, now
from reception.cli.spoken_help import SpokenGroup

_PREFIX = "RECEPTION_SERVER"
_file = click.Path(path_type=Path, dir_okay=False)


def option(name: str, help_text: str, **more: Any) -> Callable[..., Callable[..., None]]:  # noqa: ANN401 -- click's own
    """An option that the environment may give, too: ``--port`` as ``RECEPTION_SERVER_PORT``."""
    variable = f"{_PREFIX}_{name.removeprefix('--').replace('-', '_').upper()}"
    return click.option(name, envvar=variable, help=help_text, **more)


@commands.group(name="server", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def server() -> None:
    """Máy chủ cấp trên: chạy máy chủ, thêm xã, cấp mã ghi danh, thu hồi máy, xem tình trạng."""


@server.command()
@option("--host", "Địa chỉ nghe.", default="127.0.0.1", show_default=True)
@option("--port", "Cổng.", type=click.IntRange(0, 65535), default=8700, show_default=True)
@option(
    "--workers", "Số tiến trình; quá 1 phải dùng PostgreSQL.",
    type=click.IntRange(1, 64), default=1, show_default=True,
)  # fmt: skip
@option("--certificate", "Chứng thư TLS, tệp PEM cả chuỗi.", type=_file)
@option("--key", "Khoá của chứng thư, tệp PEM.", type=_file)
@option("--behind-proxy", "Địa chỉ proxy đứng trước, đã có TLS; ghi nhiều lần được.", multiple=True)
@option("--without-tls", "Cho máy khác nối vào mà không mã hoá; chỉ để thử.", is_flag=True)
@option("--metrics-from", "Mạng được xem /metrics, ngoài chính máy này; nhiều lần.", multiple=True)
@option(
    "--at-once", "Số yêu cầu cùng lúc mỗi tiến trình.",
    type=click.IntRange(1, 10_000), default=256, show_default=True,
)  # fmt: skip
@option(
    "--device-rate", "Số yêu cầu mỗi giây của một máy.",
    type=click.IntRange(1, 100_000), default=20, show_default=True,
)  # fmt: skip
@option(
    "--portal-rate", "Số yêu cầu mỗi giây của một cổng nộp hồ sơ.",
    type=click.IntRange(1, 100_000), default=20, show_default=True,
)  # fmt: skip
@option(
    "--address-rate", "Số yêu cầu mỗi giây từ một địa chỉ mạng.",
    type=click.IntRange(1, 1_000_000), default=100, show_default=True,
)  # fmt: skip
@option(
    "--enrol-tries", "Số mã sai mỗi giờ từ một địa chỉ mạng.",
    type=click.IntRange(1, 100_000), default=10, show_default=True,
)  # fmt: skip
@option(
    "--body-seconds", "Số giây chờ một yêu cầu gửi xong.",
    type=click.IntRange(1, 3600), default=600, show_default=True,
)  # fmt: skip
@option(
    "--stop-seconds", "Số giây chờ việc dở khi được yêu cầu dừng.",
    type=click.IntRange(1, 3600), default=30, show_default=True,
)  # fmt: skip
@option("--database", "Cơ sở dữ liệu, như postgresql://…; không ghi thì một tệp.", default="")
@data_option
def run(
    host: str,
    port: int,
    workers: int,
    certificate: Path | None,
    key: Path | None,
    behind_proxy: tuple[str, ...],
    without_tls: bool,
    metrics_from: tuple[str, ...],
    at_once: int,
    device_rate: int,
    portal_rate: int,
    address_rate: int,
    enrol_tries: int,
    body_seconds: int,
    stop_seconds: int,
    database: str,
    folder: Path | None,
) -> None:
    """Chạy máy chủ cho đến khi được yêu cầu dừng; nhật ký là mỗi dòng một văn bản JSON."""
    # The web framework takes longer to load than most commands to run.
    from reception.server import running
    from reception.server.settings import (
        LOOPBACK,
        SCANS_NAME,
        Limits,
        Rate,
        Settings,
        ledger_address,
        network_of,
    )

    # Workers do not count together, so each has its share of the tries.
    tries = max(1, enrol_tries // workers)
    where = folder or paths.default_data_dir()
    settings = Settings(
        database=ledger_address(database, where),
        scans=where / SCANS_NAME,
        host=host,
        port=port,
        workers=workers,
        behind=behind_proxy,
        certificate=certificate,
        key=key,
        without_tls=without_tls,
        metrics_from=(*LOOPBACK, *map(network_of, metrics_from)),
        stop_seconds=stop_seconds,
        limits=Limits(
            at_once=at_once,
            device=Rate(device_rate, device_rate * 10),
            portal=Rate(portal_rate, portal_rate * 10),
            address=Rate(address_rate, address_rate * 4),
            enrol=Rate(tries / 3600, tries),
            body_seconds=body_seconds,
        ),
    )
    running.serve(settings, now)
