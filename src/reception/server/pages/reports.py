"""Reports of any period: on a page, as files, and the dossiers behind their figures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import msgspec
from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.handling_report import STRICT, handling, in_words
from reception.domain.lateness_report import SECTION_WORDS
from reception.domain.life import STATE_WORDS
from reception.domain.list_frame import Period
from reception.domain.server_users import Sight
from reception.domain.timeliness import TIMELINESS_WORDS
from reception.server.pages.asked import Asked
from reception.server.pages.csv_out import csv_answer
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import HEADERS
from reception.server.pages.wanted import FAULTS_OF_PERIOD, RULES, Wanted, wanted_of
from reception.server.pages.words import BY_WORDS, COLUMNS, PARTS, REPORT_WORDS, Parts
from reception.services import books, inspection, public_lists, server_reports
from reception.services.handling import HandlingReport
from reception.services.reports import HANDLING, Report
from reception.services.server_reports import ServerReport
from reception.storage.counted_columns import cell_of
from reception.storage.ledger.page_rows import FoldedDossier

AT_ONCE = 100
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def the_report(house: House, asked: Asked) -> Response:
    """A report on a page; what cannot be asked is said above that of the present month."""
    fault = None
    try:
        wanted = wanted_of(house, asked, asked.query)
        made = _made(house, asked, wanted, "report-seen")
    except RuleViolation as refusal:
        if refusal.code not in FAULTS_OF_PERIOD:
            raise
        fault = refusal
        wanted = wanted_of(house, asked, asked.query | {"ky": "", "chot": ""})
        made = _made(house, asked, wanted, "report-seen")
    whole = made.whole
    template, told = (
        ("report.html", _handling_told(whole))
        if isinstance(whole, HandlingReport)
        else ("lines.html", _lines_told(house, made))
    )
    return house.page(
        template,
        asked,
        wanted=wanted,
        made=made,
        communes=public_lists.communes(house.ledger),
        reports=REPORT_WORDS,
        rules=RULES,
        fault=fault,
        **told,
    )


def _handling_told(whole: HandlingReport) -> dict[str, Any]:
    """What the page of II.06a says besides."""
    told = whole.told
    strict = handling(whole.sums, replace(STRICT, rule=whole.choices.rule)).total
    before = handling(whole.recorded, whole.choices).total
    return {
        "told": told,
        "columns": COLUMNS,
        "strict": in_words(strict) if strict != told.total else "",
        "recorded": in_words(before) if before != told.total else "",
    }


def _lines_told(house: House, made: ServerReport[Report]) -> dict[str, Any]:
    """What the page of any other report says besides."""
    form = server_reports.paper(made, house.server_name(), house.clock)
    return {
        "parts_of": parts_of(made, PARTS[made.report]),
        "opens": partial(server_reports.opens, made.report),
        "sections": SECTION_WORDS,
        "notes": server_reports.notes(form),
    }


def parts_of(made: ServerReport[Report], parts: Parts) -> list[tuple[str, dict[str, str]]]:
    """The tables that a form is told in: what each is about, and its columns with their heads."""
    heads = heads_of(made.report, made.whole.period)
    return [(words, {column: heads[column] for column in columns}) for words, columns in parts]


def heads_of(report: str, period: Period) -> dict[str, str]:
    """What a report's columns are called on pages."""
    return COLUMNS if report == HANDLING else server_reports.heads(report, period.until_on)


def as_json(house: House, asked: Asked) -> Response:
    """The report as the document that programs read, commune by commune besides."""
    made = _exported(house, asked)
    document = msgspec.json.encode(server_reports.as_json(made))
    return file_answer(f"{made.report}.json", document, "application/json")


def as_csv(house: House, asked: Asked) -> Response:
    """Each line of each commune as a table to take out, and how it was counted."""
    made = _exported(house, asked)
    head, *rows = server_reports.table(made)
    definition = made.whole.definition
    notes = [[f"Kỳ {made.whole.period.words()}"], [definition.words if definition else ""]]
    return csv_answer(f"{made.report}.csv", [str(cell) for cell in head], [*rows, [], *notes])


def as_xlsx(house: House, asked: Asked) -> Response:
    """The form as a spreadsheet."""
    made = _exported(house, asked)
    form = server_reports.paper(made, house.server_name(), house.clock)
    return file_answer(f"{made.report}.xlsx", server_reports.workbook_of(form), _XLSX)


def as_pdf(house: House, asked: Asked) -> Response:
    """The form to be printed and signed."""
    made = _exported(house, asked)
    form = server_reports.paper(made, house.server_name(), house.clock)
    return file_answer(f"{made.report}.pdf", books.pdf_of(form), "application/pdf")


def behind(house: House, asked: Asked) -> Response:
    """One page of the dossiers that a figure counts."""
    user, wanted = asked.known_user(), wanted_of(house, asked, asked.query)
    column, by = asked.query.get("cot", ""), asked.query.get("theo", "")
    figure = server_reports.figure(
        house.ledger, house.clock, wanted.period, wanted.choices, wanted.agency, column,
        asked.query.get("linh-vuc", ""), wanted.report, by,
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
        name=heads_of(wanted.report, wanted.period)[column],
        by=BY_WORDS.get(by, BY_WORDS["fields"]),
        more=wanted.query(cot=column, theo=by, **{"linh-vuc": figure.field}),
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


def file_answer(name: str, content: bytes, kind: str) -> Response:
    """A file to be saved."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, 200, headers, kind)


def _exported(house: House, asked: Asked) -> ServerReport[Report]:
    return _made(house, asked, wanted_of(house, asked, asked.query), "report-exported")


def _made(house: House, asked: Asked, wanted: Wanted, act: str) -> ServerReport[Report]:
    user = asked.known_user()
    inspection.check_may_see(user, wanted.agency)
    made = server_reports.make(
        house.ledger, house.clock, wanted.report, wanted.period, wanted.choices, wanted.agency
    )
    days = f"{wanted.period.from_on}..{wanted.period.until_on}"
    about = f"{wanted.report} {wanted.agency} {days}"
    inspection.note_seen(house.ledger, house.clock, user, act, about)
    return made


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 5 else 1


ROUTES = (
    Route("/bao-cao", the_report, Sight.BOARD),
    Route("/bao-cao.json", as_json, Sight.BOARD),
    Route("/bao-cao.csv", as_csv, Sight.BOARD),
    Route("/bao-cao.xlsx", as_xlsx, Sight.BOARD),
    Route("/bao-cao.pdf", as_pdf, Sight.BOARD),
    Route("/bao-cao/ho-so", behind, Sight.BOARD),
)
