"""Two places in one bot never see one another's rows: every screen, command, link, page and made-up address."""

import enum
import inspect
import json
import re
import shutil
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from bot.dialogue.actions import HEARD
from bot.identity import places, roles
from bot.identity.places import Place
from bot.identity.roles import Role
from bot.outbox.message import split_place
from handlers import FEATURES
from handlers.open_data.rules import SHEETS
from tests.lengths import length
from tests.neighbour import OnTelegram
from tests.pictures import photograph
from tests.street import FakeClock, Street, open_street
from tests.tools.crawl import Crawl
from tests.tools.furnished import a_day_later, furnish, moves_in

ALPHA, BETA = "Αlpha", "Βeta"
# The machine's own: what was received, what leaves (looked at by itself), and what the doors keep.
MACHINE = re.compile(
    r"gateway_|outbox|receipts|media_at_door|occurrences|kept_aside|closed_until|secrets|city_services|sqlite_"
)
# Whose rows those of a table are, where it does not say so itself.
BY_OWNER = {
    "idea_id": "ideas",
    "poll_id": "polls",
    "event_id": "events",
    "digest_id": "digests",
    "campaign_id": "campaigns",
    "broadcast_id": "broadcasts",
    "comment_id": "idea_comments",
    "spot_id": "spots",
    "thing_id": "made_things",
    "certificate_id": "certificates",
    "plan_id": "care_plans",
    "permit_id": "permits",
    "request_id": "city_requests",
    "line_id": "money_lines",
    "task_id": "tasks",
    "month_id": "ledger_months",
    "page_id": "kit_pages",
    "kit_id": "kits_brought",
    "sheet_id": "press_sheets",
    "round_id": "pulse_rounds",
    "card_id": "howto_cards",
    "paste_id": "sign_up_pastes",
}
OF_CHANGES = (
    "SELECT c.id FROM made_changes c JOIN made_surfaces s ON s.id = c.surface_id"
    " JOIN made_things t ON t.id = s.thing_id WHERE t.place_id = ?"
)
OF_CHECKS = "SELECT c.id FROM care_checks c JOIN care_plans p ON p.id = c.plan_id WHERE p.place_id = ?"
OF_PERMITS = "SELECT s.id FROM permit_steps s JOIN permits p ON p.id = s.permit_id WHERE p.place_id = ?"
OF_TRANSLATIONS = "SELECT s.id FROM translations s JOIN ideas i ON i.id = s.idea_id WHERE i.place_id = ?"
OF_DATES = "SELECT d.id FROM task_dates d JOIN tasks t ON t.id = d.task_id WHERE t.place_id = ?"
OPEN_DATA = ("/data/", "/data/README.md", *(f"/data/{name}.{form}" for name in SHEETS for form in ("csv", "json")))
PAGES = (
    *("", "?lang=zh", "?lang=ug", "?spot={spot}", "?status=open&spot={spot}"),
    *("/feed.atom", "/media/{picture}.jpg", *OPEN_DATA),
)
NUMBERS = range(1, 8)


@dataclass(frozen=True)
class There:
    """The other place, and the ids of the people whose only place it is."""

    place: Place
    people: tuple[int, ...]
    mark: str = BETA


@pytest.fixture
async def two(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Street, Place, There]]:
    """The street, its first place and the other, a day after everything happened in both; told once, then copied."""
    base = tmp_path_factory.getbasetemp() / "two-places"
    clock = FakeClock()
    if not base.exists():
        furnishing = tmp_path_factory.mktemp("furnishing")
        async with open_street(furnishing, FEATURES, clock=clock) as street:
            await _furnish_both(street)
        (furnishing / "now").write_text(clock.now().isoformat())
        furnishing.rename(base)
    shutil.copytree(base, tmp_path / "street")
    clock = FakeClock(datetime.fromisoformat((base / "now").read_text()))
    async with open_street(tmp_path / "street", FEATURES, clock=clock) as street:
        street._next_user = 5000  # those before are in the database
        async with street.bot.database.write() as tx:
            # This Telegram counts its updates from the beginning, and has no pictures yet.
            await tx.run("DELETE FROM receipts")
            await tx.run("DELETE FROM media_at_door")
            alpha, beta = await places.all_places(tx)
            there = await tx.all(int, "SELECT person_id FROM members WHERE place_id = ?", beta.id)
        yield street, alpha, There(beta, tuple(there))


async def _furnish_both(street: Street) -> None:
    async with street.bot.database.write() as tx:
        other = await places.make_place(tx, f"{BETA} tea house", "Asia/Urumqi", ("zh", "ug", "en"), 1)
        await tx.run("UPDATE places SET name = ? WHERE id = ?", f"{ALPHA} shop", street.place.id)
        first = await places.place(tx, street.place.id)
    await furnish(street, first, ALPHA, 100)
    await furnish(street, other, BETA, 300)
    await a_day_later(street)


# Whoever has no role, and whoever has all of them and so every screen; in the whole form each role by itself too.
HELD = length([(Role.RESIDENT,), tuple(Role)], [*((role,) for role in Role), tuple(Role)])


@pytest.mark.parametrize("held", HELD, ids=lambda held: "+".join(held))
async def test_no_screen_command_number_or_link_shows_anything_of_the_other_place(
    two: tuple[Street, Place, There], held: tuple[Role, ...]
) -> None:
    street, alpha, beta = two
    walker = await moves_in(street, alpha, f"{ALPHA} walker", *held)
    before, sent = await rows_of(street, beta.place), await last_sent(street)
    crawl = Crawl(walker, "en")
    commands = [f"/{command}" for command in street.bot.town.commands]
    numbers = [f"/{number}" for number in NUMBERS]
    links = [f"/start {code}" for code in await codes(street, alpha, beta)]
    await crawl.run("/home", *commands, *numbers, *links)
    assert len(crawl.pressed) > 20
    assert not await leaks(street, walker, beta)
    await nothing_happened_to(street, beta, before, sent)


async def test_no_address_of_the_other_place_shows_or_changes_anything(
    two: tuple[Street, Place, There],
) -> None:
    """As pressed there, and made up for every action of the town with ids of the other place."""
    street, alpha, beta = two
    forger = await moves_in(street, alpha, f"{ALPHA} forger", *Role)
    before, sent = await rows_of(street, beta.place), await last_sent(street)
    await forger.says("/help")
    pressed = looked = 0
    for address in [*await harvested(street, beta), *await made_up(street, beta)]:
        await forger.taps((await forger.last()).id, address)
        pressed += 1
        if pressed % 25 == 0:
            assert not await leaks(street, forger, beta, looked), address
            looked = await last_sent(street)
    assert pressed > 300
    assert not await leaks(street, forger, beta)
    await nothing_happened_to(street, beta, before, sent)


async def test_no_public_page_shows_anything_of_the_other_place(two: tuple[Street, Place, There]) -> None:
    street, alpha, beta = two
    async with street.bot.database.read() as tx:
        hashes = await tx.all(
            str,
            "SELECT m.hash FROM media m JOIN idea_media a ON a.media_id = m.id JOIN ideas i ON i.id = a.idea_id"
            " WHERE i.place_id = ? AND m.hash IS NOT NULL",
            beta.place.id,
        )
        spot = (await places.spots(tx, beta.place.id))[0].id
        people_there = beta.people
        secrets = await tx.all(lambda *row: row, "SELECT person_id, secret FROM event_feeds")
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        code = alpha.code
        wanted = [f"/p/{code}{page.format(spot=spot, picture=hashes[0])}" for page in PAGES]
        wanted += [f"/p/{code}/{number}" for number in NUMBERS]
        wanted += [f"/calendar/{code}.ics", *(f"/calendar/event/{number}-x.ics" for number in NUMBERS)]
        wanted += [f"/calendar/mine/{secret}.ics" for whose, secret in secrets if whose not in people_there]
        seen = 0
        for path in wanted:
            answer = await client.get(path)
            assert BETA not in answer.text, path
            seen += answer.status_code == 200
        assert seen > 6
        for hash in hashes:
            for name in (f"{hash}.jpg", f"{hash}-small.jpg", f"{hash}.thumb.jpg"):
                assert (await client.get(f"/p/{code}/media/{name}")).status_code == 404


async def test_screens_read_the_same_whether_there_is_another_place_or_not(tmp_path: Path) -> None:
    """Counts, lists and numbers too: whatever is written in one place, nobody reads a trace of it in the other."""
    async with open_street(tmp_path, FEATURES) as street:
        async with street.bot.database.read() as tx:
            first = await places.place(tx, street.place.id)
        await furnish(street, first, ALPHA, 100)
        await a_day_later(street)
        walkers = [await moves_in(street, first, f"{ALPHA} walker", role) for role in Role]
        alone = [await reads(street, walker) for walker in walkers]
        now = street.clock.now()
        async with street.bot.database.write() as tx:
            other = await places.make_place(tx, f"{BETA} tea house", "Asia/Urumqi", ("zh", "ug", "en"), 1)
        await furnish(street, other, BETA, 300)
        street.clock._now = now
        assert [await reads(street, walker) for walker in walkers] == alone


async def test_whoever_is_in_both_reads_only_where_she_is(two: tuple[Street, Place, There]) -> None:
    """Her own ideas, the questions, the digest; only her calendar is hers in all places."""
    street, alpha, beta = two
    both = await moves_in(street, beta.place, "Both", *Role)
    await both.says("/suggest")
    await both.sends_photo(photograph(300, 200, seed=900), f"{BETA} swing")
    await both.presses(f"1 · {BETA} corner")
    if "swing" not in (await both.last()).words:
        await both.presses("Mine is different")
    await both.says("/events")
    await both.presses(f"{BETA} fair at 15")
    await both.presses("Coming")
    me = await street.person_id(both)
    await both.says(f"/start p-{alpha.code}")
    async with street.bot.database.write() as tx:
        for place in (alpha, beta.place):
            for role in roles.HELD:
                await roles.give(tx, me, place.id, role, 1)
    since = await last_sent(street)
    for command in ("/ideas", "/desk", "/questions", "/digest", "/events", "/polls", "/team", "/suggest", "/newpoll"):
        await both.says(command)
    await both.says("/ideas")
    await both.presses("Sort or choose")
    await both.presses("⋯ More")
    await both.presses("Mine")
    assert not await leaks(street, both, beta, since)
    await both.says("/calendar")
    await both.presses("Give me a link")
    secret = re.search(r"/calendar/mine/([\w-]+)\.ics", (await both.last()).words)
    assert secret is not None
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        assert f"{BETA} fair" in (await client.get(secret[0])).text


# --- what is looked at


async def reads(street: Street, walker: OnTelegram) -> list[tuple[str, list[str]]]:
    """Every command and number, in words and labels."""
    found = []
    for command in [*street.bot.town.commands, *map(str, NUMBERS)]:
        if command in ("newevent", "newpoll", "broadcast", "suggest", "behalf", "start", "digest", "cancel"):
            continue  # these begin something, or say it only once
        await walker.says(f"/{command}")
        shown = await walker.last()
        found.append((shown.words, shown.labels))
    return found


async def leaks(street: Street, walker: OnTelegram, of: There, since: int = 0) -> list[str]:
    """What was ever said to the walker that has the mark of the other place, or a picture from there."""
    strangers = set(of.people)
    async with street.bot.database.read() as tx:
        sent = await tx.all(
            lambda row, params: (row, params),
            "SELECT id, params FROM outbox WHERE chat_id = ? AND door = 'telegram' AND id > ?",
            walker.person.chat.id,
            since,
        )
        pictures = {
            media_id
            for media_id, person_id in await tx.all(lambda *row: row, "SELECT id, person_id FROM media")
            if person_id in strangers
        }
    return [
        params
        for _, params in sent
        if of.mark in (whole := json.dumps(json.loads(params), ensure_ascii=False))
        or of.place.code in whole
        or pictures & {int(found) for found in re.findall(r'"stored": (\d+)', whole)}
        or pictures & set(_collage(json.loads(params)))
    ]


def _collage(params: dict[str, object]) -> Iterable[int]:
    for value in params.values():
        if isinstance(value, dict):
            yield from (one[0] for one in value.get("collage", ()))
            yield from _collage(value)


async def rows_of(street: Street, place: Place) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the place, table by table."""
    async with street.bot.database.read() as tx:
        tables = await tx.all(
            str, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        rows: dict[str, list[tuple[object, ...]]] = {}
        for table in tables:
            if MACHINE.match(table):
                continue
            columns = await tx.all(str, f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608 our tables
            where = "place_id = ?" if "place_id" in columns else _owner(columns)
            if table == "places":
                where = "id = ?"
            if table == "people":
                where = "id IN (SELECT person_id FROM members WHERE place_id = ?)"
            if where:
                sql = f"SELECT * FROM {table} WHERE {where} ORDER BY 1, 2"  # noqa: S608 our tables
                rows[table] = await tx.all(lambda *row: row, sql, place.id)
    assert {"ideas", "idea_comments", "idea_voices", "polls", "poll_votes", "events", "event_answers"} <= set(rows)
    assert all(
        rows[table]
        for table in rows
        if table.startswith(
            ("made_", "care_", "private_", "need", "money_", "task", "pulse_", "thanks", "certificate")
        )
        and table not in ("care_asked", "task_eases")
    )
    assert rows["busy_weeks"]
    assert rows["busy_counts"]
    assert all(
        rows[table] for table in ("experts", "expert_questions", "expert_turns", "expert_helped", "howto_cards")
    )
    assert rows["open_data_changes"]
    assert rows["translations"]
    assert rows["transcripts"]
    assert all(rows[table] for table in ("ideas", "idea_comments", "polls", "poll_votes", "event_answers", "digests"))
    return rows


def _owner(columns: list[str]) -> str:
    for column, owner in BY_OWNER.items():
        if column in columns and owner != "idea_comments":
            return f"{column} IN (SELECT id FROM {owner} WHERE place_id = ?)"  # noqa: S608 our tables
    if "question_id" in columns:
        return "question_id IN (SELECT id FROM expert_questions WHERE place_id = ?)"
    if "surface_id" in columns:
        return f"id IN ({OF_CHANGES})"
    if "date_id" in columns:
        return f"date_id IN ({OF_DATES})"
    if "change_id" in columns:
        return f"change_id IN ({OF_CHANGES})"
    if "check_id" in columns:
        return f"check_id IN ({OF_CHECKS})"
    if "comment_id" in columns:
        return (
            "comment_id IN (SELECT c.id FROM idea_comments c JOIN ideas i ON i.id = c.idea_id WHERE i.place_id = ?)"
        )
    return ""


async def last_sent(street: Street) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT max(id) FROM outbox") or 0


async def nothing_happened_to(
    street: Street, beta: There, before: dict[str, list[tuple[object, ...]]], sent: int
) -> None:
    after = await rows_of(street, beta.place)
    for table, rows in before.items():
        assert after[table] == rows, table
    people_there = set(beta.people)
    async with street.bot.database.read() as tx:
        told = await tx.all(int, "SELECT person_id FROM outbox WHERE id > ? AND person_id IS NOT NULL", sent)
    assert not people_there & set(told)


# --- what is tried


async def codes(street: Street, alpha: Place, beta: There) -> list[str]:
    """Links with things of the other place behind them, but without its own code, which is the key to it."""
    async with street.bot.database.read() as tx:
        events = await tx.all(int, "SELECT id FROM events WHERE place_id = ?", beta.place.id)
        polls = await tx.all(int, "SELECT id FROM polls WHERE place_id = ?", beta.place.id)
        dates = await tx.all(int, OF_DATES, beta.place.id)
    found = [f"idea-{number}" for number in NUMBERS]
    for prefix, ids in (("event", events), ("poll", polls), ("task", dates)):
        found += [f"{prefix}-{one}" for one in ids] + [f"{prefix}-{alpha.code}-{one}" for one in ids]
    return [*found, "p-", "p-nothing", "i-nothing", f"idea-{'0' * 9}"]


async def harvested(street: Street, beta: There) -> list[str]:
    """Every address that was ever sent to somebody there, as it was and without its place."""
    async with street.bot.database.read() as tx:
        sent = await tx.all(lambda *row: row, "SELECT person_id, params FROM outbox")
    whole = [params for person_id, params in sent if person_id in beta.people]
    addresses = dict.fromkeys(re.findall(r'"callback_data": "([^"]+)"', "\n".join(whole)))
    assert any("@" in one for one in addresses)
    few: dict[str, list[str]] = {}
    for one in addresses:
        few.setdefault(one.partition(":")[0].partition("@")[0], []).append(one)
    chosen = [address for each in few.values() for address in each[:2]]
    return [pressed for one in chosen for pressed in (one, split_place(one)[0]) if "places.switch" not in one]


async def made_up(street: Street, beta: There) -> list[str]:
    """Every action of the town, with ids of the other place wherever it takes one."""
    ids = await _ids(street, beta)
    found: list[str] = []
    for action in street.bot.town.actions.values():
        names = list(inspect.signature(action.handler).parameters)[1:]
        if not any(name.endswith("_id") or name == "first" for name in names):
            continue
        for which in range(2):
            known = ids | {
                name.partition(".")[2]: of for name, of in ids.items() if name.startswith(f"{action.feature}.")
            }
            words = [_word(name, kind, known, which) for name, kind in zip(names, action.parameters, strict=True)]
            if None not in words:
                found.append(":".join([action.name, *(str(word) for word in words)]))
    return list(dict.fromkeys(found))


def _word(name: str, kind: object, ids: dict[str, list[int]], which: int) -> str | None:
    if name.endswith("_id"):
        known = ids.get(name) or ids["any"]
        return str(known[which % len(known)])
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        values = [str(one.value) for one in kind]
        return values[which % len(values)]
    if kind is int:
        return str(which)
    if kind is str or (kind not in HEARD and str in getattr(kind, "__args__", ())):
        return "forged" if name in ("words", "reason", "heard") else "n"
    return None


async def _ids(street: Street, beta: There) -> dict[str, list[int]]:
    place = beta.place.id
    ours = {
        "idea_id": "SELECT id FROM ideas WHERE place_id = ? ORDER BY id",
        "other_id": "SELECT id FROM ideas WHERE place_id = ? ORDER BY id",
        "target_id": "SELECT id FROM ideas WHERE place_id = ? ORDER BY id",
        "spot_id": "SELECT id FROM spots WHERE place_id = ? ORDER BY id",
        "poll_id": "SELECT id FROM polls WHERE place_id = ? ORDER BY id",
        "option_id": "SELECT id FROM poll_options WHERE poll_id IN (SELECT id FROM polls WHERE place_id = ?)",
        "event_id": "SELECT id FROM events WHERE place_id = ? ORDER BY id",
        "digest_id": "SELECT id FROM digests WHERE place_id = ? ORDER BY id",
        "item_id": "SELECT id FROM digest_items WHERE digest_id IN (SELECT id FROM digests WHERE place_id = ?)",
        "step_id": "SELECT id FROM idea_steps WHERE idea_id IN (SELECT id FROM ideas WHERE place_id = ?)",
        "comment_id": "SELECT id FROM idea_comments WHERE idea_id IN (SELECT id FROM ideas WHERE place_id = ?)",
        "broadcast_id": "SELECT id FROM broadcasts WHERE place_id = ? ORDER BY id",
        "draft_id": "SELECT id FROM broadcasts WHERE place_id = ? ORDER BY id DESC",
        "thing_id": "SELECT id FROM made_things WHERE place_id = ?",
        "surface_id": "SELECT s.id FROM made_surfaces s JOIN made_things t ON t.id = s.thing_id WHERE t.place_id = ?",
        "change_id": OF_CHANGES,
        "template_id": "SELECT t.id FROM kit_templates t JOIN kits_brought k ON k.id = t.kit_id WHERE k.place_id = ?",
        "kit_id": "SELECT id FROM kits_brought WHERE place_id = ?",
        "subject_id": "SELECT subject_id FROM kit_pages WHERE place_id = ?",
        "piece_id": "SELECT id FROM press_pieces WHERE place_id = ?",
        "source_id": "SELECT source_id FROM press_pieces WHERE place_id = ?",
        "thanks_id": "SELECT id FROM thanks WHERE place_id = ? ORDER BY id",
        "certificate_id": "SELECT id FROM certificates WHERE place_id = ? ORDER BY id",
        "permit_id": "SELECT id FROM permits WHERE place_id = ? ORDER BY id",
        "experts.question_id": "SELECT id FROM expert_questions WHERE place_id = ? ORDER BY id",
        "expert_id": "SELECT id FROM experts WHERE place_id = ? ORDER BY id",
        "request_id": "SELECT id FROM city_requests WHERE place_id = ? ORDER BY id",
        "permits.step_id": OF_PERMITS,
        "translation_id": OF_TRANSLATIONS,
        "machine_translation_id": "SELECT m.id FROM machine_translations m JOIN ideas i ON i.id = m.idea_id"
        " WHERE i.place_id = ?",
        "need_id": "SELECT id FROM needs WHERE place_id = ?",
        "pledge_id": "SELECT id FROM need_pledges WHERE place_id = ?",
        "line_id": "SELECT id FROM money_lines WHERE place_id = ?",
        "task_id": "SELECT id FROM tasks WHERE place_id = ? ORDER BY id",
        "tasks.date_id": OF_DATES,
        "sign_up_list.date_id": OF_DATES,
        "check_in.date_id": OF_DATES,
        "check_in.thing_id": "SELECT id FROM events WHERE place_id = ? ORDER BY id",
        "paste_id": "SELECT id FROM sign_up_pastes WHERE place_id = ?",
        "noted_id": "SELECT id FROM event_on_behalf WHERE event_id IN (SELECT id FROM events WHERE place_id = ?)",
        "claim_id": f"SELECT id FROM task_claims WHERE date_id IN ({OF_DATES})",  # noqa: S608
        "entry_id": "SELECT id FROM task_hours WHERE place_id = ?",
        "plan_id": "SELECT id FROM private_plans WHERE place_id = ?",
        "date_id": "SELECT id FROM private_dates WHERE place_id = ? ORDER BY id",
        "asked_id": "SELECT id FROM private_helpers WHERE place_id = ?",
        "count_id": "SELECT id FROM busy_counts WHERE place_id = ? ORDER BY id DESC",
        "check_id": OF_CHECKS,
        "person_id": "SELECT person_id FROM members WHERE place_id = ? ORDER BY person_id",
        "photo_id": "SELECT id FROM event_photos WHERE event_id IN (SELECT id FROM events WHERE place_id = ?)",
        "question_id": "SELECT id FROM human_questions WHERE place_id = ? ORDER BY id",
        "asked": "SELECT q.id FROM idea_questions q JOIN ideas i ON i.id = q.idea_id WHERE i.place_id = ?",
        "place_id": "SELECT id FROM places WHERE id = ?",
    }
    async with street.bot.database.read() as tx:
        found = {name: await tx.all(int, sql, place) for name, sql in ours.items()}
        found["question_id"] += found.pop("asked")
    assert all(found[name] for name in ("idea_id", "poll_id", "option_id", "event_id", "item_id", "step_id"))
    return {**found, "any": [1, 2, 3]}
