"""Whoever signs up by a group's list is noted for by who brought it: what a task answers to that list."""

from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from handlers.sign_up_list.rules import Noted
from handlers.sign_up_list.source import Booked, Gathering, SignUpSource
from handlers.tasks import cards, store
from handlers.tasks.rules import HOLDS, Claim, Kind
from handlers.tasks.store.dates import Date
from handlers.tasks.words import where

ON_THE_LIST = (*HOLDS, Claim.DONE)


async def find(notices: Notices, date_id: int) -> Gathering | None:
    date = await store.dates.find(notices.tx, notices.place.id, date_id)
    return await _gathering(notices, date) if date is not None else None


async def hold(notices: Notices, date_id: int) -> None:
    date = await store.dates.find(notices.tx, notices.place.id, date_id)
    if date is not None:
        await cards.hold(notices, date.task_id)


async def ahead(notices: Notices, most: int) -> list[Gathering]:
    found = await store.dates.open_(notices.tx, notices.place.id, notices.now_ms, most)
    return [await _gathering(notices, one) for one in found]


async def noted(notices: Notices, date_id: int) -> list[Noted]:
    claims = await store.claims.of_date(notices.tx, date_id)
    # Of whom somebody told how it went, no list takes anything back.
    return [
        Noted(one.id, one.for_name, 0, 0, False, one.claimed_at, by_list=bool(one.by_list) and one.state in HOLDS)
        for one in claims
        if one.for_name and one.state in ON_THE_LIST
    ]


async def themselves(notices: Notices, date_id: int) -> list[str]:
    claims = await store.claims.of_date(notices.tx, date_id)
    return [one.name for one in claims if not one.for_name and one.state in ON_THE_LIST]


async def add(notices: Notices, date_id: int, by: int, name: str, guests: int, children: int) -> Booked | None:
    """Expects the task to be held. Whoever looks for a stand-in keeps her place until somebody takes it here."""
    date = await store.dates.find(notices.tx, notices.place.id, date_id)
    if date is None or date.taken >= date.needed:
        return None
    claim_id = await store.claims.take(notices.tx, date.id, by, name, notices.now_ms)
    await store.claims.mark_by_list(notices.tx, claim_id)
    return Booked(claim_id, waiting=False)


async def change(notices: Notices, date_id: int, noted_id: int, guests: int, children: int) -> bool:
    """Each pair of hands has a line of its own."""
    return False


async def drop(notices: Notices, date_id: int, noted_id: int) -> bool:
    return await store.claims.drop_listed(notices.tx, date_id, noted_id)


async def _gathering(notices: Notices, date: Date) -> Gathering:
    claims = await store.claims.of_date(notices.tx, date.id)
    return Gathering(
        id=date.id,
        title=date.title,
        when=_when(date, notices),
        where=where(date) or "",
        start=date.starts_at,
        free=max(date.needed - date.taken, 0),
        answered=sum(not one.for_name and one.state in ON_THE_LIST for one in claims),
        code=f"task-{notices.place.code}-{date.id}",
        is_open=bool(date.stands) and date.ends_at > notices.now_ms,
    )


def _when(date: Date, notices: Notices) -> When:
    clocks = notices.place.clocks
    return When(date.end, clocks, "day") if date.kind is Kind.ONCE else When(date.start, clocks, until=date.end)


SOURCE = SignUpSource(
    kind="task",
    parties=False,
    shows="tasks.look",
    shows_below="tasks.see",
    find=find,
    hold=hold,
    ahead=ahead,
    noted=noted,
    themselves=themselves,
    add=add,
    change=change,
    drop=drop,
)
