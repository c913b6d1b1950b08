"""How a relay is named and found, and the test that shows whether it arrives."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, short
from bot.relay import queue
from handlers.relays import store
from handlers.relays.store import Relay
from handlers.relays.words import t

LABEL_SHOWN = 40


async def known(context: Context, relay_id: int) -> Relay:
    found = await store.find_relay(context.tx, context.place.id, relay_id)
    if found is None:
        raise Refusal(t.gone)
    return found


def title(one: Relay) -> Text:
    return t.title(service=t[f"service-{one.service.value}"], label=one.label)


def state(one: Relay) -> Text:
    if one.state in ("paused", "checking") and one.reason is not None:
        return t[f"state-{one.state}-because"](why=t[f"why-{one.reason}"])
    return t[f"state-{one.state}"]


def named(one: Relay) -> str:
    return short(one.label, LABEL_SHOWN)


async def start_test(context: Context, one: Relay) -> None:
    """Its result comes into this very message."""
    if await store.is_being_tested(context.tx, one.id):
        raise Refusal(t.test_under_way)
    row = await context.say(t.testing(where=named(one)))
    words = t.test_words(place=context.place.name)
    await queue.queue(
        context.tx,
        one.id,
        context.place.name,
        queue.worded(words, one.language),
        context.now,
        context.now,
        context.person.id,
        row,
    )
