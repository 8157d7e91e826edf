"""Pictures of the figures: months, fields, holders of delay, hours of receipt, days to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import dropwhile

from reception.domain.chart import Chart, Series, Shape
from reception.domain.counting import Counts, span, total
from reception.domain.handling_report import Choices, Handling, HandlingRow, handling, percent
from reception.domain.list_frame import Period
from reception.domain.listing import ListQuery, Order, Shelf
from reception.domain.moments import short_moment
from reception.domain.paper import Paper
from reception.domain.picture_sheet import picture_sheet
from reception.domain.text import fold
from reception.services import forms
from reception.services.definitions import definition_on
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.storage import counting_rows, lists, picture_rows

DAYS_AHEAD = 15
_MONTHS, _MOST_BARS = 12, 10
_RECEIVED, _SETTLED, _LATE = 0, 1, 2
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_FIRST_HOUR, _LAST_HOUR, _SATURDAY = 7, 17, 6
_CHOICES = Choices()
_NOT_CLOSED: Mapping[Period, HandlingRow] = {}


class PictureKind(StrEnum):
    """Which pictures there are."""

    TREND = "trend"
    FIELDS = "fields"
    HOLDERS = "holders"
    HOURS = "hours"
    AHEAD = "ahead"


def charts(desk: Desk, kind: PictureKind, period: Period) -> tuple[Chart, ...]:
    """The pictures of a kind over a period; what is in hand is told as of now, whatever period."""
    return _MAKERS[kind](desk, period)


def sheet(desk: Desk, made: Sequence[Chart], period: Period, *, by: str = "") -> Paper:
    """Pictures as a paper."""
    frame = drawing(desk, forms.PICTURE_SHEET, desk.now().date(), by)
    return picture_sheet(frame, period, made)


# --- months ---------------------------------------------------------------------------------------


def trend(
    desk: Desk, period: Period, closed: Mapping[Period, HandlingRow] = _NOT_CLOSED
) -> tuple[Chart, ...]:
    """The twelve months up to the period's end: received and settled, and how many late.

    Of a month in ``closed`` these figures are told and not today's.
    """
    months = _months(period, desk.now().date())
    told = [(month, closed.get(month) or _whole(_counts(desk, month))) for month in months]
    # Before the register began there were no figures, not none of them.
    told = list(dropwhile(lambda one: not one[1].received, told))
    months, rows = [month for month, _row in told], [row for _month, row in told]
    labels = tuple(f"{month.from_on:%m/%Y}" for month in months)
    received = tuple(row.online + row.in_person for row in rows)
    settled = tuple(row.settled for row in rows)
    by_date = [row.early + row.on_time + row.overdue for row in rows]
    rates = tuple(percent(row.overdue, n) for row, n in zip(rows, by_date, strict=True))
    return (
        Chart(
            "trend", "Hồ sơ tiếp nhận và giải quyết từng tháng", Shape.LINES, "Tháng", labels,
            (Series("Tiếp nhận", received, _RECEIVED), Series("Đã giải quyết", settled, _SETTLED)),
            "Tiếp nhận: hồ sơ nhận trong tháng, không kể từ kỳ trước. Đã giải quyết: hồ sơ có kết"
            " quả, từ chối hoặc dừng trong tháng.",
            sum(received),
            lists=tuple(_received_in(month) for month in months),
        ),
        Chart(
            "trend-late", "Tỷ lệ giải quyết quá hạn từng tháng (%)", Shape.LINES, "Tháng", labels,
            (Series("Quá hạn (%)", rates, _LATE),),
            f"Số quá hạn trên số đã giải quyết trong tháng. {_definition(period)}",
            sum(by_date),
            "hồ sơ đã giải quyết",
            tuple(_received_in(month) for month in months),
        ),
    )  # fmt: skip


def _months(period: Period, today: date) -> Iterator[Period]:
    last = period.until_on.replace(day=1)
    for back in reversed(range(_MONTHS)):
        first = _moved(last, -back)
        if first <= today:
            yield Period(first, _moved(first, 1) - timedelta(days=1))


def _moved(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _received_in(period: Period, field: str = "") -> ListQuery:
    return ListQuery(field=field, opened_from=period.from_on, opened_to=period.until_on)


# --- fields and holders ---------------------------------------------------------------------------


def fields(desk: Desk, period: Period) -> tuple[Chart, ...]:
    """What was settled in time and late by field, as of now."""
    told = handling(_counts(desk, period), _CHOICES)
    return fields_of(told, period, _definition(period))


def fields_of(form: Handling, period: Period, definition: str) -> tuple[Chart, ...]:
    """The same of figures that are told elsewhere, the fields with most dossiers first."""
    rows = [row for row in form.rows if row.settled or row.open_overdue]
    told = sorted(rows, key=lambda row: (-row.settled - row.open_overdue, fold(row.field)))
    told = told[:_MOST_BARS]
    left_out = len(rows) - len(told)
    more = f" Không vẽ {left_out} lĩnh vực ít hồ sơ hơn." if left_out else ""
    return (
        Chart(
            "fields", f"Kết quả giải quyết theo lĩnh vực, {period.words()}", Shape.BARS,
            "Lĩnh vực", tuple(row.field for row in told),
            (
                Series("Trước và đúng hạn", tuple(r.early + r.on_time for r in told), _RECEIVED),
                Series("Giải quyết quá hạn", tuple(row.overdue for row in told), _LATE),
                Series("Đang làm, đã quá hạn", tuple(r.open_overdue for r in told), _SETTLED),
            ),
            f"{definition}{more}",
            sum(row.settled + row.open_overdue for row in rows),
            lists=tuple(_received_in(period, row.field) for row in told),
        ),
    )  # fmt: skip


def holders(desk: Desk, _period: Period) -> tuple[Chart, ...]:
    """Who has overdue dossiers in hand as of now."""
    now = desk.now()
    late = [pile for pile in lists.piles_by_holder(desk.database, now) if pile.overdue]
    told = late[:_MOST_BARS]
    return (
        Chart(
            "holders", f"Hồ sơ quá hạn theo người, cơ quan đang giữ, lúc {short_moment(now)}",
            Shape.BARS, "Người, cơ quan", tuple(pile.name for pile in told),
            (Series("Đang giữ, đã quá hạn", tuple(pile.overdue for pile in told), _LATE),),
            "Hồ sơ đang giải quyết mà hạn trả theo quy định đã qua, kể cả đã xin lỗi và hẹn lại;"
            " không kể hồ sơ chờ bổ sung, tạm dừng.",
            sum(pile.overdue for pile in late),
            lists=tuple(
                ListQuery(Shelf.OVERDUE, holder=pile.name, order=Order.DUE) for pile in told
            ),
        ),
    )  # fmt: skip


# --- hours and days -------------------------------------------------------------------------------


def hours(desk: Desk, period: Period) -> tuple[Chart, ...]:
    """When in the week people come, for whoever plans who sits at the desk."""
    found = picture_rows.hours_of_receipt(desk.database, period)
    seen = [hour for _day, hour in found] or [_FIRST_HOUR]
    shown = range(min(_FIRST_HOUR, *seen), max(_LAST_HOUR, *seen) + 1)
    days = range(1, max(_SATURDAY - 1, *(day for day, _hour in found), 1) + 1)
    return (
        Chart(
            "hours", f"Giờ tiếp nhận trong tuần, {period.words()}", Shape.HEAT,
            "Giờ", tuple(f"{hour}h" for hour in shown),
            tuple(
                Series(_WEEKDAYS[day - 1], tuple(found[day, hour] for hour in shown))
                for day in days
            ),
            "Số hồ sơ tiếp nhận trong cả kỳ theo thứ và giờ (8h là từ 8 giờ đến trước 9 giờ); gồm"
            " cả hồ sơ nộp trực tuyến, không kể hồ sơ nhập từ sổ cũ.",
            found.total(),
        ),
    )  # fmt: skip


def ahead(desk: Desk, _period: Period) -> tuple[Chart, ...]:
    """How many dossiers fall due on each of the next working days, and with whom they are."""
    now, calendar = desk.now(), desk.calendar
    last = calendar.nth_working_day(now.date() - timedelta(days=1), DAYS_AHEAD)
    found = picture_rows.due_ahead(desk.database, now, last)
    by_day, by_holder = Counter[date](), Counter[str]()
    for (day, holder), number in found.items():
        by_day[day] += number
        by_holder[holder] += number
    days = sorted({*by_day, *_working_days(desk, now.date())})
    told = by_holder.most_common(_MOST_BARS)
    definition = (
        "Hồ sơ đang giải quyết, theo ngày hẹn trả (ngày hẹn lại nếu đã xin lỗi), chưa tính hồ sơ đã"
        f" quá hạn; {DAYS_AHEAD} ngày làm việc kể từ hôm nay."
    )
    return (
        Chart(
            "ahead", "Số hồ sơ đến hạn từng ngày", Shape.BARS, "Ngày",
            tuple(_day_words(day) for day in days),
            (Series("Đến hạn", tuple(by_day[day] for day in days), _RECEIVED),),
            definition, found.total(), lists=tuple(_due_until(desk, day) for day in days),
        ),
        Chart(
            "ahead-holders", "Hồ sơ sắp đến hạn đang ở đâu", Shape.BARS, "Người, cơ quan",
            tuple(holder for holder, _number in told),
            (Series("Đến hạn", tuple(number for _holder, number in told), _RECEIVED),),
            definition, found.total(),
            lists=tuple(
                ListQuery(Shelf.DUE_SOON, holder=holder, days=DAYS_AHEAD) for holder, _n in told
            ),
        ),
    )  # fmt: skip


def _working_days(desk: Desk, today: date) -> list[date]:
    days = desk.calendar.working_days_from(today)
    return [next(days) for _n in range(DAYS_AHEAD)]


def _day_words(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day:%d/%m}"


def _due_until(desk: Desk, day: date) -> ListQuery:
    """The list with a day's dossiers; that of a day to come holds the days before it, too."""
    today = desk.now().date()
    if day <= today:
        return ListQuery(Shelf.DUE_TODAY, order=Order.DUE)
    return ListQuery(
        Shelf.DUE_SOON, days=max(1, desk.calendar.count_working_days(today, day)), order=Order.DUE
    )


# --- what they share ------------------------------------------------------------------------------


def _counts(desk: Desk, period: Period) -> dict[str, Counts]:
    over = span(period, desk.now(), _CHOICES.rule)
    return counting_rows.counts(desk.database, over, _CHOICES.rule)


def _whole(sums: dict[str, Counts]) -> HandlingRow:
    return handling({"": total(sums.values())}, _CHOICES).total


def _definition(period: Period) -> str:
    return definition_on(_CHOICES.rule, period.until_on).words


_MAKERS: dict[PictureKind, Callable[[Desk, Period], tuple[Chart, ...]]] = {
    PictureKind.TREND: trend,
    PictureKind.FIELDS: fields,
    PictureKind.HOLDERS: holders,
    PictureKind.HOURS: hours,
    PictureKind.AHEAD: ahead,
}
