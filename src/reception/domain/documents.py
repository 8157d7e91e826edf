"""What each statutory paper says of a dossier, in the form's own wording.

Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01), Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)
and Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03). The order of the lines and their labels come
from the wording in force; the facts that the lines may show are gathered here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reception.domain.applicant import Party
from reception.domain.dossier import Dossier, State
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake, ReturnBy, SubmittedPaper
from reception.domain.moments import in_office_zone, moment_words, short_moment
from reception.domain.office import Office
from reception.domain.paper import Facts, FormWording, Paper, Sentence, Signature, filled_in
from reception.domain.promise import Promise, StageDue

NO_STATUTORY_LIMIT = "pháp luật không quy định"
LONGEST_IN_QR = 60


def receipt(
    dossier: Dossier, office: Office, wording: FormWording, clerk_name: str, *, times: int = 1
) -> Paper:
    """Mẫu 01, for a dossier that was received.

    ``times`` counts the printings: from the second on the paper says that it is a reprint. Where
    the law sets no time limit, no due moment is printed.

    Raises:
        RuleViolation: ``no-receipt`` when the dossier was never received.
    """
    promise = dossier.promise
    if promise is None:
        raise RuleViolation(
            "no-receipt",
            f"Hồ sơ {dossier.reference} chưa được tiếp nhận nên không có giấy hẹn;"
            " hãy in phiếu bổ sung hoặc phiếu từ chối đã lập.",
        )
    words = (
        _common(dossier, office, clerk_name, dossier.intake.submitter or dossier.intake.owner)
        | _authorisation(dossier.intake)
        | _timing(dossier, promise)
        | {
            "limit": _limit_words(dossier, promise),
            "return_to": _return_words(dossier.intake, office),
            "book": "",
            "book_entry": "",
        }
    )
    facts = Facts(
        words,
        {
            "papers": _paper_rows(dossier.intake.papers),
            "stages": tuple(_stage_row(stage) for stage in promise.stages),
        },
    )
    return _paper(dossier, office, wording, facts, times=times)


def supplement_request(
    dossier: Dossier,
    office: Office,
    wording: FormWording,
    clerk_name: str,
    *,
    contact_name: str = "",
    contact_phone: str = "",
    times: int = 1,
) -> Paper:
    """Mẫu 02, for a dossier that was found incomplete at the desk.

    The applicant asks ``contact_name`` at ``contact_phone`` for guidance: unless told otherwise the
    clerk, or the office, at the office's number.

    Raises:
        RuleViolation: ``no-supplement-request`` when no supplement was asked for.
    """
    if dossier.state is not State.GUIDED:
        raise RuleViolation(
            "no-supplement-request",
            f"Hồ sơ {dossier.reference} không có yêu cầu bổ sung nên không in được phiếu này;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    contact = (contact_name or clerk_name or office.name, contact_phone or office.phone)
    words = _common(dossier, office, clerk_name, dossier.intake.owner) | {
        "reason": dossier.reason,
        "contact": ", số điện thoại ".join(part for part in contact if part),
    }
    rows = tuple(
        {"ordinal": str(n), "name": name, "count": ""} for n, name in enumerate(dossier.wanted, 1)
    )
    return _paper(dossier, office, wording, Facts(words, {"wanted": rows}), times=times)


def refusal_notice(
    dossier: Dossier, office: Office, wording: FormWording, clerk_name: str, *, times: int = 1
) -> Paper:
    """Mẫu 03, for a dossier that could not be received.

    Raises:
        RuleViolation: ``no-refusal-notice`` when the dossier was not refused.
    """
    if dossier.state is not State.REFUSED:
        raise RuleViolation(
            "no-refusal-notice",
            f"Hồ sơ {dossier.reference} không bị từ chối nên không in được phiếu này;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    words = _common(dossier, office, clerk_name, dossier.intake.owner) | {"reason": dossier.reason}
    return _paper(dossier, office, wording, Facts(words, {}), times=times)


# --- the paper ------------------------------------------------------------------------------------


def _paper(
    dossier: Dossier, office: Office, wording: FormWording, facts: Facts, *, times: int
) -> Paper:
    day = in_office_zone(dossier.opened_at)
    notes = filled_in(wording.notes, facts)
    return Paper(
        form=wording.form,
        reference=dossier.reference,
        governing_body=office.governing_body,
        unit_name=office.unit_name,
        number=wording.number.format(number=_number(dossier), year=day.year),
        place_and_date=f"{office.place}, ngày {day:%d} tháng {day:%m} năm {day:%Y}",
        title=wording.title,
        blocks=filled_in(wording.lines, facts),
        signatures=tuple(
            Signature(s.title, s.hint, facts.words.get(s.says, "")) for s in wording.signatures
        ),
        notes=tuple(note.text for note in notes if isinstance(note, Sentence)),
        copy_marks=wording.copy_marks,
        reprint=f"IN LẠI LẦN {times - 1}" if times > 1 else "",
        qr=_qr_text(dossier, wording),
        code128=dossier.reference,
    )


def _number(dossier: Dossier) -> str:
    """The running number: the code without its agency, or a slip's number without its year.

    The day stays in it, for the code's last part begins anew every day.
    """
    return dossier.code.partition("-")[2] or dossier.slip_number.split("/", 1)[0]


def _qr_text(dossier: Dossier, wording: FormWording) -> str:
    """The least that the QR of a published paper holds (Thông tư 01/2023/TT-VPCP), in its order.

    Dossier code; procedure code; identifier of the person or organisation; title of the paper; name
    of the information system; time of publication; appointment.
    """
    parts = (
        dossier.reference,
        dossier.intake.procedure.code,
        dossier.intake.owner.identity,
        wording.title,
        wording.system,
        short_moment(dossier.opened_at),
        short_moment(dossier.due_at) if dossier.due_at else "",
    )
    return "|".join(part.replace("|", "/")[:LONGEST_IN_QR] for part in parts)


# --- the facts ------------------------------------------------------------------------------------


def _common(dossier: Dossier, office: Office, clerk_name: str, person: Party) -> dict[str, str]:
    intake = dossier.intake
    return {
        "code": dossier.code,
        "unit": office.name,
        "applicant": person.name,
        "identity": person.identity,
        "address": person.address.words(),
        "phone": person.phone,
        "email": person.email,
        "request": ". ".join(part for part in (intake.procedure.name, intake.request) if part),
        "sets": f"{intake.sets:02d}",
        "fee": _fee_words(intake),
        "remarks": intake.notes,
        "clerk": clerk_name,
    }


def _authorisation(intake: Intake) -> dict[str, str]:
    """The person who authorised the one at the desk; nothing when owners come themselves."""
    owner = intake.owner if intake.submitter else Party(name="")
    return {
        "owner": owner.name,
        "owner_identity": owner.identity,
        "owner_address": owner.address.words(),
        "owner_phone": owner.phone,
        "owner_email": owner.email,
        "authorisation": intake.authorisation,
    }


def _timing(dossier: Dossier, promise: Promise) -> dict[str, str]:
    """Receipt, start of the clock where it differs, due moment, and whether it could move."""
    elsewhere = dossier.intake.non_territorial
    left_open = dossier.intake.procedure.open_stages
    starts_later = promise.starts_at != dossier.opened_at
    return {
        "received": moment_words(dossier.opened_at),
        "starts": moment_words(promise.starts_at) if starts_later else "",
        "due": _before(promise.due_at) if promise.due_at else "",
        "provisional": "yes" if promise.provisional and not elsewhere and not left_open else "",
        "awaited": "yes" if promise.provisional and elsewhere else "",
        "open_stages": left_open,
        "competent_authority": dossier.intake.competent_authority if elsewhere else "",
    }


def _before(moment: datetime) -> str:
    return f"trước {moment_words(moment)}"


def _limit_words(dossier: Dossier, promise: Promise) -> str:
    procedure = dossier.intake.procedure
    if procedure.limit:
        return procedure.limit.words()
    return " + ".join(stage.limit.words() for stage in promise.stages) or NO_STATUTORY_LIMIT


def _stage_row(stage: StageDue) -> dict[str, str]:
    return {
        "office": stage.office,
        "limit": stage.limit.words(),
        "due": _before(stage.due_at),
    }


def _return_words(intake: Intake, office: Office) -> str:
    match intake.return_by:
        case ReturnBy.COUNTER:
            return intake.return_to or office.name
        case ReturnBy.POST:
            person = intake.submitter or intake.owner
            return f"địa chỉ {intake.return_to or person.address.words()} (qua dịch vụ bưu chính)"
        case ReturnBy.ONLINE:
            return intake.return_to or "Cổng Dịch vụ công quốc gia (bản điện tử)"


def _fee_words(intake: Intake) -> str:
    fee = intake.procedure.fee
    amount = fee.amount_vnd if intake.fee_vnd is None else intake.fee_vnd
    return fee.words if amount is None else f"{amount:,} đồng".replace(",", ".")


def _paper_rows(papers: tuple[SubmittedPaper, ...]) -> tuple[Mapping[str, str], ...]:
    present = (paper for paper in papers if not paper.missing)
    return tuple(_paper_row(n, paper) for n, paper in enumerate(present, 1))


def _paper_row(ordinal: int, paper: SubmittedPaper) -> dict[str, str]:
    counts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    named = [(count, kind) for count, kind in counts if count]
    reason = f" – nộp thêm vì: {paper.demanded_because}" if paper.demanded_because else ""
    return {
        "ordinal": str(ordinal),
        "name": paper.name + reason,
        "counts": ", ".join(f"{count:02d} {kind}" for count, kind in named),
        "kind": ", ".join(kind.capitalize() for _count, kind in named),
        "count": " + ".join(f"{count:02d}" for count, _kind in named),
    }
