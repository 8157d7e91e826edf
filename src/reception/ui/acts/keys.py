"""The letter and the words of each act: the same letter on its button, in the menu, with Alt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.life import ACT_WORDS, Act

translate = QCoreApplication.translate

LETTERS = {
    Act.FORWARD: "C",
    Act.TAKE_OVER: "B",
    Act.SEND_BACK: "L",
    Act.REQUEST_SUPPLEMENT: "Y",
    Act.RECEIVE_SUPPLEMENT: "N",
    Act.SUSPEND: "M",
    Act.RESUME: "T",
    Act.EXTEND: "G",
    Act.EXPLAIN_DELAY: "H",
    Act.APOLOGISE: "X",
    Act.RECORD_RESULT: "K",
    Act.REFUSE: "Q",
    Act.STOP: "D",
    Act.HAND_OVER: "T",
    Act.SETTLE_FEE: "P",
    Act.POST: "U",
    Act.RECONCILE_POST: "O",
    Act.NOTIFY: "A",
    Act.CORRECT: "S",
    Act.RECLASSIFY: "R",
    Act.CORRECT_TIME: "E",
    Act.UNDO: "Z",
    Act.REDACT: "X",
}
"""No two acts of one state share a letter; V and I open the menus of acts and of papers,
J asks how satisfied somebody is.

None is a W: a typing tool makes another letter of it, even in a menu.
"""

MENU_LETTER, PAPERS_LETTER, SURVEY_LETTER = "V", "I", "J"


def sequence(act: Act) -> str:
    """The keys that begin an act on the dossier's page.

    Taking a receipt back is Ctrl+Z as everywhere; with Alt that letter is the typing tool's.
    """
    return "Ctrl+Z" if act is Act.UNDO else f"Alt+{LETTERS[act]}"


def act_words(act: Act) -> str:
    """An act as a line of the menu: “Chuyển hồ sơ”."""
    words = ACT_WORDS[act]
    return words[:1].upper() + words[1:]


def button_words(act: Act) -> str:
    """An act as a button with its key: “Chuyển (Alt+C)”."""
    return f"{_short(act)} ({sequence(act)})"


def _short(act: Act) -> str:
    words = {
        Act.FORWARD: translate("acts", "Chuyển"),
        Act.TAKE_OVER: translate("acts", "Nhận bàn giao"),
        Act.REQUEST_SUPPLEMENT: translate("acts", "Yêu cầu bổ sung"),
        Act.RECEIVE_SUPPLEMENT: translate("acts", "Nhận bổ sung"),
        Act.RESUME: translate("acts", "Tiếp tục"),
        Act.RECORD_RESULT: translate("acts", "Có kết quả"),
        Act.HAND_OVER: translate("acts", "Trả kết quả"),
        Act.POST: translate("acts", "Gửi bưu điện"),
        Act.NOTIFY: translate("acts", "Báo người nộp"),
    }
    return words.get(act) or act_words(act)
