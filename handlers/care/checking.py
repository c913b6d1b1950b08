"""Looking again: a photo from the same spot, and how it is: good, partly, or gone."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM, Role
from bot.outbox.message import Button, Rows
from handlers.care import cards, rules, showing, store
from handlers.care.rules import Found, Stage
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan
from handlers.care.words import called, day, good_line, t
from handlers.ideas.rules import speaks_as

look = Ahead[[int]]("care.look")


@action()
async def look_again(context: Context, idea_id: int) -> None:
    """Before the thing itself: the first photo, and what to do. It can be left half done."""
    plan = await _answerable(context, idea_id)
    check = await store.checks.open_of(context.tx, context.place.id, plan.id)
    if check is not None and check.media_id is not None:
        await _ask_how(context, plan, t.how_is_it)
        return
    rows = [[no_photo.button(t.no_photo, plan.idea_id)]]
    picture = await cards.picture(context.tx, plan)
    asked = t.take_photo_like_this if picture is not None else t.take_photo
    text = join(asked(what=called(plan)), good_line(plan))
    await context.ask(text, hear_photo, plan.idea_id, rows=rows, picture=picture, back=cards.back_to_card(plan))


@action()
async def hear_photo(context: Context, idea_id: int, photo: Photo) -> None:
    """The newest one counts; the question stays open for a better one."""
    plan, check = await _open(context, idea_id)
    if check.photos >= rules.MOST_PHOTOS:
        raise Refusal(t.enough_photos(most=rules.MOST_PHOTOS))
    await store.checks.keep_photo(context.tx, check.id, await context.keep(photo))
    await _ask_how(context, plan, t.photo_kept)


@action()
async def no_photo(context: Context, idea_id: int) -> None:
    await _ask_how(context, await _answerable(context, idea_id), t.how_is_it)


async def _ask_how(context: Context, plan: Plan, said: Text) -> None:
    rows = [[answer.button(t[f"found-{one}"], plan.idea_id, one)] for one in Found]
    text = join(said, good_line(plan))
    await context.ask(text, hear_photo, plan.idea_id, rows=rows, back=cards.back_to_card(plan))


@action()
async def answer(context: Context, idea_id: int, said: Found) -> None:
    plan = await _answerable(context, idea_id)
    back = no_photo.button(t.back, plan.idea_id)
    if said is Found.GOOD:
        await _answer(context, idea_id, said, "")
    elif said is Found.PARTLY:
        await context.ask(t.what_is_to_do(what=called(plan)), hear_partly, plan.idea_id, back=back)
    else:
        rows = [[gone_plainly.button(t.without_words_button, plan.idea_id)]]
        await context.ask(t.what_became_of_it(what=called(plan)), hear_gone, plan.idea_id, rows=rows, back=back)


@action()
async def hear_partly(context: Context, idea_id: int, words: str) -> None:
    why = rules.read_words(words)
    if not why:
        raise Refusal(t.words_needed)
    await _answer(context, idea_id, Found.PARTLY, why)


@action()
async def hear_gone(context: Context, idea_id: int, words: str) -> None:
    await _answer(context, idea_id, Found.GONE, rules.read_words(words))


@action()
async def gone_plainly(context: Context, idea_id: int) -> None:
    await _answer(context, idea_id, Found.GONE, "")


async def _answer(context: Context, idea_id: int, how: Found, why: str) -> None:
    plan, check = await _open(context, idea_id)
    if not await showing.answer(context.notices, plan, check, how, why, context.person.id):
        raise Refusal(t.somebody_was_quicker)
    now = await store.plans.find(context.tx, context.place.id, idea_id) or plan
    answered = await store.checks.find(context.tx, context.place.id, check.id) or check
    rows = [*_after(now, answered), [take_back.button(t.undo, check.id)]]
    lines: list[Text] = [t[f"noted-{how}"](what=called(plan))]
    if answered.shown_at is None:
        lines.append(t.team_looks_first)
    if now.next_at is not None:
        lines.append(t.next_look(when=day(context.place, now.next_at)))
    await context.say(join(*lines), [*rows, *cards.see_rows(plan)][:3])


def _after(plan: Plan, check: Check) -> Rows:
    """After half a year it may be enough; what is to be done can be mended at once."""
    if check.answer is Found.PARTLY:
        return [[mended.button(t.mended, check.id)]]
    if check.answer is Found.GOOD and rules.asks_whether_enough(plan.done_at, plan.next_at):
        # By address: looking after stands beside this module.
        return [[Button(t.that_is_enough, f"care.enough:{plan.idea_id}")]]
    return []


@action()
async def another_day(context: Context, idea_id: int) -> None:
    """Once or twice; then it is somebody else's turn."""
    plan = await _answerable(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    check = await store.checks.open_of(context.tx, context.place.id, plan.id)
    if check is None:
        raise Refusal(t.nothing_open(what=called(plan)))
    if not _is_her_turn(context, plan, check) or check.put_off >= rules.MOST_PUT_OFF:
        raise Refusal(t.not_put_off)
    until = milliseconds(context.now + timedelta(days=3))
    await store.checks.put_off(context.tx, check.id, until)
    await context.say(t.put_off(when=day(context.place, until)), cards.see_rows(plan))


def _is_her_turn(context: Context, plan: Plan, check: Check) -> bool:
    return context.person.id == {Stage.STEWARD: plan.steward_id, Stage.DEPUTY: plan.deputy_id}.get(check.stage)


@action()
async def take_back(context: Context, check_id: int) -> None:
    """A wrong press, from its receipt: by whoever pressed, or the team."""
    check, plan = await _of_check(context, check_id)
    if check.answered_by != context.person.id and not context.may(TEAM):
        raise Refusal(t.only_stewards)
    await cards.hold(context.notices, plan.idea_id)
    check, plan = await _of_check(context, check_id)
    if check.answered_at is not None and not context.may(TEAM):
        # A wrong press is seen soon, and happens once: others hear each time.
        late = context.now_ms - check.answered_at > rules.DAY
        if late or not await showing.is_first_correction(context.notices, check):
            raise Refusal(t.ask_the_team)
    await _take_back(context, plan, check)
    await look(context, plan.idea_id)


@action(TEAM)
async def not_so(context: Context, check_id: int) -> None:
    """What a neighbour said is set aside, and somebody of the team looks."""
    check, plan = await _of_check(context, check_id)
    await cards.hold(context.notices, plan.idea_id)
    check, plan = await _of_check(context, check_id)
    if check.shown_at is not None:
        raise Refusal(t.shown_already)
    await _take_back(context, plan, check)
    await store.checks.drop_photo(context.tx, check.id)
    await context.say(t.set_aside(what=called(plan)), [[look_again.button(t.i_look_now, plan.idea_id)]])


async def _take_back(context: Context, plan: Plan, check: Check) -> None:
    if check.answer is None:
        raise Refusal(t.taken_back_already)
    role = next(iter(speaks_as(context.roles, TEAM)), Role.RESIDENT)
    if not await showing.take_back(context.notices, plan, check, context.person.id, role.value):
        raise Refusal(t.not_the_last)
    context.toast(t.toast_taken_back)


@action(TEAM)
async def found(context: Context, check_id: int) -> None:
    """What a neighbour found, as in the message that asked about it."""
    check, plan = await _of_check(context, check_id)
    if check.answer is None or check.shown_at is not None:
        await look(context, plan.idea_id)
        return
    text: Text = t[f"neighbour-found-{check.answer}"](what=called(plan))
    if check.why:
        text = join(text, t.last_why(why=check.why))
    rows = [[show_it.button(t.show_it, check.id)], [not_so.button(t.not_so, check.id)]]
    picture = await cards.beside(context.tx, context.place, plan, check)
    await context.show(text, rows, picture, cards.back_to_card(plan))


@action(TEAM)
async def show_it(context: Context, check_id: int) -> None:
    """A neighbour's words and photo are for everybody."""
    check, plan = await _of_check(context, check_id)
    await cards.hold(context.notices, plan.idea_id)
    check, plan = await _of_check(context, check_id)
    if check.answer is None:
        raise Refusal(t.taken_back_already)
    await showing.show(context.notices, plan, check)
    await context.say(t.shown(what=called(plan)), cards.see_rows(plan))


@action()
async def mended(context: Context, check_id: int) -> None:
    check, plan = await _of_check(context, check_id)
    if not cards.answers(context, plan):
        raise Refusal(t.only_stewards)
    if not await store.checks.note_mended(context.tx, check.id, context.now_ms):
        raise Refusal(t.mended_already)
    await showing.no_more_to_do(context.notices, check)
    await context.say(t.mended_noted(what=called(plan)), cards.see_rows(plan))


async def _answerable(context: Context, idea_id: int) -> Plan:
    plan = await cards.known(context, idea_id)
    if not cards.answers(context, plan):
        raise Refusal(t.only_stewards)
    return plan


async def _open(context: Context, idea_id: int) -> tuple[Plan, Check]:
    """The look that is open, or one that begins now since she looks by herself."""
    plan = await _answerable(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    plan = await _answerable(context, idea_id)
    check = await store.checks.open_of(context.tx, context.place.id, plan.id)
    if check is not None:
        return plan, check
    last = await store.checks.newest(context.tx, context.place.id, plan.id)
    pause = rules.DAY if context.may(TEAM) else rules.EARLY_PAUSE * rules.DAY
    if last is not None and last.answered_at is not None and context.now_ms - last.answered_at < pause:
        # Two at once: the second reads what the first found.
        raise Refusal(t.somebody_was_quicker)
    begun = await store.checks.begun_early(context.tx, plan.id, context.now_ms - pause)
    if begun >= rules.MOST_EARLY and not context.may(TEAM):
        # Also those that were taken back.
        raise Refusal(t.ask_the_team)
    until = milliseconds(context.now + rules.PATIENCE)
    check_id = await store.checks.begin(context.tx, plan.id, context.now_ms, context.now_ms, 1, Stage.STEWARD, until)
    check = await store.checks.find(context.tx, context.place.id, check_id)
    if check is None:
        raise LookupError(f"no look {check_id}")
    return plan, check


async def _of_check(context: Context, check_id: int) -> tuple[Check, Plan]:
    check = await store.checks.find(context.tx, context.place.id, check_id)
    plan = await store.plans.by_id(context.tx, context.place.id, check.plan_id) if check else None
    if check is None or plan is None:
        raise Refusal(t.not_done)
    return check, plan
