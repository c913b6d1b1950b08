"""The SQL of the three values, one noun a file."""

from handlers.pulse.store import answers, counts, plans, rounds, stories

__all__ = ["answers", "counts", "plans", "rounds", "stories"]
