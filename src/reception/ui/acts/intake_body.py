"""The fields of the intake once more, filled with what was taken down, and a reason on top."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake, SubmittedPaper
from reception.services.desk import Desk
from reception.ui.acts.body import Body
from reception.ui.acts.fields import Answers
from reception.ui.intake import form_state
from reception.ui.intake.form_state import NOBODY, FormState, PaperLine, Standing
from reception.ui.intake.other_fields import OtherFields
from reception.ui.intake.papers_table import PapersGroup
from reception.ui.intake.person import PersonFields
from reception.ui.labels import FormField
from reception.ui.text_fields import TextField

translate = QCoreApplication.translate


class IntakeBody(Body):
    """Everything of an intake except its procedure and its moment, which have acts of their own."""

    def __init__(self, intake: Intake, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = intake.procedure.code
        self.reason = TextField()
        self.owner = PersonFields("owner", lambda: rules.now().date(), self)
        self.submitter = PersonFields("submitter", lambda: rules.now().date(), self)
        self.papers = PapersGroup()
        self.others = OtherFields(self.owner, self.submitter, lambda: rules.now().date())
        self._reason_row = FormField(translate("acts", "Lý do &sửa"), self.reason, required=True)
        self._editors: dict[str, QWidget] = {
            "reason": self.reason,
            **self.owner.editors,
            **self.submitter.editors,
            **self.others.editors,
            "papers": self.papers.table,
        }
        self._show(state_of(intake))
        self._lay_out()
        for part in (self.owner, self.submitter, self.others, self.papers.model):
            part.changed.connect(self.changed)

    def answers(self) -> Answers:
        """The request as it should be, and the reason."""
        for name, editor in self._editors.items():
            if isinstance(editor, TextField) and editor.problem():
                raise RuleViolation("field-impossible", editor.problem(), field=name)
        state = self.others.put_into(
            FormState(
                owner=self.owner.value(),
                submitter=self.submitter.value(),
                procedure_code=self._code,
                papers=self.papers.model.lines(),
            )
        )
        return Answers({"request": form_state.request_of(state), "reason": self.reason.value()})

    def show_violation(self, violation: RuleViolation) -> QWidget | None:
        """At the field that it names."""
        editor = self._editors.get(violation.field or "")
        if isinstance(editor, TextField):
            editor.set_problem(violation.text)
        elif editor is self.papers.table:
            self.papers.field.show_problem(violation.text)
        else:
            return None
        return editor

    def begin(self) -> QWidget | None:
        """The first thing that may be wrong."""
        return self.owner.name

    def lacks(self, name: str) -> bool:
        """As its text is."""
        editor = self._editors.get(name)
        return isinstance(editor, TextField) and not editor.value()

    def _show(self, state: FormState) -> None:
        self.owner.show(state.owner)
        self.submitter.show(state.submitter)
        self.papers.model.show_lines(state.papers)
        self.others.show_state(state)

    def _lay_out(self) -> None:
        labels = (
            translate("acts", "Số định &danh"),
            translate("acts", "&Họ và tên"),
            translate("acts", "Điện th&oại"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._reason_row)
        layout.addWidget(self.owner.essentials(labels, required=True))
        layout.addWidget(self.papers)
        layout.addWidget(self.others)
        self._hide_the_moment()

    def _hide_the_moment(self) -> None:
        """The last group keys in a receipt from before; a moment has an act of its own."""
        groups = self.others.layout()
        for place in range(groups.count() - 2, groups.count()) if groups else ():
            item = groups.itemAt(place) if groups else None
            widget = item.widget() if item else None
            if widget:
                widget.hide()


def state_of(intake: Intake) -> FormState:
    """An intake as the form shows it."""
    return FormState(
        owner=intake.owner,
        submitter=intake.submitter or NOBODY,
        authorisation=intake.authorisation,
        procedure_code=intake.procedure.code,
        papers=tuple(map(_line, intake.papers)),
        request=intake.request,
        channel=intake.channel,
        non_territorial=intake.non_territorial,
        competent_authority=intake.competent_authority,
        sets=str(intake.sets),
        fee="" if intake.fee_vnd is None else str(intake.fee_vnd),
        return_by=intake.return_by,
        return_to=intake.return_to,
        notes=intake.notes,
    )


def _line(paper: SubmittedPaper) -> PaperLine:
    standing = Standing.MISSING if paper.missing else Standing.GIVEN
    return PaperLine(
        paper.name, paper.originals, paper.copies, standing, demanded_because=paper.demanded_because
    )
