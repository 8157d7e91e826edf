"""Dossiers from a JSON file: each one checked against the schema, each fault told in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec

from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.moments import parse_moment
from reception.paths import resource
from reception.services.desk import Desk
from reception.services.intake import Prepared, prepare
from reception.services.intake_request import IntakeRequest, refuse_missing

Json = dict[str, Any]


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
    for place, item in enumerate(_items(path), start=1):
        wrong = list(dict.fromkeys(_shape_faults(item)))
        if not wrong:
            try:
                one = prepare(desk, request_from_json(item))
                refuse_missing(one.intake)
                prepared.append(one)
            except RuleViolation as violation:
                wrong = [violation.text]
        faults += [FileFault(place, f"Hồ sơ thứ {place}: {text}") for text in wrong]
    return FileReading(tuple(prepared), tuple(faults))


def request_from_json(item: Json) -> IntakeRequest:
    """A request from a JSON object that fits the schema.

    Raises:
        RuleViolation: A moment in it does not exist.
    """
    fields: Json = {"procedure_code": item["procedure"].strip()}
    for key, value in item.items():
        if key in _MOMENTS:
            fields[key] = parse_moment(value)
        elif key in _PARTIES and value is not None:
            fields[key] = value | {"address": _address(value.get("address", ""))}
        elif key != "procedure":
            fields[key] = value
    return msgspec.convert(fields, IntakeRequest)


_LONGEST_NAME_SHOWN = 40
_PARTIES = {"owner", "submitter"}
_MOMENTS = {"competent_at", "received_at", "submitted_at"}


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


def _items(path: Path) -> list[Any]:
    text = _text_of(path)
    try:
        # No field takes a fraction, so the schema refuses whatever is written with one.
        data: Any = json.loads(text, parse_float=Decimal, object_pairs_hook=_entries)
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
    items = cast("list[Any]", data) if isinstance(data, list) else [data]
    if not items:
        raise RuleViolation("file-empty", f"Tệp {path.name} không có hồ sơ nào; hãy chọn tệp khác.")
    return items


class _ShapeError(Protocol):
    """What we use of jsonschema's error, which carries no types."""

    validator: str
    validator_value: Any
    instance: Any
    schema: Json
    absolute_path: Iterable[str | int]


_FaultFinder = Callable[[object], Iterable[_ShapeError]]


def _entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The entries of one JSON object; of an entry written twice, one would be lost in silence."""
    names = [name for name, _value in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise RuleViolation(
            "entry-twice",
            f"Mục “{twice[:40]}” được ghi hai lần trong cùng một hồ sơ; hãy bỏ bớt một.",
        )
    return dict(pairs)


@cache
def _fault_finder() -> _FaultFinder:
    import jsonschema  # slow to load, only needed here

    schema = json.loads((resource("schemas") / "register.schema.json").read_text("utf-8"))
    validator: Any = jsonschema.Draft202012Validator(schema)
    return validator.iter_errors


def _shape_faults(item: object) -> Iterator[str]:
    for error in _fault_finder()(item):
        place = ".".join(str(part) for part in error.absolute_path) or "hồ sơ"
        sentence = _SENTENCES.get(error.validator, _OTHERWISE)
        yield sentence.format(place=place, wanted=_wanted(error))


def _wanted(error: _ShapeError) -> str:
    value = error.validator_value
    match error.validator:
        case "additionalProperties":
            return _quoted(key for key in error.instance if key not in error.schema["properties"])
        case "required":
            return _quoted(key for key in value if key not in error.instance)
        case "enum":
            return _quoted(value)
        case "type":
            kinds = cast("list[str]", value) if isinstance(value, list) else [str(value)]
            return " hoặc ".join(_TYPE_WORDS[kind] for kind in kinds)
        case _:
            return str(value)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name[:_LONGEST_NAME_SHOWN]}”" for name in names)


_TYPE_WORDS = {
    "string": "chữ trong ngoặc kép",
    "integer": "số nguyên",
    "boolean": "true hoặc false",
    "object": "một nhóm mục trong ngoặc nhọn",
    "array": "một danh sách trong ngoặc vuông",
    "null": "null",
}
_SENTENCES = {
    "additionalProperties": "ở “{place}” có mục lạ {wanted}; hãy bỏ đi hoặc sửa tên.",
    "required": "ở “{place}” thiếu mục {wanted}; hãy ghi thêm.",
    "enum": "mục “{place}” phải là một trong {wanted}; hãy sửa lại.",
    "type": "mục “{place}” phải là {wanted}; hãy sửa lại.",
    "minimum": "số ở mục “{place}” nhỏ hơn {wanted}; hãy sửa lại.",
    "maximum": "số ở mục “{place}” lớn hơn {wanted}; hãy sửa lại.",
    "minLength": "mục “{place}” còn trống hoặc quá ngắn; hãy ghi vào.",
    "maxLength": "mục “{place}” dài quá {wanted} ký tự; hãy rút ngắn.",
    "maxItems": "mục “{place}” có hơn {wanted} dòng; hãy bớt đi.",
}
_OTHERWISE = "mục “{place}” không đúng dạng; hãy xem mẫu trong hướng dẫn rồi sửa lại."
