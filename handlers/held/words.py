"""The sentences of the pictures held back."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("held", Path(__file__).parent / "texts")
