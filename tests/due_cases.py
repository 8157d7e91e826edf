"""The table of worked due dates, which an official can check, as questions to the program."""

from __future__ import annotations

import csv
from pathlib import Path

from reception.services.due_date import DueQuestion

CASES_FILE = Path(__file__).parent / "domain" / "deadline_cases.csv"
CASES = list(csv.DictReader(CASES_FILE.read_text(encoding="utf-8").splitlines()))
SEPARATOR = {"stages": "|", "pauses": ","}
FLAGS = {"parallel", "cutoff_starts_next_day", "month_as_30_days"}


def question_of(case: dict[str, str]) -> DueQuestion:
    options: dict[str, object] = {}
    for option in filter(None, case["options"].split(";")):
        name, _, value = option.partition("=")
        if name in FLAGS:
            options[name] = value == "yes"
        else:
            options[name] = tuple(value.split(SEPARATOR[name])) if name in SEPARATOR else value
    return DueQuestion(
        case["received"], limit=case["limit"] or None, unit=case["unit"] or None, **options
    )
