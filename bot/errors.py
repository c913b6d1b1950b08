"""Refusal, the one expected "no"."""

from bot.i18n.texts import Text


class Refusal(Exception):
    """Ends a handler: what it did is undone, the person reads the sentence, an open question stays open."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text
