"""What moves a dossier's clock, or apologises for it, on the command line."""

from __future__ import annotations

from datetime import datetime

import click

from reception.cli.acts import Doing, act_command
from reception.cli.frame import names
from reception.domain.delay import Cause, Ground
from reception.domain.dossier import Dossier
from reception.domain.intake import SubmittedPaper
from reception.domain.life import Act
from reception.domain.moments import parse_civil_date, parse_moment
from reception.services import apologies, clock
from reception.services.desk import Desk


@act_command(Act.REQUEST_SUPPLEMENT)
@click.option(
    "--want", "wanted", multiple=True, required=True, help="Cần bổ sung gì; ghi nhiều lần."
)
@click.option("--reason", required=True, help="Vì sao cần bổ sung.")
@click.option("--late-because", default="", help="Quy định cho phép yêu cầu muộn.")
def request_supplement(
    doing: Doing, wanted: tuple[str, ...], reason: str, late_because: str
) -> Dossier:
    """Yêu cầu bổ sung, hoàn thiện hồ sơ: một lần, trong 03 ngày làm việc kể từ ngày nhận."""
    return clock.request_supplement(
        doing.desk,
        doing.dossier_id,
        wanted=wanted,
        reason=reason,
        by=doing.by,
        late_because=late_because,
        at=doing.at,
    )


@act_command(Act.RECEIVE_SUPPLEMENT)
@click.option("--paper", "papers", multiple=True, help="Giấy tờ đã nộp thêm, nếu khác yêu cầu.")
def receive_supplement(doing: Doing, papers: tuple[str, ...]) -> Dossier:
    """Nhận giấy tờ bổ sung; thời hạn tính lại, hoặc tính tiếp nếu thủ tục quy định."""
    brought = tuple(SubmittedPaper(paper) for paper in papers)
    return clock.receive_supplement(
        doing.desk,
        doing.dossier_id,
        by=doing.by,
        papers=(*doing.dossier.intake.papers, *brought) if brought else None,
        at=doing.at,
    )


@act_command(Act.SUSPEND)
@click.option("--ground", type=click.Choice(names(Ground)), required=True, help="Căn cứ.")
@click.option("--note", default="", help="Điều khoản hoặc việc đang chờ.")
@click.option("--until", help="Ngày dự kiến tiếp tục, như 2026-03-20.")
def suspend(doing: Doing, ground: str, note: str, until: str | None) -> Dossier:
    """Tạm dừng tính thời hạn theo một căn cứ pháp luật."""
    return clock.suspend(
        doing.desk,
        doing.dossier_id,
        Ground(ground),
        by=doing.by,
        note=note,
        expected_on=parse_civil_date(until) if until else None,
        at=doing.at,
    )


@act_command(Act.RESUME)
@click.option("--note", default="", help="Vì sao tiếp tục được.")
def resume(doing: Doing, note: str) -> Dossier:
    """Tiếp tục giải quyết; thời gian tạm dừng không tính vào thời hạn."""
    return clock.resume(doing.desk, doing.dossier_id, by=doing.by, note=note, at=doing.at)


@act_command(Act.EXTEND)
@click.option("--days", type=int, required=True, help="Thêm mấy ngày làm việc.")
@click.option("--agreement", required=True, help="Số, ngày của văn bản thoả thuận.")
def extend(doing: Doing, days: int, agreement: str) -> Dossier:
    """Gia hạn theo thoả thuận bằng văn bản với người nộp."""
    return clock.extend(
        doing.desk,
        doing.dossier_id,
        working_days=days,
        agreement=agreement,
        by=doing.by,
        at=doing.at,
    )


@act_command(Act.EXPLAIN_DELAY, told_later=False)
@click.option("--cause", type=click.Choice(names(Cause)), required=True, help="Nguyên nhân.")
@click.option("--owner", required=True, help="Chậm ở người hoặc cơ quan nào.")
@click.option("--reason", default="", help="Lời giải thích cho người dân.")
def explain_delay(doing: Doing, cause: str, owner: str, reason: str) -> Dossier:
    """Ghi vì sao hồ sơ không kịp hạn; dự thảo thư xin lỗi lấy lời này."""
    return apologies.explain_delay(
        doing.desk, doing.dossier_id, Cause(cause), owner=owner, by=doing.by, reason=reason
    )


@act_command(Act.APOLOGISE, told_later=False)
@click.option("--cause", type=click.Choice(names(Cause)), help="Nguyên nhân.")
@click.option("--owner", default="", help="Chậm ở người hoặc cơ quan nào.")
@click.option("--reason", default="", help="Lời giải thích cho người dân.")
@click.option("--new-date", help="Ngày giờ hẹn lại; chỉ ghi ngày thì là lúc hết giờ làm việc.")
@click.option("--signer", default="", help="Người ký; không ghi thì là lãnh đạo.")
@click.option("--late-because", default="", help="Vì sao thư gửi muộn.")
def apologise(
    doing: Doing,
    cause: str | None,
    owner: str,
    reason: str,
    new_date: str | None,
    signer: str,
    late_because: str,
) -> Dossier:
    """Xin lỗi và hẹn lại một lần; điều gì không ghi thì lấy ở dự thảo."""
    return apologies.apologise(
        doing.desk,
        doing.dossier_id,
        by=doing.by,
        cause=Cause(cause) if cause else None,
        owner=owner,
        reason=reason,
        new_due_at=_appointment(doing.desk, new_date) if new_date else None,
        signer=signer,
        late_because=late_because,
    )


def _appointment(desk: Desk, text: str) -> datetime:
    """The moment that was typed; of a day alone, the moment at which the office closes."""
    moment = parse_moment(text)
    is_day_alone = "T" not in text.upper() and ":" not in text
    if is_day_alone and desk.calendar.is_working(moment.date()):
        return desk.calendar.closing_on(moment.date())
    return moment
