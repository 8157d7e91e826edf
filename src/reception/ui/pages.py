"""The pages that are made at their first visit, so that the window itself comes at once.

Each import below waits inside its function: together they would double the time to first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from reception.ui.apologies.courier import Courier
from reception.ui.exchange.lane import Exchanging
from reception.ui.looks import Looks
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.domain.applicant import Party
    from reception.services.lookup import Found
    from reception.ui.apologies.page import ApologiesPage
    from reception.ui.books.page import BooksPage
    from reception.ui.catalogue.page import CataloguePage
    from reception.ui.certification.page import CertificationPage
    from reception.ui.dossiers.dossier_page import DossierPage
    from reception.ui.dossiers.list_page import DossierListPage
    from reception.ui.dossiers.search_box import SearchBox
    from reception.ui.exchange.page import ExchangePage
    from reception.ui.feedback.page import FeedbackPage
    from reception.ui.figures.page import FiguresPage
    from reception.ui.inbox.page import InboxPage
    from reception.ui.intake.page import IntakePage
    from reception.ui.reviews.page import ReviewsPage
    from reception.ui.settings.page import SettingsPage


class Pages:
    """One person's pages; each is kept once it is made. ``go_back`` serves a page's own way out."""

    def __init__(
        self,
        workplace: Workplace,
        looks: Looks,
        go_back: Callable[[], object],
        courier: Courier,
        exchanging: Exchanging,
    ) -> None:
        self._workplace = workplace
        self._courier = courier
        self._exchanging = exchanging
        self._looks = looks
        self._go_back = go_back

    @cached_property
    def intake(self) -> IntakePage:
        """Receiving a dossier."""
        from reception.ui.intake.page import IntakePage

        return IntakePage(self._workplace)

    @cached_property
    def inbox(self) -> InboxPage:
        """Dossiers submitted online."""
        from reception.ui.inbox.page import InboxPage

        return InboxPage(self._workplace)

    @cached_property
    def dossiers(self) -> DossierListPage:
        """The dossier list."""
        from reception.ui.dossiers.list_page import DossierListPage

        return DossierListPage(self._workplace)

    @cached_property
    def dossier(self) -> DossierPage:
        """One dossier."""
        from reception.ui.dossiers.dossier_page import DossierPage

        page = DossierPage(self._workplace)
        page.back_wanted.connect(self._go_back)
        return page

    @cached_property
    def certification(self) -> CertificationPage:
        """Certifying copies and signatures."""
        from reception.ui.certification.page import CertificationPage

        return CertificationPage(self._workplace)

    @cached_property
    def apologies(self) -> ApologiesPage:
        """Drafts of apologies, and the letters that went out."""
        from reception.ui.apologies.page import ApologiesPage

        return ApologiesPage(self._workplace, courier=self._courier)

    @cached_property
    def feedback(self) -> FeedbackPage:
        """Phản ánh, kiến nghị."""
        from reception.ui.feedback.page import FeedbackPage

        return FeedbackPage(self._workplace)

    @cached_property
    def reviews(self) -> ReviewsPage:
        """What two desks left for a person to decide."""
        from reception.ui.reviews.page import ReviewsPage

        return ReviewsPage(self._workplace)

    @cached_property
    def exchange(self) -> ExchangePage:
        """The exchange with the server above."""
        from reception.ui.exchange.page import ExchangePage

        return ExchangePage(self._workplace, self._exchanging)

    @cached_property
    def books(self) -> BooksPage:
        """Books and lists to be printed."""
        from reception.ui.books.page import BooksPage

        return BooksPage(self._workplace)

    @cached_property
    def figures(self) -> FiguresPage:
        """The office's figures."""
        from reception.ui.figures.page import FiguresPage

        return FiguresPage(self._workplace)

    @cached_property
    def catalogue(self) -> CataloguePage:
        """The procedures."""
        from reception.ui.catalogue.page import CataloguePage

        return CataloguePage(self._workplace)

    @cached_property
    def settings(self) -> SettingsPage:
        """Looks, printing, office, people, backup."""
        from reception.ui.settings.page import SettingsPage

        return SettingsPage(self._workplace, self._looks)

    @cached_property
    def search_box(self) -> SearchBox:
        """The search box of the top bar."""
        from reception.ui.dossiers.search_box import SearchBox

        return SearchBox(self._workplace)

    @property
    def has_intake(self) -> bool:
        """Whether the intake has been visited."""
        return "intake" in self.__dict__

    @property
    def has_dossiers(self) -> bool:
        """Whether the list has been visited."""
        return "dossiers" in self.__dict__

    def let_go_of(self, party: Party) -> None:
        """Read anew what is made, in sight or not, and forget a person who was blanked."""
        made = self.__dict__
        for name in ("dossiers", "certification", "apologies", "reviews", "inbox", "feedback"):
            if page := made.get(name):
                page.refresh()
        if books := made.get("books"):
            books.let_go()
        if intake := made.get("intake"):
            intake.let_go_of(party)
        if search := made.get("search_box"):
            search.edit.clear()

    def open_code(self, code: str) -> None:
        """Open the dossier of a scanned code."""
        from reception.services import lookup

        def opened(found: Found) -> None:
            self._workplace.ways.dossier_wanted.emit(found.dossier.dossier_id)

        self._workplace.in_lane(partial(lookup.show, reference=code), opened)
