"""The Starlette app: pages of the features, Telegram's webhook, the phone page, health and metrics."""

import asyncio
import hmac
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot import program
from bot.clock import Clock
from bot.database.db import Database, NotSaved
from bot.dialogue.feature import Page, SitePage, Town
from bot.gateway import store as gateway_store
from bot.i18n.texts import machine as m
from bot.outbox.store import counts
from bot.server.addresses import is_loopback
from bot.server.protection import HANDLERS, Protected, sentence
from bot.services import Site
from bot.updates.receiving import Webhook

WEBHOOK_PATH = "/telegram"
HEALTH_SECONDS = 5.0  # whoever asks more often hears the same
HEALTH_PATIENCE = 2.0  # seconds
# Of whoever comes through a proxy, named or not, https://www.rfc-editor.org/rfc/rfc7239 and what was used before it.
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")


def build(
    site: Site,
    town: Town,
    phone_routes: Sequence[BaseRoute],
    webhook: Webhook | None = None,
    webhook_url: str = "",
    metrics_token: str = "",
    proxies: Sequence[str] = (),
) -> ASGIApp:
    """`webhook_url` is what Telegram was told; a proxy may leave its path as it is, or make it WEBHOOK_PATH."""
    health = Health(site.database, site.clock)

    async def healthz(request: Request) -> Response:
        well = await health.is_well()
        return JSONResponse({"ok": well}, 200 if well else 503, headers={"Cache-Control": "no-store"})

    async def metrics(request: Request) -> Response:
        if not _may_measure(request, metrics_token):
            return sentence(request, m.metrics_private, 403)
        return PlainTextResponse(await _metrics(site.database), media_type="text/plain; version=0.0.4")

    routes: list[BaseRoute] = [Route("/healthz", healthz), Route("/metrics", metrics)]
    if webhook is not None:
        paths = {WEBHOOK_PATH, urlsplit(webhook_url).path or WEBHOOK_PATH} - {"/"}
        routes += [Route(path, webhook.answer, methods=["POST"]) for path in sorted(paths)]
    pages = [page for feature in town.features for page in feature.pages]
    routes += [_route(page, site) for page in pages]
    # The page on a slow line; it leaves event streams alone.
    compressed = Middleware(GZipMiddleware, minimum_size=1000)
    app = Starlette(routes=[*routes, *phone_routes], middleware=[compressed], exception_handlers=HANDLERS)
    return Protected(app, proxies)


class Health:
    """Well is whoever can keep what she is given: something is written, now and then."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._asked = float("-inf")
        self._trying: asyncio.Task[bool] | None = None

    async def is_well(self) -> bool:
        """Whoever waits long in the line of those who want to write is not well either."""
        now = self._clock.monotonic()
        if self._trying is None or (self._trying.done() and now - self._asked >= HEALTH_SECONDS):
            self._asked = now
            self._trying = asyncio.create_task(self._can_save())
        done, _ = await asyncio.wait({self._trying}, timeout=HEALTH_PATIENCE)
        return bool(done) and self._trying.result()

    async def _can_save(self) -> bool:
        try:
            async with self._database.write() as tx:
                await gateway_store.touch(tx)
        except NotSaved:
            return False
        return True


def _may_measure(request: Request, token: str) -> bool:
    """With the word, or from this very machine: a proxy on it speaks for the whole world, by our public name."""
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    forwarded = any(name in request.headers for name in FORWARDED)
    here = request.client is not None and is_loopback(request.client.host)
    return here and not forwarded and is_loopback(request.url.hostname or "")


def _route(page: Page | SitePage, site: Site) -> Route:
    async def answer(request: Request) -> Response:
        if isinstance(page, SitePage):
            return await page.answer(request, site)
        return await page.answer(request, site.database)

    return Route(page.path, answer)


async def _metrics(database: Database) -> str:
    """In Prometheus' text format; numbers only, nothing about anybody."""
    async with database.read() as tx:
        rows = await counts.by_state(tx)
        aside = await tx.one(int, "SELECT count(*) FROM kept_aside")
    lines = ["# TYPE nestbox_build_info gauge", f'nestbox_build_info{{version="{program.VERSION}"}} 1']
    lines += ["# TYPE nestbox_outbox_rows gauge"]
    lines += [f'nestbox_outbox_rows{{door="{door}",state="{state}"}} {count}' for door, state, count in rows]
    lines += ["# TYPE nestbox_updates_kept_aside gauge", f"nestbox_updates_kept_aside {aside}"]
    return "\n".join(lines) + "\n"
