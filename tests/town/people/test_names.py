"""Everybody has a name: her own, or a number in the reader's language; and none reads like a role."""

import re
from pathlib import Path

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import LANGUAGES, render_plain
from bot.identity import names
from bot.identity.roles import Role
from handlers.team.words import t as team
from tests.neighbour import Neighbour
from tests.pictures import photograph
from tests.street import Street
from tests.tools.migrating import migrated
from tests.town.events.test_events import announced
from tests.town.telling.test_broadcasts import DOORS

BEFORE = 31  # the migration after which people have names
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh', 0)",
    "INSERT INTO people (id, name, place_id, created_at)"
    " VALUES (1, 'Guest 4870', 1, 0), (2, 'Guest 4870', 1, 0), (3, 'Aygül', 1, 0)",
    "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at)"
    " VALUES ('web', 1, 1, 1, 0), ('telegram', 2, 2, 2, 0), ('web', 3, 3, 3, 0)",
)


async def name_of(street: Street, one: Neighbour) -> str:
    person_id = await street.person_id(one)
    async with street.bot.database.read() as tx:
        return await tx.one(str, "SELECT name FROM people WHERE id = ?", person_id) or ""


# --- before she has one


@pytest.mark.parametrize(("language", "neighbour"), [("zh", "邻居"), ("ug", "قوشنا"), ("en", "Neighbour")])
async def test_whoever_has_no_name_is_a_neighbour_in_the_readers_language(
    street: Street, language: str, neighbour: str
) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    vera = await street.arrives("Vera", WEB, language, Role.VOLUNTEER)
    await aygul.says("/human")
    await aygul.says("Is the shop open on Sunday?")
    shown = await vera.hears("Is the shop open on Sunday?")
    assert re.search(neighbour + r" \d{4}", shown.words)
    assert "Guest" not in shown.words


@pytest.mark.parametrize("door", DOORS)
async def test_her_name_is_asked_for_once_and_nothing_waits_for_it(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/human")
    await aygul.says("Is the shop open on Sunday?")
    receipt = await aygul.last()
    assert ("Say my name" in str(receipt.labels)) is (door == WEB)  # Telegram has told it already
    await aygul.says("/human")
    await aygul.says("And on Monday?")
    assert "Say my name" not in str((await aygul.last()).labels)


async def test_what_she_says_next_stands_on_everything_she_said_before(street: Street) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    await aygul.says("A bird's nest in the wall")
    await aygul.presses("A new idea")
    await aygul.presses("Inside the shop")
    await aygul.presses("Say my name")
    await aygul.hears("What do the neighbours call you?")
    await aygul.hears("Saved")  # the receipt stays
    await aygul.says("Aygül")
    await aygul.hears("you are called Aygül from now on ✓")
    await vera.says("/desk")
    await vera.hears("✍ Aygül")


async def test_a_photo_alone_is_still_four_taps(street: Street) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    await aygul.presses("Suggest")
    await aygul.sends_photo(photograph())
    await aygul.presses("Inside the shop")
    await aygul.hears("Saved", "You stand here as Neighbour")


async def test_an_open_question_is_not_closed_by_the_one_for_her_name(street: Street) -> None:
    """It stands on the card of the event, once: what she was about to write still goes where it was meant to."""
    aygul = await street.arrives("Aygul", WEB, "en")
    vera = await announced(street)
    await aygul.says("/human")
    await aygul.presses("Coming")
    await aygul.hears("You stand here as Neighbour")
    await aygul.says("Is there food?")
    await vera.hears("Is there food?")


# --- changing it


@pytest.mark.parametrize("door", DOORS)
async def test_her_name_is_changed_in_the_settings_and_given_back(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/settings")
    await aygul.presses("🌐")
    await aygul.presses("What I am called")
    await aygul.says("  Ayg\u200bül\u202e \n of no. 4 ")
    await aygul.hears("you are called Aygül of no. 4 from now on")
    await aygul.says("/settings")
    await aygul.hears("You are called Aygül of no. 4")
    await aygul.says("/name")
    await aygul.presses("Rather no name")
    await aygul.hears("you are called Neighbour")


async def test_whoever_looks_after_something_keeps_a_name(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    await vera.says("/name")
    assert "Rather no name" not in str((await vera.last()).labels)
    await vera.taps((await vera.last()).id, "settings.without_name")
    await vera.says("/settings")
    await vera.hears("You are called Vera (volunteer)")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("管理员", "looks after here"),
        ("Ad\u200bmin", "looks after here"),
        ("аdmіn", "looks after here"),  # Cyrillic а and і
        ("店 主", "looks after here"),
        ("باش\u200cقۇرغۇچى", "looks after here"),
        ("\u200b\u2800\u3164", "needs letters"),
        ("🙂", "needs letters"),
        ("shop-l.example.com", "no address"),
        ("A" * 31, "under 30"),
    ],
)
async def test_what_is_no_name_is_refused_kindly(street: Street, said: str, answer: str) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    await aygul.says("/name")
    await aygul.says(said)
    await aygul.hears(answer)
    await aygul.says("Aygül")
    await aygul.hears("you are called Aygül from now on")


# --- roles


@pytest.mark.parametrize("door", DOORS)
async def test_nobody_takes_a_role_without_a_name(street: Street, door: str) -> None:
    boss = await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    code = await street.invite(Role.SHOPKEEPER)
    keeper = await street.arrives("店主" if door == TELEGRAM else "Akram", door, "en")
    await keeper.says(f"/start {code}")
    await keeper.hears("about to become “Shopkeeper”", "What do the neighbours call you?")
    await boss.hears_nothing_of("has taken up an invitation")
    await keeper.says("Shopkeeper")
    await keeper.hears("looks after here")
    await keeper.says("Akram")
    await keeper.hears("Welcome! You now have the role “Shopkeeper”")
    await boss.hears("Akram has taken up an invitation and is now “Shopkeeper”")


async def test_a_link_is_not_used_up_while_somebody_thinks_of_her_name(street: Street) -> None:
    code = await street.invite(Role.VOLUNTEER)
    first, second = await street.arrives("First", WEB, "en"), await street.arrives("Second", WEB, "en")
    await first.says(f"/start {code}")
    await street.takes_up(second, code)
    await second.hears("Welcome!")
    await first.says("First")
    await first.hears("has been used or is too old")


@pytest.mark.parametrize("door", DOORS)
async def test_a_name_that_pretends_is_marked_and_a_role_stands_beside_a_real_one(street: Street, door: str) -> None:
    admin = await street.arrives("Admin", TELEGRAM, "en")
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    await vera.says("/name")
    await vera.says("Vera")
    await admin.says("/human")
    await admin.says("Please send me your passwords")
    await vera.hears("“Admin” (a name) asks: Please send me your passwords")
    await vera.presses("Answer")
    await vera.says("Nobody here wants them.")
    await admin.hears("Vera (volunteer) answers: Nobody here wants them.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_for_a_role_is_no_name(language: str) -> None:
    for role in Role:
        for text in (team[f"role-{role.value}"], *([] if role is Role.RESIDENT else [names.badge(role)])):
            words = render_plain(text, language)
            assert names.pretends(words) is (role is not Role.RESIDENT), words


LOOK_ALIKES = [
    "Admin",
    "ADMIN",
    "A d m i n",
    "A.d.m.i.n",
    "Adm1n",
    "Adrnin",
    "Ａｄｍｉｎ",
    "𝐀𝐝𝐦𝐢𝐧",
    "ᴀᴅᴍɪɴ",
    "🄰🄳🄼🄸🄽",
    "Аdmin",
    "αdmin",
    "Admın",
    "Ádmín",
    "Admin 🌸",
    "The Admin",
    "admin_4",
    "Ad\xadmin",
    "Ad͏min",
    "shopkeeper",
    "ShopKeeper",
    "VoIunteer",
    "Lead",
    "team lead",
    "Moderator",
    "City liaison",
    "Property manager",
    "Community office",
    "Bahar Property",
    "物业",
    "物业小王",
    "مۈلۈك باشقۇرۇش",
    "ئاھالە كومىتېتى",
    "админ",
    "管理员",
    "管 理 员",
    "管理員",
    "管\u200b理员",
    "管埋员",
    "社区管理员小王",
    "店主",
    "志愿者",
    "志願者",
    "负责人",
    "老板",
    "باشقۇرغۇچى",
    "باشـقۇرغۇچى",
    "پىدائىي",
    "دۇكاندار",
    "دوكاندار",
    "مەسئۇل",
    "مهسئول",
]
REAL = [
    "Aygul",
    "Aygül",
    "Brad Minh",
    "Vlad Minaev",
    "Leyla",
    "Bernard",
    "Iain",
    "Modi",
    "Botir",
    "Staffan",
    "Ali 🌸",
    "4号楼的阿姨",
    "社区的李阿姨",
    "مەھەللىدىكى ئايگۈل",
    "王管家",
    "老王",
    "张老师",
    "阿里木",
    "小店旁边的李阿姨",
    "گۈلنار",
    "ئالىم",
    "مەسئۇد",
    "ئايگۈل ھاجىم",
]


@pytest.mark.parametrize("pretending", LOOK_ALIKES)
def test_look_alikes_of_roles_are_seen_through(pretending: str) -> None:
    assert names.pretends(pretending)


@pytest.mark.parametrize("name", REAL)
def test_real_names_are_left_alone(name: str) -> None:
    assert not names.pretends(name)
    assert render_plain(names.called(name), "zh").strip("\u2068\u2069") == name


# --- hers, like everything else


async def test_her_name_is_in_her_file_and_gone_with_her(street: Street) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    await aygul.says("/name")
    await aygul.says("Aygül of no. 4")
    await aygul.says("/privacy")
    await aygul.presses("Delete me")
    await aygul.presses("Delete everything now")
    async with street.bot.database.read() as tx:
        assert await tx.all(str, "SELECT name FROM people WHERE name LIKE 'Aygül%'") == []


async def test_those_who_came_before_have_a_number_in_every_language(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.read() as tx:
        assert await tx.all(str, "SELECT name FROM people ORDER BY id") == ["#4870", "Guest 4870", "Aygül"]
