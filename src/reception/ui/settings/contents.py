"""What the settings hold, in the order in which it stands at the left: one table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Entry:
    """A section by its name, its title, and the page of the help that tells of it alone."""

    name: str
    words: str
    topic: str = ""

    def title(self) -> str:
        """The title in the window's language."""
        return QCoreApplication.translate("Contents", self.words)


CONTENTS = (
    Entry("look", QT_TRANSLATE_NOOP("Contents", "Giao diện")),
    Entry("printing", QT_TRANSLATE_NOOP("Contents", "In giấy tờ"), "printing"),
    Entry("devices", QT_TRANSLATE_NOOP("Contents", "Máy quét mã")),
    Entry("scanning", QT_TRANSLATE_NOOP("Contents", "Quét giấy tờ"), "attachments"),
    Entry("notices", QT_TRANSLATE_NOOP("Contents", "Tin nhắn")),
    Entry("blanks", QT_TRANSLATE_NOOP("Contents", "Giấy in sẵn"), "no-power"),
    Entry("own_secret", QT_TRANSLATE_NOOP("Contents", "Mã PIN của tôi"), "sign-in"),
    Entry("alone", QT_TRANSLATE_NOOP("Contents", "Tự khoá"), "sign-in"),
    Entry("office", QT_TRANSLATE_NOOP("Contents", "Cơ quan")),
    Entry("hours", QT_TRANSLATE_NOOP("Contents", "Giờ làm việc")),
    Entry("people", QT_TRANSLATE_NOOP("Contents", "Người dùng")),
    Entry("wordings", QT_TRANSLATE_NOOP("Contents", "Lời văn mẫu giấy")),
    Entry("backup", QT_TRANSLATE_NOOP("Contents", "Sao lưu"), "backup"),
    Entry("lock", QT_TRANSLATE_NOOP("Contents", "Khoá dữ liệu"), "backup"),
    Entry("audit", QT_TRANSLATE_NOOP("Contents", "Ai đã xem, in, sửa")),
    Entry("inspection", QT_TRANSLATE_NOOP("Contents", "Bộ hồ sơ thanh tra")),
    Entry("retention", QT_TRANSLATE_NOOP("Contents", "Hết thời hạn lưu")),
    Entry("feedback_retention", QT_TRANSLATE_NOOP("Contents", "Lưu phản ánh")),
    Entry("version", QT_TRANSLATE_NOOP("Contents", "Phiên bản")),
    Entry("support", QT_TRANSLATE_NOOP("Contents", "Nhờ hỗ trợ")),
)


def title_of(name: str) -> str:
    """The title of a section."""
    return next(entry for entry in CONTENTS if entry.name == name).title()
