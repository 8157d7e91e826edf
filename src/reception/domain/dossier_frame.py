"""What all papers of one dossier have in common: the office, the day, the number, the codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.applicant import Party
from reception.domain.dossier import Dossier
from reception.domain.intake import Intake
from reception.domain.look_up import place_of
from reception.domain.moments import date_words, in_office_zone, moment_words, short_moment
from reception.domain.money import figures
from reception.domain.office import Office
from reception.domain.paper import Facts, FormWording, Paper, Sentence, Signature, filled_in

LONGEST_IN_QR = 60
MOST_QR_BYTES = 666
"""Version 20 at level M: larger ones would have modules too small for an office's scanner."""

REPLACES = "Thay thế giấy đã cấp trước đó, giấy cũ không còn giá trị"
DRAFT = "DỰ THẢO"
NO_FEE_WORDS = "không thu phí"


@dataclass(frozen=True, slots=True)
class Issue:
    """A paper of a dossier going out: from which office, in which wording, of which moment.

    ``times`` counts its printings, this one included. ``replaces`` says that the printing before
    no longer holds, ``draft`` that nobody has signed it yet. ``complete_by`` is the last day to
    bring what is missing, where a rule sets one. ``look_up`` is the address at which people look
    their dossiers up, empty where the desk knows none.
    """

    office: Office
    wording: FormWording
    at: datetime
    clerk: str = ""
    times: int = 1
    replaces: bool = False
    draft: bool = False
    complete_by: date | None = None
    look_up: str = ""

    def paper(self, dossier: Dossier, facts: Facts, number: str = "") -> Paper:
        """The paper, under the number of its slip, or that of the dossier where it has none."""
        wording, day = self.wording, in_office_zone(self.at)
        number = number.split("/", 1)[0] if number else _number(dossier)
        return Paper(
            form=wording.form,
            reference=dossier.reference,
            governing_body=self.office.governing_body,
            unit_name=self.office.unit_name,
            number=wording.number.format(number=number, year=day.year),
            place_and_date=f"{self.office.place}, ngày {day_words(day)}",
            title=wording.title,
            blocks=filled_in(wording.lines, facts),
            signatures=signatures(wording, facts),
            notes=notes(wording, facts),
            copy_marks=wording.copy_marks,
            reprint=self._stamp(),
            qr=_qr_text(dossier, self) if wording.qr else "",
            code128=dossier.reference,
            layout=wording.layout,
            sent_to=tuple(whom.format_map(facts.words) for whom in wording.sent_to),
            watermark=self.office.watermark,
        )

    def _stamp(self) -> str:
        if self.draft:
            return DRAFT
        if self.replaces:
            return REPLACES
        return f"IN LẠI LẦN {self.times - 1}" if self.times > 1 else ""


def signatures(wording: FormWording, facts: Facts) -> tuple[Signature, ...]:
    """The places to sign, with the names that are known."""
    return tuple(
        Signature(s.title.format_map(facts.words), s.hint, facts.words[s.says] if s.says else "")
        for s in wording.signatures
    )


def notes(wording: FormWording, facts: Facts) -> tuple[str, ...]:
    """The sentences below the signatures."""
    said = filled_in(wording.notes, facts)
    return tuple(note.text for note in said if isinstance(note, Sentence))


# --- facts that every paper of a dossier may show -------------------------------------------------


def common(dossier: Dossier, issue: Issue, person: Party | None = None) -> dict[str, str]:
    """What any paper of a dossier may say; ``person`` is whom it addresses, else the owner."""
    intake, office = dossier.intake, issue.office
    person = person or intake.owner
    first = dossier.first_promise.due_at if dossier.first_promise else None
    return {
        "code": dossier.code,
        "unit": office.name,
        "agency": office.body,
        "office_phone": office.phone,
        "office_address": office.address,
        "applicant": person.name,
        "identity": person.identity,
        "address": person.address.words(),
        "phone": person.phone,
        "email": person.email,
        "procedure": intake.procedure.name,
        "request": ". ".join(part for part in (intake.procedure.name, intake.request) if part),
        "sets": f"{intake.sets:02d}",
        "fee": fee_words(intake),
        "remarks": intake.notes,
        "clerk": issue.clerk,
        "received": moment_words(dossier.opened_at),
        "due": before(dossier.due_at),
        "first_due": before(first) if first != dossier.due_at else "",
        "new_due": before(dossier.apology.new_due_at) if dossier.apology else "",
        "today": date_words(in_office_zone(issue.at).date()),
    }


def fee_words(intake: Intake) -> str:
    """What is to be paid, as it was asked at the desk or as the catalogue says."""
    fee = intake.procedure.fee
    amount = fee.amount_vnd if intake.fee_vnd is None else intake.fee_vnd
    return fee.words if amount is None else amount_vnd_words(amount)


def amount_vnd_words(amount_vnd: int) -> str:
    """A sum in figures; nothing to pay is said in words."""
    return f"{figures(amount_vnd)} đồng" if amount_vnd else NO_FEE_WORDS


def before(moment: datetime | None) -> str:
    """An appointment as the forms write it; empty for none."""
    return f"trước {moment_words(moment)}" if moment else ""


def day_words(moment: datetime) -> str:
    """A day as the forms write it: ``13 tháng 02 năm 2026``."""
    at = in_office_zone(moment)
    return f"{at:%d} tháng {at:%m} năm {at:%Y}"


# --- number and codes -----------------------------------------------------------------------------


def _number(dossier: Dossier) -> str:
    """The running number: the code without its agency, or a slip's number without its year.

    The day stays in it, for the code's last part begins anew every day.
    """
    return dossier.code.partition("-")[2] or dossier.slip_number.split("/", 1)[0]


def _qr_text(dossier: Dossier, issue: Issue) -> str:
    """The least that the QR of a published paper holds (Thông tư 01/2023/TT-VPCP), in its order.

    Dossier code; procedure code; identifier of the person or organisation; title of the paper; name
    of the information system; time of publication; appointment. After them, where a dossier with a
    code can be looked up: no part of the address tells who it is about.
    """
    parts = (
        dossier.reference,
        dossier.intake.procedure.code,
        dossier.intake.owner.identity,
        issue.wording.title,
        issue.wording.system,
        short_moment(issue.at),
        short_moment(dossier.due_at) if dossier.due_at else "",
    )
    text = "|".join(part.replace("|", "/")[:LONGEST_IN_QR] for part in parts)
    if not (issue.look_up and dossier.code):
        return text
    longer = f"{text}|{place_of(issue.look_up, dossier.code)}"
    return longer if len(longer.encode()) <= MOST_QR_BYTES else text
