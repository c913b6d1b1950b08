"""The SQL of kits, one noun a file."""

from handlers.kit.store import brought, kits, people, sheets, sources

__all__ = ["brought", "kits", "people", "sheets", "sources"]
