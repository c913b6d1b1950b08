"""A greeting is greeted and thanks are welcome; neither becomes an idea. A new message after a pause begins anew."""

import pytest

from handlers.ideas.suggesting.small_talk import Said, is_question, small_talk
from tests.street import Street
from tests.town.ideas.test_ideas import DOORS, photo

GREETINGS = (
    "你好",
    "您好！",
    "大家好～",
    "早上好",
    "你好，在吗？",
    "嗨 👋",
    "晚上好啊",
    "新年快乐！",
    "Hello",
    "hi there!",
    "Good morning everyone",
    "hey",
    "How are you?",
    "ياخشىمۇسىز",
    "ياخشىمۇسىز؟",
    "ئەسسالامۇ ئەلەيكۇم!",
    "سالام",
    "ياخشىمۇ سىلەر",
    "ھېيتىڭىز مۇبارەك",
    "Yaxshimusiz",
    "yahximusiz?",
    "essalamu eleykum",
    "Assalamu alaykum",
    "salam hemmeylen",
    "salam",
)
THANKS = (
    "谢谢",
    "谢谢您！",
    "好的，谢谢",
    "收到",
    "辛苦了",
    "你好，谢谢",
    "謝謝",
    "Thanks!",
    "thank you very much",
    "ok thanks",
    "Thank you all 🙏",
    "رەھمەت",
    "كۆپ رەھمەت!",
    "رەھمەت سىزگە",
    "Rehmet",
    "kop rehmet",
    "köp rehmet",
    "rahmat sizge",
    "👍",
    "🙏🙏",
    "😊",
)
IDEAS = (
    "你好，门口放一张长椅",
    "门口放长椅",
    "好好修一下路",
    "谢谢墙",
    "早餐店",
    "Hello Kitty wall",
    "A bench, thanks",
    "a thank you card for the city",
    "hi-fi in the yard",
    "good lights",
    "salam kafé",
    "ياخشىمۇسىز، ئىشىك ئالدىغا ئورۇندۇق قويايلى",
    "سالامەتلىك ئۆيى",
    "رەھمەت تېمى",
    "yaxshi orunduq",
    "12",
    "早市",
    "可以种花",
    "行人道",
    "ok button on the door",
)


@pytest.mark.parametrize("words", GREETINGS)
def test_it_is_a_greeting(words: str) -> None:
    assert small_talk(words) is Said.GREETING


@pytest.mark.parametrize("words", THANKS)
def test_it_is_thanks(words: str) -> None:
    assert small_talk(words) is Said.THANKS


@pytest.mark.parametrize("words", IDEAS)
def test_it_is_neither(words: str) -> None:
    assert small_talk(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "店几点关门？",
        "有热水吗",
        "When do you open",
        "where is it",
        "قاچان ئاچىسىلەر؟",
        "qachan achisiler",
        "请问在哪里",
    ],
)
def test_it_is_a_question(words: str) -> None:
    assert is_question(words)


@pytest.mark.parametrize("words", ["门口放长椅", "A bench", "ئورۇندۇق قويايلى", "Whatever"])
def test_it_is_no_question(words: str) -> None:
    assert not is_question(words)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("language", "hello", "thanks", "greeted", "welcome"),
    [
        ("zh", "你好", "谢谢", "您好", "不客气"),
        ("ug", "ياخشىمۇسىز", "رەھمەت", "ياخشىمۇسىز", "ئەرزىمەيدۇ"),
        ("ug", "Yaxshimusiz", "rehmet", "ياخشىمۇسىز", "ئەرزىمەيدۇ"),
        ("en", "Hello!", "thanks", "Hello!", "Always glad"),
    ],
)
async def test_a_greeting_is_greeted_and_thanks_are_welcome(
    street: Street, door: str, language: str, hello: str, thanks: str, greeted: str, welcome: str
) -> None:
    one = await street.arrives("Aygul", door, language)
    await one.says(hello)
    assert greeted in (await one.last()).words
    await one.says(thanks)
    assert welcome in (await one.last()).words
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM ideas") == 0


async def test_thanks_while_an_idea_is_being_written_are_no_part_of_it(street: Street) -> None:
    one = await street.arrives("Aygul", language="en")
    await one.says("A bench by the door")
    await one.presses("A new idea")
    await one.says("thanks")
    await one.presses("Inside the shop")
    await one.hears("Saved", "A bench by the door")
    await one.hears_nothing_of("bench by the door\nthanks")
    await one.says("thank you!")
    await one.hears("Always glad")


@pytest.mark.parametrize("door", DOORS)
async def test_what_comes_after_a_quarter_of_an_hour_is_a_new_idea_and_the_old_one_is_kept(
    any_street: Street, door: str
) -> None:
    street = any_street
    one = await street.arrives("Aygul", door, "en")
    await one.says("A bench by the door")
    await one.presses("A new idea")
    await street.later(minutes=16)
    await one.sends_photo(photo(), "The lamp is broken")
    await one.hears("Thank you, it is kept safe", "“A bench by the door” is kept too, but not sent yet")
    await one.presses("A new idea")
    await one.presses("Inside the shop")
    await one.hears("Saved", "The lamp is broken")
    await one.says("/suggest")
    await one.hears("You had begun an idea", "A bench by the door")
    await one.presses("Go on with it")
    await one.presses("Inside the shop")
    await one.hears("no. 2", "A bench by the door")


async def test_a_press_is_no_pause(street: Street) -> None:
    one = await street.arrives("Aygul", language="en")
    await one.says("A bench")
    await street.later(minutes=14)
    await one.presses("A new idea")
    await street.later(minutes=14)
    await one.says("by the door")
    await one.presses("Inside the shop")
    await one.hears("Saved", "A bench", "by the door")


async def test_an_idea_after_a_question_is_not_glued_to_it(street: Street) -> None:
    one = await street.arrives("Aygul", language="en")
    await one.says("When do you open?")
    await one.says("A bench by the door")
    await one.hears("“When do you open?” is kept too")
    await one.presses("A new idea")
    await one.presses("Inside the shop")
    receipt = await one.hears("Saved", "A bench by the door")
    assert "open" not in receipt.words
    await one.says("More flowers")
    await one.says("Is there hot water?")
    await one.presses("A question to the team")
    await one.hears("Your question is kept")
