"""Holding a picture with everything that follows, and what is told to whoever sent it."""

from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text
from bot.outbox import held_pictures
from bot.outbox.message import Button, Rows
from handlers.held import rules, store
from handlers.held.words import t


async def hold(notices: Notices, media_id: int, by: int | None) -> list[int]:
    """The picture wherever it is in the place; whoever sent it is told. Returns the media ids."""
    ids = await store.same(notices.tx, notices.place.id, media_id) or [media_id]
    done = [one for one in ids if await held_pictures.hold(notices.tx, notices.place.id, one, by, notices.now)]
    senders = {sender: one for one in done if (sender := await store.sender(notices.tx, one)) is not None}
    for sender, one in senders.items():
        if sender != by:
            goes = When(rules.goes_at(notices.now_ms), notices.place.clocks, "day")
            await notices.answer(sender, t.yours_is_held(what=await what(notices, one), until=goes), human(notices))
    return done


async def what(notices: Notices, media_id: int) -> Text:
    """In a few words; the picture itself is shown to nobody."""
    of = await store.belongs(notices.tx, notices.place.id, media_id)
    match of.kind if of else "":
        case "idea" if of and of.name:
            return t.of_idea(name=of.name)
        case "event" if of:
            return t.of_event(name=of.name)
        case "broadcast":
            return t.of_broadcast
        case "spot":
            return t.of_spot
        case "made":
            return t.of_made
        case "need":
            return t.of_need
    return t.of_something


async def recall_lines(notices: Notices, media_ids: list[int]) -> list[Text]:
    """How many messages showed it, and which of them cannot be changed."""
    counts = [await held_pictures.called_back(notices.tx, one) for one in media_ids]
    lines: list[Text] = []
    if changed := sum(one.done + one.waiting for one in counts):
        lines.append(t.called_back(count=changed))
    if failed := sum(one.failed for one in counts):
        lines.append(t.not_called_back(count=failed))
    if lost := sum(one.out_of_reach for one in counts):
        lines.append(t.out_of_reach(count=lost))
    return lines


def human(notices: Notices) -> Rows:
    command = notices.town.commands.get("human")
    return [[Button(t.to_the_team, command.partial_address())]] if command else []
