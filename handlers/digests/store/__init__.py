"""The SQL of the digests, one noun a file."""

from handlers.digests.store import asks, digests, looks, people, readers

__all__ = ["asks", "digests", "looks", "people", "readers"]
