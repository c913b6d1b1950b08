"""The sentences of the day's list."""

from pathlib import Path

from bot.i18n.texts import Text, Texts
from bot.identity import names
from handlers.today.store import Mark

t = Texts("today", Path(__file__).parent / "texts")


def mark_lines(mark: Mark | None) -> list[Text]:
    """Whose it is, and what the team noted."""
    if mark is None:
        return []
    lines = [t.is_with(name=called(mark.to))] if mark.given_to is not None else []
    return [*lines, *([t.note(name=called(mark.noted_by), words=mark.note)] if mark.note else [])]


def called(name: str) -> Text:
    return names.called(name, 30) if name else t.somebody
