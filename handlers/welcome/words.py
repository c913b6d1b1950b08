"""The sentences of the arriving and asking."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("welcome", Path(__file__).parent / "texts")
