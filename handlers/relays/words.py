"""The sentences of the relays."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("relays", Path(__file__).parent / "texts")
