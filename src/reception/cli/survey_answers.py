"""The survey's results, told to people and as JSON."""

from __future__ import annotations

from decimal import Decimal

import click

from reception.domain.survey_paper import (
    caution_words,
    decimal_words,
    index_rows,
    score_words,
    share_words,
    unrated_words,
)
from reception.domain.survey_scoring import Scored
from reception.services.survey_results import PeriodResults


def as_json_document(found: PeriodResults) -> dict[str, object]:
    """The results as the one document that ``--json`` prints."""
    told = found.results
    return {
        "from": found.period.from_on.isoformat(),
        "to": found.period.until_on.isoformat(),
        "sheets": told.sheets,
        "ways": dict(told.ways),
        "indices": [
            {"index": one.index.number, "sheets": one.sheets, "score": _figure(one.score)}
            for one in told.whole.scores
        ],
        "rated": [
            {
                "index": index.number,
                "points": rating.points if rating else None,
                "evidence": rating.evidence if rating else "",
            }
            for index, rating in told.rated
        ],
        "five": _figure(told.whole.total),
        "total": _figure(told.total),
        "grade": told.grade,
        "officials": [_part(scored) | {"step": step} for scored, step in told.officials],
        "fields": [_part(scored) for scored in told.fields],
        "satisfaction": [
            {
                "question": one.question.code,
                "sheets": one.sheets,
                "chosen": dict(one.chosen),
                "percent": _figure(one.share),
            }
            for one in told.satisfaction
        ],
        "online_percent": _figure(found.online_share),
        "definition": told.edition.words,
        "source": told.edition.source,
    }


def print_results(found: PeriodResults) -> None:
    """The results in lines; a score never stands without its number of sheets."""
    told = found.results
    click.echo(f"Khảo sát hài lòng, {found.period.words()}: {told.sheets} phiếu.")
    if caution := caution_words(told):
        click.echo(caution)
    for row in index_rows(told):
        note = f"  ({row['note']})" if row["note"] else ""
        click.echo(
            f"  {row['number']}. {row['index']:<42}{row['sheets']:>9} {row['score']:>14}{note}"
        )
    five = score_words(told.edition, told.whole.total)
    if told.total is not None:
        click.echo(f"Điểm chung {decimal_words(told.total)}, xếp loại {told.grade}.")
    else:
        click.echo(f"Tổng 5 chỉ số theo hồ sơ: {five}; {unrated_words(told)}.".replace("; .", "."))
    for scored, step in told.officials:
        total = score_words(told.edition, scored.total)
        click.echo(f"  {scored.name}: {scored.sheets} phiếu, {total}{f', {step}' if step else ''}")
    for scored in told.fields:
        total = score_words(told.edition, scored.total)
        click.echo(f"  {scored.name}: {scored.sheets} phiếu, {total}")
    for one in told.satisfaction:
        click.echo(f"  {one.question.text} {one.sheets} phiếu, {share_words(one)} hài lòng")
    click.echo(f"Cách tính: {told.edition.words}")


def _part(part: Scored) -> dict[str, object]:
    scores = {str(one.index.number): _figure(one.score) for one in part.scores}
    return {
        "name": part.name,
        "sheets": part.sheets,
        "withheld": part.withheld,
        "scores": scores,
        "total": _figure(part.total),
    }


def _figure(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
