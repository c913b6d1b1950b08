"""Open data: what the public pages show as tables for everybody, once a lead opened them, and never a person."""

import asyncio
import csv
import io
import json
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity import places
from bot.identity.roles import Role
from handlers.open_data import keeping, making, rules
from handlers.open_data.rules import SHEETS, Licence, Option
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import Street
from tests.town.ideas.test_board import full_board, reads
from tests.town.ideas.test_desk import publishes, team_of
from tests.town.ideas.test_idea_comments_and_answers import comments
from tests.town.ideas.test_ideas import suggests
from tests.town.people.test_elsewhere import carries_on
from tests.town.polls.test_polls import has_idea, makes_poll

DOORS = (WEB, TELEGRAM)
FORMULA = '=HYPERLINK("http://evil.example","click")'
CLOSES_BLOCK = "</script><script>alert(1)</script><!-- &amp; \u2028"
FILES = [f"{name}.{form}" for name in SHEETS for form in ("csv", "json")]


async def opens(street: Street, lead: Neighbour, licence: str = "CC BY") -> None:
    await lead.says("/opendata")
    await lead.presses("Open it")
    await lead.presses(licence)
    await lead.hears("Open data of", ": open", f"/p/{street.place.code}/data/")


async def a_moment(street: Street) -> None:
    """After which no file is older than what it shows."""
    street.clock.advance(timedelta(seconds=keeping.FRESH))


async def fresh(street: Street, name: str) -> Any:
    await a_moment(street)
    return (await reads(street, f"/data/{name}.json")).json()


async def rows(street: Street, name: str) -> list[dict[str, Any]]:
    found = await fresh(street, name)
    shown: list[dict[str, Any]] = found["rows"]
    assert all(tuple(one) == SHEETS[name] for one in shown)
    return shown


async def everything(street: Street) -> str:
    await a_moment(street)
    return "\n".join([(await reads(street, f"/data/{name}")).text for name in FILES])


async def as_if_never_there(street: Street, path: str) -> None:
    """Byte for byte what a place answers that never was."""
    closed = await reads(street, path)
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        nowhere = await client.get(f"/p/00000000{path}")
    assert (closed.status_code, closed.content) == (nowhere.status_code, nowhere.content)
    assert closed.status_code == 404
    assert {**closed.headers} == {**nowhere.headers}


# --- the switch


@pytest.mark.parametrize("door", DOORS)
async def test_a_lead_opens_the_data_and_closes_them_again(any_street: Street, door: str) -> None:
    street = any_street
    lead = await street.arrives("Dilnur", door, "en", Role.LEAD)
    other = await street.arrives("Zhou", WEB, "en", Role.LEAD)
    volunteer = await street.arrives("Chen", door, "en", Role.VOLUNTEER)
    await street.tick()
    for path in ("/data/", "/data/README.md", "/data/ideas.csv", "/data/nothing"):
        await as_if_never_there(street, path)
    await lead.says("/tools")
    await lead.presses("news elsewhere, data")
    for _ in range(2):
        await lead.presses("More")
    await lead.presses("Open data")
    closed = await lead.hears("Open data of", ": closed", "Nobody's name", "no number under five")
    assert len(closed.labels) == 4  # one choice, Back, Home, Help
    await lead.presses("Open it")
    asked = await lead.hears("What may others do", "Whoever took it keeps it", "ODbL", "CC BY", "CC0")
    assert len(asked.labels) == 6
    # Both fingers are on the button before either press has changed the message.
    [by] = [data for row in asked.buttons for label, data in row if "CC BY" in label]
    await together(lead.taps(asked.id, by), lead.taps(asked.id, by))
    assert (await lead.toasts())[-1] == "Open ✓"
    await lead.hears(f"/p/{street.place.code}/data/", "They say where it is from", "Mon, Nov 23")
    await volunteer.says("/opendata")
    await volunteer.hears_nothing_of("Open data of")
    assert (await reads(street, "/data/ideas.csv")).headers["link"].startswith("<https://creativecommons.org")
    await other.says("/opendata")
    await other.presses("Another licence")
    await other.presses("CC0")
    await other.hears("nothing is asked in return")
    assert (await fresh(street, "ideas"))["licence"] == "CC0-1.0"
    assert await changes(street) == ["by", "cc0"]

    # Everybody hears once that what she wrote goes further.
    await street.later(days=1)
    await volunteer.hears("can now be taken by everybody as tables", "/data/")

    await leaves_for_good(other)
    await lead.says("/opendata")
    await lead.hears("somebody who has left")
    there = await street.neighbour("Dilnur", TELEGRAM if door == WEB else WEB, "en")
    await carries_on(lead, there)
    await there.says("/opendata")
    await there.presses("Close it")
    await there.hears(": closed", "Tue, Nov 24")
    for path in ("/data/", "/data/README.md", "/data/ideas.csv"):
        await as_if_never_there(street, path)
    assert "/data/" not in (await reads(street)).text
    assert await changes(street) == ["by", "cc0", None]


async def changes(street: Street) -> list[str | None]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda licence: licence, "SELECT licence FROM open_data_changes ORDER BY id")


# --- what is in them


async def test_ideas_read_as_on_the_board_and_what_is_hidden_is_gone(street: Street) -> None:
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    aygul = await street.arrives("Aygul", WEB, "zh")
    volunteer = await team_of(street)
    for words in (FORMULA, "把洞口筑成鸟巢", "第三个", "第四个"):
        await suggests(aygul, words)
    for _ in range(3):
        await publishes(volunteer)
    await aygul.says("/1")
    await comments(aygul, 1, "只有邻居能看的话")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET voices = 7, latitude = 43812345, longitude = 87612345 WHERE number = 1")
        await tx.run("UPDATE ideas SET voices = 4 WHERE number = 2")
    await opens(street, lead)
    found = await rows(street, "ideas")
    assert [(one["id"], one["body"], one["state"], one["votes"]) for one in found] == [
        (1, FORMULA, "open", 7),
        (2, "把洞口筑成鸟巢", "open", None),
        (3, "第三个", "open", None),
    ]
    assert found[0]["url"] == f"http://nestbox.test/p/{street.place.code}/1"
    assert found[0]["published_at"] == "2026-11-23"
    table = (await reads(street, "/data/ideas.csv")).content
    assert table.startswith(b"\xef\xbb\xbf")
    cells = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), strict=True))
    assert [cells[0]["body"], cells[1]["votes"]] == ["'" + FORMULA, ""]
    whole = await everything(street)
    for kept in ("Aygul", "Volunteer", "Dilnur", "只有邻居能看的话", "第四个", "43812345"):
        assert kept not in whole

    # One press more: the same number until the day is over.
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET voices = 8 WHERE number = 1")
    assert (await rows(street, "ideas"))[0]["votes"] == 7
    await lead.says("/opendata")
    await lead.presses("Close it")
    await opens(street, lead)
    assert (await rows(street, "ideas"))[0]["votes"] == 7
    await street.later(days=1)
    assert (await rows(street, "ideas"))[0]["votes"] == 8

    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'hidden' WHERE number = 1")
        await tx.run("UPDATE ideas SET status = 'withdrawn' WHERE number = 2")
        into = await tx.one(int, "SELECT id FROM ideas WHERE number = 3")
        await tx.run("UPDATE ideas SET status = 'merged', merged_into = ? WHERE number = 4", into)
    assert [one["id"] for one in await rows(street, "ideas")] == [3]
    assert "HYPERLINK" not in await everything(street)


async def test_polls_show_no_numbers_while_they_run_and_none_that_give_somebody_away(street: Street) -> None:
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    volunteer = await street.arrives("Chen", WEB, "en", Role.VOLUNTEER)
    await opens(street, lead)
    idea = await has_idea(street, volunteer, 5, "A secret garden")
    await makes_poll(volunteer, options="Green\nBlue\nRed")
    await tallies(street, {0: 9, 1: 6, 2: 3})
    running = await rows(street, "polls")
    assert {one["state"] for one in running} == {"open"}
    assert [one[name] for one in running for name in ("voters", "votes", "points")] == [None] * 9
    await street.later(days=4)
    await tallies(street, {0: 9, 1: 6, 2: 3})
    closed = await rows(street, "polls")
    assert [(one["votes"], one["voters"]) for one in closed] == [(6, None), (None, None), (None, None)]
    await tallies(street, {0: 20, 1: 8, 2: 7, 3: 5})
    async with street.bot.database.write() as tx:
        first = await tx.one(int, "SELECT id FROM poll_options ORDER BY position LIMIT 1")
        await tx.run("UPDATE poll_options SET idea_id = ? WHERE id = ?", idea, first)
    told = await rows(street, "polls")
    assert [(one["idea"], one["votes"], one["voters"]) for one in told] == [(5, 8, 20), (None, 7, 20), (None, 5, 20)]
    assert told[0]["option"]
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'hidden' WHERE id = ?", idea)
    hidden = (await rows(street, "polls"))[0]
    assert (hidden["option"], hidden["idea"], hidden["votes"]) == ("", None, 8)
    async with street.bot.database.write() as tx:  # closed before its time
        await tx.run("UPDATE polls SET closed_at = opened_at + 86400000")
    assert {one["closes_at"] for one in await rows(street, "polls")} == {"2026-11-24"}
    told_on = (await reads(street, "?lang=en")).text.partition("Closed on")[2][:40]
    assert "Nov 24" in told_on, told_on
    # How a moment suits stands in one number: six yes, one if need be, two no.
    await tallies(street, {0: 9, 1: 9, 2: 9, 3: 9}, points=6_000_001)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE polls SET kind = 'several', form = 'time'")
    times = await rows(street, "polls")
    assert [(one["kind"], one["votes"], one["points"], one["voters"]) for one in times] == [
        ("time", 6, None, None)
    ] * 3


async def tallies(street: Street, counts: dict[int, int], points: int | None = None) -> None:
    """Number 0 is how many voted, the others are options in their order."""
    async with street.bot.database.write() as tx:
        poll = await tx.one(int, "SELECT id FROM polls")
        options = await tx.all(int, "SELECT id FROM poll_options ORDER BY position")
        await tx.run("DELETE FROM poll_tallies")
        for number, people in counts.items():
            option = options[number - 1] if number else 0
            await tx.run(
                "INSERT INTO poll_tallies (poll_id, apart, option_id, people, points) VALUES (?, 0, ?, ?, ?)",
                *(poll, option, people, people if points is None else points),
            )


def test_a_total_is_left_out_with_the_small_number_that_it_would_give_away() -> None:
    one = Option(1, "?", "single", "closed", 0, 0, 23, "a", None, 20, 20)
    small = replace(one, option="b", votes=3, points=3)
    fine = replace(one, id=2, voters=40, votes=40)
    assert [(each.voters, each.votes, each.points) for each in rules.told_options([one, small, fine])] == [
        (None, 20, 20),
        (None, None, None),
        (40, 40, 20),
    ]
    assert [each.votes for each in rules.told_options([replace(fine, state="open")])] == [None]
    several = replace(one, kind="several", votes=20, voters=23)  # three did not choose it
    assert [each.voters for each in rules.told_options([several, replace(several, voters=25)])] == [None, None]
    assert [each.voters for each in rules.told_options([replace(several, voters=25)])] == [25]


async def test_events_decisions_what_was_made_and_care_have_numbers_and_nobody(any_street: Street) -> None:
    street = any_street
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    me = await street.person_id(lead)
    idea = await has_idea(street, lead, 3, "Bench", "done")
    day, now, here = 86_400_000, street.now_ms(), street.place.id
    async with street.bot.database.write() as tx:
        step = await tx.one(
            int,
            "INSERT INTO idea_steps (idea_id, person_id, role, from_status, to_status, space, reason, taken_at)"
            " VALUES (?, ?, 'lead', 'open', 'agreed', 'yard', 'Yes: 30 cm', ?) RETURNING id",
            *(idea, me, now - 9 * day),
        )
        for number, (title, at, walk_ins) in enumerate((("Fair", -2, 12), ("Tea", -3, 4), ("Swap", 5, 0)), 1):
            await tx.run(
                "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, walk_ins,"
                " calendar_key, made_at, announced_at, changed_at, day_reminded_at, hours_reminded_at, thanked_at)"
                " VALUES (?, ?, 'announced', ?, ?, 'L', 0, ?, ?, 1, 1, 1, 1, 1, 1)",
                *(here, me, title, now + at * day, walk_ins, f"k{number}"),
            )
        thing = await tx.one(
            int,
            "INSERT INTO made_things (place_id, idea_id, registered_by, made_at) VALUES (?, ?, ?, ?) RETURNING id",
            *(here, idea, me, now),
        )
        await tx.run("INSERT INTO made_surfaces (thing_id, space) VALUES (?, 'yard')", thing)
        plan = await tx.one(
            int,
            "INSERT INTO care_plans (place_id, idea_id, step_id, done_at, steward_id)"
            " VALUES (?, ?, ?, ?, ?) RETURNING id",
            *(here, idea, step, now - 8 * day, me),
        )
        look = "INSERT INTO care_checks (plan_id, due_at, asked_at, stage, waits_until, answer, why, answered_by,"
        look += " answered_at, closed_at, shown_at) VALUES (?, ?, 1, 'steward', 1, ?, 'secret words', ?, ?, ?, ?)"
        await tx.run(look, plan, now - day, "good", me, now - day, now, now)
        await tx.run(look, plan, now, "gone", me, now, now, None)
    await opens(street, lead, "ODbL")
    shown = [(one["title"], one["attendees"], one["state"]) for one in await rows(street, "events")]
    assert shown == [("Fair", 12, "announced"), ("Tea", None, "announced"), ("Swap", None, "announced")]
    assert (await rows(street, "events"))[0]["start_time"] == "2026-11-21T12:00+08:00"
    (decision,) = await rows(street, "decisions")
    assert (decision["idea"], decision["answer"], decision["decided_by"]) == (3, "Yes: 30 cm", "team")
    (idea_row,) = await rows(street, "ideas")
    assert (idea_row["answer"], idea_row["answered_at"]) == ("Yes: 30 cm", "2026-11-14")
    (made,) = await rows(street, "made")
    assert (made["idea"], made["state"], made["makers"]) == (3, "there", None)
    (found,) = await rows(street, "care")
    assert (found["idea"], found["found"], found["found_at"]) == (3, "good", "2026-11-22")
    whole = await everything(street)
    assert "secret words" not in whole
    assert "Dilnur" not in whole
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'hidden'")
    for name in ("ideas", "decisions", "made", "care"):
        assert await rows(street, name) == []


# --- over the wire


async def test_files_are_asked_for_as_programs_do(street: Street) -> None:
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    await has_idea(street, lead, 1, "A lamp. " * 400)
    await opens(street, lead)
    for name in FILES:
        found = await reads(street, f"/data/{name}")
        assert found.status_code == 200
        assert found.headers["cache-control"] == "public, max-age=60"
        assert found.headers["access-control-allow-origin"] == "*"
        assert found.headers["content-type"] == making.TYPES[name.rpartition(".")[2]]
    found = await reads(street, "/data/ideas.json")
    assert found.headers["content-encoding"] == "gzip"
    plain = await reads(street, "/data/ideas.json", accept_encoding="identity")
    assert "content-encoding" not in plain.headers
    assert plain.content == found.content
    assert int(plain.headers["content-length"]) == len(plain.content) > int(found.headers["content-length"])
    for headers in (
        {"if_none_match": found.headers["etag"]},
        {"if_modified_since": found.headers["last-modified"]},
    ):
        known = await reads(street, "/data/ideas.json", **headers)
        assert (known.status_code, known.content) == (304, b"")
    older = await reads(street, "/data/ideas.json", if_modified_since="Mon, 23 Nov 2020 04:00:00 GMT")
    assert older.status_code == 200
    for odd in ("yesterday", "Mon, 01 Jan 99999999999 00:00:00 GMT"):
        assert (await reads(street, "/data/ideas.json", if_modified_since=odd)).status_code == 200
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        head = await client.head(f"/p/{street.place.code}/data/ideas.json")
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["etag"] == found.headers["etag"]
        assert (await client.post(f"/p/{street.place.code}/data/ideas.json")).status_code == 405
        moved = await client.get(f"/p/{street.place.code}/data?lang=ug")
        assert moved.headers["location"] == f"/p/{street.place.code}/data/?lang=ug"
    for name in ("people.csv", "ideas", "ideas.xml", "ideas.csv.json", "..%2Fideas.csv", ""):
        assert (await reads(street, f"/data/{name}")).status_code == (404 if name else 200)

    # The same rows stay the same file, and whoever asked before need not read them again.
    await a_moment(street)
    again = await reads(street, "/data/ideas.json")
    assert again.headers["last-modified"] == found.headers["last-modified"]
    await has_idea(street, lead, 2, "Another one")
    assert (await reads(street, "/data/ideas.json")).headers["etag"] == found.headers["etag"]
    await a_moment(street)
    later = await reads(street, "/data/ideas.json")
    assert later.headers["etag"] != found.headers["etag"]
    assert later.headers["last-modified"] != found.headers["last-modified"]


async def test_a_file_is_made_once_however_often_it_is_asked_for(street: Street) -> None:
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    await full_board(street, 300)
    await opens(street, lead)
    shelf = keeping.shelf_of(street.bot.site)
    async with street.bot.database.read() as tx:
        place = await places.place(tx, street.place.id)
    first = await shelf.get(street.bot.site, place, Licence.BY, "ideas")
    kept = [await shelf.get(street.bot.site, place, Licence.BY, "ideas") for _ in range(20)]
    assert all(one is first for one in kept)
    assert len(json.loads(first.files["json"].content)["rows"]) == 300
    await a_moment(street)
    many = await asyncio.gather(*(shelf.get(street.bot.site, place, Licence.BY, "ideas") for _ in range(5)))
    assert all(one is many[0] for one in many)
    assert many[0] is not first


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_page_and_readme_explain_every_column_in_the_readers_language(street: Street, language: str) -> None:
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    await opens(street, lead)
    page = (await reads(street, f"/data/?lang={language}")).text
    assert all(f'href="/p/{street.place.code}/data/{name}"' in page for name in FILES)
    answer = await reads(street, f"/data/README.md?lang={language}")
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    readme = answer.text
    assert all(f"- `{name}`: " in readme for name in rules.columns())
    assert "{" not in readme
    assert "CC-BY-4.0" in readme
    small = {"zh": "小于五的数字不写", "ug": "بەشتىن كىچىك سانلار", "en": "Numbers under five are left out"}[language]
    assert small in page
    assert small in readme
    assert all([await is_style(street, one) for one in re.findall(r'rel="stylesheet" href="([^"]+)"', page)])
    (dataset,) = things(page)
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert len(dataset["distribution"]) == len(FILES)


async def is_style(street: Street, address: str) -> bool:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return (await client.get(address)).headers["content-type"].startswith("text/css")


# --- schema.org


class Blocks(HTMLParser):
    """Reads a page as a browser does: scripts, and what is in those of JSON-LD."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.types: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.types.append(dict(attrs).get("type"))
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.found[-1] += data


def things(page: str) -> list[Any]:
    blocks = Blocks()
    blocks.feed(page)
    assert set(blocks.types) <= {"application/ld+json"}
    return [json.loads(one) for one in blocks.found]


async def test_the_public_page_says_place_and_events_in_words_of_schema_org(street: Street) -> None:
    lead = await street.arrives("Dilnur", WEB, "en", Role.LEAD)
    me = await street.person_id(lead)
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, words,"
            " calendar_key, made_at, announced_at, changed_at)"
            " VALUES (?, ?, 'announced', ?, ?, ?, 12, ?, 'k', 1, 1, 1)",
            *(street.place.id, me, CLOSES_BLOCK, street.now_ms() + 86_400_000, CLOSES_BLOCK, CLOSES_BLOCK),
        )
    await has_idea(street, lead, 1, "A lamp")
    assert things((await reads(street)).text) == []
    await opens(street, lead)
    answer = await reads(street)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    place, event = things(answer.text)
    assert (place["@type"], place["name"], place["@id"]) == (
        "Place",
        "L 店",
        f"http://nestbox.test/p/{street.place.code}",
    )
    assert event["@type"] == "Event"
    assert "</script><script>alert(1)</script>" in event["name"]
    assert event["startDate"] == "2026-11-24T12:00+08:00"
    assert event["endDate"] == "2026-11-24T14:00+08:00"
    assert event["location"]["containedInPlace"]["@id"] == place["@id"]
    assert "Dilnur" not in json.dumps(event)
    assert "/data/" in answer.text
    (of_idea,) = things((await reads(street, "/1")).text)
    assert of_idea == place
