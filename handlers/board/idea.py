"""The page of one idea: its photos, before and after, and every step with its reason."""

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import moment
from bot.database.db import Tx
from bot.i18n.texts import clean, short
from bot.i18n.times import When
from bot.identity import places
from bot.web.site import html_answer, plain_words
from handlers.board import frame, showing, store
from handlers.board.rules import Choice
from handlers.board.showing import IN_TITLE, Here, t
from handlers.ideas import store as ideas
from handlers.ideas.rules import FINISHED, MOST_LETTERS, Status
from handlers.ideas.store import Idea
from handlers.polls import store as polls


async def followed(tx: Tx, found: Idea | None) -> Idea | None:
    """The idea that it was joined with, through as many as it takes."""
    seen: set[int] = set()
    while found is not None and found.status is Status.MERGED and found.merged_into and found.id not in seen:
        seen.add(found.id)
        found = await ideas.find(tx, found.place_id, found.merged_into)
    return found


async def answer(tx: Tx, request: Request, here: Here, idea: Idea) -> Response:
    """Expects it to be public."""
    photos = await store.photos(tx, [idea.id])
    spots = {spot.id: spot for spot in await places.all_spots(tx, here.place.id)}
    steps = await store.steps(tx, idea.id)
    results = await polls.polls_about(tx, idea.id)
    pair = showing.pair(here, idea.number, photos) if idea.status in FINISHED else None
    in_pair = {pair.before.address, pair.after.address} if pair else set()
    pictures = [showing.picture(here, idea.number, one) for one in photos]
    card = showing.card(here, idea, spots, None, MOST_LETTERS)
    content = frame.TEMPLATES.render(
        "idea.html",
        here.tongue,
        t=t,
        head=_head(here, idea, [pair.after] if pair else pictures),
        card=card,
        until=_until(here, idea),
        pair=pair,
        photos=[one for one in pictures if one.address not in in_pair],
        doors=showing.doors(here.links, f"idea-{here.place.code}-{idea.number}"),
        steps=[showing.taken(here, one) for one in steps],
        results=[(clean(one.question), showing.about(one)) for one in results],
    )
    return html_answer(request, content, here.tongue)


def _until(here: Here, idea: Idea) -> When | None:
    if idea.status is not Status.TRIAL or not idea.trial_until:
        return None
    return When(moment(idea.trial_until), here.place.clocks, "day")


def _head(here: Here, idea: Idea, pictures: list[showing.Picture]) -> frame.Head:
    def path(choice: Choice) -> str:
        return f"/p/{here.place.code}/{idea.number}{Choice(lang=choice.lang).query}"

    words = short(" ".join(idea.words.split()), IN_TITLE) or plain_words(t.without_words, here.tongue.code)
    title = plain_words(t.idea_title(number=idea.number, words=words), here.tongue.code)
    status = showing.status_name(idea.status)
    description = plain_words(t.idea_description(status=status, place=clean(here.place.name)), here.tongue.code)
    return frame.head(here, title, description, path, pictures[0] if pictures else None)
