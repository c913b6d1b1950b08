"""The SQL of the events, one noun a file."""

from handlers.events.store import answers, drafts, events, feeds, on_behalf, organisers, people, photos, sent

__all__ = ["answers", "drafts", "events", "feeds", "on_behalf", "organisers", "people", "photos", "sent"]
