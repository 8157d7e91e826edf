"""Answering "when is it due, and why" for a question that comes as text."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from reception.domain.calendar import FIRST_DAY, WorkingCalendar
from reception.domain.deadlines import Deadline, compute
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel
from reception.domain.moments import parse_moment
from reception.domain.office import OfficeHours
from reception.domain.runs import Adjustments, Pause
from reception.domain.time_limit import CutOff, Stage, TimeLimit, Unit
from reception.services.calendars import (
    load_calendar,
    parse_session,
    parse_sessions,
    parse_time,
    read_days,
    shipped_calendar,
)

_CHANNELS = {"counter": Channel.COUNTER, "post": Channel.POST, "online": Channel.ONLINE_FULL}


_MAY_BE_LEFT_OUT = ("hours", "calendar", "saturday_reception", "cutoff", "accepted", "restart")


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """The options of ``reception due``, as they were typed.

    Moments are ISO 8601, in the office's zone unless they say otherwise. ``limit`` may be a sum
    such as ``17+10``. ``stages`` are ``"3 working-day"`` each, perhaps followed by the office that
    works; where there are stages they set the due moment and there is no ``limit``. ``pauses`` are
    ``FROM/TO``. ``saturday_reception`` and ``hours`` are sessions such as ``07:30-11:30``.
    """

    received: str
    limit: str | None = None
    unit: str | None = None
    hours: str | None = None
    calendar: str | None = None
    channel: str = "counter"
    saturday_reception: str | None = None
    cutoff: str | None = None
    cutoff_starts_next_day: bool = False
    stages: tuple[str, ...] = ()
    parallel: bool = False
    accepted: str | None = None
    pauses: tuple[str, ...] = ()
    restart: str | None = None
    extra_working_days: str | int = 0
    month_as_30_days: bool = False


def answer(question: DueQuestion, calendar: WorkingCalendar | None = None) -> Deadline:
    """The due moment for a question, on the given calendar or the shipped one.

    Raises:
        RuleViolation: Whatever part of the question cannot be; the text says which.
    """
    _check_usage(question)
    cutoff = CutOff(parse_time(question.cutoff)) if question.cutoff else None
    stages = _parse_stages(question, cutoff)
    return compute(
        _calendar_for(question, calendar),
        None if stages else _parse_limit(question, cutoff),
        parse_moment(question.received),
        channel=_parse_channel(question.channel),
        adjustments=Adjustments(
            accepted_at=parse_moment(question.accepted) if question.accepted else None,
            restarted_at=parse_moment(question.restart) if question.restart else None,
            pauses=tuple(_parse_pause(text) for text in question.pauses),
            extra_working_days=_parse_extra(question.extra_working_days),
        ),
        stages=stages,
        parallel=question.parallel,
    )


def _check_usage(question: DueQuestion) -> None:
    """Refuse what would be passed over in silence: empty, or without what it belongs to."""
    for name in _MAY_BE_LEFT_OUT:
        if getattr(question, name) == "":
            raise _usage(f"--{name.replace('_', '-')} chưa có giá trị; hãy ghi, hoặc bỏ đi.", name)
    if question.stages and (question.limit is not None or question.unit is not None):
        raise _usage(
            "Mỗi bước đã có thời hạn riêng; khi có --stage hãy bỏ --limit và --unit.", "limit"
        )
    if question.parallel and not question.stages:
        raise _usage("--parallel chỉ dùng cho các bước; hãy thêm --stage, hoặc bỏ đi.", "parallel")
    if question.cutoff_starts_next_day and not question.cutoff:
        raise _usage(
            "--cutoff-starts-next-day cần biết giờ chốt; hãy thêm --cutoff, ví dụ --cutoff 15:00.",
            "cutoff_starts_next_day",
        )


def _calendar_for(question: DueQuestion, calendar: WorkingCalendar | None) -> WorkingCalendar:
    if question.calendar:
        path = Path(question.calendar)
        calendar = calendar.with_days(read_days(path)) if calendar else load_calendar(path)
    calendar = calendar or shipped_calendar()
    if not question.hours and not question.saturday_reception:
        return calendar
    saturday = parse_session(question.saturday_reception) if question.saturday_reception else None
    if not question.hours:
        return calendar.with_hours(
            [replace(hours, saturday_reception=saturday) for hours in calendar.hours]
        )
    return calendar.with_hours([OfficeHours(FIRST_DAY, parse_sessions(question.hours), saturday)])


def _parse_limit(question: DueQuestion, cutoff: CutOff | None) -> TimeLimit | None:
    if question.unit is None:
        raise _usage("Chưa có đơn vị thời hạn; hãy thêm --unit, ví dụ --unit working-day.", "unit")
    unit = _parse_unit(question.unit)
    figure = "1" if question.limit is None and unit is Unit.SAME_DAY else question.limit
    if figure is None:
        raise _usage("Chưa có thời hạn; hãy thêm --limit, ví dụ --limit 3.", "limit")
    return TimeLimit(
        _parse_figure(figure),
        unit,
        _cutoff_of(unit, cutoff, starts_next_day=question.cutoff_starts_next_day),
        month_as_30_days=question.month_as_30_days,
    )


def _parse_stages(question: DueQuestion, cutoff: CutOff | None) -> tuple[Stage, ...]:
    stages: list[Stage] = []
    for number, text in enumerate(question.stages, 1):
        figure, unit_name, office = _split_stage(text)
        unit = _parse_unit(unit_name)
        # A cut-off hour is one of receipt: only the stages that begin with it feel it.
        felt = cutoff if number == 1 or question.parallel else None
        limit = TimeLimit(
            _parse_figure(figure),
            unit,
            _cutoff_of(unit, felt, starts_next_day=question.cutoff_starts_next_day),
            month_as_30_days=question.month_as_30_days,
        )
        stages.append(Stage(office or f"Bước {number}", limit))
    return tuple(stages)


def _split_stage(text: str) -> tuple[str, str, str]:
    """The figure, the unit and perhaps the office of a stage."""
    match text.split(maxsplit=2):
        case [figure, unit]:
            return figure, unit, ""
        case [figure, unit, office]:
            return figure, unit, office
        case _:
            raise RuleViolation(
                "impossible-stage",
                f"Bước xử lý “{text}” chưa đủ; hãy ghi thời hạn và đơn vị, ví dụ 3 working-day.",
                field="stages",
            )


def _cutoff_of(unit: Unit, cutoff: CutOff | None, *, starts_next_day: bool) -> CutOff | None:
    if cutoff and unit is not Unit.SAME_DAY and not starts_next_day:
        raise _usage(
            "Giờ chốt chỉ dùng riêng cho việc giải quyết trong ngày; với đơn vị khác hãy thêm"
            " --cutoff-starts-next-day (nhận sau giờ chốt thì tính từ ngày làm việc tiếp theo).",
            "cutoff",
        )
    return cutoff


def _parse_figure(text: str) -> Decimal:
    parts = (part.strip().replace(",", ".") for part in text.split("+"))
    with suppress(InvalidOperation):
        if (figure := sum(map(Decimal, parts), Decimal())).is_finite():
            return figure
    raise RuleViolation(
        "impossible-limit",
        f"Thời hạn “{text[:40]}” không phải là một con số; hãy ghi ví dụ 3 hoặc 2.5.",
        field="limit",
    )


def _parse_unit(text: str) -> Unit:
    name = text.strip().lower().replace("_", "-")
    if name not in list(Unit):
        raise RuleViolation(
            "unknown-unit",
            f"Không có đơn vị thời hạn “{text}”; hãy dùng một trong: {', '.join(Unit)}.",
            field="unit",
        )
    return Unit(name)


def _parse_channel(text: str) -> Channel:
    if text not in _CHANNELS:
        raise RuleViolation(
            "unknown-channel",
            f"Không có cách nộp “{text}”; hãy dùng một trong: {', '.join(_CHANNELS)}.",
            field="channel",
        )
    return _CHANNELS[text]


def _parse_pause(text: str) -> Pause:
    from_text, slash, until_text = text.partition("/")
    if not slash:
        raise RuleViolation(
            "impossible-pause",
            f"Lần tạm dừng “{text}” chưa đủ; hãy ghi TỪ/ĐẾN, ví dụ"
            " 2026-10-09T09:00/2026-10-19T09:00.",
            field="pauses",
        )
    return Pause(parse_moment(from_text), parse_moment(until_text))


def _parse_extra(text: str | int) -> int:
    try:
        days = int(text)
    except ValueError:
        days = -1
    if days < 0:
        raise RuleViolation(
            "impossible-extension",
            f"Số ngày gia hạn “{text}” không đúng; hãy ghi một số nguyên từ 0 trở lên.",
            field="extra_working_days",
        )
    return days


def _usage(text: str, field: str) -> RuleViolation:
    return RuleViolation("usage", text, field=field)
