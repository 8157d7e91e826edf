"""A month's results made public: drafted, looked at and signed, confirmed; what was before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.accounts import Right
from reception.domain.list_frame import Period
from reception.domain.publication import (
    Standing,
    month_before,
    month_text,
    month_words,
    parse_month,
)
from reception.services import publication
from reception.services.desk import Desk
from reception.services.publication import Told
from reception.ui.books.list_print import ListPreview, PrintedList
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.intake.inputs import Pick
from reception.ui.labels import DataLabel, FormField, Heading, StatusChip
from reception.ui.notes import Note, Problem
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.theme import Tone
from reception.ui.workplace import Workplace

_MONTHS = 12
_SPOKEN_LINES = 11
_TONES = {
    Standing.OVERDUE: Tone.BAD,
    Standing.DUE_TODAY: Tone.BAD,
    Standing.REMINDER: Tone.WARNING,
    Standing.DRAFT: Tone.INFO,
    Standing.PUBLISHED: Tone.GOOD,
    Standing.TO_COME: Tone.IDLE,
}


@dataclass(frozen=True, slots=True)
class _Seen:
    """How the chosen month stands, its draft's spoken text, and all that was published."""

    told: Told
    spoken: str
    published: list[Told]


class PublicationPanel(QScrollArea):
    """From the draft to the head's confirmation, for one month."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.month = Pick(_months(workplace.rules))
        self.chip = StatusChip()
        self.standing = DataLabel()
        self.changed = Problem()
        self.problem = Problem()
        self.said = DataLabel()
        self.draft_button = self._button(
            self.tr("Lập bản nháp (Ctrl+Enter)"), self.draft, "Ctrl+Return"
        )
        self.draft_button.setProperty("kind", "main")
        self.look_button = self._button(self.tr("Xem, in để ký (Ctrl+P)"), self.look, "Ctrl+P")
        self.open_button = self._button(self.tr("Mở thư mục"), self.open_folder)
        self.confirm_button = self._button(self.tr("Đã ký, xác nhận công bố…"), self.confirm)
        self.spoken = QPlainTextEdit()
        self.spoken.setReadOnly(True)
        self.spoken.setTabChangesFocus(True)
        self.spoken.setPlaceholderText(self.tr("Lập bản nháp thì lời đọc hiện ở đây."))
        self.spoken.setAccessibleName(self.tr("Lời đọc loa truyền thanh"))
        self.published = DataLabel()
        self._lay_out()
        self.setFocusProxy(self.month)
        self.month.currentIndexChanged.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Read how it stands now."""
        super().showEvent(event)
        self.refresh()

    @property
    def chosen(self) -> Period:
        """The month that is asked about."""
        return parse_month(self.month.value())

    @property
    def folder(self) -> Path:
        """Where its files lie, or will."""
        from reception.services.publication_pack import FOLDER, folder_of

        return folder_of(self._workplace.folder / FOLDER, self.chosen)

    def refresh(self) -> None:
        """Read everything anew."""
        self.problem.say("")
        self._workplace.in_lane(
            partial(_see, month=self.chosen, folder=self.folder), self._show, owner=self
        )

    def draft(self) -> None:
        """Write the month's files."""
        self.problem.say("")
        self._set_busy(busy=True)
        workplace = self._workplace
        workplace.tasks.run_long(
            partial(
                _drafted, workplace.desk, self.chosen, self.folder.parent, workplace.account.login
            ),
            self._drafted,
            self._failed,
            on_ended=lambda: self._set_busy(busy=False),
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def look(self) -> None:
        """Show the draft's paper, to be printed and signed."""
        file = self.folder / f"{self.folder.name}.pdf"
        try:
            pdf = file.read_bytes()
        except OSError:
            self.problem.say(self.tr("Chưa có bản nháp của tháng này; hãy lập bản nháp trước."))
            return
        ListPreview(self._workplace, self.window(), PrintedList(pdf, file.name))

    def open_folder(self) -> None:
        """Open the folder for whoever puts the files on the web or a stick."""
        if self.folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
        else:
            self.problem.say(self.tr("Chưa có bản nháp của tháng này; hãy lập bản nháp trước."))

    def confirm(self) -> None:
        """Ask whether it was signed and posted, and write that down."""
        question = self.tr(
            "Bản công bố {month} đã được thủ trưởng ký và niêm yết? Việc xác nhận ghi lại số liệu"
            " và các tệp đã công bố."
        ).format(month=month_words(self.chosen))
        if self._workplace.messages.ask(question, self.tr("Xác nhận đã công bố")):
            self._workplace.in_lane(
                partial(
                    publication.confirm, month=self.chosen, folder=self.folder,
                    by=self._workplace.account.login,
                ),
                lambda _event: self._confirmed(),
                self._failed,
                owner=self,
            )  # fmt: skip

    def _confirmed(self) -> None:
        self._workplace.messages.toast(self.tr("Đã ghi: kết quả tháng đã công bố."))
        self.refresh()

    def _drafted(self, files: tuple[str, ...]) -> None:
        told = self.tr("Đã lập {count} tệp tại {folder}.")
        self.said.setText(told.format(count=len(files), folder=_wrapping(self.folder)))
        self.refresh()

    def _failed(self, failure: Failure) -> None:
        self.said.clear()
        self.problem.say(failure.text)

    def _show(self, seen: _Seen) -> None:
        if seen.told.month != self.chosen:
            return  # another was chosen meanwhile
        self.chip.show_state(self._chip_words(seen.told.standing), _TONES[seen.told.standing])
        self.standing.setText(self._standing_words(seen.told))
        changed = self.tr("Số liệu đã đổi từ khi công bố: {changed}. Hãy lập lại và công bố lại.")
        self.changed.say(changed.format(changed=seen.told.changed) if seen.told.changed else "")
        self.spoken.setPlainText(seen.spoken)
        but = self.tr("Đã đổi: {changed}.")
        self.published.setText(
            "\n".join(
                f"{one.words} {but.format(changed=one.changed)}" if one.changed else one.words
                for one in seen.published
            )
            or self.tr("Chưa công bố tháng nào.")
        )

    def _standing_words(self, told: Told) -> str:
        if told.closed is None:
            return told.words
        closed = self.tr("Số liệu tháng đã chốt ngày {day}: bản công bố dùng số đã chốt.")
        return f"{told.words} {closed.format(day=told.closed.day)}"

    def _chip_words(self, standing: Standing) -> str:
        return {
            Standing.OVERDUE: self.tr("Quá hạn công bố"),
            Standing.DUE_TODAY: self.tr("Hạn hôm nay"),
            Standing.REMINDER: self.tr("Sắp đến hạn"),
            Standing.DRAFT: self.tr("Chờ công bố"),
            Standing.PUBLISHED: self.tr("Đã công bố"),
            Standing.TO_COME: self.tr("Chưa đến ngày"),
        }[standing]

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.draft_button, self.look_button, self.confirm_button):
            button.setEnabled(not busy)
        self._allow()

    def _allow(self) -> None:
        """Only who may approve confirms."""
        if not self._workplace.account.may(Right.APPROVE):
            self.confirm_button.setEnabled(False)
            self.confirm_button.setToolTip(self.tr("Lãnh đạo hoặc quản trị mới xác nhận được."))

    def _button(self, words: str, act: Callable[[], object], keys: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        return button

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for label in (self.standing, self.said, self.published):
            label.setWordWrap(True)
        self.spoken.setMinimumHeight(self.fontMetrics().height() * _SPOKEN_LINES)
        buttons = FlowLayout()
        for button in (
            self.draft_button, self.look_button, self.open_button, self.confirm_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        head = FlowLayout(spacing=12)
        head.addWidget(FormField(self.tr("&Tháng"), self.month))
        head.addWidget(self.chip)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addLayout(head)
        for part in (self.standing, self.changed, self.problem):
            column.addWidget(part)
        column.addLayout(buttons)
        for part in (
            self.said,
            Note(self.tr("Bản công bố không có tên, số điện thoại, địa chỉ của người nộp.")),
            Heading(self.tr("Lời đọc loa truyền thanh"), level=2),
            self.spoken,
            Heading(self.tr("Các tháng đã công bố"), level=2),
            self.published,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self._allow()


def _months(rules: Desk) -> list[tuple[str, str]]:
    """The month before this one, and eleven more back."""
    months: list[Period] = []
    month = month_before(rules.now().date())
    for _n in range(_MONTHS):
        months.append(month)
        month = month_before(month.from_on)
    return [(month_text(one), month_words(one).capitalize()) for one in months]


def _see(desk: Desk, month: Period, folder: Path) -> _Seen:
    published = publication.all_published(desk)
    known = next((one for one in published if one.month == month), None)
    spoken = folder / f"loa-{month_text(month)}.txt"
    # Whoever mended it may have kept it in letters of another kind.
    text = spoken.read_text("utf-8-sig", errors="replace") if spoken.is_file() else ""
    return _Seen(known or publication.told(desk, month, None), text, published)


def _drafted(
    desk: Desk, month: Period, within: Path, by: str, _progress: Progress
) -> tuple[str, ...]:
    """Draft on a desk of this lane's own, so that the others go on meanwhile."""
    from reception.services import publication_pack

    with closing(desk.another()) as own:
        return publication_pack.draft(own, month, within, by=by).files


def _wrapping(folder: Path) -> str:
    """A path that may be broken after its separators."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")
