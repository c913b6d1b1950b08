"""A lead adds a relay: which service, its address, and a first message that shows whether it arrives."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text
from bot.identity.roles import LEADS
from bot.relay.services import BadAddress, Service, read
from handlers.relays import rules, store
from handlers.relays.showing import known, start_test
from handlers.relays.words import t


@action(LEADS)
async def add(context: Context) -> None:
    rows = [
        [add_robot.button(t.kind_robot)],
        [add_address.button(t.kind_address)],
        [add_group.button(t.kind_group)],
    ]
    await context.show(t.which_kind, rows, back=context.go(t.back, "relays"))


@action(LEADS)
async def add_robot(context: Context) -> None:
    rows = [[paste.button(t[f"service-{service.value}"], service)] for service in rules.ROBOTS]
    await context.show(t.which_service, rows, back=add.button(t.back))


@action(LEADS)
async def add_address(context: Context) -> None:
    rows = [[paste.button(t[f"service-{service.value}"], service)] for service in rules.ADDRESSES]
    await context.show(t.which_service, rows, back=add.button(t.back))


@action(LEADS)
async def add_group(context: Context) -> None:
    await context.show(t.how_to_bind, back=add.button(t.back))


@action(LEADS)
async def paste(context: Context, service: Service) -> None:
    """Asks for the address; what it looks like stands in the question."""
    if service is Service.TELEGRAM:
        raise Refusal(t.how_to_bind)
    if len(await store.relays(context.tx, context.place.id)) >= rules.MOST:
        raise Refusal(t.too_many(count=rules.MOST))
    await context.ask(_question(context, service), hear_address, service, back=add.button(t.back))


@action(LEADS)
async def hear_address(context: Context, service: Service, words: str) -> None:
    """Whatever it is, it goes out of the chat again; a Refusal would undo that, so none is raised here."""
    await context.take_away_heard()
    if len(await store.relays(context.tx, context.place.id)) >= rules.MOST:
        await context.show(t.too_many(count=rules.MOST), [[context.go(t.see_relays, "relays")]])
        return
    try:
        target = read(service, words, context.town.relay_hosts)
    except BadAddress as error:
        await context.ask(t[f"bad-{error.reason}"], hear_address, service, back=paste.button(t.back, service))
        return
    relay_id = await store.add_relay(
        context.tx,
        context.place.id,
        service,
        target.label,
        context.seal.close(words),
        None,
        context.language,
        rules.first_topics(service),
        context.now_ms,
    )
    await start_test(context, await known(context, relay_id))


def _question(context: Context, service: Service) -> Text:
    if service in rules.WITH_KEYWORD:
        return t[f"paste-{service.value}"](place=context.place.name)
    return t[f"paste-{service.value}"]
