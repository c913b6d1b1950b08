"""The sentences of the team."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("team", Path(__file__).parent / "texts")
