"""The sentences of arriving."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("check_in", Path(__file__).parent / "texts")
