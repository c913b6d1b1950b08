"""Relays: a lead lets the news reach a group or an app, sees that it arrives, and nobody sees the secret again."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from bot.outbox.rate_limits import GROUP_LIMIT, Pace
from handlers import FEATURES
from tests import telegram_server
from tests.neighbour import ISOLATES, Neighbour, OnTelegram
from tests.outside import Outside, open_outside
from tests.street import Street, open_street
from tests.telegram_server import Fault, Kind, Person
from tests.telegram_server.world import Chat
from tests.town.events.test_events import announced, opens_team_menu
from tests.town.telling.test_digests import DAY, TUESDAY
from tests.town.walks.test_twice import presses_twice

DOORS = ("web", "telegram")
TOKEN = "token-of-the-test"
WECOM = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={TOKEN}"
DINGTALK = f"https://oapi.dingtalk.com/robot/send?access_token={TOKEN}"
FEISHU = f"https://open.feishu.cn/open-apis/bot/v2/hook/{TOKEN}"
NTFY = "https://ntfy.example.org/our-topic"
MATRIX = "matrixs://bot:password-of-the-test@matrix.example.org/#room:matrix.example.org"
MAIL = "mailtos://anna:password-of-the-test@example.org?smtp=smtp.example.org&mode=ssl&to=team@example.org"
GROUP, SUPERGROUP = -4001, -1001234567890


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    async with open_outside(tmp_path) as opened:
        yield opened


@pytest.fixture
async def street(tmp_path: Path, outside: Outside) -> AsyncIterator[Street]:
    async with open_street(tmp_path, FEATURES, deliver=outside.deliver) as opened:
        yield opened


@pytest.fixture
async def any_street(tmp_path: Path, outside: Outside, street_url: str) -> AsyncIterator[Street]:
    async with open_street(tmp_path, FEATURES, street_url, deliver=outside.deliver) as opened:
        yield opened


async def lead_of(street: Street, door: str = "web", language: str = "en") -> Neighbour:
    return await street.arrives("Leyla", door, language, Role.LEAD)


async def adds(lead: Neighbour, kind: str, service: str, address: str) -> None:
    await lead.says("/relays")
    await lead.presses("Add one")
    await lead.presses(kind)
    await lead.presses(service)
    await lead.says(address)
    await lead.street.tick()  # type: ignore[attr-defined]


ROBOT, ADDRESS = "WeCom, DingTalk or Feishu group", "E-mail, Matrix or ntfy"


@pytest.mark.parametrize("door", DOORS)
async def test_a_lead_sets_up_a_robot_sees_the_test_arrive_and_events_go_there(
    any_street: Street, outside: Outside, door: str, secret: Callable[[str], str]
) -> None:
    street = any_street
    lead = await lead_of(street, door)
    await lead.says("/team")
    await lead.presses("More for leads")
    await lead.presses("Where else news goes")
    await lead.hears("Nothing is set up yet")
    await lead.presses("Add one")
    await lead.presses(ROBOT)
    await lead.presses("WeCom")
    await lead.hears("copy the webhook address")
    before = len(await lead.screen())
    await lead.says(WECOM.replace(TOKEN, secret(TOKEN)))
    await street.tick()
    result = await lead.hears("The test has arrived")
    assert outside.robots.messages[0].startswith("L 店\n👋 A test from L 店")
    # The message with the secret is gone, and the result stands where "testing" stood.
    screen = await lead.screen()
    assert len(screen) == before + 1
    assert not [one for one in screen if TOKEN in one.words]
    assert result.id == screen[-1].id
    await lead.presses("See this one")
    shown = await lead.hears("WeCom: qyapi.weixin.qq.com …test", "It works", "It gets: events · the week in short")
    assert shown.labels[:3] == ["📋 What it gets", "📨 Send a test", "🗑 Remove"]

    await announced(street, door=door)
    assert "社区秋日会" in outside.robots.messages[1]
    assert "http://nestbox.test/#event-" in outside.robots.messages[1]

    async with street.bot.database.read() as tx:
        sealed = await tx.one(str, "SELECT secret FROM relays")
    assert sealed is not None
    assert TOKEN not in sealed


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("kind", "service", "address", "name"),
    [
        (ROBOT, "DingTalk", DINGTALK, "robots"),
        (ROBOT, "Feishu", FEISHU, "robots"),
        (ADDRESS, "E-mail", MAIL, "mail"),
        (ADDRESS, "Matrix", MATRIX, "matrix"),
        (ADDRESS, "ntfy", NTFY, "ntfy"),
    ],
    ids=["dingtalk", "feishu", "email", "matrix", "ntfy"],
)
async def test_every_service_is_set_up_in_the_same_few_taps(
    street: Street, outside: Outside, door: str, kind: str, service: str, address: str, name: str
) -> None:
    lead = await lead_of(street, door)
    await adds(lead, kind, service, address)
    await lead.hears("The test has arrived")
    assert len(getattr(outside, name).messages) == 1
    assert not [one for one in await lead.screen() if "-of-the-test" in one.words]


@pytest.mark.parametrize("door", DOORS)
async def test_a_changed_date_and_a_cancellation_go_there_too(street: Street, outside: Outside, door: str) -> None:
    lead = await lead_of(street, door)
    await adds(lead, ROBOT, "WeCom", WECOM)
    maker = await announced(street, door=door)
    await opens_team_menu(maker)
    await maker.presses("修改")
    await maker.presses("时间")
    await maker.says("11月29日 19:00")
    await street.later(minutes=11)
    assert "社区秋日会" in outside.robots.messages[-1]
    assert "Sun, Nov 29, 19:00 Beijing time" in outside.robots.messages[-1]
    told = len(outside.robots.messages)
    assert told == 3
    await opens_team_menu(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("❌ 取消活动并通知")
    await street.tick()
    assert "下大雪" in outside.robots.messages[-1]


@pytest.mark.parametrize("door", DOORS)
async def test_a_lead_chooses_what_it_gets_and_removes_it(street: Street, outside: Outside, door: str) -> None:
    lead = await lead_of(street, door)
    await adds(lead, ROBOT, "WeCom", WECOM)
    await lead.presses("See this one")
    await lead.presses("What it gets")
    assert (await lead.last()).labels[:3] == [
        "▫ The team's digest, daily",
        "✓ Events: new, moved, called off",
        "✓ The week in short",
    ]
    await presses_twice(street, lead, "✓ Events")
    await presses_twice(street, lead, "The week in short")
    assert (await lead.last()).labels[1].startswith("▫ Events")
    await lead.presses("Back")
    await lead.hears("It gets nothing at present")
    await announced(street, door=door)
    assert len(outside.robots.messages) == 1
    await lead.presses("Remove")
    await lead.presses("Yes, remove it")
    await lead.hears("Removed")
    await lead.presses("See where news goes")
    await lead.hears("Nothing is set up yet")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM relay_posts") == 0


@pytest.mark.parametrize("door", DOORS)
async def test_a_refusal_is_said_with_what_to_do_and_the_test_is_sent_again(
    street: Street, outside: Outside, door: str
) -> None:
    lead = await lead_of(street, door)
    outside.robots.keyword = "鸟巢"
    await adds(lead, ROBOT, "DingTalk", DINGTALK)
    await lead.hears("The test has not arrived", "wants a keyword", "310000")
    await announced(street)
    assert not outside.robots.messages  # nothing goes there before a test has arrived
    outside.robots.keyword = ""
    await lead.presses("See this one")
    await lead.hears("The test has not arrived yet", "wants a keyword")
    await lead.presses("Send a test")
    await street.tick()
    await lead.hears("The test has arrived")


@pytest.mark.parametrize("door", DOORS)
async def test_a_private_or_foreign_address_is_refused_and_not_kept(
    street: Street, outside: Outside, door: str
) -> None:
    lead = await lead_of(street, door)
    await adds(lead, ADDRESS, "ntfy", "https://169.254.169.254/latest-secret")
    await lead.hears("leads into a private network")
    await lead.says("https://localhost/latest-secret")
    await lead.says("ntfys://ntfy.example.org/x?attach=/etc/passwd-secret")
    await lead.hears("has parts that I do not use")
    await lead.says("what shall I paste secret?")
    await lead.hears("could not read this address")
    outside.addresses["127.0.0.1.nip.io"] = [[("127.0.0.1", 443)]]
    await lead.says("https://127.0.0.1.nip.io/latest-secret")
    await street.tick()
    await lead.hears("The test has not arrived", "leads into a private network", "forgotten")
    assert not [one for one in await lead.screen() if "secret" in one.words and "topic" not in one.words]
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM relays") == 0
    await lead.presses("See where news goes")
    await lead.hears("Nothing is set up yet")


@pytest.mark.parametrize("door", DOORS)
async def test_a_name_that_turns_private_later_ends_the_relay(street: Street, outside: Outside, door: str) -> None:
    lead = await lead_of(street, door)
    await adds(lead, ADDRESS, "ntfy", NTFY)
    outside.addresses["ntfy.example.org"] = [[("10.0.0.7", 443)]]
    await announced(street)
    await street.tick()
    await lead.hears("Nothing is sent to ntfy", "leads into a private network")
    async with street.bot.database.read() as tx:
        assert await tx.one(lambda secret: secret, "SELECT secret FROM relays") is None
    await lead.says("/relays")
    await lead.presses("ntfy: ntfy.example.org …pic")
    await lead.hears("so nothing is sent there")


async def test_only_leads_see_relays_and_nobody_reaches_those_of_another_place(street: Street) -> None:
    lead = await lead_of(street, "telegram")
    await adds(lead, ROBOT, "WeCom", WECOM)
    for role in (Role.VOLUNTEER, Role.SHOPKEEPER, Role.LIAISON, Role.RESIDENT):
        other = await street.arrives("Other", "telegram", "en", role)
        await other.says("/relays")
        await other.hears("for others here")
        await other.taps((await other.last()).id, "relays.remove:1")
        await other.taps((await other.last()).id, "relays.test:1")
    for forged in ("relays.remove:99", "relays.get:99:team:0", "relays.get:1:secret:1", "relays.paste:telegram"):
        await lead.taps((await lead.last()).id, forged)
    await lead.says("/relays")
    await lead.hears("WeCom: qyapi.weixin.qq.com …test")


async def test_there_are_never_too_many_and_each_can_be_chosen(street: Street) -> None:
    lead = await lead_of(street, "telegram")
    for _ in range(12):
        await adds(lead, ROBOT, "WeCom", WECOM)
    await lead.says("/relays")
    assert not any("Add one" in label for label in (await lead.last()).labels)
    await lead.presses("Choose one")
    await lead.presses("More")
    assert len((await lead.last()).labels) <= 6
    await lead.says("/relays")
    message = await lead.last()
    await lead.taps(message.id, "relays.paste:wecom")
    assert any("already 12" in toast for toast in await lead.toasts())


# Telegram groups


def in_group(one: Neighbour, chat: Chat) -> Person:
    assert isinstance(one, OnTelegram)
    return one.person.in_chat(chat)


def heard_in(street: Street, chat: Chat) -> list[str]:
    somebody = telegram_server.person(street.telegram, 1)
    return list(somebody.in_chat(chat).heard())


async def bound_group(street: Street, volunteer: Neighbour) -> Chat:
    assert isinstance(volunteer, OnTelegram)
    chat = telegram_server.group(street.telegram, GROUP, "团队群", volunteer.person)
    in_group(volunteer, chat).says("/bind@nestbox_test_bot")
    await street.settle()
    return chat


async def test_a_volunteer_binds_the_teams_group_and_events_and_the_digest_go_there(any_street: Street) -> None:
    street = any_street
    lead = await lead_of(street)
    volunteer = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul")
    chat = await bound_group(street, volunteer)
    assert "hears the news of L 店" in heard_in(street, chat)[-1]
    await lead.hears("Vera has let the Telegram group “团队群” hear our news")
    await announced(street)
    assert "社区秋日会" in heard_in(street, chat)[-1]
    button = [one for one in in_group(volunteer, chat).transcript() if one.from_bot][-1].buttons[0][0]
    assert "?start=event-" in button.url
    await aygul.says("/suggest")
    await aygul.says("把墙上的洞做成鸟巢")
    await aygul.presses("店里")
    await street.until(TUESDAY)
    assert "for the team today" in heard_in(street, chat)[-1]
    count = len(heard_in(street, chat))
    await street.later(minutes=5)
    assert len(heard_in(street, chat)) == count
    await street.until(TUESDAY + DAY)
    assert len(heard_in(street, chat)) == count + 1


async def test_the_residents_week_goes_to_the_group_that_asked_for_it(street: Street) -> None:
    lead = await street.arrives("Leyla", TELEGRAM, "en", Role.LEAD)
    keeper = await street.arrives("Rena", role=Role.SHOPKEEPER)
    chat = await bound_group(street, lead)
    await lead.says("/relays")
    await lead.presses("Telegram group: 团队群")
    await lead.presses("What it gets")
    await lead.presses("▫ The week in short")
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.says("把墙上的洞做成鸟巢")
    await aygul.presses("店里")
    await lead.says("/desk")
    await lead.presses("Put it on the board")
    await keeper.says("/1")
    await keeper.presses("答复")
    await keeper.presses("✅ 同意")
    await street.until(TUESDAY + timedelta(days=5, hours=9, minutes=30))  # Sunday, 19:00 in Beijing
    assert "you said, we did" in heard_in(street, chat)[-1]
    assert "鸟巢" in heard_in(street, chat)[-1]
    count = len(heard_in(street, chat))
    await street.later(hours=2)
    assert len(heard_in(street, chat)) == count


async def test_only_the_team_binds_and_other_chatter_is_neither_answered_nor_kept(
    street: Street, secret: Callable[[str], str]
) -> None:
    volunteer = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Aygul", TELEGRAM, "en")
    stranger = await street.neighbour("Stranger", TELEGRAM, "en")
    assert isinstance(volunteer, OnTelegram)
    chat = telegram_server.group(street.telegram, GROUP, "邻居群", volunteer.person)
    for one in (resident, stranger):
        in_group(one, chat).says("/bind")
        await street.settle()
        assert "A volunteer or lead" in heard_in(street, chat)[-1]
    in_group(resident, chat).says("/help")
    await street.settle()
    assert "our private chat" in heard_in(street, chat)[-1]
    quiet = len(heard_in(street, chat))
    for words in (secret("the lamp at the door"), "/suggest", "/bind@other_bot", "/start", "/27", "bind"):
        in_group(resident, chat).says(words)
    in_group(resident, chat).sends_sticker()
    in_group(resident, chat).edits(1, "/bind")
    await street.tick()
    assert len(heard_in(street, chat)) == quiet
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM relays") == 0
        assert await tx.one(int, "SELECT count(*) FROM identities") == 2  # the stranger is nobody's business
        assert await tx.one(int, "SELECT count(*) FROM kept_aside") == 0


async def test_a_group_is_bound_once_and_let_go_by_its_team(street: Street) -> None:
    volunteer = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    resident = await street.arrives("Aygul", TELEGRAM, "en")
    chat = await bound_group(street, volunteer)
    for one, words, answer in (
        (volunteer, "/bind", "already hears"),
        (resident, "/unbind", "A volunteer or lead"),
        (resident, "/help", "/unbind ends it"),
        (volunteer, "/unbind", "hears no more news"),
        (volunteer, "/unbind", "hears no news from me"),
    ):
        in_group(one, chat).says(words)
        await street.settle()
        assert answer in heard_in(street, chat)[-1]
    count = len(heard_in(street, chat))
    await announced(street)
    assert len(heard_in(street, chat)) == count


async def test_a_lead_tests_a_group_and_what_is_pressed_there_does_nothing(street: Street) -> None:
    lead = await street.arrives("Leyla", TELEGRAM, "en", Role.LEAD)
    chat = await bound_group(street, lead)
    await lead.says("/relays")
    await lead.presses("Telegram group: 团队群")
    await lead.hears("It gets: the team's digest · events")
    await lead.presses("Send a test")
    await lead.hears("Can you see it there?")
    assert "A test from L 店" in heard_in(street, chat)[-1]
    member = in_group(lead, chat)
    message = [one for one in chat.messages.values() if one.from_bot][-1]
    member.taps(message, "relays.remove:1")
    await street.settle()
    await lead.says("/relays")
    await lead.hears("团队群")


@pytest.mark.parametrize("how", ["announced", "by the next message"])
async def test_a_group_that_puts_us_out_is_let_go_and_the_lead_hears(street: Street, how: str) -> None:
    lead = await lead_of(street)
    volunteer = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    assert isinstance(volunteer, OnTelegram)
    chat = await bound_group(street, volunteer)
    if how == "announced":
        telegram_server.kick(street.telegram, chat, volunteer.person)
    else:
        chat.closed = "Forbidden: bot was kicked from the group chat"
        await announced(street)
    await street.tick()
    await lead.hears("I am no longer in this group", "团队群")
    await lead.says("/relays")
    await lead.hears("Nothing is set up yet")


@pytest.mark.parametrize("order", ["both messages", "the new one first", "only by the error"])
async def test_a_group_that_becomes_a_supergroup_takes_its_news_along(any_street: Street, order: str) -> None:
    street = any_street
    volunteer = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    assert isinstance(volunteer, OnTelegram)
    chat = await bound_group(street, volunteer)
    new = Chat(SUPERGROUP, {"id": SUPERGROUP, "type": "supergroup", "title": "团队群"})
    street.telegram.world.chats[SUPERGROUP] = new
    services = [
        (in_group(volunteer, chat), {"migrate_to_chat_id": SUPERGROUP}),
        (in_group(volunteer, new), {"migrate_from_chat_id": GROUP}),
    ]
    if order == "the new one first":
        services.reverse()
    if order != "only by the error":
        for who, content in services:
            who.sends(content)
            await street.settle()
    chat.migrated_to = SUPERGROUP
    maker = await announced(street)
    assert sum("社区秋日会" in words for words in heard_in(street, new)) == 1
    if order == "only by the error":
        for who, content in services:
            who.sends(content)
        await street.settle()
    await maker.hears("已发布")
    assert await _places_of(street, str(GROUP)) == []


async def _places_of(street: Street, needle: str) -> list[str]:
    """Every column of every table where the words still stand."""
    async with street.bot.database.read() as tx:
        if street.bot.database.dialect == "postgres":
            columns = await tx.all(
                lambda *row: row,
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'",
            )
        else:
            tables = await tx.all(
                str, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
            columns = [
                (table, column)
                for table in tables
                for column in await tx.all(str, f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608 names of ours
            ]
        found = []
        for table, column in columns:
            sql = f'SELECT count(*) FROM "{table}" WHERE CAST("{column}" AS TEXT) LIKE ?'  # noqa: S608 names of ours
            if await tx.one(int, sql, f"%{needle}%"):
                found.append(f"{table}.{column}")
    return found


async def test_no_more_than_twenty_a_minute_go_into_a_group(street: Street) -> None:
    """As the outbox asks before a post leaves; a street for tests has no pace of its own."""
    pace = Pace(street.clock)
    for _ in range(GROUP_LIMIT):
        assert pace.wait_for_chat(GROUP) == 0
        pace.note(GROUP, bulk=False)
    assert pace.wait_for_chat(GROUP) > 50


async def test_news_for_a_flooded_group_waits_and_arrives_once(street: Street) -> None:
    volunteer = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    chat = await bound_group(street, volunteer)
    street.telegram.faults.add(Fault(Kind.FLOOD, method="sendMessage", chat=GROUP, seconds=30))
    await announced(street)
    await street.later(seconds=31)
    assert sum("社区秋日会" in words for words in heard_in(street, chat)) == 1


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_it_is_told_in_the_language_of_who_set_it_up(street: Street, language: str) -> None:
    volunteer = await street.arrives("Vera", TELEGRAM, language, Role.VOLUNTEER)
    chat = await bound_group(street, volunteer)
    words = {"zh": "以后L 店的消息会发到本群", "ug": "خەۋەرلىرىنى ئاڭلايدۇ", "en": "now hears the news"}
    assert words[language] in heard_in(street, chat)[-1].translate(ISOLATES)
