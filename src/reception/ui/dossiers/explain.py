"""Why a received dossier is due when it is: told again from what the dossier itself keeps."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from reception.domain.deadlines import Deadline, compute
from reception.domain.dossier import Dossier
from reception.domain.moments import short_moment
from reception.domain.promise import Promise
from reception.services.desk import Desk
from reception.ui.dossiers.card import Card
from reception.ui.help_pages.asking import offer_help
from reception.ui.intake.explanation import ExplanationDialog
from reception.ui.intake.what_if import WhatIf, WhatIfStrip


def explanation(rules: Desk, dossier: Dossier, parent: QWidget) -> QDialog | None:
    """A dialog that tells the promise day by day; ``None`` where nothing was promised.

    Where today's calendar would give another moment the promise stands, and so does its recorded
    basis: only that is shown. So does what an old register promised, by whatever rule.
    """
    promise = dossier.promise
    if promise is None:
        return None
    deadline = _deadline(rules, dossier)
    if dossier.origin or deadline is None or deadline.due_at != promise.due_at:
        return BasisDialog(dossier, promise, parent)

    def imagine(assumed: WhatIf) -> Deadline:
        procedure = dossier.intake.procedure
        return compute(
            rules.calendar,
            procedure.limit,
            assumed.received_at,
            channel=assumed.channel,
            stages=procedure.stages,
            parallel=procedure.parallel,
            adjustments=assumed.adjustments,
        )

    strip = WhatIfStrip(dossier.opened_at, dossier.intake.channel, today=lambda: rules.now().date())
    return ExplanationDialog(dossier.intake.procedure.name, deadline, imagine, strip, parent)


def _deadline(rules: Desk, dossier: Dossier) -> Deadline | None:
    intake = dossier.intake
    if intake.procedure.limit is None and not intake.procedure.stages:
        return None
    return compute(
        rules.calendar,
        intake.procedure.limit,
        dossier.opened_at,
        channel=intake.channel,
        stages=intake.procedure.stages,
        parallel=intake.procedure.parallel,
        adjustments=dossier.adjustments,
    )


class BasisDialog(QDialog):
    """The promise as it was recorded: when the clock started, and by which rules."""

    def __init__(self, dossier: Dossier, promise: Promise, parent: QWidget) -> None:
        super().__init__(parent)
        offer_help(self, "due-date")
        self.setWindowTitle(self.tr("Vì sao hẹn trả ngày này"))
        self.card = Card(dossier.reference)
        if promise.due_at:
            self.card.add_fact(self.tr("Hẹn trả"), short_moment(promise.due_at))
            self.card.add_fact(self.tr("Tính từ"), short_moment(promise.starts_at))
        if promise.due_at and dossier.origin is None:
            self.card.add_line(
                self.tr(
                    "Lịch nghỉ hoặc quy định đã đổi sau ngày nhận; ngày hẹn đã ghi trên giấy vẫn"
                    " giữ nguyên, theo các căn cứ sau:"
                )
            )
        for basis in promise.basis:
            self.card.add_line(f"–  {basis}")
        close = QPushButton(self.tr("Đóng (Esc)"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.card, 1)
        layout.addWidget(close)
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.sizeHint().height())
