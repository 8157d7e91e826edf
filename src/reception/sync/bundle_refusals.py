"""Why a bundle cannot be taken or written, each as one sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from reception.domain.errors import RuleViolation, Trouble, disk_words


def not_a_bundle() -> RuleViolation:
    """The file is something else."""
    return RuleViolation(
        "not-a-bundle",
        "Tệp này không phải là gói trao đổi của chương trình; hãy chọn đúng tệp gói trên USB.",
    )


def truncated() -> Trouble:
    """The file ends too early."""
    return Trouble(
        "bundle-truncated",
        "Gói trao đổi bị thiếu phần cuối, có lẽ do rút USB quá sớm;"
        " hãy chép lại tệp từ máy gửi và chờ chép xong rồi mới rút USB.",
    )


def damaged() -> Trouble:
    """The file is not the one that was written."""
    return Trouble(
        "bundle-damaged",
        "Gói trao đổi đã bị hỏng; hãy chép lại tệp từ máy gửi,"
        " nếu vẫn hỏng thì xuất một gói mới ra USB khác.",
    )


def forged() -> RuleViolation:
    """The file is whole, but the named sender did not sign it."""
    return RuleViolation(
        "bundle-forged",
        "Chữ ký của gói trao đổi không phải của máy gửi ghi trong gói, nội dung có thể bị làm giả;"
        " hãy giữ lại tệp, đừng dùng và báo ngay cho quản trị.",
    )


def unknown_sender() -> RuleViolation:
    """Nobody here knows a key of the sender."""
    return RuleViolation(
        "bundle-unknown-sender",
        "Gói trao đổi do một máy chưa đăng ký hoặc đã bị thu hồi gửi đến;"
        " hãy hỏi quản trị xem máy gửi đã được đăng ký chưa.",
    )


def foreign() -> RuleViolation:
    """The file is sealed to another machine's key."""
    return RuleViolation(
        "bundle-foreign",
        "Gói trao đổi này được niêm phong cho máy khác nên máy này không mở được;"
        " hãy mang đến đúng máy nhận, hoặc lấy gói đã xuất cho máy này.",
    )


def newer() -> Trouble:
    """A later version of the program wrote the file."""
    return Trouble(
        "bundle-newer",
        "Gói trao đổi do phiên bản mới hơn của chương trình lập;"
        " hãy cập nhật chương trình trên máy này rồi nhận lại, tệp vẫn dùng được.",
    )


def too_large(limit: int) -> Trouble:
    """There is more than one file may hold."""
    return Trouble(
        "bundle-too-large",
        f"Gói trao đổi lớn quá {limit // 1_000_000} MB nên không chứa được trong một tệp;"
        " hãy chia ra xuất thành nhiều gói.",
    )


def unreadable(path: Path, error: OSError) -> Trouble:
    """The disk or stick does not give the file."""
    return Trouble(
        "bundle-unreadable",
        f"Không đọc được {path} ({disk_words(error)});"
        " hãy kiểm tra USB còn cắm không, cắm lại rồi làm lại.",
    )


def unwritable(path: Path, error: OSError) -> Trouble:
    """The disk or stick does not take the file."""
    return Trouble(
        "bundle-unwritable",
        f"Không ghi được {path} ({disk_words(error)});"
        " hãy kiểm tra USB, dọn bớt chỗ trống hoặc dùng USB khác rồi làm lại.",
    )
