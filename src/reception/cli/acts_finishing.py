"""To the end of a dossier on the command line: result, refusal, stop, handover, fees, the post."""

from __future__ import annotations

import click

from reception.cli.acts import Doing, act_command
from reception.cli.frame import names
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome, PaidBy
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.services import apologies, finishing

_returned = click.option(
    "--return", "returned", multiple=True, help="Giấy tờ trả lại; không ghi thì mọi bản chính."
)


@act_command(Act.RECORD_RESULT)
@click.option("--result", default="", help="Kết quả; không ghi thì theo danh mục.")
@click.option("--number", default="", help="Số của kết quả.")
def record_result(doing: Doing, result: str, number: str) -> Dossier:
    """Ghi rằng đã có kết quả, chờ trả."""
    return finishing.record_result(
        doing.desk, doing.dossier_id, by=doing.by, result=result, number=number, at=doing.at
    )


@act_command(Act.REFUSE)
@click.option("--reason", required=True, help="Vì sao từ chối.")
def refuse(doing: Doing, reason: str) -> Dossier:
    """Từ chối giải quyết sau khi thẩm định; phiếu từ chối là kết quả."""
    return finishing.reject(doing.desk, doing.dossier_id, reason=reason, by=doing.by, at=doing.at)


@act_command(Act.STOP)
@click.option("--requested-by", required=True, help="Người nộp yêu cầu bằng cách nào.")
@click.option("--reason", required=True, help="Vì sao họ yêu cầu dừng.")
@_returned
@click.option("--fee", default="", help="Phí, lệ phí đã thu được xử lý thế nào.")
def stop(
    doing: Doing, requested_by: str, reason: str, returned: tuple[str, ...], fee: str
) -> Dossier:
    """Dừng giải quyết theo yêu cầu của người nộp, khi chưa có kết quả."""
    return finishing.stop(
        doing.desk,
        doing.dossier_id,
        requested_by=requested_by,
        reason=reason,
        by=doing.by,
        returned=returned or None,
        fee_words=fee,
        at=doing.at,
    )


@act_command(Act.HAND_OVER)
@click.option("--recipient", default="", help="Người nhận; không ghi thì là người nộp.")
@click.option("--identity", default="", help="Số định danh của người nhận.")
@click.option("--authorisation", default="", help="Giấy uỷ quyền nhận thay.")
@_returned
@click.option("--waybill", default="", help="Số vận đơn, nếu trả qua bưu điện.")
@click.option("--pay", type=click.Choice(names(PaidBy)), help="Thu luôn phí còn nợ bằng cách này.")
def hand_over(
    doing: Doing,
    recipient: str,
    identity: str,
    authorisation: str,
    returned: tuple[str, ...],
    waybill: str,
    pay: str | None,
) -> Dossier:
    """Trả kết quả cho người nhận, kèm bản chính phải trả lại."""
    return finishing.hand_over(
        doing.desk,
        doing.dossier_id,
        by=doing.by,
        recipient=recipient,
        identity=identity,
        authorisation=authorisation,
        returned=returned or None,
        waybill=waybill,
        pays_by=PaidBy(pay) if pay else None,
        at=doing.at,
    )


@act_command(Act.SETTLE_FEE)
@click.option("--amount", type=int, help="Số tiền, đồng; không ghi thì là số còn nợ.")
@click.option("--by", "paid_by", type=click.Choice(names(PaidBy)), default=PaidBy.CASH.value)
@click.option("--symbol", default="", help="Ký hiệu biên lai.")
@click.option("--number", default="", help="Số biên lai.")
def settle_fee(doing: Doing, amount: int | None, paid_by: str, symbol: str, number: str) -> Dossier:
    """Ghi phí, lệ phí đã thu, theo biên lai của hệ thống biên lai điện tử."""
    return finishing.settle_fee(
        doing.desk,
        doing.dossier_id,
        by=doing.by,
        amount_vnd=amount,
        paid_by=PaidBy(paid_by),
        symbol=symbol,
        number=number,
        at=doing.at,
    )


@act_command(Act.POST)
@click.option("--waybill", required=True, help="Số vận đơn.")
@click.option("--what", type=click.Choice(["result", "apology", "paper"]), default="result")
def post(doing: Doing, waybill: str, what: str) -> Dossier:
    """Giao kết quả, thư xin lỗi hoặc giấy tờ cho bưu điện."""
    return finishing.post(
        doing.desk, doing.dossier_id, waybill, by=doing.by, what=what, at=doing.at
    )


@act_command(Act.RECONCILE_POST)
@click.option("--waybill", required=True, help="Số vận đơn.")
@click.option("--delivered", is_flag=True, help="Đã phát.")
@click.option("--returned", is_flag=True, help="Chuyển hoàn.")
@click.option("--note", default="", help="Bưu điện nói gì thêm.")
def reconcile_post(
    doing: Doing, waybill: str, delivered: bool, returned: bool, note: str
) -> Dossier:
    """Ghi bưu điện trả lời về một vận đơn: phải có --delivered hoặc --returned."""
    if delivered is returned:
        raise RuleViolation(
            "usage",
            "Lệnh gõ chưa đúng: phải có --delivered hoặc --returned; hãy ghi một trong hai.",
        )
    return finishing.reconcile_post(
        doing.desk,
        doing.dossier_id,
        waybill,
        delivered=delivered,
        by=doing.by,
        note=note,
        at=doing.at,
    )


@act_command(Act.NOTIFY, told_later=False)
@click.option("--channel", type=click.Choice(names(NoticeChannel)), required=True, help="Kênh.")
@click.option("--outcome", type=click.Choice(names(NoticeOutcome)), required=True, help="Kết cục.")
@click.option("--about", type=click.Choice(["apology", "result"]), default="apology")
@click.option("--to", default="", help="Số điện thoại hoặc địa chỉ.")
@click.option("--note", default="", help="Người dân nói gì.")
def notify(doing: Doing, channel: str, outcome: str, about: str, to: str, note: str) -> Dossier:
    """Ghi một lần báo cho người nộp đã đi đến đâu."""
    return apologies.notify(
        doing.desk,
        doing.dossier_id,
        NoticeChannel(channel),
        NoticeOutcome(outcome),
        by=doing.by,
        about=about,
        to=to,
        note=note,
    )
