"""What follows when a picture is ready, or could not be kept."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.identity import people
from bot.outbox.message import Stored
from handlers.ideas import cards, store
from handlers.ideas.desk import photo_twins
from handlers.ideas.life import steps
from handlers.ideas.rules import Status
from handlers.ideas.suggesting import chat
from handlers.ideas.words import t


async def picture_ready(notices: Notices, media_id: int) -> None:
    """The news of a finished idea was waiting for its after-photo; a twin may have been waiting to be seen."""
    await photo_twins.note(notices, media_id)
    step = await store.steps.untold_with_photo(notices.tx, media_id)
    if step is not None:
        await steps.tell(notices, step.id, Stored(media_id))


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    """The idea stays; a draft that has nothing else asks again."""
    refused = await store.drafts.take_off(notices.tx, media_id)
    if refused is None:
        return
    why = m[f"picture-{reason.replace('_', '-')}"]
    step = await store.steps.untold_with_photo(notices.tx, media_id)
    if step is not None:
        await notices.answer(refused.person_id, join(why, t.news_goes_without_picture))
        await steps.tell(notices, step.id)
        return
    idea = await store.ideas.find(notices.tx, notices.place.id, refused.idea_id)
    if idea is None:
        return
    left: Text = t.the_rest_is_kept
    if not idea.words.strip() and not await store.pictures.attached(notices.tx, idea.id):
        left = t.nothing_left
        if idea.status is Status.DRAFT:
            await _listen_again(notices, refused.person_id, idea.id)
    rows = [[chat.complete.button(t.send_another, idea.id)]] if idea.status in (Status.DRAFT, Status.NEW) else []
    await notices.answer(refused.person_id, join(why, left), rows or cards.see_rows(idea))


async def _listen_again(notices: Notices, person_id: int, idea_id: int) -> None:
    """The next photo or words go into the empty draft, at whichever door they come."""
    for one in await store.drafts.identities(notices.tx, person_id):
        question = chat.hear_more.partial_address(idea_id)
        await people.ask_in(notices.tx, person_id, notices.place.id, one.door, one.user_id, question)
