"""The sentences of the digests."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("digests", Path(__file__).parent / "texts")
