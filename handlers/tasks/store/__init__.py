"""The SQL of tasks, one noun a file."""

from handlers.tasks.store import calendar, claims, dates, eases, hours, people, tasks, watches

__all__ = ["calendar", "claims", "dates", "eases", "hours", "people", "tasks", "watches"]
