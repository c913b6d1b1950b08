"""Thanks in a lead's own sentence, hours, and certificates that others can check; points and rankings nowhere."""

import asyncio
import json
import re
import sys
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pypdfium2
import pytest
import zxingcpp

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.errors import Refusal
from bot.identity import consents, roles
from bot.identity.consents import Purpose
from bot.identity.roles import Role
from handlers.elsewhere import becoming
from handlers.thanks import rules
from handlers.thanks.rules import Deed, Kind, Occasion, Period
from tests import ROOT
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.pictures import photograph
from tests.street import Street
from tests.town.afterwards.test_made import WALL, finished
from tests.town.people.test_elsewhere import carries_on

SENTENCE = "Your children still stop in front of it every morning"
NAME = "Chen Xiaoyu"
VERIFIER = """
import json, sys, jwt
token, key, issuer = json.load(sys.stdin)
must = {"require": ["iss", "jti", "sub", "nbf"], "verify_nbf": False}
says = jwt.decode(token, jwt.PyJWK(key, "RS256").key, algorithms=["RS256"], issuer=issuer, options=must)
print(json.dumps(says))
"""


class Wall:
    """Chen's wall is painted, and the register says that she made it: one thing, not two."""

    def __init__(self, street: Street, chen: Neighbour, team: Neighbour, keeper: Neighbour, lead: Neighbour) -> None:
        self.street, self.chen, self.team, self.keeper, self.lead = street, chen, team, keeper, lead


async def painted(street: Street, door: str = WEB) -> Wall:
    chen = await street.arrives("Chen", door, "en")
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    lead = await street.arrives("Nurgul", TELEGRAM, "en", Role.LEAD)
    await finished(chen, team, keeper)
    await team.presses("Keep as made by people")
    await team.presses("Keep it")
    await chen.presses("With my name")
    return Wall(street, chen, team, keeper, lead)


async def asks(chen: Neighbour, name: str = NAME) -> None:
    await chen.says("/record")
    await chen.presses("A certificate")
    await chen.says(name)
    await chen.presses("All of it")
    await chen.hears("This will stand on it", name, "one idea that was carried out")
    await chen.presses("Ask for a signature")
    await chen.hears("Asked ✓")


async def signed(wall: Wall) -> None:
    await asks(wall.chen)
    await wall.lead.says("/today")
    await wall.lead.presses("📜")
    await wall.lead.presses("It is true, I sign")
    await wall.chen.hears("Your certificate is signed")


async def goes_as_lead(wall: Wall) -> None:
    """The last lead leaves only once somebody else looks after the place, or an operator says so."""
    async with wall.street.bot.database.write() as tx:
        await roles.take(tx, await wall.street.person_id(wall.lead), wall.street.place.id, Role.LEAD)
    await leaves_for_good(wall.lead)


async def row(street: Street, sql: str, *values: int | str) -> Any:
    async with street.bot.database.read() as tx:
        return (await tx.records(sql, *values))[0]


async def gets(street: Street, path: str, language: str = "en") -> httpx.Response:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return await client.get(path, headers={"Accept-Language": language})


async def unite(street: Street, *people: Neighbour) -> None:
    ids = [await street.person_id(one) for one in people]
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await becoming.unite(notices, *ids)
    await street.settle()


# --- thanks


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_the_first_time_is_thanked_in_a_sentence_of_a_leads_own_and_nothing_goes_out_without(
    any_street: Street, door: str
) -> None:
    wall = await painted(any_street, door)
    await any_street.later(hours=1)
    await wall.chen.hears_nothing_of("💐")

    await wall.lead.says("/today")
    await wall.lead.hears("Thank ", "first time")
    await wall.lead.presses("💐")
    await wall.lead.hears("for the first time", WALL[:20], "Without it nothing is sent")
    await wall.lead.says("   ")
    await wall.chen.hears_nothing_of("💐")
    await wall.lead.says(SENTENCE)
    # Half done, and found again.
    await wall.lead.says("/today")
    await wall.lead.presses("💐")
    await wall.lead.hears("To ", SENTENCE)
    await wall.lead.presses("Send it")
    await wall.lead.hears("One person reads")
    heard = await wall.chen.hears("💐", SENTENCE, "for the first time you helped here", "Nurgul")
    assert "💐 Send it" not in heard.labels
    await wall.chen.presses("What I gave")
    await wall.chen.hears("What you gave here", "one idea that was carried out", "Only you see this")
    # Pressed twice is sent once, and it waits for nobody any more.
    await wall.lead.says("/today")
    await wall.lead.hears("Nothing waits for you")
    await any_street.later(hours=2)
    assert len([one for one in await wall.chen.screen() if SENTENCE in one.words]) == 1
    await intact(any_street)


async def test_what_is_still_good_is_thanked_with_its_photo_each_who_worked_on_it_once(any_street: Street) -> None:
    street, wall = any_street, await painted(any_street)
    wang = await street.arrives("Wang", WEB, "en")
    await wang.says("/made")
    await wang.presses(WALL)
    await wang.presses("I made this")
    await wang.presses("Without my name")
    await street.later(days=40)  # what nobody wrote to has lapsed
    await wall.lead.says("/today")
    await wall.lead.hears("Nothing waits for you")
    await wall.team.says("/1")
    for label in ("Look after it", "Move it along", "Looked at again"):
        await wall.team.presses(label)
    await wall.team.sends_photo(photograph(320, 240, seed=7))
    await wall.team.presses("Good")
    await street.later(hours=1)

    other = await street.arrives("Emma", WEB, "en", Role.LEAD)
    for lead in (wall.lead, other):
        await lead.says("/today")
        await lead.presses("💐")
        assert (await lead.hears("still good", WALL)).kind == "photo"
        await lead.says(SENTENCE)
    # Whoever wrote last sends; the other one looks again.
    await wall.lead.presses("Send it")
    assert "Another lead has written" in (await wall.lead.toasts())[-1]
    await together(other.presses("Send it"), wall.lead.presses("Send it"))
    for one in (wall.chen, wang):
        thanked = [each for each in await one.screen() if SENTENCE in each.words]
        assert [each.kind for each in thanked] == ["photo"]
        assert "looked at again, and is still good" in thanked[0].words
    await intact(street)


async def test_a_lead_thanks_nobody_twice_in_a_week_nobody_unwilling_and_never_herself(street: Street) -> None:
    wall = await painted(street)
    await street.gives(wall.chen, Role.LEAD)
    await street.later(hours=1)
    await wall.chen.says("/today")
    await wall.chen.hears("Nothing waits for you")
    await wall.lead.says("/today")
    await wall.lead.presses("💐")
    await wall.lead.says(SENTENCE)
    me = await street.person_id(wall.chen)
    async with street.bot.database.write() as tx:
        await consents.say(tx, me, Purpose.MESSAGES, 0, 1, "en", street.now_ms())
    await wall.lead.presses("Send it")
    assert "nobody of them wants messages" in (await wall.lead.toasts())[-1]
    async with street.bot.database.write() as tx:
        await consents.say(tx, me, Purpose.MESSAGES, 1, 1, "en", street.now_ms())
        await tx.run(
            "INSERT INTO thanks (place_id, person_id, kind, subject, since) VALUES (1, ?, 'years', 1, ?)",
            me,
            street.now_ms(),
        )
    await wall.lead.presses("Send it")
    await wall.lead.says("/today")
    await wall.lead.hears("Nothing waits for you")
    await street.later(days=8)
    await wall.lead.says("/today")
    await wall.lead.presses("💐")
    await wall.lead.presses("Leave it out")
    await wall.lead.hears("Nothing was sent")
    await wall.chen.hears_nothing_of("one year of helping")


def test_the_first_fifth_and_twenty_fifth_time_and_each_year_are_occasions_while_they_are_fresh() -> None:
    zone, now = ZoneInfo("Asia/Urumqi"), datetime(2026, 11, 23, 4, tzinfo=UTC)

    def at(**ago: float) -> int:
        return milliseconds(now - timedelta(**ago))

    def of(*times: int) -> list[tuple[Occasion, int]]:
        return [(kind, subject) for kind, subject, _ in rules.occasions(times, milliseconds(now), zone)]

    assert of() == []
    assert of(at(hours=1)) == [(Occasion.TIMES, 1)]
    assert of(*(at(days=200 - day) for day in range(4)), at(days=1)) == [(Occasion.TIMES, 5)]
    assert of(*(at(days=29, hours=-hour) for hour in range(25))) == [(Occasion.TIMES, one) for one in (1, 5, 25)]
    assert of(at(days=366), at(days=100)) == [(Occasion.YEARS, 1)]
    assert of(at(days=366 + 365), at(days=500)) == []  # nothing in the second year
    leap = milliseconds(datetime(2028, 2, 29, 4, tzinfo=UTC))
    a_year_on = milliseconds(datetime(2029, 3, 1, tzinfo=UTC))
    assert rules.occasions([leap], a_year_on, zone)[0][:2] == (Occasion.YEARS, 1)
    assert rules.occasions([leap], milliseconds(datetime(2029, 5, 1, tzinfo=UTC)), zone) == []


def test_training_is_a_line_of_its_own_and_the_same_thing_is_one_line() -> None:
    deeds = [
        Deed(Kind.TASK, "task:1", "Watering", 1, 45),
        Deed(Kind.TASK, "task:2", "Watering", 2, 30),
        Deed(Kind.TRAINING, "hours:1", "Fire safety", 3, 60),
        Deed(Kind.MADE, "idea:1", WALL, 5, 0),
        Deed(Kind.IDEA, "idea:1", WALL, 4, 0),
    ]
    lines = rules.lines(rules.once_each(deeds))
    assert [(one.kind, one.times, one.minutes) for one in lines] == [
        (Kind.IDEA, 1, 0),
        (Kind.TASK, 2, 75),
        (Kind.TRAINING, 1, 60),
    ]
    assert (rules.minutes(lines, training=False), rules.minutes(lines, training=True)) == (75, 60)


@pytest.mark.parametrize("name", ["", "12345", "www.win.example", "Admin", "x" * 61])
def test_a_name_on_a_certificate_is_a_name(name: str) -> None:
    with pytest.raises(Refusal):
        rules.check_name(name)


def test_a_period_never_begins_before_she_did() -> None:
    zone, now = ZoneInfo("Asia/Urumqi"), milliseconds(datetime(2026, 11, 23, 4, tzinfo=UTC))
    early, late = milliseconds(datetime(2020, 1, 1, tzinfo=UTC)), milliseconds(datetime(2026, 11, 1, tzinfo=UTC))
    assert {rules.since(period, late, now, zone) for period in Period} == {late}
    assert rules.since(Period.ALL, early, now, zone) == early
    new_year = milliseconds(datetime(2026, 1, 1, tzinfo=zone))
    assert rules.since(Period.YEAR, early, now, zone) == new_year
    assert early < rules.since(Period.MONTHS, early, now, zone) < new_year


# --- certificates


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_certificate_says_what_a_lead_signed_as_true_in_three_languages(
    any_street: Street, door: str
) -> None:
    street, wall = any_street, await painted(any_street, door)
    await asks(wall.chen)
    await wall.lead.hears("asks for a certificate")
    await wall.lead.presses("Read it")
    await wall.lead.hears(NAME, "one idea that was carried out", "sign only what you know to be true")
    await wall.lead.presses("Line by line")
    await wall.lead.hears("Idea carried out", WALL)
    await wall.lead.presses("Back")
    await wall.lead.presses("Not like this")
    await wall.lead.says("You also baked for the fair")
    await wall.chen.hears("was not signed yet", "You also baked for the fair")
    await wall.chen.presses("Look at it again")
    await wall.chen.presses("Ask for a signature")
    await wall.lead.says("/today")
    await wall.lead.presses("📜")
    # While she reads it is taken back and asked for with another name: that one she has not read.
    await street.later(minutes=1)
    await wall.chen.presses("What I gave")
    for label in ("A certificate", "Not now", "A certificate", "Another name"):
        await wall.chen.presses(label)
    await wall.chen.says("Chen of the wall")
    await wall.chen.presses("Ask for a signature")
    await wall.lead.presses("It is true, I sign")
    await wall.lead.hears("asks for a certificate", "Chen of the wall")
    await wall.chen.hears_nothing_of("Your certificate is signed")
    await street.later(minutes=1)
    for label in ("What I gave", "A certificate", "Not now", "A certificate", "Another name"):
        await wall.chen.presses(label)
    await wall.chen.says(NAME)
    await wall.chen.presses("Ask for a signature")
    await wall.lead.presses("It is true, I sign")
    await wall.lead.hears(NAME)
    await wall.lead.presses("It is true, I sign")

    await wall.chen.hears("Your certificate is signed")
    await wall.chen.presses("As a PDF")
    name, content = await wall.chen.file_of(await wall.chen.hears("a page for each language"))
    assert name.endswith(".pdf")
    document = pypdfium2.PdfDocument(content)
    words = [page.get_textpage().get_text_bounded() for page in document]
    assert len(words) == 3
    # As with the poster, pdfium reads the letters of Uyghur in an order of its own.
    for page, title in zip(words, ("Certificate of Voluntary Work", "志愿服务证明", "گۇۋاھنامىسى"), strict=True):
        assert title in page or (title[0] == "گ" and set(title) <= set(page))
        assert NAME in page
        assert "Nurgul" in page
    code = (await row(street, "SELECT code FROM certificates"))["code"]
    for page in document:
        (found,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil().convert("RGB"))
        assert found.text == f"http://nestbox.test/c/{code}"
    await intact(street)


async def test_the_page_behind_the_code_says_valid_or_withdrawn_and_nothing_else(street: Street) -> None:
    wall = await painted(street)
    await signed(wall)
    code = (await row(street, "SELECT code FROM certificates"))["code"]
    assert len(urlsafe_b64decode(f"{code}==")) * 8 >= 128
    for language, valid in (("en", "Valid"), ("zh", "有效"), ("ug", "كۈچكە ئىگە")):
        answer = await gets(street, f"/c/{code}", language)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
        said = re.sub(r"<[^>]+>", "", answer.text.partition("<body>")[2]).split()
        assert " ".join(said) == f"✓ {valid}"
        for private in (NAME, "Chen", "Nurgul", WALL, "L 店"):
            assert private not in answer.text
    for unknown in (code[:-1] + ("A" if code[-1] != "A" else "B"), code.lower(), "1", "%00", f"{code}x", "x" * 22):
        for path in (f"/c/{unknown}", f"/c/{unknown}/status"):
            assert (await gets(street, path)).status_code == 404
    await wall.chen.says("/record")
    await wall.chen.presses("My certificates")
    await wall.chen.presses(NAME)
    await wall.chen.hears("✓ Valid", "Nurgul")
    await wall.chen.presses("Withdraw it")
    await wall.chen.presses("Withdraw it now")
    await wall.chen.hears("✗ Withdrawn")
    assert "Withdrawn" in (await gets(street, f"/c/{code}")).text
    status = (await gets(street, f"/c/{code}/status")).json()
    assert status["revokedCredential"] == [{"id": f"http://nestbox.test/c/{code}", "revoked": True}]


async def test_the_badge_verifies_with_a_library_that_is_not_ours(any_street: Street) -> None:
    street, wall = any_street, await painted(any_street)
    await signed(wall)
    await wall.chen.presses("As an Open Badge")
    name, content = await wall.chen.file_of(await wall.chen.hears("Open Badge", "signed by"))
    assert name.endswith(".jwt")
    token = content.decode("ascii")
    header = json.loads(urlsafe_b64decode(f"{token.partition('.')[0]}=="))
    assert (header["alg"], header["typ"]) == ("RS256", "JWT")
    key = (await gets(street, header["kid"].removeprefix("http://nestbox.test"))).json()
    assert set(key) == {"kty", "n", "e"}  # the public half
    issuer = (await gets(street, "/issuers/" + street.place.code)).json()
    says = await verified(token, key, issuer["id"])
    assert says is not None
    check_open_badge(says)
    assert "birth" not in token.lower() + json.dumps(says).lower()
    assert says["credentialSubject"]["identifier"] == [
        {"type": "IdentityObject", "hashed": False, "identityHash": NAME, "identityType": "name"}
    ]
    assert (await gets(street, says["credentialStatus"]["id"].removeprefix("http://nestbox.test"))).json()[
        "revokedCredential"
    ] == []
    head, body, signature = token.split(".")
    forged = urlsafe_b64decode(f"{body}==").replace(b"Xiaoyu", b"Xiaoli")
    assert await verified(f"{head}.{_encoded(forged)}.{signature}", key, issuer["id"]) is None
    sealed = (await row(street, "SELECT sealed, public FROM certificate_keys"))["sealed"]
    assert "PRIVATE KEY" not in sealed


async def verified(token: str, key: dict[str, str], issuer: str) -> dict[str, Any] | None:
    """By PyJWT, in a process that knows nothing of us; the street has a clock of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", VERIFIER, cwd="/", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    out, _ = await process.communicate(json.dumps([token, key, issuer]).encode())
    found: dict[str, Any] | None = json.loads(out) if process.returncode == 0 else None
    return found


def _encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def check_open_badge(says: dict[str, Any]) -> None:
    """What Open Badges 3.0 and its JWT proof format require of an OpenBadgeCredential."""
    assert says["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert re.fullmatch(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json", says["@context"][1])
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(says["type"])
    subject, achievement = says["credentialSubject"], says["credentialSubject"]["achievement"]
    assert (says["jti"], says["iss"], says["sub"]) == (says["id"], says["issuer"]["id"], subject["id"])
    assert datetime.fromtimestamp(says["nbf"], UTC) == datetime.fromisoformat(says["validFrom"])
    assert says["issuer"]["type"] == ["Profile"]
    assert subject["type"] == ["AchievementSubject"]
    assert {"id", "name", "description", "criteria"} <= set(achievement)
    assert (achievement["type"], achievement["achievementType"]) == (["Achievement"], "CommunityService")
    assert subject["creditsEarned"] >= 0


@pytest.mark.server
async def test_nobody_signs_for_herself_and_two_who_sign_at_once_sign_once(any_street: Street) -> None:
    street, wall = any_street, await painted(any_street)
    other = await street.arrives("Emma", WEB, "en", Role.LEAD)
    await other.says("/name")
    await other.says("Emma")
    await asks(wall.chen)
    for lead in (wall.lead, other):
        await lead.says("/today")
        await lead.presses("📜")
    await together(wall.lead.presses("It is true, I sign"), other.presses("It is true, I sign"))
    assert len([one for one in await wall.chen.screen() if "certificate is signed" in one.words]) == 1
    assert (await row(street, "SELECT count(*) AS count FROM certificates WHERE state = 'valid'"))["count"] == 1

    # A lead's own is signed by another; the shopkeeper only where there is none.
    await street.gives(wall.chen, Role.LEAD)
    await asks(wall.chen, "Xiaoyu")
    await wall.chen.says("/today")
    await wall.chen.hears("Nothing waits for you")
    asked_at = (await row(street, "SELECT changed_at FROM certificates WHERE id = 2"))["changed_at"]
    await wall.lead.taps((await wall.lead.last()).id, f"thanks.sign:2:{asked_at}")
    await wall.chen.hears("Your certificate is signed")
    await intact(street)


async def test_where_there_is_no_other_lead_the_shopkeeper_signs_and_takes_back_a_mistake(street: Street) -> None:
    wall = await painted(street)
    await goes_as_lead(wall)
    await street.gives(wall.chen, Role.LEAD)
    await asks(wall.chen)
    await wall.keeper.says("/name")
    await wall.keeper.says("Ma")
    await wall.keeper.says("/today")
    await wall.keeper.presses("📜")
    await wall.keeper.presses("It is true, I sign")
    await wall.chen.hears("Your certificate is signed")
    await wall.keeper.presses("That was a mistake")
    await wall.keeper.says("It was another Chen")
    await wall.chen.hears("was withdrawn", "It was another Chen")
    code = (await row(street, "SELECT code FROM certificates"))["code"]
    assert "Withdrawn" in (await gets(street, f"/c/{code}")).text
    await wall.keeper.says("/certificates")
    await wall.keeper.hears("No certificate is valid here")


async def test_what_nobody_signs_comes_back_and_whoever_gave_nothing_gets_none(street: Street) -> None:
    wall = await painted(street)
    await asks(wall.chen)
    await wall.chen.says("/record")
    await wall.chen.presses("A certificate")
    await wall.chen.hears("waits for a signature since")
    await wall.chen.presses("Not now")
    await wall.chen.presses("A certificate")
    await wall.chen.presses("Ask for a signature")
    # Asked twice within a day, told once.
    assert len([one for one in await wall.lead.screen() if "asks for a certificate" in one.words]) == 1
    await street.later(days=31)
    await wall.chen.hears("Nobody signed your certificate within 30 days")
    await wall.lead.says("/today")
    await wall.lead.hears("Nothing waits for you")
    stranger = await street.arrives("Stranger", TELEGRAM, "en")
    await stranger.says("/record")
    await stranger.hears("Nothing stands here yet")
    screen = await stranger.last()
    for address in ("thanks.ask", "thanks.pdf:1", "thanks.one_of_mine:1", "thanks.withdraw:1", "thanks.sign:1:1"):
        await stranger.taps(screen.id, address)
    assert (await row(street, "SELECT count(*) AS count FROM certificates"))["count"] == 1
    await intact(street)


async def test_hours_and_training_stand_apart_in_the_record_on_the_certificate_and_in_the_badge(
    any_street: Street,
) -> None:
    street = any_street
    chen = await street.arrives("Chen", TELEGRAM, "en")
    lead = await street.arrives("Nurgul", WEB, "en", Role.LEAD)
    await lead.says("/name")
    await lead.says("Nurgul")
    await did_a_task(street, await street.person_id(chen))
    await chen.says("/record")
    await chen.hears("one task", "Hours: 3 h 30 min", "Training: 1 h")
    await chen.presses("A certificate")
    await chen.says(NAME)
    await chen.presses("All of it")
    await chen.presses("Ask for a signature")
    await lead.presses("Read it")
    await lead.presses("Line by line")
    await lead.hears("Water the plants · 1 h 30 min", "Baking · 2 h", "Training: Fire safety · 1 h")
    await lead.presses("Back")
    await lead.presses("It is true, I sign")
    token = (await row(street, "SELECT credential FROM certificates"))["credential"]
    subject = json.loads(urlsafe_b64decode(f"{token.split('.')[1]}=="))["credentialSubject"]
    assert subject["creditsEarned"] == 3.5
    assert subject["narrative"] == "Training: 1.00 h"
    # A task is a time to thank for; hours that she told herself are none.
    await street.later(hours=1)
    assert (await row(street, "SELECT count(*) AS count FROM thanks"))["count"] == 1
    # What she told herself last is for her alone.
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO task_hours (place_id, person_id, training, minutes, words, noted_at)"
            " VALUES (1, ?, 0, 60, 'Care of my mother', ?)",
            await street.person_id(chen),
            street.now_ms(),
        )
    await lead.says("/today")
    await lead.presses("💐")
    assert "Last: Water the plants" in (await lead.hears("for the first time", "Without it nothing is sent")).words
    # It lapses, and of what is over nothing is kept for longer than a year.
    await street.later(days=31)
    assert (await row(street, "SELECT state FROM thanks"))["state"] == "lapsed"
    await street.later(days=366)
    assert (await row(street, "SELECT count(*) AS count FROM thanks WHERE state = 'lapsed'"))["count"] == 0
    await intact(street)


async def did_a_task(street: Street, person_id: int) -> None:
    """An hour and a half of watering, two hours of baking and one of training."""
    now = street.now_ms()
    async with street.bot.database.write() as tx:
        task_id = await tx.one(
            int,
            "INSERT INTO tasks (place_id, state, kind, title, work, needed, starts_at, made_at)"
            " VALUES (1, 'open', 'once', 'Water the plants', 'plants', 1, ?, ?) RETURNING id",
            now,
            now,
        )
        date_id = await tx.one(
            int,
            "INSERT INTO task_dates (task_id, starts_at, ends_at) VALUES (?, ?, ?) RETURNING id",
            task_id,
            now,
            now,
        )
        await tx.run(
            "INSERT INTO task_claims (date_id, person_id, state, minutes, claimed_at, changed_at)"
            " VALUES (?, ?, 'done', 90, ?, ?)",
            date_id,
            person_id,
            now,
            now,
        )
        for training, minutes, words in ((0, 120, "Baking"), (1, 60, "Fire safety")):
            await tx.run(
                "INSERT INTO task_hours (place_id, person_id, training, minutes, words, noted_at)"
                " VALUES (1, ?, ?, ?, ?, ?)",
                person_id,
                training,
                minutes,
                words,
                now,
            )


# --- leaving, and two doors


async def test_what_somebody_holds_in_her_hand_stays_valid_when_she_leaves_and_nothing_else_is_left(
    any_street: Street,
) -> None:
    street, wall = any_street, await painted(any_street)
    await signed(wall)
    code = (await row(street, "SELECT code FROM certificates"))["code"]
    await asks(wall.chen, "Another")
    await leaves_for_good(wall.chen)
    await street.settle()
    kept = await row(street, "SELECT * FROM certificates")
    assert (kept["person_id"], kept["name"], kept["credential"], kept["state"]) == (None, "", "", "valid")
    assert (await row(street, "SELECT count(*) AS count FROM certificate_lines"))["count"] == 0
    assert "Valid" in (await gets(street, f"/c/{code}")).text
    # What says what is not so is withdrawn also then.
    await wall.lead.says("/certificates")
    await wall.lead.presses("somebody who has left")
    await wall.lead.hears("It cannot become valid again")
    await wall.lead.presses("Withdraw it now")
    await wall.lead.hears("No certificate is valid here")
    assert "Withdrawn" in (await gets(street, f"/c/{code}")).text
    await goes_as_lead(wall)
    assert (await row(street, "SELECT signer FROM certificates"))["signer"] == ""
    await intact(street)


async def test_two_doors_are_one_record_and_a_signature_for_oneself_does_not_stand(street: Street) -> None:
    wall = await painted(street)
    await signed(wall)
    there = await street.arrives("Chen", TELEGRAM, "en")
    await there.says("/record")
    await there.hears("Nothing stands here yet")
    await carries_on(wall.chen, there)
    await there.says("/record")
    await there.hears("one idea that was carried out")
    await there.presses("My certificates")
    await there.presses(NAME)
    await there.hears("✓ Valid")
    await unite(street, there, wall.lead)
    await there.hears("signed by yourself at another door")
    code = (await row(street, "SELECT code FROM certificates"))["code"]
    assert "Withdrawn" in (await gets(street, f"/c/{code}")).text
    await intact(street)


# --- no points

RANKING = {
    "en": r"\b(ranking|ranked|leader ?board|points|score board|top \d|most active|best volunteer|level \d)\b",
    "zh": r"排名|排行|积分榜|积分|名次|第一名|最活跃|等级",
    "ug": r"رەت تەرتىپى|تەرتىپ جەدۋىلى|جۇغلانما|مۇكاپات نومۇر|بىرىنچىلىك|دەرىجە",
}


@pytest.mark.parametrize("language", sorted(RANKING))
def test_no_sentence_of_the_town_speaks_of_points_or_ranks(language: str) -> None:
    found = []
    files = sorted(ROOT.glob(f"handlers/*/texts/{language}.ftl"))
    for path in (one for one in files if one.parts[-3] != "polls"):  # there options have points, never people
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            said = re.sub(r"^[\w-]+ = ", "", line)  # not what a sentence is called: "column-points"
            if not line.startswith("#") and re.search(RANKING[language], said, re.IGNORECASE):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line}")
    assert found == []


async def test_what_one_gave_is_on_no_screen_or_page_of_anybody_else(street: Street) -> None:
    """Every command of every role, and the public pages: her sums are there for her alone, and nobody's for two."""
    wall = await painted(street)
    await signed(wall)
    others = [wall.team, wall.keeper, wall.lead, await street.arrives("Li", WEB, "en", Role.LIAISON)]
    others.append(await street.arrives("Wang", WEB, "en"))
    seen = {id(one): len(await one.screen()) for one in others}
    for one in others:
        for feature in street.bot.town.features:
            for command in feature.menu:
                await one.says(f"/{command}")
        for message in (await one.screen())[seen[id(one)] :]:
            if not message.mine:
                assert NAME not in message.words
                assert "one idea that was carried out" not in message.words
    for path in (f"/p/{street.place.code}?lang=en", f"/p/{street.place.code}/1", f"/p/{street.place.code}/feed.atom"):
        page = await gets(street, path)
        assert NAME not in page.text
        assert "carried out" not in page.text
