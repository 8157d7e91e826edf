"""II.06a of any period: on a page, as files, and the dossiers behind each of its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

import msgspec
from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.handling_report import STRICT, Choices, handling, in_words
from reception.domain.life import STATE_WORDS
from reception.domain.list_frame import Period
from reception.domain.moments import in_office_zone
from reception.domain.report_periods import parse_period
from reception.domain.server_users import ServerUser, Sight
from reception.domain.timeliness import TIMELINESS_WORDS, Rule
from reception.server.pages.asked import Asked
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import HEADERS
from reception.services import books, inspection, public_lists, server_reports
from reception.services.report_periods import statutory_frame
from reception.services.server_reports import ServerReport
from reception.storage.counted_columns import cell_of
from reception.storage.ledger.page_rows import FoldedDossier

AT_ONCE = 100
COLUMNS = {
    "c3": "Tiếp nhận", "c4": "Trực tuyến", "c5": "Trực tiếp, bưu chính", "c6": "Kỳ trước chuyển",
    "c7": "Đã giải quyết", "c8": "Trước hạn", "c9": "Đúng hạn", "c10": "Quá hạn",
    "c11": "Đang giải quyết", "c12": "Trong hạn", "c13": "Đang quá hạn",
}  # fmt: skip
RULES = {
    Rule.DAY: "theo ngày",
    Rule.MINUTE: "đến từng phút",
    Rule.NATIONAL: "theo Bộ chỉ số 766",
}
_OF_PERIOD = {"bad-period", "period-to-come"}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What report was asked for, as it was written and as it is meant."""

    agency: str
    text: str
    statutory: bool
    period: Period
    choices: Choices

    def query(self, **more: str) -> str:
        """The same as an address tells it; what is given besides stands over it."""
        told = {"xa": self.agency, "ky": self.text, "cach": self.choices.rule.value}
        told |= {"chot": "14"} if self.statutory else {}
        told |= {"gop": "khong"} if not self.choices.no_limit_on_time else {}
        return urlencode({name: value for name, value in (told | more).items() if value})


def the_report(house: House, asked: Asked) -> Response:
    """The report on a page; what cannot be asked is said above that of the present month."""
    fault = None
    try:
        wanted = _wanted(house, asked, asked.query)
        made = _made(house, asked, wanted, "report-seen")
    except RuleViolation as refusal:
        if refusal.code not in _OF_PERIOD:
            raise
        fault = refusal
        wanted = _wanted(house, asked, asked.query | {"ky": "", "chot": ""})
        made = _made(house, asked, wanted, "report-seen")
    whole = made.whole
    told = whole.told
    strict = handling(whole.sums, replace(STRICT, rule=whole.choices.rule)).total
    before = handling(whole.recorded, whole.choices).total
    return house.page(
        "report.html",
        asked,
        wanted=wanted,
        made=made,
        told=told,
        communes=public_lists.communes(house.ledger),
        columns=COLUMNS,
        rules=RULES,
        strict=in_words(strict) if strict != told.total else "",
        recorded=in_words(before) if before != told.total else "",
        fault=fault,
    )


def as_json(house: House, asked: Asked) -> Response:
    """The report as the document that programs read, commune by commune besides."""
    made = _made(house, asked, _wanted(house, asked, asked.query), "report-exported")
    document = msgspec.json.encode(server_reports.as_json(made))
    return _file("ii06a.json", document, "application/json")


def as_xlsx(house: House, asked: Asked) -> Response:
    """The form as a spreadsheet."""
    return _file("ii06a.xlsx", server_reports.workbook_of(_paper(house, asked)), _XLSX)


def as_pdf(house: House, asked: Asked) -> Response:
    """The form to be printed and signed."""
    return _file("ii06a.pdf", books.pdf_of(_paper(house, asked)), "application/pdf")


def behind(house: House, asked: Asked) -> Response:
    """One page of the dossiers that a figure counts."""
    user, wanted = asked.known_user(), _wanted(house, asked, asked.query)
    column = asked.query.get("cot", "")
    if column not in COLUMNS:
        raise RuleViolation("unknown-list", "Không có cột này; hãy chọn một số trong báo cáo.")
    figure = server_reports.figure(
        house.ledger, house.clock, wanted.period, wanted.choices, wanted.agency, column,
        asked.query.get("linh-vuc", ""),
    )  # fmt: skip

    def kept(row: FoldedDossier) -> str:
        if row.kept:
            return TIMELINESS_WORDS[cell_of(row.kept, wanted.choices.rule)[0]]
        return "đang quá hạn" if row.is_late(house.clock()) else "–"

    page = _number(asked.query.get("trang", ""))
    offset = (page - 1) * AT_ONCE
    rows, size = inspection.behind_figure(
        house.ledger, house.clock, user, figure, wanted.agency, AT_ONCE, offset
    )
    return house.page(
        "figure.html",
        asked,
        wanted=wanted,
        name=COLUMNS[column],
        more=wanted.query(cot=column, **{"linh-vuc": figure.field}),
        figure=figure,
        communes={each.agency: each.name for each in public_lists.communes(house.ledger)},
        rows=rows,
        size=size,
        first=offset + 1,
        page=page,
        pages=max(1, -(-size // AT_ONCE)),
        with_names=user.may(Sight.NAMES),
        with_history=user.may(Sight.HISTORY),
        state_words=STATE_WORDS,
        kept=kept,
    )


def _wanted(house: House, asked: Asked, query: dict[str, str]) -> Wanted:
    user, today = asked.known_user(), in_office_zone(house.clock()).date()
    rule = query.get("cach", Rule.DAY.value)
    gathered = query.get("gop", "") != "khong"
    text = query.get("ky", "").strip() or f"{today:%Y-%m}"
    statutory = bool(query.get("chot", ""))
    return Wanted(
        agency=user.agency or query.get("xa", ""),
        text=text,
        statutory=statutory,
        period=parse_period(text, statutory_frame(today) if statutory else None),
        choices=Choices(Rule(rule) if rule in list(Rule) else Rule.DAY, gathered, gathered),
    )


def _made(house: House, asked: Asked, wanted: Wanted, act: str) -> ServerReport:
    user: ServerUser = asked.known_user()
    inspection.check_may_see(user, wanted.agency)
    made = server_reports.handling_report(
        house.ledger, house.clock, wanted.period, wanted.choices, wanted.agency
    )
    about = f"ii06a {wanted.agency} {wanted.period.from_on}..{wanted.period.until_on}"
    inspection.note_seen(house.ledger, house.clock, user, act, about)
    return made


def _paper(house: House, asked: Asked) -> server_reports.Paper:
    made = _made(house, asked, _wanted(house, asked, asked.query), "report-exported")
    return server_reports.paper(made, house.server_name(), house.clock)


def _file(name: str, content: bytes, kind: str) -> Response:
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, 200, headers, kind)


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 5 else 1


ROUTES = (
    Route("/bao-cao", the_report, Sight.BOARD),
    Route("/bao-cao.json", as_json, Sight.BOARD),
    Route("/bao-cao.xlsx", as_xlsx, Sight.BOARD),
    Route("/bao-cao.pdf", as_pdf, Sight.BOARD),
    Route("/bao-cao/ho-so", behind, Sight.BOARD),
)
