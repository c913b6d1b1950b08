"""The SQL of permits and of what is handed over to the city, one noun a file."""

from handlers.permits.store import calendar, forgetting, permits, reminders, requests, steps

__all__ = ["calendar", "forgetting", "permits", "reminders", "requests", "steps"]
