"""What ``--set FIELD=VALUE`` means: a typed text becomes a field of the intake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import msgspec

from reception.domain.applicant import Address, Party
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake
from reception.domain.text import clean
from reception.services.intake_request import IntakeRequest

_PARTIES = ("owner", "submitter")
_NOT_TYPED = {"procedure", "papers", "address", "card", *_PARTIES}


def _known_fields() -> Iterator[str]:
    of_party = [field.name for field in fields(Party) if field.name not in _NOT_TYPED]
    of_party += [f"address.{field.name}" for field in fields(Address)]
    for party in _PARTIES:
        yield from (f"{party}.{name}" for name in of_party)
    yield from (field.name for field in fields(Intake) if field.name not in _NOT_TYPED)


KNOWN_FIELDS = tuple(_known_fields())


def corrected(request: IntakeRequest, settings: Sequence[str]) -> IntakeRequest:
    """The request with the typed fields put right.

    An empty value empties a field; an empty ``submitter.name`` says that the owner came alone.

    Raises:
        RuleViolation: ``usage``, ``unknown-field`` or ``value-impossible``.
    """
    document: dict[str, Any] = msgspec.to_builtins(request)
    for setting in settings:
        name, value = _split(setting)
        _put(document, name, value)
        try:
            request = msgspec.convert(document, IntakeRequest, strict=False)
        except msgspec.ValidationError:
            raise RuleViolation(
                "value-impossible",
                f"Giá trị “{value[:40]}” của mục {name} không dùng được; hãy ghi lại.",
                field=name,
            ) from None
    return request


def _split(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    name = name.strip()
    if not equals:
        raise RuleViolation(
            "usage",
            f"Lệnh gõ chưa đúng: “{setting[:40]}” không có dấu bằng;"
            " hãy ghi --set MỤC=GIÁ TRỊ, như --set owner.phone=0912345678.",
        )
    if name not in KNOWN_FIELDS:
        raise RuleViolation(
            "unknown-field",
            f"Không có mục “{name[:40]}” để sửa; hãy chọn một trong: {', '.join(KNOWN_FIELDS)}.",
            field=name[:40],
        )
    return name, clean(value)


def _put(document: dict[str, Any], name: str, value: str) -> None:
    *path, last = name.split(".")
    if name == "submitter.name" and not value:
        document["submitter"] = None
        return
    for step in path:
        if document.get(step) is None:
            document[step] = {"name": ""} if step in _PARTIES else {}
        document = document[step]
    # An empty sum is the tariff's; other figures are never empty.
    document[last] = None if last == "fee_vnd" and not value else value
