"""What stewards, deputies, the team and owners hear. Stewards took it on, so a pause does not keep it back; quiet
hours do. Whoever is asked since nobody else came took nothing on: her pause holds, and her no to messages."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity import roles
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Picture, Rows
from handlers.care import cards, rules, store
from handlers.care.rules import Found, Stage
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan
from handlers.care.words import called, good_line, since_line, t
from handlers.ideas.store import behalf, ideas
from handlers.ideas.words import behalf_name
from handlers.ideas.words import t as of_ideas
from handlers.made.store import things


async def ask_to_look(notices: Notices, plan: Plan, check: Check, stage: Stage, person_ids: list[int]) -> bool:
    """Each once for each look; whether anybody can hear it."""
    picture = await cards.picture(notices.tx, plan)
    text = join(t[f"look-{stage.value}"](what=called(plan), ago=since_line(plan, check.due_at)), good_line(plan))
    heard = False
    for person_id in dict.fromkeys(person_ids):
        if not await store.checks.note_asked(notices.tx, check.id, person_id, stage, notices.now_ms):
            continue
        if plan.held_by(person_id):
            told = await notices.answer(person_id, text, ask_rows(plan), picture)
        else:
            told = await notices.tell(person_id, text, team_rows(plan), picture)
        heard = heard or told is not None
    return heard


async def remind(notices: Notices, plan: Plan, check: Check, person_id: int) -> bool:
    """She had asked for another day."""
    text = join(t.look_again_now(what=called(plan), ago=since_line(plan, check.due_at)), good_line(plan))
    picture = await cards.picture(notices.tx, plan)
    return await notices.answer(person_id, text, ask_rows(plan), picture) is not None


def ask_rows(plan: Plan) -> Rows:
    """By address, like all rows below a notice."""
    return [
        [Button(t.i_look_now, f"care.look_again:{plan.idea_id}")],
        [Button(t.another_day, f"care.another_day:{plan.idea_id}")],
        [Button(t.i_cannot, f"care.let_go:{plan.idea_id}")],
    ]


def team_rows(plan: Plan) -> Rows:
    return [[Button(t.i_look_now, f"care.look_again:{plan.idea_id}")], *cards.see_rows(plan)]


async def nobody_left(notices: Notices, plan: Plan, but: int) -> None:
    """To the team, once a day for each and a few for all, however often it is let go; the digest has the rest."""
    today = f"{notices.now.date()}"
    if not await notices.first_time("care nobody left", f"{plan.id}:{today}"):
        return
    for number in range(rules.MOST_HELD):
        if await notices.first_time("care nobody left, all", f"{number}:{today}"):
            await team(notices, t.nobody_left(what=called(plan)), cards.see_rows(plan), (but,))
            return


async def team(notices: Notices, text: Text, rows: Rows, but: tuple[int | None, ...] = ()) -> None:
    others = [one for one in await roles.team(notices.tx, notices.place.id) if one not in but]
    await notices.tell_all(others, text, rows)


# --- what was found


async def ask_to_show(notices: Notices, plan: Plan, check: Check) -> None:
    """A neighbour's words and photo, before they are for everybody."""
    text = t[f"neighbour-found-{check.answer}"](what=called(plan))
    if check.why:
        text = join(text, t.last_why(why=check.why))
    rows = [
        [Button(t.show_it, f"care.show_it:{check.id}")],
        [Button(t.not_so, f"care.not_so:{check.id}")],
        *cards.see_rows(plan),
    ]
    picture = await cards.beside(notices.tx, notices.place, plan, check)
    for person_id in await roles.team(notices.tx, notices.place.id):
        if person_id != check.answered_by:
            await notices.tell(person_id, text, rows, picture)


async def found(notices: Notices, plan: Plan, check: Check) -> None:
    """To everybody concerned, once: how it is now beside how it was."""
    idea = await ideas.find(notices.tx, notices.place.id, plan.idea_id)
    is_news = idea is not None and idea.public and not await _passed_by(notices, check)
    told_at = notices.now_ms if is_news else rules.NO_NEWS
    if check.answer is None or not await store.checks.note_told(notices.tx, check.id, told_at):
        return
    if idea is None or not is_news:
        return
    news: Text = t[f"news-{check.answer.value}"](
        number=idea.number, what=called(plan), ago=since_line(plan, check.answered_at or check.due_at)
    )
    if check.why and check.for_all:
        news = join(news, t.last_why(why=check.why))
    picture = await cards.beside(notices.tx, notices.place, plan, check)
    await _to_concerned(notices, plan, news, check.answered_by, picture)


async def _passed_by(notices: Notices, check: Check) -> bool:
    """A neighbour looked by herself and it is as it was: that stands on its card, and is no news."""
    if check.answer is not Found.GOOD or not check.early or check.answered_by is None:
        return False
    return not await roles.of(notices.tx, check.answered_by, notices.place.id) & TEAM.roles


async def not_so(notices: Notices, plan: Plan, by: int) -> None:
    """What they had heard was taken back."""
    idea = await ideas.find(notices.tx, notices.place.id, plan.idea_id)
    if idea is not None and idea.public:
        await _to_concerned(notices, plan, t.news_not_so(number=idea.number, what=called(plan)), by)


async def _to_concerned(
    notices: Notices, plan: Plan, news: Text, but: int | None, picture: Picture | None = None
) -> None:
    """Whoever wrote the idea down for somebody without a phone is asked to say it to her."""
    concerned = [*await ideas.people_concerned(notices.tx, plan.idea_id), plan.steward_id, plan.deputy_id]
    spoken_for = await behalf.find(notices.tx, plan.idea_id)
    rows = [[Button(t.see, f"ideas.card:{plan.idea_id}")]]
    for person_id in dict.fromkeys(concerned):
        if person_id is None or person_id == but:
            continue
        text = news
        if spoken_for is not None and spoken_for.noted_by == person_id:
            text = join(news, of_ideas.please_tell(name=behalf_name(spoken_for)))
        await notices.tell_news(person_id, text, rows, picture)


async def to_be_mended(notices: Notices, plan: Plan, check: Check) -> None:
    """Something is to be done: to its other steward and to the team."""
    text = t.to_do(what=called(plan), why=check.why)
    rows = [[Button(t.mended, f"care.mended:{check.id}")], *cards.see_rows(plan)]
    for person_id in (plan.steward_id, plan.deputy_id):
        if person_id is not None and person_id != check.answered_by:
            await notices.answer(person_id, text, rows)
    await team(notices, text, rows, (check.answered_by, plan.steward_id, plan.deputy_id))


async def gone(notices: Notices, plan: Plan, check: Check) -> None:
    """Those who looked after it need not any more; what is in the register is still to be ended there."""
    thing = await things.of_idea(notices.tx, notices.place.id, plan.idea_id)
    if thing is not None:
        rows = [[Button(t.in_register, f"made.see:{thing.id}")]]
        await team(notices, t.gone_in_register(what=called(plan)), rows, (check.answered_by,))


async def over(notices: Notices, person_ids: list[int], text: Text, rows: Rows = ()) -> None:
    for person_id in dict.fromkeys(person_ids):
        await notices.answer(person_id, text, rows)


def whose_turn(plan: Plan, stage: Stage) -> list[int]:
    """Of those who took it on."""
    one = plan.steward_id if stage is Stage.STEWARD else plan.deputy_id
    return [one] if one is not None else []


async def people_at(notices: Notices, plan: Plan, stage: Stage) -> list[int]:
    match stage:
        case Stage.STEWARD | Stage.DEPUTY:
            return whose_turn(plan, stage)
        case Stage.TEAM:
            return await roles.team(notices.tx, notices.place.id)
    for last in rules.last_ones(plan.space):
        if found := await roles.holders(notices.tx, notices.place.id, *sorted(last.roles)):
            return found
    return []
