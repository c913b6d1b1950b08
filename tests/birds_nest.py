"""The bird's nest story, told once; tests let it happen at each door and on real phones.

A resident sees an old hole in the wall and proposes to shape it as a bird's nest; half a year later everybody has
heard what became of it. Every label is looked up in the language of the person who presses it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TypeVar

from PIL import Image

from bot.i18n.texts import Text, render_plain
from bot.identity.roles import Role
from tests import pictures
from tests.neighbour import ISOLATES, Neighbour
from tests.street import Street

NEST = "把洞口筑成鸟巢的形状"
NEST_IN_UYGHUR = "تامدىكى تۆشۈكنى قۇش ئۇۋىسى شەكلىدە ياساش"
FAIR = "社区秋日会"
CONDITION = "洞口要留出通风"
TUESDAY_DIGEST = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)  # 09:30 in Beijing, 07:30 in Urumqi
POLL_CLOSES = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # 20:00 in Beijing
DAY_BEFORE = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)
TWO_HOURS_BEFORE = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

Newcomer = Callable[[str, str, str], Awaitable[Neighbour]]
Look = Callable[[str, Neighbour], Awaitable[None]]
N = TypeVar("N", bound=Neighbour)


@dataclass(frozen=True)
class Cast:
    """Who is at which phone: `newcomer(name, language, code)` opens the bot by a link that carries `code`."""

    newcomer: Newcomer
    look: Look
    language: str = "zh"


def words(language: str, scope: str, key: str, **values: str | int) -> str:
    """A label as it stands on this person's phone, up to its first variable part."""
    return render_plain(Text(scope, key)(**values), language).translate(ISOLATES)


async def tell(street: Street, cast: Cast) -> None:
    language = cast.language

    def says(scope: str, key: str, **values: str | int) -> str:
        return words(language, scope, key, **values)

    async def comes(name: str, code: str, speaks: str = language) -> Neighbour:
        one = await cast.newcomer(name, speaks, code)
        await one.presses({"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}[speaks])
        await one.presses(words(speaks, "welcome", "agree"))
        if code.startswith("i-"):
            await one.says({"Volunteer": "Vera", "Shopkeeper": "Akram"}[name])
        return one

    place = f"p-{street.place.code}"
    volunteer = await comes("Volunteer", await street.invite(Role.VOLUNTEER))
    shopkeeper = await comes("Shopkeeper", await street.invite(Role.SHOPKEEPER))
    aygul = await comes("Aygul", place)
    dilnur = await comes("Dilnur", place, "ug")
    neighbours = [await comes(f"Neighbour {number}", place) for number in range(3)]
    await cast.look("home", aygul)

    # A resident suggests, with a real photograph that was held sideways and knows where it was taken.
    await aygul.presses(says("welcome", "suggest"))
    await aygul.sends_photo(pictures.photograph(), NEST)
    await cast.look("where", aygul)
    await aygul.presses(says("ideas", "spot-inside"))
    await aygul.hears("1", NEST, says("ideas", "saved", number=1, words=NEST)[:4])
    await cast.look("saved", aygul)

    # A volunteer publishes it, and its author hears so; before, nobody but the team could see it.
    await volunteer.says("/desk")
    await volunteer.hears(NEST)
    await cast.look("desk", volunteer)
    await volunteer.presses(says("ideas", "publish"))
    await aygul.hears("📣", NEST, says("ideas", "status-open"))

    # Another suggests the same in Uyghur; she is shown the first one and adds her voice instead.
    await dilnur.says(NEST_IN_UYGHUR)
    await dilnur.presses(words("ug", "ideas", "a-new-idea"))
    await dilnur.presses(words("ug", "ideas", "spot-inside"))
    shown = await dilnur.hears(NEST)
    assert shown.kind == "photo"
    await cast.look("look-alike", dilnur)
    await dilnur.presses(words("ug", "ideas", "add-voice", number=1))
    await dilnur.hears(words("ug", "ideas", "voice-added", number=1, voices=1).splitlines()[0])

    # People support it. What they see is upright, and knows nothing of where it was taken.
    for one in neighbours:
        await one.says("/ideas")
        await one.says("/1")
        card = await one.last()
        assert card.kind == "photo"
        await one.presses(says("ideas", "support", voices=0).split("0")[0].rstrip("（(").strip())
    await cast.look("card", neighbours[0])
    assert "4" in (await neighbours[-1].hears(NEST, "👍")).words
    await _is_upright_and_silent(neighbours[0])

    # A poll about how to build it.
    await volunteer.says("/newpoll")
    await volunteer.says("鸟巢用什么做？")
    await volunteer.says("树枝\n陶土")
    await volunteer.presses(says("polls", "that-is-all"))
    await volunteer.presses(says("polls", "kind-single"))
    await volunteer.presses(says("polls", "until-tomorrow"))
    await volunteer.presses(says("polls", "hidden"))
    await volunteer.presses(says("polls", "publish"))
    for one, option in zip([aygul, dilnur, *neighbours], ["树枝", "陶土", "树枝", "树枝", "陶土"], strict=True):
        await one.hears("鸟巢用什么做？")
        await one.presses(option)
    await cast.look("poll", aygul)

    # The digest arrives at 09:30 Beijing time with the decision, and one tap begins the answer.
    await street.until(TUESDAY_DIGEST)
    digest = await shopkeeper.hears("1", NEST)
    assert len(digest.words) <= 900
    assert digest.kind == "photo"
    await cast.look("digest", shopkeeper)
    await shopkeeper.presses(says("digests", "say-but", number=1))
    await shopkeeper.says(CONDITION)
    await cast.look("answered", shopkeeper)
    for one, speaks in ((aygul, language), (dilnur, "ug"), (neighbours[0], language)):
        await one.hears("📣", NEST, CONDITION, words(speaks, "ideas", "status-agreed-but"))

    # The poll closes by itself; everybody who was asked sees the picture and the numbers.
    await street.until(POLL_CLOSES)
    result = await aygul.hears("🏁", "鸟巢用什么做？", "树枝")
    assert result.kind == "photo"
    await dilnur.hears("🏁", "鸟巢用什么做？")
    await cast.look("result", aygul)

    # The autumn fair is announced; people come with guests; reminders go out.
    await volunteer.says("/newevent")
    await volunteer.says(FAIR)
    await volunteer.says("2026-11-28 19:00")
    await volunteer.says("L 店门口")
    await volunteer.presses(says("events", "no-limit"))
    await volunteer.presses(says("events", "skip"))
    await volunteer.presses(says("events", "skip"))
    await volunteer.presses(says("events", "announce"))
    await aygul.hears(FAIR, "19:00", "17:00")
    await aygul.presses(says("events", "coming"))
    await aygul.presses(says("events", "guest-more"))
    await cast.look("fair", aygul)
    await dilnur.presses(words("ug", "events", "coming"))
    await street.until(DAY_BEFORE)
    await aygul.hears("⏰", FAIR)
    await cast.look("reminder", dilnur)
    await street.until(TWO_HOURS_BEFORE)
    await dilnur.hears("⏰", FAIR, words("ug", "events", "in-hours", title=FAIR, when="", where="")[:10])
    reminders = [one for one in await dilnur.screen() if "⏰" in one.words and FAIR in one.words]
    assert len(reminders) == 2
    await neighbours[2].hears(FAIR)
    assert not [one for one in await neighbours[2].screen() if "⏰" in one.words and FAIR in one.words]

    # Built, with a photo of how it is now; everyone concerned hears.
    for status in ("planned", "under-way", "done"):
        await volunteer.says("/1")
        await volunteer.presses(says("ideas", "look-after"))
        await volunteer.presses(says("ideas", "move-along"))
        await volunteer.presses(says("ideas", f"status-{status}"))
        await volunteer.presses(says("ideas", "nothing-to-tell"))
    await volunteer.sends_photo(pictures.photograph(seed=11))
    for one, speaks in ((aygul, language), (dilnur, "ug"), (neighbours[1], language)):
        done = await one.hears("📣", NEST, words(speaks, "ideas", "status-done"))
        assert done.kind == "photo"
    await cast.look("done", aygul)
    await cast.look("done-ug", dilnur)


async def _is_upright_and_silent(one: Neighbour) -> None:
    """The photograph was 1200 × 900 and sideways: upright it is taller than wide."""
    content = await one.photo_of(await one.hears(NEST, "👍"))
    if not content:
        return
    assert pictures.SECRET not in content
    with Image.open(BytesIO(content)) as picture:
        assert picture.height > picture.width
        assert not picture.getexif()
