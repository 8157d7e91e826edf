"""The form itself: fields in reading order, state in and out, a rule's sentence at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import RuleViolation
from reception.domain.procedure import Procedure
from reception.services.desk import Desk
from reception.ui.intake.blank_banner import BlankBanner
from reception.ui.intake.form_state import FormState, MomentText
from reception.ui.intake.inputs import MomentField
from reception.ui.intake.offer import Offer
from reception.ui.intake.other_fields import OtherFields
from reception.ui.intake.papers_table import PapersGroup
from reception.ui.intake.person import PersonFields
from reception.ui.intake.procedure_field import ProcedureField, facts
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.text_fields import TextField


class IntakeForm(QScrollArea):
    """All inputs of an intake; it scrolls, so that large text never cuts anything off.

    ``changed`` tells of every keystroke. ``editors`` names each input as violations do. ``online``
    is the id of the online submission that is being checked, empty otherwise.
    """

    changed = Signal()

    def __init__(self, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.banner = BlankBanner(self._today)
        self.owner = PersonFields("owner", self._today, self)
        self.submitter = PersonFields("submitter", self._today, self)
        self.procedure = ProcedureField(rules.find_procedures)
        self.procedure_facts = DataLabel()
        self.papers = PapersGroup()
        self.others = OtherFields(self.owner, self.submitter, self._today)
        self.unfold = QPushButton()
        self.offer = Offer()
        self.editors: dict[str, QWidget] = {
            "blank.received_at": self.banner.moment.day,
            "blank.received_at.hour": self.banner.moment.hour,
            **self.owner.editors,
            "procedure": self.procedure,
            "papers": self.papers.table,
            **self.submitter.editors,
            **self.others.editors,
        }
        self._at = ""
        self.online = ""
        self._inside = QWidget()
        self._lay_out()
        self.procedure.chosen.connect(self._procedure_chosen)
        self.procedure.textEdited.connect(self.changed)
        self.papers.model.changed.connect(self.changed)
        self.papers.table.selectionModel().currentChanged.connect(self._row_changed)
        self.banner.moment.changed.connect(self.changed)
        self.owner.changed.connect(self.changed)
        self.submitter.changed.connect(self.changed)
        self.others.changed.connect(self.changed)
        self.unfold.toggled.connect(self._fold)
        self._fold(unfolded=False)

    def minimumSizeHint(self) -> QSize:
        """As wide as its fields need with large text; only its height may be scrolled."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._inside.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())

    @property
    def received(self) -> MomentField:
        """Where the moment of receipt stands: at the head for a blank, else among the others."""
        return self.banner.moment if self.banner.number else self.others.received

    def state(self) -> FormState:
        """What stands in the form."""
        procedure = self.procedure.procedure()
        state = self.others.put_into(
            FormState(
                owner=self.owner.value(),
                submitter=self.submitter.value(),
                procedure_code=procedure.code if procedure else "",
                procedure_typed="" if procedure else self.procedure.value(),
                papers=self.papers.model.lines(),
                online=self.online,
                at=self._at,
            )
        )
        return replace(state, received=self.received.value())

    def show_state(self, state: FormState) -> None:
        """Put a whole state in; the keyboard stays where it is."""
        self._at = state.at
        self.online = state.online
        with QSignalBlocker(self):
            self.offer.withdraw()
            self.owner.show(state.owner)
            self.submitter.show(state.submitter)
            self._show_procedure(state)
            self.papers.model.show_lines(state.papers)
            self.others.show_state(state)
            self._put_blank(state.blank, state.received)
            self.unfold.setChecked(_uses_others(state))
        self.changed.emit()

    def put_at_head(self, widget: QWidget) -> None:
        """Let a widget stand above all fields, below the title."""
        self._column.insertWidget(self._column.indexOf(self.banner), widget)

    def show_blank(self, number: str) -> None:
        """Key a pre-printed receipt in, its moment at the head of the form; empty ends that."""
        with QSignalBlocker(self):
            self._put_blank(number, self.received.value())
        self.changed.emit()

    def show_violation(self, violation: RuleViolation) -> bool:
        """Show a rule's sentence at its field and go there; ``False`` when no field is to blame."""
        field = violation.field or ""
        editor = self.received.day if field == "received_at" else self.editors.get(field)
        if editor is None:
            return False
        if isinstance(editor, TextField):
            editor.set_problem(violation.text)
        elif editor is self.papers.table:
            self.papers.field.show_problem(violation.text)
        self.go_to(editor)
        return True

    def go_to_problem(self, but: QWidget | None = None) -> bool:
        """Go to the first field that holds something impossible; ``False`` when there is none.

        ``but`` is a field that may hold anything.
        """
        for editor in self.editors.values():
            if isinstance(editor, TextField) and editor.problem() and editor is not but:
                self.go_to(editor)
                return True
        return False

    def go_to(self, editor: QWidget) -> None:
        """Put the keyboard into a field, unfolding and scrolling to it; its text is selected."""
        if self.others.isAncestorOf(editor):
            self.unfold.setChecked(True)
        editor.setFocus()
        if isinstance(editor, QLineEdit):
            editor.selectAll()
        self.reveal(editor)

    def arrived_at(self, widget: QWidget) -> None:
        """Remember where the keyboard is, for the draft, and show it."""
        self._at = next((name for name, e in self.editors.items() if e is widget), self._at)
        self.reveal(widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that a widget inside is seen whole, its label included."""
        # Once the layout has settled: what was just unfolded has no place yet.
        QTimer.singleShot(0, widget, lambda: self._reveal_now(widget))

    def _reveal_now(self, widget: QWidget) -> None:
        table = self.papers.table
        if widget is not table or table.height() < self.viewport().height():
            # Room for its label above, or for two lines of what is wrong below.
            self.ensureWidgetVisible(widget, 0, self.fontMetrics().height() * 3)
            return
        row = table.visualRect(table.currentIndex())
        at = table.viewport().mapTo(self._inside, row.center())
        self.ensureVisible(at.x(), at.y(), 0, row.height())

    def _row_changed(self) -> None:
        if self.papers.table.hasFocus():
            self.reveal(self.papers.table)

    def _today(self) -> date:
        return self._rules.now().date()

    def _put_blank(self, number: str, received: MomentText) -> None:
        self.banner.show_number(number)
        self.others.ask_late(asked=not number, blank=not self.online)
        for field in (self.banner.moment, self.others.received):
            field.set_value(received if field is self.received else MomentText())

    def _show_procedure(self, state: FormState) -> None:
        procedure: Procedure | None = None
        problem = ""
        if state.procedure_code:
            try:
                procedure = self._rules.procedure(state.procedure_code, self._today())
            except RuleViolation as violation:
                problem = violation.text  # the catalogue has changed since the draft was kept
        self.procedure.take(procedure)
        if procedure is None:
            self.procedure.set_value(state.procedure_typed or state.procedure_code)
            self.procedure.set_problem(problem)

    def _procedure_chosen(self) -> None:
        procedure = self.procedure.procedure()
        self.procedure_facts.setText(facts(procedure) if procedure else "")
        self.procedure_facts.setVisible(procedure is not None)
        if procedure:
            self.papers.model.ask_for(procedure)
        self.papers.setVisible(procedure is not None)
        self.changed.emit()

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.others.setVisible(unfolded)
        self.unfold.setText(
            self.tr("Bớt thông tin &khác") if unfolded else self.tr("Thêm thông tin &khác…")
        )
        if unfolded and self.unfold.hasFocus():
            self.go_to(self.owner.kind)

    def _lay_out(self) -> None:
        self.unfold.setCheckable(True)
        self.procedure_facts.setObjectName("muted")
        self.procedure_facts.setWordWrap(True)
        keys = DataLabel(
            self.tr("F2 hồ sơ mới · F8 cùng người, thủ tục khác · F9 in lại · tự lưu nháp khi gõ")
        )
        keys.setObjectName("muted")
        keys.setWordWrap(True)
        layout = self._column = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.setSpacing(10)
        layout.addWidget(Heading(self.tr("Tiếp nhận hồ sơ")))
        layout.addWidget(keys)
        layout.addWidget(self.banner)
        layout.addWidget(
            self.owner.essentials(
                (
                    self.tr("Số định &danh"),
                    self.tr("&Họ và tên"),
                    self.tr("Điện th&oại"),
                ),
                required=True,
            )
        )
        layout.addWidget(self.offer)
        layout.addWidget(FormField(self.tr("&Thủ tục"), self.procedure, required=True))
        layout.addWidget(self.procedure_facts)
        layout.addWidget(self.papers)
        layout.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.others)
        layout.addStretch()
        self.procedure_facts.hide()
        self.papers.hide()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _uses_others(state: FormState) -> bool:
    """Whether a draft has something in the part that is folded away, beyond what a card fills."""
    kept = replace(
        state, owner=FormState().owner, procedure_code="", procedure_typed="", papers=(), at=""
    )
    if state.blank:  # it stands at the head, and its moment with it
        kept = replace(kept, blank="", received=MomentText())
    if state.online:  # so do all of them
        kept = replace(
            kept, online="", channel=FormState().channel, return_by=FormState().return_by
        )
    return kept != FormState()
