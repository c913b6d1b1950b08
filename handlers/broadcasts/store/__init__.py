"""The SQL of the broadcasts, one noun a file."""

from handlers.broadcasts.store import broadcasts, people, steps, writers

__all__ = ["broadcasts", "people", "steps", "writers"]
