"""What the acts from hand to hand ask."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.moments import short_moment
from reception.services import passing_on
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Field, Line, Long, OneOf, Search
from reception.ui.acts.form import Form
from reception.ui.acts.known import Known
from reception.ui.acts.receivers import receiver_choices

translate = QCoreApplication.translate


def forward(known: Known, _rules: Desk) -> Form:
    """To whom, for which linked stage, and what they should know."""
    dossier, by = known.dossier, known.account.login
    stage = _next_stage(dossier)
    choices = receiver_choices(
        (holder for holder in known.holders if holder != dossier.holder),
        dossier.promise.stages if dossier.promise else (),
    )
    office = dossier.promise.stages[stage].office if dossier.promise and stage is not None else ""

    def do(desk: Desk, answers: Answers) -> Dossier:
        to, at_stage = answers.chosen("to"), answers.text("stage")
        if not isinstance(to, Holder):
            raise RuleViolation(
                "holder-missing",
                "Chưa chọn chuyển cho ai; hãy gõ vài chữ rồi nhấn Enter.",
                field="to",
            )
        return passing_on.forward(
            desk,
            dossier.dossier_id,
            to,
            by=by,
            stage=int(at_stage) if at_stage.isdigit() else None,
            note=answers.text("note"),
        )

    asked: list[Field] = [
        Search(
            "to",
            translate("acts", "Chuyển &cho"),
            required=True,
            hint=translate("acts", "vài chữ không dấu; F4 mở danh sách"),
            choices=choices,
            value=next((choice for choice in choices if office and choice.text == office), None),
        ),
        Line("note", translate("acts", "&Lời nhắn"), hint=translate("acts", "không bắt buộc")),
    ]
    if dossier.promise and dossier.promise.stages:
        asked.insert(1, _stage_field(dossier, stage))
    return Form(
        Act.FORWARD,
        translate("acts", "Chuyển hồ sơ"),
        do,
        lambda after: translate(
            "acts", "Đã chuyển cho {name}. Khi cầm hồ sơ, nơi nhận bấm “Nhận bàn giao”."
        ).format(name=_name(after)),
        fields=tuple(asked),
    )


def take_over(known: Known, _rules: Desk) -> Form:
    """Nothing is asked: two keys and it is done."""
    dossier, by, me = known.dossier, known.account.login, known.me
    return Form(
        Act.TAKE_OVER,
        translate("acts", "Nhận bàn giao"),
        lambda desk, _answers: passing_on.take_over(desk, dossier.dossier_id, me, by=by),
        lambda after: translate("acts", "{name} đã nhận hồ sơ {code}.").format(
            name=_name(after), code=after.reference
        ),
    )


def send_back(known: Known, _rules: Desk) -> Form:
    """To which of those who had it, and why."""
    dossier, by = known.dossier, known.account.login
    earlier = _earlier(dossier)

    def do(desk: Desk, answers: Answers) -> Dossier:
        place = answers.text("to")
        return passing_on.send_back(
            desk,
            dossier.dossier_id,
            reason=answers.text("reason"),
            by=by,
            to=earlier[int(place)] if place.isdigit() else None,
        )

    asked: list[Field] = [Long("reason", translate("acts", "&Lý do"), required=True)]
    if earlier:
        options = tuple((str(place), holder.name) for place, holder in enumerate(earlier))
        asked.insert(0, OneOf("to", translate("acts", "&Trả lại cho"), options=options))
    intro = (
        (translate("acts", "Kết quả đã ghi sẽ không còn giá trị; hồ sơ được giải quyết tiếp."),)
        if dossier.result_at
        else ()
    )
    return Form(
        Act.SEND_BACK,
        translate("acts", "Trả lại"),
        do,
        lambda after: translate("acts", "Đã trả lại cho {name}.").format(name=_name(after)),
        fields=tuple(asked),
        intro=intro,
    )


def _stage_field(dossier: Dossier, stage: int | None) -> OneOf:
    stages = dossier.promise.stages if dossier.promise else ()
    options = [("", translate("acts", "theo nơi nhận"))]
    options += [
        (
            str(place),
            translate("acts", "Bước {number}: {office}, xong trước {moment}").format(
                number=place + 1, office=one.office, moment=short_moment(one.due_at)
            ),
        )
        for place, one in enumerate(stages)
    ]
    return OneOf(
        "stage",
        translate("acts", "&Bước liên thông"),
        options=tuple(options),
        value="" if stage is None else str(stage),
    )


def _next_stage(dossier: Dossier) -> int | None:
    """The linked stage that comes now: the first after the latest one that was begun."""
    stages = dossier.promise.stages if dossier.promise else ()
    begun = max((part.stage for part in dossier.custody if part.stage is not None), default=-1)
    here = dossier.holder.name if dossier.holder else ""
    later = (place for place in range(begun + 1, len(stages)) if stages[place].office != here)
    return next(later, None)


def _earlier(dossier: Dossier) -> list[Holder]:
    """Who had it before, the last first; a result may go back to the same hands."""
    held = [part.holder for part in reversed(dossier.custody)]
    again = dossier.result_at is not None
    return list(
        dict.fromkeys(
            holder
            for holder in held
            if holder.kind is not HolderKind.APPLICANT and (again or holder != dossier.holder)
        )
    )


def _name(dossier: Dossier) -> str:
    return dossier.holder.name if dossier.holder else ""
