"""The SQL of press sheets, one noun a file."""

from handlers.press.store import numbers, pieces, sheets, sources, stories

__all__ = ["numbers", "pieces", "sheets", "sources", "stories"]
