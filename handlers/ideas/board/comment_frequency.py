"""How often an author hears of new comments: one message for all of them, daily, weekly or never."""

from datetime import datetime, time, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.notices import Notices
from bot.i18n.clocks import quiet_until
from bot.i18n.texts import Text, join, short
from bot.outbox.message import Button
from handlers.ideas import store
from handlers.ideas.store.comments import Ear, Rhythm, Unheard
from handlers.ideas.words import t

TOLD_AT = time(9, 30)  # in the clock shown first: no quiet hour on either of Xinjiang's clocks
SETTLED = timedelta(minutes=1)  # a comment younger than this may still be committing beside us
WEEK = timedelta(days=6, hours=12)  # whatever the minutes and the clock changes
NAMED = 5  # comments in one message


@action(command="commentnews")
async def how_often(context: Context) -> None:
    await show_rhythm(context)


async def show_rhythm(context: Context) -> None:
    now = await store.comments.rhythm(context.tx, context.place.id, context.person.id)
    await context.show(t[f"hears-{now.value}"], _choices(now), back=context.go(t.back, "settings"))


@action()
async def choose_rhythm(context: Context, rhythm: Rhythm) -> None:
    await store.comments.choose_rhythm(context.tx, context.place.id, context.person.id, rhythm, context.now_ms)
    context.toast(t.rhythm_chosen)
    await show_rhythm(context)


async def tell_comments(notices: Notices) -> None:
    """Once a local day; a run that was missed is made up for, but never in quiet hours."""
    clocks = notices.place.clocks
    local = notices.now.astimezone(clocks.first_shown)
    if local < datetime.combine(local.date(), TOLD_AT, local.tzinfo) or quiet_until(notices.now, clocks):
        return
    if not await notices.first_time("comment news", str(local.date())):
        return
    until = milliseconds(notices.now - SETTLED)
    for ear in await store.comments.ears(notices.tx, notices.place.id, until):
        if _is_due(ear, notices.now):
            await _tell(notices, ear, until)


def _is_due(ear: Ear, now: datetime) -> bool:
    return ear.rhythm is Rhythm.DAILY or ear.told_at is None or now - moment(ear.told_at) >= WEEK


async def _tell(notices: Notices, ear: Ear, until: int) -> None:
    unheard = await store.comments.unheard(notices.tx, notices.place.id, ear.person_id, until)
    lines: list[Text] = [t.comment_news(count=len(unheard))]
    lines += [t.comment_news_line(number=one.number, words=short(one.words, 160)) for one in unheard[:NAMED]]
    if len(unheard) > NAMED:
        lines.append(t.comment_news_more(count=len(unheard) - NAMED))
    await notices.tell_news(ear.person_id, join(*lines), _rows(unheard))
    await store.comments.note_heard(notices.tx, notices.place.id, ear.person_id, until, notices.now_ms)


def _rows(unheard: list[Unheard]) -> list[list[Button]]:
    """The first two ideas, and the way to hear more or less often."""
    ideas = {one.idea_id: one.number for one in unheard}
    rows = [
        [Button(t.read_comments(number=number), f"ideas.comments_below:{idea_id}")]
        for idea_id, number in list(ideas.items())[:2]
    ]
    return [*rows, [Button(t.how_often, "ideas.how_often_below")]]


@action()
async def how_often_below(context: Context) -> None:
    """From the news, which stays."""
    now = await store.comments.rhythm(context.tx, context.place.id, context.person.id)
    await context.show(t[f"hears-{now.value}"], _choices(now), where=Where.BELOW)


def _choices(now: Rhythm) -> list[list[Button]]:
    return [[choose_rhythm.button(t[f"rhythm-{one.value}"], one)] for one in Rhythm if one is not now]
