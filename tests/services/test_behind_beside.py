"""What figures count beside dossiers that were received opens, too: as much as they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from at_the_counter import BIRTH, SINGLE_STATUS, asking
from ends import Commune
from reception.domain import feedback_report
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import RuleViolation
from reception.domain.feedback_events import FeedbackKind
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.timeliness import Rule
from reception.services import (
    behind,
    certification,
    feedback,
    feedback_papers,
    finishing,
    inbox,
    indicators,
    intake,
    reports,
    sign_in,
)
from reception.services.behind import Figure, Opens
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.services.feedback import FeedbackRequest
from reception.storage.ledger.ledger import Ledger
from sent_down import submitted

BY = "command-line"
FIRST, LAST = date(2026, 3, 10), date(2026, 4, 10)
SENDER = Party("Giàng Thị Dợ", phone="0398 765 432")
NAMED = ("Hộ tịch", "Đất đai", "")
DAYS = st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, date(2026, 5, 1))).map(sorted)
CHOICES = st.builds(Choices, st.sampled_from(Rule), st.booleans(), st.booleans())


class Counter:
    """A month at a desk where all kinds of things happen, as chance has it."""

    def __init__(self, commune: Commune, seed: int) -> None:
        self.commune = commune
        self.chance = Random(seed)  # noqa: S311 - invented acts are no secret
        self.desk = commune.desk(1)
        self.owing: list[str] = []
        self.said: list[str] = []
        self.came = 0

    def work(self) -> None:
        """Work every day of the month; the last to come waits for its answer still."""
        acts = (
            self.receive, self.pay, self.refuse, self.certify, self.certify, self.listen,
            self.listen, self.listen,            self.answer, self.answer, self.arrive, self.settle,
        )  # fmt: skip
        for n in range((LAST - FIRST).days + 1):
            for hour in (8, 9, 10, 14):
                day = FIRST + timedelta(days=n)
                self.commune.clock.at = datetime.combine(day, time(hour, 5), OFFICE_ZONE)
                self.chance.choice(acts)()
        self.arrive()

    def receive(self) -> None:
        procedure = self.chance.choice((BIRTH, SINGLE_STATUS))
        dossier = intake.register(self.desk, asking("An", procedure, fee_vnd=8000), by=BY)
        self.owing.append(dossier.dossier_id)

    def pay(self) -> None:
        if self.owing:
            way = self.chance.choice((PaidBy.CASH, PaidBy.ONLINE))
            one = self.chance.choice(self.owing)
            finishing.settle_fee(self.desk, one, amount_vnd=8000, paid_by=way, by=BY)

    def refuse(self) -> None:
        procedure = self.chance.choice((BIRTH, SINGLE_STATUS))
        intake.refuse(self.desk, asking("Bình", procedure), reason="không thuộc", by=BY)

    def certify(self) -> None:
        items = [
            WantedItem(
                f"Giấy {n}", pages=self.chance.randint(1, 3), copies=self.chance.randint(1, 5)
            )
            for n in range(self.chance.randint(1, 3))
        ]
        free = self.chance.choice(("", "", "hộ nghèo"))
        matter = self.chance.choice(tuple(Matter))
        request = CertificationRequest(matter, Party("Chi"), tuple(items), free_because=free)
        certification.certify(self.desk, request, by=BY)

    def listen(self) -> None:
        kind, field = self.chance.choice(tuple(FeedbackKind)), self.chance.choice(NAMED)
        request = FeedbackRequest("Bảng treo cao quá", kind=kind, sender=SENDER, field=field)
        self.said.append(feedback.receive(self.desk, request, by=BY).feedback_id)

    def answer(self) -> None:
        if not self.said:
            return
        one, how = self.chance.choice(self.said), self.chance.randrange(4)
        try:
            if how == 0:
                feedback.refuse(self.desk, one, "không rõ việc", by=BY)
            elif how == 1:
                feedback.ask_more(self.desk, one, "ở đâu", by=BY)
            else:
                feedback.answer(self.desk, one, "đã hạ thấp", by=BY)
                feedback.publish(self.desk, one, "Bảng treo cao", "Đã hạ thấp", by=BY)
        except RuleViolation:
            self.said.remove(one)

    def arrive(self) -> None:
        self.came += 1
        procedure = self.chance.choice((BIRTH, SINGLE_STATUS, "9.999999"))
        submission = f"nop-{self.came:04d}"
        submitted(self.commune, self.desk, submission=submission, procedure=procedure)

    def settle(self) -> None:
        waiting = inbox.waiting(self.desk)
        if waiting:
            inbox.refuse(self.desk, waiting[0].submission, reason="trùng hồ sơ", by=BY)


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("beside")
    commune = Commune(Ledger.open(str(folder / "ledger.db")), folder)
    counter = Counter(commune, seed=4)
    counter.work()
    counter.desk.reload()
    yield counter.desk
    commune.close()


def cells(desk: Desk, name: str, period: Period, choices: Choices) -> Iterator[tuple[Figure, int]]:
    made = reports.make(desk, name, period, choices)
    lines = [line for of_section in made.sections.values() for line in of_section]
    for line in (*lines, made.total):
        for column, number in line.figures.items():
            if number is not None:
                yield Figure(name, column, line.field), number


def feedback_cells(desk: Desk, period: Period) -> Iterator[tuple[Figure, int]]:
    told = feedback_papers.report(desk, period).told
    for field, sums in (*told.fields.items(), ("", told.total)):
        for column, number in sums.figures().items():
            yield Figure(reports.FEEDBACK, column, field), number
    yield Figure(reports.FEEDBACK, feedback_report.OTHERS), told.others


def what_happened(desk: Desk, period: Period, choices: Choices) -> list[tuple[Figure, int]]:
    return [
        *cells(desk, reports.JUSTICE, period, choices),
        *cells(desk, reports.CERTIFIED, period, choices),
        *feedback_cells(desk, period),
    ]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, CHOICES)
def test_every_figure_opens_to_as_much_as_it_says(desk, days, choices):
    period = Period(*days)
    for figure, number in what_happened(desk, period, choices):
        found = behind.opened(desk, figure, period, choices, by=BY)
        assert found.adds_up_to(figure.column) == number, figure


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS)
def test_the_index_of_feedback_opens_to_both_its_parts(desk, days):
    period = Period(*days)
    share = indicators.indicators(desk, period).of("5.1–5.3").share
    part, rest = (indicators.opened(desk, period, "5.1–5.3", rest=rest) for rest in (False, True))
    assert len(part) == share.part
    assert len({one.code for one in (*part, *rest)}) == len(part) + len(rest) == share.whole


def test_the_month_has_something_in_every_figure_beside_the_dossiers(desk):
    later = Period(date(2026, 3, 24), LAST)
    told = [
        *what_happened(desk, Period(FIRST, LAST), Choices()),
        *what_happened(desk, later, Choices()),
    ]
    every = {(one.report, one.column) for one, _number in told}
    empty = every - {(one.report, one.column) for one, number in told if number}
    beside = {("07a", f"c{n}") for n in (11, 12, 13, 24, 25, 26)}
    assert not empty & beside
    assert not [one for one in empty if one[0] in (reports.CERTIFIED, reports.FEEDBACK)]


def test_a_line_of_the_books_is_told_once_and_a_person_once(desk):
    month = Period(FIRST, LAST)
    (persons, lines) = (
        behind.opened(desk, Figure(reports.CERTIFIED, column), month, Choices(), by=BY).entries
        for column in ("c3", "c4")
    )
    assert persons.rows == lines.rows
    assert len(set(lines.rows)) == len(lines.rows) == lines.adds_up_to("c4")
    assert persons.adds_up_to("c3") == len({row.dossier_id for row in lines.rows})


def test_what_was_certified_free_opens_to_the_lines_of_those_who_paid_nothing(desk):
    free = Figure(reports.CERTIFIED, "c7")
    rows = behind.opened(desk, free, Period(FIRST, LAST), Choices(), by=BY).entries.rows
    assert rows
    assert {row.fee_vnd for row in rows} == {0}


def test_a_column_that_the_register_cannot_know_has_nothing_to_open(desk):
    with pytest.raises(RuleViolation, match="sổ không biết") as refused:
        behind.opened(desk, Figure("07a", "c8"), Period(FIRST, LAST), Choices(), by=BY)
    assert refused.value.code == "figure-blank"


@pytest.mark.parametrize(
    ("report", "column", "kind"),
    [
        ("07a", "c13", Opens.SUBMISSIONS), ("07a", "c24", Opens.DOSSIERS),
        ("certification", "c8", Opens.ENTRIES), ("ii05", "late", Opens.FEEDBACK),
    ],
)  # fmt: skip
def test_nothing_opens_for_an_account_that_has_ended(desk, report, column, kind):
    leader = Account("yen", "Hoàng Thị Yến", Role.ADMINISTRATOR)
    clerk = Account("lan", "Trần Thị Lan", Role.CLERK)
    for account in (leader, clerk, replace(clerk, active=False)):
        sign_in.put_account(desk, account, "246813", by=leader)
    month, figure = Period(FIRST, LAST), Figure(report, column)
    assert behind.opened(desk, figure, month, Choices(), by="yen").opens is kind
    with pytest.raises(RuleViolation, match="đã ngừng dùng") as refused:
        behind.opened(desk, figure, month, Choices(), by="lan")
    assert refused.value.code == "account-ended"
