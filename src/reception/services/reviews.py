"""“Việc cần xem lại”: what two desks' acts on one dossier left for a person to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from msgspec import UNSET, UnsetType

from reception.domain.closing_events import ReviewChoice
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Corrected, ReviewSettled
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.field_words import field_words, value_words
from reception.domain.life import Act
from reception.domain.merging import ClashKind
from reception.domain.moments import from_utc_text, short_moment
from reception.domain.text import clean
from reception.services import closed_twice, old_twice
from reception.services.acting import perform_inside
from reception.services.closed_twice import Second
from reception.services.desk import Desk
from reception.services.lookup import EVENT_WORDS
from reception.services.mending import correct, request_of
from reception.storage import foreign, imported_twice, reference, review_rows
from reception.storage.imported_rows import ImportRun
from reception.storage.imported_twice import Twice
from reception.storage.journal import StoredEvent
from reception.storage.listing_foreign import list_dossier
from reception.storage.review_rows import SAME_CODE, SAME_SUBMISSION, ReviewRow

CLOSED_TWICE = "closed-twice"
_FEE_TWICE, _FIELD = ClashKind.FEE_TWICE.value, ClashKind.FIELD.value


@dataclass(frozen=True, slots=True)
class Review:
    """One thing to decide, in words. ``about`` and ``field`` name it for :func:`keep`.

    A period that was closed twice is of no dossier, and has its days for ``owner``.

    ``kept`` is what the dossier says, by ``standing_act``; ``other`` what it does not, by
    ``other_act``: each act by whom, at which desk and when. ``can_take`` says that the other value
    can be taken in one step. Of old registers that were taken over twice, ``imports`` are both, the
    earlier first.
    """

    dossier_id: str
    reference: str
    owner: str
    about: str
    field: str
    kind: str
    words: str
    other_act: str
    at: datetime | None
    can_take: bool
    title: str = ""
    kept: str = ""
    other: str = ""
    standing_act: str = ""
    imports: tuple[ImportRun, ...] = ()


def waiting(desk: Desk, dossier_id: str = "") -> list[Review]:
    """What is left to decide, of all dossiers or of one."""
    found = [_review(desk, row) for row in review_rows.waiting(desk.database, dossier_id)]
    if dossier_id:
        return found
    closed = [_closed_twice(desk, one) for one in closed_twice.unreviewed(desk)]
    return [*closed, *found, *(_of_imports(desk, twice) for twice in old_twice.waiting(desk))]


def _closed_twice(desk: Desk, second: Second) -> Review:
    closing, first = second.closing, second.first
    days = f"{closing.closed.from_on:%d/%m/%Y}–{closing.closed.until_on:%d/%m/%Y}"
    return Review(
        dossier_id="",
        reference="",
        owner=days,
        about=closing.event,
        field="",
        kind=CLOSED_TWICE,
        words=closed_twice.words(desk, second),
        other_act=closed_twice.act_words(desk, closing),
        at=closing.closed.at,
        can_take=False,
        title=f"Số liệu {closed_twice.report_words(closing)} chốt hai lần",
        standing_act=closed_twice.act_words(desk, first),
    )


def _of_imports(desk: Desk, twice: Twice) -> Review:
    """Two imports that brought the same, by one of their dossiers."""
    dossier = desk.store.dossier(twice.dossier)
    acts = [_act_behind(desk, _first_of(desk, one)) for one in (twice.dossier, twice.twin)]
    return Review(
        dossier_id=twice.dossier,
        reference=dossier.reference if dossier else "",
        owner=twice.second.file,
        about=twice.first.run,
        field=imported_twice.FIELD,
        kind=imported_twice.TWICE,
        words=old_twice.words(twice),
        other_act=acts[0][0],
        at=acts[0][1],
        can_take=False,
        title=old_twice.TITLE,
        standing_act=acts[1][0],
        imports=(twice.first, twice.second),
    )


def _first_of(desk: Desk, dossier_id: str) -> str:
    return desk.store.journal.of_entity(dossier_id)[0].hash.hex()


def _review(desk: Desk, row: ReviewRow) -> Review:
    act, at = _act_behind(desk, row.about)
    return Review(
        dossier_id=row.dossier_id,
        reference=row.reference,
        owner=row.owner,
        about=row.about,
        field=row.field,
        kind=row.kind,
        words=_words(desk, row),
        other_act=act,
        at=at,
        can_take=row.kind == _FIELD,
        title=_title(desk, row),
        kept=value_words(row.field, row.kept) if row.kind == _FIELD else "",
        other=value_words(row.field, row.other) if row.kind == _FIELD else "",
        standing_act=_act_behind(desk, row.against)[0],
    )


def _title(desk: Desk, row: ReviewRow) -> str:
    if row.kind == SAME_CODE:
        return "Hai hồ sơ trùng mã"
    if row.kind == SAME_SUBMISSION:
        return "Hai hồ sơ từ một lần nộp trực tuyến"
    if row.kind == _FIELD:
        return f"Hai giá trị: {field_words(row.field)}"
    if row.kind == _FEE_TWICE:
        return "Thu phí hai lần"
    stored = _stored(desk, row.about)
    what = EVENT_WORDS.get(stored.kind, "việc của bản chương trình mới") if stored else "một việc"
    return f"Chưa ghép được: {what}"


def _words(desk: Desk, row: ReviewRow) -> str:
    if row.kind == SAME_CODE:
        twin = review_rows.owner_of(desk.database, row.about)
        return (
            f"Mã {row.kept} được hai bản của cùng một sổ cấp cho hai hồ sơ: hồ sơ này và hồ sơ của"
            f" {twin or '(chưa tải về)'}. Cả hai đều được giữ; hãy ghi rõ tên khi tìm."
        )
    if row.kind == SAME_SUBMISSION:
        twin = desk.store.dossier(row.kept)
        return (
            "Hồ sơ nộp trực tuyến này đã được quầy khác xử lý trước, thành hồ sơ"
            f" {twin.reference if twin else '(chưa tải về)'}; bản đó có hiệu lực. Hãy huỷ tiếp nhận"
            " hồ sơ này nếu trùng, rồi chọn giữ như hiện nay."
        )
    if row.kind == _FIELD:
        return (
            f"{field_words(row.field)}: hồ sơ đang ghi “{value_words(row.field, row.kept)}”, bản"
            f" sửa đến sau ghi “{value_words(row.field, row.other)}”. Hãy hỏi lại người nộp rồi"
            " chọn một."
        )
    if row.kind == _FEE_TWICE:
        return "Hai máy cùng ghi thu phí hồ sơ này; hãy đối chiếu biên lai, thu thừa thì trả lại."
    return row.why or "Việc này không ghép được với việc máy khác đã làm trước."


def _act_behind(desk: Desk, about: str) -> tuple[str, datetime | None]:
    """An act: what, who, at which desk and when."""
    stored = _stored(desk, about)
    if stored is None:
        return "", None
    try:
        header = stored.envelope()
    except ValueError:
        return "", None
    at = from_utc_text(header.at)
    account = reference.account(desk.database, header.by)
    who = account.name if account else header.by
    where = foreign.name_of(desk.database, stored.device)
    what = EVENT_WORDS.get(stored.kind, stored.kind)
    return ", ".join(part for part in (what, who, where, short_moment(at)) if part), at


def _stored(desk: Desk, about: str) -> StoredEvent | None:
    try:
        return desk.store.journal.by_hash(bytes.fromhex(about))
    except ValueError:
        return None


def keep(
    desk: Desk, dossier_id: str, about: str, field: str, *, by: str, note: str = ""
) -> Dossier | None:
    """Leave what stands as it is; what did not fit stays in the history.

    Answers the dossier; of a period that was closed twice there is none.

    Raises:
        RuleViolation: ``no-such-review``.
    """
    if not dossier_id:
        closed_twice.review(desk, about, by=by, note=clean(note))
        return None
    if field == imported_twice.FIELD:
        return old_twice.keep(desk, _found_twice(desk, dossier_id, about), by=by, note=note)
    return _settle(desk, dossier_id, about, field, ReviewChoice.KEPT, by=by, note=note)


def take(desk: Desk, dossier_id: str, about: str, field: str, *, by: str) -> Dossier:
    """Take the other desk's value of a field, as a correction of its own.

    Raises:
        RuleViolation: ``no-such-review``, ``not-a-field``, or the value is not possible.
    """
    found = _found(desk, dossier_id, about, field)
    if found.kind != _FIELD:
        raise RuleViolation(
            "not-a-field",
            "Việc này không phải chọn giữa hai giá trị; hãy giữ như hiện nay, hoặc mở hồ sơ làm"
            " lại việc ấy.",
        )
    dossier = desk.store.dossier(dossier_id)
    stored = desk.store.journal.by_hash(bytes.fromhex(about))
    event = stored.event() if stored else None
    if dossier is None or not isinstance(event, Corrected):
        raise Trouble("review-unreadable", "Không đọc được việc này nữa; hãy giữ như hiện nay.")
    intake = _with(dossier.intake, field, _value(event.intake, field))
    reason = f"chọn giá trị của máy khác: {field_words(field)}"
    correct(desk, dossier_id, request_of(intake), reason=reason, by=by)
    return _settle(desk, dossier_id, about, field, ReviewChoice.TAKEN, by=by, note="")


def _settle(
    desk: Desk,
    dossier_id: str,
    about: str,
    field: str,
    choice: ReviewChoice,
    *,
    by: str,
    note: str,
) -> Dossier:
    _found(desk, dossier_id, about, field)
    event = _id_of(desk, about)

    def make(_dossier: Dossier, at: datetime) -> ReviewSettled:
        return ReviewSettled(at, about, field, choice, clean(note), event)

    with desk.store.writing():
        dossier = perform_inside(desk, dossier_id, Act.SETTLE_REVIEW, make, by=by)
        list_dossier(desk.store, dossier_id)
    return dossier


def _id_of(desk: Desk, about: str) -> str | UnsetType:
    """The id of the event that is decided about; unset where it has none, or it is a dossier."""
    stored = _stored(desk, about)
    try:
        return (stored.envelope().id if stored else "") or UNSET
    except ValueError:
        return UNSET


def _found(desk: Desk, dossier_id: str, about: str, field: str) -> ReviewRow:
    for row in review_rows.waiting(desk.database, dossier_id):
        if (row.about, row.field) == (about, field):
            return row
    raise _gone()


def _found_twice(desk: Desk, dossier_id: str, about: str) -> Twice:
    for twice in old_twice.waiting(desk):
        if (twice.dossier, twice.first.run) == (dossier_id, about):
            return twice
    raise _gone()


def _gone() -> RuleViolation:
    return RuleViolation(
        "no-such-review",
        "Việc này không còn chờ xem lại; hãy mở lại danh sách việc cần xem lại.",
    )


def _value(whole: object, field: str) -> object:
    for name in field.split("."):
        whole = getattr(whole, name)
    return whole


def _with(whole: Any, field: str, value: object) -> Any:  # noqa: ANN401 - any of its dataclasses
    name, _dot, rest = field.partition(".")
    news: Mapping[str, object] = {name: _with(getattr(whole, name), rest, value) if rest else value}
    return replace(whole, **news)
