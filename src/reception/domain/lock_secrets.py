"""What opens a locked register by hand: a passphrase that a person chose, or a printed key."""

from __future__ import annotations

import hashlib
import unicodedata

from reception.domain.errors import RuleViolation

SECRET_BYTES = 16
"""A printed key's length: nobody tries out 2 to the 128th."""

# No I, L, O, U: read aloud or copied from paper they are taken for others.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("ILO", "110")
_BITS = 5
_SECRET_LETTERS = -(-SECRET_BYTES * 8 // _BITS)
_CHECK_LETTERS = 2
_GROUP = 4
_FEWEST, _MOST = 10, 128


def written(secret: bytes) -> str:
    """A printed key's secret as groups of four letters, the last two of them a check."""
    letters = _letters(int.from_bytes(secret, "big"), _SECRET_LETTERS) + _check(secret)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def read(text: str) -> bytes:
    """The secret of a printed key as somebody typed it: case, spaces and dashes do not matter.

    Raises:
        RuleViolation: ``recovery-key-mistyped``.
    """
    letters = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_ALIKE)
    whole = len(letters) == _SECRET_LETTERS + _CHECK_LETTERS and set(letters) <= set(_LETTERS)
    number = 0
    for letter in letters[:_SECRET_LETTERS] if whole else "":
        number = number << _BITS | _LETTERS.index(letter)
    if whole and number < 1 << SECRET_BYTES * 8:
        secret = number.to_bytes(SECRET_BYTES, "big")
        if _check(secret) == letters[_SECRET_LETTERS:]:
            return secret
    raise RuleViolation(
        "recovery-key-mistyped",
        "Khoá phục hồi gõ chưa đúng; hãy gõ lại từng nhóm bốn ký tự như trên tờ đã in.",
        field="secret",
    )


def check_passphrase(text: str) -> None:
    """Allow a passphrase that withstands guessing on a stolen PC, or refuse it.

    Raises:
        RuleViolation: ``passphrase-unfit``.
    """
    if not _FEWEST <= len(normal(text)) <= _MOST or len(set(text)) < _GROUP:
        raise RuleViolation(
            "passphrase-unfit",
            f"Mật khẩu mở sổ phải dài từ {_FEWEST} đến {_MOST} ký tự và không lặp đi lặp lại;"
            " hãy chọn vài từ dễ nhớ viết liền nhau.",
            field="passphrase",
        )


def normal(text: str) -> str:
    """A passphrase as it is tried: a typing tool may compose “ư” or leave it decomposed."""
    return unicodedata.normalize("NFC", text)


def _letters(number: int, count: int) -> str:
    return "".join(_LETTERS[number >> _BITS * at & 31] for at in reversed(range(count)))


def _check(secret: bytes) -> str:
    return _letters(int.from_bytes(hashlib.sha256(secret).digest()[:2], "big") >> 6, _CHECK_LETTERS)
