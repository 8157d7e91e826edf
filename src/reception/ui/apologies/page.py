"""Apologies: drafts that stand ready, approval, and telling people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from reception.domain.dossier import Dossier
from reception.domain.paper_forms import APOLOGY_LETTER
from reception.services import apologies, letters
from reception.services.apologies import Coverage, Draft, DraftCount
from reception.services.desk import Desk
from reception.services.letters import Letter
from reception.services.list_out import ListOut
from reception.ui.apologies.courier import Courier
from reception.ui.apologies.editor import DraftEditor, Editing, read_editing
from reception.ui.apologies.list_tab import ListTab
from reception.ui.apologies.lists import draft_rows, draft_table, letter_rows, letter_table
from reception.ui.apologies.printing import LetterPrinting
from reception.ui.apologies.roads_dialog import RoadsDialog
from reception.ui.apologies.sending import MessageSending
from reception.ui.apologies.signing import Signing, may_sign
from reception.ui.apologies.words import coverage_standing, month_words
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.printing import print_paper
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.labels import Heading, StatusChip, plain_tip
from reception.ui.notes import Note
from reception.ui.theme import PAGE_MARGINS_PX
from reception.ui.workplace import Workplace

MOST_DRAFTS = 500
_AGAIN_EVERY_MS = 60_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the lane read for the page."""

    drafts: list[Draft]
    count: DraftCount
    letters: list[Letter]
    coverage: Coverage


def read_page(desk: Desk) -> Shown:
    """Read both lists, in the lane."""
    found = apologies.drafts(desk, MOST_DRAFTS)
    full = len(found) == MOST_DRAFTS
    count = apologies.draft_count(desk) if full else DraftCount(len(found))
    return Shown(found, count, letters.signed(desk), apologies.coverage(desk))


class ApologiesPage(QWidget):
    """The drafts that stand ready, and what became of the letters.

    ``courier`` hands messages over; without one the page makes its own, which goes when asked.
    """

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None = None,
        courier: Courier | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drafts: dict[str, Draft] = {}
        self._letters: dict[str, Letter] = {}
        self.chip = StatusChip()
        self.month = Note()
        self.drafts = draft_table(workplace.memory)
        self.letters = letter_table(workplace.memory)
        self.signing = Signing(workplace, self)
        self.printing = LetterPrinting(workplace, self)
        self.sending = MessageSending(workplace, self, courier or Courier(workplace, self))
        self._lay_out()
        self.drafts.opened.connect(self._edit)
        self.letters.opened.connect(self._show_roads)
        self.tabs.currentChanged.connect(self._turned)
        workplace.changes.dossiers_changed.connect(self._changed)
        self.setFocusProxy(self.drafts)
        # A draft comes by itself, and a last day passes, without anyone touching the register.
        passing = QTimer(self, interval=_AGAIN_EVERY_MS)
        passing.timeout.connect(self._changed)
        passing.start()

    def refresh(self) -> None:
        """Read both lists anew."""
        self._workplace.in_lane(read_page, self._show, owner=self)

    def refresh_all(self) -> None:
        """Read the month's figure, too: it looks at every dossier, and no act here moves it."""
        self.refresh()
        self._workplace.in_lane(apologies.ended_late, self._show_month, owner=self)

    def sign(self) -> None:
        """Sign the marked drafts, or the present one."""
        self.signing.begin([self._drafts[i] for i in self.drafts.chosen() if i in self._drafts])

    def print_letters(self) -> None:
        """Print the marked letters, or the present one."""
        self.printing.begin(self.letters.chosen())

    def preview_draft(self) -> None:
        """Look at the letter of the present draft; nothing is issued by that."""
        if dossier_id := self.drafts.current_id():
            print_paper(self._workplace, dossier_id, APOLOGY_LETTER, preview=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter signs, Ctrl+P prints or shows, F5 reads anew."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        on_drafts = self.tabs.currentIndex() == 0
        if control and event.key() in _ENTER and on_drafts:
            self.sign()
        elif control and event.key() == Qt.Key.Key_P:
            (self.preview_draft if on_drafts else self.print_letters)()
        elif event.key() == Qt.Key.Key_F5:
            self.refresh_all()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile; a draft may have come of itself."""
        super().showEvent(event)
        self.refresh_all()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, shown: Shown) -> None:
        now = self._workplace.rules.now()
        self._drafts = {draft.row.dossier_id: draft for draft in shown.drafts}
        self._letters = {letter.row.dossier_id: letter for letter in shown.letters}
        self.drafts.show_rows(draft_rows(shown.drafts, now))
        self.letters.show_rows(letter_rows(shown.letters))
        stands = coverage_standing(shown.coverage)
        self.chip.show_state(stands.words, stands.tone)
        number = f"{shown.count.number}{'+' if shown.count.at_least else ''}"
        self.tabs.setTabText(0, self.tr("&Dự thảo chờ ký ({number})").format(number=number))
        self.tabs.setTabText(
            1, self.tr("Đã &ký, 30 ngày qua ({number})").format(number=len(shown.letters))
        )
        self.no_drafts.setVisible(not shown.drafts)
        self.no_letters.setVisible(not shown.letters)
        more = shown.count.number - len(shown.drafts)
        self.more.setVisible(more > 0)
        self.more.setText(
            self.tr(
                "Danh sách có {shown} hồ sơ gấp nhất; ký xong các hồ sơ này sẽ hiện tiếp."
            ).format(shown=len(shown.drafts))
        )
        self.sending.refresh()

    def _show_month(self, ended: Coverage) -> None:
        words = month_words(ended)
        self.month.setText(words)
        self.month.setVisible(bool(words))

    def _edit(self, dossier_id: str) -> None:
        work = partial(read_editing, dossier_id=dossier_id, by=self._workplace.account.login)
        self._workplace.in_lane(work, self._open_editor, owner=self)

    def _open_editor(self, editing: Editing | None) -> None:
        if editing is None:
            self.refresh()  # it was signed or finished meanwhile
            return
        editor = DraftEditor(self._workplace, editing, self.window())
        editor.acted.connect(self._edited)
        editor.open()

    def _edited(self, dossier: Dossier, words: str) -> None:
        self._workplace.messages.toast(words)
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier.dossier_id}))

    def _show_roads(self, dossier_id: str) -> None:
        if letter := self._letters.get(dossier_id):
            dialog = RoadsDialog(self._workplace, letter, self.window())
            dialog.changed.connect(self._marked_road)
            dialog.open()

    def _marked_road(self, dossier_id: str) -> None:
        self._workplace.changes.dossiers_changed.emit(frozenset({dossier_id}))

    def _turned(self, place: int) -> None:
        table = (self.drafts, self.letters)[place]
        self.setFocusProxy(table)
        table.setFocus()

    def _drafts_out(self) -> Make:
        return _all_drafts

    def _letters_out(self) -> Make:
        return shown_rows(self.letters, self.tr("Thư xin lỗi đã ký, 30 ngày qua"))

    def _lay_out(self) -> None:
        self.no_drafts = Note(self.tr("Không có dự thảo nào: chưa hồ sơ nào có nguy cơ trễ hẹn."))
        self.no_letters = Note(self.tr("Trong 30 ngày qua chưa ký thư nào."))
        self.more = Note()
        self.tabs = QTabWidget()
        self.tabs.addTab(self._drafts_tab(), self.tr("&Dự thảo chờ ký"))
        self.tabs.addTab(self._letters_tab(), self.tr("Đã &ký"))
        top = FlowLayout(spacing=16)
        top.addWidget(Heading(self.tr("Xin lỗi, hẹn lại")))
        top.addWidget(self.chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS_PX)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.month)
        layout.addWidget(self.tabs, 1)
        self.month.hide()

    def _drafts_tab(self) -> ListTab:
        tab, refusal = ListTab(self.drafts), may_sign(self._workplace)
        self.sign_button = tab.add_button(self.tr("Ký thư (Ctrl+Enter)"), self.sign)
        self.sign_button.setEnabled(not refusal)
        self.sign_button.setToolTip(plain_tip(refusal))
        if not refusal:
            self.sign_button.setProperty("kind", "main")
        tab.add_button(self.tr("Ghi lý do, sửa (Enter)"), tab.open_present)
        tab.add_marking()
        tab.add_button(self.tr("Xem thư (Ctrl+P)"), self.preview_draft)
        tab.add_widget(ExportButton(self._workplace, tab, "du-thao-xin-loi", self._drafts_out))
        self.right = Note(refusal)
        self.right.setVisible(bool(refusal))
        tab.add_notes([self.right, self.no_drafts, self.more])
        return tab

    def _letters_tab(self) -> ListTab:
        tab = ListTab(self.letters)
        tab.add_button(self.tr("In thư (Ctrl+P)"), self.print_letters)
        tab.add_button(self.tr("Đường gửi (Enter)"), tab.open_present)
        tab.add_marking()
        tab.add_widget(self.sending.button)
        tab.add_widget(ExportButton(self._workplace, tab, "thu-xin-loi", self._letters_out))
        tab.add_notes([self.no_letters, self.sending.note])
        return tab


def _all_drafts(desk: Desk) -> ListOut:
    from reception.services import desk_lists_out

    return desk_lists_out.drafts(apologies.drafts(desk))
