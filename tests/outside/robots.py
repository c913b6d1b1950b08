"""Services that speak HTTPS: what they take is checked as strictly as they do it; a test may choose the answer."""

import asyncio
import base64
import hashlib
import hmac
import json
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

Taken = tuple[int, dict[str, Any]]


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    host: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.body)) if self.body else {}

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}


@dataclass
class RobotServer:
    """`answers` come first, one a request; then what `takes` says. Status 0 closes without an answer, -1 hangs."""

    takes: Callable[["RobotServer", Request], Taken]
    key: str = ""
    keyword: str = ""
    messages: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    answers: list[Taken] = field(default_factory=list)
    location: str = ""
    retry_after: str = ""
    port: int = 0
    hanging: asyncio.Event = field(default_factory=asyncio.Event)
    _server: asyncio.Server | None = None

    async def open(self, tls: ssl.SSLContext) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        self.hanging.set()
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await read_request(reader)) is not None:
                self.requests.append(request)
                status, said = self.answers.pop(0) if self.answers else self.takes(self, request)
                if status == -1:
                    await self.hanging.wait()
                if status <= 0:
                    break
                body = json.dumps(said, ensure_ascii=False).encode()
                head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
                if status == 429 and self.retry_after:
                    head += f"Retry-After: {self.retry_after}\r\n"
                if self.location:
                    head += f"Location: {self.location}\r\n"
                writer.write(head.encode() + b"\r\n" + body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    first = await reader.readline()
    if not first:
        return None
    method, path, _ = first.decode().split(" ", 2)
    headers: dict[str, str] = {}
    while (line := (await reader.readline()).decode().strip()) != "":
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path, headers.get("host", ""), headers, body)


def robot(server: RobotServer, request: Request) -> Taken:
    """A group robot of whichever service the Host header names."""
    said = request.json
    assert request.method == "POST"
    assert request.headers["content-type"] == "application/json"
    if request.host == "open.feishu.cn":
        return _feishu(server, request, said)
    ding = request.host == "oapi.dingtalk.com"
    if request.query.get("access_token" if ding else "key") != "token-of-the-test":
        gone = {"errcode": 300005, "errmsg": "token is not exist"}
        return 200, gone if ding else {"errcode": 93000, "errmsg": "invalid webhook url, hint: [1], from ip: 1.2.3.4"}
    if ding and server.key:
        text = f"{request.query.get('timestamp')}\n{server.key}"
        if request.query.get("sign") != _digest(server.key, text):
            return 200, {"errcode": 310000, "errmsg": "sign not match"}
    words = said["text"]["content"]
    assert said["msgtype"] == "text"
    if not ding:
        assert len(words.encode()) <= 2048
    if server.keyword not in words:
        return 200, {"errcode": 310000, "errmsg": "keywords not in content"}
    server.messages.append(words)
    return 200, {"errcode": 0, "errmsg": "ok"}


def _feishu(server: RobotServer, request: Request, said: dict[str, Any]) -> Taken:
    if request.path != "/open-apis/bot/v2/hook/token-of-the-test":
        return 200, {"code": 19001, "msg": "param invalid: incoming webhook access token invalid"}
    if server.key and said.get("sign") != _digest(f"{said.get('timestamp')}\n{server.key}", ""):
        return 200, {"code": 19021, "msg": "sign match fail or timestamp is not within one hour from current time"}
    words = said["content"]["text"]
    assert said["msg_type"] == "text"
    if server.keyword not in words:
        return 200, {"code": 19024, "msg": "Key Words Not Found"}
    server.messages.append(words)
    return 200, {"code": 0, "msg": "success", "data": {}}


def ntfy(server: RobotServer, request: Request) -> Taken:
    """https://docs.ntfy.sh/publish/#publish-as-json; its errors carry a number of their own."""
    said = request.json
    if request.method not in ("POST", "PUT") or urlsplit(request.path).path != "/":
        return 404, {"code": 40401, "http": 404, "error": "page not found"}
    if request.headers.get("authorization", "Basic YTpi") not in ("Basic YTpi", "Bearer tk_of-the-test"):
        return 401, {"code": 40101, "http": 401, "error": "unauthorized"}
    if not re.fullmatch(r"[-_A-Za-z0-9]{1,64}", said["topic"]):
        return 400, {"code": 40009, "http": 400, "error": "invalid request: topic invalid"}
    if said["topic"] != "our-topic":
        return 403, {"code": 40301, "http": 403, "error": "forbidden"}
    if len(said["message"].encode()) > 4096:
        return 413, {"code": 41301, "http": 413, "error": "attachment too large"}
    server.messages.append(f"{said.get('title', '')}\n{said['message']}")
    return 200, {"id": "x", "event": "message", "topic": said["topic"]}


def _digest(key: str, message: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), message.encode(), hashlib.sha256).digest()).decode()
