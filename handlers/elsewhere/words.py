"""The sentences of the two doors of one person."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("elsewhere", Path(__file__).parent / "texts")
