"""Which report of which days somebody asks for, as addresses tell it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import in_office_zone
from reception.domain.report_periods import parse_period
from reception.domain.timeliness import Rule
from reception.server.pages.asked import Asked
from reception.server.pages.house import House
from reception.services.report_periods import statutory_frame
from reception.services.reports import HANDLING
from reception.services.server_reports import COUNTED

RULES = {
    Rule.DAY: "theo ngày",
    Rule.MINUTE: "đến từng phút",
    Rule.NATIONAL: "theo Bộ chỉ số 766",
}
FAULTS_OF_PERIOD = {"bad-period", "period-to-come"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What report was asked for, as it was written and as it is meant."""

    report: str
    agency: str
    text: str
    statutory: bool
    period: Period
    choices: Choices

    def query(self, **more: str) -> str:
        """The same as an address tells it; what is given besides stands over it."""
        told = {"xa": self.agency, "ky": self.text, "cach": self.choices.rule.value}
        told |= {"bao-cao": self.report} if self.report != HANDLING else {}
        told |= {"chot": "14"} if self.statutory else {}
        told |= {"gop": "khong"} if not self.choices.no_limit_on_time else {}
        return urlencode({name: value for name, value in (told | more).items() if value})


def wanted_of(house: House, asked: Asked, query: dict[str, str]) -> Wanted:
    """What a query asks for; of the present month where it names no days.

    Raises:
        RuleViolation: ``bad-period``.
    """
    user, today = asked.known_user(), in_office_zone(house.clock()).date()
    rule, report = query.get("cach", Rule.DAY.value), query.get("bao-cao", HANDLING)
    gathered = query.get("gop", "") != "khong"
    text = query.get("ky", "").strip() or f"{today:%Y-%m}"
    statutory = bool(query.get("chot", ""))
    return Wanted(
        report=report if report in COUNTED else HANDLING,
        agency=user.agency or query.get("xa", ""),
        text=text,
        statutory=statutory,
        period=parse_period(text, statutory_frame(today) if statutory else None),
        choices=Choices(Rule(rule) if rule in list(Rule) else Rule.DAY, gathered, gathered),
    )
