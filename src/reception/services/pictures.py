"""Pictures of the figures: months, fields, holders of delay, hours of receipt, days to come.

What they say besides names and numbers goes through ``say``: a window says it in its own language,
papers say it in Vietnamese.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import dropwhile

from reception.domain.chart import Chart, Series, Shape
from reception.domain.counting import Counts, span, total
from reception.domain.handling_report import Choices, HandlingRow, handling, percent
from reception.domain.list_frame import Period
from reception.domain.listing import ListQuery, Order, Shelf
from reception.domain.moments import WEEKDAYS, date_words, short_moment
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
_FIRST_HOUR, _LAST_HOUR, _SATURDAY = 7, 17, 6
_CHOICES = Choices()
Say = Callable[[str], str]


class PictureKind(StrEnum):
    """Which pictures there are."""

    TREND = "trend"
    FIELDS = "fields"
    HOLDERS = "holders"
    HOURS = "hours"
    AHEAD = "ahead"


def charts(desk: Desk, kind: PictureKind, period: Period, say: Say = str) -> tuple[Chart, ...]:
    """The pictures of a kind over a period; what is in hand is told as of now, whatever period."""
    return _MAKERS[kind](desk, period, say)


def sheet(desk: Desk, made: Sequence[Chart], period: Period, *, by: str = "") -> Paper:
    """Pictures as a paper."""
    frame = drawing(desk, forms.PICTURE_SHEET, desk.now().date(), by)
    return picture_sheet(frame, period, made)


# --- months ---------------------------------------------------------------------------------------


def trend(desk: Desk, period: Period, say: Say = str) -> tuple[Chart, ...]:
    """The twelve months up to the period's end: received and settled, and how many late."""
    told = [(month, _whole(_counts(desk, month))) for month in _months(period, desk.now().date())]
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
            "trend", say("Hồ sơ tiếp nhận và giải quyết từng tháng"), Shape.LINES, say("Tháng"),
            labels,
            (
                Series(say("Tiếp nhận"), received, _RECEIVED),
                Series(say("Đã giải quyết"), settled, _SETTLED),
            ),
            say(
                "Tiếp nhận: hồ sơ nhận trong tháng, không kể từ kỳ trước. Đã giải quyết: hồ sơ có"
                " kết quả, từ chối hoặc dừng trong tháng."
            ),
            sum(received),
            say("hồ sơ"),
            lists=tuple(_received_in(month) for month in months),
        ),
        Chart(
            "trend-late", say("Tỷ lệ giải quyết quá hạn từng tháng (%)"), Shape.LINES,
            say("Tháng"), labels,
            (Series(say("Quá hạn (%)"), rates, _LATE),),
            f"{say('Số quá hạn trên số đã giải quyết trong tháng.')} {_definition(period, say)}",
            sum(by_date),
            say("hồ sơ đã giải quyết"),
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


def fields(desk: Desk, period: Period, say: Say = str) -> tuple[Chart, ...]:
    """What was settled in time and late by field, those with most dossiers first."""
    every = handling(_counts(desk, period), _CHOICES).rows
    rows = [row for row in every if row.settled or row.open_overdue]
    told = sorted(rows, key=lambda row: (-row.settled - row.open_overdue, fold(row.field)))
    told = told[:_MOST_BARS]
    left_out = len(rows) - len(told)
    more = say("Không vẽ {count} lĩnh vực ít hồ sơ hơn.").format(count=left_out) if left_out else ""
    title = say("Kết quả giải quyết theo lĩnh vực, {period}")
    return (
        Chart(
            "fields", title.format(period=_days(period, say)), Shape.BARS,
            say("Lĩnh vực"), tuple(row.field for row in told),
            (
                Series(
                    say("Trước và đúng hạn"), tuple(r.early + r.on_time for r in told), _RECEIVED
                ),
                Series(say("Giải quyết quá hạn"), tuple(row.overdue for row in told), _LATE),
                Series(say("Đang làm, đã quá hạn"), tuple(r.open_overdue for r in told), _SETTLED),
            ),
            f"{_definition(period, say)} {more}".strip(),
            sum(row.settled + row.open_overdue for row in rows),
            say("hồ sơ"),
            lists=tuple(_received_in(period, row.field) for row in told),
        ),
    )  # fmt: skip


def holders(desk: Desk, _period: Period, say: Say = str) -> tuple[Chart, ...]:
    """Who has overdue dossiers in hand as of now."""
    now = desk.now()
    late = [pile for pile in lists.piles_by_holder(desk.database, now) if pile.overdue]
    told = late[:_MOST_BARS]
    title = say("Hồ sơ quá hạn theo người, cơ quan đang giữ, lúc {moment}")
    return (
        Chart(
            "holders", title.format(moment=short_moment(now)),
            Shape.BARS, say("Người, cơ quan"), tuple(pile.name for pile in told),
            (Series(say("Đang giữ, đã quá hạn"), tuple(pile.overdue for pile in told), _LATE),),
            say(
                "Hồ sơ đang giải quyết mà hạn trả theo quy định đã qua, kể cả đã xin lỗi và hẹn"
                " lại; không kể hồ sơ chờ bổ sung, tạm dừng."
            ),
            sum(pile.overdue for pile in late),
            say("hồ sơ"),
            lists=tuple(
                ListQuery(Shelf.OVERDUE, holder=pile.name, order=Order.DUE) for pile in told
            ),
        ),
    )  # fmt: skip


# --- hours and days -------------------------------------------------------------------------------


def hours(desk: Desk, period: Period, say: Say = str) -> tuple[Chart, ...]:
    """When in the week people come, for whoever plans who sits at the desk."""
    found = picture_rows.hours_of_receipt(desk.database, period)
    seen = [hour for _day, hour in found] or [_FIRST_HOUR]
    shown = range(min(_FIRST_HOUR, *seen), max(_LAST_HOUR, *seen) + 1)
    days = range(1, max(_SATURDAY - 1, *(day for day, _hour in found), 1) + 1)
    return (
        Chart(
            "hours", say("Giờ tiếp nhận trong tuần, {period}").format(period=_days(period, say)),
            Shape.HEAT, say("Giờ"), tuple(f"{hour}h" for hour in shown),
            tuple(
                Series(say(WEEKDAYS[day - 1]), tuple(found[day, hour] for hour in shown))
                for day in days
            ),
            say(
                "Số hồ sơ tiếp nhận trong cả kỳ theo thứ và giờ (8h là từ 8 giờ đến trước 9 giờ);"
                " gồm cả hồ sơ nộp trực tuyến, không kể hồ sơ nhập từ sổ cũ."
            ),
            found.total(),
            say("hồ sơ"),
        ),
    )  # fmt: skip


def ahead(desk: Desk, _period: Period, say: Say = str) -> tuple[Chart, ...]:
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
    definition = say(
        "Hồ sơ đang giải quyết, theo ngày hẹn trả (ngày hẹn lại nếu đã xin lỗi), chưa tính hồ sơ đã"
        " quá hạn; {days} ngày làm việc kể từ hôm nay."
    ).format(days=DAYS_AHEAD)
    return (
        Chart(
            "ahead", say("Số hồ sơ đến hạn từng ngày"), Shape.BARS, say("Ngày"),
            tuple(f"{say(WEEKDAYS[day.weekday()])} {day:%d/%m}" for day in days),
            (Series(say("Đến hạn"), tuple(by_day[day] for day in days), _RECEIVED),),
            definition, found.total(), say("hồ sơ"),
            lists=tuple(_due_until(desk, day) for day in days),
        ),
        Chart(
            "ahead-holders", say("Hồ sơ sắp đến hạn đang ở đâu"), Shape.BARS,
            say("Người, cơ quan"), tuple(holder for holder, _number in told),
            (Series(say("Đến hạn"), tuple(number for _holder, number in told), _RECEIVED),),
            definition, found.total(), say("hồ sơ"),
            lists=tuple(
                ListQuery(Shelf.DUE_SOON, holder=holder, days=DAYS_AHEAD) for holder, _n in told
            ),
        ),
    )  # fmt: skip


def _working_days(desk: Desk, today: date) -> list[date]:
    days = desk.calendar.working_days_from(today)
    return [next(days) for _n in range(DAYS_AHEAD)]


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


def _definition(period: Period, say: Say) -> str:
    return say(definition_on(_CHOICES.rule, period.until_on).words)


def _days(period: Period, say: Say) -> str:
    """The days of a period, as :meth:`Period.words` tells them."""
    first, last = date_words(period.from_on), date_words(period.until_on)
    if first == last:
        return say("ngày {day}").format(day=first)
    return say("từ ngày {first} đến hết ngày {last}").format(first=first, last=last)


_MAKERS: dict[PictureKind, Callable[[Desk, Period, Say], tuple[Chart, ...]]] = {
    PictureKind.TREND: trend,
    PictureKind.FIELDS: fields,
    PictureKind.HOLDERS: holders,
    PictureKind.HOURS: hours,
    PictureKind.AHEAD: ahead,
}
