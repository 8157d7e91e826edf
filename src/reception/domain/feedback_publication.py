"""What of feedback may be made public: its matter and its answer, and nobody's particulars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback
from reception.domain.text import fold

# A phone or identity number, also in groups.
_PERSONAL_NUMBER = re.compile(r"\+?\d(?:[ .-]?\d){8,}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHORTEST_NAME = 5


def check_public(feedback: Feedback, text: str, field: str) -> None:
    """Refuse words that would tell the public whom they are about.

    Raises:
        RuleViolation: ``names-somebody``, telling which word is meant.
    """
    for told in _telling(feedback, text):
        raise RuleViolation(
            "names-somebody",
            f"Nội dung công khai còn “{told[:60]}”; hãy bỏ tên, địa chỉ, số điện thoại, thư điện tử"
            " của người phản ánh, tên cán bộ và mã hồ sơ rồi công khai lại.",
            field=field,
        )


def without_particulars(feedback: Feedback, text: str) -> str:
    """A first proposal of what is published: the words with what tells of somebody taken out."""
    for told in _telling(feedback, text):
        text = re.sub(re.escape(told), "…", text, flags=re.IGNORECASE)
    return text


def _telling(feedback: Feedback, text: str) -> Iterator[str]:
    folded = f" {fold(text)} "
    for told in _particulars(feedback):
        if f" {fold(told)} " in folded:
            yield told
    for pattern in (_PERSONAL_NUMBER, _EMAIL):
        yield from (found[0] for found in pattern.finditer(text))


def _particulars(feedback: Feedback) -> Iterator[str]:
    received, sender = feedback.received, feedback.received.sender
    told = [received.officer, received.dossier]
    if sender:
        told += [sender.name, sender.phone, sender.email, sender.address.line, sender.identity]
        told.append(sender.address.as_written)
    yield from (text for text in told if len(text) >= _SHORTEST_NAME)
