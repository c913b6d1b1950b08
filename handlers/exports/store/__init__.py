"""The SQL of the exports, one noun a file."""

from handlers.exports.store import (
    busy,
    care,
    experts,
    ideas,
    ledger,
    made,
    needs,
    permits,
    polls,
    pulse,
    record,
    tasks,
)

__all__ = [
    "busy",
    "care",
    "experts",
    "ideas",
    "ledger",
    "made",
    "needs",
    "permits",
    "polls",
    "pulse",
    "record",
    "tasks",
]
