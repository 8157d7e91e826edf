"""Dossiers that a portal submits over the network: checked, put into the commune's log, told of.

A portal's own id makes the submission's, so what is sent again after an answer was lost is known to
be there, without anything kept for it.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import msgspec

from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.domain.submission import SubmissionArrived
from reception.printing.pictures import kind_of
from reception.services import submissions
from reception.services.intake_shape import Json, entries
from reception.services.portals import unknown_commune
from reception.services.submission_standing import Standing, standing_of
from reception.storage.ledger.audit import AuditEntry
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.portals import Portal
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work
from reception.storage.scan_pieces import Progress, ScanPieces, of_agency

MOST_ATTACHED_BYTES = 100_000_000
"""All files of one submission together; a desk fetches them over a thin line."""

_OWN_ID = re.compile(r"[0-9A-Za-z._-]{1,64}")
_NAMES = uuid.UUID("5d1f7c0a-0a53-5c0e-8f0e-2b6d7a9c4e31")


@dataclass(frozen=True, slots=True)
class Told:
    """A submission as it stands; ``new`` says that it came just now."""

    own_id: str
    standing: Standing
    new: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """Where a portal brings something: the ledger, and the folder of all communes' scans."""

    ledger: Ledger
    scans: Path | None
    clock: Clock

    def pieces(self, portal: Portal, agency: str) -> ScanPieces:
        """The scans of a commune that a portal may submit to.

        Raises:
            RuleViolation: ``other-agency``, ``unknown-agency`` or ``no-scans``.
        """
        with self.ledger.reading() as work:
            _commune(work, portal, agency)
        if self.scans is None:
            raise RuleViolation("no-scans", "Máy chủ này không nhận tệp đính kèm.")
        return of_agency(self.scans, agency)

    def bring_piece(
        self, portal: Portal, agency: str, name: str, offset: int, size: int, data: bytes
    ) -> Progress:
        """Take a piece of a file in, which is there once all its bytes hash to its name.

        Raises:
            RuleViolation: As :meth:`pieces`.
            PieceRefused: The piece does not fit.
        """
        return self.pieces(portal, agency).append(name, portal.portal, offset, data, size)

    def bring(self, portal: Portal, agency: str, body: bytes) -> Told:
        """Put a submission into its commune's log; the same again changes nothing.

        Raises:
            RuleViolation: ``other-agency``, ``unknown-agency``, ``submission-faulty``,
                ``attachment-missing``, ``attachment-other``, ``attachments-too-large``,
                ``scan-kind``, or ``submission-other`` when the id was used for another one.
        """
        given = _object(body)
        own_id = _own_id(given.get("id"))
        item = {"portal_code": own_id, **given, "id": _submission_of(portal, own_id)}
        arrived = submissions.submission_of(item, self.clock)
        with self.ledger.reading() as work:
            there = standing_of(work, _commune(work, portal, agency), arrived.submission)
        if there is None:
            self._check_files(portal, agency, arrived)
        new, there = self._put(portal, agency, arrived, own_id)
        if not _same(there.arrived, arrived, dated="submitted_at" in given):
            raise RuleViolation(
                "submission-other",
                f"Mã {own_id} đã dùng cho một hồ sơ có nội dung khác; hãy gửi với mã khác.",
                field="id",
            )
        return Told(own_id, there, new)

    def told(self, portal: Portal, agency: str, own_id: str) -> Told:
        """How a submission stands that this portal brought.

        Raises:
            RuleViolation: ``other-agency``, ``unknown-agency`` or ``unknown-submission``.
        """
        with self.ledger.reading() as work:
            return Told(own_id, _standing(work, portal, agency, _submission_of(portal, own_id)))

    def _put(
        self, portal: Portal, agency: str, arrived: SubmissionArrived, own_id: str
    ) -> tuple[bool, Standing]:
        """Write a submission down unless it is there, and look how it stands."""
        now = self.clock()
        with self.ledger.writing() as work:
            new = submissions.put(work, agency, arrived, now)
            if new:
                work.portal_used(portal.portal, now)
                work.note(AuditEntry(now, portal.portal, "submission-brought", agency, own_id))
            return new, _standing(work, portal, agency, arrived.submission)

    def _check_files(self, portal: Portal, agency: str, arrived: SubmissionArrived) -> None:
        """Look whether the files that a submission names are here, as large, of a kind allowed."""
        if not arrived.attachments:
            return
        if sum(one.size for one in arrived.attachments) > MOST_ATTACHED_BYTES:
            raise RuleViolation(
                "attachments-too-large",
                f"Các tệp đính kèm nặng hơn {MOST_ATTACHED_BYTES // 1_000_000} MB; hãy nén ảnh"
                " hoặc bớt tệp.",
                field="attachments",
            )
        files = self.pieces(portal, agency).files
        for one in arrived.attachments:
            size = files.size_of(one.sha256)
            if size is None:
                raise RuleViolation(
                    "attachment-missing",
                    f"Chưa nhận đủ tệp “{one.name[:40]}” ({one.sha256}); hãy gửi tệp trước, rồi gửi"
                    " lại hồ sơ.",
                    field="attachments",
                )
            kind = kind_of(files.read(one.sha256), one.name[:40])
            if (size, kind.value) != (one.size, one.media):
                raise RuleViolation(
                    "attachment-other",
                    f"Tệp “{one.name[:40]}” là {kind.value}, {size} byte, khác với điều ghi trong"
                    " hồ sơ; hãy ghi lại.",
                    field="attachments",
                )


def _standing(work: Work, portal: Portal, agency: str, submission: str) -> Standing:
    found = standing_of(work, _commune(work, portal, agency), submission)
    if found is None:
        raise RuleViolation(
            "unknown-submission",
            "Cổng chưa gửi hồ sơ nào mang mã này cho xã, phường ấy; hãy kiểm tra lại mã.",
        )
    return found


def _commune(work: Work, portal: Portal, agency: str) -> Agency:
    if portal.agency and portal.agency != agency:
        raise RuleViolation(
            "other-agency",
            f"Cổng này chỉ được gửi hồ sơ cho {portal.agency}; hãy hỏi người quản trị máy chủ.",
            field="agency",
        )
    found = work.agency(agency)
    if found is None:
        raise unknown_commune(agency)
    return found


def _object(body: bytes) -> Json:
    """The JSON object that a portal sent."""
    try:
        # The stricter of the two: no half characters, no numbers that are none.
        msgspec.json.decode(body)
        given: Any = json.loads(body, parse_float=Decimal, object_pairs_hook=entries)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise RuleViolation(
            "submission-faulty",
            "Nội dung gửi lên không phải một hồ sơ dạng JSON, bảng mã UTF-8; hãy xem hướng dẫn.",
        )
    return cast("Json", given)


def _own_id(value: object) -> str:
    if not isinstance(value, str) or not _OWN_ID.fullmatch(value):
        raise RuleViolation(
            "submission-faulty",
            "Hồ sơ chưa có mã của cổng: mục “id” gồm 1 đến 64 chữ cái không dấu, chữ số, dấu chấm"
            " hoặc gạch; hãy ghi vào.",
            field="id",
        )
    return value


def _submission_of(portal: Portal, own_id: str) -> str:
    """The submission's id: the same for what is sent again, another for each portal."""
    return str(uuid.uuid5(_NAMES, f"{portal.portal}|{own_id}"))


def _same(before: SubmissionArrived, now: SubmissionArrived, *, dated: bool) -> bool:
    """Whether the same was sent again; where no moment was sent, that of arrival stands."""
    return before == (now if dated else replace(now, submitted_at=before.submitted_at))
