"""What a scan was understood as, and what is wrong with it: each finding with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QCoreApplication

from reception.domain.citizen_card import card_warnings
from reception.services.desk_sheets import TRIAL_CARD, TRIAL_LETTERS, TRIAL_RECEIPT
from reception.ui.scanner import GAP_MS, LOST, SETTLE_MS, SHORTEST
from reception.ui.scanner_test.strokes import ENDS, Kind, Stroke, text_of, waits_ms
from reception.ui.scans import read_scan
from reception.ui.theme import Tone
from reception.ui.typing_keys import as_telex, as_vni

_TRIALS = (TRIAL_LETTERS, TRIAL_RECEIPT, TRIAL_CARD)
_ALIKE = 0.6
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a scan; ``remedy`` is empty where nothing is to be done."""

    tone: Tone
    says: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a scan is, and what was found of it, faults first."""

    understood: str
    findings: tuple[Finding, ...]

    @property
    def is_good(self) -> bool:
        """Whether nothing is to be done."""
        return all(finding.tone is Tone.GOOD for finding in self.findings)


def judge(strokes: Sequence[Stroke]) -> Judgement:
    """Judge one scan from its first stroke to its last."""
    text = text_of(strokes)
    typing = list(_of_typing(strokes, text))
    # What a typing tool has done to the letters says nothing about the scanner.
    letters = [] if typing else list(_of_letters(text))
    found = [*typing, *letters, *_of_speed(strokes), _of_end(strokes)]
    order = (Tone.BAD, Tone.WARNING, Tone.GOOD)
    return Judgement(_understood(text), tuple(sorted(found, key=lambda one: order.index(one.tone))))


def trial_meant(text: str) -> str:
    """The trial code that was scanned, however mangled; empty for any other."""
    likeness = {trial: _likeness(trial, text) for trial in _TRIALS}
    closest = max(_TRIALS, key=lambda trial: likeness[trial])
    return closest if likeness[closest] >= _ALIKE else ""


def _likeness(trial: str, text: str) -> float:
    return SequenceMatcher(None, trial.upper(), text.upper(), autojunk=False).ratio()


def _understood(text: str) -> str:
    scan = read_scan(text)
    if scan.card:
        return translate("ScannerTest", "Thẻ căn cước của {name}, số {number}").format(
            name=scan.card.name, number=scan.card.number
        )
    if scan.blank:
        return translate("ScannerTest", "Giấy in sẵn số {number}").format(number=scan.blank)
    if scan.code:
        return translate("ScannerTest", "Giấy hẹn của hồ sơ {code}").format(code=scan.code)
    if text == TRIAL_LETTERS:
        return translate("ScannerTest", "Mã thử chữ và bộ gõ")
    return translate("ScannerTest", "Chữ thường: không phải thẻ, không phải mã hồ sơ")


# --- the typing tool ------------------------------------------------------------------------------


def _of_typing(strokes: Sequence[Stroke], text: str) -> Iterator[Finding]:
    rewritten = any(stroke.kind in {Kind.BACKSPACE, Kind.COMPOSED} for stroke in strokes)
    meant = trial_meant(text)
    undone = meant and meant in {as_telex(text), as_vni(text)}
    if rewritten or (undone and text != meant):
        yield Finding(
            Tone.BAD,
            translate("ScannerTest", "Bộ gõ tiếng Việt đang bật và đã sửa chữ của máy quét."),
            translate(
                "ScannerTest",
                "Bấm biểu tượng bộ gõ ở góc màn hình cho thành chữ E rồi quét lại; bộ gõ có mục"
                " loại trừ ứng dụng thì thêm chương trình này vào.",
            ),
        )


# --- the letters ----------------------------------------------------------------------------------


def _of_letters(text: str) -> Iterator[Finding]:
    if LOST in text:
        yield Finding(
            Tone.BAD,
            translate("ScannerTest", "Có chữ mà bàn phím của máy tính không gõ được."),
            _letters_remedy(),
        )
    meant = trial_meant(text)
    if meant:
        yield _of_trial(meant, text)
    elif card := read_scan(text).card:
        for warning in card_warnings(card):
            yield Finding(Tone.WARNING, warning)


def _of_trial(meant: str, text: str) -> Finding:
    if text == meant:
        return Finding(Tone.GOOD, translate("ScannerTest", "Đúng từng chữ của mã thử."))
    if text.swapcase() == meant:
        return Finding(
            Tone.BAD,
            translate("ScannerTest", "Chữ hoa và chữ thường bị đảo."),
            translate("ScannerTest", "Tắt Caps Lock rồi quét lại."),
        )
    before, found, after = text.partition(meant)
    if found:
        return _added(before, after)
    return _lost(meant, text)


def _added(before: str, after: str) -> Finding:
    where = (
        translate("ScannerTest", "ở đầu “{text}”").format(text=before) if before else "",
        translate("ScannerTest", "ở cuối “{text}”").format(text=after) if after else "",
    )
    return Finding(
        Tone.BAD,
        translate("ScannerTest", "Máy quét thêm chữ {where}.").format(
            where=", ".join(words for words in where if words)
        ),
        translate(
            "ScannerTest",
            "Quét mã tắt Prefix, Suffix và Code ID trong sách hướng dẫn; ở cuối chỉ để Enter.",
        ),
    )


def _lost(meant: str, text: str) -> Finding:
    if not meant.isascii():
        return Finding(
            Tone.BAD,
            translate("ScannerTest", "Chữ có dấu trên thẻ bị mất hoặc sai."),
            _letters_remedy(),
        )
    return Finding(
        Tone.BAD,
        translate("ScannerTest", "Mã thử là “{meant}”, máy nhận được “{text}”.").format(
            meant=meant, text=text
        ),
        translate(
            "ScannerTest",
            "Đặt bàn phím Windows là English (United States) và máy quét là US English, rồi quét"
            " lại; vẫn sai thì lau mặt kính, quét gần hơn.",
        ),
    )


def _letters_remedy() -> str:
    return translate(
        "ScannerTest",
        "Bật mục Unicode (ALT mode, Emulate keypad) với bảng mã UTF-8 trong sách hướng dẫn máy"
        " quét, và bật Num Lock.",
    )


# --- speed and end --------------------------------------------------------------------------------


def _of_speed(strokes: Sequence[Stroke]) -> Iterator[Finding]:
    waits = waits_ms(strokes)
    if len(waits) < SHORTEST:
        yield Finding(
            Tone.BAD,
            translate("ScannerTest", "Chỉ có {count} chữ, ít hơn một lần quét.").format(
                count=len(text_of(strokes))
            ),
            translate("ScannerTest", "Hãy bấm cò máy quét vào một mã thử, đừng gõ tay."),
        )
    # Until a burst is certain each letter must follow fast; after that a stutter is forgiven.
    elif max(waits[:SHORTEST]) > GAP_MS or max(waits[SHORTEST:], default=0) > SETTLE_MS:
        yield Finding(
            Tone.BAD,
            translate(
                "ScannerTest",
                "Chữ đến chậm, cách nhau tới {most} mili giây: chương trình tưởng là người gõ.",
            ).format(most=max(waits)),
            translate(
                "ScannerTest",
                "Đặt Inter-character delay của máy quét về 0 (nhiều nhất 10) mili giây.",
            ),
        )
    else:
        yield Finding(
            Tone.GOOD,
            translate(
                "ScannerTest", "Đủ nhanh: trung bình {mean} mili giây một chữ, lâu nhất {most}."
            ).format(mean=round(sum(waits) / len(waits)), most=max(waits)),
        )


def _of_end(strokes: Sequence[Stroke]) -> Finding:
    last = strokes[-1].kind if strokes else None
    if last is Kind.ENTER:
        return Finding(Tone.GOOD, translate("ScannerTest", "Kết thúc bằng Enter."))
    if last in ENDS:
        return Finding(
            Tone.WARNING,
            translate("ScannerTest", "Kết thúc bằng Tab; dùng được, nhưng Enter chắc hơn."),
            translate("ScannerTest", "Đặt Suffix (Terminator) của máy quét là Enter (CR)."),
        )
    return Finding(
        Tone.WARNING,
        translate("ScannerTest", "Không có Enter ở cuối: mỗi lần quét phải chờ thêm một nhịp."),
        translate("ScannerTest", "Đặt Suffix (Terminator) của máy quét là Enter (CR)."),
    )
