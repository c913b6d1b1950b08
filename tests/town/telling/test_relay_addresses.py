"""Whom a relay may call: addresses as they are pasted, private ones in every disguise, secrets that stay sealed."""

import asyncio
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.relay import encryption
from bot.relay.encryption import Seal, Unsealable
from bot.relay.public_http import NotPublic, Reach, is_private_name, is_public
from bot.relay.sending import deliver_to
from bot.relay.services import BadAddress, Service, Target, read
from bot.relay.verdicts import Outcome, Reason, Reply
from bot.storage.folder import Folder
from tests.outside import Outside, open_outside

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
PUBLIC = ("93.184.216.34", 443)
WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=token-of-the-test"
MATRIX = "matrixs://bot:password-of-the-test@matrix.example.org/#room:matrix.example.org"
NTFY = "https://ntfy.example.org/our-topic"


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    async with open_outside(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0",  # noqa: S104 compared, not bound
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "ff02::1", "2001:db8::1", "fec0::1", "no address", "",
    ],
)  # fmt: skip
def test_a_private_address_is_private_in_every_spelling(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "name",
    [
        "localhost", "LOCALHOST.", "printer", "nas.local", "db.internal", "router.lan", "x.localhost",
        "1.0.0.127.in-addr.arpa",
        "127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "0177.0.0.1", "0", "::1", "::ffff:7f00:1",
        "169.254.169.254",
    ],
)  # fmt: skip
def test_what_anybody_can_see_is_private_is_refused_without_looking_it_up(name: str) -> None:
    assert is_private_name(name)
    host = f"[{name}]" if ":" in name else name
    for service, url in (
        (Service.NTFY, f"https://{host}/topic"),
        (Service.MATRIX, f"matrixs://token@{host}/#room"),
        (Service.EMAIL, f"mailtos://anna:pw@{host}?to=b@example.org"),
        (Service.EMAIL, f"mailtos://anna:pw@example.org?to=b@example.org&smtp={name}"),
    ):
        with pytest.raises(BadAddress) as refused:
            read(service, url)
        assert refused.value.reason == "private"


@pytest.mark.parametrize("name", ["ntfy.sh", "93.184.216.34", "127.0.0.1.nip.io"])
def test_other_names_are_looked_up_first(name: str) -> None:
    assert not is_private_name(name)


@pytest.mark.parametrize(
    ("service", "words", "reason"),
    [
        (Service.WECOM, "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", "other-host"),
        (Service.WECOM, "https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=a", "other-host"),
        (Service.WECOM, "https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=a", "other-host"),
        (Service.WECOM, "https://qyapi.weixin.qq.com:8080/cgi-bin/webhook/send?key=a", "other-host"),
        (Service.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/gettoken?key=a", "other-host"),
        (Service.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send", "other-host"),
        (Service.WECOM, WECOM + "&debug=1", "other-host"),
        (Service.DINGTALK, WECOM, "other-host"),
        (Service.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/a/../../b", "other-host"),
        (Service.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/", "other-host"),
        (Service.WECOM, "https://127.0.0.1/cgi-bin/webhook/send?key=a", "private"),
        (Service.NTFY, "file:///etc/passwd", "not-address"),
        (Service.NTFY, "ntfy://ntfy.example.org/topic", "not-address"),
        (Service.NTFY, "ntfys://ntfy.example.org/one/two", "not-address"),
        (Service.NTFY, NTFY + "?attach=file:///etc/passwd", "parts"),
        (Service.NTFY, "ntfys://topic", "private"),
        (Service.NTFY, "https://my_server.example.org/topic", "not-address"),
        (Service.NTFY, "https:///topic", "not-address"),
        (Service.NTFY, "hello there", "not-address"),
        (Service.NTFY, "one two three", "not-address"),
        (Service.NTFY, "", "not-address"),
        (Service.NTFY, "https://" + "a" * 2000, "not-address"),
        (Service.NTFY, "https://[::1/topic", "not-address"),
        (Service.NTFY, "https://ntfy.example.org:99999/topic", "not-address"),
        (Service.MATRIX, "matrixs://matrix.example.org/#room", "not-address"),
        (Service.MATRIX, "matrixs://token@matrix.example.org/room", "not-address"),
        (Service.MATRIX, "matrixs://token@matrix.example.org/#room?mode=slack", "not-address"),
        (Service.EMAIL, "mailto://anna:pw@example.org?to=b@example.org", "not-address"),
        (Service.EMAIL, "mailtos://anna:pw@example.org?to=b@example.org&verify=no", "parts"),
        (Service.EMAIL, "mailtos://anna:pw@example.org?to=b@example.org&mode=insecure", "parts"),
        (Service.EMAIL, "mailtos://anna:pw@example.org?to=b@example.org&pgpkey=/etc/passwd", "parts"),
        (Service.EMAIL, "mailtos://anna:pw@example.org", "not-address"),
        (Service.EMAIL, "json://example.org", "not-address"),
        (Service.TELEGRAM, NTFY, "not-address"),
    ],
)
def test_an_address_that_is_none_of_ours_is_refused(service: Service, words: str, reason: str) -> None:
    with pytest.raises(BadAddress) as refused:
        read(service, words)
    assert refused.value.reason in (reason, "parts" if "?mode" in words else reason)


def test_an_address_shows_its_host_and_four_characters_at_most() -> None:
    target = read(Service.WECOM, WECOM)
    assert target.label == "qyapi.weixin.qq.com …test"
    assert "token" not in repr(target) + str([target])
    signed = read(Service.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=abcdefghijkl\nSECretsecret")
    assert (signed.key, signed.label) == ("SECretsecret", "oapi.dingtalk.com …ijkl")
    assert "SEC" not in repr(signed)
    mail = read(Service.EMAIL, "mailtos://anna:hush@example.org?smtp=smtp.example.org&to=neighbours@example.org")
    assert (mail.host, mail.port, mail.label) == ("smtp.example.org", 587, "smtp.example.org …urs")
    assert "hush" not in repr(mail)


async def test_a_name_with_any_private_address_is_refused() -> None:
    for found in ([("10.0.0.1", 443)], [PUBLIC, ("127.0.0.1", 443)], [PUBLIC, ("::1", 443)]):

        async def resolve(host: str, port: int, found: list[tuple[str, int]] = found) -> list[tuple[str, int]]:
            return found

        with pytest.raises(NotPublic):
            await Reach(resolve).endpoint("127.0.0.1.nip.io", 443)


async def test_only_a_few_ports_are_called() -> None:
    async def resolve(host: str, port: int) -> list[tuple[str, int]]:
        return [("93.184.216.34", port)]

    assert await Reach(resolve).endpoint("ntfy.example.org", 443) == PUBLIC
    for port in (22, 80, 5432, 6379, 25):
        with pytest.raises(NotPublic):
            await Reach(resolve).endpoint("ntfy.example.org", port)


@pytest.mark.parametrize(("service", "words"), [(Service.WECOM, WECOM), (Service.NTFY, NTFY)], ids=str)
async def test_a_name_that_turns_private_between_two_looks_is_not_called(
    outside: Outside, service: Service, words: str
) -> None:
    """DNS rebinding: first a public address, then 127.0.0.1, where a server of ours would have listened."""
    target = read(service, words)
    outside.addresses[target.host] = [[PUBLIC], [("127.0.0.1", 443)]]
    reach = Reach(outside.resolve, frozenset(), outside.authority)
    assert await reach.endpoint(target.host, target.port) == PUBLIC
    reply = await _deliver(reach, target)
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.PRIVATE)
    assert not outside.robots.requests + outside.ntfy.requests


async def test_what_was_checked_is_what_is_called(outside: Outside) -> None:
    """Looked up once: a second answer would lead elsewhere, and nobody asks for it."""
    for service, words in ((Service.WECOM, WECOM), (Service.NTFY, NTFY)):
        target = read(service, words)
        outside.addresses[target.host].append([("127.0.0.1", 9)])
        reply = await _deliver(outside.reach, target)
        assert reply.outcome is Outcome.SENT
        assert outside.asked.count(target.host) == 1


async def test_a_server_that_names_another_one_leads_to_no_private_address(outside: Outside) -> None:
    """Matrix: "your homeserver is at …" comes from whoever answers there."""
    outside.addresses["inside.example.org"] = [[("10.0.0.1", 443)]]
    outside.matrix.answers = [(200, {"m.homeserver": {"base_url": "https://inside.example.org"}})]
    reply = await _deliver(outside.reach, read(Service.MATRIX, MATRIX))
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.PRIVATE)
    assert len(outside.matrix.requests) == 1


def test_a_machine_of_ones_own_is_named_by_the_operator_and_never_in_the_chat() -> None:
    hosts = frozenset({("matrix.lan", 8448), ("10.0.0.5", 443), ("mail", 465)})
    assert read(Service.MATRIX, "matrixs://bot:pw@matrix.lan:8448/!room", hosts).host == "matrix.lan"
    assert read(Service.NTFY, "https://10.0.0.5/our-topic", hosts).port == 443
    assert read(Service.EMAIL, "mailtos://a:b@example.org?smtp=mail&mode=ssl&to=c@example.org", hosts).host == "mail"
    for service, words in (
        (Service.MATRIX, "matrixs://bot:pw@matrix.lan/!room"),  # another port
        (Service.NTFY, "https://10.0.0.6/our-topic"),
        (Service.WECOM, "https://matrix.lan:8448/cgi-bin/webhook/send?key=a"),
    ):
        with pytest.raises(BadAddress):
            read(service, words, hosts)


async def test_what_the_operator_named_is_called_although_it_is_private() -> None:
    async def resolve(host: str, port: int) -> list[tuple[str, int]]:
        return [("10.0.0.5", port)]

    reach = Reach(resolve, hosts=frozenset({("matrix.lan", 8448)}))
    assert await reach.endpoint("matrix.lan", 8448) == ("10.0.0.5", 8448)
    for host, port in (("matrix.lan", 443), ("other.lan", 8448)):
        with pytest.raises(NotPublic):
            await reach.endpoint(host, port)


@pytest.mark.parametrize(("service", "words"), [(Service.WECOM, WECOM), (Service.NTFY, NTFY)], ids=str)
async def test_nobody_is_followed_to_another_address(outside: Outside, service: Service, words: str) -> None:
    server = outside.robots if service is Service.WECOM else outside.ntfy
    server.answers = [(307, {})]
    server.location = f"https://smtp.example.org:{outside.matrix.port}/taken"
    reply = await _deliver(outside.reach, read(service, words))
    assert reply.outcome is not Outcome.SENT
    assert len(server.requests) == 1
    assert not outside.matrix.requests


async def test_a_certificate_for_another_name_is_not_trusted(outside: Outside) -> None:
    outside.addresses["open.larksuite.com"] = outside.addresses["open.feishu.cn"]
    for words in ("https://open.larksuite.com/open-apis/bot/v2/hook/token-of-the-test",):
        reply = await _deliver(outside.reach, read(Service.FEISHU, words))
        assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.CERTIFICATE)
    outside.addresses["other.example.org"] = outside.addresses["ntfy.example.org"]
    reply = await _deliver(outside.reach, read(Service.NTFY, "https://other.example.org/our-topic"))
    assert (reply.outcome, reply.reason) == (Outcome.REFUSED, Reason.CERTIFICATE)
    assert not outside.robots.requests + outside.ntfy.requests


def test_a_seal_is_opened_by_its_keys_only_and_can_be_changed(tmp_path: Path) -> None:
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    sealed = Seal([old]).close("hush")
    assert "hush" not in sealed
    assert Seal([new, old]).open(sealed) == "hush"
    for wrong in (sealed, "", "gibberish"):
        with pytest.raises(Unsealable):
            Seal([new]).open(wrong)


async def test_without_a_key_one_is_made_that_only_its_owner_reads(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = await encryption.keys((), Folder(data), data)
    assert await encryption.keys((), Folder(data), data) == first
    assert stat.S_IMODE((tmp_path / "data" / encryption.FILE).stat().st_mode) == 0o600
    assert await encryption.keys(("given",), Folder(tmp_path / "other"), tmp_path / "other") == ["given"]
    assert not (tmp_path / "other").exists()


async def _deliver(reach: Reach, target: Target) -> Reply:
    async with asyncio.timeout(30):
        return await deliver_to(reach)(target, "L 店", "news", "txn-1", NOW)
