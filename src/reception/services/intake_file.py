"""Dossiers from a JSON file: each checked by schema and rules, each fault told in a sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import msgspec

from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.moments import parse_moment
from reception.services.desk import Desk
from reception.services.intake import Prepared, prepare
from reception.services.intake_request import IntakeRequest, refuse_missing
from reception.services.intake_shape import MOMENTS, Json, entries, shape_faults, without


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with the ``place``-th dossier of a file (from 1)."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class FileReading:
    """What of a file can be registered, and what is wrong with the rest."""

    prepared: tuple[Prepared, ...]
    faults: tuple[FileFault, ...]


def read_requests(desk: Desk, path: Path) -> FileReading:
    """Check every dossier of a file; nothing is written.

    Raises:
        RuleViolation: The file is no JSON, or holds no dossiers.
        Trouble: ``file-unreadable``.
    """
    prepared: list[Prepared] = []
    faults: list[FileFault] = []
    for place, item in enumerate(items_of(path), start=1):
        one, wrong = _checked(desk, item)
        if one and not wrong:
            prepared.append(one)
        faults += [FileFault(place, f"Hồ sơ thứ {place}: {text}") for text in wrong]
    return FileReading(tuple(prepared), tuple(faults))


def request_from_json(item: Json) -> IntakeRequest:
    """A request from a JSON object that fits the schema.

    Raises:
        RuleViolation: A moment in it does not exist.
    """
    fields: Json = {"procedure_code": item["procedure"].strip()}
    for key, value in item.items():
        if key in MOMENTS:
            fields[key] = _moment(key, value)
        elif key in _PARTIES and value is not None:
            fields[key] = value | {"address": _address(value.get("address", ""))}
        elif key != "procedure":
            fields[key] = value
    return msgspec.convert(fields, IntakeRequest)


_PARTIES = {"owner", "submitter"}


def _checked(desk: Desk, item: object) -> tuple[Prepared | None, list[str]]:
    """One dossier and all that is wrong with it; what is faulty is left out to find the rest."""
    faults = list(shape_faults(item))
    wrong = [fault.text for fault in faults]
    if not isinstance(item, dict):
        return None, wrong
    left = cast("Json", item)
    for entry in (entry for fault in faults for entry in fault.entries):
        left = without(left, entry)
    while True:
        try:
            one = prepare(desk, request_from_json(_completed(desk, left)))
            refuse_missing(one.intake)
        except RuleViolation as violation:
            if not _is_stand_in(left, violation):
                wrong.append(violation.text)
            shorter = without(left, _entry_of(violation))
            if shorter == left:
                return None, list(dict.fromkeys(wrong))
            left = shorter
        else:
            return one, list(dict.fromkeys(wrong))


def _completed(desk: Desk, item: Json) -> Json:
    """The dossier, with stand-ins for what it must have and whose fault is told already."""
    named: Json = {
        party: {"name": "A", **item[party]} for party in _PARTIES if item.get(party) is not None
    }
    return {"procedure": desk.procedures[0].code, "owner": {"name": "A"}} | item | named


def _is_stand_in(item: Json, violation: RuleViolation) -> bool:
    return "procedure" not in item and violation.code.startswith("procedure-")


def _entry_of(violation: RuleViolation) -> tuple[str, ...]:
    return tuple((violation.field or "").split("."))


def _moment(entry: str, text: str) -> datetime:
    try:
        return parse_moment(text)
    except RuleViolation as violation:
        raise RuleViolation(violation.code, violation.text, field=entry) from None


def _address(value: str | Json) -> Json:
    return {"as_written": value} if isinstance(value, str) else value


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Trouble(
            "file-unreadable",
            f"Không đọc được tệp {path} ({disk_words(error)}); hãy kiểm tra lại đường dẫn.",
        ) from error
    except UnicodeDecodeError:
        raise RuleViolation(
            "file-not-utf8", f"Tệp {path.name} không ở bảng mã UTF-8; hãy lưu lại theo UTF-8."
        ) from None


def items_of(path: Path) -> list[Any]:
    """The objects of a JSON file that holds one or a list of them.

    Raises:
        RuleViolation: The file is no JSON, or holds none.
        Trouble: ``file-unreadable``.
    """
    text = _text_of(path)
    try:
        # No field takes a fraction, so the schema refuses whatever is written with one.
        data: Any = json.loads(text, parse_float=Decimal, object_pairs_hook=entries)
    except json.JSONDecodeError as error:
        raise RuleViolation(
            "file-not-json",
            f"Tệp {path.name} không đúng dạng JSON ở dòng {error.lineno}, cột {error.colno};"
            " hãy sửa rồi làm lại.",
        ) from None
    except ValueError:
        raise RuleViolation(
            "file-not-json",
            f"Tệp {path.name} có con số dài hàng nghìn chữ số; hãy sửa rồi làm lại.",
        ) from None
    except RecursionError:
        raise RuleViolation(
            "file-not-json",
            f"Tệp {path.name} lồng nhau quá sâu nên không phải danh sách hồ sơ;"
            " hãy xem mẫu trong hướng dẫn rồi sửa lại.",
        ) from None
    if not isinstance(data, (list, dict)):
        raise RuleViolation(
            "file-no-dossiers",
            f"Tệp {path.name} không phải là một hồ sơ hay danh sách hồ sơ;"
            " hãy ghi hồ sơ trong ngoặc nhọn, nhiều hồ sơ thì trong ngoặc vuông.",
        )
    items: list[Any] = cast("list[Any]", data) if isinstance(data, list) else [cast("Json", data)]
    if not items:
        raise RuleViolation("file-empty", f"Tệp {path.name} không có hồ sơ nào; hãy chọn tệp khác.")
    return items
