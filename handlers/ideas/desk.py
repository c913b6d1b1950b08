"""The volunteers' desk: the queue one card at a time, publish, ask the author, hide, put in the right spot."""

from bot import places
from bot.actions import Button, action
from bot.clock import milliseconds
from bot.context import Context
from bot.errors import Refusal
from bot.feature import Heard
from bot.incoming import Photo, Voice
from bot.people import TEAM
from bot.texts import Text, join, short
from handlers.ideas import (
    cards,
    gathering,
    life,
    merging,
    rules,
    steps,
    store,
    store_drafts,
    store_steps,
    store_voices,
)
from handlers.ideas.cards import t
from handlers.ideas.rules import Status
from handlers.ideas.store import Idea

EXCERPT = 200


@action(TEAM, command="desk")
async def desk(context: Context) -> None:
    """The one that waits longest."""
    waiting = await store.queue(context.tx, context.place.id, context.now)
    if not waiting:
        await context.show(t.desk_empty, [[context.go(t.see_the_board, "ideas")]])
        return
    overdue = milliseconds(context.now - rules.PATIENCE)
    long = sum((one.sent_at or 0) < overdue for one in waiting)
    await _show_tools(context, waiting[0], t.desk_waiting(count=len(waiting), overdue=long))


@action(TEAM)
async def look_after(context: Context, idea_id: int) -> None:
    await _show_tools(context, await _idea(context, idea_id), t.desk_one)


@action(TEAM)
async def publish(context: Context, idea_id: int) -> None:
    idea = await _idea(context, idea_id)
    step_id = await steps.take(context, idea, Status.OPEN, "")
    await steps.tell(context.notices, step_id)
    context.toast(t.published(number=idea.number))
    await desk(context)


@action(TEAM)
async def ask_author(context: Context, idea_id: int) -> None:
    idea = await _idea(context, idea_id)
    await context.ask(t.what_to_ask(number=idea.number), hear_question, idea.id, back=_back_to_tools(idea))


@action(TEAM)
async def hear_question(context: Context, idea_id: int, words: str) -> None:
    idea = await _idea(context, idea_id)
    question_id = await store_voices.ask_author(context.tx, idea.id, context.person.id, words, context.now_ms)
    asked = t.author_asked(
        number=idea.number, words=cards.words_of(idea, EXCERPT), name=context.person.name, question=short(words, 800)
    )
    reached = await context.tell(idea.person_id, asked, [[answer_team.button(t.answer_button, question_id)]])
    receipt = t.question_on_its_way if reached else t.author_not_reached
    await context.say(receipt(number=idea.number), [[desk.button(t.next_at_desk)]])


@action()
async def answer_team(context: Context, question_id: int) -> None:
    _, question = await _question_to_me(context, question_id)
    await context.ask_below(t.your_answer(question=short(question, 500)), hear_author, question_id)


@action()
async def hear_author(context: Context, question_id: int, heard: str | Photo | Voice) -> None:
    """The answer stands with the idea, and goes to whoever asked."""
    idea, question = await _question_to_me(context, question_id)
    words = await _keep_answer(context, idea, heard)
    found = await store_voices.find_question(context.tx, question_id)
    await store_voices.keep_answer(context.tx, question_id, words or "📎", context.now_ms)
    await context.say(t.answer_kept(number=idea.number), cards.see_rows(idea))
    if found is not None:
        answered = t.author_answers(
            number=idea.number, question=short(question, 300), answer=short(words, 800) or "📎"
        )
        await context.tell(found.asked_by, answered, [[Button(t.look_after, f"ideas.look_after_below:{idea.id}")]])


@action(TEAM)
async def look_after_below(context: Context, idea_id: int) -> None:
    """From a notice that should stay."""
    idea = await _idea(context, idea_id)
    text = join(t.desk_one, await cards.card(context, idea))
    await context.say_screen(text, await _tools(context, idea), await cards.picture(context.tx, idea))


@action(TEAM)
async def more_tools(context: Context, idea_id: int, page: int) -> None:
    idea = await _idea(context, idea_id)
    choices = [
        merging.merge.button(t.merge, idea.id),
        hide.button(t.hide, idea.id),
        correct_spot.button(t.correct_spot, idea.id, 0),
        reply.button(t.reply, idea.id),
        put_off.button(t.put_off, idea.id),
    ]
    rows = cards.paged(choices, max(0, page), more_tools.button(t.more, idea.id, page + 1))
    await _same_picture(context, idea, rows)


@action(TEAM)
async def put_off(context: Context, idea_id: int) -> None:
    await store_steps.put_off(context.tx, (await _idea(context, idea_id)).id, context.now_ms)
    await desk(context)


@action(TEAM)
async def reply(context: Context, idea_id: int) -> None:
    idea = await _idea(context, idea_id)
    await context.ask(t.what_to_reply(number=idea.number), hear_reply, idea.id, back=_back_to_tools(idea))


@action(TEAM)
async def hear_reply(context: Context, idea_id: int, words: str) -> None:
    """Stands below the idea as a comment; its author hears it."""
    idea = await _idea(context, idea_id)
    await store_voices.add_comment(context.tx, idea.id, context.person.id, words, context.now_ms)
    told = t.team_replies(
        number=idea.number, words=cards.words_of(idea, EXCERPT), name=context.person.name, reply=short(words, 800)
    )
    await context.tell(idea.person_id, told, cards.see_rows(idea))
    await context.say(t.reply_sent(number=idea.number), [[desk.button(t.next_at_desk)]])


@action(TEAM)
async def hide(context: Context, idea_id: int) -> None:
    idea = await _idea(context, idea_id)
    await context.ask(t.why_hide(number=idea.number), hear_why_hidden, idea.id, back=_back_to_tools(idea))


@action(TEAM)
async def hear_why_hidden(context: Context, idea_id: int, reason: str) -> None:
    """Its author reads the reason; so do those who support it."""
    idea = await _idea(context, idea_id)
    if idea.status is not Status.NEW and not idea.public:
        raise Refusal(t.no_such_step(number=idea.number, status=cards.status_name(idea.status)))
    step_id = await store_steps.take(context.tx, idea, context.person.id, Status.HIDDEN, reason, context.now_ms)
    await steps.tell(context.notices, step_id)
    rows = [[steps.undo_step.button(t.undo, step_id)], [desk.button(t.next_at_desk)]]
    await context.say(t.hidden(number=idea.number), rows)


@action(TEAM)
async def correct_spot(context: Context, idea_id: int, page: int) -> None:
    idea = await _idea(context, idea_id)
    choices = [
        move_to_spot.button(cards.spot_name(spot), idea.id, spot.id) for spot in await cards.spots(context.notices)
    ]
    choices.append(move_to_spot.button(t.spot_unsure, idea.id, 0))
    rows = cards.paged(choices, max(0, page), correct_spot.button(t.more, idea.id, page + 1))
    await context.show(t.which_spot_for(number=idea.number), rows, back=_back_to_tools(idea))


@action(TEAM)
async def move_to_spot(context: Context, idea_id: int, spot_id: int) -> None:
    """Whose space it is decides who must agree; what was agreed for another space does not count here."""
    idea = await _idea(context, idea_id)
    spot = await places.find_spot(context.tx, context.place.id, spot_id)
    if spot is None:
        await store_drafts.put_elsewhere(context.tx, idea.id)
    else:
        await store_drafts.put_at_spot(context.tx, idea.id, spot.id, spot.space)
    context.toast(t.spot_corrected)
    await look_after(context, idea_id)


async def _idea(context: Context, idea_id: int) -> Idea:
    idea = await store.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.status is Status.DRAFT:
        raise Refusal(t.no_such_idea)
    if idea.status is Status.WITHDRAWN:
        raise Refusal(t.was_taken_back(number=idea.number))
    return idea


async def _question_to_me(context: Context, question_id: int) -> tuple[Idea, str]:
    question = await store_voices.find_question(context.tx, question_id)
    idea = await store.find(context.tx, context.place.id, question.idea_id) if question else None
    if question is None or idea is None or idea.person_id != context.person.id:
        raise Refusal(t.no_such_idea)
    if question.answer is not None:
        raise Refusal(t.answered_already)
    return idea, question.words


async def _keep_answer(context: Context, idea: Idea, heard: Heard) -> str:
    """A picture or a voice note joins the idea; words are the answer."""
    if isinstance(heard, str):
        return heard
    if isinstance(heard, Photo):
        await gathering.add_photo(context, idea.id, heard, "photo")
        return heard.words
    await gathering.add(context, idea, heard)
    return ""


async def _tools(context: Context, idea: Idea) -> list[list[Button]]:
    if idea.status in (Status.HIDDEN, Status.MERGED):
        last = await store_steps.last_step(context.tx, idea.id)
        return [[steps.undo_step.button(t.bring_back, last.id)]] if last else []
    first = publish.button(t.publish, idea.id)
    if idea.status is not Status.NEW:
        first = life.move.button(t.move_along, idea.id, 0)
    return [[first], [ask_author.button(t.ask_author, idea.id)], [more_tools.button(t.more, idea.id, 0)]]


async def _show_tools(context: Context, idea: Idea, title: Text) -> None:
    text = join(title, await cards.card(context, idea))
    await context.show(
        text, await _tools(context, idea), await cards.picture(context.tx, idea), cards.back_to_card(idea)
    )


async def _same_picture(context: Context, idea: Idea, rows: list[list[Button]]) -> None:
    picture = await cards.picture(context.tx, idea)
    await context.show(await cards.card(context, idea), rows, picture, _back_to_tools(idea))


def _back_to_tools(idea: Idea) -> Button:
    return look_after.button(t.back, idea.id)
