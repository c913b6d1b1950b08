"""The SQL of the instalments, one noun a file: whatever is read here names whose it is."""

from handlers.instalments.store import dates, helpers, plans, signs

__all__ = ["dates", "helpers", "plans", "signs"]
