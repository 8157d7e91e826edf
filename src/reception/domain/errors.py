"""Failures that say whose turn it is."""

from __future__ import annotations


class RuleViolation(Exception):
    """A rule of law or of the desk forbids this; the clerk can act on it.

    The text is one plain Vietnamese sentence that says what to do. ``code`` names the rule for
    programs and tests; ``field`` names the input at fault, if one is.
    """

    def __init__(self, code: str, text: str, *, field: str | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.field = field


class Trouble(Exception):
    """The machine, the disk or the network failed; retry or call for help.

    The text is one plain Vietnamese sentence that says what to do.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
