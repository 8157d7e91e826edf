"""Which update pack of the server's a desk has to fetch: the one it offered last, if newer."""

from __future__ import annotations

import re

from reception import __version__
from reception.domain.program_offer import ProgramOffered
from reception.domain.scan import MOST_BYTES
from reception.domain.submission import names_content
from reception.storage.announced import program_offered
from reception.storage.store import Store
from reception.sync.program_files import ordered

_VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){2}")


def newer_offer(store: Store) -> ProgramOffered | None:
    """The server's last offer, if it is newer than this program."""
    offer = program_offered(store)
    if offer is None or not _is_possible(offer) or ordered(offer.version) <= ordered(__version__):
        return None
    return offer


def _is_possible(offer: ProgramOffered) -> bool:
    named = bool(_VERSION.fullmatch(offer.version)) and names_content(offer.sha256)
    return named and 0 < offer.size <= MOST_BYTES
