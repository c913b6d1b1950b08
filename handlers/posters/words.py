"""The sentences of the posters."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("posters", Path(__file__).parent / "texts")
