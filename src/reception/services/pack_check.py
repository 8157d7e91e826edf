"""Whether a pack may rule: asked by the server before it gives it out, and by every desk again.

A desk's program may be older than the server's, and know less of what papers can say.
"""

from __future__ import annotations

from reception.domain.errors import RuleViolation
from reception.domain.pack import Pack, fault_of
from reception.services import templates


def whole_fault_of(pack: Pack) -> str:
    """What is wrong with a pack, as the end of a sentence; empty when nothing is."""
    return fault_of(pack) or unprintable(pack)


def unprintable(pack: Pack) -> str:
    """Which of its wordings no paper can be made with, as the end of a sentence."""
    for wording in pack.wordings:
        try:
            fault = templates.fault_of(wording)
        except RuleViolation as violation:
            fault = f"không in được: {violation.text[:1].lower()}{violation.text[1:].rstrip('.')}"
        except Exception as broken:  # noqa: BLE001 -- whatever it breaks, the exchange goes on
            fault = f"không thử in được bằng chương trình này ({type(broken).__name__})"
        if fault:
            return f"có mẫu giấy “{wording.form}” {fault}"
    return ""
