"""The sentences of thanks, of what somebody gave, and of certificates."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("thanks", Path(__file__).parent / "texts")
