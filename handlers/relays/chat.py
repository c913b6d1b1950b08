"""Where else the news goes: the list, one relay, what it gets, a test, and its end."""

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import TELEGRAM
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity.roles import LEADS
from bot.outbox.message import Address, Button, Lane, Message
from bot.outbox.queue import queue_message
from bot.relay.services import Topic
from handlers.relays import rules, store
from handlers.relays.adding import add
from handlers.relays.showing import known, named, start_test, state, title
from handlers.relays.store import Relay
from handlers.relays.words import t

CHOICES = 2  # beside Add, or More


@action(LEADS, command="relays")
async def relays(context: Context) -> None:
    found = await store.relays(context.tx, context.place.id)
    if not found:
        await context.show(
            t.none_yet(place=context.place.name), [[add.button(t.add_button)]], back=context.go(t.back, "team")
        )
        return
    rows = [[_open_button(one)] for one in found]
    if len(found) > CHOICES:
        rows = [[choose.button(t.choose_button, 0)]]
    if len(found) < rules.MOST:
        rows.append([add.button(t.add_button)])
    lines = [_line(one) for one in found]
    await context.show(join(t.relays(place=context.place.name), *lines), rows, back=context.go(t.back, "team"))


@action(LEADS)
async def choose(context: Context, first: int) -> None:
    """Two at a time when there are more than three."""
    rest = (await store.relays(context.tx, context.place.id))[max(first, 0) :]
    shown = rest if len(rest) <= CHOICES + 1 else rest[:CHOICES]
    rows = [[_open_button(one)] for one in shown]
    if len(rest) > len(shown):
        rows.append([choose.button(t.more, max(first, 0) + len(shown))])
    await context.show(t.choose, rows, back=relays.button(t.back))


@action(LEADS)
async def relay(context: Context, relay_id: int) -> None:
    one = await known(context, relay_id)
    lines = [title(one), state(one), await _since(context, one)]
    if one.state == "active":
        lines.append(_gets(one))
    await context.show(join(*lines), _rows(one), back=relays.button(t.back))


@action(LEADS)
async def topics(context: Context, relay_id: int) -> None:
    one = await known(context, relay_id)
    rows = [
        [get.button(_ticked(topic, topic in one.topics), one.id, topic, int(topic not in one.topics))]
        for topic in Topic
    ]
    await context.show(t.which_topics(where=named(one)), rows, back=relay.button(t.back, one.id))


@action(LEADS)
async def get(context: Context, relay_id: int, topic: Topic, wished: int) -> None:
    one = await known(context, relay_id)
    await store.set_topic(context.tx, one.id, topic, 1 if wished else 0)
    await topics(context, one.id)


@action(LEADS)
async def toggle(context: Context, relay_id: int, topic: Topic) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    await topics(context, relay_id)


@action(LEADS)
async def test(context: Context, relay_id: int) -> None:
    one = await known(context, relay_id)
    if one.state in ("barred", "lost"):
        raise Refusal(state(one))
    if one.chat_id is not None:
        group = Message(t.test_words(place=context.place.name))
        to = Address(TELEGRAM, one.chat_id, one.language)
        await queue_message(context.tx, to, group, Lane.ANSWER, context.now)
        await context.show(t.test_in_group(where=named(one)), back=relay.button(t.back, one.id))
        return
    await start_test(context, one)


@action(LEADS)
async def ask_remove(context: Context, relay_id: int) -> None:
    one = await known(context, relay_id)
    rows = [[remove.button(t.remove_yes, one.id)]]
    await context.show(t.ask_remove(where=named(one)), rows, back=relay.button(t.back, one.id))


@action(LEADS)
async def remove(context: Context, relay_id: int) -> None:
    one = await known(context, relay_id)
    await store.remove(context.tx, one.id)
    await context.show(t.removed(where=named(one)), [[relays.button(t.see_relays)]])


def _rows(one: Relay) -> list[list[Button]]:
    rows = []
    if one.state == "active":
        rows.append([topics.button(t.topics_button, one.id)])
    if one.state not in ("barred", "lost"):
        rows.append([test.button(t.test_button, one.id)])
    return [*rows, [ask_remove.button(t.remove_button, one.id)]]


def _ticked(topic: Topic, wanted: bool) -> Text:
    return t[f"with-{topic.value}"] if wanted else t[f"without-{topic.value}"]


def _gets(one: Relay) -> Text:
    if not one.topics:
        return t.gets_nothing
    return t.gets(what=join(*(t[f"topic-{topic.value}"] for topic in Topic if topic in one.topics), separator=" · "))


async def _since(context: Context, one: Relay) -> Text:
    made = t.since(when=When(moment(one.made_at), context.place.clocks, "day"))
    if one.chat_id is not None or one.state not in ("active", "paused"):
        return made
    counted = await store.counts(context.tx, one.id)
    return join(
        made,
        t.counts(sent=counted.sent, waiting=counted.waiting, unsure=counted.unsure, refused=counted.refused),
    )


def _line(one: Relay) -> Text:
    return t.line(mark=t[f"mark-{one.state}"], what=title(one))


def _open_button(one: Relay) -> Button:
    return relay.button(title(one), one.id)
