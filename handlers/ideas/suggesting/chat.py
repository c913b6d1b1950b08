"""Suggesting: a photo or words, where, look-alikes, saved."""

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.feature import Heard
from bot.dialogue.incoming import Location, Photo, Voice
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity import places, roles
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Collage
from handlers.ideas import cards, rules, store
from handlers.ideas.board import browsing
from handlers.ideas.desk import crowding
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import behalf, changing, gathering, moderating
from handlers.ideas.suggesting.small_talk import Said, is_question, small_talk
from handlers.ideas.words import behalf_name, spot_name, t, words_of
from handlers.welcome.store import add_question

LOOK_ALIKES = 2  # the third choice is "mine is different"
EXCERPT = 200
EXCERPT_OF_EARLIER = 60


@action(command="suggest")
async def suggest(context: Context) -> None:
    await gathering.check_enough(context)
    draft = await store.drafts.open_draft(context.tx, context.place.id, context.person.id)
    if draft is not None and await gathering.is_empty(context, draft):
        # It may have been begun for somebody else.
        await store.drafts.drop(context.tx, draft.id)
        draft = None
    if draft is None:
        await _begin(context)
        return
    rows = [[go_on.button(t.go_on, draft.id)], [start_anew.button(t.start_anew, draft.id)]]
    await context.show(t.draft_open(words=words_of(draft, EXCERPT)), rows)


@action()
async def go_on(context: Context, idea_id: int) -> None:
    await gathering.draft(context, idea_id)
    await store.drafts.mean(context.tx, idea_id)
    await next_step(context, idea_id)


@action()
async def start_anew(context: Context, idea_id: int) -> None:
    await gathering.draft(context, idea_id)
    await store.drafts.drop(context.tx, idea_id)
    await _begin(context)


async def hears(context: Context, heard: Heard) -> None:
    """What nobody asked for is kept first and asked about afterwards."""
    if isinstance(heard, str) and (await _opened_number(context, heard) or await _greeted(context, heard)):
        return
    await gathering.check_enough(context)
    draft = await store.drafts.open_draft(context.tx, context.place.id, context.person.id)
    if draft is None or rules.begins_anew(draft.touched_at, context.now) or _is_another(draft, heard):
        await _begin_with(context, heard, draft)
        return
    await gathering.add_to_draft(context, draft, heard)
    await next_step(context, draft.id)


@action()
async def hear_more(context: Context, idea_id: int, heard: str | Photo | Voice | Location) -> None:
    """Whatever comes while a draft is asked about belongs to it."""
    idea = await store.ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.person_id != context.person.id or idea.status not in (Status.DRAFT, Status.NEW):
        await hears(context, heard)
        return
    if idea.status is Status.DRAFT:
        await _hear_about_draft(context, idea, heard)
        return
    await gathering.add(context, idea, heard)
    await context.say(t.added(number=idea.number), [[browsing.card.button(t.see, idea.id)]])


@action()
async def complete(context: Context, idea_id: int) -> None:
    """Something better in place of a picture that could not be kept."""
    idea = await store.ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.person_id != context.person.id or idea.status not in (Status.DRAFT, Status.NEW):
        raise Refusal(t.draft_gone)
    await context.ask(t.send_something, hear_more, idea_id, where=Where.BELOW)


async def next_step(context: Context, idea_id: int) -> None:
    """Asks for what the draft still lacks; saves it when it lacks nothing."""
    draft = await store.ideas.idea(context.tx, context.place.id, idea_id)
    whose = await store.behalf.find(context.tx, draft.id)
    if not draft.meant:
        await _ask_intent(context, draft)
    elif whose is not None and whose.agreed_at is None:
        await behalf.ask_consent(context, draft)
    elif await gathering.is_empty(context, draft):
        await context.ask(t.send_hers if whose else t.send_something, hear_more, draft.id)
    elif not draft.has_place:
        await _ask_where(context, draft, 0)
    elif draft.different or not await _show_look_alikes(context, draft):
        await _save(context, draft)


@action()
async def mean_it(context: Context, idea_id: int) -> None:
    await go_on(context, idea_id)


@action()
async def it_is_a_question(context: Context, idea_id: int) -> None:
    """To the team, with the words and the first picture or voice note."""
    draft = await gathering.draft(context, idea_id)
    attached = await store.pictures.attached(context.tx, draft.id)
    media_id = attached[0].media_id if attached else None
    await store.drafts.drop(context.tx, draft.id)
    place_id, me = context.place.id, context.person.id
    await add_question(context.tx, place_id, me, draft.words, media_id, context.now_ms)
    asked = t.somebody_asks(name=context.called, words=words_of(draft, EXCERPT * 3))
    team = [one for one in await roles.team(context.tx, place_id) if one != me]
    await context.show(*await naming.asked_with(context, t.question_sent if team else t.question_kept, []))
    await context.tell_all(team, asked, [[context.go(t.answer_questions, "questions")]])


@action()
async def never_mind(context: Context, idea_id: int) -> None:
    await gathering.draft(context, idea_id)
    await store.drafts.drop(context.tx, idea_id)
    await context.show(t.dropped, [[suggest.button(t.suggest_something)]])


@action()
async def where(context: Context, idea_id: int, page: int) -> None:
    await _ask_where(context, await gathering.draft(context, idea_id), page)


@action()
async def at_spot(context: Context, idea_id: int, spot_id: int) -> None:
    await gathering.draft(context, idea_id)
    spot = await places.find_spot(context.tx, context.place.id, spot_id)
    if spot is None or spot.removed_at is not None:
        raise Refusal(t.no_such_spot)
    await store.drafts.put_at_spot(context.tx, idea_id, spot.id, spot.space)
    await next_step(context, idea_id)


@action()
async def elsewhere(context: Context, idea_id: int) -> None:
    await gathering.draft(context, idea_id)
    await store.drafts.put_elsewhere(context.tx, idea_id)
    await next_step(context, idea_id)


@action(TEAM)
async def agreed(context: Context, idea_id: int) -> None:
    """She said that it may be written down and shown; the tap notes it."""
    draft = await gathering.draft(context, idea_id)
    await store.behalf.note_agreement(context.tx, draft.id, context.now_ms)
    await next_step(context, draft.id)


@action()
async def add_voice(context: Context, idea_id: int, other_id: int) -> None:
    """Somebody said it before: the voice counts there, and the words stand below it."""
    draft = await gathering.draft(context, idea_id)
    other = await store.ideas.find(context.tx, context.place.id, other_id)
    if other is None or not other.public:
        # An old button, or it was hidden meanwhile: hers goes its own way, and nothing of it is lost.
        await next_step(context, draft.id)
        return
    apart = False
    if await store.behalf.find(context.tx, draft.id):
        await store.behalf.add_voice(context.tx, other.id, context.person.id, context.now_ms)
    elif not await store.ideas.is_author(context.tx, other.id, context.person.id):
        apart = await crowding.support(context, other)
    if draft.words.strip():
        await store.comments.add(context.tx, other.id, context.person.id, draft.words, context.now_ms)
    await store.drafts.fold_into(context.tx, draft.id, other.id)
    now = await store.ideas.idea(context.tx, context.place.id, other.id)
    added = t.voice_apart(number=now.number) if apart else t.voice_added(number=now.number, voices=now.voices)
    await context.say(added, [[browsing.card.button(t.see, now.id)]])


@action()
async def mine_is_different(context: Context, idea_id: int) -> None:
    await gathering.draft(context, idea_id)
    await store.drafts.is_different(context.tx, idea_id)
    await next_step(context, idea_id)


@action()
async def take_back(context: Context, idea_id: int) -> None:
    """Only while nobody has taken it up."""
    idea = await store.ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.person_id != context.person.id:
        raise Refusal(t.draft_gone)
    if idea.status is Status.WITHDRAWN:
        raise Refusal(t.was_taken_back(number=idea.number))
    if idea.status is not Status.NEW and not await moderating.nobody_took_it_up(context.tx, idea):
        raise Refusal(t.too_late_to_take_back(number=idea.number))
    await store.drafts.withdraw(context.tx, idea.id)
    await context.show(t.taken_back(number=idea.number), [[suggest.button(t.suggest_something)]])


async def _begin(context: Context) -> None:
    idea_id = await store.drafts.start_draft(context.tx, context.place.id, context.person.id, context.now_ms)
    await store.drafts.mean(context.tx, idea_id)
    rows = [[behalf.on_behalf.button(t.on_behalf)]] if context.may(TEAM) else []
    await context.ask(t.send_something, hear_more, idea_id, rows=rows)


async def _begin_with(context: Context, heard: Heard, earlier: Idea | None) -> None:
    """Whatever was begun before is kept, and she reads that it is not sent."""
    idea_id = await store.drafts.start_draft(context.tx, context.place.id, context.person.id, context.now_ms)
    await gathering.add(context, await store.ideas.idea(context.tx, context.place.id, idea_id), heard)
    kept = earlier if earlier is not None and not await gathering.is_empty(context, earlier) else None
    await _ask_intent(context, await store.ideas.idea(context.tx, context.place.id, idea_id), kept)


async def _hear_about_draft(context: Context, draft: Idea, heard: Heard) -> None:
    """Small talk is no part of it, and what comes after a pause or beside a question begins anew."""
    if isinstance(heard, str) and small_talk(heard):
        await next_step(context, draft.id)
        return
    begun = not await gathering.is_empty(context, draft)
    if begun and (rules.begins_anew(draft.touched_at, context.now) or _is_another(draft, heard)):
        await hears(context, heard)
        return
    await gathering.add_to_draft(context, draft, heard)
    await next_step(context, draft.id)


def _is_another(draft: Idea, heard: Heard) -> bool:
    """A question and an idea in two messages are two things, as long as she has not said what the first one is."""
    if draft.meant or not isinstance(heard, str) or not draft.words.strip():
        return False
    return is_question(heard) or is_question(draft.words)


async def _greeted(context: Context, words: str) -> bool:
    said = small_talk(words)
    if said is None:
        return False
    rows = [[suggest.button(t.suggest_something)], [context.go(t.see_the_board, "ideas")]]
    await context.show((t.greeted if said is Said.GREETING else t.with_pleasure)(place=context.place.name), rows)
    return True


async def _opened_number(context: Context, words: str) -> bool:
    if not words.strip().isdecimal():
        return False
    number = int(words.strip()[:9])
    if await store.ideas.find_by_number(context.tx, context.place.id, number) is None:
        return False
    await browsing.open_number(context, number)
    return True


async def _ask_intent(context: Context, draft: Idea, earlier: Idea | None = None) -> None:
    rows = [
        [mean_it.button(t.a_new_idea, draft.id)],
        [it_is_a_question.button(t.a_question, draft.id)],
        [never_mind.button(t.never_mind, draft.id)],
    ]
    lines: list[Text] = [t.what_is_it]
    if earlier is not None:
        lines.append(t.earlier_kept(words=words_of(earlier, EXCERPT_OF_EARLIER)))
    await context.ask(join(*lines), hear_more, draft.id, rows=rows)


async def _ask_where(context: Context, draft: Idea, page: int) -> None:
    spots = await cards.spots(context.notices)
    picture = cards.picture_of_spots(spots)
    choices = [
        at_spot.button(_label(number, spot, picture), draft.id, spot.id) for number, spot in enumerate(spots, 1)
    ]
    choices.append(elsewhere.button(t.elsewhere, draft.id))
    rows = paged(choices, page, where.button(t.more_spots, draft.id, page + 1))
    back = where.button(t.back, draft.id, page - 1) if page > 0 else None
    await context.ask(t.where, hear_more, draft.id, rows=rows, picture=picture, back=back)


def _label(number: int, spot: places.Spot, picture: Collage | None) -> Text:
    """With the number it has in the picture, where there is one."""
    name = spot_name(spot)
    return t.numbered_spot(number=number, spot=name) if picture else name


async def _show_look_alikes(context: Context, draft: Idea) -> bool:
    """Whether there are any."""
    alike = await store.lookalikes.look_alikes(context.tx, draft, LOOK_ALIKES)
    if not alike:
        return False
    lines: list[Text] = [t.look_alikes(count=len(alike))]
    lines += [await cards.line(context.tx, one) for one in alike]
    rows: list[list[Button]] = [[add_voice.button(t.add_voice(number=one.number), draft.id, one.id)] for one in alike]
    rows.append([mine_is_different.button(t.mine_is_different, draft.id)])
    picture = await cards.pictures_of(context.tx, alike)
    await context.ask(join(*lines), hear_more, draft.id, rows=rows, picture=picture)
    return True


async def _save(context: Context, draft: Idea) -> None:
    await gathering.check_enough(context)
    number = await store.drafts.send(context.tx, draft, context.now_ms)
    at_once = await moderating.show_at_once(context, draft.id)
    rows = [
        [take_back.button(t.undo, draft.id), browsing.card.button(t.see, draft.id)],
        [changing.change.button(t.change, draft.id)],
    ]
    words = short(draft.words, EXCERPT) or t.without_words
    receipt: Text = (t.saved_on_board if at_once else t.saved)(number=number, words=words)
    if not at_once:
        # True to what happens next: where there is nobody to look at it, that is said.
        team = await roles.team(context.tx, context.place.id)
        receipt = join(receipt, t.saved_waits if team else t.saved_waits_for_somebody)
    if whose := await store.behalf.find(context.tx, draft.id):
        await context.say(join(receipt, t.card_behalf(name=behalf_name(whose))), rows)
        return
    await context.say(*await naming.asked_with(context, receipt, rows))
