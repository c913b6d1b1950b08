"""Whatever is merged, taken apart, supported and withdrawn, no author, supporter or photo is ever lost."""

import asyncio
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.database.connecting import connect
from bot.database.db import Database, Tx
from bot.database.migrations import migrate
from bot.identity.places import make_place
from handlers.ideas.rules import Status
from handlers.ideas.store import drafts, ideas, pictures, support
from handlers.ideas.store import steps as step_store

IDEAS = range(1, 5)
PEOPLE = range(1, 8)  # the first four are the authors of the four ideas
NOW = 1_800_000_000_000

moves = st.one_of(
    st.tuples(st.just("merge"), st.sampled_from(IDEAS), st.sampled_from(IDEAS)),
    st.tuples(st.just("unmerge"), st.sampled_from(IDEAS), st.just(0)),
    st.tuples(st.just("support"), st.sampled_from(IDEAS), st.sampled_from(PEOPLE)),
    st.tuples(st.just("unsupport"), st.sampled_from(IDEAS), st.sampled_from(PEOPLE)),
)


@dataclass
class Expected:
    """The same in plain words: who said yes to what, and what belongs to what."""

    voices: dict[int, set[int]] = field(default_factory=lambda: {idea: set() for idea in IDEAS})
    into: dict[int, int] = field(default_factory=dict)

    def family(self, idea: int) -> set[int]:
        found = {idea}
        while more := {one for one, target in self.into.items() if target in found} - found:
            found |= more
        return found

    def authors(self, idea: int) -> set[int]:
        return self.family(idea)  # idea n is by person n

    def supporters(self, idea: int) -> set[int]:
        family = self.family(idea)
        return set().union(*(self.voices[one] for one in family), family - {idea}) - {idea}

    def can(self, move: tuple[str, int, int]) -> bool:
        """What the chat allows."""
        what, idea, other = move
        match what:
            case "merge":
                return idea != other and idea not in self.into and other not in self.into
            case "unmerge":
                return idea in self.into and self.into[idea] not in self.into
            case _:
                return idea not in self.into and other not in self.authors(idea)

    def do(self, move: tuple[str, int, int]) -> None:
        what, idea, other = move
        match what:
            case "merge":
                self.into[idea] = other
            case "unmerge":
                del self.into[idea]
            case "support":
                self.voices[idea].add(other)
            case _:
                for one in self.family(idea):
                    self.voices[one].discard(other)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(moves, max_size=30))
def test_no_merge_loses_an_author_a_supporter_or_a_photo(steps: list[tuple[str, int, int]]) -> None:
    asyncio.run(_lives_through(steps))


async def _lives_through(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = connect(f"sqlite:///{Path(folder) / 'nestbox.db'}")
        await database.open()
        try:
            await migrate(database)
            await _check_all(database, steps)
        finally:
            await database.close()


async def _check_all(database: Database, steps: list[tuple[str, int, int]]) -> None:
    expected = Expected()
    async with database.write() as tx:
        await _furnish(tx)
        for step in steps:
            if not expected.can(step):
                continue
            expected.do(step)
            await _do(tx, step)
            for idea in IDEAS:
                if idea not in expected.into:
                    await _check(tx, expected, idea)


async def _check(tx: Tx, expected: Expected, idea: int) -> None:
    assert set(await ideas.supporters(tx, idea)) == expected.supporters(idea)
    assert (await ideas.idea(tx, 1, idea)).voices == len(expected.supporters(idea))
    assert set(await pictures.ready_photos(tx, idea)) == expected.family(idea)
    assert set(await ideas.author_names(tx, idea)) == {f"P{author}" for author in expected.authors(idea)}
    assert expected.authors(idea) | expected.supporters(idea) <= set(await ideas.people_concerned(tx, idea))


async def _furnish(tx: Tx) -> None:
    """Four ideas on the board, each by somebody and with a photo of its own."""
    await make_place(tx, "L", "Asia/Urumqi", ("zh",), NOW)
    for person in PEOPLE:
        await tx.run("INSERT INTO people (name, place_id, created_at) VALUES (?, 1, ?)", f"P{person}", NOW)
    for idea in IDEAS:
        await drafts.start_draft(tx, 1, idea, NOW)
        await drafts.send(tx, await ideas.idea(tx, 1, idea), NOW)
        await tx.run("UPDATE ideas SET status = 'open' WHERE id = ?", idea)
        await tx.run(
            "INSERT INTO media (door, file_id, kind, person_id, state, not_before, created_at)"
            " VALUES ('web', ?, 'photo', ?, 'ready', ?, ?)",
            *(f"f{idea}", idea, NOW, NOW),
        )
        await drafts.attach(tx, idea, idea, "photo", None, NOW)


async def _do(tx: Tx, step: tuple[str, int, int]) -> None:
    """As the chat does it once it was allowed."""
    what, idea_id, other = step
    idea = await ideas.idea(tx, 1, idea_id)
    match what:
        case "merge":
            await step_store.take_merge(tx, idea, other, 1, "volunteer", NOW)
            await support.gather_voices(tx, other)
        case "unmerge":
            target = idea.merged_into
            last = await step_store.last_step(tx, idea_id)
            assert last is not None
            assert target is not None
            assert last.after is Status.MERGED
            await step_store.take_unmerge(tx, idea, last, 1, "volunteer", "", NOW)
            for one in (idea_id, target):
                await support.gather_voices(tx, one)
        case "support":
            await support.support(tx, idea_id, other, NOW)
        case _:
            await support.unsupport(tx, idea_id, other)
