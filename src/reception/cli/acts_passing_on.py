"""From hand to hand on the command line: forward, take over, send back."""

from __future__ import annotations

import re

import click

from reception.cli.acts import Doing, act_command
from reception.cli.frame import names
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.text import clean, fold
from reception.services import passing_on

_LOGIN = re.compile(r"[a-z0-9._-]{2,32}")
_RECEIVERS = [kind for kind in names(HolderKind) if kind != HolderKind.APPLICANT.value]


@act_command(Act.FORWARD)
@click.option("--to", required=True, help="Người hoặc cơ quan nhận: tên, hoặc tên đăng nhập.")
@click.option("--to-kind", type=click.Choice(_RECEIVERS), help="Nơi nhận là ai, nếu máy chưa biết.")
@click.option("--stage", type=click.IntRange(1, 100), help="Bước liên thông thứ mấy, từ 1.")
@click.option("--note", default="", help="Lời dặn.")
def forward(doing: Doing, to: str, to_kind: str | None, stage: int | None, note: str) -> Dossier:
    """Chuyển hồ sơ cho chuyên viên, cơ quan phối hợp hoặc cấp trên."""
    return passing_on.forward(
        doing.desk,
        doing.dossier_id,
        _holder(doing, to, HolderKind(to_kind) if to_kind else None),
        by=doing.by,
        stage=None if stage is None else stage - 1,
        note=note,
        at=doing.at,
    )


@act_command(Act.TAKE_OVER)
def take_over(doing: Doing) -> Dossier:
    """Người ghi ở --clerk xác nhận đã nhận hồ sơ; không ghi thì là Bộ phận Một cửa."""
    holder = passing_on.holder_of(doing.desk, doing.by)
    return passing_on.take_over(doing.desk, doing.dossier_id, holder, by=doing.by, at=doing.at)


@act_command(Act.SEND_BACK)
@click.option("--reason", required=True, help="Vì sao trả lại.")
@click.option("--to", help="Ai đã giữ hồ sơ trước đây; không ghi thì là người ngay trước.")
def send_back(doing: Doing, reason: str, to: str | None) -> Dossier:
    """Trả hồ sơ lại bước trước; kết quả đã ghi không còn hiệu lực."""
    return passing_on.send_back(
        doing.desk,
        doing.dossier_id,
        reason=reason,
        by=doing.by,
        to=None if to is None else _holder(doing, to),
        at=doing.at,
    )


def _holder(doing: Doing, named: str, kind: HolderKind | None = None) -> Holder:
    """Who is meant: whoever had the dossier, an account or office known here, else a new name.

    People have accounts, so a name that nobody knows and no kind explains is taken for an office;
    a login that nobody has is a slip of the fingers.
    """
    held = [part.holder for part in doing.dossier.custody]
    wanted = fold(named)
    for holder in (*held, *passing_on.known_holders(doing.desk)):
        is_meant = wanted and wanted in {fold(holder.name), fold(holder.login)}
        if is_meant and kind in {None, holder.kind}:
            return holder
    if kind is None and _LOGIN.fullmatch(named.strip()):
        raise RuleViolation(
            "unknown-holder",
            f"Không có ai tên đăng nhập “{named.strip()}” trong máy này;"
            " hãy kiểm tra lại tên, hoặc ghi thêm --to-kind.",
            field="to",
        )
    return Holder(kind or HolderKind.OFFICE, clean(named))
