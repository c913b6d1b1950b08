"""The SQL of what people made, one noun a file."""

from handlers.made.store import changes, makers, people, photos, things

__all__ = ["changes", "makers", "people", "photos", "things"]
