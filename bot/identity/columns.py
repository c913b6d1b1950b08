"""Which columns name a person or show a picture, each declared once: what becomes of it when she leaves, and when two
people become one.

Features say it of their own tables in their `people.py` (`Feature.people`), the machine of its own here.
tests/machine/database/test_personal.py and tests/town/people/test_joined.py look through the schema and fail for a
column that nobody declared.
"""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """Of a row whose person is forgotten."""

    DELETE = "delete"  # the row goes
    CLEAR = "clear"  # the row stays, and the column is NULL
    NAMELESS = "nameless"  # the row stays as a total, and belongs to a person without name, door or language


@dataclass(frozen=True)
class PersonColumn:
    """A column that names a person.

    When she leaves, `fate` says what becomes of its rows. `words` of a row that stays are emptied. Nameless rows of
    the same `together` (an SQL expression over the row, with the name of what it is) belong to the same nameless
    person, so that one vote stays one voter's; rows of different ones cannot be linked any more. `export` is False
    for what is only the machine's own note; `sealed` are opened for what she takes along.

    When two people become one, all rows change hands, found again by `key`. With `once_per` a person has one row for
    each of these columns (several, where they are one answer): where both have, the `newest` counts, without that
    column hers; `strongest` names a column and its values, of which an earlier one counts however old it is. A table
    that `follows` another takes whichever side won there. Conditions in SQL, of our own words only, where {keeper} is
    her id and {now} the moment: `stays` for rows that are not moved, since they are over and were counted; `derived`
    for rows the feature makes anew by itself; `own` for rows she cannot have, once what they are about is hers as
    well.
    """

    table: str
    column: str = "person_id"
    fate: Fate = Fate.DELETE
    words: tuple[str, ...] = ()
    together: tuple[str, str] | None = None
    export: bool = True
    sealed: tuple[str, ...] = ()
    once_per: tuple[str, ...] | None = None
    newest: str = ""
    strongest: tuple[str, tuple[str, ...]] | None = None
    follows: str = ""
    stays: str = ""
    derived: str = ""
    own: str = ""
    key: str = "id"

    @property
    def keeps_groups(self) -> bool:
        return self.once_per is not None


@dataclass(frozen=True)
class PictureColumn:
    """A column that points to a picture or voice note. `keeps_row`: it is emptied, else its row goes too.

    `hash` is the column that keeps the name of the file meanwhile, where that is not its own row.
    """

    table: str
    column: str = "media_id"
    keeps_row: bool = False
    hash: str = ""


@dataclass(frozen=True)
class Leaving:
    """Somebody who is being forgotten. `leaves_ideas`: the words of what others support stay, as a neighbour's."""

    person_id: int
    leaves_ideas: bool = False


# Consent is that of whoever remains; what either said stays on record.
MACHINE = (
    PersonColumn("identities"),
    PersonColumn("roles"),
    PersonColumn("members"),
    PersonColumn("media"),
    PersonColumn("consents"),
    PersonColumn("consents_standing", export=False, once_per=("purpose",)),
    PersonColumn("held_updates", export=False),
    PersonColumn("sent_files", export=False, once_per=(), newest="not_before"),
    PersonColumn("crowd_visits", export=False, once_per=("kind", "thing_id")),
    PersonColumn("joinings", export=False),
    PersonColumn("joinings", "other_id", export=False),
    PersonColumn("outbox", fate=Fate.CLEAR, export=False),
    PersonColumn("campaign_people", export=False),
    PersonColumn("invites", "made_by", Fate.CLEAR, export=False),
    PersonColumn("invites", "used_by", Fate.CLEAR, export=False),
)
# Tables that joining looks after by itself (linking.py), or that stay as they were sent and asked.
JOINED_BY_HAND = frozenset({"identities", "roles", "members", "joinings", "outbox", "campaign_people"})
MACHINE_PICTURES = (PictureColumn("media_at_door"), PictureColumn("shown_pictures"))
# What the web chat keeps of its people goes with `bot.gateway.pruning`, what waits to be erased with `bot.erasing`.
OF_THE_GATEWAY = "gateway_"
# The numbers of doors: their rows go with the person's own ones (bot/privacy/forgetting.py).
NOT_PEOPLE = frozenset(
    (table, "user_id") for table in ("identities", "goodbyes", "parked_questions", "door_links", "joining_doors")
)
