"""The sentences of the place's settings."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("places", Path(__file__).parent / "texts")
