"""Files and pictures that a feature makes when a message leaves, through both doors."""

from pathlib import Path

import pytest

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.feature import Feature
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import literal
from bot.outbox.message import Document, Made
from bot.services import Site
from handlers import FEATURES
from tests.pictures import photograph
from tests.street import open_street

DOORS = (WEB, TELEGRAM)
LOST = literal("That list cannot be made at the moment.")


async def make_list(site: Site, about: str) -> bytes:
    if about == "nothing":
        raise LookupError("nothing to make")
    return f"a list of {about}".encode()


async def make_picture(site: Site, about: str) -> bytes:
    if about == "nothing":
        raise LookupError("nothing to make")
    return photograph()


@action(command="list")
async def bring(context: Context, about: str) -> None:
    document = Document("list.txt", Made("tests.list", about, LOST))
    await context.say(literal(f"The list of {about}"), [[again.button(literal("Away"))]], document)


@action(command="picture")
async def paint(context: Context, about: str) -> None:
    await context.say(literal("A picture"), picture=Made("tests.picture", about, LOST))


@action()
async def again(context: Context) -> None:
    await context.show(literal("It is gone."))


MAKING = Feature(
    name="test_documents",
    sentence="Makes things.",
    actions=(bring, paint, again),
    makes={"tests.list": make_list, "tests.picture": make_picture},
)


@pytest.mark.parametrize("door", DOORS)
async def test_a_file_arrives_with_its_name_its_words_and_a_way_home(tmp_path: Path, door: str) -> None:
    async with open_street(tmp_path, [*FEATURES, MAKING]) as street:
        aygul = await street.arrives("Aygul", door, "en")
        await aygul.says("/list tools")
        heard = await aygul.hears("The list of tools")
        assert heard.kind == "document"
        assert await aygul.file_of(heard) == ("list.txt", b"a list of tools")
        assert len(heard.labels) == 3


@pytest.mark.parametrize("door", DOORS)
async def test_a_press_under_a_file_may_put_words_in_its_place(tmp_path: Path, door: str) -> None:
    async with open_street(tmp_path, [*FEATURES, MAKING]) as street:
        aygul = await street.arrives("Aygul", door, "en")
        await aygul.says("/list tools")
        await aygul.presses("Away")
        assert (await aygul.last()).words == "It is gone."
        await aygul.hears_nothing_of("The list of tools")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("command", ["/list nothing", "/picture nothing"])
async def test_what_cannot_be_made_is_said(tmp_path: Path, door: str, command: str) -> None:
    async with open_street(tmp_path, [*FEATURES, MAKING]) as street:
        aygul = await street.arrives("Aygul", door, "en")
        await aygul.says(command)
        last = await aygul.last()
        assert (last.kind, last.words) == ("text", "That list cannot be made at the moment.")
        assert last.labels


@pytest.mark.parametrize("door", DOORS)
async def test_a_picture_is_made_when_it_leaves(tmp_path: Path, door: str) -> None:
    async with open_street(tmp_path, [*FEATURES, MAKING]) as street:
        aygul = await street.arrives("Aygul", door, "en")
        await aygul.says("/picture tools")
        assert (await aygul.hears("A picture")).kind == "photo"
