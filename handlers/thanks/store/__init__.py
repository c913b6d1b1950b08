"""The SQL of thanks, deeds and certificates, one noun a file."""

from handlers.thanks.store import certificates, deeds, keys, people, signers, thanks

__all__ = ["certificates", "deeds", "keys", "people", "signers", "thanks"]
