"""What neighbours said in another language, what they understood of a voice note, and what a machine made."""

from handlers.translations.store import made, said, transcripts

__all__ = ["made", "said", "transcripts"]
