"""Two people become one and two again, whatever they did before, meanwhile and since; and no table is forgotten."""

import asyncio
import re
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.feature import Town
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.identity import linking, people
from handlers import FEATURES
from handlers.elsewhere import becoming
from handlers.events.rules import Answer
from handlers.events.store import answers, events
from handlers.ideas.store import support
from handlers.polls.rules import Apart
from handlers.polls.store import polls, votes
from tests import ROOT
from tests.street import MORNING, Street, open_street

WHO = (1, 2, 3)  # phones; the first person of each has the same number
THINGS = 2
# The machine's own: looked after in bot/identity/linking.py, or kept as it was sent and asked.
LOOKED_AFTER = {
    "identities.person_id",
    "members.person_id",
    "roles.person_id",
    "campaign_people.person_id",
    "joinings.person_id",
    "joinings.other_id",
}

doing = st.one_of(
    st.tuples(st.just("support"), st.sampled_from(WHO), st.integers(1, THINGS)),
    st.tuples(st.just("unsupport"), st.sampled_from(WHO), st.integers(1, THINGS)),
    st.tuples(st.just("vote"), st.sampled_from(WHO), st.integers(1, THINGS), st.integers(0, 1)),
    st.tuples(st.just("take back"), st.sampled_from(WHO), st.integers(1, THINGS)),
    st.tuples(st.just("answer"), st.sampled_from(WHO), st.integers(1, THINGS), st.sampled_from(["coming", "cant"])),
    st.tuples(st.just("join"), st.sampled_from(WHO), st.sampled_from(WHO)),
    st.tuples(st.just("part"), st.sampled_from(WHO)),
)


class Undone(Exception):
    """Leaves an example without a trace."""


class Model:
    """What ought to be: for each person, what she gave to what, and when."""

    def __init__(self) -> None:
        self.person = {who: who for who in WHO}
        self.given: dict[int, dict[tuple[str, int], tuple[int, Any]]] = {who: {} for who in WHO}
        self.joinings: list[tuple[int, int, list[int], Any, Any, Any]] = []

    def join(self, one: int, other: int) -> None:
        remains, comes = min(one, other), max(one, other)
        hers, others = deepcopy(self.given[remains]), deepcopy(self.given[comes])
        for key, value in others.items():
            if key not in hers or value[0] > hers[key][0]:
                self.given[remains][key] = value
        self.given[comes] = {}
        phones = [who for who in WHO if self.person[who] == comes]
        self.person.update(dict.fromkeys(phones, remains))
        self.joinings.append((remains, comes, phones, hers, others, deepcopy(self.given[remains])))

    def part(self, person: int) -> None:
        mine = [index for index, one in enumerate(self.joinings) if one[0] == person]
        remains, comes, phones, hers, others, became = self.joinings.pop(mine[-1])
        self.person.update(dict.fromkeys(phones, comes))
        self.given[comes] = others
        for key in others:
            # What she changed since stays with whoever remained.
            if self.given[remains].get(key) == became.get(key):
                self.given[remains].pop(key, None)
                if key in hers:
                    self.given[remains][key] = hers[key]


@pytest.mark.server
def test_counts_are_distinct_people_and_parting_gives_back_the_very_rows(tmp_path: Path, street_url: str) -> None:
    with asyncio.Runner() as runner:
        opening = open_street(tmp_path, FEATURES, street_url)
        street = runner.run(opening.__aenter__())
        try:

            @settings(max_examples=60, deadline=None)
            @given(st.lists(doing, max_size=25))
            def check(doings: list[tuple[Any, ...]]) -> None:
                runner.run(_lived(street, doings))

            check()
        finally:
            runner.run(opening.__aexit__(None, None, None))


async def _lived(street: Street, doings: list[tuple[Any, ...]]) -> None:
    try:
        async with street.bot.database.write() as tx:
            await _furnish(tx, street.place.id)
            model = Model()
            for step, one in enumerate(doings, start=1):
                notices = Notices(
                    tx, MORNING + timedelta(seconds=step), street.place, street.bot.town, street.bot.links
                )
                await _do(notices, model, one)
                assert await _rows(tx) == _expected(model), doings[:step]
                await _check_counts(tx, model)
            raise Undone
    except Undone:
        pass


async def _do(notices: Notices, model: Model, doing: tuple[Any, ...]) -> None:
    tx, now, what = notices.tx, notices.now_ms, doing[0]
    me = model.person[doing[1]]
    if what == "join":
        other = model.person[doing[2]]
        if me != other:
            remains, _ = await becoming.unite(notices, me, other)
            model.join(me, other)
            assert remains == min(me, other)
        return
    if what == "part":
        joining = await linking.last_joining(tx, me, 0)
        if joining is not None:
            await becoming.separate(notices, joining)
            model.part(me)
        return
    thing, given_now = doing[2], model.given[me]
    if what == "support":
        await support.support(tx, thing, me, now)
        given_now.setdefault(("voice", thing), (now, None))
    elif what == "unsupport":
        await support.unsupport(tx, thing, me)
        given_now.pop(("voice", thing), None)
    elif what == "answer":
        await answers.set_answer(tx, thing, me, Answer(doing[3]), now)
        given_now["answer", thing] = (now, doing[3])
    else:
        poll = await polls.find_poll(tx, thing)
        assert poll is not None
        if what == "vote":
            option = thing * 10 + doing[3]
            await votes.ask(tx, thing, me, Apart.NO)
            await votes.vote(tx, poll, option, me, 1, now)
            given_now["vote", thing] = (now, option)
        else:
            await votes.take_all_back(tx, thing, me)
            given_now.pop(("vote", thing), None)


async def _furnish(tx: Tx, place_id: int) -> None:
    """Three people at three doors, two of each thing, made by a fourth."""
    for who in (*WHO, 4):
        door = TELEGRAM if who == 2 else WEB
        await tx.run(
            "INSERT INTO people (id, name, language, consented_at, place_id, created_at)"
            " VALUES (?, 'P', 'en', 1, ?, ?)",
            who, place_id, who,
        )  # fmt: skip
        await tx.run(
            "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at) VALUES (?, ?, ?, ?, 1)",
            door, who, who, who,
        )  # fmt: skip
        await people.join(tx, who, place_id, 1)
    later = milliseconds(MORNING + timedelta(days=9))
    for thing in range(1, THINGS + 1):
        await tx.run(
            "INSERT INTO ideas (id, place_id, person_id, number, status, touched_at) VALUES (?, ?, 4, ?, 'open', 1)",
            thing, place_id, thing,
        )  # fmt: skip
        await tx.run(
            "INSERT INTO polls (id, place_id, made_by, state, question, kind, live, closes_at, made_at, opened_at)"
            " VALUES (?, ?, 4, 'open', 'Which', 'single', 1, ?, 1, 1)",
            thing, place_id, later,
        )  # fmt: skip
        for option in (0, 1):
            await tx.run(
                "INSERT INTO poll_options (id, poll_id, position, words) VALUES (?, ?, ?, 'This')",
                thing * 10 + option, thing, option,
            )  # fmt: skip
        await tx.run(
            "INSERT INTO events (id, place_id, maker_id, status, title, starts_at, whereabouts, capacity,"
            " calendar_key, made_at, changed_at) VALUES (?, ?, 4, 'announced', 'Fair', ?, 'Here', 0, 'k', 1, 1)",
            thing, place_id, later,
        )  # fmt: skip


async def _rows(tx: Tx) -> list[tuple[Any, ...]]:
    def row(*columns: Any) -> tuple[Any, ...]:
        return columns

    found = await tx.all(row, "SELECT person_id, 'voice', idea_id, given_at, NULL FROM idea_voices")
    found += await tx.all(row, "SELECT person_id, 'vote', poll_id, voted_at, option_id FROM poll_votes")
    found += await tx.all(row, "SELECT person_id, 'answer', event_id, answered_at, answer FROM event_answers")
    found += await tx.all(row, "SELECT person_id, 'phone', user_id, 0, NULL FROM identities WHERE user_id < 4")
    return sorted(found, key=str)


def _expected(model: Model) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = [
        (person, kind, thing, at, value)
        for person, given_by in model.given.items()
        for (kind, thing), (at, value) in given_by.items()
    ]
    rows += [(person, "phone", who, 0, None) for who, person in model.person.items()]
    return sorted(rows, key=str)


async def _check_counts(tx: Tx, model: Model) -> None:
    for thing in range(1, THINGS + 1):
        who = {kind: {one for one in model.given if (kind, thing) in model.given[one]} for kind in ("voice", "vote")}
        assert await tx.one(int, "SELECT voices FROM ideas WHERE id = ?", thing) == len(who["voice"])
        assert await votes.count_voters(tx, thing) == len(who["vote"])
        event = await events.find_event(tx, thing)
        assert event is not None
        coming = [one for one in model.given if model.given[one].get(("answer", thing), (0, ""))[1] == "coming"]
        assert event.taken == len(coming)


def test_every_column_that_names_a_person_is_looked_after() -> None:
    folder = ROOT / "migrations"
    named: set[tuple[str, str]] = set()
    for path in sorted(folder.glob("*.sql")):
        # Comments go first: a semicolon in one ends no statement.
        for statement in re.sub(r"--.*", "", path.read_text(encoding="utf-8")).split(";"):
            if table := re.search(r"DROP TABLE (\w+)", statement):
                named = {one for one in named if one[0] != table[1]}
            elif new := re.search(r"ALTER TABLE (\w+) RENAME TO (\w+)", statement):
                named = {(new[2] if one[0] == new[1] else one[0], one[1]) for one in named}
            elif table := re.search(r"(?:CREATE|ALTER) TABLE (\w+)", statement):
                columns = re.findall(r"(\w+) INTEGER[^,]*?REFERENCES people \(id\)", statement)
                named |= {(table[1], column) for column in columns}
    declared = {f"{one.table}.{one.column}" for one in Town(FEATURES).joined_columns} | LOOKED_AFTER
    assert {".".join(one) for one in named} == declared
