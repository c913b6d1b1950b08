"""What becomes of what people made when a maker leaves, or two doors become one person."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.made import settling, store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Nobody waits for the answer of somebody who is gone."""
    for thing_id in await store.people.made_by(notices.tx, notices.place.id, leaving.person_id):
        await settling.hold(notices, thing_id)
        await store.makers.leave(notices.tx, thing_id, leaving.person_id)
        await _settle(notices, thing_id, leaving.person_id)


async def count_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    """One maker fewer, or one more, may be what a term was waiting for."""
    for thing_id in await store.people.made_by(notices.tx, notices.place.id, *person_ids[:2]):
        await settling.hold(notices, thing_id)
        await _settle(notices, thing_id)


async def _settle(notices: Notices, thing_id: int, leaving: int | None = None) -> None:
    for change_id in await store.changes.open_of(notices.tx, thing_id):
        await settling.settle(notices, change_id, leaving)


PEOPLE = People(
    columns=(
        PersonColumn("made_things", "steward_id", Fate.CLEAR),
        PersonColumn("made_things", "registered_by", Fate.CLEAR),
        PersonColumn("made_surfaces", "agreed_by", Fate.CLEAR),
        PersonColumn("made_makers", once_per=("thing_id",), newest="since"),
        PersonColumn("made_changes", "begun_by", Fate.CLEAR),
        PersonColumn("made_answers", once_per=("change_id",), newest="answered_at"),
        PersonColumn("made_photos"),
    ),
    pictures=(PictureColumn("made_things", keeps_row=True), PictureColumn("made_photos")),
    forgets=forgets,
    changed=count_anew,
)
