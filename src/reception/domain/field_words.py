"""What the fields of an intake are called, to tell people what a correction changed."""

from __future__ import annotations

from collections.abc import Callable

from reception.domain.applicant import PartyKind
from reception.domain.intake import Channel, ReturnBy

PARTY_WORDS = {"owner": "Chủ hồ sơ", "submitter": "Người đến nộp"}
OF_PARTY_WORDS = {
    "name": "họ tên",
    "kind": "loại người nộp",
    "identity": "số định danh",
    "born": "ngày sinh",
    "sex": "giới tính",
    "phone": "điện thoại",
    "email": "thư điện tử",
    "address.line": "số nhà, thôn, bản",
    "address.commune": "xã, phường",
    "address.district": "huyện",
    "address.province": "tỉnh, thành phố",
    "address.as_written": "địa chỉ trên thẻ",
    "card": "nội dung thẻ",
}
OF_INTAKE_WORDS = {
    "papers": "Giấy tờ",
    "authorisation": "Giấy uỷ quyền",
    "request": "Yêu cầu",
    "channel": "Cách nộp",
    "non_territorial": "Phi địa giới",
    "competent_authority": "Cơ quan có thẩm quyền",
    "sets": "Số bộ",
    "fee_vnd": "Phí, lệ phí",
    "return_by": "Nhận kết quả",
    "return_to": "Nơi nhận kết quả",
    "notes": "Ghi chú",
}
KIND_WORDS = {
    PartyKind.PERSON: "cá nhân",
    PartyKind.BUSINESS: "doanh nghiệp",
    PartyKind.AGENCY: "cơ quan nhà nước",
    PartyKind.OTHER: "tổ chức khác",
}
CHANNEL_WORDS = {
    Channel.COUNTER: "trực tiếp tại quầy",
    Channel.POST: "qua dịch vụ bưu chính",
    Channel.ONLINE_FULL: "trực tuyến toàn trình",
    Channel.ONLINE_PART: "trực tuyến một phần",
    Channel.OTHER: "cách khác",
}
RETURN_WORDS = {
    ReturnBy.COUNTER: "nhận tại quầy",
    ReturnBy.POST: "qua dịch vụ bưu chính",
    ReturnBy.ONLINE: "bản điện tử trên cổng dịch vụ công",
}
TRUTH_WORDS = {"True": "có", "False": "không"}
NOTHING_WORDS = "(trống)"

_CODED: dict[str, dict[str, str]] = {
    "kind": {kind.value: words for kind, words in KIND_WORDS.items()},
    "channel": {channel.value: words for channel, words in CHANNEL_WORDS.items()},
    "return_by": {way.value: words for way, words in RETURN_WORDS.items()},
    "non_territorial": TRUTH_WORDS,
}


def field_words(path: str, say: Callable[[str], str] = str) -> str:
    """A field by its way from the top of the intake: ``Chủ hồ sơ, họ tên`` for ``owner.name``.

    ``say`` puts each of this module's words into another language.
    """
    whose, _dot, rest = path.partition(".")
    if whose in PARTY_WORDS:
        parts = [PARTY_WORDS[whose], OF_PARTY_WORDS.get(rest, rest)]
        return ", ".join(say(part) for part in parts if part)
    return say(OF_INTAKE_WORDS.get(path, path))


def value_words(path: str, text: str, say: Callable[[str], str] = str) -> str:
    """What stands in a field, also where it is kept as a code or is empty."""
    if not text:
        return say(NOTHING_WORDS)
    words = _CODED.get(path.rpartition(".")[2], {})
    return say(words[text]) if text in words else text
