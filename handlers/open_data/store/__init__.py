"""The SQL of the open data, one noun a file."""

from handlers.open_data.store import counts, licences, rows

__all__ = ["counts", "licences", "rows"]
