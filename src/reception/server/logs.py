"""Logs as one JSON document a line, for whatever gathers them."""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime
from typing import Any

import msgspec

from reception.domain.moments import to_utc_text


class JsonLines(logging.Formatter):
    """A record as one line: time, level, what happened, and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "time": to_utc_text(datetime.fromtimestamp(record.created, UTC)),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["faults"] = _faults(record.exc_info[1])
        return msgspec.json.encode(line).decode()


def _faults(error: BaseException) -> list[dict[str, Any]]:
    """An exception and what led to it, without messages: a database's may quote people's data."""
    faults: list[dict[str, Any]] = []
    now: BaseException | None = error
    while now is not None and len(faults) < 10:
        frames = traceback.extract_tb(now.__traceback__)
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        faults.append({"fault": type(now).__qualname__, "places": places})
        now = now.__cause__ or now.__context__
    return faults


def log_settings() -> dict[str, Any]:
    """What the standard library and uvicorn are to do with logs."""
    own = {"handlers": ["lines"], "level": "INFO", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {
            "lines": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "stream": "ext://sys.stdout",
            }
        },
        "loggers": {"uvicorn": own, "uvicorn.error": own, "reception.server": own},
    }
