"""The SQL of the polls, one noun a file."""

from handlers.polls.store import drafts, hearings, live, newcomers, owners, people, polls, record, tallies, votes

__all__ = ["drafts", "hearings", "live", "newcomers", "owners", "people", "polls", "record", "tallies", "votes"]
