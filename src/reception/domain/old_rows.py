"""Reading the rows of an old register.

Nothing is invented. A zero that a spreadsheet dropped from a number is put back and told; what
cannot be read is told with its column and what to do, and the row stays out until it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from reception.domain.applicant import Address, Party, PartyKind, checked_party
from reception.domain.errors import RuleViolation
from reception.domain.moments import OFFICE_ZONE, date_words
from reception.domain.old_book import OldState
from reception.domain.old_cells import cell_text, named, phone_in, whole_number
from reception.domain.old_columns import Column, ColumnMap, Row
from reception.domain.old_dates import EARLIEST_ON, Cell, OldDay, read_day
from reception.domain.old_entries import BookRules, Finding, OldEntry, ReadRow
from reception.domain.old_letters import Letters, in_unicode
from reception.domain.text import LONGEST_TEXT, clean, fold

_LONG_OPEN = timedelta(days=180)
_SHOWN = 60
_DAYS = (Column.RECEIVED, Column.DUE, Column.RESULT_ON, Column.RETURNED)
_OF_THE_OWNER = {
    "owner.identity": Column.IDENTITY,
    "owner.phone": Column.PHONE,
    "owner.address": Column.ADDRESS,
}
# As a spreadsheet shows a long number in a narrow cell, and saves it in a CSV.
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?[Ee]\+\d+")
# A căn cước of Hà Nội (001), Hà Giang, Cao Bằng, Bắc Kạn or Tuyên Quang (008): then one digit for
# century and sex.
_OF_TWO_ZEROS = re.compile(r"[12468][0-3]\d{8}")
_OVER = (OldState.HANDED_OVER, OldState.REFUSED)
_Days = Mapping[Column, OldDay | None]


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one register, as of a day, by where its columns are."""

    rules: BookRules
    columns: ColumnMap
    today: date
    letters: Letters = Letters.UNICODE

    def texts(self, row: Row) -> list[str]:
        """What each mapped column says, by which a row is known again."""
        return [cell_text(self.cell(row, column)) for column in Column]

    def cell(self, row: Row, column: Column) -> Cell:
        """A row's cell of a column; nothing where the register has none."""
        place = self.columns.get(column)
        return row[place] if place is not None and place < len(row) else None

    def read(self, row: Row) -> ReadRow:
        """The entry of a row, or all that is wrong with it."""
        return _Reading(self, row).outcome()


@dataclass(slots=True)
class _Reading:
    """One row while it is read, and what was found in it so far."""

    reader: RowReader
    row: Row
    findings: list[Finding] = field(default_factory=list[Finding])

    def outcome(self) -> ReadRow:
        owner = self.owner()
        days = {column: self.day(column) for column in _DAYS}
        said = self.text(Column.STATE)
        standing = self.told_standing(said, days)
        self.check_days(days, standing or _by_days(days))
        received = days[Column.RECEIVED]
        if owner is None or received is None or any(not f.doubt for f in self.findings):
            return ReadRow(None, tuple(self.findings))
        entry = self.entry(owner, received, days, standing or _by_days(days), said)
        return ReadRow(entry, tuple(self.findings))

    def entry(
        self, owner: Party, received: OldDay, days: _Days, standing: OldState, said: str
    ) -> OldEntry:
        rules, due = self.reader.rules, days[Column.DUE]
        received_at = _moment(received, rules.received)

        def done(day: OldDay | None) -> datetime | None:
            return max(_moment(day, rules.ended), received_at) if day else None

        result_at, returned_at = done(days[Column.RESULT_ON]), done(days[Column.RETURNED])
        not_granted = standing in {OldState.REFUSED, OldState.STOPPED}
        # What only says where it stands is no result.
        is_result = self.told_standing(said, days) is None
        return OldEntry(
            number=self.text(Column.NUMBER)[:_SHOWN],
            owner=owner,
            procedure_code=self.text(Column.PROCEDURE_CODE),
            procedure=self.text(Column.PROCEDURE),
            field=self.text(Column.FIELD),
            received_at=received_at,
            due_at=_moment(due, rules.due) if due else None,
            ended_at=None if standing is OldState.OPEN else result_at or returned_at,
            handed_over_at=(returned_at or result_at) if standing in _OVER else None,
            standing=standing,
            result=said if is_result and standing is not OldState.OPEN else "",
            reason=said if not_granted else "",
            note=self.note(),
        )

    def owner(self) -> Party | None:
        name = self.text(Column.OWNER)
        if not name:
            self.fault(Column.OWNER, "chưa có họ tên; hãy ghi tên, hoặc xoá dòng này")
            return None
        words = f" {fold(name)} "
        # A name begins with them: many people are called Tâm, Hội or Trạm, and none first.
        is_organisation = any(
            words.startswith(f" {word} ") for word in self.reader.rules.organisations
        )
        address = self.text(Column.ADDRESS)
        in_address = phone_in(address) if Column.PHONE not in self.reader.columns else ""
        party = Party(
            name=name if is_organisation else named(name),
            kind=PartyKind.OTHER if is_organisation else PartyKind.PERSON,
            identity=self.identity(is_person=not is_organisation),
            phone=in_address or self.phone(),
            address=Address(as_written=address),
        )
        return self.checked(party)

    def checked(self, party: Party) -> Party | None:
        try:
            return checked_party(party, today=self.reader.today)
        except RuleViolation as violation:
            if violation.code == "identity-of-organisation":
                return self.checked(replace(party, kind=PartyKind.OTHER))
            column = _OF_THE_OWNER.get(violation.field or "", Column.OWNER)
            self.fault(column, without_stop(violation.text))
            return None

    def identity(self, *, is_person: bool) -> str:
        cell = self.reader.cell(self.row, Column.IDENTITY)
        number = whole_number(cell)
        if number is None:
            text = self.text(Column.IDENTITY)
            if isinstance(cell, float) or _ROUNDED.fullmatch(text):
                self.fault(
                    Column.IDENTITY,
                    "Excel đã làm tròn, mất chữ số; hãy ghi lại đủ số theo giấy tờ",
                )
                return ""
            return text
        if is_person and _OF_TWO_ZEROS.fullmatch(number):
            self.doubt(
                Column.IDENTITY,
                f"ô số đã mất hai số 0 ở đầu, sẽ ghi là 00{number}; hãy đối chiếu giấy tờ",
            )
            return f"00{number}"
        # A cell of digits keeps no zero in front. Eleven are a căn cước that lost one, eight a
        # chứng minh nhân dân; ten of others than persons are an organisation's whole number.
        if len(number) not in {8, 11}:
            return number
        self.doubt(
            Column.IDENTITY,
            f"ô số đã mất số 0 ở đầu, sẽ ghi là 0{number}; hãy đối chiếu giấy tờ",
        )
        return f"0{number}"

    def phone(self) -> str:
        text = self.text(Column.PHONE)
        phone = phone_in(text)
        if text and not phone:
            self.doubt(Column.PHONE, "không phải số điện thoại, sẽ ghi vào ghi chú")
        return phone

    def note(self) -> str:
        """The book's note, and what of its phones is not one number."""
        phone, note = self.text(Column.PHONE), self.text(Column.NOTE)
        if phone and phone_in(phone) not in {phone, f"0{phone}"}:
            note = f"{note}; điện thoại theo sổ cũ: {phone}" if note else f"Điện thoại: {phone}"
        return note[:LONGEST_TEXT]

    def day(self, column: Column) -> OldDay | None:
        cell = self.reader.cell(self.row, column)
        if not cell_text(cell):
            if column is Column.RECEIVED:
                self.fault(column, "chưa có ngày nhận; hãy ghi ngày, như 05/03/2019")
            return None
        day = read_day(in_unicode(cell, self.reader.letters) if isinstance(cell, str) else cell)
        if day is None:
            self.fault(column, "không phải ngày có thật; hãy ghi như 05/03/2019")
        elif day.on < EARLIEST_ON or (day.on > self.reader.today and column is not Column.DUE):
            self.fault(column, f"đọc ra ngày {date_words(day.on)}, không thể có; hãy sửa lại")
        else:
            return day
        return None

    def told_standing(self, said: str, days: _Days) -> OldState | None:
        """Where the dossier stands by the book's words, if they tell and no day says otherwise."""
        if not said:
            return None
        words, returned = f" {fold(said)} ", days[Column.RETURNED]
        for standing, told in self.reader.rules.standings.items():
            contradicted = returned and standing in {OldState.OPEN, OldState.READY}
            if not contradicted and any(f" {word} " in words for word in told):
                return standing
        return None

    def check_days(self, days: _Days, standing: OldState) -> None:
        received, due = days[Column.RECEIVED], days[Column.DUE]
        result, returned = days[Column.RESULT_ON], days[Column.RETURNED]
        if standing is not OldState.OPEN and not (result or returned):
            self.fault(Column.STATE, "đã xong mà không có ngày trả, ngày có kết quả; hãy ghi ngày")
        if received is None:
            return
        for column, day in ((Column.RESULT_ON, result), (Column.RETURNED, returned)):
            if day and day.on < received.on:
                words = date_words(received.on)
                self.fault(column, f"trước ngày nhận {words}; hãy sửa một trong hai ngày")
        if due and due.on < received.on:
            self.doubt(Column.DUE, "ngày hẹn trả trước ngày nhận; hãy xem lại")
        if standing is OldState.OPEN and self.reader.today - received.on > _LONG_OPEN:
            self.doubt(
                Column.RETURNED,
                "chưa có ngày trả, sẽ vào sổ là đang giải quyết; đã trả rồi thì hãy ghi ngày",
            )

    def fault(self, column: Column, words: str) -> None:
        self.findings.append(Finding(column, self.text(column)[:_SHOWN], words))

    def doubt(self, column: Column, words: str) -> None:
        self.findings.append(Finding(column, self.text(column)[:_SHOWN], words, doubt=True))

    def text(self, column: Column) -> str:
        text = cell_text(self.reader.cell(self.row, column))
        return clean(in_unicode(text, self.reader.letters))


def without_stop(sentence: str) -> str:
    """A rule's sentence as it goes on after the place that it is about."""
    return f"{sentence[:1].lower()}{sentence[1:].rstrip('.')}"


def _by_days(days: _Days) -> OldState:
    if days[Column.RETURNED]:
        return OldState.HANDED_OVER
    return OldState.READY if days[Column.RESULT_ON] else OldState.OPEN


def _moment(day: OldDay, usual: time) -> datetime:
    return datetime.combine(day.on, day.hour or usual, OFFICE_ZONE)
