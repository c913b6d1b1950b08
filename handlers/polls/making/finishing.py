"""Making a poll, second half: how to vote, until when, what is shown meanwhile; a preview; publishing."""

from bot.clock import milliseconds
from bot.dialogue import forecast
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand
from bot.i18n.texts import fits, join, render_plain
from bot.identity.roles import TEAM
from bot.outbox.queue import CAPTION_LIMIT
from handlers.polls import asked, chat, rules, sheet, store
from handlers.polls.making import costs, question
from handlers.polls.making.drafting import draft_of
from handlers.polls.rules import Kind, budgets
from handlers.polls.store.drafts import Draft
from handlers.polls.store.polls import Option
from handlers.polls.store.record import Reason
from handlers.polls.words import t


@action(TEAM)
async def go_on(context: Context, draft_id: int) -> None:
    """The first thing that has not been said yet; when everything has, the preview."""
    draft = await draft_of(context, draft_id)
    options = await store.polls.options(context.tx, draft.id)
    if len(options) < rules.FEWEST_OPTIONS:
        context.toast(t.too_few)
        await question.ask_options(context, draft, ())
    elif draft.kind is None:
        rows = [[choose_kind.button(t[f"kind-{kind.value}"], draft.id, kind)] for kind in (Kind.SINGLE, Kind.SEVERAL)]
        rows.append([other_kinds.button(t.other_kinds, draft.id)])
        await context.show(t.ask_kind, rows, back=question.change_options.button(t.back, draft.id))
    elif draft.kind is Kind.DOTS and not draft.dots:
        rows = [[choose_dots.button(t.dots_each(dots=dots), draft.id, dots)] for dots in rules.DOTS]
        await context.show(t.ask_dots, rows, back=again.button(t.back, draft.id))
    elif draft.kind is Kind.BUDGET and await costs.ask_what_is_missing(context, draft, options):
        return
    elif draft.closes_at is None or not _leaves_a_choice(draft, options, draft.closes_at):
        await _ask_until(context, draft)
    elif draft.live is None:
        rows = [[choose_live.button(t.hidden, draft.id, 0)], [choose_live.button(t.live, draft.id, 1)]]
        await context.show(t.ask_live, rows, back=again.button(t.back, draft.id))
    else:
        await _show_preview(context, draft, draft.kind, draft.live, draft.closes_at)


@action(TEAM)
async def other_kinds(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    others = (Kind.DOTS, Kind.SCORE, Kind.BUDGET)
    rows = [[choose_kind.button(t[f"kind-{kind.value}"], draft.id, kind)] for kind in others]
    await context.show(t.ask_kind, rows, back=go_on.button(t.back, draft.id))


@action(TEAM)
async def again(context: Context, draft_id: int) -> None:
    """How to vote, until when and what is shown meanwhile are asked once more."""
    draft = await draft_of(context, draft_id)
    await store.drafts.ask_again(context.tx, draft.id)
    await go_on(context, draft.id)


@action(TEAM)
async def choose_kind(context: Context, draft_id: int, kind: Kind) -> None:
    draft = await draft_of(context, draft_id)
    if Kind.CONSENT in (kind, draft.kind):
        raise Refusal(t.consent_answers)
    if Kind.TIME in (kind, draft.kind):
        raise Refusal(t.moments_are_given)
    await store.drafts.set_kind(context.tx, draft.id, kind)
    await go_on(context, draft.id)


@action(TEAM)
async def choose_dots(context: Context, draft_id: int, dots: int) -> None:
    draft = await draft_of(context, draft_id)
    if dots not in rules.DOTS:
        raise Refusal(t.ask_dots)
    await store.drafts.set_dots(context.tx, draft.id, dots)
    await go_on(context, draft.id)


@action(TEAM)
async def choose_until(context: Context, draft_id: int, closes_at: int) -> None:
    draft = await draft_of(context, draft_id)
    _check_until(context, closes_at)
    if not _leaves_a_choice(draft, await store.polls.options(context.tx, draft.id), closes_at):
        raise Refusal(t.closes_after_all)
    await store.drafts.set_closing(context.tx, draft.id, closes_at)
    await go_on(context, draft.id)


@action(TEAM)
async def hear_until(context: Context, draft_id: int, words: str) -> None:
    draft = await draft_of(context, draft_id)
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
    draft = await draft_of(context, draft_id)
    await store.drafts.set_live(context.tx, draft.id, 1 if live else 0)
    await go_on(context, draft.id)


@action(TEAM)
async def change_rules(context: Context, draft_id: int) -> None:
    """What most polls leave as it is: votes are secret, and nobody counts who is missing."""
    draft = await draft_of(context, draft_id)
    rows = [[again.button(t.change_rest, draft.id)]]
    if draft.kind is not Kind.CONSENT:
        rows.append([ask_named.button(t.change_named, draft.id)])
    rows.append([ask_quorum.button(t.change_quorum, draft.id)])
    await context.show(t.what_to_change, rows, back=question.change.button(t.back, draft.id))


@action(TEAM)
async def ask_named(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    rows = [[choose_named.button(t.secret, draft.id, 0)], [choose_named.button(t.named, draft.id, 1)]]
    await context.show(t.ask_named, rows, back=change_rules.button(t.back, draft.id))


@action(TEAM)
async def choose_named(context: Context, draft_id: int, named: int) -> None:
    draft = await draft_of(context, draft_id)
    await store.drafts.set_named(context.tx, draft.id, 1 if named else 0)
    await go_on(context, draft.id)


@action(TEAM)
async def ask_quorum(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    rows = [[choose_quorum.button(t.no_quorum, draft.id, 0)]]
    rows += [[choose_quorum.button(t.quorum_of(percent=percent), draft.id, percent)] for percent in rules.QUORUMS]
    await context.ask(t.ask_quorum, hear_quorum, draft.id, rows=rows, back=change_rules.button(t.back, draft.id))


@action(TEAM)
async def choose_quorum(context: Context, draft_id: int, percent: int) -> None:
    draft = await draft_of(context, draft_id)
    if not 0 <= percent <= 100:
        raise Refusal(t.quorum_not_understood)
    await store.drafts.set_quorum(context.tx, draft.id, percent or None)
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
    draft = await draft_of(context, draft_id)
    if draft.closes_at is not None and draft.closes_at <= context.now_ms:
        await store.drafts.forget_closing(context.tx, draft.id)
        context.toast(t.time_past)
        await go_on(context, draft.id)
        return
    if not await _is_whole(context, draft) or not await store.drafts.publish(context.tx, draft.id, context.now_ms):
        await go_on(context, draft.id)
        return
    foreseen = await asked.foresee(context.notices, context.person.id, draft.closes_at or context.now_ms)
    await _tell_everybody(context, draft.id)
    context.toast(join(t.published, forecast.line(context.notices, foreseen), separator=" "))
    await chat.open_poll(context, draft.id)


@action(TEAM)
async def drop(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    await store.drafts.drop_draft(context.tx, draft.id)
    context.toast(t.dropped)
    await chat.polls(context)


async def _tell_everybody(context: Context, poll_id: int) -> None:
    poll = await store.polls.find_poll(context.tx, poll_id)
    if poll is None:
        raise LookupError(f"no poll {poll_id}")
    await store.record.add_step(context.tx, poll, "published", context.person.id, Reason(), context.now_ms)
    await asked.ask_everybody(context.notices, poll, await chat.announcement(context, poll))


async def _ask_until(context: Context, draft: Draft) -> None:
    choices = rules.closing_choices(context.now, context.place.clocks)
    labels = (t.until_tomorrow, t.until_three_days, t.until_a_week)
    options = await store.polls.options(context.tx, draft.id)
    rows = [
        [choose_until.button(label, draft.id, milliseconds(at))]
        for label, at in zip(labels, choices, strict=True)
        if _leaves_a_choice(draft, options, milliseconds(at))
    ]
    evening = When(choices[0], context.place.clocks, "time")
    # Of a time poll nothing was asked before this but its moments.
    back = (question.change_options if draft.kind is Kind.TIME else again).button(t.back, draft.id)
    await context.ask(t.ask_until(evening=evening), hear_until, draft.id, rows=rows, back=back)


async def _show_preview(context: Context, draft: Draft, kind: Kind, live: int, closes_at: int) -> None:
    options = await store.polls.options(context.tx, draft.id)
    head = sheet.Head(draft.question, kind, draft.dots, live, draft.named, draft.quorum, closes_at, draft.total)
    rows = [
        [publish.button(t.publish, draft.id)],
        [question.change.button(t.change, draft.id)],
        [drop.button(t.drop, draft.id)],
    ]
    picture = await sheet.find_picture(context.tx, options)
    foreseen = await asked.foresee(context.notices, context.person.id, closes_at)
    told = forecast.words(context.notices, foreseen)
    words = join(told, t.preview, sheet.common_sheet(context.place, head, options))
    # Who hears it matters more here than a picture that would cut the words short.
    whole = fits(render_plain(words, context.language), CAPTION_LIMIT)
    await context.show(words, rows, picture if whole else None)


async def _is_whole(context: Context, draft: Draft) -> bool:
    """What an old preview may still call whole."""
    options = await store.polls.options(context.tx, draft.id)
    if len(options) < rules.FEWEST_OPTIONS:
        return False
    if draft.kind is Kind.BUDGET:
        return budgets.is_whole([one.cost for one in options], draft.total)
    return _leaves_a_choice(draft, options, draft.closes_at or 0)


def _leaves_a_choice(draft: Draft, options: list[Option], closes_at: int) -> bool:
    """Whether something can still win at this close: not when every moment is over by then."""
    return draft.kind is not Kind.TIME or closes_at < max((one.at or 0 for one in options), default=0)


def _check_until(context: Context, closes_at: int) -> None:
    if closes_at <= context.now_ms:
        raise Refusal(t.time_past)
    # Compared as numbers: what a button carries may lie beyond every calendar.
    if closes_at > milliseconds(context.now + rules.LONGEST_OPEN):
        raise Refusal(t.too_far)
