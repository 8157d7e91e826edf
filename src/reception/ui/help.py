"""The sheet of keys: one table, from which the window also takes its shortcuts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel, Heading
from reception.ui.translation import QT_TRANSLATE_NOOP

_LETTERS_BESIDE = 42


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the window: the sequences that press it, and what it does in words."""

    name: str
    sequences: tuple[str, ...]
    words: str

    def shortcuts(self) -> list[QKeySequence]:
        """The sequences for Qt."""
        return [QKeySequence(sequence) for sequence in self.sequences]

    def pressed(self) -> str:
        """The keys as they are written on a Vietnamese keyboard."""
        either = QCoreApplication.translate("KeySheet", " hoặc ")
        return either.join(
            QCoreApplication.translate("KeySheet", sequence) for sequence in self.sequences
        )

    def act(self) -> str:
        """What it does, in the window's language."""
        return QCoreApplication.translate("KeySheet", self.words)


ANYWHERE = (
    Key("help", ("F1",), QT_TRANSLATE_NOOP("KeySheet", "Trợ giúp về trang này")),
    Key("intake", ("F2", "Ctrl+N"), QT_TRANSLATE_NOOP("KeySheet", "Tiếp nhận hồ sơ mới")),
    Key("search", ("F3", "Ctrl+F"), QT_TRANSLATE_NOOP("KeySheet", "Tìm hồ sơ")),
    Key("refresh", ("F5",), QT_TRANSLATE_NOOP("KeySheet", "Làm mới màn hình")),
    Key("area", ("F6",), QT_TRANSLATE_NOOP("KeySheet", "Sang vùng khác của cửa sổ")),
    Key("certify", ("F7",), QT_TRANSLATE_NOOP("KeySheet", "Chứng thực")),
    Key("home", ("Ctrl+1",), QT_TRANSLATE_NOOP("KeySheet", "Hôm nay")),
    Key("dossiers", ("Ctrl+2",), QT_TRANSLATE_NOOP("KeySheet", "Danh sách hồ sơ")),
    Key("catalogue", ("Ctrl+3",), QT_TRANSLATE_NOOP("KeySheet", "Danh mục thủ tục")),
    Key("settings", ("Ctrl+4",), QT_TRANSLATE_NOOP("KeySheet", "Thiết lập")),
    Key("apologies", ("Ctrl+5",), QT_TRANSLATE_NOOP("KeySheet", "Xin lỗi, hẹn lại")),
    Key("feedback", ("Ctrl+K",), QT_TRANSLATE_NOOP("KeySheet", "Phản ánh, kiến nghị")),
    Key("books", ("Ctrl+6",), QT_TRANSLATE_NOOP("KeySheet", "Sổ và danh sách")),
    Key("figures", ("Ctrl+B",), QT_TRANSLATE_NOOP("KeySheet", "Số liệu, báo cáo")),
    Key("exchange", ("Ctrl+7",), QT_TRANSLATE_NOOP("KeySheet", "Trao đổi với máy chủ")),
    Key("reviews", ("Ctrl+8",), QT_TRANSLATE_NOOP("KeySheet", "Việc cần xem lại")),
    Key("inbox", ("Ctrl+9",), QT_TRANSLATE_NOOP("KeySheet", "Hồ sơ nộp trực tuyến")),
    Key("larger", ("Ctrl++", "Ctrl+="), QT_TRANSLATE_NOOP("KeySheet", "Chữ to hơn")),
    Key("smaller", ("Ctrl+-",), QT_TRANSLATE_NOOP("KeySheet", "Chữ nhỏ hơn")),
    Key("usual", ("Ctrl+0",), QT_TRANSLATE_NOOP("KeySheet", "Cỡ chữ thường")),
    Key("citizen", ("F11",), QT_TRANSLATE_NOOP("KeySheet", "Màn hình cho người dân: bật, tắt")),
    Key("lock", ("Ctrl+L",), QT_TRANSLATE_NOOP("KeySheet", "Khoá màn hình, đổi người")),
    Key("back", ("Esc",), QT_TRANSLATE_NOOP("KeySheet", "Đóng, về màn hình trước; nháp vẫn giữ")),
)
"""What works on every screen; the window makes its shortcuts of these."""

ON_A_SCREEN = (
    Key("next", ("Enter",), QT_TRANSLATE_NOOP("KeySheet", "Sang ô kế tiếp, mở dòng đang chọn")),
    Key("why", ("F4",), QT_TRANSLATE_NOOP("KeySheet", "Vì sao hẹn ngày ấy; trong ô: mở danh sách")),
    Key(
        "same",
        ("F8",),
        QT_TRANSLATE_NOOP("KeySheet", "Vẫn người ấy, thủ tục kế tiếp"),
    ),
    Key("reprint", ("F9",), QT_TRANSLATE_NOOP("KeySheet", "In lại giấy gần nhất")),
    Key(
        "together",
        ("Shift+F9",),
        QT_TRANSLATE_NOOP("KeySheet", "Một giấy chung cho các hồ sơ người ấy vừa nộp"),
    ),
    Key(
        "receive",
        ("Ctrl+Enter",),
        QT_TRANSLATE_NOOP("KeySheet", "Tiếp nhận, in và sẵn sàng cho người kế tiếp"),
    ),
    Key(
        "acts",
        ("F10", "Alt+V"),
        QT_TRANSLATE_NOOP("KeySheet", "Mọi việc làm được với hồ sơ đang mở"),
    ),
    Key("forward", ("Alt+C",), QT_TRANSLATE_NOOP("KeySheet", "Chuyển hồ sơ đang mở")),
    Key("result", ("Alt+K",), QT_TRANSLATE_NOOP("KeySheet", "Ghi kết quả")),
    Key(
        "hand-over",
        ("Alt+T",),
        QT_TRANSLATE_NOOP("KeySheet", "Trả kết quả; tiếp tục hồ sơ tạm dừng"),
    ),
    Key("supplied", ("Alt+N",), QT_TRANSLATE_NOOP("KeySheet", "Nhận bổ sung")),
    Key("undo", ("Ctrl+Z",), QT_TRANSLATE_NOOP("KeySheet", "Huỷ tiếp nhận trong 10 phút")),
    Key(
        "print",
        ("Ctrl+P",),
        QT_TRANSLATE_NOOP("KeySheet", "In giấy của hồ sơ; khi tiếp nhận: in hướng dẫn"),
    ),
    Key("papers", ("Alt+I",), QT_TRANSLATE_NOOP("KeySheet", "Giấy tờ khác của hồ sơ đang mở")),
    Key("survey", ("Alt+J",), QT_TRANSLATE_NOOP("KeySheet", "Khảo sát hài lòng về hồ sơ đang mở")),
    Key("copy", ("Ctrl+C",), QT_TRANSLATE_NOOP("KeySheet", "Chép các dòng đang chọn")),
    Key(
        "export", ("Ctrl+E",), QT_TRANSLATE_NOOP("KeySheet", "Lưu danh sách đang xem ra bảng tính")
    ),
)
"""What single screens add."""

IN_PAPERS = (
    Key(
        "count",
        (QT_TRANSLATE_NOOP("KeySheet", "Phím số"),),
        QT_TRANSLATE_NOOP("KeySheet", "Số bản chính; sau phím → là số bản sao"),
    ),
    Key(
        "missing",
        (QT_TRANSLATE_NOOP("KeySheet", "Dấu cách"),),
        QT_TRANSLATE_NOOP("KeySheet", "Đánh dấu thiếu, đủ hoặc không nộp"),
    ),
    Key("add", ("Insert",), QT_TRANSLATE_NOOP("KeySheet", "Thêm giấy tờ ngoài danh mục")),
    Key("remove", ("Delete",), QT_TRANSLATE_NOOP("KeySheet", "Bỏ dòng đang chọn")),
)
"""What the table of a dossier's papers adds."""

IN_LISTS = (
    Key(
        "mark",
        (QT_TRANSLATE_NOOP("KeySheet", "Dấu cách"),),
        QT_TRANSLATE_NOOP("KeySheet", "Đánh dấu dòng để làm nhiều hồ sơ một lần"),
    ),
    Key("mark-all", ("Ctrl+A",), QT_TRANSLATE_NOOP("KeySheet", "Đánh dấu hết")),
    Key(
        "work", ("Ctrl+Enter",), QT_TRANSLATE_NOOP("KeySheet", "Làm việc với các dòng đã đánh dấu")
    ),
    Key("open", ("Enter",), QT_TRANSLATE_NOOP("KeySheet", "Mở dòng đang chọn")),
    Key(
        "numbers",
        ("F12",),
        QT_TRANSLATE_NOOP("KeySheet", "Hiện số định danh, điện thoại; việc hiện số được ghi lại"),
    ),
)
"""What lists with marks add; the apologies sign by the same key."""

IN_APOLOGIES = (
    Key("sign", ("Ctrl+Enter",), QT_TRANSLATE_NOOP("KeySheet", "Ký thư (thẻ “Dự thảo”)")),
    Key(
        "edit",
        ("Enter",),
        QT_TRANSLATE_NOOP("KeySheet", "Ghi lý do, sửa dự thảo; ở thẻ “Đã ký”: đường gửi"),
    ),
    Key("letter", ("Ctrl+P",), QT_TRANSLATE_NOOP("KeySheet", "Xem dự thảo; ở thẻ “Đã ký”: in thư")),
    Key(
        "tabs", ("Alt+D", "Alt+K"), QT_TRANSLATE_NOOP("KeySheet", "Sang thẻ “Dự thảo”, thẻ “Đã ký”")
    ),
    Key(
        "roads",
        ("1", "2", "3"),
        QT_TRANSLATE_NOOP("KeySheet", "Đường gửi: đã gửi, đã đến nơi, không được"),
    ),
)
"""What the page of apologies adds."""

IN_INBOX = (
    Key(
        "check",
        ("Enter",),
        QT_TRANSLATE_NOOP("KeySheet", "Kiểm tra, sửa rồi tiếp nhận ở trang tiếp nhận"),
    ),
    Key(
        "accept", ("Ctrl+Enter",), QT_TRANSLATE_NOOP("KeySheet", "Tiếp nhận ngay, đúng như đã nộp")
    ),
    Key("files", ("Alt+P",), QT_TRANSLATE_NOOP("KeySheet", "Tệp đính kèm; Enter mở tệp")),
    Key("answer", ("Alt+B", "Alt+T"), QT_TRANSLATE_NOOP("KeySheet", "Yêu cầu bổ sung, từ chối")),
)
"""What the page of online submissions adds."""

IN_EXCHANGE = (
    Key("exchange-now", ("Ctrl+Enter",), QT_TRANSLATE_NOOP("KeySheet", "Trao đổi ngay")),
    Key("compare", ("Alt+S",), QT_TRANSLATE_NOOP("KeySheet", "So với máy chủ")),
    Key("sticks", ("Alt+U", "Alt+N"), QT_TRANSLATE_NOOP("KeySheet", "Ghi ra USB, nhận từ USB")),
    Key(
        "packs",
        ("Alt+L", "Alt+G"),
        QT_TRANSLATE_NOOP("KeySheet", "Các lần trao đổi, gói cập nhật và lời nhắn"),
    ),
)
"""What the page of the exchange adds."""

IN_BOOKS = (
    Key(
        "look",
        ("Ctrl+Enter",),
        QT_TRANSLATE_NOOP("KeySheet", "Xem trước; khi bàn giao: bàn giao và in phiếu"),
    ),
    Key("print-book", ("Ctrl+P",), QT_TRANSLATE_NOOP("KeySheet", "In sổ, danh sách đang chọn")),
    Key("save", ("Ctrl+S",), QT_TRANSLATE_NOOP("KeySheet", "Lưu thành PDF")),
    Key("again", ("F9",), QT_TRANSLATE_NOOP("KeySheet", "In lại tờ đang chọn (nhật ký in giấy)")),
    Key("out", ("Delete",), QT_TRANSLATE_NOOP("KeySheet", "Bỏ dòng vừa quét (bàn giao)")),
)
"""What the books add."""

IN_CERTIFICATION = (
    Key("certify-now", ("Ctrl+Enter",), QT_TRANSLATE_NOOP("KeySheet", "Chứng thực")),
    Key("item", ("Insert",), QT_TRANSLATE_NOOP("KeySheet", "Thêm dòng")),
    Key("same-person", ("F8",), QT_TRANSLATE_NOOP("KeySheet", "Cùng người, việc khác")),
    Key("slip", ("F9",), QT_TRANSLATE_NOOP("KeySheet", "In lại phiếu đang chọn")),
)
"""What certifying adds."""

IN_SURVEY = (
    Key("choose", ("1", "2", "3"), QT_TRANSLATE_NOOP("KeySheet", "Trả lời câu hỏi; 0 là bỏ trống")),
    Key("step-back", ("Backspace",), QT_TRANSLATE_NOOP("KeySheet", "Sửa câu trước")),
    Key("sheet", ("Enter",), QT_TRANSLATE_NOOP("KeySheet", "Ghi phiếu, sang phiếu kế tiếp")),
    Key("hand-keypad", ("F11",), QT_TRANSLATE_NOOP("KeySheet", "Để người dân tự trả lời")),
    Key("rate", ("Ctrl+D",), QT_TRANSLATE_NOOP("KeySheet", "Tự chấm chỉ số (lãnh đạo)")),
)
"""What the survey adds."""

IN_FIGURES = (
    Key("behind", ("Enter",), QT_TRANSLATE_NOOP("KeySheet", "Mở hồ sơ của con số đang chọn")),
    Key("period-before", ("Ctrl+PgUp",), QT_TRANSLATE_NOOP("KeySheet", "Kỳ trước")),
    Key("period-after", ("Ctrl+PgDown",), QT_TRANSLATE_NOOP("KeySheet", "Kỳ sau")),
)
"""What the figures add."""


class KeySheet(QScrollArea):
    """All keys at a glance, as one page of the help; the arrows scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Các phím"))
        self._keys: list[DataLabel] = []
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(28)
        # Side by side, so that what is needed most is in sight on a low screen.
        self._add(
            (self.tr("Ở mọi màn hình"), ANYWHERE),
            (self.tr("Khi chứng thực"), IN_CERTIFICATION),
            (self.tr("Ở trang Sổ và danh sách"), IN_BOOKS),
            (self.tr("Khi khảo sát hài lòng"), IN_SURVEY),
            (self.tr("Ở trang Số liệu"), IN_FIGURES),
            (self.tr("Ở trang Nộp trực tuyến"), IN_INBOX),
            (self.tr("Ở trang Trao đổi"), IN_EXCHANGE),
        )
        self._add(
            (self.tr("Khi tiếp nhận và xem hồ sơ"), ON_A_SCREEN),
            (self.tr("Trong bảng giấy tờ của hồ sơ"), IN_PAPERS),
            (self.tr("Trong danh sách hồ sơ"), IN_LISTS),
            (self.tr("Ở trang Xin lỗi, hẹn lại"), IN_APOLOGIES),
        )
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both sides have no room beside each other, they stand one below the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(key.sizeHint().width() for key in self._keys)
        for key in self._keys:
            key.setMinimumWidth(width)
        letters = self.fontMetrics().averageCharWidth() * _LETTERS_BESIDE
        directions = QBoxLayout.Direction
        beside = self.viewport().width() >= 2 * (width + letters)
        self._sides.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _add(self, *groups: tuple[str, tuple[Key, ...]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for title, keys in groups:
            grid.addWidget(Heading(title, 2), grid.rowCount(), 0, 1, 2)
            for key in keys:
                row = grid.rowCount()
                pressed = DataLabel(key.pressed())
                pressed.setObjectName("keys")
                words = DataLabel(key.act())
                words.setWordWrap(True)
                grid.addWidget(pressed, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
                self._keys.append(pressed)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._sides.addLayout(grid, 1)

    def _lay_out(self) -> None:
        scan = DataLabel(
            self.tr(
                "Quét thẻ căn cước ở bất kỳ đâu: mở hồ sơ mới cho người đó."
                " Quét mã trên giấy hẹn: mở hồ sơ ấy."
            )
        )
        scan.setWordWrap(True)
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(16)
        column.addLayout(self._sides)
        column.addWidget(scan)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(table)
