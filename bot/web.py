"""The Starlette app: pages of the features, Telegram's webhook, the phone page, health and metrics."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.db import Database
from bot.feature import Page, SitePage, Town
from bot.site import Site
from bot.updates import Webhook

WEBHOOK_PATH = "/telegram"


def build(
    site: Site,
    town: Town,
    phone_routes: Sequence[BaseRoute],
    webhook: Webhook | None = None,
    webhook_url: str = "",
) -> Starlette:
    """`webhook_url` is what Telegram was told; a proxy may leave its path as it is, or make it WEBHOOK_PATH."""
    database = site.database

    async def healthz(request: Request) -> Response:
        async with database.read() as tx:
            await tx.one(int, "SELECT 1")
        return JSONResponse({"ok": True})

    async def metrics(request: Request) -> Response:
        return PlainTextResponse(await _metrics(database), media_type="text/plain; version=0.0.4")

    routes: list[BaseRoute] = [Route("/healthz", healthz), Route("/metrics", metrics)]
    if webhook is not None:
        paths = {WEBHOOK_PATH, urlsplit(webhook_url).path or WEBHOOK_PATH} - {"/"}
        routes += [Route(path, webhook.answer, methods=["POST"]) for path in sorted(paths)]
    pages = [page for feature in town.features for page in feature.pages]
    routes += [_route(page, site) for page in pages]
    # The page on a slow line; it leaves event streams alone.
    compressed = Middleware(GZipMiddleware, minimum_size=1000)
    return Starlette(routes=[*routes, *phone_routes], middleware=[compressed])


def _route(page: Page | SitePage, site: Site) -> Route:
    async def answer(request: Request) -> Response:
        if isinstance(page, SitePage):
            return await page.answer(request, site)
        return await page.answer(request, site.database)

    return Route(page.path, answer)


async def _metrics(database: Database) -> str:
    """In Prometheus' text format; numbers only, nothing about anybody."""
    async with database.read() as tx:
        rows = await tx.all(
            lambda *row: row, "SELECT door, state, count(*) FROM outbox GROUP BY door, state ORDER BY door, state"
        )
        aside = await tx.one(int, "SELECT count(*) FROM kept_aside")
    lines = ["# TYPE nestbox_outbox_rows gauge"]
    lines += [f'nestbox_outbox_rows{{door="{door}",state="{state}"}} {count}' for door, state, count in rows]
    lines += ["# TYPE nestbox_updates_kept_aside gauge", f"nestbox_updates_kept_aside {aside}"]
    return "\n".join(lines) + "\n"
