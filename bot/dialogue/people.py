"""What a feature knows of people: its columns, and what it does when somebody leaves or two become one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.dialogue.notices import Notices
from bot.identity.columns import Leaving, PersonColumn, PictureColumn


@dataclass(frozen=True)
class People:
    """`columns` name a person, `pictures` show one's picture: each is declared once (identity/columns.py)."""

    columns: tuple[PersonColumn, ...] = ()
    pictures: tuple[PictureColumn, ...] = ()
    # Told in each place of somebody who is forgotten, before the rows go: what hangs on them is put right or dropped.
    forgets: Callable[[Notices, Leaving], Awaitable[None]] | None = None
    # Told after two people became one, or one two again (both ids): what is counted over people in this place is put
    # right.
    changed: Callable[[Notices, Sequence[int]], Awaitable[None]] | None = None
