"""Matrix: a message into a room that is there already. https://spec.matrix.org/v1.15/client-server-api/

A send carries a transaction id, so that a repeat of it is the same message; that holds for one device, which is why
we log in as the same one every time. A room is looked up and joined, never made: a mistyped one is said to be so.
"""

import asyncio
import hashlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from bot.relay.https import NoAnswer, Said, call
from bot.relay.public_http import Reach
from bot.relay.services import Target, credentials
from bot.relay.verdicts import SENT, Outcome, Reason, Reply, later, of_status, refused
from bot.relay.words import cut

API = "/_matrix/client/v3"
WELL_KNOWN = "/.well-known/matrix/client"
LIMIT = 30_000  # bytes; a whole event may have 65,536
A_MINUTE = 60.0
MOST_SESSIONS = 1000


@dataclass
class _Session:
    """One account and room: logged in once, however many messages there are."""

    base: str = ""
    token: str = ""
    room: str = ""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class _Refused(Exception):
    """The server did not do it."""

    def __init__(self, reply: Reply, errcode: str = "") -> None:
        super().__init__(errcode)
        self.reply = reply
        self.errcode = errcode


class Matrix:
    """Remembers tokens and rooms for as long as the program runs; `send` never raises."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._sessions: dict[str, _Session] = {}

    async def send(self, target: Target, title: str, words: str, txn: str) -> Reply:
        if len(self._sessions) > MOST_SESSIONS:
            self._sessions.clear()
        session = self._sessions.setdefault(target.url, _Session())
        try:
            # One after another: many messages at once would be as many logins.
            async with session.lock:
                await self._put(target, session, cut(f"{title}\n{words}", LIMIT), txn)
        except _Refused as error:
            return error.reply
        except NoAnswer as error:
            # Whether it arrived or not, the same transaction again does no harm.
            again = error.reply.outcome is Outcome.UNCERTAIN
            return later(Reason.UNREACHABLE) if again else error.reply
        return SENT

    async def _put(self, target: Target, session: _Session, body: str, txn: str) -> None:
        remembered = bool(session.token)
        try:
            await self._enter(target, session)
            path = f"/rooms/{quote(session.room, safe='')}/send/m.room.message/{quote(txn, safe='')}"
            await self._ask(session, "PUT", path, {"msgtype": "m.text", "body": body}, "in the room")
        except _Refused as error:
            forgotten = error.errcode == "M_UNKNOWN_TOKEN" or error.reply.reason is Reason.INVITE
            if not (forgotten and remembered):
                raise
            # The token ran out, or we were put out of the room and perhaps asked in again: from the beginning, once.
            session.token = session.room = ""
            await self._put(target, session, body, txn)

    async def _enter(self, target: Target, session: _Session) -> None:
        if not session.base:
            session.base = await self._base(target)
        if not session.token:
            session.token = await self._log_in(target, session)
        if not session.room:
            session.room = await self._join(target, session)

    async def _base(self, target: Target) -> str:
        """A server may say that its clients are to call another one; https://spec.matrix.org/v1.15/client-server-api/
        section "Well-known URIs"."""
        host = urlsplit(target.url).netloc.rpartition("@")[2]
        own = f"https://{host}"
        if urlsplit(target.url).port is not None:
            return own
        found = await call(self._reach, "GET", own + WELL_KNOWN)
        homeserver = found.said.get("m.homeserver") if found.status == 200 else None
        said = homeserver.get("base_url") if isinstance(homeserver, dict) else None
        return said.rstrip("/") if isinstance(said, str) and said.startswith("https://") else own

    async def _log_in(self, target: Target, session: _Session) -> str:
        known = credentials(target.url)
        if known is None:
            raise _Refused(refused(Reason.LOGIN))
        if known.password is None:
            return known.name  # an access token
        body = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": known.name},
            "password": known.password,
            "device_id": "NESTBOX" + hashlib.sha256(target.url.encode()).hexdigest()[:8].upper(),
            "initial_device_display_name": "Nestbox",
        }
        said = await self._ask(session, "POST", "/login", body, "login")
        return _text(said, "access_token")

    async def _join(self, target: Target, session: _Session) -> str:
        """Joining a room one is in already is no change. Expects a token."""
        name = unquote(urlsplit(target.url).path.strip("/"))
        if name.startswith("#"):
            if ":" not in name:
                name = f"{name}:{target.host}"
            found = await self._ask(session, "GET", f"/directory/room/{quote(name, safe='')}", None, "directory")
            name = _text(found, "room_id")
        said = await self._ask(session, "POST", f"/join/{quote(name, safe='')}", {}, "join")
        return _text(said, "room_id")

    async def _ask(self, session: _Session, method: str, path: str, body: object, what: str) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {session.token}"} if session.token else {}
        answer = await call(self._reach, method, session.base + API + path, body, headers)
        if answer.status != 200:
            raise _Refused(judge(answer, what), str(answer.said.get("errcode", "")))
        return dict(answer.said)


def judge(answer: Said, what: str) -> Reply:
    """https://spec.matrix.org/v1.15/client-server-api/#standard-error-response; by status where it says nothing."""
    code = str(answer.said.get("errcode", answer.status))
    if answer.status == 429 or code == "M_LIMIT_EXCEEDED":
        wait = answer.said.get("retry_after_ms")
        seconds = wait / 1000 if isinstance(wait, int | float) else answer.retry_after or A_MINUTE
        return later(Reason.BUSY, code, max(seconds, 1.0))
    if answer.status >= 500:
        return later(Reason.UNREACHABLE, code)  # the same transaction again does no harm
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED") or what == "login":
        return refused(Reason.LOGIN, code)
    if code == "M_FORBIDDEN":
        return refused(Reason.INVITE, code)
    if answer.status == 404 or code == "M_INVALID_PARAM":
        return refused(Reason.GONE, code)
    return of_status(answer.status) if answer.status not in (401, 403) else refused(Reason.LOGIN, code)


def _text(said: dict[str, Any], name: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not found:
        raise _Refused(refused(Reason.OTHER, name))
    return found
