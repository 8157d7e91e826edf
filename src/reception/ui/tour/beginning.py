"""When the tour begins, what it points at, and remembering who has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.ui.tour import SEEN
from reception.ui.tour.tour import Step, Tour

if TYPE_CHECKING:
    from reception.ui.workspace import Workspace

translate = QCoreApplication.translate


def begin_tour(workspace: Workspace) -> Tour:
    """Lead over the home page from the first step on; ended, it is remembered as seen."""
    workspace.go_home()
    tour = Tour(workspace.home, _steps(workspace))
    place = workspace.workplace

    def seen() -> None:
        place.memory.keep(SEEN.format(login=place.account.login), "seen")

    tour.ended.connect(seen)
    return tour


def _steps(workspace: Workspace) -> list[Step]:
    home, bar = workspace.home, workspace.top_bar
    return [
        Step(
            home.receive,
            translate(
                "Tour",
                "Người dân tới quầy thì bắt đầu ở đây: nhấn F2, hoặc quét thẻ căn cước của họ ở bất"
                " kỳ màn hình nào.",
            ),
        ),
        Step(
            workspace.pages.search_box,
            translate(
                "Tour",
                "Tìm hồ sơ: nhấn F3 rồi gõ tên không dấu, mã hồ sơ hoặc số điện thoại. Quét mã trên"
                " giấy hẹn thì hồ sơ mở ra ngay.",
            ),
        ),
        Step(
            home.figures,
            translate(
                "Tour",
                "Việc của hôm nay bằng con số. Nhấn Tab tới một ô rồi Enter để xem danh sách ấy.",
            ),
        ),
        Step(
            home.pressing,
            translate(
                "Tour",
                "Việc gấp nằm ở đây, quá hạn trước. Mũi tên chọn dòng, Enter mở hồ sơ.",
            ),
        ),
        Step(
            workspace.rail,
            translate(
                "Tour",
                "Các trang khác. Nhấn F6 để chuyển giữa ô tìm, trang và cột này; Esc để quay lại.",
            ),
        ),
        Step(
            bar.person,
            translate(
                "Tour", "Rời quầy thì nhấn Ctrl+L để khoá màn hình. Đổi mã PIN của mình cũng ở đây."
            ),
        ),
        Step(
            bar.help,
            translate(
                "Tour",
                "Nhấn F1 ở bất kỳ đâu để xem trợ giúp về đúng màn hình ấy, và để xem lại các bước"
                " này. Muốn tập mà không sợ hỏng: nút “Tập làm” ở màn hình đăng nhập.",
            ),
        ),
    ]
