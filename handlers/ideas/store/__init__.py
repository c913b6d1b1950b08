"""The SQL of the ideas, one noun a file."""

from handlers.ideas.store import (
    answers,
    behalf,
    changes,
    comments,
    costs,
    drafts,
    flags,
    ideas,
    lookalikes,
    moderation,
    people,
    pictures,
    steps,
    support,
    totals,
)

__all__ = [
    "answers",
    "behalf",
    "changes",
    "comments",
    "costs",
    "drafts",
    "flags",
    "ideas",
    "lookalikes",
    "moderation",
    "people",
    "pictures",
    "steps",
    "support",
    "totals",
]
