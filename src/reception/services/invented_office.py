"""What the invented office keeps besides dossiers: its roster, feedback, and its targets."""

from __future__ import annotations

from datetime import timedelta

from reception.domain.accounts import Account
from reception.domain.applicant import Party
from reception.domain.feedback_events import FeedbackChannel, FeedbackKind
from reception.domain.roster import parse_halves, week_of
from reception.domain.roster_events import OnDuty
from reception.services import feedback, roster, targets
from reception.services.desk import Desk
from reception.services.feedback import FeedbackRequest

_TARGETS = {"on-time": 98_00, "online": 50_00, "digitised": 80_00}
_HALVES = ("2-6", "2-6", "2s 3s 4s 5s 6s", "3c 5c")
_WEEKS = 3
_NOTICE_BOARD = FeedbackRequest(
    "Bảng niêm yết thủ tục treo cao, người già không đọc được; đề nghị hạ thấp và in chữ to.",
    FeedbackKind.CONDUCT,
    sender=Party("Giàng Thị Dợ", phone="0912 345 001"),
)
_LAND = FeedbackRequest(
    "Nộp hồ sơ đất đai hai lần đều được bảo về bổ sung, mỗi lần một loại giấy khác nhau.",
    FeedbackKind.CONDUCT,
    FeedbackChannel.PHONE,
    field="Đất đai",
)
_SATURDAY = FeedbackRequest(
    "Đề nghị quầy nhận hồ sơ cả sáng thứ Bảy vì bà con đi nương cả tuần.",
    FeedbackKind.REGULATION,
    FeedbackChannel.LETTER,
    sender=Party("Lò Văn Hặc", phone="0912 345 002"),
)


def keep_office(
    desk: Desk, clerk: Account, leader: Account, specialists: tuple[Account, ...]
) -> None:
    """Plan the last weeks and this one, take feedback down and answer some, set targets."""
    _plan(desk, (clerk, *specialists, leader), by=leader.login)
    _hear(desk, clerk.login, specialists[0], leader.login)
    for name, percent in _TARGETS.items():
        targets.set_target(
            desk, desk.now().year, name, percent, basis="Kế hoạch năm của xã", by=leader.login
        )


def _plan(desk: Desk, people: tuple[Account, ...], *, by: str) -> None:
    for weeks_ago in reversed(range(_WEEKS)):
        week_on = week_of(desk.now().date()) - timedelta(weeks=weeks_ago)
        planned = [
            OnDuty(one.name, one.login, halves=parse_halves(halves, week_on))
            for one, halves in zip(people, _HALVES, strict=True)
        ]
        roster.set_week(desk, week_on, planned, by=by)


def _hear(desk: Desk, clerk: str, specialist: Account, leader: str) -> None:
    board, land, _saturday = (
        feedback.receive(desk, request, by=clerk) for request in (_NOTICE_BOARD, _LAND, _SATURDAY)
    )
    feedback.route(desk, land.feedback_id, "Phòng Kinh tế", specialist.name, by=specialist.login)
    done = "Trung tâm đã hạ bảng niêm yết xuống ngang tầm mắt và in lại chữ cỡ lớn."
    feedback.answer(desk, board.feedback_id, done, by=specialist.login)
    feedback.publish(desk, board.feedback_id, "Bảng niêm yết treo cao, chữ nhỏ", done, by=leader)
