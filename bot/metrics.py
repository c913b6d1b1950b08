"""What this process counts of itself, in Prometheus' words; what the database knows is asked for when somebody looks.

Names follow https://prometheus.io/docs/practices/naming/: base units, `_total` for what only grows. A label never
holds a person, a place or anything a stranger typed: each has a handful of values, written down here or in the code.
"""

from collections.abc import Collection, Iterable

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

# An update is some milliseconds; whoever waits for the database, up to the end of its patience.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
TOO_MANY = "closed"  # the verdict over a call that was answered 429
# What `Dispatch` says became of an update, by how it begins; all else was handled.
OUTCOMES = {
    "refused": "refused",
    "old button": "refused",
    "broke": "broke",
    "kept aside": "broke",
    "seen before": "seen_before",
    "nobody spoke": "ignored",
    "not saved": "not_saved",
}
HANDLED = "handled"

# When each series began; every scrape would carry half as much again.
prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]  # its own words lack a type


class Metrics:
    """Of one process. `text` adds what somebody else has measured."""

    def __init__(self, doors: Collection[str], lanes: Collection[str]) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._updates = Histogram(
            "nestbox_update_duration_seconds", "From taking an update to its commit, by what became of it",
            ["door", "outcome"], buckets=BUCKETS, registry=self._registry,
        )  # fmt: skip
        self._calls = Counter(
            "nestbox_outbox_calls", "Calls made for rows of the outbox, by how they were answered",
            ["door", "lane", "verdict"], registry=self._registry,
        )  # fmt: skip
        self._too_many = Counter(
            "nestbox_outbox_rate_limited", "Calls that a door answered with 429", ["door"], registry=self._registry
        )
        # From the first moment, so that the first of each is a step that an alert can see.
        for door in doors:
            self._too_many.labels(door)
            for outcome in (HANDLED, *OUTCOMES.values()):
                self._updates.labels(door, outcome)
            for lane in lanes:
                self._calls.labels(door, lane, "sent")

    def note_update(self, door: str, outcome: str, seconds: float) -> None:
        self._updates.labels(door, outcome_of(outcome)).observe(seconds)

    def note_call(self, door: str, lane: str, verdict: str) -> None:
        self._calls.labels(door, lane, verdict.replace(" ", "_")).inc()
        if verdict == TOO_MANY:
            self._too_many.labels(door).inc()

    def text(self, measured: Iterable[GaugeMetricFamily]) -> bytes:
        """https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format"""
        looked_at = CollectorRegistry(auto_describe=False)
        looked_at.register(_Measured(list(measured)))
        return generate_latest(self._registry) + generate_latest(looked_at)


class _Measured(Collector):
    def __init__(self, families: list[GaugeMetricFamily]) -> None:
        self._families = families

    def collect(self) -> Iterable[GaugeMetricFamily]:
        return self._families


def gauge(name: str, sentence: str, labels: tuple[str, ...] = ()) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"nestbox_{name}", sentence, labels=labels)


def outcome_of(words: str) -> str:
    """One of a handful, whatever an action or a refusal is called."""
    return next((outcome for begins, outcome in OUTCOMES.items() if words.startswith(begins)), HANDLED)
