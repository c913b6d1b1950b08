"""The SQL of the busy curve, one noun a file."""

from handlers.busy.store import alarms, counts, weeks

__all__ = ["alarms", "counts", "weeks"]
