"""The sentences of the exports."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("exports", Path(__file__).parent / "texts")
