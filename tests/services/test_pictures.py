"""Pictures of a register: their figures are those of the reports, and paper and page tell them."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.listing import Shelf
from reception.printing.web_page import web_page
from reception.services import books, finishing, handling, intake, pictures
from reception.services.drawing_up import Volume
from reception.services.pictures import PictureKind

THREE_DAYS = "1.004873"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def march(desk, clock):
    """Four received on Tuesday the 10th at nine and ten: one early, one late, two open."""
    made = [intake.register(desk, asking(owner, THREE_DAYS), by=BY) for owner in ("An", "Bình")]
    clock.set_to("2026-03-10T10:15")
    made += [intake.register(desk, asking(owner, THREE_DAYS), by=BY) for owner in ("Chi", "Dung")]
    clock.set_to("2026-03-11T09:00")
    finishing.record_result(desk, made[0].dossier_id, by=BY)
    clock.set_to("2026-03-20T09:00")
    finishing.record_result(desk, made[1].dossier_id, by=BY)
    return made


def values(chart):
    return {one.name: one.values for one in chart.series}


def test_months_before_the_register_began_are_not_drawn_as_none(desk, march):
    counts, rates = pictures.trend(desk, MARCH)
    assert counts.labels == ("03/2026",)
    assert values(counts) == {"Tiếp nhận": (4,), "Đã giải quyết": (2,)}
    assert [str(rate) for rate in values(rates)["Quá hạn (%)"]] == ["50.00"]
    assert (counts.n, rates.n) == (4, 2)


def test_a_year_has_its_months_up_to_now(desk, march, clock):
    clock.set_to("2026-05-10T09:00")
    counts, _rates = pictures.trend(desk, Period(date(2026, 1, 1), date(2026, 12, 31)))
    assert counts.labels == ("03/2026", "04/2026", "05/2026")


def test_fields_have_the_figures_of_the_report(desk, march):
    (chart,) = pictures.fields(desk, MARCH)
    (row,) = handling.handling_report(desk, MARCH, Choices()).told.rows
    assert chart.labels == (row.field,)
    assert [one.values[0] for one in chart.series] == [
        row.early + row.on_time, row.overdue, row.open_overdue,
    ]  # fmt: skip
    assert chart.lists[0].field == row.field


def test_whoever_holds_late_dossiers_is_shown_with_their_list(desk, march):
    (chart,) = pictures.holders(desk, MARCH)
    assert chart.n == sum(chart.series[0].values) == 2
    assert (chart.lists[0].shelf, chart.lists[0].holder) == (Shelf.OVERDUE, chart.labels[0])


def test_people_are_counted_at_the_hour_of_the_office(desk, march):
    (chart,) = pictures.hours(desk, MARCH)
    tuesday = dict(zip(chart.labels, values(chart)["Thứ Ba"], strict=True))
    assert (tuesday["9h"], tuesday["10h"], chart.n) == (2, 2, 4)


def test_what_falls_due_is_shown_by_working_day_and_by_holder(desk, march, clock):
    clock.set_to("2026-03-11T09:00")
    days, at = pictures.ahead(desk, MARCH)
    assert len(days.labels) == pictures.DAYS_AHEAD
    assert days.labels[:2] == ("Thứ Tư 11/03", "Thứ Năm 12/03")
    assert dict(zip(days.labels, days.series[0].values, strict=True))["Thứ Sáu 13/03"] == 2
    assert at.n == days.n == sum(days.series[0].values) == 2


def test_an_empty_register_says_that_there_is_nothing(desk):
    made = [chart for kind in PictureKind for chart in pictures.charts(desk, kind, MARCH)]
    assert all(chart.is_empty for chart in made)
    paper = pictures.sheet(desk, made, MARCH)
    assert "không có hồ sơ nào" in text_of(books.pdf([Volume(paper, ())]))


class Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("kind", PictureKind)
def test_paper_and_page_tell_every_number_of_every_picture(desk, march, kind):
    made = pictures.charts(desk, kind, MARCH)
    paper = pictures.sheet(desk, made, MARCH)
    printed = set(re.findall(r"[\d.,]+", text_of(books.pdf([Volume(paper, ())]))))
    page = web_page(paper)
    for chart in made:
        told = {v for row in chart.table()[1:] for v in row[1:] if v != "0" and not chart.is_empty}
        assert told <= printed
        assert all(f">{value}</text>" in page for value in told)


def test_a_page_with_pictures_needs_nothing_and_is_named_for_those_who_hear(desk, march):
    page = web_page(pictures.sheet(desk, pictures.trend(desk, MARCH), MARCH))
    outline = Outline()
    outline.feed(page)
    tags = [tag for tag, _attributes in outline.tags]
    assert outline.tags[0] == ("html", {"lang": "vi"})
    assert tags.count("h1") == 1
    assert tags.count("h2") == tags.count("svg") == tags.count("figcaption") == 2
    assert all("aria-label" in a and a["role"] == "img" for t, a in outline.tags if t == "svg")
    assert all(a.get("scope") for t, a in outline.tags if t == "th")
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert "http" not in page
