"""What the papers of intake say of a dossier, in the form's own wording.

Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01), Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)
and Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03); the last two may come during settlement as
well. The order of the lines and their labels come from the wording in force; the facts that the
lines may show are gathered here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reception.domain.applicant import Party
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_frame import Issue, before, common
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake, ReturnBy, SubmittedPaper
from reception.domain.moments import date_words, moment_words
from reception.domain.office import Office
from reception.domain.paper import Facts, Paper
from reception.domain.procedure import SupplementRule
from reception.domain.promise import Promise, StageDue

NO_STATUTORY_LIMIT = "pháp luật không quy định"

# A count that somebody wrote with the paper's name: "02 bản sao Giấy khai sinh".
_COUNT = re.compile(r"\b(\d{1,2}) (?:bản|bộ|tờ)\b")


def receipt(dossier: Dossier, issue: Issue) -> Paper:
    """Mẫu 01, for a dossier that was received.

    It prints the promise that holds, beside the first one where that was another. Where the law
    sets no time limit, no due moment is printed.

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
    intake = dossier.intake
    words = (
        common(dossier, issue, intake.submitter)
        | _authorisation(intake)
        | _timing(dossier, promise)
        | {
            "limit": limit_words(dossier),
            "return_to": return_words(intake, issue.office),
            "book": "",
            "book_entry": "",
        }
    )
    series = {
        "papers": _paper_rows(intake.papers),
        "stages": tuple(_stage_row(stage) for stage in promise.stages),
    }
    return issue.paper(dossier, Facts(words, series))


def supplement_request(dossier: Dossier, issue: Issue) -> Paper:
    """Mẫu 02, for a dossier found incomplete at the desk, or during settlement.

    The applicant asks the clerk for guidance, or the office where no clerk is named, at the
    office's number. During settlement it tells its place among the requests, which must be the
    first, and what becomes of the clock (61/2018 Đ11 k2, Đ19 k4).

    Raises:
        RuleViolation: ``no-supplement-request`` when no supplement was asked for.
    """
    asked = dossier.supplement
    if dossier.state is not State.GUIDED and asked is None:
        raise RuleViolation(
            "no-supplement-request",
            f"Hồ sơ {dossier.reference} không có yêu cầu bổ sung nên không in được phiếu này;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    contact = (issue.clerk or issue.office.name, issue.office.phone)
    words = common(dossier, issue) | {
        "reason": asked.reason if asked else dossier.reason,
        "contact": ", số điện thoại ".join(part for part in contact if part),
        "request_number": "lần 1" if asked else "",
        "at_desk": "" if asked else "yes",
        "restarts": "yes" if asked and asked.rule is SupplementRule.RESTART else "",
        "pauses": "yes" if asked and asked.rule is SupplementRule.PAUSE else "",
        "complete_by": date_words(issue.complete_by) if issue.complete_by else "",
    }
    wanted = asked.wanted if asked else dossier.wanted
    rows = tuple(
        {"ordinal": str(n), "name": name, "count": _count_in(name)}
        for n, name in enumerate(wanted, 1)
    )
    return issue.paper(
        dossier, Facts(words, {"wanted": rows}), asked.slip_number if asked else dossier.slip_number
    )


def refusal_notice(dossier: Dossier, issue: Issue) -> Paper:
    """Mẫu 03, for a dossier that could not be received, or whose request was not granted.

    Raises:
        RuleViolation: ``no-refusal-notice`` when the dossier was not refused.
    """
    rejection = dossier.rejection
    if dossier.state is not State.REFUSED and rejection is None:
        raise RuleViolation(
            "no-refusal-notice",
            f"Hồ sơ {dossier.reference} không bị từ chối nên không in được phiếu này;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    words = common(dossier, issue) | {
        "reason": rejection.reason if rejection else dossier.reason,
        "not_received": "" if rejection else "yes",
        "not_granted": "yes" if rejection else "",
    }
    number = rejection.slip_number if rejection else dossier.slip_number
    return issue.paper(dossier, Facts(words, {}), number)


# --- the facts ------------------------------------------------------------------------------------


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
    """Start of the clock where it is not the receipt, and whether the due moment could move."""
    elsewhere = dossier.intake.non_territorial
    left_open = dossier.intake.procedure.open_stages
    starts_later = promise.starts_at != dossier.opened_at
    return {
        "starts": moment_words(promise.starts_at) if starts_later else "",
        "provisional": "yes" if promise.provisional and not elsewhere and not left_open else "",
        "awaited": "yes" if promise.provisional and elsewhere else "",
        "open_stages": left_open,
        "competent_authority": dossier.intake.competent_authority if elsewhere else "",
    }


def limit_words(dossier: Dossier) -> str:
    """How long the law gives, in words."""
    procedure = dossier.intake.procedure
    if procedure.limit:
        return procedure.limit.words()
    stages = dossier.promise.stages if dossier.promise else ()
    return " + ".join(stage.limit.words() for stage in stages) or NO_STATUTORY_LIMIT


def _stage_row(stage: StageDue) -> dict[str, str]:
    return {
        "office": stage.office,
        "limit": stage.limit.words(),
        "due": before(stage.due_at),
    }


def return_words(intake: Intake, office: Office) -> str:
    """Where the result is to be had."""
    match intake.return_by:
        case ReturnBy.COUNTER:
            return intake.return_to or office.name
        case ReturnBy.POST:
            person = intake.submitter or intake.owner
            return f"địa chỉ {intake.return_to or person.address.words()} (qua dịch vụ bưu chính)"
        case ReturnBy.ONLINE:
            return intake.return_to or "Cổng Dịch vụ công quốc gia (bản điện tử)"


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


def _count_in(wanted: str) -> str:
    """How many of a paper are wanted: one, unless its name says otherwise."""
    told = _COUNT.search(wanted)
    return f"{int(told[1]):02d}" if told else "01"
