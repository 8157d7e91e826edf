"""What commands say of a register's lock."""

from __future__ import annotations

OPEN_WORDS = (
    "Sổ này CHƯA được khoá: ai lấy được thư mục dữ liệu đều đọc được;"
    " hãy khoá bằng “reception key encrypt --new-passphrase-file TỆP”."
)


def keep_words(recovery_key: str) -> str:
    """What to do with a recovery key: it is told this once."""
    return (
        f"Khoá phục hồi: {recovery_key}. Hãy chép ra giấy và cất nơi an toàn, xa máy này; quên mật"
        " khẩu mà mất cả khoá này thì không ai mở được sổ. Khoá chỉ hiện một lần này."
    )
