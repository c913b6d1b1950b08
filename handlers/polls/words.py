"""The sentences of the polls."""

from pathlib import Path

from bot.i18n.texts import Text, Texts
from handlers.polls.rules import Entry, moments

t = Texts("polls", Path(__file__).parent / "texts")


def suited_words(entry: Entry) -> Text:
    """How many a moment suits, suits if need be, and does not."""
    counts = moments.suited(entry)
    return t.suited(yes=counts.yes, maybe=counts.maybe, no=counts.no)
