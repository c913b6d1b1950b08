"""Ahead: a screen that stands further up, by its name, for the way back to it."""

from typing import Generic, ParamSpec

from bot.dialogue.actions import Action, address_of
from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button

P = ParamSpec("P")


class Ahead(Generic[P]):
    """`preview = Ahead[[int]]("broadcasts.preview")` is pressed and called like the action of that name.

    Screens lead to and fro; imports run one way only. Whoever is below takes the one above by its name, of its own
    feature. tests/house/test_shape.py holds that it exists and takes these arguments.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def button(self, label: Text, *args: P.args, **kwargs: P.kwargs) -> Button:
        if kwargs:
            raise ValueError(f"{self.name}: an address has no named arguments")
        return Button(label, address_of(self.name, *args))

    async def __call__(self, context: Context, *args: P.args, **kwargs: P.kwargs) -> None:
        found = context.notices.town.actions[self.name]
        if not isinstance(found, Action):
            raise TypeError(self.name)
        await found(context, *args, **kwargs)
