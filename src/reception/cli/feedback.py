"""Feedback (phản ánh, kiến nghị) on the command line: taken down, handled, told."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.feedback_answers import print_list, print_one
from reception.cli.frame import BY_COMMAND_LINE, commands, names, on_register, opened_desk
from reception.cli.spoken_help import SpokenGroup
from reception.domain.applicant import Address, Party
from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback
from reception.domain.feedback_events import FeedbackChannel, FeedbackKind
from reception.services import (
    access,
    books,
    feedback,
    feedback_papers,
    feedback_redaction,
    paperwork,
    safekeeping,
)
from reception.services.desk import Desk
from reception.services.feedback import FeedbackRequest

_code = click.argument("code", metavar="SỐ")
_signer = click.option("--signer", default="", help="Người ký.")
_signer_title = click.option("--signer-title", default="", help="Chức vụ của người ký.")
_out = click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Tệp PDF.")


@commands.group(name="feedback", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def group() -> None:
    """Phản ánh, kiến nghị: tiếp nhận, chuyển xử lý, trả lời, công khai, báo cáo."""


@group.command(name="receive")
@click.option("--text", required=True, help="Nội dung phản ánh, kiến nghị.")
@click.option("--name", default="", help="Họ tên người phản ánh; không ghi là không nêu danh tính.")
@click.option("--phone", default="", help="Số điện thoại để trả lời.")
@click.option("--email", default="", help="Thư điện tử để trả lời.")
@click.option("--address", default="", help="Địa chỉ để trả lời.")
@click.option(
    "--kind", type=click.Choice(names(FeedbackKind)), default=FeedbackKind.CONDUCT.value,
    show_default=True, help="Về hành vi, về quy định hành chính, hay việc khác.",
)  # fmt: skip
@click.option(
    "--channel", type=click.Choice(names(FeedbackChannel)), default=FeedbackChannel.COUNTER.value,
    show_default=True, help="Đến bằng đường nào.",
)  # fmt: skip
@click.option("--field", default="", help="Lĩnh vực, nếu biết.")
@click.option("--procedure", default="", help="Thủ tục, nếu biết.")
@click.option("--dossier", default="", help="Mã hồ sơ liên quan, nếu có.")
@click.option(
    "--unknown-dossier", is_flag=True, help="Giữ mã hồ sơ dù sổ không có: không rõ hồ sơ."
)
@click.option("--officer", default="", help="Cán bộ bị phản ánh, nếu có.")
@_out
@clerk_option
@on_register
def receive(
    text: str, name: str, phone: str, email: str, address: str, kind: str, channel: str,
    field: str, procedure: str, dossier: str, unknown_dossier: bool, officer: str,
    out: Path | None, clerk: str, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Ghi nhận một phản ánh, kiến nghị: cấp số phiếu, tính hạn trả lời."""
    if not name and (phone or email or address):
        raise RuleViolation(
            "name-missing",
            "Đã ghi nơi liên hệ mà chưa có họ tên; hãy ghi --name, hoặc bỏ nơi liên hệ.",
            field="sender.name",
        )
    sender = Party(name, phone=phone, email=email, address=Address(line=address)) if name else None
    request = FeedbackRequest(
        text, FeedbackKind(kind), FeedbackChannel(channel), sender, field, procedure, dossier,
        officer, unknown_dossier,
    )  # fmt: skip
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        taken = feedback.receive(desk, request, by=by)
        if out:
            paper = feedback_papers.receipt(desk, taken.feedback_id, by=by)
            paperwork.save(books.pdf_of(paper), out)
        safekeeping.sign(desk, BY_COMMAND_LINE)
        print_one(desk, taken.feedback_id, as_json=as_json, out=out)


@contextmanager
def _told(
    folder: Path | None, code: str, clerk: str, *, as_json: bool, out: Path | None = None
) -> Generator[tuple[Desk, Feedback, str]]:
    """The desk, the feedback of a code, and who acts on it; when that is done it is told."""
    with opened_desk(folder) as desk:
        one = feedback.with_code(desk, code).feedback
        yield desk, one, known_clerk(desk, clerk)
        print_one(desk, one.feedback_id, as_json=as_json, out=out)


@group.command(name="route")
@_code
@click.option("--to", "office", required=True, help="Cơ quan, bộ phận nhận xử lý.")
@click.option("--person", default="", help="Người xử lý.")
@click.option("--note", default="", help="Ghi chú.")
@clerk_option
@on_register
def route(
    code: str, office: str, person: str, note: str, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Chuyển cho cơ quan, bộ phận xử lý."""
    with _told(folder, code, clerk, as_json=as_json) as (desk, one, by):
        feedback.route(desk, one.feedback_id, office, person, note, by=by)


@group.command(name="ask")
@_code
@click.option("--wanted", required=True, help="Thông tin cần bổ sung.")
@clerk_option
@on_register
def ask(code: str, wanted: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Yêu cầu người phản ánh bổ sung thông tin."""
    with _told(folder, code, clerk, as_json=as_json) as (desk, one, by):
        feedback.ask_more(desk, one.feedback_id, wanted, by=by)


@group.command(name="complete")
@_code
@click.option("--text", required=True, help="Thông tin người phản ánh bổ sung.")
@clerk_option
@on_register
def complete(code: str, text: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Ghi thông tin bổ sung; hạn trả lời tính lại theo quy định."""
    with _told(folder, code, clerk, as_json=as_json) as (desk, one, by):
        feedback.complete(desk, one.feedback_id, text, by=by)


@group.command(name="answer")
@_code
@click.option("--text", required=True, help="Nội dung trả lời.")
@_signer
@_signer_title
@_out
@clerk_option
@on_register
def answer(
    code: str, text: str, signer: str, signer_title: str, out: Path | None, clerk: str,
    folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Ghi nội dung trả lời; --out lập văn bản trả lời."""
    with _told(folder, code, clerk, as_json=as_json, out=out) as (desk, one, by):
        feedback.answer(desk, one.feedback_id, text, signer, signer_title, by=by)
        if out:
            paper = feedback_papers.answer(desk, one.feedback_id, by=by)
            paperwork.save(books.pdf_of(paper), out)


@group.command(name="refuse")
@_code
@click.option("--reason", required=True, help="Lý do không tiếp nhận xử lý.")
@_signer
@_signer_title
@clerk_option
@on_register
def refuse(
    code: str, reason: str, signer: str, signer_title: str, clerk: str, folder: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Từ chối tiếp nhận, xử lý."""
    with _told(folder, code, clerk, as_json=as_json) as (desk, one, by):
        feedback.refuse(desk, one.feedback_id, reason, signer, signer_title, by=by)


@group.command(name="publish")
@_code
@click.option("--subject", required=True, help="Nội dung phản ánh như công khai, không nêu tên ai.")
@click.option("--text", required=True, help="Kết quả xử lý như công khai, không nêu tên ai.")
@clerk_option
@on_register
def publish(
    code: str, subject: str, text: str, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Công khai kết quả xử lý bằng lời không nêu tên, địa chỉ, điện thoại của ai."""
    with _told(folder, code, clerk, as_json=as_json) as (desk, one, by):
        feedback.publish(desk, one.feedback_id, subject, text, by=by)


@group.command(name="redact")
@_code
@click.option("--ground", required=True, type=click.Choice(names(RedactionGround)), help="Căn cứ.")
@click.option("--decision", default="", help="Số, ngày văn bản.")
@click.option("--decided-by", default="", help="Người quyết định, cả chức vụ.")
@click.option("--confirm", default="", help="Số phiếu, ghi lại lần nữa: không lấy lại được.")
@clerk_option
@on_register
def redact(
    code: str, ground: str, decision: str, decided_by: str, confirm: str, clerk: str,
    folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Xoá thông tin người phản ánh và lời họ nói, của một phản ánh đã xong."""
    with _told(folder, code, clerk, as_json=as_json) as (desk, one, by):
        if confirm != one.received.code:
            raise RuleViolation(
                "not-confirmed",
                "Xoá rồi không lấy lại được; nếu chắc chắn, hãy thêm"
                f" --confirm {one.received.code}.",
            )
        feedback_redaction.redact(
            desk, one.feedback_id, RedactionGround(ground), decision=decision,
            decided_by=decided_by, by=by,
        )  # fmt: skip


@group.command(name="list")
@click.option("--text", default="", help="Chữ trong số phiếu, họ tên, nội dung.")
@click.option("--open", "only_open", is_flag=True, help="Chỉ những phản ánh chưa xong.")
@on_register
def listed(text: str, only_open: bool, folder: Path | None, as_json: bool) -> None:
    """Liệt kê phản ánh, kiến nghị; chưa xong thì hạn sớm nhất đứng trước."""
    with opened_desk(folder) as desk:
        rows = feedback.find(desk, text, only_open=only_open)
        print_list(rows, desk.now(), as_json=as_json)


@group.command(name="show")
@_code
@on_register
def show(code: str, folder: Path | None, as_json: bool) -> None:
    """Một phản ánh với mọi việc đã làm và cách tính hạn."""
    with opened_desk(folder) as desk:
        feedback_id = feedback.with_code(desk, code).feedback.feedback_id
        access.note_feedback_seen(desk, feedback_id, by=BY_COMMAND_LINE)
        print_one(desk, feedback_id, as_json=as_json)
