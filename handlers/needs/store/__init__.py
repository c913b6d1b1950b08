"""The SQL of needs, pledges and the money of a change, one noun a file."""

from handlers.needs.store import lines, needs, pledges

__all__ = ["lines", "needs", "pledges"]
