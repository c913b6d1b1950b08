"""The SQL of experts, their questions, and the how-to cards, one noun a file."""

from handlers.experts.store import experts, howtos, looks, pictures, questions, talk, waiting

__all__ = ["experts", "howtos", "looks", "pictures", "questions", "talk", "waiting"]
