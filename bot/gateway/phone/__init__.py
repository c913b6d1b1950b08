"""The side that a phone speaks to: pages, sessions, sending, events."""
