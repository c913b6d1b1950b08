"""Making a poll, second half: how to vote, until when, what is shown meanwhile; a preview; publishing.

This and making.py lead to one another, as going back and forth does; both import the other as a module.
"""

from pathlib import Path

from bot.clock import milliseconds
from bot.dialogue import forecast
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Texts, fits, join, render_plain
from bot.i18n.times import Ambiguous, Understood, When, understand
from bot.identity.people import TEAM
from bot.outbox.outgoing import CAPTION_LIMIT
from handlers.polls import asked, chat, draft_store, making, record_store, rules, sheet, store
from handlers.polls.draft_store import Draft
from handlers.polls.record_store import Reason
from handlers.polls.rules import Kind

t = Texts("polls", Path(__file__).parent / "texts")


@action(TEAM)
async def go_on(context: Context, draft_id: int) -> None:
    """The first thing that has not been said yet; when everything has, the preview."""
    draft = await making.draft_of(context, draft_id)
    if len(await store.options(context.tx, draft.id)) < rules.FEWEST_OPTIONS:
        context.toast(t.too_few)
        await making.ask_options(context, draft, ())
    elif draft.kind is None:
        rows = [[choose_kind.button(t[f"kind-{kind.value}"], draft.id, kind)] for kind in (Kind.SINGLE, Kind.SEVERAL)]
        rows.append([other_kinds.button(t.other_kinds, draft.id)])
        await context.show(t.ask_kind, rows, back=making.change_options.button(t.back, draft.id))
    elif draft.kind is Kind.DOTS and not draft.dots:
        rows = [[choose_dots.button(t.dots_each(dots=dots), draft.id, dots)] for dots in rules.DOTS]
        await context.show(t.ask_dots, rows, back=again.button(t.back, draft.id))
    elif draft.closes_at is None:
        await _ask_until(context, draft)
    elif draft.live is None:
        rows = [[choose_live.button(t.hidden, draft.id, 0)], [choose_live.button(t.live, draft.id, 1)]]
        await context.show(t.ask_live, rows, back=again.button(t.back, draft.id))
    else:
        await _show_preview(context, draft, draft.kind, draft.live, draft.closes_at)


@action(TEAM)
async def other_kinds(context: Context, draft_id: int) -> None:
    draft = await making.draft_of(context, draft_id)
    rows = [[choose_kind.button(t[f"kind-{kind.value}"], draft.id, kind)] for kind in (Kind.DOTS, Kind.SCORE)]
    await context.show(t.ask_kind, rows, back=go_on.button(t.back, draft.id))


@action(TEAM)
async def again(context: Context, draft_id: int) -> None:
    """How to vote, until when and what is shown meanwhile are asked once more."""
    draft = await making.draft_of(context, draft_id)
    await draft_store.ask_again(context.tx, draft.id)
    await go_on(context, draft.id)


@action(TEAM)
async def choose_kind(context: Context, draft_id: int, kind: Kind) -> None:
    draft = await making.draft_of(context, draft_id)
    if Kind.CONSENT in (kind, draft.kind):
        raise Refusal(t.consent_answers)
    await draft_store.set_kind(context.tx, draft.id, kind)
    await go_on(context, draft.id)


@action(TEAM)
async def choose_dots(context: Context, draft_id: int, dots: int) -> None:
    draft = await making.draft_of(context, draft_id)
    if dots not in rules.DOTS:
        raise Refusal(t.ask_dots)
    await draft_store.set_dots(context.tx, draft.id, dots)
    await go_on(context, draft.id)


@action(TEAM)
async def choose_until(context: Context, draft_id: int, closes_at: int) -> None:
    draft = await making.draft_of(context, draft_id)
    _check_until(context, closes_at)
    await draft_store.set_closing(context.tx, draft.id, closes_at)
    await go_on(context, draft.id)


@action(TEAM)
async def hear_until(context: Context, draft_id: int, words: str) -> None:
    draft = await making.draft_of(context, draft_id)
    match understand(words, context.now, context.place.clocks, context.language):
        case Understood(at):
            await choose_until(context, draft.id, milliseconds(at))
        case Ambiguous(candidates):
            rows = [
                [choose_until.button(t.this_time(time=When(at, context.place.clocks)), draft.id, milliseconds(at))]
                for at in candidates
            ]
            await context.ask(t.which_time, hear_until, draft.id, rows=rows)
        case None:
            raise Refusal(t.time_not_understood)


@action(TEAM)
async def choose_live(context: Context, draft_id: int, live: int) -> None:
    draft = await making.draft_of(context, draft_id)
    await draft_store.set_live(context.tx, draft.id, 1 if live else 0)
    await go_on(context, draft.id)


@action(TEAM)
async def change_rules(context: Context, draft_id: int) -> None:
    """What most polls leave as it is: votes are secret, and nobody counts who is missing."""
    draft = await making.draft_of(context, draft_id)
    rows = [[again.button(t.change_rest, draft.id)]]
    if draft.kind is not Kind.CONSENT:
        rows.append([ask_named.button(t.change_named, draft.id)])
    rows.append([ask_quorum.button(t.change_quorum, draft.id)])
    await context.show(t.what_to_change, rows, back=making.change.button(t.back, draft.id))


@action(TEAM)
async def ask_named(context: Context, draft_id: int) -> None:
    draft = await making.draft_of(context, draft_id)
    rows = [[choose_named.button(t.secret, draft.id, 0)], [choose_named.button(t.named, draft.id, 1)]]
    await context.show(t.ask_named, rows, back=change_rules.button(t.back, draft.id))


@action(TEAM)
async def choose_named(context: Context, draft_id: int, named: int) -> None:
    draft = await making.draft_of(context, draft_id)
    await draft_store.set_named(context.tx, draft.id, 1 if named else 0)
    await go_on(context, draft.id)


@action(TEAM)
async def ask_quorum(context: Context, draft_id: int) -> None:
    draft = await making.draft_of(context, draft_id)
    rows = [[choose_quorum.button(t.no_quorum, draft.id, 0)]]
    rows += [[choose_quorum.button(t.quorum_of(percent=percent), draft.id, percent)] for percent in rules.QUORUMS]
    await context.ask(t.ask_quorum, hear_quorum, draft.id, rows=rows, back=change_rules.button(t.back, draft.id))


@action(TEAM)
async def choose_quorum(context: Context, draft_id: int, percent: int) -> None:
    draft = await making.draft_of(context, draft_id)
    if not 0 <= percent <= 100:
        raise Refusal(t.quorum_not_understood)
    await draft_store.set_quorum(context.tx, draft.id, percent or None)
    await go_on(context, draft.id)


@action(TEAM)
async def hear_quorum(context: Context, draft_id: int, words: str) -> None:
    number = words.strip().rstrip("%٪％ ").strip()
    if not number.isdecimal() or len(number) > 3:
        raise Refusal(t.quorum_not_understood)
    await choose_quorum(context, draft_id, int(number))


@action(TEAM)
async def publish(context: Context, draft_id: int) -> None:
    """Expects a whole draft; a press on an old preview leads to what is missing."""
    draft = await making.draft_of(context, draft_id)
    if draft.closes_at is not None and draft.closes_at <= context.now_ms:
        await draft_store.forget_closing(context.tx, draft.id)
        context.toast(t.time_past)
        await go_on(context, draft.id)
        return
    if not await draft_store.publish(context.tx, draft.id, context.now_ms):
        await go_on(context, draft.id)
        return
    foreseen = await asked.foresee(context.notices, context.person.id, draft.closes_at or context.now_ms)
    await _tell_everybody(context, draft.id)
    context.toast(join(t.published, forecast.line(context.notices, foreseen), separator=" "))
    await chat.open_poll(context, draft.id)


@action(TEAM)
async def drop(context: Context, draft_id: int) -> None:
    draft = await making.draft_of(context, draft_id)
    await draft_store.drop_draft(context.tx, draft.id)
    context.toast(t.dropped)
    await chat.polls(context)


async def _tell_everybody(context: Context, poll_id: int) -> None:
    poll = await store.find_poll(context.tx, poll_id)
    if poll is None:
        raise LookupError(f"no poll {poll_id}")
    await record_store.add_step(context.tx, poll, "published", context.person.id, Reason(), context.now_ms)
    await asked.ask_everybody(context.notices, poll, await chat.announcement(context, poll))


async def _ask_until(context: Context, draft: Draft) -> None:
    choices = rules.closing_choices(context.now, context.place.clocks)
    labels = (t.until_tomorrow, t.until_three_days, t.until_a_week)
    rows = [
        [choose_until.button(label, draft.id, milliseconds(at))] for label, at in zip(labels, choices, strict=True)
    ]
    evening = When(choices[0], context.place.clocks, "time")
    back = again.button(t.back, draft.id)
    await context.ask(t.ask_until(evening=evening), hear_until, draft.id, rows=rows, back=back)


async def _show_preview(context: Context, draft: Draft, kind: Kind, live: int, closes_at: int) -> None:
    options = await store.options(context.tx, draft.id)
    head = sheet.Head(draft.question, kind, draft.dots, live, draft.named, draft.quorum, closes_at)
    rows = [
        [publish.button(t.publish, draft.id)],
        [making.change.button(t.change, draft.id)],
        [drop.button(t.drop, draft.id)],
    ]
    picture = await sheet.find_picture(context.tx, options)
    foreseen = await asked.foresee(context.notices, context.person.id, closes_at)
    told = forecast.words(context.notices, foreseen)
    words = join(told, t.preview, sheet.common_sheet(context.place, head, options))
    # Who hears it matters more here than a picture that would cut the words short.
    whole = fits(render_plain(words, context.language), CAPTION_LIMIT)
    await context.show(words, rows, picture if whole else None)


def _check_until(context: Context, closes_at: int) -> None:
    if closes_at <= context.now_ms:
        raise Refusal(t.time_past)
    # Compared as numbers: what a button carries may lie beyond every calendar.
    if closes_at > milliseconds(context.now + rules.LONGEST_OPEN):
        raise Refusal(t.too_far)
