"""“Hộp nhận”: dossiers submitted online, the most pressing first, each checked or answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reception.domain.accounts import Right
from reception.domain.dossier import Dossier
from reception.services import forms, inbox, waiting_lists_out
from reception.services.inbox import Submission
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exporting import ExportButton, Make
from reception.ui.inbox.facts import Facts, row_words
from reception.ui.inbox.files import SubmittedFiles
from reception.ui.intake.submission import Submission as Ending
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import Heading
from reception.ui.notes import Note, Problem
from reception.ui.row_list import RowList
from reception.ui.tasks import Failure
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

PrintPaper = Callable[[Workplace, str, str], object]
_LIST_LETTERS = (26, 44)
_LIST_LINES = 4.1


def _print_paper(workplace: Workplace, dossier_id: str, form: str) -> None:
    # Printing is heavy to load, and the page stands long before the first paper.
    from reception.ui.dossiers.printing import print_paper

    print_paper(workplace, dossier_id, form)


class InboxPage(KeyedPage):
    """The list at the left; what was submitted, and the answers, at the right.

    Enter opens the intake form with what was submitted; Ctrl+Enter accepts it as it stands.

    Args:
        workplace: The signed-in person's desk.
        print_paper: Puts the paper of what became of a submission on the printer.
        parent: The owning widget.
    """

    def __init__(
        self,
        workplace: Workplace,
        print_paper: PrintPaper = _print_paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._print_paper = print_paper
        self._found: list[Submission] = []
        self._allowed = workplace.account.may(Right.RECEIVE)
        self.ending = Ending(workplace, self)
        self.list = RowList(_LIST_LINES)
        self.list.setAccessibleName(self.tr("Hồ sơ nộp trực tuyến"))
        self.facts = Facts()
        self.files = SubmittedFiles(workplace, self)
        self.hindrance = Problem()
        self.problem = Problem()
        self.nothing = Note(self.tr("Không có hồ sơ nộp trực tuyến nào chờ tiếp nhận."))
        self.check_button = self._button(self.tr("Kiểm tra, tiếp nhận (Enter)"), self.check)
        self.check_button.setProperty("kind", "main")
        self.accept_button = self._button(self.tr("Tiếp nhận ngay (Ctrl+Enter)"), self.accept)
        self.guide_button = self._button(self.tr("Yêu cầu bổ sung… (Alt+B)"), self.guide)
        self.refuse_button = self._button(self.tr("Từ chối… (Alt+T)"), self.refuse)
        self.export_button = ExportButton(workplace, self, "nop-truc-tuyen", self._out)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read anew what waits."""
        self._workplace.in_lane(inbox.waiting, self._show, owner=self)

    def check(self) -> None:
        """Open the intake form with the present one, to be checked and accepted there."""
        one = self._present()
        if one and self._allowed:
            self._workplace.ways.submission_wanted.emit(one.submission)

    def accept(self) -> None:
        """Receive the present one as it stands."""
        if (one := self._present()) and self._allowed:
            self.ending.receive(inbox.request_of(one.arrived), "", one.submission)

    def guide(self) -> None:
        """Ask once for what the present one lacks."""
        if (one := self._present()) and self._allowed:
            dialog = self.ending.ask_for_guidance(
                inbox.request_of(one.arrived), [], "", one.submission
            )
            dialog.wanted.setFocus()

    def refuse(self) -> None:
        """Refuse the present one with its reason."""
        if (one := self._present()) and self._allowed:
            self.ending.ask_for_refusal(inbox.request_of(one.arrived), "", one.submission)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, found: Sequence[Submission]) -> None:
        before, kept = self.list.currentRow(), self._present()
        self._found = list(found)
        self.list.clear()
        for one in found:
            self.list.addItem(QListWidgetItem(row_words(one)))
        self.nothing.setVisible(not found)
        for part in (self.list, self.right):
            part.setVisible(bool(found))
        names = [one.submission for one in found]
        same = names.index(kept.submission) if kept and kept.submission in names else -1
        self.list.setCurrentRow(same if same >= 0 else min(max(before, 0), len(found) - 1))

    def _chosen(self) -> None:
        self.problem.say("")
        if one := self._present():
            self.facts.tell(one)
            self.files.show_files(one.files)
            self.hindrance.say(one.hindrance)

    def _present(self) -> Submission | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _recorded(self, dossier: Dossier, form: str) -> None:
        self.problem.say("")
        told = {
            forms.RECEIPT: self.tr("Đã tiếp nhận thành hồ sơ {code}."),
            forms.SUPPLEMENT_REQUEST: self.tr("Đã yêu cầu bổ sung, phiếu {code}."),
            forms.REFUSAL_NOTICE: self.tr("Đã từ chối, phiếu {code}."),
        }[form]
        self._workplace.messages.toast(told.format(code=dossier.reference))
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))
        self.list.setFocus()
        self._print_paper(self._workplace, dossier.dossier_id, form)

    def _failed(self, failure: Failure) -> None:
        # What hinders it stands there already; a sentence is not said twice.
        one = self._present()
        self.problem.say("" if one and failure.text == one.hindrance else failure.text)
        self.refresh()

    def _out(self) -> Make:
        found = list(self._found)
        return lambda _desk: waiting_lists_out.submissions(found)

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.setEnabled(self._allowed)
        button.clicked.connect(act)
        return button

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self.check)
        self.ending.recorded.connect(self._recorded)
        self.ending.failed.connect(self._failed)
        self._workplace.changes.dossiers_changed.connect(self._changed)
        # Submissions come down with the rules, in one exchange.
        self._workplace.changes.catalogue_changed.connect(self._changed)
        self.finish = self.accept
        self.key_acts = {Qt.Key.Key_F5: self.refresh}
        for keys, act in (("Alt+B", self.guide), ("Alt+T", self.refuse)):
            QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            ).activated.connect(act)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*PAGE_MARGINS_PX)
        column.setSpacing(10)
        column.addWidget(Heading(self.tr("Hồ sơ nộp trực tuyến")))
        column.addWidget(
            Note(
                self.tr(
                    "Mỗi hồ sơ phải được tiếp nhận hoặc trả lời trong 08 giờ làm việc kể từ khi"
                    " nộp. Thời hạn giải quyết tính từ lúc tiếp nhận."
                )
            )
        )
        column.addWidget(self.nothing)
        across = QHBoxLayout()
        across.setSpacing(20)
        least, most = (n * self.fontMetrics().averageCharWidth() for n in _LIST_LETTERS)
        self.list.setMinimumWidth(least)
        self.list.setMaximumWidth(most)
        across.addWidget(self.list, 2)
        across.addWidget(self._make_right(), 3)
        column.addLayout(across, 1)
        if not self._allowed:
            column.addWidget(Note(self.tr("Vai trò của bạn chỉ xem; hãy để người tiếp nhận làm.")))

    def _make_right(self) -> QWidget:
        self.right = QWidget()
        column = QVBoxLayout(self.right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.facts, 1)
        for part in (self.files, self.hindrance, self.problem):
            column.addWidget(part)
        buttons = FlowLayout()
        for button in (
            self.check_button, self.accept_button, self.guide_button, self.refuse_button,
            self.export_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        column.addLayout(buttons)
        return self.right
