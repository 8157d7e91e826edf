"""The due moment of what stands in the form, and of what might be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from reception.domain.deadlines import Deadline
from reception.domain.errors import RuleViolation
from reception.domain.procedure import Procedure
from reception.domain.promise import Promise
from reception.services.desk import Desk
from reception.services.intake import deadline_for, promise_for
from reception.services.intake_request import IntakeRequest
from reception.ui.intake.form_state import FormState, clock_of
from reception.ui.intake.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A due moment with what it was reckoned from; ``deadline`` is ``None`` without a limit."""

    procedure: Procedure
    request: IntakeRequest
    received_at: datetime
    deadline: Deadline | None
    promise: Promise


def reckon(rules: Desk, state: FormState) -> Reckoning:
    """Reckon with the version of the procedure that rules on the day of receipt.

    Raises:
        RuleViolation: The due moment cannot be told; the sentence says why.
    """
    request = clock_of(state)
    received_at = request.received_at or rules.now()
    procedure = rules.procedure(state.procedure_code, received_at.date())
    return Reckoning(
        procedure,
        request,
        received_at,
        deadline_for(rules, procedure, request, received_at),
        promise_for(rules, procedure, request, received_at),
    )


def imagine(rules: Desk, real: Reckoning, assumed: WhatIf) -> Deadline:
    """The due moment under an assumption.

    Raises:
        RuleViolation: What is assumed cannot be, such as a pause before the receipt.
    """
    procedure = rules.procedure(real.procedure.code, assumed.received_at.date())
    request = replace(real.request, channel=assumed.channel)
    deadline = deadline_for(rules, procedure, request, assumed.received_at, assumed.adjustments)
    if deadline is None:
        raise RuleViolation("no-limit", "Ngày ấy thủ tục này chưa có thời hạn; hãy chọn ngày khác.")
    return deadline
