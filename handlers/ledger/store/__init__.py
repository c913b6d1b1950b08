"""The SQL of the ledger, one noun a file."""

from handlers.ledger.store import months, promises, record

__all__ = ["months", "promises", "record"]
