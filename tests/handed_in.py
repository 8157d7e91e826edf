"""Scans that citizens handed in with a submission, as the server above has them in tests."""

from __future__ import annotations

import hashlib
from io import BytesIO

from PIL import Image

from ends import AGENCY, Commune
from reception.domain.submission import Attachment
from reception.storage.scan_pieces import of_agency


def picture(shade: int = 200) -> bytes:
    """A small scan; another shade is another scan."""
    target = BytesIO()
    Image.new("L", (60, 80), shade).save(target, "PNG")
    return target.getvalue()


def handed_in(
    commune: Commune, data: bytes | None = None, name: str = "to-khai.png", *, there: bool = True
) -> Attachment:
    """A scan that a portal tells of; ``there`` says whether its server has it already."""
    content = data or picture()
    if there:
        of_agency(commune.folder / "server-scans", AGENCY).files.put(content)
    return Attachment(hashlib.sha256(content).hexdigest(), name, "image/png", len(content))
