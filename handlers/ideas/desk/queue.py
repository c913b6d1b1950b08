"""The volunteers' desk: the queue one card at a time, publish, reply, hide, put in the right spot."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity import places
from bot.identity.places import Space
from bot.identity.roles import TEAM, Role
from bot.outbox.message import Button
from handlers.ideas import asides, cards, guards, store
from handlers.ideas.board import flags
from handlers.ideas.desk import asking, costing, crowding, merging, paper_voices, photo_twins
from handlers.ideas.life import moving, spaces, steps, undoing
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import changing
from handlers.ideas.words import spot_name, t, words_of
from handlers.welcome import store as human_questions

EXCERPT = 200


@action(TEAM, command="desk")
async def desk(context: Context) -> None:
    """The one that waits longest."""
    first = await store.ideas.queue(context.tx, context.place.id, context.now, 1)
    if not first:
        questions = await _questions(context)
        text = t.desk_only_questions if questions else t.desk_empty
        await context.show(text, [*questions, [context.go(t.see_the_board, "ideas")]])
        return
    queue = await store.ideas.count_queue(context.tx, context.place.id, context.now)
    await _show_tools(context, first[0], t.desk_waiting(count=queue.count, overdue=queue.late))


@action(TEAM)
async def look_after(context: Context, idea_id: int) -> None:
    await _show_tools(context, await guards.check_kept(context, idea_id), t.desk_one)


@action(TEAM)
async def publish(context: Context, idea_id: int) -> None:
    """Where others may say the same, joining is offered first: nobody but the team could see them together."""
    idea = await guards.check_kept(context, idea_id)
    await steps.check_step(context, idea, Status.OPEN)
    alike = await photo_twins.to_join(context.tx, idea)
    if not alike:
        await publish_different(context, idea_id)
        return
    text = join(
        t.join_first(number=idea.number, count=len(alike)),
        *[await cards.line(context.tx, one) for one in (idea, *alike)],
    )
    rows = [[merging.merge_into.button(t.merge_into(number=one.number), idea.id, one.id)] for one in alike]
    rows.append([publish_different.button(t.publish_different, idea.id)])
    await context.show(text, rows, await cards.pictures_of(context.tx, (idea, *alike)), cards.back_to_tools(idea))


@action(TEAM)
async def publish_different(context: Context, idea_id: int) -> None:
    idea = await guards.check_kept(context, idea_id)
    step_id = await steps.take(context, idea, Status.OPEN, "")
    await steps.tell(context.notices, step_id)
    context.toast(t.published(number=idea.number))
    await desk(context)


@action(TEAM)
async def looked_at(context: Context, idea_id: int) -> None:
    """It went onto the board by itself, or somebody flagged it, and it may stay."""
    idea = await guards.check_kept(context, idea_id)
    await store.moderation.mark_seen(context.tx, idea.id)
    await flags.let_stand(context, idea)
    context.toast(t.looked_at_toast(number=idea.number))
    await desk(context)


@action(TEAM)
async def look_after_below(context: Context, idea_id: int) -> None:
    """From a notice that should stay."""
    idea = await guards.check_kept(context, idea_id)
    text = join(t.desk_one, *await _on_top(context, idea))
    picture = await changing.picture(context.tx, idea) or await cards.picture(context.tx, idea)
    await context.show(text, await _tools(context, idea), picture, where=Where.BELOW)


@action(TEAM)
async def more_tools(context: Context, idea_id: int, page: int) -> None:
    idea = await guards.check_kept(context, idea_id)
    choices = [
        merging.merge.button(t.merge, idea.id),
        hide.button(t.hide, idea.id),
        *await _hold_a_picture(context, idea),
        correct_spot.button(t.correct_spot, idea.id, 0),
        put_off.button(t.put_off, idea.id),
        *await crowding.ways_in(context, idea),
        spaces.whose_space.button(t.whose_space_button, idea.id, 0),
        costing.cost.button(t.cost_button, idea.id, 0),
        reply.button(t.reply, idea.id),
        paper_voices.paper_voices.button(
            t.paper_button(count=await store.behalf.paper_voices(context.tx, idea.id)), idea.id
        ),
    ]
    rows = paged(choices, max(0, page), more_tools.button(t.more, idea.id, page + 1))
    await _same_picture(context, idea, rows)


@action(TEAM)
async def put_off(context: Context, idea_id: int) -> None:
    await store.steps.put_off(context.tx, (await guards.check_kept(context, idea_id)).id, context.now_ms)
    await desk(context)


@action(TEAM)
async def reply(context: Context, idea_id: int) -> None:
    idea = await guards.check_kept(context, idea_id)
    await context.ask(t.what_to_reply(number=idea.number), hear_reply, idea.id, back=cards.back_to_tools(idea))


@action(TEAM)
async def hear_reply(context: Context, idea_id: int, words: str) -> None:
    """Stands below the idea as a comment; its author hears it."""
    idea = await guards.check_kept(context, idea_id)
    await store.comments.add_told(context.tx, idea.id, context.person.id, words, context.now_ms)
    told = t.team_replies(
        number=idea.number,
        words=words_of(idea, EXCERPT),
        name=context.called,
        reply=short(words, 800),
    )
    await context.tell(idea.person_id, told, cards.see_rows(idea))
    await context.say(t.reply_sent(number=idea.number), [[desk.button(t.next_at_desk)]])


@action(TEAM)
async def hide(context: Context, idea_id: int) -> None:
    idea = await guards.check_kept(context, idea_id)
    await context.ask(t.why_hide(number=idea.number), hear_why_hidden, idea.id, back=cards.back_to_tools(idea))


@action(TEAM)
async def hear_why_hidden(context: Context, idea_id: int, reason: str) -> None:
    """Its author reads the reason; so do those who support it."""
    idea = await guards.check_kept(context, idea_id)
    if idea.status is not Status.NEW and not idea.public:
        raise await guards.unfit(context, idea)
    step_id = await store.steps.take(
        context.tx, idea, context.person.id, steps.taken_as(context, TEAM), Status.HIDDEN, reason, context.now_ms
    )
    await steps.tell(context.notices, step_id)
    rows = [[undoing.undo_step.button(t.undo, step_id)], [desk.button(t.next_at_desk)]]
    await context.say(t.hidden(number=idea.number), rows)


@action(TEAM)
async def correct_spot(context: Context, idea_id: int, page: int) -> None:
    idea = await guards.check_kept(context, idea_id)
    choices = [move_to_spot.button(spot_name(spot), idea.id, spot.id) for spot in await cards.spots(context.notices)]
    choices.append(move_to_spot.button(t.spot_unsure, idea.id, 0))
    rows = paged(choices, max(0, page), correct_spot.button(t.more, idea.id, page + 1))
    await context.show(t.which_spot_for(number=idea.number), rows, back=cards.back_to_tools(idea))


@action(TEAM)
async def move_to_spot(context: Context, idea_id: int, spot_id: int) -> None:
    """Whose space it is follows; what was agreed for another space does not count here."""
    idea = await guards.check_kept(context, idea_id)
    spot = await places.find_spot(context.tx, context.place.id, spot_id)
    if spot_id and (spot is None or spot.removed_at is not None):
        raise Refusal(t.no_such_spot)
    if spot is None:
        await store.drafts.put_elsewhere(context.tx, idea.id)
    else:
        await store.drafts.put_at_spot(context.tx, idea.id, spot.id, spot.space)
    space = spot.space if spot else Space.UNSURE
    if space is not idea.space:
        role = Role(steps.taken_as(context, TEAM))
        await store.answers.draw(context.tx, idea, space, context.person.id, role, "", context.now_ms)
    context.toast(t.spot_corrected)
    await look_after(context, idea_id)


async def _hold_a_picture(context: Context, idea: Idea) -> list[Button]:
    """By address: another feature holds it."""
    found = await store.pictures.ready_photos(context.tx, idea.id) or await store.steps.after_photo(
        context.tx, idea.id
    )
    return [Button(t.hold_a_picture, f"held.look:idea:{idea.id}:0")] if found else []


async def _is_unseen(context: Context, idea: Idea) -> bool:
    on_board_by_itself = idea.status is Status.OPEN and await store.moderation.is_unseen(context.tx, idea.id)
    return on_board_by_itself or bool(await store.flags.open_flags(context.tx, idea.id))


async def _tools(context: Context, idea: Idea) -> list[list[Button]]:
    if idea.status in (Status.HIDDEN, Status.MERGED):
        last = await store.steps.last_step(context.tx, idea.id)
        return [[undoing.undo_step.button(t.bring_back, last.id)]] if last else []
    if idea.public and (settled := await changing.choices(context.tx, idea)):
        return [*settled, [more_tools.button(t.more, idea.id, 0)]]
    first = publish.button(t.publish, idea.id)
    if idea.public and (await _is_unseen(context, idea)):
        first = looked_at.button(t.looked_at, idea.id)
    elif idea.status is not Status.NEW:
        first = moving.move.button(t.move_along, idea.id, 0)
    return [[first], [asking.ask_author.button(t.ask_author, idea.id)], [more_tools.button(t.more, idea.id, 0)]]


async def _on_top(context: Context, idea: Idea) -> list[Text]:
    """The card, and what only the team reads."""
    aside = [*await flags.lines(context.tx, idea), *await changing.lines(context.tx, idea)]
    aside += await photo_twins.lines(context.tx, idea)
    if await asides.reading(context, idea) is not None:
        # An author is judged by her own words, never by what somebody else made of them.
        aside.insert(0, t.card_as_written(words=short(idea.words, EXCERPT)))
    return [await cards.card(context, idea), *aside]


async def _questions(context: Context) -> list[list[Button]]:
    """The way to those who asked a human being and have no answer yet."""
    count = await human_questions.count_open(context.tx, context.place.id)
    return [[context.go(t.open_questions(count=count), "questions")]] if count else []


async def _show_tools(context: Context, idea: Idea, title: Text) -> None:
    text = join(title, *await _on_top(context, idea))
    rows = [*await _questions(context), *await _tools(context, idea)]
    picture = await changing.picture(context.tx, idea) or await cards.picture(context.tx, idea)
    await context.show(text, rows, picture, cards.back_to_card(idea))


async def _same_picture(context: Context, idea: Idea, rows: list[list[Button]]) -> None:
    picture = await cards.picture(context.tx, idea)
    await context.show(await cards.card(context, idea), rows, picture, cards.back_to_tools(idea))
