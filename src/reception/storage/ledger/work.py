"""All that can be asked and done within one transaction on the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception.storage.ledger import appending
from reception.storage.ledger.above import AboveRow
from reception.storage.ledger.aside import Quarantine
from reception.storage.ledger.audit import Audit, Tries
from reception.storage.ledger.authority import AuthorityRow
from reception.storage.ledger.board_rows import BoardRows
from reception.storage.ledger.bundles import Bundles
from reception.storage.ledger.closing_rows import ClosingRows
from reception.storage.ledger.counted_rows import CountedRows
from reception.storage.ledger.dossier_rows import DossierRows
from reception.storage.ledger.enrolment import Agencies, Devices, Invitations
from reception.storage.ledger.figure_rows import FigureRows
from reception.storage.ledger.packs import Packs
from reception.storage.ledger.portals import Portals
from reception.storage.ledger.projecting import Listing, Projection, Unfolded
from reception.storage.ledger.proofs import Proofs
from reception.storage.ledger.reading import Chains, Log
from reception.storage.ledger.redacting import Redacting
from reception.storage.ledger.report_rows import ReportRows
from reception.storage.ledger.rows import Appended, NewEvent
from reception.storage.ledger.twins import TwinRows
from reception.storage.ledger.users import ServerUsers, Sessions


class Work(
    AuthorityRow, Agencies, Invitations, Devices, Chains, Log, Quarantine,
    Listing, Unfolded, Projection, BoardRows, CountedRows, FigureRows, ReportRows, ClosingRows,
    DossierRows, ServerUsers, Sessions, Audit, Tries, Proofs, TwinRows,
    Bundles,
    Packs,
    Portals,
    AboveRow,
    Redacting,
):  # fmt: skip
    """One transaction; what each part can do stands in its own module."""

    def append(
        self,
        agency: str,
        events: Sequence[NewEvent],
        received_at: datetime,
        signature: bytes,
    ) -> Appended:
        """Give one device's next events their positions; see :func:`appending.append`."""
        return appending.append(self.connection, agency, events, received_at, signature)
