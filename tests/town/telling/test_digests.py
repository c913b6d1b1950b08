"""The daily digest: one message, three decisions answered in place, and never the same day twice."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import milliseconds
from bot.dialogue.context import Context, Where
from bot.dialogue.feature import Feature
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, literal
from bot.identity.roles import Role
from handlers import FEATURES, digests, welcome
from handlers.digests import jobs
from handlers.digests.rules import Kind
from handlers.digests.source import Answer, Decision, DigestPart, DigestSource
from tests.neighbour import Neighbour
from tests.pictures import photograph
from tests.street import FakeClock, Street, open_street

TUESDAY = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)  # 09:30 in Beijing, 07:30 in Urumqi
DAY = timedelta(days=1)


@dataclass
class Board:
    """Stands in for the ideas: what came in when, and what became of it."""

    came: list[datetime] = field(default_factory=list)
    open: dict[int, Text] = field(default_factory=dict)
    lines: tuple[Text, ...] = ()
    team_lines: tuple[Text, ...] = ()
    photos: tuple[tuple[int, str], ...] = ()
    answers: list[tuple[int, Answer, str]] = field(default_factory=list)
    broken: bool = False

    async def shop(self, notices: Notices, since: datetime) -> DigestPart:
        if self.broken:
            raise RuntimeError("the board fell over")
        decisions = tuple(Decision("board", one, str(one), text, one) for one, text in self.open.items())
        return DigestPart(sum(since < at <= notices.now for at in self.came), decisions, self.lines, self.photos)

    async def team(self, notices: Notices, since: datetime) -> DigestPart:
        return DigestPart(lines=self.team_lines)

    async def decide(self, context: Context, subject: int, answer: Answer, reason: str) -> Text:
        if subject not in self.open:
            raise Refusal(literal("this one is gone"))
        del self.open[subject]
        self.answers.append((subject, answer, reason))
        return literal(f"on record: {subject} {answer.value}")


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
async def street(tmp_path: Path, board: Board) -> AsyncIterator[Street]:
    async with open_street(tmp_path, features(board)) as opened:
        yield opened


def features(board: Board) -> tuple[Feature, ...]:
    home = replace(welcome.FEATURE, hears=_shrug)
    ours = Feature("board", "", (), offers=(DigestSource(board.shop, board.team, decide=board.decide),))
    return (home, digests.FEATURE, ours)


async def _shrug(context: Context, heard: object) -> None:
    await context.say(literal("nobody waits for this"), where=Where.ASIDE)


async def shopkeeper(street: Street, door: str = "web", language: str = "en") -> Neighbour:
    """Known to the digests since Monday noon."""
    one = await street.arrives("Rena", door, language, Role.SHOPKEEPER)
    await street.tick()
    return one


async def digests_of(one: Neighbour) -> int:
    return sum("new," in message.words for message in await one.screen())


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_a_yes_counts_with_one_tap_in_the_digest_itself(street: Street, board: Board, door: str) -> None:
    rena = await shopkeeper(street, door)
    board.came = [street.clock.now() + timedelta(hours=1)] * 3
    board.open = {27: literal("A bird's nest in the wall"), 28: literal("A bench")}
    await street.until(TUESDAY)
    digest = await rena.hears("3 new, 2 need you", "bird's nest")
    assert digest.labels[:4] == ["27 ✓", "27 but…", "27 try", "27 later"]
    before = len(await rena.screen())
    await rena.presses("27 ✓")
    assert board.answers == [(27, Answer.YES, "")]
    digest = await rena.hears("3 new, 1 needs you", "✓ Yes", "bird's nest", "A bench")
    assert not any(label.startswith("27") for label in digest.labels)
    assert any(label.startswith("28") for label in digest.labels)
    assert len(await rena.screen()) == before
    assert any("on record: 27 yes" in toast for toast in await rena.toasts())


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_a_no_needs_a_reason_and_the_digest_stays(street: Street, board: Board, door: str) -> None:
    rena = await shopkeeper(street, door)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    await rena.presses("27 later")
    question = await rena.hears("Why not now?", "A bird's nest")
    assert question.labels == ["🏠 Home", "❓ Help"]
    await rena.says("\u200b")
    await rena.hears("in a few words")
    assert not board.answers
    await rena.says("x" * 601)
    await rena.hears("under 600")
    assert not board.answers
    await rena.says("The plaster is wet until May")
    assert board.answers == [(27, Answer.LATER, "The plaster is wet until May")]
    await rena.hears("on record: 27 later")
    await rena.hears("nothing waits for you", "Not now", "A bird's nest")


async def test_trying_needs_no_reason_and_yes_but_needs_its_condition(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest"), 28: literal("A bench")}
    await street.until(TUESDAY)
    await rena.presses("27 try")
    await rena.presses("Just try it")
    await rena.hears("on record: 27 try")
    await rena.presses("28 but…")
    await rena.says("no nails")
    await rena.hears("on record: 28 but")
    assert board.answers == [(27, Answer.TRY, ""), (28, Answer.BUT, "no nails")]
    await rena.hears("nothing waits for you", "Try it first", "Yes, but")


async def test_what_is_answered_cannot_be_answered_again_from_an_older_digest(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    older = await rena.hears("1 needs you")
    await rena.says("/digest")
    await rena.presses("27 ✓")
    address = next(data for row in older.buttons for label, data in row if label == "27 later")
    await rena.taps(older.id, address)
    assert len(board.answers) == 1
    assert any("already answered" in toast for toast in await rena.toasts())
    older = next(one for one in await rena.screen() if one.id == older.id)
    assert not any(label.startswith("27") for label in older.labels)


async def test_a_question_that_was_answered_elsewhere_meanwhile_is_not_decided_twice(
    street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    await rena.presses("27 later")
    await rena.presses("27 ✓")
    await rena.says("too late")
    await rena.hears("already answered")
    assert board.answers == [(27, Answer.YES, "")]


async def test_somebody_elses_digest_cannot_be_answered(street: Street, board: Board) -> None:
    rena = await shopkeeper(street, "telegram")
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    digest = await rena.hears("1 needs you")
    address = digest.buttons[0][0][1]
    volunteer = await street.arrives("Vera", "telegram", language="en", role=Role.VOLUNTEER)
    await volunteer.taps((await volunteer.last()).id, address)
    other = await street.arrives("Omar", "telegram", language="en", role=Role.SHOPKEEPER)
    for forged in (
        address,
        "digests.answer:999:yes",
        "digests.seen:999",
        "digests.stop:999",
        "digests.other_time:999",
    ):
        await other.taps((await other.last()).id, forged)
    assert not board.answers


async def test_a_decision_that_is_gone_says_so(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    board.open = {}
    await rena.presses("27 ✓")
    assert "this one is gone" in await rena.toasts()


async def test_nothing_new_is_no_message_and_once_a_week_we_say_that_we_are_here(
    street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    screen = len(await rena.screen())
    for day in range(6):
        await street.until(TUESDAY + day * DAY)
    assert len(await rena.screen()) == screen
    await street.until(TUESDAY + 6 * DAY)
    await rena.hears("We are still here")
    for day in range(7, 13):
        await street.until(TUESDAY + day * DAY)
    assert len(await rena.screen()) == screen + 1
    await street.until(TUESDAY + 13 * DAY)
    assert len(await rena.screen()) == screen + 2


async def test_an_unread_digest_is_covered_by_the_next_one_and_a_read_one_is_not(
    street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    board.came = [TUESDAY - timedelta(hours=2)]
    await street.until(TUESDAY)
    await rena.hears("1 new")
    await street.until(TUESDAY + DAY)
    assert await digests_of(rena) == 1  # nothing came since
    board.came.append(TUESDAY + DAY + timedelta(hours=1))
    await street.until(TUESDAY + 2 * DAY)
    await rena.hears("2 new")
    await rena.presses("Read")
    board.came.append(TUESDAY + 2 * DAY + timedelta(hours=1))
    await street.until(TUESDAY + 3 * DAY)
    await rena.hears("1 new")
    assert "Read" not in " ".join((await rena.hears("2 new")).labels)


async def test_a_digest_comes_once_a_day_whatever_happens_to_the_clock(
    tmp_path: Path, street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY - timedelta(minutes=1))
    assert await digests_of(rena) == 0
    await street.until(TUESDAY)
    for minutes in (1, 1, -30, 30, 60, -62, 300):
        await street.later(minutes=minutes)
    assert await digests_of(rena) == 1
    await street.bot.scheduler.tick()  # as a second process, or after a restart
    await street.settle()
    assert await digests_of(rena) == 1
    board.open[28] = literal("A bench")
    await street.until(TUESDAY + DAY)
    assert await digests_of(rena) == 2


async def test_a_digest_that_comes_late_says_so(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY + timedelta(minutes=31))
    await rena.hears("meant for 09:30 Beijing time (07:30 Xinjiang time)")


@pytest.mark.parametrize(
    ("down", "up"), [(-3.5, 1.5), (-1, 72), (-1, 73.5)], ids=["a morning", "3 days", "3 days and late"]
)
async def test_however_long_it_was_down_one_digest_says_it_all(
    tmp_path: Path, board: Board, down: float, up: float
) -> None:
    clock = FakeClock()
    async with open_street(tmp_path, features(board), clock=clock) as street:
        rena = await shopkeeper(street, "telegram")
        await street.until(TUESDAY + timedelta(hours=down))
        board.open = {27: literal("A bird's nest")}
        board.came = [TUESDAY + timedelta(hours=down + number) for number in (0.1, 0.2)]
        assert await digests_of(rena) == 0
        phone = street.telegram
    clock.advance(timedelta(hours=up - down))
    async with open_street(tmp_path, features(board), clock=clock, telegram=phone) as street:
        for _ in range(3):
            await street.later(minutes=1)
    assert await digests_of(rena) == 1
    assert "2 new, 1 needs you" in (await rena.last()).words


async def test_no_digest_in_quiet_hours(street: Street, board: Board) -> None:
    rena = await shopkeeper(street, "telegram")
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY + timedelta(hours=15))  # down all day; 22:30 in Urumqi
    assert await digests_of(rena) == 0
    await street.until(TUESDAY + DAY)
    assert await digests_of(rena) == 1


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_a_digest_has_at_most_900_characters_and_never_loses_a_decision(
    street: Street, board: Board, language: str
) -> None:
    rena = await shopkeeper(street, "telegram", language)
    board.open = {number: literal(f"{number} {'很长的话 ' * 100}") for number in (27, 28, 29, 30)}
    board.lines = tuple(literal("neighbours " * 20) for _ in range(9))
    await street.until(TUESDAY)
    digest = await rena.last()
    assert len(digest.words) <= 900
    assert all(str(number) in digest.words for number in (27, 28, 29))
    assert [label for label in digest.labels if label.startswith("29")]
    assert not [label for label in digest.labels if label.startswith("30")]


async def test_new_photos_come_as_one_picture_that_stays_when_answered(street: Street, board: Board) -> None:
    rena = await shopkeeper(street, "telegram")
    await rena.says("/human")
    await rena.sends_photo(photograph(400, 300))
    board.photos = ((1, "27"), (1, "28"))
    board.open = {27: literal("A bird's nest")}
    board.lines = (literal("the fair: 12 come"), literal("the lamp is mended"))
    await street.until(TUESDAY)
    digest = await rena.hears("1 needs you", "the fair: 12 come · the lamp is mended")
    assert digest.kind == "photo"
    await rena.presses("27 ✓")
    assert (await rena.hears("nothing waits for you", "✓ Yes")).kind == "photo"


async def test_digest_now_counts_as_read_and_has_a_kind_word_for_nothing(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.came = [street.clock.now() - timedelta(hours=1)]
    await rena.says("/digest")
    await rena.hears("1 new")
    await rena.says("/digest")
    await rena.hears("Nothing new since you last looked")
    resident = await street.arrives("Resident", language="en")
    await resident.says("/digest")
    await resident.hears("for others here")


async def test_stop_stops_and_resume_brings_it_back(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    await rena.presses("🔕 Stop")
    board.open[28] = literal("A bench")
    await street.until(TUESDAY + DAY)
    assert await digests_of(rena) == 1
    await rena.presses("🔔 Resume")
    await street.until(TUESDAY + 2 * DAY)
    assert await digests_of(rena) == 2
    assert "🔕 Stop" in (await rena.last()).labels


async def test_another_time_is_chosen_or_typed_and_nonsense_keeps_the_question_open(
    street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await rena.says("/digesttime")
    question = await rena.hears("comes at 09:30 Beijing time (07:30 Xinjiang time)")
    assert len(question.labels) == 5
    for nonsense in ("25:00", "whenever"):
        await rena.says(nonsense)
        await rena.hears("type it like this: 09:30")
    await rena.says("03:00")
    await rena.hears("quiet hours")
    await rena.says("18:30")
    await rena.hears("every day at 18:30 Beijing time")
    await street.until(TUESDAY)
    assert await digests_of(rena) == 0
    await street.until(TUESDAY + timedelta(hours=9))
    assert await digests_of(rena) == 2 - 1
    await rena.presses("Other time")
    await rena.presses("20:00")
    await rena.hears("every day at 20:00 Beijing time")
    await rena.hears("1 needs you")


async def test_a_bare_hour_is_asked_back_and_the_other_clock_is_understood(street: Street) -> None:
    rena = await shopkeeper(street)
    await rena.says("/digesttime")
    await rena.says("at 8 o'clock")
    await rena.presses("20:00")
    await rena.hears("every day at 20:00")
    await rena.says("/digesttime")
    await rena.says("10:00 Xinjiang time")
    await rena.presses("12:00 Beijing time")
    await rena.hears("every day at 12:00 Beijing time (10:00 Xinjiang time)")


async def test_a_forged_time_is_refused(street: Street) -> None:
    rena = await shopkeeper(street, "telegram")
    for forged in ("digests.choose_time:shop:9999", "digests.choose_time:shop:60", "digests.choose_time:city:60"):
        await rena.taps((await rena.last()).id, forged)
    await rena.says("/digesttime")
    await rena.hears("comes at 09:30")


async def test_each_volunteer_hears_what_waits_and_an_empty_digest_is_no_message(
    street: Street, board: Board
) -> None:
    vera = await street.arrives("Vera", language="en", role=Role.VOLUNTEER)
    await street.tick()
    screen = len(await vera.screen())
    await street.until(TUESDAY)
    assert len(await vera.screen()) == screen
    board.team_lines = (literal("2 ideas wait for 7 days"), literal("the fair: 12 come"))
    await street.until(TUESDAY + DAY)
    digest = await vera.hears("For the team", "2 ideas wait for 7 days\nthe fair: 12 come")
    assert digest.labels == ["👍 Read", "⏰ Other time", "🔕 Stop", "🏠 Home", "❓ Help"]
    await vera.says("/digest")
    await vera.hears("For the team")


async def test_the_operator_can_send_todays_digests_now_and_only_once(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    counts = []
    for _ in range(2):
        async with street.bot.database.write() as tx:
            notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
            counts.append(await jobs.send_now(notices))
    await street.settle()
    assert [sum(one.values()) for one in counts] == [1, 0]
    assert counts[0][Kind.SHOP] == 1
    await rena.hears("1 needs you")


async def test_a_feature_that_breaks_costs_nobody_the_digest_for_good(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    board.broken = True
    await street.until(TUESDAY)
    assert await digests_of(rena) == 0
    board.broken = False
    await street.later(minutes=1)
    assert await digests_of(rena) == 1


async def test_old_digests_are_forgotten_with_what_stood_in_them(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open, board.lines = {27: literal("A bird's nest")}, (literal("a line"),)
    await street.until(TUESDAY)
    address = (await rena.hears("1 needs you")).buttons[0][0][1]
    board.open = {}
    await street.until(TUESDAY + 91 * DAY)
    await rena.taps((await rena.hears("1 needs you")).id, address)
    assert not board.answers
    async with street.bot.database.read() as tx:
        before = milliseconds(TUESDAY + DAY)
        assert await tx.one(int, "SELECT count(*) FROM digests WHERE made_at < ?", before) == 0


async def test_an_answer_in_a_week_old_digest_still_changes_it(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await street.until(TUESDAY)
    digest = await rena.hears("1 needs you")
    await rena.presses("Stop")
    await street.until(TUESDAY + 9 * DAY)
    await street.bot.outbox.prune()
    await rena.taps(digest.id, digest.buttons[0][0][1])
    await rena.hears("nothing waits for you", "✓ Yes")


async def test_the_whole_way_from_a_suggestion_to_the_answer(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        rena = await shopkeeper(street)
        aygul = await street.arrives("Aygul", language="zh")
        volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
        await aygul.says("/suggest")
        await aygul.says("把墙上的洞做成鸟巢")
        await aygul.presses("店里")
        await volunteer.says("/desk")
        await volunteer.presses("公开到列表")
        await street.until(TUESDAY)
        await volunteer.hears("今天的团队摘要")
        await rena.hears("1 new, 1 needs you", "把墙上的洞做成鸟巢")
        await rena.presses("1 but…")
        await rena.says("the plaster must dry first")
        await rena.hears("nothing waits for you", "Yes, but")
        await aygul.hears("the plaster must dry first")
