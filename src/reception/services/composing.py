"""Composing papers from a register: the wording of the paper's day, who did the act, which time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from reception.domain import dossier_events, intake_events, slips
from reception.domain.apology import propose
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent, PaperIssued
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.later_papers import apology_letter
from reception.domain.life import Act, evolve
from reception.domain.list_frame import Drawing
from reception.domain.paper import Paper
from reception.domain.paper_forms import own_moment
from reception.services import forms
from reception.services.acting import require
from reception.services.desk import Desk
from reception.storage import reference

# Whose name stands on a paper: that of whoever did one of these acts last.
_ACTS_OF = {
    forms.RECEIPT: (intake_events.Received,),
    forms.SUPPLEMENT_REQUEST: (intake_events.Guided, dossier_events.SupplementRequested),
    forms.REFUSAL_NOTICE: (intake_events.Refused, dossier_events.Rejected),
    forms.CERTIFICATION_SLIP: (intake_events.Certified,),
    forms.STOP_NOTICE: (dossier_events.Stopped,),
    forms.RESULT_SLIP: (dossier_events.HandedOver,),
    forms.FEE_NOTICE: (dossier_events.FeeSettled,),
}
_DECREE = re.compile(r"\d+/\d{4}/NĐ-CP")


class Composer:
    """Composes papers at a desk; what all of them share is read once.

    ``by`` is the login of whoever prints, empty for the command line's previews.
    """

    def __init__(self, desk: Desk, by: str = "") -> None:
        self.by = by
        self._desk = desk
        self._wordings = forms.wordings_of(desk)

    def dossier(self, dossier_id: str) -> Dossier:
        """A dossier by its identity.

        Raises:
            RuleViolation: ``unknown-dossier``.
        """
        dossier = self._desk.store.dossier(dossier_id)
        if dossier is None:
            raise RuleViolation("unknown-dossier", "Không tìm thấy hồ sơ này; hãy tìm lại theo mã.")
        return dossier

    def paper(
        self,
        dossier: Dossier,
        form: str,
        *,
        template: str = "",
        times: int | None = None,
        draft: bool = False,
    ) -> Paper:
        """A paper of a dossier as it goes out next, or as it went out the ``times``-th time.

        ``draft`` allows the draft of an apology that nobody has signed yet.

        Raises:
            RuleViolation: ``act-not-allowed`` for a dossier whose receipt was undone,
                ``no-such-form``, or the dossier has no such paper.
        """
        require(self._desk, dossier, Act.PRINT)
        now = self._desk.now()
        at = own_moment(form, dossier, now)
        wording = forms.ruling_for(form, dossier, at, template=template, wordings=self._wordings)
        issued = dossier.papers_issued.get(form, 0)
        again = times is not None and times <= issued
        issue = Issue(
            self._desk.office,
            wording,
            at,
            clerk=self._clerk(dossier, form),
            times=times or issued + 1,
            replaces=(
                self._replaced(dossier, form, times or 0) if again else form in dossier.voided
            ),
            complete_by=self._complete_by(dossier),
            look_up=self._desk.look_up,
        )
        if draft and form == forms.APOLOGY_LETTER and dossier.apology is None:
            return apology_letter(dossier, issue, propose(self._desk.calendar, dossier, now))
        return forms.paper(form, dossier, issue)

    def receipt_list(self, dossiers: Sequence[Dossier]) -> Paper:
        """One receipt for several dossiers of one applicant.

        Raises:
            RuleViolation: As for :func:`reception.domain.slips.receipt_list`.
        """
        for dossier in dossiers:
            require(self._desk, dossier, Act.PRINT)
        at = max(dossier.opened_at for dossier in dossiers)
        regime = forms.regime_on(at.date())
        wording = self._wordings.ruling(forms.RECEIPT_LIST, regime, at.date())
        times = max(dossier.papers_issued.get(forms.RECEIPT_LIST, 0) for dossier in dossiers) + 1
        voided = any(forms.RECEIPT_LIST in dossier.voided for dossier in dossiers)
        clerk = self._clerk(dossiers[0], forms.RECEIPT)
        issue = Issue(self._desk.office, wording, at, clerk, times=times, replaces=voided)
        return slips.receipt_list(dossiers, issue)

    def guidance(self, procedure: str, lacking: Sequence[str] = ()) -> Paper:
        """What the catalogue of today says of a procedure, and which papers are still lacking.

        Raises:
            RuleViolation: ``procedure-unknown`` or ``procedure-not-in-force``.
        """
        now = self._desk.now()
        version = self._desk.procedure(procedure, now.date())
        wording = self._wordings.ruling(
            forms.GUIDANCE_SLIP, forms.regime_on(now.date()), now.date()
        )
        clerk = self._names.get(self.by, "")
        drawing = Drawing(self._desk.office, wording, now, clerk=clerk)
        return slips.guidance_slip(version, drawing, lacking)

    def blanks(self, numbers: Sequence[str]) -> list[Paper]:
        """Receipts to fill in by hand, in the form in force today."""
        today = self._desk.now().date()
        regime = forms.regime_on(today)
        receipt = self._wordings.ruling(forms.RECEIPT, regime, today)
        wording = self._wordings.ruling(forms.BLANK_SLIP, regime, today)
        office = self._desk.office
        return [
            slips.blank_slip(office, receipt, wording, number, today.year) for number in numbers
        ]

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names by login; the command line has none."""
        return {a.login: a.name for a in reference.accounts(self._desk.database)}

    def _clerk(self, dossier: Dossier, form: str) -> str:
        """Who did what the paper tells; whoever prints it, where it tells of no single act."""
        acts = _ACTS_OF.get(form)
        if acts is None:
            return self._names.get(self.by, "")
        history = self._desk.store.history(dossier.dossier_id)
        done_by = [entry.by for entry in history if isinstance(entry.event, acts)]
        return self._names.get((done_by or [history[0].by])[-1], "")

    def _replaced(self, dossier: Dossier, form: str, times: int) -> bool:
        """Whether a printing that already went out took the place of a voided one."""
        before: Dossier | None = None
        for entry in self._desk.store.history(dossier.dossier_id):
            event = entry.event
            if isinstance(event, PaperIssued) and (event.form, event.times) == (form, times):
                return before is not None and form in before.voided
            if isinstance(event, DossierEvent):
                before = evolve(before, dossier.dossier_id, event)
        return False

    def _complete_by(self, dossier: Dossier) -> date | None:
        """The last day to bring what is missing, where the procedure's own decree sets one."""
        asked = dossier.supplement
        if asked is None:
            return None
        asked_on, calendar = asked.at.date(), self._desk.calendar
        rule = calendar.rules.rule("close-without-supplement", asked_on)
        decree = _DECREE.search(rule.article)
        if not decree or decree[0] not in dossier.intake.procedure.legal_basis:
            return None
        if not rule.in_force_on(asked_on):
            return None
        return calendar.nth_working_day(asked_on, calendar.rules.working_days(rule.code, asked_on))
