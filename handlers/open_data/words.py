"""The sentences of the open data, on the screen, the page and in the README."""

from pathlib import Path

from bot.i18n.texts import Text, Texts
from handlers.open_data.rules import Licence

t = Texts("open_data", Path(__file__).parent / "texts")


def licence_line(licence: Licence) -> Text:
    """What it lets others do."""
    return t[f"licence-{licence.value}"]


def column(name: str) -> Text:
    return t[f"column-{name.replace('_', '-')}"]


def sheet(name: str) -> Text:
    return t[f"sheet-{name}"]
