"""Beginning an act from the dossier's page, and what follows once it is on disk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reception.domain.dossier import Dossier
from reception.domain.life import Act
from reception.services.desk import Desk
from reception.ui.acts.allowed import acts_now
from reception.ui.acts.dialog import ActDialog
from reception.ui.acts.fields import Answers
from reception.ui.acts.form import Form
from reception.ui.acts.forms import FORMS
from reception.ui.acts.known import Known
from reception.ui.blanked import let_go_of
from reception.ui.dossiers.printing import print_paper
from reception.ui.workplace import Workplace


class Acts(QObject):
    """Does one act at a time; ``dialog`` is the one that is open."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._busy = False
        self.dialog: ActDialog | None = None

    def begin(self, act: Act, known: Known) -> None:
        """Ask what the act needs, or do it at once where it needs nothing."""
        if self._busy or self.dialog or act not in acts_now(known, self._workplace.rules.now()):
            return
        form = FORMS[act](known, self._workplace.rules)
        if form.asks:
            self._open(form, known.dossier)
            return
        self._busy = True
        self._workplace.tasks.run(
            partial(_done, self._workplace.desk, form),
            partial(self._is_done, form),
            on_ended=self._ended,
            owner=self,
        )

    def _open(self, form: Form, dossier: Dossier) -> None:
        self.dialog = ActDialog(self._workplace, form, dossier, self._page)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.done_act.connect(partial(self._is_done, form))
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _ended(self) -> None:
        self._busy = False

    def _is_done(self, form: Form, dossier: Dossier) -> None:
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        if form.blanks:
            let_go_of(self._workplace, form.blanks, form.act, form.stays, self)
        self._workplace.messages.toast(form.said(dossier))
        paper = form.paper(dossier) if form.paper else ""
        if paper:
            print_paper(self._workplace, dossier.dossier_id, paper)


def _done(desk: Desk, form: Form) -> Dossier:
    return form.do(desk, Answers({}))
