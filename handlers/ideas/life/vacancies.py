"""A role that nobody holds: what waits for it is said to the team, with the way to whoever could fill it."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity import people, roles
from bot.identity.places import Space
from bot.identity.roles import Role
from bot.outbox.message import Button
from bot.program import typed
from handlers.ideas import rules, store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t

# Who has to answer first where: without a second party things go on (answering.py).
ANSWERS = {Role.SHOPKEEPER: rules.SHOP, Role.LIAISON: frozenset({Space.STREET})}
# Who answers beside them where the place has one.
BESIDE = {Space.FRONT: Role.LIAISON, Space.YARD: Role.PROPERTY_MANAGER}
NAMED = 5  # numbers of ideas


@dataclass(frozen=True)
class Vacancy:
    """Nobody is `role` here, and these ideas wait for one."""

    role: Role
    waiting: list[Idea]

    @property
    def line(self) -> Text:
        numbers = " ".join(f"/{idea.number}" for idea in self.waiting[:NAMED])
        rest = " …" if len(self.waiting) > NAMED else ""
        return t[f"nobody-is-{self.role.value}"](count=len(self.waiting), numbers=numbers + rest)


async def vacancies(notices: Notices) -> list[Vacancy]:
    found = []
    for role, spaces in ANSWERS.items():
        if not await people.members_with(notices.tx, notices.place.id, role):
            waiting = await store.ideas.undecided(notices.tx, notices.place.id, spaces, role, notices.now_ms)
            found += [Vacancy(role, waiting)] if waiting else []
    return found


async def in_the_yard(notices: Notices) -> Vacancy | None:
    """Nobody manages the yard here: the team answers alone, and nothing waits for it."""
    role = Role.PROPERTY_MANAGER
    if await people.members_with(notices.tx, notices.place.id, role):
        return None
    open_ones = await store.ideas.undecided(notices.tx, notices.place.id, rules.YARD, role, notices.now_ms)
    waiting = [idea for idea in open_ones if idea.status is Status.OPEN]
    return Vacancy(role, waiting) if waiting else None


async def tell(notices: Notices) -> None:
    """Once a week and role, to those who can invite; where there is no lead, to the team. Of the yard, which waits
    for nobody, once a quarter."""
    year, week, _ = notices.now.isocalendar()
    for vacancy in await vacancies(notices):
        if await notices.first_time(f"nobody is {vacancy.role}", f"{year}-W{week:02}"):
            await _tell(notices, vacancy)
    quarter = f"{notices.now.year}-Q{(notices.now.month + 2) // 3}"
    yard = await in_the_yard(notices)
    if yard is not None and await notices.first_time(f"nobody is {yard.role}", quarter):
        await _tell(notices, yard)


async def _tell(notices: Notices, vacancy: Vacancy) -> None:
    leads = await people.members_with(notices.tx, notices.place.id, Role.LEAD)
    # By address: the team's chat is not ours to import.
    link = Button(t[f"link-for-{vacancy.role.value}"], f"team.make_link_below:{vacancy.role.value}")
    await notices.tell_all(leads, vacancy.line, [[link]])
    if not leads:
        team = await roles.team(notices.tx, notices.place.id)
        command = typed(f"invite {vacancy.role.value}")
        await notices.tell_all(team, join(vacancy.line, t.ask_the_operator(command=command)))


async def who_decides(tx: Tx, place_id: int, space: Space) -> Text:
    """Whose answer it needs; nothing is "with the shopkeeper" where there is none."""
    empty = await nobody_decides(tx, place_id, space)
    return empty[0] if empty else t[f"decides-{await _parties(tx, place_id, space)}"]


async def whose_answer(tx: Tx, place_id: int, space: Space) -> Text:
    """In a few words, without a party that is not there."""
    return t[f"who-{await _parties(tx, place_id, space)}"]


async def _parties(tx: Tx, place_id: int, space: Space) -> str:
    beside = BESIDE.get(space)
    alone = beside is not None and not await people.members_with(tx, place_id, beside)
    return f"{space.value}-alone" if alone else space.value


async def nobody_decides(tx: Tx, place_id: int, space: Space) -> list[Text]:
    """Says so, where it is so."""
    for role, spaces in ANSWERS.items():
        if space in spaces and not await people.members_with(tx, place_id, role):
            return [t[f"vacant-{space.value}"]]
    return []
