"""Look-alikes, as neighbours meet them: in their own language, in another one, by a picture that came late."""

import statistics
from pathlib import Path

import pytest

from bot.database import connecting
from bot.database.migrations import migrate
from bot.identity.roles import Role
from handlers.ideas.lookalikes import embedding, scoring, stems
from handlers.ideas.store import lookalikes
from tests.street import Street
from tests.tools import likeness as measure
from tests.town.ideas.test_ideas import DOORS, photo, published, suggests


@pytest.fixture(autouse=True)
def words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """These stories hold without the optional model, wherever they run; test_meaning.py has the others."""
    monkeypatch.setattr(embedding, "MODEL", "")


WISHES = {
    "zh": "自行车老被偷，装个摄像头吧",
    "ug": "ۋېلىسىپىت ئوغرىلىنىپ كېتىۋاتىدۇ، كامېرا ئورنىتىڭلار",
    "en": "Bikes get stolen here, please put up a camera",
}
INSIDE = {"zh": "店里", "ug": "دۇكان ئىچى", "en": "Inside the shop"}
ALIKE = {"zh": "差不多的建议", "ug": "ئوخشايدۇ", "en": "may say the same"}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("first", "second"), [("ug", "zh"), ("zh", "ug"), ("en", "ug"), ("ug", "en"), ("en", "zh")])
async def test_a_twin_in_another_language_is_found(street: Street, door: str, first: str, second: str) -> None:
    aygul = await street.arrives("Aygul", language=first)
    await published(street, aygul, "自行车没地方停", INSIDE[first])
    await published(street, aygul, WISHES[first], INSIDE[first])
    bahar = await street.arrives("Bahar", door, second)
    await suggests(bahar, WISHES[second], INSIDE[second])
    await bahar.hears(ALIKE[second], "/2")
    await bahar.presses("2")
    await bahar.hears("👍 1")


@pytest.mark.server
async def test_twins_are_found_on_either_database(any_street: Street) -> None:
    aygul = await any_street.arrives("Aygul", language="ug")
    await published(any_street, aygul, WISHES["ug"], INSIDE["ug"])
    bahar = await any_street.arrives("Bahar", "telegram")
    await suggests(bahar, WISHES["zh"])
    await bahar.hears("差不多的建议", "/1")
    await bahar.presses("我的不一样")
    await bahar.hears("已保存", "2 号")


async def test_something_else_is_saved_without_a_question(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await suggests(aygul, "A bench under the tree")
    bahar = await street.arrives("Bahar", language="en")
    await suggests(bahar, "A lamp near the tree", INSIDE["en"])
    await bahar.hears("Saved", "no. 2")


async def test_nothing_is_merged_by_machine(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, WISHES["zh"])
    bahar = await street.arrives("Bahar")
    await suggests(bahar, WISHES["zh"])
    await bahar.presses("我的不一样")
    await bahar.hears("已保存", "2 号")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM ideas WHERE merged_into IS NOT NULL") == 0


async def test_a_dropped_draft_is_filed_nowhere(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says(WISHES["zh"])
    await aygul.presses("没事，不发了")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_grams") == 0


async def test_ideas_filed_by_an_older_glossary_are_read_again(street: Street) -> None:
    aygul = await street.arrives("Aygul", language="ug")
    await published(street, aygul, WISHES["ug"], INSIDE["ug"])
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM idea_grams")
        await tx.run("UPDATE ideas SET grams = '', read_as = ''")
    await street.later(minutes=1)
    bahar = await street.arrives("Bahar")
    await suggests(bahar, WISHES["zh"])
    await bahar.hears("差不多的建议", "/1")


@pytest.mark.parametrize("door", DOORS)
async def test_a_photo_twin_that_shows_late_stands_on_the_teams_card(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, role=Role.VOLUNTEER)
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.sends_photo(photo(3))
    await aygul.presses("店里")
    bahar = await street.arrives("Bahar", door)
    await suggests(bahar, "门口放长椅")
    await bahar.hears("2 号")
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    await volunteer.presses("问提出的人")
    await volunteer.says("有照片吗？")
    await bahar.presses("回答")
    await bahar.sends_photo(photo(3))
    await bahar.hears_nothing_of("照片很像")
    await volunteer.presses("处理这条")
    await volunteer.hears("可能和 /1 说的是同一件事")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("把洞口筑成鸟巢的形状", "تامدىكى تۆشۈكنى قۇش ئۇۋىسى شەكلىدە ياساش"),
        ("把洞口筑成鸟巢的形状", "Make the hole in the wall into a bird's nest"),
        ("门口放一张长椅", "希望在店门口加一把长椅"),
        ("門口放一張長椅", "门口放一张长椅"),
        ("ئىشىك ئالدىغا ئورۇندۇق قويايلى", "A bench by the door, please"),
    ],
)
def test_the_same_wish_in_other_words_is_alike(one: str, other: str) -> None:
    assert score(one, other) >= scoring.ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("把洞口筑成鸟巢的形状", "门口放一张长椅"),
        ("A bench under the tree", "A lamp near the tree"),
        ("", "鸟巢"),
        ("希望可以", "能不能"),
    ],
)
def test_different_wishes_are_not_alike(one: str, other: str) -> None:
    assert score(one, other) < scoring.ALIKE


def score(one: str, other: str) -> float:
    return scoring.score(scoring.grams(one), sorted(scoring.grams(other)), scoring.Board())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بالا", "بالىلارنىڭ"),
        ("ھويلا", "ھويلىدىكى"),
        ("دەرەخ", "دەرىخى"),
        ("كىتاب", "كىتابلارنى"),
        ("shelf", "shelfs"),
        ("swing", "swings"),
        ("party", "parties"),
        ("stop", "stopped"),
    ],
)
def test_a_word_and_its_endings_have_one_stem(one: str, other: str) -> None:
    assert stems.stem(stems.folded(one)) == stems.stem(stems.folded(other))


def test_there_are_enough_pairs_and_their_halves_share_none() -> None:
    pairs = measure.pairs()
    tune = {words for pair in pairs if pair.half != "test" for words in (pair.one, pair.other)}
    test = {words for pair in pairs if pair.half == "test" for words in (pair.one, pair.other)}
    assert len([pair for pair in pairs if pair.half == "test"]) >= 60
    assert {pair.languages for pair in pairs} == {*measure.SAME, *measure.ACROSS}
    assert not tune & test


def test_authors_are_shown_most_twins_and_little_else_on_a_board_of_three_hundred() -> None:
    """Of the half that the thresholds were chosen on; docs/lookalikes.md has the other one."""
    within = [
        pair for pair in measure.pairs(measure.UNSEEN) if pair.half == "open" and pair.languages in measure.SAME
    ]
    asked = measure.asked(within, 300)
    assert asked.searches == 120
    assert asked.shown >= 0.7 * asked.searches, str(asked)
    assert asked.else_ <= 0.1 * asked.searches, str(asked)
    assert asked.alone <= 0.3 * asked.searches, str(asked)


def test_the_threshold_follows_the_size_of_the_board() -> None:
    assert [scoring.worth_asking([0.3, 0.1], ideas) for ideas in (3, 20, 300, 3000)] == [0, 1, 1, 1]
    assert [scoring.worth_asking([0.24, 0.1], ideas) for ideas in (3, 20, 300, 3000)] == [0, 1, 0, 0]
    assert scoring.worth_asking([0.4, 0.39], 300) == 0  # nothing stands out
    assert scoring.worth_asking([0.6, 0.55, 0.2], 300) == 2
    assert scoring.worth_asking([], 300) == 0


async def test_look_alikes_are_found_among_ten_thousand_ideas_in_time(tmp_path: Path) -> None:
    """Promised: half of the searches within 30 ms; three times that here, because this machine may be busy."""
    database = connecting.connect(f"sqlite:///{tmp_path / 'nestbox.db'}")
    await database.open()
    await migrate(database)
    here = measure.street()
    place_id = await measure.fill(database, here)
    took: list[float] = []
    found = 0
    for search in here.searches[::4]:
        found += search.twin in await measure.real(
            database, place_id, search.idea, lookalikes.candidates, measure.FIRST, took
        )
    await database.close()
    assert statistics.median(took) < 30 * 3
    assert found > len(took) / 3, "whoever changes how words are compared looks at docs/lookalikes.md first"
