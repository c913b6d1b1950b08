"""What becomes of what somebody looked after when she leaves, or when two doors become one person."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.care import store, turns


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Her deputy moves up, or the team hears that nobody is left; her words go.

    Whoever said what good means and which tools is not kept: of what she looked after, both go and are said anew."""
    for plan in await store.plans.held(notices.tx, notices.place.id, leaving.person_id):
        await turns.step_down(notices, plan, leaving.person_id)
        await store.people.forget_description(notices.tx, plan.id)
    await store.people.forget_words(notices.tx, notices.place.id, leaving.person_id)


async def count_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    """Nobody is her own deputy."""
    for plan_id in await store.people.same_twice(notices.tx, notices.place.id):
        await store.people.forget_deputy(notices.tx, plan_id)


PEOPLE = People(
    columns=(
        PersonColumn("care_plans", "steward_id", Fate.CLEAR),
        PersonColumn("care_plans", "deputy_id", Fate.CLEAR),
        PersonColumn("care_checks", "answered_by", Fate.CLEAR),
        PersonColumn("care_asked", once_per=("check_id",), newest="asked_at"),
    ),
    pictures=(PictureColumn("care_checks", keeps_row=True),),
    forgets=forgets,
    changed=count_anew,
)
