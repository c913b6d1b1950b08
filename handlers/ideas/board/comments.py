"""Comments: five at a time, room for one more, and a reason where the team hides one."""

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity import names
from bot.identity.roles import TEAM, Role
from bot.outbox.message import Button
from handlers.ideas import cards, store
from handlers.ideas.store.comments import Comment
from handlers.ideas.words import t

PAGE = 5
SHOWN = 500  # letters of one
EXCERPT = 30


@action()
async def comments(context: Context, idea_id: int) -> None:
    await older_comments(context, idea_id, 0)


@action()
async def older_comments(context: Context, idea_id: int, offset: int) -> None:
    """Five, the newest last, and room for one more."""
    text, rows = await _page(context, idea_id, max(0, offset))
    back = Button(t.back, f"ideas.more:{idea_id}")
    if offset > 0:
        back = older_comments.button(t.back, idea_id, max(0, offset - PAGE))
    await context.ask(text, hear_comment, idea_id, rows=rows, back=back)


@action()
async def comments_below(context: Context, idea_id: int) -> None:
    """From the news of new ones, which stays."""
    text, rows = await _page(context, idea_id, 0)
    await context.ask(text, hear_comment, idea_id, rows=rows, where=Where.BELOW)


@action()
async def hear_comment(context: Context, idea_id: int, words: str) -> None:
    """The author hears of it in the rhythm she chose."""
    idea = await cards.seen(context, idea_id)
    if not idea.public and not context.may(TEAM) and idea.person_id != context.person.id:
        raise Refusal(t.not_supportable(number=idea.number))
    await store.comments.add(context.tx, idea.id, context.person.id, words, context.now_ms)
    receipt = t.comment_saved(number=idea.number)
    await context.say(*await naming.asked_with(context, receipt, cards.see_rows(idea)))


@action(TEAM)
async def which_comment(context: Context, idea_id: int, offset: int, page: int) -> None:
    """Of the five on the screen; one that is hidden comes back."""
    idea = await cards.seen(context, idea_id)
    found = await store.comments.everything(context.tx, idea.id, max(0, offset), PAGE)
    choices = [
        (bring_comment_back if one.hidden else hide_comment).button(
            (t.bring_this_back if one.hidden else t.hide_this)(words=short(one.words, EXCERPT)), one.id
        )
        for one in found
    ]
    rows = paged(choices, max(0, page), which_comment.button(t.more, idea.id, offset, page + 1))
    await context.show(
        t.which_comment(number=idea.number), rows, back=older_comments.button(t.back, idea.id, max(0, offset))
    )


@action(TEAM)
async def hide_comment(context: Context, comment_id: int) -> None:
    comment = await _comment(context, comment_id)
    question = t.why_hide_comment(words=short(comment.words, SHOWN))
    await context.ask(question, hear_why_comment_hidden, comment.id, back=comments.button(t.back, comment.idea_id))


@action(TEAM)
async def hear_why_comment_hidden(context: Context, comment_id: int, reason: str) -> None:
    """Whoever wrote it reads the reason."""
    comment = await _comment(context, comment_id)
    if not reason.strip():
        raise Refusal(t.reason_needed)
    if not await store.comments.hide(context.tx, comment.id, context.person.id, reason.strip(), context.now_ms):
        raise Refusal(t.comment_hidden_already)
    rows = [[bring_comment_back.button(t.undo, comment.id)], [comments.button(t.see_comments, comment.idea_id)]]
    await context.say(t.comment_hidden, rows)
    told = t.your_comment_hidden(words=short(comment.words, 300), reason=short(reason, 300))
    await _tell_author(context, comment, told)


@action(TEAM)
async def bring_comment_back(context: Context, comment_id: int) -> None:
    comment = await _comment(context, comment_id)
    if not await store.comments.bring_back(context.tx, comment.id, context.person.id, context.now_ms):
        raise Refusal(t.comment_seen_already)
    await context.show(t.comment_back, [[comments.button(t.see_comments, comment.idea_id)]])
    await _tell_author(context, comment, t.your_comment_back(words=short(comment.words, 300)))


async def _page(context: Context, idea_id: int, offset: int) -> tuple[Text, list[list[Button]]]:
    idea = await cards.seen(context, idea_id)
    read = store.comments.everything if context.may(TEAM) else store.comments.seen
    found = await read(context.tx, idea.id, offset, PAGE + 1)
    lines = [_line(context, one) for one in found[:PAGE]]
    rows = []
    if len(found) > PAGE:
        rows.append([older_comments.button(t.five_comments_more, idea.id, offset + PAGE)])
    if context.may(TEAM) and found:
        rows.append([which_comment.button(t.hide_a_comment, idea.id, offset, 0)])
    return join(t.comments(number=idea.number, count=len(lines)), *lines[::-1]), rows


def _line(context: Context, comment: Comment) -> Text:
    """Residents are named to the team only; whoever speaks for the team is named to everybody."""
    name = t.a_neighbour
    if comment.role != Role.RESIDENT:
        name = names.with_badge(comment.name, Role(comment.role))
    elif context.may(TEAM):
        name = names.called(comment.name, 30)
    words = short(comment.words, SHOWN)
    if comment.hidden:
        return t.hidden_comment_line(name=name, words=words, reason=short(comment.hidden, 160))
    return t.comment_line(name=name, words=words)


async def _comment(context: Context, comment_id: int) -> Comment:
    comment = await store.comments.find(context.tx, context.place.id, comment_id)
    if comment is None:
        raise Refusal(t.no_such_comment)
    return comment


async def _tell_author(context: Context, comment: Comment, told: Text) -> None:
    if comment.person_id != context.person.id:
        await context.tell(comment.person_id, told, [[Button(t.see, f"ideas.card:{comment.idea_id}")]])
