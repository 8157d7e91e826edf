"""Which right each act takes: who at the office may do what with a dossier."""

from __future__ import annotations

from collections.abc import Mapping

from reception.domain.accounts import Right
from reception.domain.life import Act

RIGHT_OF: Mapping[Act, Right] = {
    Act.FORWARD: Right.WORK,
    Act.TAKE_OVER: Right.WORK,
    Act.SEND_BACK: Right.WORK,
    Act.REQUEST_SUPPLEMENT: Right.WORK,
    Act.RECEIVE_SUPPLEMENT: Right.RECEIVE,
    Act.SUSPEND: Right.WORK,
    Act.RESUME: Right.WORK,
    Act.EXTEND: Right.WORK,
    Act.EXPLAIN_DELAY: Right.WORK,
    Act.APOLOGISE: Right.APPROVE,
    Act.RECORD_RESULT: Right.WORK,
    Act.REFUSE: Right.WORK,
    Act.STOP: Right.RECEIVE,
    Act.HAND_OVER: Right.RECEIVE,
    Act.SETTLE_FEE: Right.RECEIVE,
    Act.POST: Right.RECEIVE,
    Act.RECONCILE_POST: Right.RECEIVE,
    Act.NOTIFY: Right.WORK,
    Act.ATTACH: Right.WORK,
    Act.CORRECT: Right.CORRECT,
    Act.RECLASSIFY: Right.CORRECT,
    Act.CORRECT_TIME: Right.CORRECT,
    Act.KEY_IN: Right.RECEIVE,
    Act.UNDO: Right.RECEIVE,
    Act.UNDO_IMPORT: Right.APPROVE,
    Act.PRINT: Right.PRINT,
    Act.SURVEY: Right.RECEIVE,
    Act.CORRECT_SURVEY: Right.RECEIVE,
    Act.SETTLE_REVIEW: Right.CORRECT,
    Act.REDACT: Right.APPROVE,
}
"""Every act and its right; what begins a dossier takes :attr:`Right.RECEIVE`."""
