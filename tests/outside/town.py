"""All of them together, and the names under which the bot finds them."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.relay.public_http import Endpoint, NotFound, Reach
from bot.relay.sending import Deliver, deliver_to
from tests.outside.certificates import make_certificates
from tests.outside.mail import MailServer
from tests.outside.matrix import Homeserver
from tests.outside.robots import RobotServer, ntfy, robot

NAMES = (
    "qyapi.weixin.qq.com",
    "oapi.dingtalk.com",
    "open.feishu.cn",
    "ntfy.example.org",
    "matrix.example.org",
    "smtp.example.org",
)


@dataclass
class Outside:
    """`addresses` is what each name resolves to; a list of lists resolves to something else each time."""

    robots: RobotServer
    ntfy: RobotServer
    matrix: RobotServer
    mail: MailServer
    authority: str
    homeserver: Homeserver
    addresses: dict[str, list[list[Endpoint]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        self.asked.append(host)
        turns = self.addresses.get(host)
        if not turns:
            raise NotFound(host)
        return turns.pop(0) if len(turns) > 1 else turns[0]

    @property
    def reach(self) -> Reach:
        servers = (self.robots, self.ntfy, self.matrix, self.mail)
        return Reach(self.resolve, frozenset(("127.0.0.1", one.port) for one in servers), self.authority)

    @property
    def deliver(self) -> Deliver:
        return deliver_to(self.reach)


@asynccontextmanager
async def open_outside(folder: Path) -> AsyncIterator[Outside]:
    files = make_certificates(folder, (*NAMES, "localhost"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(files.chain, files.key)
    homeserver = Homeserver()
    robots, topics, rooms, mail = RobotServer(robot), RobotServer(ntfy), RobotServer(homeserver), MailServer()
    for server in (robots, topics, rooms, mail):
        await server.open(tls)
    outside = Outside(robots, topics, rooms, mail, str(files.authority), homeserver)
    ports = (robots.port, robots.port, robots.port, topics.port, rooms.port, mail.port)
    outside.addresses = {name: [[("127.0.0.1", port)]] for name, port in zip(NAMES, ports, strict=True)}
    try:
        yield outside
    finally:
        for server in (robots, topics, rooms, mail):
            await server.close()
