"""What services answer, and what becomes of a post: sent, later, refused, uncertain; once, and across a crash."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.notices import Notices
from bot.i18n.texts import literal
from bot.identity.roles import Role
from bot.relay import group_robots, https, ntfy
from bot.relay.https import Said
from bot.relay.sending import Deliver
from bot.relay.services import BadAddress, Service, Target, Topic, read
from bot.relay.verdicts import SENT, Outcome, Reason, Reply, later, refused, uncertain
from bot.relay.words import cut as shorten
from handlers import FEATURES
from tests.neighbour import Neighbour
from tests.outside import Outside, open_outside
from tests.street import FakeClock, Street, open_street

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=token-of-the-test"
DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=token-of-the-test"
FEISHU = "https://open.feishu.cn/open-apis/bot/v2/hook/token-of-the-test"
NTFY = "https://ntfy.example.org/our-topic"
MATRIX = "matrixs://bot:password-of-the-test@matrix.example.org/#room:matrix.example.org"
MAIL = "mailtos://anna:password-of-the-test@example.org?smtp=smtp.example.org&mode=ssl&to=team@example.org"


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    async with open_outside(tmp_path) as opened:
        yield opened


async def delivered(
    outside: Outside,
    service: Service,
    words: str,
    news: str = "news",
    txn: str = "txn-1",
    deliver: Deliver | None = None,
) -> Reply:
    async with asyncio.timeout(30):
        return await (deliver or outside.deliver)(read(service, words), "L 店", news, txn, NOW)


async def test_every_service_takes_a_message_word_for_word(outside: Outside) -> None:
    news = "第一行 &lt; <b> \nسالام"
    for service, words in (
        (Service.WECOM, WECOM),
        (Service.DINGTALK, DINGTALK),
        (Service.NTFY, NTFY),
        (Service.MATRIX, MATRIX),
        (Service.EMAIL, MAIL),
    ):
        assert await delivered(outside, service, words, news) == SENT, service
    assert outside.robots.messages == [f"L 店\n{news}"] * 2
    assert outside.ntfy.messages == [f"L 店\n{news}"]
    assert news.split("\n")[1] in outside.matrix.messages[0]
    subject, body = outside.mail.messages[0]
    assert subject == "L 店"
    assert "سالام" in body


async def test_signed_messages_are_signed_and_a_wrong_key_is_said(outside: Outside) -> None:
    outside.robots.key = "SEC-of-the-test"
    for service, url in ((Service.DINGTALK, DINGTALK), (Service.FEISHU, FEISHU)):
        assert await delivered(outside, service, f"{url}\nSEC-of-the-test") == SENT
        for wrong in (f"{url}\nSEC-other", url):
            reply = await delivered(outside, service, wrong)
            assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.SIGNATURE)


async def test_a_missing_keyword_and_a_wrong_token_are_said(outside: Outside) -> None:
    outside.robots.keyword = "鸟巢"
    for service, url in ((Service.DINGTALK, DINGTALK), (Service.FEISHU, FEISHU)):
        assert (await delivered(outside, service, url)).reason is Reason.KEYWORD
        assert await delivered(outside, service, url, "鸟巢") == SENT
    for service, url in ((Service.WECOM, WECOM), (Service.DINGTALK, DINGTALK), (Service.FEISHU, FEISHU)):
        reply = await delivered(outside, service, url.replace("token-of", "another-of"))
        assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.GONE)


@pytest.mark.parametrize(
    ("service", "said", "reply"),
    [
        (Service.WECOM, {"errcode": 45009, "errmsg": "api freq out of limit"}, later(Reason.BUSY, 45009, 60)),
        (Service.WECOM, {"errcode": -1, "errmsg": "system busy"}, later(Reason.BUSY, -1)),
        (Service.WECOM, {"errcode": 40058, "errmsg": "invalid Request Parameter"}, refused(Reason.OTHER, 40058)),
        (Service.DINGTALK, {"errcode": 130101, "errmsg": "send too fast"}, later(Reason.BUSY, 130101, 600)),
        (Service.DINGTALK, {"errcode": 310000, "errmsg": "invalid timestamp"}, refused(Reason.SIGNATURE, 310000)),
        (
            Service.DINGTALK,
            {"errcode": 310000, "errmsg": "ip 1.2.3 not in whitelist"},
            refused(Reason.NETWORK, 310000),
        ),
        (Service.DINGTALK, {"errcode": 400102, "errmsg": "bot is stopped"}, refused(Reason.GONE, 400102)),
        (Service.FEISHU, {"code": 19022, "msg": "Ip Not Allowed"}, refused(Reason.NETWORK, 19022)),
        (Service.FEISHU, {"code": 9499, "msg": "too many request"}, later(Reason.BUSY, 9499, 60)),
        (Service.FEISHU, {"code": 9499, "msg": "Bad Request"}, refused(Reason.OTHER, 9499)),
        (Service.FEISHU, {"code": 11232, "msg": "frequency limited"}, later(Reason.BUSY, 11232, 60)),
        (Service.FEISHU, {"StatusCode": 0, "StatusMessage": "success"}, SENT),
        (Service.FEISHU, {}, uncertain()),
        (Service.WECOM, {"errmsg": "ok"}, uncertain()),
        (Service.WECOM, {"errcode": "0"}, uncertain()),
    ],
)
def test_what_a_robot_says_is_read(service: Service, said: dict[str, Any], reply: Reply) -> None:
    assert group_robots.judge(service, said) == reply


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (429, Outcome.LATER),
        (503, Outcome.LATER),
        (502, Outcome.UNCERTAIN),
        (403, Outcome.REFUSED),
        (0, Outcome.UNCERTAIN),
    ],
)
async def test_what_the_network_makes_of_it(outside: Outside, status: int, outcome: Outcome) -> None:
    outside.robots.answers, outside.ntfy.answers = [(status, {})], [(status, {})]
    assert (await delivered(outside, Service.WECOM, WECOM)).outcome is outcome
    assert (await delivered(outside, Service.NTFY, NTFY)).outcome is outcome


async def test_who_cannot_be_reached_is_tried_later(outside: Outside) -> None:
    for name in ("qyapi.weixin.qq.com", "ntfy.example.org"):
        outside.addresses[name] = []
    await outside.mail.close()
    for service, words in ((Service.WECOM, WECOM), (Service.NTFY, NTFY), (Service.EMAIL, MAIL)):
        reply = await delivered(outside, service, words)
        assert (reply.outcome, reply.reason) == (Outcome.LATER, Reason.UNREACHABLE), service


async def test_a_mail_server_that_refuses_delays_or_falls_silent(outside: Outside) -> None:
    reply = await delivered(outside, Service.EMAIL, MAIL.replace("password-of", "another-of"))
    assert (reply.outcome, reply.reason, reply.code) == (Outcome.REFUSED, Reason.LOGIN, "535")
    outside.mail.refuses = "451 later"
    assert (await delivered(outside, Service.EMAIL, MAIL)).outcome is Outcome.LATER
    outside.mail.refuses = "550 nobody"
    assert (await delivered(outside, Service.EMAIL, MAIL)).outcome is Outcome.REFUSED
    outside.mail.refuses, outside.mail.silent_after_data = "", True
    assert (await delivered(outside, Service.EMAIL, MAIL)).outcome is Outcome.UNCERTAIN


async def test_a_matrix_server_that_refuses_the_password_is_not_there_for_long(outside: Outside) -> None:
    reply = await delivered(outside, Service.MATRIX, MATRIX.replace("password-of", "another-of"))
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.LOGIN)


async def test_a_mistyped_room_is_said_to_be_so_and_no_room_is_made(outside: Outside) -> None:
    reply = await delivered(outside, Service.MATRIX, MATRIX.replace("#room", "#romo"))
    assert (reply.outcome, reply.reason, reply.code) == (Outcome.REFUSED, Reason.GONE, "M_NOT_FOUND")
    assert not outside.homeserver.made
    assert not outside.matrix.messages


async def test_a_room_id_without_a_server_is_a_room(outside: Outside) -> None:
    room = "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM"
    words = f"matrixs://bot:password-of-the-test@matrix.example.org/{room}"
    assert await delivered(outside, Service.MATRIX, words) == SENT
    assert outside.homeserver.joined == {room}


async def test_a_room_that_nobody_asked_us_into_says_that_we_need_to_be_invited(outside: Outside) -> None:
    outside.homeserver.invited.clear()
    deliver = outside.deliver
    reply = await delivered(outside, Service.MATRIX, MATRIX, deliver=deliver)
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.INVITE)
    outside.homeserver.invited.add("!room:matrix.example.org")
    assert await delivered(outside, Service.MATRIX, MATRIX, deliver=deliver) == SENT


async def test_a_burst_into_a_room_logs_in_once_and_loses_nothing(outside: Outside) -> None:
    deliver = outside.deliver
    outside.homeserver.logins_left = 1
    async with asyncio.TaskGroup() as group:
        sent = [
            group.create_task(delivered(outside, Service.MATRIX, MATRIX, f"news {number}", f"txn-{number}", deliver))
            for number in range(12)
        ]
    assert [one.result() for one in sent] == [SENT] * 12
    assert len(outside.homeserver.logins) == 1
    assert len(outside.matrix.messages) == 12


async def test_too_many_logins_are_tried_later_as_long_as_the_server_wants(outside: Outside) -> None:
    outside.homeserver.logins_left, outside.homeserver.limited_ms = 0, 7000
    reply = await delivered(outside, Service.MATRIX, MATRIX)
    assert reply == later(Reason.BUSY, "M_LIMIT_EXCEEDED", 7)


async def test_a_message_whose_answer_was_lost_arrives_once_also_across_a_restart(outside: Outside) -> None:
    deliver = outside.deliver
    assert await delivered(outside, Service.MATRIX, MATRIX, "news", "txn-7", deliver) == SENT
    # The server took it and nobody heard the answer: tried again, by the same program and by the next one.
    assert await delivered(outside, Service.MATRIX, MATRIX, "news", "txn-7", deliver) == SENT
    assert await delivered(outside, Service.MATRIX, MATRIX, "news", "txn-7", outside.deliver) == SENT
    assert len(outside.homeserver.logins) == 2
    assert len(outside.matrix.messages) == 1
    outside.matrix.answers = [(0, {})]
    assert (await delivered(outside, Service.MATRIX, MATRIX, "news", "txn-8", deliver)).outcome is Outcome.LATER


async def test_a_token_that_ran_out_is_renewed_and_a_given_one_is_not(outside: Outside) -> None:
    deliver = outside.deliver
    assert await delivered(outside, Service.MATRIX, MATRIX, "one", "txn-1", deliver) == SENT
    outside.homeserver.tokens.clear()
    assert await delivered(outside, Service.MATRIX, MATRIX, "two", "txn-2", deliver) == SENT
    given = "matrixs://a-token-of-the-test@matrix.example.org/!room:matrix.example.org"
    outside.homeserver.tokens["a-token-of-the-test"] = "DEVICE"
    assert await delivered(outside, Service.MATRIX, given, "three", "txn-3", deliver) == SENT
    outside.homeserver.tokens.clear()
    reply = await delivered(outside, Service.MATRIX, given, "four", "txn-4", deliver)
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.LOGIN)


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        (Said(200, {"id": "x"}), SENT),
        (Said(200, {}), uncertain()),
        (Said(400, {"code": 40009, "http": 400}), refused(Reason.OTHER, 40009)),
        (Said(401, {"code": 40101}), refused(Reason.LOGIN, 40101)),
        (Said(403, {"code": 40301}), refused(Reason.LOGIN, 40301)),
        (Said(404, {"code": 40401}), refused(Reason.GONE, 404)),
        (Said(413, {"code": 41301}), refused(Reason.OTHER, 41301)),
        (Said(429, {"code": 42901}), later(Reason.BUSY, 42901, 60)),
        (Said(429, {"code": 42908}, 300.0), later(Reason.BUSY, 42908, 300)),
        (Said(507, {"code": 50701}), later(Reason.BUSY, 50701, 60)),
        (Said(502, {}), uncertain(Reason.SILENT, 502)),
    ],
)
def test_what_ntfy_says_is_read(answer: Said, reply: Reply) -> None:
    assert ntfy.judge(answer) == reply


async def test_a_topic_behind_a_login_or_a_token(outside: Outside) -> None:
    for login in ("a:b", "tk_of-the-test"):
        assert await delivered(outside, Service.NTFY, f"ntfys://{login}@ntfy.example.org/our-topic") == SENT
    reply = await delivered(outside, Service.NTFY, "ntfys://a:c@ntfy.example.org/our-topic")
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.LOGIN)


async def test_long_news_fits_into_a_message_of_ntfy(outside: Outside) -> None:
    assert await delivered(outside, Service.NTFY, NTFY, "好" * 3000) == SENT
    assert outside.ntfy.messages[0].endswith("好…")


async def test_a_mail_is_the_same_one_when_it_is_sent_again(outside: Outside) -> None:
    for _ in range(2):
        assert await delivered(outside, Service.EMAIL, MAIL, "news", "txn-7") == SENT
    assert set(outside.mail.ids) == {"<txn-7@example.org>"}


async def test_a_silent_service_is_left_after_a_while(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    outside.robots.answers, outside.ntfy.answers = [(-1, {})], [(-1, {})]
    monkeypatch.setattr(https, "PATIENCE", 0.3)
    assert (await delivered(outside, Service.WECOM, WECOM)).outcome is Outcome.UNCERTAIN
    assert (await delivered(outside, Service.NTFY, NTFY)).outcome is Outcome.UNCERTAIN


def test_nobody_can_ring_a_whole_feishu_group_and_long_news_is_cut() -> None:
    target = read(Service.FEISHU, FEISHU)
    _, body = group_robots._written(target, '<at user_id="all">x</at>', NOW)
    assert "<at" not in str(body)
    cut = shorten("好" * 1000, 2048)
    assert len(cut.encode()) <= 2048
    assert cut.endswith("好…")


# Posts of a place


class Deliveries:
    """Stands in for all services: gives the replies one after another, and remembers what it was given."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.given: list[str] = []
        self.txns: list[str] = []
        self.hanging = asyncio.Event()
        self.hangs = False
        self.given_one = asyncio.Event()

    async def __call__(self, target: Target, title: str, words: str, txn: str, now: datetime) -> Reply:
        self.given.append(words)
        self.txns.append(txn)
        if self.hangs:
            self.given_one.set()
            await self.hanging.wait()
        return self.replies.pop(0) if self.replies else SENT


async def news(street: Street, words: str) -> None:
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await notices.post(Topic.EVENTS, literal(words))
    await street.tick()


async def set_up(street: Street, address: str = WECOM) -> Neighbour:
    lead = await street.arrives("Leyla", language="en", role=Role.LEAD)
    await lead.says("/relays")
    await lead.presses("Add one")
    await lead.presses("WeCom, DingTalk or Feishu group")
    await lead.presses("WeCom")
    await lead.says(address)
    await street.tick()
    return lead


async def test_what_was_not_sent_is_sent_again_a_little_later_and_in_order(tmp_path: Path, street_url: str) -> None:
    deliveries = Deliveries(SENT, later(Reason.UNREACHABLE), later(Reason.BUSY, 45009, 60))
    async with open_street(tmp_path, FEATURES, street_url, deliver=deliveries) as street:
        lead = await set_up(street)
        await lead.hears("The test has arrived")
        await news(street, "first")
        await news(street, "second")
        assert [one.split("\n")[0] for one in deliveries.given[1:]] == ["first"]
        await street.later(seconds=2)
        assert len(deliveries.given) == 3
        await street.later(seconds=30)
        assert len(deliveries.given) == 3  # it wanted a minute
        await street.later(seconds=31)
        assert [one.split("\n")[0] for one in deliveries.given[1:]] == ["first"] * 3 + ["second"]
        await lead.presses("See this one")
        await lead.hears("2 sent · 0 waiting · 0 unsure · 0 refused")


async def test_after_a_day_it_is_given_up_and_an_outage_costs_few_calls(tmp_path: Path) -> None:
    deliveries = Deliveries(SENT)
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        lead = await set_up(street)
        deliveries.replies = [later(Reason.UNREACHABLE)] * 200
        await news(street, "first")
        for _ in range(15):
            await street.later(minutes=1)
        assert len(deliveries.given) <= 15
        for _ in range(30):
            await street.later(hours=1)
        assert len(deliveries.given) <= 50
        before = len(deliveries.given)
        await street.later(hours=5)
        assert len(deliveries.given) == before
        await lead.presses("See this one")
        await lead.hears("0 sent · 0 waiting · 0 unsure · 1 refused")


async def test_a_post_that_nobody_answered_is_listed_and_not_sent_twice(tmp_path: Path) -> None:
    deliveries = Deliveries(SENT, uncertain())
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        lead = await set_up(street)
        await news(street, "first")
        await street.later(hours=2)
        assert len(deliveries.given) == 2
        await lead.presses("See this one")
        await lead.hears("0 sent · 0 waiting · 1 unsure · 0 refused")


@pytest.mark.server
async def test_a_crash_while_sending_makes_it_uncertain_and_the_rest_goes_on(tmp_path: Path, street_url: str) -> None:
    clock, deliveries = FakeClock(), Deliveries()
    async with open_street(tmp_path, FEATURES, street_url, clock, deliver=deliveries) as street:
        await set_up(street)
        deliveries.hangs = True
        async with street.bot.database.write() as tx:
            notices = Notices(tx, clock.now(), street.place, street.bot.town, street.bot.links)
            for words in ("first", "second"):
                await notices.post(Topic.EVENTS, literal(words))
        sending = asyncio.create_task(street.bot.relaying.send_due())
        await deliveries.given_one.wait()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        phone = street.telegram
    deliveries.hangs = False
    clock.advance(timedelta(minutes=10))
    async with open_street(tmp_path, FEATURES, street_url, clock, phone, deliver=deliveries) as street:
        await street.bot.relaying.recover()
        await street.tick()
        assert [one.split("\n")[0] for one in deliveries.given[1:]] == ["first", "second"]
        async with street.bot.database.read() as tx:
            states = await tx.all(str, "SELECT state FROM relay_posts WHERE asked_by IS NULL ORDER BY id")
        assert states == ["uncertain", "sent"]


async def test_a_post_to_a_matrix_room_that_a_crash_cut_off_is_sent_again(tmp_path: Path, street_url: str) -> None:
    """Its transaction id makes the repeat the same message."""
    clock, deliveries = FakeClock(), Deliveries()
    async with open_street(tmp_path, FEATURES, street_url, clock, deliver=deliveries) as street:
        lead = await street.arrives("Leyla", language="en", role=Role.LEAD)
        await lead.says("/relays")
        for label in ("Add one", "E-mail, Matrix or ntfy", "Matrix"):
            await lead.presses(label)
        await lead.says(MATRIX)
        await street.tick()
        deliveries.hangs = True
        async with street.bot.database.write() as tx:
            notices = Notices(tx, clock.now(), street.place, street.bot.town, street.bot.links)
            await notices.post(Topic.EVENTS, literal("first"))
        sending = asyncio.create_task(street.bot.relaying.send_due())
        await deliveries.given_one.wait()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        phone = street.telegram
    deliveries.hangs = False
    clock.advance(timedelta(minutes=10))
    async with open_street(tmp_path, FEATURES, street_url, clock, phone, deliver=deliveries) as street:
        await street.bot.relaying.recover()
        await street.tick()
        assert [one.split("\n")[0] for one in deliveries.given[1:]] == ["first", "first"]
        assert len(set(deliveries.txns[1:])) == 1
        async with street.bot.database.read() as tx:
            assert await tx.all(str, "SELECT state FROM relay_posts WHERE asked_by IS NULL") == ["sent"]


async def test_a_post_under_way_when_the_program_ends_is_finished(tmp_path: Path) -> None:
    deliveries = Deliveries()
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        await set_up(street)
        deliveries.hangs = True
        async with street.bot.database.write() as tx:
            notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
            await notices.post(Topic.EVENTS, literal("first"))
        running = asyncio.create_task(street.bot.relaying.run())
        await deliveries.given_one.wait()
        running.cancel()
        deliveries.hanging.set()
        await asyncio.gather(running, return_exceptions=True)
        async with street.bot.database.read() as tx:
            assert await tx.all(str, "SELECT state FROM relay_posts ORDER BY id") == ["sent", "sent"]


async def test_a_service_that_breaks_our_sending_loses_nobody_elses_news(tmp_path: Path) -> None:
    """It is said to be unsure, once; what comes after it arrives."""

    class Breaks(Deliveries):
        async def __call__(self, target: Target, title: str, words: str, txn: str, now: datetime) -> Reply:
            self.given.append(words)
            if words.startswith("first"):
                raise UnicodeEncodeError("ascii", words, 0, 1, "a token that is none")
            return SENT

    deliveries = Breaks()
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        lead = await set_up(street)
        await news(street, "first")
        await news(street, "second")
        await street.later(minutes=20)
        assert [one.split("\n")[0] for one in deliveries.given[1:]] == ["first", "second"]
        await lead.presses("See this one")
        await lead.hears("1 sent · 0 waiting · 1 unsure · 0 refused")


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e300])
async def test_whatever_a_service_wishes_it_is_tried_again_within_a_day(tmp_path: Path, seconds: float) -> None:
    deliveries = Deliveries(SENT, later(Reason.BUSY, 429, seconds))
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        await set_up(street)
        await news(street, "first")
        await street.later(hours=24, minutes=1)
        assert len(deliveries.given) == 3


async def test_odd_answers_and_odd_logins_break_nothing(outside: Outside) -> None:
    outside.matrix.answers = [(200, {"m.homeserver": {"base_url": "https://[::1"}})]
    assert (await delivered(outside, Service.MATRIX, MATRIX)).outcome is Outcome.REFUSED
    for service, address in (
        (Service.MATRIX, "matrixs://令牌@matrix.example.org/!room"),
        (Service.NTFY, "ntfys://%E4%BB%A4@ntfy.example.org/our-topic"),
        (Service.EMAIL, "mailtos://a:b@example.org?from=x%0aBcc:y&to=team@example.org"),
    ):
        with pytest.raises(BadAddress):
            read(service, address)


async def test_three_refusals_pause_it_the_lead_hears_why_and_a_test_lets_it_go_on(tmp_path: Path) -> None:
    deliveries = Deliveries(SENT, *[refused(Reason.GONE, 93000)] * 3)
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        lead = await set_up(street)
        for number in range(5):
            await news(street, f"news {number}")
        assert len(deliveries.given) == 4  # the test and three
        await lead.hears("refused three messages in a row", "copy a new address")
        await lead.says("/relays")
        await lead.presses("WeCom: qyapi.weixin.qq.com …test")
        await lead.hears("Paused", "copy a new address")
        await lead.presses("Send a test")
        await street.tick()
        await lead.hears("The test has arrived")
        await news(street, "news again")
        assert deliveries.given[-1].startswith("news again")


async def test_quiet_hours_are_kept_for_groups_too(tmp_path: Path) -> None:
    deliveries = Deliveries()
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        await set_up(street)
        await street.until(NOW + timedelta(hours=13))  # 23:00 in Urumqi
        await news(street, "at night")
        assert len(deliveries.given) == 1
        await street.until(NOW + timedelta(hours=22))
        assert len(deliveries.given) == 2


async def test_a_changed_key_asks_for_the_address_again(tmp_path: Path) -> None:
    deliveries = Deliveries()
    async with open_street(tmp_path, FEATURES, deliver=deliveries) as street:
        lead = await set_up(street)
    (tmp_path / "secret.key").unlink()
    async with open_street(tmp_path, FEATURES, clock=street.clock, deliver=deliveries) as again:
        lead.street = again  # type: ignore[attr-defined]
        for number in range(3):
            await news(again, f"news {number}")
        assert len(deliveries.given) == 1
        async with again.bot.database.read() as tx:
            assert await tx.one(str, "SELECT reason FROM relays") == "key"


async def test_nothing_is_tried_for_real_in_tests(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        lead = await set_up(street)
        await lead.hears("The test has not arrived", "cannot be reached")
