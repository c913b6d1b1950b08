"""The sentences of leaving well."""

from pathlib import Path

from bot.i18n.texts import Texts

t = Texts("handover", Path(__file__).parent / "texts")
