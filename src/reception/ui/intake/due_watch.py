"""Keeps the side panel true to the form and to the clock, and explains the due date on demand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.ui.intake.due_panel import DuePanel
from reception.ui.intake.explanation import ExplanationDialog
from reception.ui.intake.form import IntakeForm
from reception.ui.intake.identification import Identification
from reception.ui.intake.procedure_field import fee_words
from reception.ui.intake.reckoning import Reckoning, imagine, reckon
from reception.ui.intake.what_if import WhatIfStrip
from reception.ui.workplace import Workplace

# The due date moves with the clock, at closing time for one, while a citizen looks for a paper.
_LOOK_AGAIN_MS = 20_000


class DueWatch(QObject):
    """Reckons anew at every change of form, calendar, catalogue or clock; all in memory."""

    told = Signal()
    """What the form says has been reckoned and shown."""

    def __init__(
        self,
        workplace: Workplace,
        form: IntakeForm,
        panel: DuePanel,
        people: Identification,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._rules = workplace.rules
        self._form = form
        self._panel = panel
        self._people = people
        self._page = page
        self.reckoning: Reckoning | None = None
        self.explanation: ExplanationDialog | None = None
        form.changed.connect(self.refresh)
        people.known_changed.connect(self.refresh)
        workplace.changes.catalogue_changed.connect(self.refresh)
        workplace.changes.office_changed.connect(self.refresh)
        look_again = QTimer(self, interval=_LOOK_AGAIN_MS)
        look_again.timeout.connect(self.refresh)
        look_again.start()

    def explain(self) -> None:
        """Open the full explanation of the due date."""
        self.refresh()
        real = self.reckoning
        if real is None or real.deadline is None:
            self._workplace.messages.tell(
                self.tr("Chưa có ngày hẹn trả để giải thích; hãy chọn thủ tục có thời hạn.")
            )
            return
        self.explanation = ExplanationDialog(
            real.procedure.name,
            real.deadline,
            partial(imagine, self._rules, real),
            WhatIfStrip(real.received_at, real.request.channel, lambda: self._rules.now().date()),
            self._page,
        )
        self.explanation.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.explanation.finished.connect(self._explained)
        self.explanation.open()

    def refresh(self) -> None:
        """Tell the due date, the papers and the fee of what stands in the form now."""
        self._tell()
        self.told.emit()

    def _tell(self) -> None:
        state, procedure = self._form.state(), self._form.procedure.procedure()
        self.reckoning = None
        self._panel.show_papers(
            state.papers, chosen=procedure is not None, keyed_in=bool(state.blank)
        )
        self._warn_of_twin(state.procedure_code)
        if procedure is None:
            self._panel.show_fee("")
            self._panel.show_nothing("")
            return
        self._panel.show_fee(
            self.tr("{dong} đồng").format(dong=state.fee) if state.fee else fee_words(procedure)
        )
        try:
            self.reckoning = reckon(self._rules, state)
        except RuleViolation as violation:
            self._panel.show_nothing(violation.text)
        else:
            self._panel.show_due(self.reckoning.deadline, self.reckoning.promise)

    def _warn_of_twin(self, procedure_code: str) -> None:
        twin = self._people.known.same_procedure(procedure_code)
        self._panel.show_twice(
            self.tr("Người này đang có hồ sơ cùng thủ tục: {code}, nhận {moment}.").format(
                code=twin.reference, moment=short_moment(twin.opened_at)
            )
            if twin
            else ""
        )

    def _explained(self) -> None:
        self.explanation = None
