"""The sentences of the privacy."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("privacy", Path(__file__).parent / "texts")
