"""How an idea looks: its card, its line in a list, its pictures, and choices three at a time."""

from collections.abc import Sequence

from bot.clock import moment
from bot.database.db import Tx
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, join, literal, short
from bot.identity import names, places
from bot.identity.places import Space, Spot
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Collage, Stored
from handlers.ideas import asides, store
from handlers.ideas.rules import FINISHED, Status
from handlers.ideas.source import Reading
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import (
    REASON_ON_CARD,
    answer_line,
    band_name,
    behalf_name,
    space_name,
    spot_name,
    status_name,
    t,
    words_of,
)
from handlers.polls import rules as poll_rules
from handlers.polls.rules import Kind
from handlers.polls.store import polls

ON_CARD = 420  # letters of an idea beside its picture, and of a reason below
IN_LINE = 70
MOST_PICTURES = 9


async def where(tx: Tx, idea: Idea) -> Text:
    if idea.spot_id is not None:
        spot = await places.find_spot(tx, idea.place_id, idea.spot_id)
        if spot is not None:
            return spot_name(spot)
    if idea.latitude is not None and idea.longitude is not None:
        return t.at_location(latitude=_degrees(idea.latitude), longitude=_degrees(idea.longitude))
    return t.spot_unsure


async def card(context: Context, idea: Idea) -> Text:
    """Fits beside a picture."""
    reading = await asides.reading(context, idea)
    lines = [
        t.card(
            number=idea.number,
            words=words_of(idea, ON_CARD) if reading is None else literal(short(reading.words, ON_CARD)),
            spot=await where(context.tx, idea),
            status=status_name(idea.status),
            voices=idea.voices,
        )
    ]
    if reading is not None:
        lines.append(reading.whose)
    if changes := await store.changes.on_record(context.tx, idea.id):
        lines.append(t.card_changed(when=When(moment(changes[-1].changed_at), context.place.clocks, "day")))
    if band := await store.costs.find(context.tx, idea.id):
        lines.append(t.card_cost(cost=band_name(band)))
    lines += await _counts(context.tx, idea)
    if idea.status is Status.TRIAL and idea.trial_until:
        lines.append(t.card_trial(until=When(moment(idea.trial_until), context.place.clocks, "day")))
    if idea.merged_into is not None:
        target = await store.ideas.idea(context.tx, idea.place_id, idea.merged_into)
        lines.append(t.card_merged(number=target.number))
    if idea.status is Status.OPEN:
        lines += [answer_line(one) for one in await store.answers.standing(context.tx, idea)]
    step = await store.steps.last_step(context.tx, idea.id)
    if step is not None and step.reason:
        lines.append(t.card_reason(reason=short(step.reason, REASON_ON_CARD)))
    return join(*lines, *await asides.lines(context, idea), *await _authors(context, idea))


async def poll_lines(tx: Tx, idea: Idea) -> list[Text]:
    """How the newest closed poll about it came out: it informs, it does not decide."""
    return [_poll_line(one) for one in (await polls.polls_about(tx, idea.id))[:1]]


def _poll_line(one: polls.Result) -> Text:
    question = short(one.question, IN_LINE)
    match one.kind:
        case Kind.DOTS:
            return t.card_poll_dots(question=question, dots=one.points, voters=one.voters)
        case Kind.SCORE:
            score = poll_rules.score_words(poll_rules.tenths(one.points, one.votes))
            return t.card_poll_score(question=question, score=score, votes=one.votes)
    return t.card_poll(question=question, votes=one.votes, voters=one.voters)


async def _counts(tx: Tx, idea: Idea) -> list[Text]:
    """Beside the voices: those on paper, a poll, and whose space it is where the spot does not say so."""
    lines: list[Text] = []
    if apart := await store.support.apart(tx, idea.id):
        lines.append(t.card_apart(count=apart))
    if paper := await store.behalf.paper_voices(tx, idea.id):
        lines.append(t.card_paper(count=paper))
    lines += await poll_lines(tx, idea)
    spot = await places.find_spot(tx, idea.place_id, idea.spot_id) if idea.spot_id else None
    if idea.space is not (spot.space if spot else Space.UNSURE):
        lines.append(t.card_space(space=space_name(idea.space)))
    return lines


async def _authors(context: Context, idea: Idea) -> list[Text]:
    """Named to the team only; others read that somebody without a phone is behind it."""
    behalf = await store.behalf.find(context.tx, idea.id)
    if not context.may(TEAM):
        return [t.card_for_a_neighbour] if behalf else []
    authors = [names.called(name) for name in await store.ideas.author_names(context.tx, idea.id)]
    lines = [t.card_author(name=join(*authors[:4], separator=" · "))]
    return [*lines, t.card_behalf(name=behalf_name(behalf))] if behalf else lines


async def line(tx: Tx, idea: Idea, reading: Reading | None = None) -> Text:
    return t.line(
        number=idea.number,
        words=words_of(idea, IN_LINE) if reading is None else t.read_as(words=short(reading.words, IN_LINE)),
        status=status_name(idea.status),
        spot=await where(tx, idea),
        voices=idea.voices,
    )


async def picture(tx: Tx, idea: Idea) -> Stored | Collage | None:
    """Its photos; of what is finished how it was and how it is, each with its month."""
    photos = await store.pictures.ready_photos(tx, idea.id)
    now = await store.steps.after_photo(tx, idea.id) if idea.status in FINISHED else None
    if now is not None:
        clocks = (await places.place(tx, idea.place_id)).clocks
        now_and_before = [(now.media_id, _month(now.taken_at, clocks))]
        if photos:
            now_and_before.insert(0, (photos[0], _month(idea.sent_at or now.taken_at, clocks)))
        return Collage(tuple(now_and_before))
    if len(photos) > 1:
        return Collage(tuple((media_id, "") for media_id in photos[:MOST_PICTURES]))
    return Stored(photos[0]) if photos else None


async def pictures_of(tx: Tx, ideas: Sequence[Idea]) -> Collage | None:
    """One of each that has any, labelled with its number."""
    found = [(await _one_photo(tx, idea), str(idea.number)) for idea in ideas]
    pairs = tuple((media_id, label) for media_id, label in found if media_id is not None)
    return Collage(pairs) if pairs else None


async def _one_photo(tx: Tx, idea: Idea) -> int | None:
    """How it is now, where somebody has shown that."""
    now = await store.steps.after_photo(tx, idea.id) if idea.status in FINISHED else None
    return now.media_id if now else await store.pictures.ready_photo(tx, idea.id)


def _month(at: int, clocks: Clocks) -> str:
    """In figures, so that it needs no language."""
    return f"{moment(at).astimezone(clocks.first_shown):%Y-%m}"


async def spots(notices: Notices) -> list[Spot]:
    return await places.spots(notices.tx, notices.place.id)


def picture_of_spots(spots: Sequence[Spot]) -> Collage | None:
    """Those that have a photo, labelled with the number that stands on their buttons as well."""
    numbered = [(one.media_id, str(number)) for number, one in enumerate(spots, 1)]
    pairs = tuple((media_id, label) for media_id, label in numbered if media_id is not None)
    return Collage(pairs[:MOST_PICTURES]) if pairs else None


async def check_seen(context: Context, idea: Idea | None) -> Idea:
    """Refuses what this person may not see: nobody but the team and its author sees what nobody has looked at."""
    if idea is None or idea.status is Status.DRAFT:
        raise Refusal(t.no_such_idea)
    if idea.public or idea.person_id == context.person.id:
        return idea
    if idea.status is Status.MERGED and idea.number and await store.ideas.stands_on_board(context.tx, idea.id):
        return idea
    if idea.status is Status.WITHDRAWN:
        raise Refusal(t.was_taken_back(number=idea.number))
    if context.may(TEAM):
        return idea
    raise Refusal(t.not_on_board(number=idea.number) if idea.number else t.no_such_idea)


def see_rows(idea: Idea) -> list[list[Button]]:
    """Below a notice or a receipt. By address, since the board stands above this module."""
    return [[Button(t.see, f"ideas.card:{idea.id}")]]


def back_to_card(idea: Idea) -> Button:
    return Button(t.back, f"ideas.back_to_card:{idea.id}")


def back_to_record(idea: Idea) -> Button:
    return Button(t.back, f"ideas.record:{idea.id}:0")


def back_to_tools(idea: Idea) -> Button:
    return Button(t.back, f"ideas.look_after:{idea.id}")


async def seen(context: Context, idea_id: int) -> Idea:
    return await check_seen(context, await store.ideas.find(context.tx, context.place.id, idea_id))


async def talked_about(context: Context, idea: Idea) -> Idea:
    """Refuses what is not on the board, or not any more."""
    if not idea.public:
        raise Refusal(t.not_supportable(number=idea.number))
    return idea


def _degrees(millionths: int) -> str:
    return f"{millionths / 1_000_000:.5f}"
