"""Figures for Prometheus: requests, how long they took, refusals by code, the logs' lengths.

With several workers they write into one folder, named by ``PROMETHEUS_MULTIPROC_DIR``, and any of
them tells the sum.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Metrics:
    """What this process counted; one for each app."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "reception_requests",
            "Requests answered.",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "reception_request_seconds",
            "From a request's head to the end of its answer.",
            ["route"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._refusals = Counter(
            "reception_refusals", "Requests refused, by code.", ["code"], registry=self._registry
        )

    def served(self, method: str, route: str, status: int, seconds: float, refusal: str) -> None:
        """Count a request; ``route`` is empty where nothing stands."""
        # What others may choose freely would make figures without end.
        known = method if method in _METHODS else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        if refusal:
            self._refusals.labels(refusal).inc()

    def text(self, logs: Mapping[str, int]) -> bytes:
        """All figures as Prometheus reads them; ``logs`` are the communes' last positions."""
        counted = self._registry
        if os.environ.get(SHARED_FOLDER):
            counted = CollectorRegistry()
            MultiProcessCollector(counted)
        return generate_latest(counted) + generate_latest(_Logs(logs))


class _Logs(Collector):
    """How long the logs are: the same in every process, as it stands in the ledger."""

    def __init__(self, logs: Mapping[str, int]) -> None:
        self._logs = logs

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """One figure for each commune."""
        family = GaugeMetricFamily(
            "reception_log_events", "Events accepted since a commune's log began.", None, ["agency"]
        )
        for agency, position in self._logs.items():
            family.add_metric([agency], position)
        yield family
