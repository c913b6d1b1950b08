"""A kit of another shop is brought as a file, and what became of reading it is said."""

from bot.database.db import Tx
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.feature import FileReader
from bot.dialogue.incoming import Paper
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text
from bot.identity import roles
from bot.identity.roles import LEADS, Role
from handlers.kit import reading, rules, store
from handlers.kit.reading import Fault
from handlers.kit.rules import Kit
from handlers.kit.words import t

NAME = "kit"  # of the feature, whose file it is
look_next = Ahead[[int]]("kit.look_next")
brought = Ahead[[int]]("kit.brought")


@action(LEADS)
async def bring(context: Context) -> None:
    if await store.brought.count(context.tx, context.place.id) >= rules.MOST_BROUGHT:
        raise Refusal(t.enough_brought(limit=rules.MOST_BROUGHT))
    await context.ask(t.ask_file, hear_file, back=brought.button(t.back, 0))


@action(LEADS)
async def hear_file(context: Context, sent: Paper) -> None:
    if (sent.size or 0) > reading.LARGEST:
        raise Refusal(t.fault_too_large)
    await context.fetch_file(sent, NAME)
    await context.show(t.file_on_its_way, back=brought.button(t.back, 0))


async def came(notices: Notices, person_id: int, read: object | None) -> None:
    """Of who is no lead any more nothing is taken in."""
    if person_id not in await roles.holders(notices.tx, notices.place.id, Role.LEAD):
        return
    if isinstance(read, Kit):
        refused = await take_in(notices.tx, notices.place.id, read, person_id, notices.now_ms)
        text = refused or t.came(place=read.place, count=len(read.sheets))
        button = brought.button(t.all_templates, 0) if refused else look_next.button(t.look_now, 0)
    else:
        text = fault(read) if isinstance(read, Fault) else t.fault_not_fetched
        button = bring.button(t.bring_one)
    # She was told "at once", and is awake.
    await notices.answer_at_once(person_id, text, [[button]])


async def take_in(tx: Tx, place_id: int, kit: Kit, by: int | None, now: int) -> Text | None:
    """Why not, where it was not; the same kit, brought by two at once, is here once."""
    await tx.lock(f"kits brought to {place_id}")
    if await store.kits.is_ours(tx, place_id, kit.mark):
        return t.own_kit
    if await store.brought.find_mark(tx, place_id, kit.mark) is not None:
        return t.here_already
    if await store.brought.count(tx, place_id) >= rules.MOST_BROUGHT:
        return t.enough_brought(limit=rules.MOST_BROUGHT)
    await store.brought.add(tx, place_id, kit, by, now)
    return None


def fault(why: Fault) -> Text:
    return t[f"fault-{why.value}"]


READER = FileReader(reading.read, came)
