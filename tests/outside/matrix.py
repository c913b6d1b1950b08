"""A Matrix server: it knows one account, its rooms and its transactions, and refuses as Synapse does.

https://spec.matrix.org/v1.15/client-server-api/
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.outside.robots import Request, RobotServer, Taken

API = "/_matrix/client/v3"
PASSWORD = "password-of-the-test"


@dataclass
class Homeserver:
    """`logins_left` before it answers M_LIMIT_EXCEEDED; `invited` may be joined; `made` should stay empty."""

    aliases: dict[str, str] = field(default_factory=lambda: {"#room:matrix.example.org": "!room:matrix.example.org"})
    # Since room version 12 an id has no server in it.
    invited: set[str] = field(
        default_factory=lambda: {"!room:matrix.example.org", "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM"}
    )
    joined: set[str] = field(default_factory=set)
    made: list[str] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    logins_left: int = 3
    limited_ms: int = 2000
    tokens: dict[str, str] = field(default_factory=dict)  # token → device
    transactions: dict[tuple[str, str], str] = field(default_factory=dict)

    def __call__(self, server: RobotServer, request: Request) -> Taken:
        path = urlsplit(request.path).path
        if path == "/.well-known/matrix/client":
            return 404, {"errcode": "M_NOT_FOUND"}
        if not path.startswith(API):
            return 404, {"errcode": "M_UNRECOGNIZED"}
        verb, *parts = [unquote(part) for part in path.removeprefix(API).strip("/").split("/")]
        if verb == "login":
            return self._log_in(request.json) if request.method == "POST" else _error(405, "M_UNRECOGNIZED")
        device = self.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        if device is None:
            return _error(401, "M_UNKNOWN_TOKEN")
        if verb == "createRoom":
            self.made.append(str(request.json))
            return 200, {"room_id": "!new:matrix.example.org"}
        if verb == "directory" and request.method == "GET":
            room = self.aliases.get(parts[1])
            return (200, {"room_id": room, "servers": []}) if room else _error(404, "M_NOT_FOUND")
        if verb == "join" and request.method == "POST":
            return self._join(parts[0])
        if verb == "rooms" and parts[1] == "send" and request.method == "PUT":
            return self._send(server, device, parts[0], parts[3], request.json)
        return _error(404, "M_UNRECOGNIZED")

    def _log_in(self, said: dict[str, Any]) -> Taken:
        if self.logins_left <= 0:
            return 429, {
                "errcode": "M_LIMIT_EXCEEDED",
                "error": "Too Many Requests",
                "retry_after_ms": self.limited_ms,
            }
        self.logins_left -= 1
        if said["identifier"] != {"type": "m.id.user", "user": "bot"} or said["password"] != PASSWORD:
            return _error(403, "M_FORBIDDEN")
        device = said.get("device_id") or f"DEVICE{len(self.logins)}"
        self.logins.append(device)
        # An earlier token of the same device is worth nothing any more.
        self.tokens = {token: one for token, one in self.tokens.items() if one != device}
        token = f"token-{len(self.logins)}"
        self.tokens[token] = device
        return 200, {"access_token": token, "user_id": "@bot:matrix.example.org", "device_id": device}

    def _join(self, room: str) -> Taken:
        if room not in self.invited | self.joined:
            return _error(403, "M_FORBIDDEN")
        self.joined.add(room)
        return 200, {"room_id": room}

    def _send(self, server: RobotServer, device: str, room: str, txn: str, said: dict[str, Any]) -> Taken:
        if room not in self.joined:
            return _error(403, "M_FORBIDDEN")
        assert said["msgtype"] == "m.text"
        known = self.transactions.get((device, txn))
        if known is None:
            known = self.transactions[device, txn] = f"${len(self.transactions)}"
            server.messages.append(str(said["body"]))
        return 200, {"event_id": known}


def _error(status: int, errcode: str) -> Taken:
    return status, {"errcode": errcode, "error": "refused"}
