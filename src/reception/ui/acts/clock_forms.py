"""What the acts around the clock ask: the supplement, the pause, more time, the apology."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.accounts import Role
from reception.domain.apology import Proposal, propose
from reception.domain.delay import CAUSE_WORDS, GROUND_WORDS, Cause, Ground
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.domain.life import Act
from reception.domain.moments import date_words, short_moment
from reception.domain.paper_forms import APOLOGY_LETTER, SUPPLEMENT_REQUEST
from reception.domain.procedure import SupplementRule
from reception.services import apologies, clock
from reception.services.acting import last_supplement_day
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Day, Field, Line, Long, OneOf, Ticks, When, Whole
from reception.ui.acts.form import Form
from reception.ui.acts.known import Known

translate = QCoreApplication.translate


def request_supplement(known: Known, rules: Desk) -> Form:
    """What to bring and why; after the days of the law, which rule allows it still."""
    dossier, by = known.dossier, known.account.login
    last_on = last_supplement_day(rules, dossier)

    def do(desk: Desk, answers: Answers) -> Dossier:
        return clock.request_supplement(
            desk,
            dossier.dossier_id,
            wanted=answers.lines("wanted"),
            reason=answers.text("reason"),
            by=by,
            late_because=answers.text("late_because"),
        )

    asked: list[Field] = [
        Long("wanted", translate("acts", "&Cần bổ sung (mỗi dòng một mục)"), required=True),
        Long("reason", translate("acts", "&Lý do"), required=True),
    ]
    if rules.now().date() > last_on:
        asked.append(
            Line(
                "late_because",
                translate("acts", "&Quy định cho phép yêu cầu muộn"),
                required=True,
            )
        )
    restarts = dossier.intake.procedure.supplement_rule is SupplementRule.RESTART
    return Form(
        Act.REQUEST_SUPPLEMENT,
        translate("acts", "Lập và in phiếu"),
        do,
        lambda _after: translate(
            "acts", "Đã lập phiếu yêu cầu bổ sung; đồng hồ dừng đến khi nhận đủ."
        ),
        fields=tuple(asked),
        intro=(
            translate(
                "acts", "Luật chỉ cho yêu cầu một lần, chậm nhất ngày {day}; hãy ghi cho đủ."
            ).format(day=date_words(last_on)),
        ),
        clock=translate("acts", "Khi nhận đủ bổ sung, thời hạn được tính lại từ đầu.")
        if restarts
        else translate("acts", "Khi nhận đủ bổ sung, thời hạn tính tiếp, không kể lúc chờ."),
        paper=lambda _after: SUPPLEMENT_REQUEST,
    )


def receive_supplement(known: Known, _rules: Desk) -> Form:
    """Which of the wanted papers came; the new due moment is in sight."""
    dossier, by = known.dossier, known.account.login
    wanted = dossier.supplement.wanted if dossier.supplement else ()

    def do(desk: Desk, answers: Answers) -> Dossier:
        brought = answers.lines("papers")
        if not brought:
            raise RuleViolation(
                "nothing-brought",
                "Chưa đánh dấu giấy tờ nào đã nhận; hãy đánh dấu, hoặc quay lại.",
                field="papers",
            )
        papers = (*dossier.intake.papers, *map(SubmittedPaper, brought))
        return clock.receive_supplement(desk, dossier.dossier_id, by=by, papers=papers)

    return Form(
        Act.RECEIVE_SUPPLEMENT,
        translate("acts", "Nhận bổ sung"),
        do,
        lambda after: _due_said(translate("acts", "Đã nhận bổ sung"), after),
        fields=(
            Ticks(
                "papers",
                translate("acts", "Đã &nộp thêm (dấu cách: bỏ hoặc đánh dấu)"),
                options=wanted,
            ),
        ),
        moves_clock=True,
    )


def suspend(known: Known, _rules: Desk) -> Form:
    """On which ground the clock stops, and until when."""
    dossier, by = known.dossier, known.account.login

    def do(desk: Desk, answers: Answers) -> Dossier:
        return clock.suspend(
            desk,
            dossier.dossier_id,
            Ground(answers.text("ground")),
            by=by,
            note=answers.text("note"),
            expected_on=answers.day("expected_on"),
        )

    return Form(
        Act.SUSPEND,
        translate("acts", "Tạm dừng"),
        do,
        lambda _after: translate(
            "acts", "Đã tạm dừng; khi hết lý do, mở hồ sơ này và bấm “Tiếp tục (Alt+T)”."
        ),
        fields=(
            OneOf("ground", translate("acts", "&Căn cứ tạm dừng"), options=_options(GROUND_WORDS)),
            Line("note", translate("acts", "Điều &khoản, văn bản")),
            Day("expected_on", translate("acts", "Dự kiến tiếp tục &ngày"), beside=True),
        ),
        clock=translate("acts", "Đồng hồ dừng từ bây giờ; lúc tạm dừng không tính vào thời hạn."),
    )


def resume(known: Known, _rules: Desk) -> Form:
    """A note, if there is something to note; the new due moment is in sight."""
    dossier, by = known.dossier, known.account.login
    stopped = dossier.suspension
    intro = (
        translate("acts", "Tạm dừng từ {moment}: {ground}.").format(
            moment=short_moment(stopped.at), ground=GROUND_WORDS[stopped.ground]
        )
        if stopped
        else ""
    )
    return Form(
        Act.RESUME,
        translate("acts", "Tiếp tục giải quyết"),
        lambda desk, answers: clock.resume(
            desk, dossier.dossier_id, by=by, note=answers.text("note")
        ),
        lambda after: _due_said(translate("acts", "Đã tiếp tục"), after),
        fields=(
            Line("note", translate("acts", "&Ghi chú"), hint=translate("acts", "không bắt buộc")),
        ),
        intro=(intro,),
        moves_clock=True,
    )


def extend(known: Known, _rules: Desk) -> Form:
    """How many days more, by which written agreement."""
    dossier, by = known.dossier, known.account.login
    return Form(
        Act.EXTEND,
        translate("acts", "Gia hạn"),
        lambda desk, answers: clock.extend(
            desk,
            dossier.dossier_id,
            working_days=answers.whole("working_days") or 0,
            agreement=answers.text("agreement"),
            by=by,
        ),
        lambda after: _due_said(translate("acts", "Đã gia hạn"), after),
        fields=(
            Whole("working_days", translate("acts", "Thêm mấy &ngày làm việc"), required=True),
            Line("agreement", translate("acts", "&Văn bản thoả thuận (số, ngày)"), required=True),
        ),
        moves_clock=True,
    )


def explain_delay(known: Known, rules: Desk) -> Form:
    """Why it will be late and through whom; the draft apology says so from then on."""
    dossier, by = known.dossier, known.account.login
    draft = propose(rules.calendar, dossier, rules.now())
    return Form(
        Act.EXPLAIN_DELAY,
        translate("acts", "Ghi lý do"),
        lambda desk, answers: apologies.explain_delay(
            desk,
            dossier.dossier_id,
            Cause(answers.text("cause")),
            owner=answers.text("owner"),
            by=by,
            reason=answers.text("reason"),
        ),
        lambda _after: translate("acts", "Đã ghi lý do chậm; thư xin lỗi soạn sẵn dùng lý do này."),
        fields=_why_late(dossier, draft),
    )


def apologise(known: Known, rules: Desk) -> Form:
    """The draft as it stands, to be signed; sent late it takes a reason."""
    dossier, account = known.dossier, known.account
    draft = propose(rules.calendar, dossier, rules.now())

    def do(desk: Desk, answers: Answers) -> Dossier:
        return apologies.apologise(
            desk,
            dossier.dossier_id,
            by=account.login,
            cause=Cause(answers.text("cause")),
            owner=answers.text("owner"),
            reason=answers.text("reason"),
            new_due_at=answers.moment("new_due_at"),
            signer=answers.text("signer"),
            late_because=answers.text("late_because"),
        )

    signer = account.name if account.role is Role.LEADER else known.leader
    asked: list[Field] = [
        *_why_late(dossier, draft),
        When("new_due_at", translate("acts", "&Hẹn lại lúc"), value=draft.new_due_at),
        Line("signer", translate("acts", "Người &ký"), value=signer, beside=True),
    ]
    if rules.now().date() > draft.send_by_on:
        asked.append(Line("late_because", translate("acts", "&Vì sao gửi muộn"), required=True))
    return Form(
        Act.APOLOGISE,
        translate("acts", "Ký và in thư xin lỗi"),
        do,
        lambda after: translate(
            "acts", "Đã xin lỗi và hẹn lại {moment}; hạn gốc giữ nguyên."
        ).format(moment=short_moment(after.target_at) if after.target_at else ""),
        fields=tuple(asked),
        intro=(
            translate("acts", "Chỉ hẹn lại một lần. Thư phải gửi chậm nhất ngày {day}.").format(
                day=date_words(draft.send_by_on)
            ),
        ),
        clock=translate("acts", "Đề xuất: {because}.").format(because=draft.because),
        moves_clock=True,
        paper=lambda _after: APOLOGY_LETTER,
    )


def _why_late(dossier: Dossier, draft: Proposal) -> tuple[Field, ...]:
    told = dossier.delay
    return (
        OneOf(
            "cause",
            translate("acts", "&Nguyên nhân"),
            options=_options(CAUSE_WORDS),
            value=draft.cause.value,
        ),
        Line("owner", translate("acts", "&Chậm do"), required=True, value=draft.owner, beside=True),
        Line(
            "reason",
            translate("acts", "&Lý do ghi trong thư"),
            hint=translate("acts", "để trống: ghi theo nguyên nhân"),
            value=told.reason if told else "",
        ),
    )


def _options(words: dict[Cause, str] | dict[Ground, str]) -> tuple[tuple[str, str], ...]:
    return tuple((key.value, text[:1].upper() + text[1:]) for key, text in words.items())


def _due_said(act: str, after: Dossier) -> str:
    if after.due_at is None:
        return translate("acts", "{act}.").format(act=act)
    return translate("acts", "{act}; hạn trả bây giờ là {moment}.").format(
        act=act, moment=short_moment(after.due_at)
    )
