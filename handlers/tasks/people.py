"""What becomes of tasks when somebody leaves who does some, or two doors become one person."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity import roles
from bot.identity.columns import Fate, Leaving, PersonColumn
from handlers.tasks import cards, store, telling


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Her place is free, and whom she noted comes all the same: another of the team has her then.

    Where nobody else is of the team, nobody could tell her, and that place is free, too.
    """
    tx, place_id, person_id = notices.tx, notices.place.id, leaving.person_id
    await store.people.drop_drafts(tx, place_id, person_id)
    own = await store.people.ahead_of(tx, place_id, person_id, notices.now_ms)
    noted = await store.people.noted_ahead(tx, place_id, person_id, notices.now_ms)
    for date_id in sorted({one.date_id for one in own + noted}):
        if (date := await store.dates.find(tx, place_id, date_id)) is not None:
            await cards.hold(notices, date.task_id)
    others = [one for one in await roles.team(tx, place_id) if one != person_id]
    freed = own if others else own + noted
    for one in freed:
        await store.people.drop(tx, one.id)
    for one in freed:
        if (date := await store.dates.find(tx, place_id, one.date_id)) is not None:
            await telling.call(notices, date, [person_id], since=one.claimed_at)
    if others:
        await _hand_over_noted(notices, noted, others[0])


async def _hand_over_noted(notices: Notices, noted: Sequence[store.people.Ahead], person_id: int) -> None:
    tx, place_id = notices.tx, notices.place.id
    for one in noted:
        await store.people.hand_over(tx, one.id, person_id)
    found = [await store.claims.find(tx, place_id, one.id) for one in noted]
    for claim in telling.one_each([one for one in found if one is not None]):
        if (date := await store.dates.find(tx, place_id, claim.date_id)) is not None:
            await telling.handed_over(notices, claim, date)


async def fit_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    """They parted, and her place has gone to somebody else meanwhile: the newer of theirs gives way."""
    tx, place_id = notices.tx, notices.place.id
    for date_id, over in await store.people.crowded(tx, place_id, notices.now_ms, *person_ids[:2]):
        date = await store.dates.find(tx, place_id, date_id)
        if date is None:
            continue
        await cards.hold(notices, date.task_id)
        for _ in range(over):
            claim_id = await store.people.drop_newest(tx, date_id, notices.now_ms, *person_ids[:2])
            claim = await store.claims.find(tx, place_id, claim_id) if claim_id is not None else None
            if claim is not None:
                await telling.relieved(notices, claim, date)


PEOPLE = People(
    columns=(
        PersonColumn(
            "tasks",
            "made_by",
            Fate.CLEAR,
            # A second draft would not be found: it waits aside.
            stays="state = 'draft' AND EXISTS (SELECT 1 FROM tasks d WHERE d.state = 'draft'"
            " AND d.place_id = tasks.place_id AND d.made_by = {keeper})",
        ),
        PersonColumn(
            "task_claims",
            fate=Fate.NAMELESS,
            words=("for_name", "reason"),
            together=("task claim", "id"),
            once_per=("date_id", "for_name"),
            newest="changed_at",
            strongest=("state", ("done", "claimed", "stand_in", "missed", "excused", "withdrawn")),
        ),
        PersonColumn("task_claims", "settled_by", Fate.CLEAR, export=False),
        PersonColumn("task_watches", once_per=("place_id", "work")),
        PersonColumn("task_eases", once_per=("place_id",), newest="asked_at"),
        PersonColumn("task_hours", fate=Fate.NAMELESS, words=("words",)),
        PersonColumn("task_hours", "settled_by", Fate.CLEAR, export=False),
    ),
    forgets=forgets,
    changed=fit_anew,
)
