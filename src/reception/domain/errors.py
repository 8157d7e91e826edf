"""Failures that say whose turn it is."""

from __future__ import annotations

import errno

_DISK_WORDS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không đủ quyền",
    errno.EPERM: "không đủ quyền",
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EFBIG: "ổ đĩa đầy",
    errno.EROFS: "ổ đĩa chỉ đọc được",
    errno.EISDIR: "đó là một thư mục",
    errno.ENOTDIR: "trên đường dẫn có một tệp không phải thư mục",
    errno.EEXIST: "đã có tệp cùng tên",
}


class RuleViolation(Exception):
    """A rule of law or of the desk forbids this; the clerk can act on it.

    The text is one plain Vietnamese sentence that says what to do. ``code`` names the rule for
    programs and tests; ``field`` names the input at fault, if one is.
    """

    def __init__(self, code: str, text: str, *, field: str | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.field = field


class Trouble(Exception):
    """The machine, the disk or the network failed; retry or call for help.

    The text is one plain Vietnamese sentence that says what to do.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


def disk_words(error: OSError) -> str:
    """Why the disk refused, in Vietnamese where it is one of the usual reasons."""
    return _DISK_WORDS.get(error.errno or 0, error.strerror or str(error))
