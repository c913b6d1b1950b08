"""The SQL of handing over, one noun a file."""

from handlers.handover.store import offers, requests, silences

__all__ = ["offers", "requests", "silences"]
