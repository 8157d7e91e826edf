"""Why a dossier cannot keep its date, and on what ground its clock may be stopped."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """Why a result comes late (kept as a code, so that lateness can be counted by cause)."""

    UNFINISHED = "unfinished"
    VERIFICATION = "verification"
    OTHER_AGENCY = "other-agency"
    UPPER_SYSTEM = "upper-system"
    STAFF = "staff"
    APPLICANT = "applicant"
    COMPLEX = "complex"
    DISASTER = "disaster"
    OTHER = "other"


CAUSE_WORDS = {
    Cause.UNFINISHED: "cơ quan chưa giải quyết xong trong thời hạn",
    Cause.VERIFICATION: "cần thêm thời gian thẩm tra, xác minh",
    Cause.OTHER_AGENCY: "chờ ý kiến, kết quả của cơ quan phối hợp",
    Cause.UPPER_SYSTEM: "hệ thống thông tin của trung ương hoặc của tỉnh gặp sự cố",
    Cause.STAFF: "công chức giải quyết vắng mặt hoặc quá tải",
    Cause.APPLICANT: "người nộp chưa phối hợp làm rõ nội dung hồ sơ",
    Cause.COMPLEX: "hồ sơ có nội dung phức tạp",
    Cause.DISASTER: "thiên tai, mất điện hoặc sự kiện bất khả kháng",
    Cause.OTHER: "nguyên nhân khác",
}


class Ground(StrEnum):
    """The legal ground on which a dossier's clock is suspended."""

    FINANCIAL_OBLIGATION = "financial-obligation"
    OTHER_AGENCY_OPINION = "other-agency-opinion"
    VERIFICATION = "verification"
    APPRAISAL = "appraisal"
    COURT = "court"
    OTHER = "other"


GROUND_WORDS = {
    Ground.FINANCIAL_OBLIGATION: "chờ người nộp thực hiện nghĩa vụ tài chính",
    Ground.OTHER_AGENCY_OPINION: "chờ ý kiến của cơ quan khác",
    Ground.VERIFICATION: "thẩm tra, xác minh tại thực địa",
    Ground.APPRAISAL: "chờ giám định, kiểm định",
    Ground.COURT: "có tranh chấp, chờ toà án hoặc cơ quan thi hành án",
    Ground.OTHER: "căn cứ khác theo quy định của thủ tục",
}
