"""The intake screen: from a scanned card to a receipt in the applicant's hand."""

from __future__ import annotations

from reception.ui.intake.page import IntakePage

__all__ = ["IntakePage"]
