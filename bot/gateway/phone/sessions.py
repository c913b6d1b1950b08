"""Who is at the other end: the cookie, its hash, the origin of a request, and opening a chat."""

import hashlib
import hmac
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.gateway import numbers, store
from bot.gateway.core import Core
from bot.gateway.errors import PhoneError
from bot.server.addresses import network_of

COOKIE = "nestbox"
LASTS = timedelta(days=400)
HOUR = timedelta(hours=1)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}")


def hashed(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "surrogateescape")).hexdigest()


def check_origin(request: Request) -> None:
    """Another page must not speak for a person: a POST names our own host as its origin, or the browser vouches."""
    origin = request.headers.get("origin")
    if origin is not None:
        same = bool(origin) and urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    else:
        same = request.headers.get("sec-fetch-site") == "same-origin"
    if not same:
        raise PhoneError(403, "wrong_origin")


def session(request: Request) -> str:
    """The hash of the cookie that came with the request."""
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        raise PhoneError(401, "no_session")
    return hashed(cookie)


async def person(core: Core, request: Request) -> store.Person:
    async with core.database.glance() as tx:
        found = await store.person_of_session(tx, session(request))
    if found is None:
        raise PhoneError(401, "no_session")
    return found


async def open_chat(core: Core, request: Request, wanted: Any) -> tuple[store.Person, str | None]:
    """The person of the cookie, or a new one with the cookie to set."""
    language = _language(wanted)
    cookie = request.cookies.get(COOKIE)
    if cookie:
        async with core.database.read() as tx:
            known = await store.person_of_session(tx, hashed(cookie))
        if known is not None:
            return await _with_language(core, known, language), None
    return await _arrive(core, request, language or _accepted(request))


async def _with_language(core: Core, known: store.Person, language: str) -> store.Person:
    if not language or language == known.language:
        return known
    async with core.database.write() as tx:
        await store.keep_language(tx, known.id, language)
    return replace(known, language=language)


async def origin(core: Core, tx: Tx, request: Request) -> str:
    """A word for the address of a request: the same all day for one address, and nothing but a word.

    The salt is made anew each day and yesterday's is forgotten, so nobody can find the address again, nor tell
    whether two words of different days mean the same.
    """
    today = core.clock.now().date().isoformat()
    kept = await store.setting(tx, "origin_salt") or {}
    if kept.get("day") != today:
        kept = await _salt_of(tx, today)
    return hmac.new(kept["salt"].encode(), network_of(request).encode(), hashlib.sha256).hexdigest()[:32]


async def _salt_of(tx: Tx, today: str) -> dict[str, str]:
    """Two processes do not make two of them."""
    await tx.lock("gateway salt")
    kept: dict[str, str] = await store.setting(tx, "origin_salt") or {}
    if kept.get("day") != today:
        kept = {"day": today, "salt": secrets.token_hex(32)}
        await store.keep_setting(tx, "origin_salt", kept)
    return kept


async def _arrive(core: Core, request: Request, language: str) -> tuple[store.Person, str]:
    """Whoever only opens the page counts against nobody, and is forgotten soon (pruning.SILENT)."""
    core.openings.check(network_of(request))
    cookie, now = secrets.token_urlsafe(32), core.now()
    async with core.database.write() as tx:
        (number,) = await numbers.take_out_of_line(tx, 1)
        newcomer = store.Person(number, store.guest_name(), language, 0)
        await store.add_person(tx, newcomer, hashed(cookie), now)
    return newcomer, cookie


@asynccontextmanager
async def counting(core: Core, person: store.Person, request: Request) -> AsyncIterator[None]:
    """Around what she says: so many people an hour begin to speak from one address, and no more."""
    async with core.database.glance() as tx:
        first = not await store.has_spoken(tx, person.id)
        hour_ago = milliseconds(core.clock.now() - HOUR)
        if first and await store.arrivals(tx, _address(core, request), hour_ago) >= core.limits.sessions:
            raise PhoneError(429, "slow_down", int(HOUR.total_seconds()))
    yield
    if first:
        async with core.database.write() as tx:
            await store.add_arrival(tx, _address(core, request), core.now())


def _address(core: Core, request: Request) -> str:
    return hmac.new(core.secret, network_of(request).encode(), hashlib.sha256).hexdigest()


def give(response: Response, request: Request, cookie: str) -> None:
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=int(LASTS.total_seconds()),
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


async def leave(core: Core, request: Request) -> store.Person:
    """Forgets this cookie at once; returns whose it was."""
    leaver = await person(core, request)
    async with core.database.write() as tx:
        await store.end_session(tx, session(request))
    return leaver


def _language(wanted: Any) -> str:
    tag = str(wanted or "").lower()
    return tag if LANGUAGE.fullmatch(tag) else ""


def _accepted(request: Request) -> str:
    first = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip().lower()
    return first.partition("-")[0] if LANGUAGE.fullmatch(first) else ""
