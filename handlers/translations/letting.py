"""The machine: who it is, whether it may help here, and whether it may read my ideas. Each names the host."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity.roles import LEADS
from bot.outbox.message import Button
from bot.translating.scripts import mark
from handlers.translations import rules, store
from handlers.translations.store.made import Translator
from handlers.translations.words import pairs_named, t


@action(command="machine")
async def who_helps(context: Context) -> None:
    found = await store.made.named(context.tx)
    if found is None:
        await context.show(t.no_machine)
        return
    at_work = await store.made.at_work(context.tx, context.place.id) is not None
    said = await store.made.said(context.tx, context.person.id, found.host)
    lines = [t.machine(host=found.host, pairs=pairs_named(rules.pairs_of(found.pairs)))]
    rows: list[list[Button]] = []
    lines.append(t.at_work if at_work else t.not_at_work)
    if at_work or said is not None:
        lines.append({None: t.you_have_not_said, 0: t.you_said_no, 1: t.you_said_yes}[said])
        if said != 1:
            rows.append([may.button(t.may, 1, seen(found))])
        if said != 0:
            rows.append([may.button(t.may_not, 0, seen(found))])
    if context.may(LEADS):
        label = t.stop if at_work else t.let(host=found.host)
        rows.append([let.button(label, 0 if at_work else 1, seen(found))])
    await context.show(join(*lines, separator="\n\n"), rows)


@action(LEADS)
async def let(context: Context, wished: int, host_seen: str) -> None:
    """What is let is the host that stood on the screen."""
    found = await _same(context, host_seen)
    if wished:
        await store.made.let(context.tx, context.place.id, found.host, context.person.id, context.now_ms)
    else:
        await store.made.stop(context.tx, context.place.id)
    context.toast(t.noted)
    await who_helps(context)


@action()
async def may(context: Context, wished: int, host_seen: str) -> None:
    """From the screen, or from the message that asked her once."""
    found = await _same(context, host_seen)
    given = 1 if wished else 0
    await store.made.say(context.tx, context.person.id, found.host, given, context.language, context.now_ms)
    context.toast(t.noted)
    await who_helps(context)


def seen(found: Translator) -> str:
    """The host, short enough for a button."""
    return mark(found.host)[:8]


async def _same(context: Context, host_seen: str) -> Translator:
    found = await store.made.named(context.tx)
    if found is None or seen(found) != host_seen:
        raise Refusal(t.another_machine)
    return found
