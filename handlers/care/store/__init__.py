"""The SQL of after-care, one noun a file."""

from handlers.care.store import calendar, checks, people, plans, totals, waiting

__all__ = ["calendar", "checks", "people", "plans", "totals", "waiting"]
