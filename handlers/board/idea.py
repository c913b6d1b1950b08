"""The page of one idea: its photos, before and after, and every step with its reason."""

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import moment
from bot.database.db import Tx
from bot.i18n.clocks import When
from bot.i18n.texts import Text, clean, short
from bot.identity import places
from bot.server.tongues import plain_words
from bot.translating.scripts import mark
from bot.web.pages import html_answer
from handlers.board import frame, rules, showing, store
from handlers.board.rules import Choice
from handlers.board.showing import IN_TITLE, Here
from handlers.board.words import t
from handlers.experts.store import looks
from handlers.experts.words import on_page
from handlers.ideas.rules import FINISHED, MOST_LETTERS, Status
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea
from handlers.ledger import rules as ledger_rules
from handlers.ledger.store import promises
from handlers.ledger.words import promise_line
from handlers.needs.rules import NEEDY, State
from handlers.needs.store import lines as money
from handlers.needs.store import needs
from handlers.needs.words import money_line, need_line, totals
from handlers.permits import words as permits
from handlers.polls.rules import Kind
from handlers.polls.store import polls
from handlers.translations.store import made, said

MOST_ANSWERS = 10  # of experts


async def followed(tx: Tx, found: Idea | None) -> Idea | None:
    """The idea that it was joined with, through as many as it takes."""
    seen: set[int] = set()
    while found is not None and found.status is Status.MERGED and found.merged_into and found.id not in seen:
        seen.add(found.id)
        found = await ideas.find(tx, found.place_id, found.merged_into)
    return found


async def answer(tx: Tx, request: Request, here: Here, idea: Idea, now: int) -> Response:
    """Expects it to be public."""
    photos = await store.photos(tx, [idea.id])
    spots = {spot.id: spot for spot in await places.all_spots(tx, here.place.id)}
    steps = await store.steps(tx, idea.id)
    results = [
        one
        for one in await polls.polls_about(tx, idea.id)
        if one.kind is not Kind.BUDGET or one.voters >= rules.LEAST_TOLD
    ]
    needed = await needs.of_idea(tx, here.place.id, idea.id)
    lines = await money.of_idea(tx, here.place.id, idea.id)
    said = await looks.beneath(tx, here.place.id, idea.id, MOST_ANSWERS)
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
        read=await _read(tx, here, idea),
        until=_until(here, idea),
        promised=await _promised(tx, here, idea, now),
        threads=await permits.threads(tx, idea.id, here.place.clocks, now),
        pair=pair,
        photos=[one for one in pictures if one.address not in in_pair],
        doors=showing.doors(here.links, f"idea-{here.place.code}-{idea.number}"),
        steps=[showing.taken(here, one) for one in steps],
        needs=[need_line(one) for one in needed if idea.status in NEEDY or one.state is State.MET],
        money=[*totals(lines), *map(money_line, lines)],
        experts=[on_page(one) for one in said if one.answer],
        results=[(clean(one.question), showing.about(one)) for one in results],
    )
    return html_answer(request, content, here.tongue)


async def _read(tx: Tx, here: Here, idea: Idea) -> tuple[str, Text] | None:
    """Its words in the language of the page, and whose they are: a person's before a machine's."""
    of_words = mark(idea.words)
    vouched = await said.vouched(tx, here.place.id, idea.id, here.tongue.code, of_words)
    if vouched is not None:
        return clean(vouched.words), t.read_by_neighbour
    by_machine = await made.shown(tx, idea.id, here.tongue.code, of_words)
    return None if by_machine is None else (clean(by_machine.words), t.read_by_machine(host=by_machine.host))


def _until(here: Here, idea: Idea) -> When | None:
    if idea.status is not Status.TRIAL or not idea.trial_until:
        return None
    return When(moment(idea.trial_until), here.place.clocks, "day")


async def _promised(tx: Tx, here: Here, idea: Idea, now: int) -> Text | None:
    """Until when an answer is owed, and whether that is past."""
    if not here.place.answer_days or idea.status is not Status.OPEN:
        return None
    since = await promises.owed_since(tx, here.place.id, idea.id, here.place.answer_voices)
    owed_at = ledger_rules.owed_at(since, here.place.answer_days)
    return None if owed_at is None else promise_line(owed_at, now, here.place.clocks)


def _head(here: Here, idea: Idea, pictures: list[showing.Picture]) -> frame.Head:
    def path(choice: Choice) -> str:
        return f"/p/{here.place.code}/{idea.number}{Choice(lang=choice.lang).query}"

    words = short(" ".join(idea.words.split()), IN_TITLE) or plain_words(t.without_words, here.tongue.code)
    title = plain_words(t.idea_title(number=idea.number, words=words), here.tongue.code)
    status = showing.status_name(idea.status)
    description = plain_words(t.idea_description(status=status, place=clean(here.place.name)), here.tongue.code)
    return frame.head(here, title, description, path, pictures[0] if pictures else None)
