"""The tour of the demo, walked in fifteen steps by four visitors; docs/tour.md says the same to people."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image

from bot.identity.roles import Role
from tests.neighbour import Neighbour, Shown
from tests.street import Street

TOUR = Path(__file__).parents[2] / "docs" / "tour.md"
STEPS = 15
ONLY_IF_ASKED = "Mine is different"
NEST = "把墙上的旧洞口筑成鸟巢的形状，里面点一盏小灯。"
WALL = "秋日会上请孩子们在这面墙上画画，这是他们的草图。"


@dataclass(frozen=True)
class Party:
    """How a visitor of this name arrives with this code, and what looks at her screen after each step."""

    arrives: Callable[[str, str], Awaitable[Neighbour]]
    look: Callable[[int, Neighbour], Awaitable[None]]


@dataclass
class Visitor:
    """Remembers what was pressed, typed and heard, for comparison with the page."""

    person: Neighbour
    done: set[str] = field(default_factory=set)

    async def agrees(self) -> None:
        await self.presses("English")
        await self.presses("I agree ✓")

    async def presses(self, label: str) -> None:
        self.done.add(label)
        await self.person.presses(label)

    async def types(self, words: str) -> Shown:
        self.done.add(words)
        await self.person.says(words)
        return await self.person.last()

    async def hears(self, *words: str) -> Shown:
        self.done.add(words[0])
        return await self.person.hears(*words)


async def walk(town: Street, party: Party) -> None:
    done: set[str] = set()
    aunt = Visitor(await party.arrives("Aunt", f"p-{town.place.code}"), done)
    await _as_a_resident(aunt, party)
    volunteer = Visitor(await party.arrives("Volunteer", await town.invite(Role.VOLUNTEER)), done)
    await volunteer.agrees()
    await volunteer.types("Vera")
    oldest = await volunteer.types("/desk")
    assert "longer than a week: 1" in oldest.words
    assert "排水沟" in oldest.words
    await party.look(8, volunteer.person)
    await volunteer.presses("✅ Put it on the board")
    await volunteer.person.hears("书架")
    await volunteer.types("/handover")
    await volunteer.hears("One thing is in your hands")
    shopkeeper = Visitor(await party.arrives("Shopkeeper", await town.invite(Role.SHOPKEEPER)), done)
    await shopkeeper.agrees()
    await shopkeeper.types("Akram")
    digest = await shopkeeper.types("/digest")
    assert "bench" in digest.words
    assert {label.split()[0] for label in digest.labels if "but…" in label} >= {"8"}
    await party.look(9, shopkeeper.person)
    await shopkeeper.presses("8 but…")
    await shopkeeper.types("Yes, if it stays clear of the ramp")
    await aunt.hears("Agreed with conditions", "bench", "Yes, if it stays clear of the ramp")
    await party.look(10, aunt.person)
    await _afterwards(town, party, aunt, volunteer)
    _tells_what_was_done(done)


async def _as_a_resident(aunt: Visitor, party: Party) -> None:
    await aunt.agrees()
    await aunt.presses("👍 Ideas")
    board = await aunt.person.last()
    assert [number for number in ("12", "9", "8", "7", "6") if f"/{number} " not in board.words] == []
    assert board.kind == "photo"
    with Image.open(BytesIO(await aunt.person.photo_of(board))) as collage:
        assert collage.width > 1000
    await party.look(1, aunt.person)
    nest = await aunt.types("/4")
    assert "Looked at again" in nest.words
    assert nest.kind == "photo"
    await party.look(2, aunt.person)
    await aunt.presses("⋯ More")
    await aunt.presses("💬 Comments")
    await aunt.person.hears("My students could bring clay", "شاخلىرى", "小推车")
    wall = await aunt.types("/6")
    assert "Done" in wall.words
    assert wall.kind == "photo"
    await party.look(3, aunt.person)
    bench = await aunt.types("/8")
    voices = int(next(label for label in bench.labels if "👍" in label).split("(")[1].rstrip(")"))
    await aunt.presses("👍 Support")
    await aunt.person.hears("bench", f"👍 {voices + 1}")
    await party.look(4, aunt.person)
    await aunt.types("/polls")
    await aunt.presses("🗳 亮灯夜上大家一起做什么吃的？")
    await aunt.presses("饺子")
    await aunt.person.hears("亮灯夜上大家一起做什么吃的？", "饺子")
    await party.look(5, aunt.person)
    await aunt.types("/events")
    await aunt.presses("📅 鸟巢亮灯夜")
    await aunt.presses("Coming")
    await aunt.presses("+ one guest")
    evening = await aunt.person.hears("鸟巢亮灯夜", "Sat")
    assert "✓ Coming" in evening.labels
    await party.look(6, aunt.person)
    await aunt.types("/suggest")
    await aunt.types("A tap with drinking water, for everybody")
    await aunt.presses("The shop front")
    if any(ONLY_IF_ASKED in label for label in (await aunt.person.last()).labels):
        await aunt.presses(ONLY_IF_ASKED)
    await aunt.person.hears("Saved", "13")
    await party.look(7, aunt.person)


async def _afterwards(town: Street, party: Party, aunt: Visitor, volunteer: Visitor) -> None:
    await volunteer.types("/busy")
    await volunteer.hears("12 weeks told")
    await volunteer.hears("Only the owner and the team see this.")
    await party.look(11, volunteer.person)
    await volunteer.types("/permits")
    await volunteer.presses("🗓 All, by date")
    await volunteer.hears("with the city", "expected by")
    await party.look(12, volunteer.person)
    await aunt.types("/care")
    await aunt.presses(NEST)
    await aunt.hears("Somebody looks again", "灯亮着，树枝扎得牢，三个蛋都在。")
    await party.look(13, aunt.person)
    await aunt.types("/made")
    await aunt.presses(WALL)
    await aunt.hears("It is gone. Its makers were told.", "王秀兰")
    await party.look(14, aunt.person)
    await aunt.types("/pulse")
    await aunt.hears("7 of 10 answered", "On paper")
    lead = Visitor(await party.arrives("Lead", await town.invite(Role.LEAD)), aunt.done)
    await lead.agrees()
    await lead.types("Lena")
    await lead.types("/kit")
    await lead.presses("📋 Look through the pages")
    await lead.hears("nobody has looked")
    await party.look(15, lead.person)


def _tells_what_was_done(done: set[str]) -> None:
    written = TOUR.read_text(encoding="utf-8").partition("## As a resident")[2]
    marked = set(re.findall(r"\*\*(.+?)\*\*", written)) | set(re.findall(r"`(.+?)`", written))
    assert marked - {ONLY_IF_ASKED} <= done
    numbers = [int(number) for number in re.findall(r"^### (\d+)\. ", written, re.MULTILINE)]
    assert numbers == list(range(1, STEPS + 1))
    assert re.findall(r"\((tour/[^)]+)\)", written) == [f"tour/{number}.jpg" for number in numbers]
