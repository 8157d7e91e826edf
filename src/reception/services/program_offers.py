"""At the server: an update pack offered to the communes' desks, who fetch it like a scan."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.moments import Clock
from reception.domain.program_offer import ENTITY, ProgramOffered
from reception.domain.scan import MOST_BYTES
from reception.storage.ledger.ledger import Ledger
from reception.storage.scan_pieces import of_agency
from reception.sync.program_pack import stated_version
from reception.sync.server_chain import say


def offer(
    ledger: Ledger, path: Path, scans: Path, clock: Clock, *, agencies: Sequence[str] = ()
) -> tuple[str, list[str]]:
    """Offer a pack to communes, to all of them if none is named; answers its version and to whom.

    Each commune is a transaction of its own: what breaks off goes on with the next call.

    Args:
        ledger: The server's books.
        path: The pack.
        scans: The folder of the scans of all communes.
        clock: What time it is.
        agencies: The communes.

    Raises:
        RuleViolation: ``not-a-pack``, ``pack-too-large`` or ``unknown-agency``.
        Trouble: The pack cannot be read, or kept.
    """
    version, data = stated_version(path), _read(path)
    with ledger.reading() as work:
        known = [each.agency for each in work.agencies()]
    if strange := next((one for one in agencies if one not in known), ""):
        raise RuleViolation(
            "unknown-agency",
            f"Chưa có xã, phường mã {strange} trên máy chủ; hãy xem mã bằng “reception server"
            " commune list”.",
            field="agency",
        )
    told = list(agencies) or known
    sha256 = hashlib.sha256(data).hexdigest()
    for agency in told:
        # First the file: whoever is told of it must be able to fetch it.
        of_agency(scans, agency).files.put(data)
        with ledger.writing() as work:
            now = clock()
            say(work, agency, ProgramOffered(version, sha256, len(data), now), ENTITY, now)
    return version, told


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Trouble(
            "file-unreadable",
            f"Không đọc được tệp {path} ({disk_words(error)}); hãy kiểm tra lại đường dẫn.",
        ) from error
    if len(data) > MOST_BYTES:
        raise RuleViolation(
            "pack-too-large",
            f"Gói cập nhật quá {MOST_BYTES // 1_000_000} MB nên không đi qua trao đổi được; hãy lập"
            " gói từ phiên bản đang dùng ở các quầy, hoặc mang bằng USB.",
        )
    return data
