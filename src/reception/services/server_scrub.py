"""Destroying at the server the scans that redactions name and that no dossier has any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from reception.domain import chain
from reception.domain.closing_events import Redacted
from reception.domain.dossier_events import ScanAttached
from reception.storage.ledger.ledger import Ledger
from reception.storage.redacting import KIND
from reception.storage.scan_pieces import of_agency

_ATTACHED = "dossier.scan-attached"
_T = TypeVar("_T")


def destroy_scans(ledger: Ledger, scans: Path) -> int:
    """Destroy them in every commune's folder; answers how many were still there.

    A scan whose own event is not blanked is still some dossier's, and stays: so does one of a
    redaction that was refused, or whose log is not folded yet.
    """
    with ledger.reading() as work:
        agencies = [each.agency for each in work.agencies()]
        doomed = {
            agency: _named(work.bodies_of_kind(agency, KIND), Redacted, lambda e: e.scans)
            - _named(work.bodies_of_kind(agency, _ATTACHED), ScanAttached, lambda e: (e.sha256,))
            for agency in agencies
        }
    count = 0
    for agency, names in doomed.items():
        files = of_agency(scans, agency).files
        for path in map(files.path_of, names):
            count += path.exists()
            path.unlink(missing_ok=True)
    return count


def _named(
    bodies: Iterable[bytes], kind: type[_T], names: Callable[[_T], Iterable[str]]
) -> set[str]:
    found: set[str] = set()
    for body in bodies:
        try:
            found |= set(names(chain.read(body, kind)))
        except ValueError:
            continue  # a faulty desk's; the fold names it
    return found
