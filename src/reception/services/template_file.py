"""A form's wording as a TOML file that an office edits, and read back with every fault named."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import msgspec

from reception.domain.errors import RuleViolation, disk_words
from reception.domain.paper import FormWording

_LINE = re.compile(r"line (\d+)")
_PLACE = re.compile(r"`\$\.?([^`]+)`")
_LARGEST = 1_000_000  # bytes; the longest shipped form has six thousand


def written(wording: FormWording) -> str:
    """The wording as the text of a TOML file; what is at its default is left out."""
    head: list[str] = []
    tables: list[str] = []
    for name, value in _told(wording):
        if _is_rows(value):
            tables += [_table(name, row) for row in value]
        else:
            head.append(f"{name} = {_value(value)}")
    return "\n".join(head) + "\n" + "".join(f"\n{table}" for table in tables)


def read(path: Path) -> FormWording:
    """The wording of a file.

    Raises:
        RuleViolation: ``template-unreadable``, telling what is wrong and where.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise _unreadable(path, "tệp quá lớn")
        entries = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise _unreadable(path, disk_words(error)) from None
    except UnicodeDecodeError:
        raise _unreadable(path, "tệp không phải văn bản UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f" ở dòng {line[1]}" if line else ""
        raise _unreadable(path, f"sai cú pháp TOML{where}") from None
    if fault := next(_key_faults(entries, FormWording, ""), None):
        raise _unreadable(path, fault)
    try:
        return msgspec.convert(entries, FormWording)
    except msgspec.ValidationError as error:
        place = _PLACE.search(str(error))
        where = f" “{place[1]}”" if place else ""
        raise _unreadable(path, f"giá trị của mục{where} không đúng kiểu") from None


def _key_faults(entries: dict[str, Any], kind: type[Any], where: str) -> Iterator[str]:
    """Keys that a wording does not know or cannot do without, as paths: ``lines.parts.lable``."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        if field.default is MISSING and field.name not in entries:
            yield f"thiếu mục “{where}{field.name}”"
    for key, value in entries.items():
        if key not in hints:
            yield f"không có mục “{where}{key}” trong mẫu giấy"
            continue
        inner = next((a for a in get_args(hints[key]) if is_dataclass(a)), None)
        if isinstance(inner, type) and isinstance(value, list):
            for row in cast("list[Any]", value):
                if isinstance(row, dict):
                    yield from _key_faults(cast("dict[str, Any]", row), inner, f"{where}{key}.")


def _told(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any part of a wording
    for field in fields(value):
        given = getattr(value, field.name)
        if field.default is MISSING or given != field.default:
            yield field.name, given


def _is_rows(value: Any) -> bool:  # noqa: ANN401 - as above
    if not isinstance(value, tuple) or not value:
        return False
    rows = cast("tuple[Any, ...]", value)
    return is_dataclass(rows[0])


def _table(name: str, row: Any) -> str:  # noqa: ANN401 - as above
    lines = [f"{key} = {_value(value)}" for key, value in _told(row)]
    return f"[[{name}]]\n" + "\n".join(lines) + "\n"


def _value(value: Any) -> str:  # noqa: ANN401 - as above
    if is_dataclass(value):
        return "{ " + ", ".join(f"{key} = {_value(part)}" for key, part in _told(value)) + " }"
    if isinstance(value, tuple):
        parts = [_value(part) for part in cast("tuple[Any, ...]", value)]
        return "[\n" + "".join(f"  {part},\n" for part in parts) + "]" if parts else "[]"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return _value(value.value)
    # A JSON string, number or truth value is one of TOML, too.
    return json.dumps(value, ensure_ascii=False)


def _unreadable(path: Path, why: str) -> RuleViolation:
    return RuleViolation(
        "template-unreadable",
        f"Không dùng được tệp mẫu {path.name}: {why}; hãy sửa tệp rồi nhập lại.",
    )
