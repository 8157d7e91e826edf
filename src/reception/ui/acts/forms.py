"""Every act of the window and the form that it takes."""

from __future__ import annotations

from collections.abc import Callable

from reception.domain.life import Act
from reception.services.desk import Desk
from reception.ui.acts import (
    blanking_form,
    clock_forms,
    ending_forms,
    hand_forms,
    mending_forms,
    side_forms,
)
from reception.ui.acts.form import Form
from reception.ui.acts.known import Known

FORMS: dict[Act, Callable[[Known, Desk], Form]] = {
    Act.FORWARD: hand_forms.forward,
    Act.TAKE_OVER: hand_forms.take_over,
    Act.SEND_BACK: hand_forms.send_back,
    Act.REQUEST_SUPPLEMENT: clock_forms.request_supplement,
    Act.RECEIVE_SUPPLEMENT: clock_forms.receive_supplement,
    Act.SUSPEND: clock_forms.suspend,
    Act.RESUME: clock_forms.resume,
    Act.EXTEND: clock_forms.extend,
    Act.EXPLAIN_DELAY: clock_forms.explain_delay,
    Act.APOLOGISE: clock_forms.apologise,
    Act.RECORD_RESULT: ending_forms.record_result,
    Act.REFUSE: ending_forms.refuse,
    Act.STOP: ending_forms.stop,
    Act.HAND_OVER: ending_forms.hand_over,
    Act.SETTLE_FEE: side_forms.settle_fee,
    Act.POST: side_forms.post,
    Act.RECONCILE_POST: side_forms.reconcile_post,
    Act.NOTIFY: side_forms.notify,
    Act.CORRECT: mending_forms.correct,
    Act.RECLASSIFY: mending_forms.reclassify,
    Act.CORRECT_TIME: mending_forms.correct_time,
    Act.UNDO: mending_forms.undo,
    Act.REDACT: blanking_form.redact,
}
