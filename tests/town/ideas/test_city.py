"""An idea is handed over to the city once, whatever the city answers or does not; and what it says comes back."""

from binascii import crc32
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import milliseconds
from bot.database.db import NotSaved
from bot.doors.door import TELEGRAM, WEB
from bot.identity import consents
from bot.identity.consents import Purpose
from bot.identity.roles import Role
from bot.open311 import client, reading, store
from bot.open311.reading import Garbage
from bot.open311.store import Claimed
from handlers import FEATURES
from tests.invariants import intact
from tests.neighbour import Neighbour, together
from tests.outside.open311 import HANGS_UP, LOSES_ANSWER, SLEEPS, TRICKLES, Answer, City, open_city, refusal
from tests.pictures import photograph
from tests.street import FakeClock, Street, open_street
from tests.town.ideas.test_public_space import CROSSING, published

PAVEMENT = crc32(b"002")


@dataclass
class There:
    """A street whose operator named the city's endpoint, an idea in it, and who looks after it."""

    street: Street
    city: City
    aygul: Neighbour
    vera: Neighbour
    leyla: Neighbour

    async def opens_city(self, one: Neighbour) -> None:
        """From the card of the idea."""
        await one.says("/1")
        for label in ("⋯", "⋯ More"):
            await one.presses(label)
        while not any("With the city" in label for label in (await one.last()).labels):
            await one.presses("⋯ More")
        await one.presses("With the city")

    async def chooses(self, one: Neighbour) -> None:
        """What it is among the things that the city takes in."""
        await self.opens_city(one)
        await one.presses("Hand it over now")

    async def hands_over(self, one: Neighbour | None = None) -> None:
        one = one or self.leyla
        await self.chooses(one)
        await one.presses("Pavement")
        await one.presses("Hand it over")
        await self.street.tick()

    async def row(self, columns: str) -> tuple[object, ...]:
        async with self.street.bot.database.read() as tx:
            found = await tx.all(lambda *row: row, f"SELECT {columns} FROM city_requests ORDER BY id DESC")  # noqa: S608
        return found[0] if found else ()


@asynccontextmanager
async def there(tmp_path: Path, url: str = "", door: str = WEB, agreed: bool = True) -> AsyncIterator[There]:
    clock = FakeClock()
    (tmp_path / "city").mkdir()
    async with (
        open_city(tmp_path / "city", clock.now) as city,
        open_street(tmp_path, FEATURES, url, clock, open311=city.url, reach=city.reach) as street,
    ):
        vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
        leyla = await street.arrives("Leyla", door, "en", Role.LIAISON)
        aygul = await published(street, vera)
        if agreed:
            await agrees(street, aygul)
        yield There(street, city, aygul, vera, leyla)


async def agrees(street: Street, one: Neighbour) -> None:
    me = await street.person_id(one)
    async with street.bot.database.write() as tx:
        await consents.say(tx, me, Purpose.CITY, 1, 1, "en", street.now_ms())


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_an_idea_goes_to_the_city_with_its_authors_yes_and_its_number_comes_into_the_thread(
    tmp_path: Path, street_url: str, door: str
) -> None:
    async with there(tmp_path, street_url, door, agreed=False) as here:
        street, city, leyla = here.street, here.city, here.leyla
        neighbour = await street.arrives("Chen", WEB, "en")
        await here.opens_city(leyla)
        await leyla.hears("has not agreed that her ideas go to the city")
        for _ in range(2):
            await leyla.presses("Ask the author")
        asked = [one for one in await here.aygul.screen() if "May no. 1" in one.words]
        assert len(asked) == 1
        if door == TELEGRAM:
            await leyla.taps((await leyla.last()).id, f"permits.hand_over:1:{PAVEMENT}")
            assert "has not agreed" in (await leyla.toasts())[-1]
        assert not city.posts()
        await here.aygul.presses("My data")
        await here.aygul.presses("What I agreed to")
        await here.aygul.presses("One by one")
        while "To the city" not in (await here.aygul.last()).words:
            await here.aygul.presses("The next one")
        await here.aygul.presses("Yes, I agree")

        await here.chooses(leyla)
        assert (await leyla.last()).labels[:2] == ["Street lamps", "Pavement"]  # not what wants a form of the city's
        await leyla.presses("Pavement")
        await leyla.hears("This goes to the city, without anybody’s name", CROSSING, "Without a photo")
        preview = (await leyla.last()).id
        await leyla.presses("Hand it over")
        await street.tick()
        form = city.reports[0].form
        assert form["description"].startswith(f"{CROSSING}\n\nL 店 · 1 · http://nestbox.test/p/")
        assert " · NB-" in form["description"]
        assert form["service_code"] == "002"
        assert (form["email"], form["jurisdiction_id"]) == ("team@nestbox.test", "city.example")
        assert not [word for word in ("Aygul", "Leyla", "first_name", "phone") if word in str(form)]
        await leyla.hears("With the city, day 1, no. SR-293944: being looked at")
        await here.aygul.hears("1 · A safer crossing", "With the city, day 1, no. SR-293944")
        if door == TELEGRAM:
            await leyla.taps(preview, f"permits.hand_over:1:{PAVEMENT}")
        assert len(city.posts()) == 1

        city.says("SR-293944", "ACTION_SCHEDULED", "Somebody comes on Monday <soon>", "u1")
        city.says("SR-293944", "ACTION_SCHEDULED", "Somebody comes on Monday <soon>", "u1")
        city.reports[0].expected = "2026-12-24T09:00:00+08:00"
        for _ in range(3):
            await street.later(hours=7)
        await neighbour.says("/1")
        await neighbour.hears("day 1, no. SR-293944: planned", "“Somebody comes on Monday <soon>”")
        heard = [one for one in await here.aygul.screen() if "Somebody comes on Monday" in one.words]
        assert len(heard) == 1

        city.reports[0].status, city.reports[0].notes = "closed", "A crossing was painted"
        await street.later(hours=7)
        await here.aygul.hears("SR-293944: closed", "“A crossing was painted”")
        told = len(await here.aygul.screen())
        asked_before = len(city.requests)
        await street.later(days=3)
        assert len(await here.aygul.screen()) == told
        assert not [one for one in city.requests[asked_before:] if "service_request_id" in one.path]
        assert city.requests[0].host.startswith("311.city.example")
        await intact(street)


RUDE: dict[str, tuple[Answer, str]] = {
    "key": (refusal(403, "Invalid api_key <b>"), "Invalid api_key <b>"),
    "gone": (refusal(404, "service_code was not found"), "service_code was not found"),
    "crm": (refusal(400, "CRM is down"), "CRM is down"),
    "html": ((400, "<html><body>Nope</body>"), "Their system refused it"),
    "elsewhere": ((302, ""), "Their system refused it"),
}


async def test_a_refusal_is_told_with_its_words_and_nothing_is_sent_again_by_itself(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        for number, (answer, said) in enumerate(RUDE.values(), 1):
            here.city.answers = [answer]
            await here.hands_over()
            await here.leyla.hears("the city has not taken it", said, "Nothing arrived")
            await here.street.later(days=1)
            assert len(here.city.posts()) == number
        await here.aygul.hears_nothing_of("the city")
        await here.leyla.says("/1")
        await here.leyla.hears_nothing_of("With the city, day")
        await here.hands_over()
        await here.leyla.hears("no. SR-293944")


async def test_what_surely_did_not_arrive_is_sent_again_by_itself_and_arrives_once(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        here.city.answers = [(429, "later"), (503, "later")]
        await here.hands_over()
        await here.leyla.hears("On its way")
        for _ in range(8):
            await here.street.later(minutes=2)
        await here.leyla.hears("no. SR-293944")
        assert len(here.city.posts()) == 3
        assert len(here.city.reports) == 1


BOMB = '<!DOCTYPE a [<!ENTITY b "cccc">]>'
NUMBER = "<service_requests><request><service_request_id>&b;</service_request_id></request></service_requests>"
UNSURE: dict[str, Answer] = {
    "hangs up": (HANGS_UP, ""),
    "broken": refusal(500, "oops"),
    "gateway": (503, "<html>Bad gateway</html>"),
    "garbage": (200, "\x00\x01 not XML at all"),
    "other XML": (200, "<service_requests><request><account_id/></request></service_requests>"),
    "bomb": (200, BOMB + NUMBER),
    "endless": (200, "<service_requests>" + " " * 600_000 + "</service_requests>"),
    "sleeps": (SLEEPS, ""),
    "trickles": (TRICKLES, ""),
}


async def test_what_may_have_arrived_is_never_sent_again_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with there(tmp_path) as here:
        await here.chooses(here.vera)
        for number, (how, answer) in enumerate(UNSURE.items(), 1):
            here.city.answers = [answer]
            await here.vera.presses("Street lamps")
            await here.vera.presses("Hand it over")
            await here.street.tick()
            told = [one for one in await here.leyla.screen() if "nobody knows whether the city has it" in one.words]
            assert len(told) == number, how
            assert "not sent twice by itself" in told[-1].words
            for hours in (1, 6, 24, 48) if number == 1 else (7,):
                await here.street.later(hours=hours)
            assert len(here.city.posts()) == number, how
            # Whoever looked there may say so: that is a second one by a person's word.
            await here.opens_city(here.vera)
            await here.vera.presses("It is not there")
            await here.vera.hears("makes a second report if the first one arrived")
            await here.vera.presses("It did not arrive")
            if how == list(UNSURE)[-3]:
                monkeypatch.setattr(client, "PATIENCE", 0.5)  # the next one sleeps
                monkeypatch.setattr(client, "WHOLE_CALL", 2.0)  # and the last one never comes to an end
        await here.vera.presses("Street lamps")
        monkeypatch.setattr(client, "PATIENCE", 20.0)
        monkeypatch.setattr(client, "WHOLE_CALL", 60.0)
        await here.vera.presses("Hand it over")
        await here.street.tick()
        await here.vera.hears("no. SR-293944")


async def test_a_report_whose_answer_got_lost_is_found_there_by_its_mark(tmp_path: Path, street_url: str) -> None:
    async with there(tmp_path, street_url) as here:
        here.city.answers = [(LOSES_ANSWER, "")]
        await here.hands_over()
        await here.leyla.hears("nobody knows whether the city has it")
        await here.leyla.says("/1")
        await here.leyla.hears("whether it arrived is being looked into")
        await here.street.later(minutes=2)
        await here.leyla.hears("With the city, day 1, no. SR-293944")
        assert len(here.city.posts()) == 1
        assert (await here.row("state, words"))[0] == "taken"
        await here.opens_city(here.leyla)
        await here.leyla.presses("Another number")
        await here.leyla.says("SR-7")
        await here.leyla.hears("With the city, day 1, no. SR-7")


async def test_an_answer_that_could_not_be_written_down_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with there(tmp_path) as here:

        async def fails(*_: object) -> bool:
            raise NotSaved

        with monkeypatch.context() as broken:
            broken.setattr(store, "taken", fails)
            with pytest.raises(NotSaved):
                await here.hands_over()
        assert await here.row("state") == ("sending",)
        await here.street.tick()
        assert await here.row("state, words, address") == ("uncertain", "", "")
        await here.street.later(minutes=2)
        await here.leyla.hears("no. SR-293944")
        assert len(here.city.posts()) == 1


async def test_an_author_is_asked_once_for_all_her_ideas(tmp_path: Path) -> None:
    async with there(tmp_path, door=TELEGRAM, agreed=False) as here:
        await here.street.later(hours=2)
        await here.aygul.says("/suggest")
        await here.aygul.says("Lamps in the evening")
        await here.aygul.presses("More spots")
        await here.aygul.presses("The street")
        await here.vera.says("/desk")
        await here.vera.presses("Put it on the board")
        for idea in (1, 2):
            await here.leyla.taps((await here.leyla.last()).id, f"permits.ask_author:{idea}")
        assert (await here.leyla.toasts())[-2:] == ["The author is asked once.", "The author was asked already."]
        await here.street.tick()
        assert len([one for one in await here.aygul.screen() if "May no." in one.words]) == 1


async def test_a_report_of_which_nothing_is_heard_stands_in_nobodys_way(tmp_path: Path) -> None:
    async with there(tmp_path, door=TELEGRAM) as here:
        await here.hands_over()
        await here.street.later(days=200)
        here.city.says("SR-293944", "IN_PROGRESS", "Not forgotten")
        await here.street.later(hours=7)
        for days in (200, 170):
            assert await here.row("closed_at") == (None,)
            await here.street.later(days=days)
            await here.street.tick()
        await here.leyla.hears("SR-293944: nothing was heard for a year")
        here.city.answers = [(HANGS_UP, "")]
        await here.hands_over()
        assert await here.row("state, attempts") == ("uncertain", 1)
        await here.street.later(days=31)
        await here.opens_city(here.leyla)
        await here.leyla.hears("nothing was heard for a year")
        assert any("Hand it over now" in label for label in (await here.leyla.last()).labels)
        await here.street.later(days=90)
        assert await here.row("state") == ("taken",)


@pytest.mark.server
async def test_the_process_dies_between_sending_and_hearing(tmp_path: Path, street_url: str) -> None:
    async with there(tmp_path, street_url) as here:
        street, bot = here.street, here.street.bot
        here.city.answers = [(LOSES_ANSWER, "")]
        await here.hands_over()
        async with bot.database.write() as tx:  # as it was when the answer was awaited
            await tx.run(
                "UPDATE city_requests SET state = 'sending', reason = '', news = 0, told = 0, look_at = NULL"
            )
        street.clock.advance_a_little()
        for _ in range(10):
            street.clock.advance_a_little()
            await street.settle()
        assert len(here.city.posts()) == 1
        await street.later(minutes=6)
        await bot.handing_over.recover()
        await street.tick()
        assert await here.row("state") == ("uncertain",)
        await street.later(minutes=2)
        await here.leyla.hears("no. SR-293944")
        assert len(here.city.posts()) == 1


async def test_an_answer_that_comes_late_counts_and_one_that_comes_twice_does_not(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        street = here.street
        here.city.answers = [(HANGS_UP, "")]
        await here.hands_over()
        now = milliseconds(street.clock.now())
        request_id, attempts = await here.row("id, attempts")
        async with street.bot.database.write() as tx:
            assert await store.taken(tx, int(str(request_id)), "SR-7", "", now, now)
            assert not await store.taken(tx, int(str(request_id)), "SR-8", "", now, now)
            claimed = Claimed(int(str(request_id)), "", "", "", None, None, "", int(str(attempts)), now)
            await store.refused(tx, claimed, "refused", "")
            await store.uncertain(tx, claimed, "silent", "", now)
        assert await here.row("state, number") == ("taken", "SR-7")


@pytest.mark.server
async def test_two_who_hand_it_over_at_once_make_one_report(tmp_path: Path, street_url: str) -> None:
    async with there(tmp_path, street_url) as here:
        for one in (here.leyla, here.vera):
            await here.chooses(one)
            await one.presses("Pavement")
        await together(here.leyla.presses("Hand it over"), here.vera.presses("Hand it over"))
        await here.street.settle()
        assert len(here.city.posts()) == 1


async def test_a_receipt_becomes_a_number_later(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        here.city.tokens = True
        await here.hands_over()
        await here.leyla.hears("With the city, day 1, no. (to come)")
        await here.street.later(minutes=2)
        here.city.numbered.add("SR-293944")
        await here.street.later(hours=2)
        await here.aygul.hears("no. SR-293944")
        here.city.has_updates = False  # most cities know no updates: their status is enough
        here.city.reports[0].status = "closed"
        await here.street.later(hours=7)
        await here.aygul.hears("SR-293944: closed")


async def test_a_private_address_is_not_called_however_the_name_resolves(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        await here.chooses(here.leyla)
        await here.leyla.presses("Pavement")
        here.city.address = "10.0.0.1"
        await here.leyla.presses("Hand it over")
        await here.street.tick()
        await here.leyla.hears("leads into a private network", "Nothing arrived")
        assert not here.city.posts()


async def test_a_city_that_talks_nonsense_about_its_reports_disturbs_nobody(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        await here.hands_over()
        here.city.garbage = True
        told = len(await here.aygul.screen())
        await here.street.later(days=2)
        assert len(await here.aygul.screen()) == told
        here.city.garbage = False
        here.city.says("SR-999999", "CLOSED", "of somebody else")
        here.city.says("SR-293944", "CLOSED", "By mistake")
        here.street.clock.advance_a_little()
        here.city.says("SR-293944", "OPEN", "It goes on")
        await here.street.later(hours=7)
        await here.aygul.hears("SR-293944: being looked at", "It goes on")
        here.city.says("SR-293944", "Fixed", "Here you are")
        await here.street.later(hours=7)
        asked = [one for one in here.city.requests if "servicerequestupdates" in one.path][-1]
        since = datetime.fromisoformat(asked.query["start_date"])
        assert since > here.street.clock.now() - timedelta(hours=40)  # not since it was handed over
        await here.leyla.hears("SR-293944: put right", "Here you are")
        await here.aygul.hears_nothing_of("somebody else")


async def test_what_was_hidden_or_forbidden_before_it_left_does_not_leave(tmp_path: Path) -> None:
    async with there(tmp_path) as here:
        here.city.answers = [(429, "later"), (429, "later")]
        await here.hands_over()
        await here.opens_city(here.leyla)
        await here.leyla.presses("Take it back")
        assert await here.row("state, words, address") == ("dropped", "", "")
        await here.hands_over()
        me = await here.street.person_id(here.aygul)
        async with here.street.bot.database.write() as tx:
            await consents.say(tx, me, Purpose.CITY, 0, 1, "en", here.street.now_ms())
        posts = len(here.city.posts())
        await here.street.later(hours=3)
        assert len(here.city.posts()) == posts
        assert await here.row("state, words, address") == ("dropped", "", "")
        assert not here.city.reports
        await here.street.later(days=91)
        assert await here.row("state") == ()


async def test_copied_for_12345_with_its_photos_and_a_field_for_the_number(any_street: Street) -> None:
    """Where the operator named no endpoint."""
    street = any_street
    vera = await street.arrives("Vera", WEB, "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", TELEGRAM, "en", Role.LIAISON)
    aygul = await street.arrives("Aygul", WEB, "en")
    await agrees(street, aygul)
    await aygul.says("/suggest")
    await aygul.sends_photo(photograph(320, 240, seed=1), CROSSING)
    await aygul.presses("More spots")
    await aygul.presses("The street")
    await vera.says("/desk")
    await vera.presses("Put it on the board")
    await leyla.says("/1")
    await leyla.taps((await leyla.last()).id, "permits.city:1")
    assert not any("Hand it over" in label for label in (await leyla.last()).labels)
    before = len(await leyla.screen())
    await leyla.presses("Copy for 12345")
    copied = (await leyla.screen())[before - 1 :]
    assert [one.kind for one in copied if one.kind == "photo"] == ["photo"]
    await leyla.hears(CROSSING, "L 店 · The street · 1")
    await leyla.hears("Which number did they give you for no. 1?")
    await leyla.says("2026-1129-0042")
    await leyla.hears("With 12345, day 1, no. 2026-1129-0042: being looked at")
    await street.tick()
    await aygul.hears("1 · A safer crossing", "With 12345, day 1, no. 2026-1129-0042")
    await aygul.says("/1")
    await aygul.hears("With 12345, day 1, no. 2026-1129-0042")
    await leyla.presses("They have answered")
    await leyla.says("The pipes come first, in May")
    await street.tick()
    await aygul.hears("1 · A safer crossing", "With 12345", "closed", "“The pipes come first, in May”")
    await intact(street)


def test_only_what_follows_the_specification_is_read() -> None:
    for content in (b"", b"<", b"{}", b"<services/>", b"\xff\xfe\x00", b"<service_requests></service_requests>"):
        with pytest.raises(Garbage):
            reading.receipt(content)
    both = b"<request><service_request_id> 7\n</service_request_id><token>t</token></request>"
    both = b"<service_requests>" + both + b"</service_requests>"
    assert reading.receipt(both) == reading.Receipt("7")
    assert len(reading.error(refusal(400, "x" * 900)[1].encode())) == 300
    odd = b"<request_update><update_id>1</update_id><service_request_id>7</service_request_id></request_update>"
    assert reading.updates(b"<service_request_updates>" + odd + b"</service_request_updates>") == ()
    assert reading.status("Action scheduled") == reading.status("ACTION_SCHEDULED") == "action_scheduled"
