"""The sheet with a register's recovery key: printed once, kept in a locked cupboard."""

from __future__ import annotations

from datetime import datetime

from reception.domain.list_frame import Drawing
from reception.domain.moments import in_office_zone
from reception.domain.office import Office
from reception.printing.papers import render
from reception.services import forms

FORM = "recovery-key"


def sheet(office: Office, recovery_key: str, at: datetime, clerk: str = "") -> bytes:
    """The sheet as PDF; it needs no register, since it is printed before there is one."""
    day = in_office_zone(at).date()
    wording = forms.SHIPPED.ruling(FORM, forms.regime_on(day), day)
    drawing = Drawing(office, wording, at, clerk=clerk)
    words = {"key": recovery_key, "last": recovery_key[-4:]}
    return render([drawing.paper("khoá phục hồi", words, {})])
