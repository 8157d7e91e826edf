"""What a signed-in person works in: the rail, the top bar, and the page that is due."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception.domain.accounts import ROLE_WORDS, Right
from reception.domain.applicant import Party
from reception.domain.listing import ListQuery
from reception.services.drafting import FEEDBACK_DRAFT, Draft
from reception.ui.apologies.courier import Courier
from reception.ui.companions import Companions
from reception.ui.exchange.lane import Exchanging
from reception.ui.help import ANYWHERE
from reception.ui.home.page import HomePage
from reception.ui.known_words import known
from reception.ui.looks import Looks
from reception.ui.pages import Pages
from reception.ui.rail import Place, Rail
from reception.ui.scans import Scan
from reception.ui.standing_notes import NoticeBar
from reception.ui.top_bar import TopBar
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.line_state import LineState

# Below so many letters the rail leaves its words out, so that the page has room for its own.
_NARROW_LETTERS = 88


class Workspace(QWidget):
    """One person's screens. Only home is made at once; the others at the first visit.

    Args:
        workplace: Whose screens these are.
        looks: The look of the program.
        exchanging: The exchange with the server above, which goes on whoever is here.
    """

    def __init__(self, workplace: Workplace, looks: Looks, exchanging: Exchanging) -> None:
        super().__init__()
        self.workplace = workplace
        self._looks = looks
        self._way_back: list[tuple[Place, QWidget]] = []
        self.rail = Rail()
        self.rail.wanted.connect(self.go)
        self.top_bar = TopBar(workplace, looks)
        self.top_bar.own_secret_wanted.connect(self._change_own_secret)
        self.top_bar.help_wanted.connect(self.show_help)
        self.stack = QStackedWidget()
        self.home = HomePage(workplace)
        self.stack.addWidget(self.home)
        self.courier = Courier(workplace, self)
        self.companions = Companions(self)
        self.pages = Pages(workplace, looks, self.go_back, self.courier, exchanging)
        exchanging.looked.connect(self._count_waiting)
        self._count_waiting(exchanging.state)
        self._lay_out()
        self._add_keys()
        self._follow_wishes()
        if not workplace.account.may(Right.RECEIVE):
            self.rail.forbid(Place.INTAKE, self._no_intake())
            self.rail.forbid(Place.CERTIFICATION, self._no_intake())
        self.stack.setFocusProxy(self.home)
        self.setFocusProxy(self.stack)

    def begin(self) -> None:
        """Read what the first painting did without."""
        self.top_bar.put_search(self.pages.search_box)
        self.home.refresh()
        self.courier.start()
        self.companions.begin()

    def go(self, place: Place) -> None:
        """Go to a place of the rail."""
        acts: dict[Place, Callable[[], object]] = {
            Place.HOME: self.go_home,
            Place.INTAKE: self.return_to_intake,
            Place.INBOX: lambda: self._show(Place.INBOX, self.pages.inbox),
            Place.CERTIFICATION: self.certify,
            Place.DOSSIERS: lambda: self.show_list(None),
            Place.APOLOGIES: lambda: self._show(Place.APOLOGIES, self.pages.apologies),
            Place.FEEDBACK: lambda: self._show(Place.FEEDBACK, self.pages.feedback),
            Place.REVIEWS: self.show_reviews,
            Place.BOOKS: lambda: self._show(Place.BOOKS, self.pages.books),
            Place.FIGURES: lambda: self._show(Place.FIGURES, self.pages.figures),
            Place.CATALOGUE: lambda: self._show(Place.CATALOGUE, self.pages.catalogue),
            Place.EXCHANGE: lambda: self._show(Place.EXCHANGE, self.pages.exchange),
            Place.SETTINGS: lambda: self._show(Place.SETTINGS, self.pages.settings),
        }
        acts[place]()

    def go_home(self) -> None:
        """Show the day."""
        self._way_back.clear()
        self._show(Place.HOME, self.home)

    def receive(self, party: Party | None = None) -> None:
        """Open an empty intake, or one for a known person; a role without it is told why."""
        if self._may_receive():
            self._show(Place.INTAKE, self.pages.intake)
            self.pages.intake.start(party)

    def return_to_intake(self) -> None:
        """Show the intake as it was left; F2 begins a new one."""
        if not self.pages.has_intake:
            self.receive()
        elif self._may_receive():
            self._show(Place.INTAKE, self.pages.intake)

    def certify(self) -> None:
        """Show the certifying as it was left; a role without it is told why."""
        if self._may_receive():
            self._show(Place.CERTIFICATION, self.pages.certification)

    def resume(self, draft: Draft) -> None:
        """Go on with a draft."""
        if draft.draft_id.startswith(FEEDBACK_DRAFT):
            self.go(Place.FEEDBACK)
            self.pages.feedback.resume(draft)
        elif self._may_receive():
            self._show(Place.INTAKE, self.pages.intake)
            self.pages.intake.resume(draft)

    def key_in(self, number: str) -> None:
        """Open an intake for a pre-printed receipt that was filled in by hand."""
        if self._may_receive():
            intake = self.pages.intake
            intake.blanks.open(number, lambda: self._show(Place.INTAKE, intake))

    def check_submission(self, submission: str) -> None:
        """Open an intake filled with what was submitted online."""
        if self._may_receive():
            intake = self.pages.intake
            intake.online.open(submission, lambda: self._show(Place.INTAKE, intake))

    def go_on_with_inbox(self) -> None:
        """Show what else was submitted online; the intake that is done is no way back."""
        self.go(Place.INBOX)
        self._way_back = [step for step in self._way_back if step[0] is not Place.INTAKE]

    def show_list(self, query: ListQuery | None) -> None:
        """List the dossiers of a query; without one the list stays as it was left."""
        first_time = not self.pages.has_dossiers
        self._show(Place.DOSSIERS, self.pages.dossiers)
        if query or first_time:
            self.pages.dossiers.show_query(query or ListQuery())

    def open_dossier(self, dossier_id: str) -> None:
        """Open one dossier."""
        self._show(Place.DOSSIERS, self.pages.dossier)
        self.pages.dossier.open(dossier_id)

    def show_feedback(self, code: str) -> None:
        """Show one feedback by its number."""
        self._show(Place.FEEDBACK, self.pages.feedback)
        self.pages.feedback.show_one(code)

    def show_reviews(self, dossier_id: str = "") -> None:
        """Show what two desks left to decide, one dossier's first."""
        self._show(Place.REVIEWS, self.pages.reviews)
        self.pages.reviews.begin_with(dossier_id)

    def show_figures(self, panel: str) -> None:
        """Show a panel of the figures."""
        self.go(Place.FIGURES)
        self.pages.figures.choose(panel).setFocus()

    def take_scan(self, scan: Scan) -> None:
        """Do what a scanned text asks for, whatever is on the screen."""
        if scan.card and self._place is Place.CERTIFICATION:
            self.pages.certification.take_card(scan.card)
        elif scan.card:
            if self._may_receive():
                busy = self.stack.currentWidget() is not self.pages.intake
                self._show(Place.INTAKE, self.pages.intake)
                if busy:
                    self.pages.intake.start(None)
                self.pages.intake.take_card(scan.card)
        elif scan.blank:
            self.key_in(scan.blank)
        elif scan.code:
            taken = self._place is Place.BOOKS and self.pages.books.take_code(scan.code)
            taken = taken or (
                self._place is Place.FIGURES and self.pages.figures.take_code(scan.code)
            )
            if not taken:
                self.pages.open_code(scan.code)
        else:
            self.pages.search_box.edit.setText(scan.text)
            self.pages.search_box.focus_search()

    def go_back(self) -> None:
        """Return to the screen before this one; home at last. Drafts stay."""
        if self._way_back:
            place, page = self._way_back.pop()
            self._put_in_front(place, page)
        else:
            self.go_home()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """With large letters, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rail"):
            self._fit()

    def _fit(self) -> None:
        letters = self.width() / self.fontMetrics().averageCharWidth()
        self.rail.stand_narrow(narrow=letters < _NARROW_LETTERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when no field has a use for it, goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _count_waiting(self, state: LineState | None) -> None:
        """What is to be decided stands on the rail; nobody is called away from a citizen for it."""
        if state:  # a desk without a server counts what it has to review by itself
            self.rail.count_reviews(state.standing.reviews)
        self.rail.count_submissions(state.standing.submissions if state else 0)

    def _show(self, place: Place, page: QWidget) -> None:
        now = self.stack.currentWidget()
        if now is not page and now is not None:
            self._way_back = [step for step in self._way_back if step[1] is not page]
            self._way_back.append((self._place, now))
        self._put_in_front(place, page)

    def _put_in_front(self, place: Place, page: QWidget) -> None:
        self._place = place
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.rail.mark(place)
        self.stack.setFocusProxy(page)
        page.setFocus()

    def _may_receive(self) -> bool:
        allowed = self.workplace.account.may(Right.RECEIVE)
        if not allowed:
            self.workplace.messages.toast(self._no_intake())
        return allowed

    def _no_intake(self) -> str:
        return self.tr(
            "Vai trò {role} không tiếp nhận hồ sơ; hãy để cán bộ tiếp nhận đăng nhập (Ctrl+L)."
        ).format(role=known(ROLE_WORDS[self.workplace.account.role]))

    def _follow_wishes(self) -> None:
        self.workplace.changes.reviews_counted.connect(self.rail.count_reviews)
        ways = self.workplace.ways
        ways.home_wanted.connect(self.go_home)
        ways.intake_wanted.connect(self.receive)
        ways.draft_wanted.connect(self.resume)
        ways.submission_wanted.connect(self.check_submission)
        ways.inbox_wanted.connect(self.go_on_with_inbox)
        ways.dossier_wanted.connect(self.open_dossier)
        ways.list_wanted.connect(self.show_list)
        ways.apologies_wanted.connect(partial(self.go, Place.APOLOGIES))
        ways.reviews_wanted.connect(self.show_reviews)
        ways.survey_wanted.connect(self.companions.ask_survey)
        ways.feedback_wanted.connect(partial(self.go, Place.FEEDBACK))
        ways.one_feedback_wanted.connect(self.show_feedback)
        ways.exchange_wanted.connect(partial(self.go, Place.EXCHANGE))
        ways.figures_wanted.connect(self.show_figures)
        ways.catalogue_wanted.connect(partial(self.go, Place.CATALOGUE))
        ways.settings_wanted.connect(partial(self.go, Place.SETTINGS))
        self.workplace.changes.blanked.connect(self._let_go_of)

    def _let_go_of(self, party: Party) -> None:
        self.workplace.messages.heard.clear()
        self.home.refresh()
        self.pages.let_go_of(party)

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "help": self.show_help,
            "intake": self.receive,
            "search": self._search,
            "refresh": lambda: self.workplace.changes.dossiers_changed.emit(frozenset()),
            "area": self._next_area,
            "home": self.go_home,
            "certify": self.certify,
            "dossiers": lambda: self.show_list(None),
            "apologies": partial(self.go, Place.APOLOGIES),
            "feedback": partial(self.go, Place.FEEDBACK),
            "books": partial(self.go, Place.BOOKS),
            "figures": partial(self.go, Place.FIGURES),
            "catalogue": partial(self.go, Place.CATALOGUE),
            "exchange": partial(self.go, Place.EXCHANGE),
            "reviews": partial(self.go, Place.REVIEWS),
            "inbox": partial(self.go, Place.INBOX),
            "settings": partial(self.go, Place.SETTINGS),
            "larger": self._looks.larger,
            "smaller": self._looks.smaller,
            "usual": self._looks.usual,
            "citizen": self.toggle_second_screen,
            "lock": self.workplace.ways.lock_wanted.emit,
        }
        for key in ANYWHERE:
            if key.name in acts:
                action = QAction(key.act(), self)
                action.setShortcuts(key.shortcuts())
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                action.triggered.connect(partial(_press, acts[key.name]))
                self.addAction(action)

    def _change_own_secret(self) -> None:
        self.go(Place.SETTINGS)
        self.pages.settings.show_own_secret()

    def show_help(self) -> None:
        """Open the help at the page at hand."""
        self.companions.show_help(self._place.value)

    def toggle_second_screen(self) -> None:
        """Let the citizen check what is typed, or no longer; a role without intake is told why."""
        if self._may_receive():
            self.companions.toggle_second_screen()

    def _search(self) -> None:
        self.pages.search_box.focus_search()

    def _next_area(self) -> None:
        """Move the keyboard on: search, page, rail, and search again."""
        areas: list[QWidget] = [self.pages.search_box, self.stack, self.rail]
        held = next((n for n, area in enumerate(areas) if _has_keyboard(area)), 0)
        target = areas[(held + 1) % len(areas)]
        page = self.stack.currentWidget()
        if target is self.stack and page:
            # Back to where the clerk was; a page that has not been in yet knows where to begin.
            was = page.focusWidget()
            target = was if was and was.isVisible() and was.isEnabled() else page
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._place = Place.HOME
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(NoticeBar(self.workplace.notes))
        right.addWidget(self.stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)


def _press(act: Callable[[], object]) -> None:
    # A triggered action hands its checked state over; none of these wants it.
    act()


def _has_keyboard(area: QWidget) -> bool:
    return area.hasFocus() or area.isAncestorOf(area.window().focusWidget())
