"""The sentences of the board on the web."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("board", Path(__file__).parent / "texts")
