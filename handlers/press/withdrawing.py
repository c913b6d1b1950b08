"""Somebody takes her word back: out of the next sheet at once, and honest about those that were given out."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.identity import roles
from bot.identity.roles import Role
from handlers.press import store
from handlers.press.rules import State
from handlers.press.store.pieces import Piece
from handlers.press.store.sheets import Sheet
from handlers.press.words import t, went


async def take_back(notices: Notices, piece: Piece) -> list[Sheet]:
    """Returns the sheets she is in. Expects the lock of the place, so that none is made meanwhile."""
    await store.pieces.say(notices.tx, piece.id, State.TAKEN_BACK, "", notices.now_ms)
    found = await store.sheets.with_piece(notices.tx, piece.id)
    # Yes and no by turns tell the team of each sheet once.
    new = [one for one in found if await notices.first_time(f"press {piece.id} taken back", str(one.id))]
    await tell_team(notices, new)
    return found


async def tell_team(notices: Notices, sheets: Sequence[Sheet]) -> None:
    """The leads, and whoever made them and is of the team still; never whose it was. Nothing was given out, nothing
    is said."""
    if not sheets:
        return
    team = await roles.team(notices.tx, notices.place.id)
    makers = {one.made_by for one in sheets}
    leads = await roles.holders(notices.tx, notices.place.id, Role.LEAD)
    asked = [one for one in team if one in makers or one in leads]
    await notices.tell_all(asked, t.team_told(count=len(sheets), where=went(sheets, notices.place.clocks)))
