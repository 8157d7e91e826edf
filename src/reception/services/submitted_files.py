"""Scans that came with an online submission: whether they are here, and where they go at last."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import ScanAttached
from reception.domain.scan import Media, media_of_name
from reception.domain.submission import Attachment, SubmissionArrived, names_content
from reception.services import scans
from reception.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SubmittedFile:
    """A scan of a submission; ``here`` says whether it has come down to this desk."""

    file: Attachment
    here: bool


def listed(desk: Desk, arrived: SubmissionArrived) -> tuple[SubmittedFile, ...]:
    """The scans of a submission, in the order in which they were handed in."""
    return tuple(SubmittedFile(file, scans.is_here(desk, file)) for file in _nameable(arrived))


def attach_all(desk: Desk, dossier: Dossier, arrived: SubmissionArrived, *, by: str) -> Dossier:
    """Hang a submission's scans at the dossier made of it, inside the present transaction.

    One that is still on its way down is hung as well: its hash says already what it will be.
    """
    attached: set[str] = set()
    for file in _nameable(arrived):
        media = file.media or media_of_name(file.name)
        if media not in tuple(Media) or file.sha256 in attached:
            continue
        attached.add(file.sha256)
        event = ScanAttached(dossier.opened_at, file.sha256, file.name, str(media), file.size)
        dossier = desk.store.record(dossier.dossier_id, event, at=desk.now(), by=by)
    return dossier


def _nameable(arrived: SubmissionArrived) -> list[Attachment]:
    return [file for file in arrived.attachments if names_content(file.sha256)]
