"""The Starlette app: pages of the features, Telegram's webhook, the phone page, health and metrics."""

import hmac
from collections.abc import Sequence
from urllib.parse import urlsplit

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.dialogue.feature import Page, SitePage, Town
from bot.i18n.texts import machine as m
from bot.server.addresses import is_loopback
from bot.server.protection import HANDLERS, Protected, sentence
from bot.services import Site
from bot.updates.receiving import Webhook
from bot.web.measuring import Measuring

WEBHOOK_PATH = "/telegram"
FOR_NOW = {"Cache-Control": "no-store"}
# Of whoever comes through a proxy, named or not, https://www.rfc-editor.org/rfc/rfc7239 and what was used before it.
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")


def build(
    site: Site,
    town: Town,
    phone_routes: Sequence[BaseRoute],
    measuring: Measuring,
    webhook: Webhook | None = None,
    webhook_url: str = "",
    metrics_token: str = "",
    proxies: Sequence[str] = (),
) -> ASGIApp:
    """`webhook_url` is what Telegram was told; a proxy may leave its path as it is, or make it WEBHOOK_PATH."""
    readiness = measuring.readiness

    async def healthz(request: Request) -> Response:
        """Asks nobody: whoever is started anew since its database is away helps nobody."""
        return JSONResponse({"ok": True}, headers=FOR_NOW)

    async def readyz(request: Request) -> Response:
        reasons = await readiness.reasons()
        content = {"ok": not reasons, "reasons": reasons, "silent_doors": readiness.silent_doors}
        return JSONResponse(content, 503 if reasons else 200, headers=FOR_NOW)

    async def metrics(request: Request) -> Response:
        if not _may_measure(request, metrics_token):
            return sentence(request, m.metrics_private, 403)
        return Response(await measuring.text(), media_type=CONTENT_TYPE_PLAIN_0_0_4, headers=FOR_NOW)

    routes: list[BaseRoute] = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]
    if webhook is not None:
        paths = {WEBHOOK_PATH, urlsplit(webhook_url).path or WEBHOOK_PATH} - {"/"}
        routes += [Route(path, webhook.answer, methods=["POST"]) for path in sorted(paths)]
    pages = [page for feature in town.features for page in feature.pages]
    routes += [_route(page, site) for page in pages]
    # The page on a slow line; it leaves event streams alone.
    compressed = Middleware(GZipMiddleware, minimum_size=1000)
    app = Starlette(routes=[*routes, *phone_routes], middleware=[compressed], exception_handlers=HANDLERS)
    return Protected(app, proxies)


def _may_measure(request: Request, token: str) -> bool:
    """With the word, or from this very machine: a proxy on it speaks for the whole world, by our public name."""
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    # nginx that was told nothing about headers: our own address as the name, and HTTP/1.0, which nobody else speaks.
    forwarded = any(name in request.headers for name in FORWARDED) or request.scope.get("http_version") == "1.0"
    here = request.client is not None and is_loopback(request.client.host)
    return here and not forwarded and is_loopback(request.url.hostname or "")


def _route(page: Page | SitePage, site: Site) -> Route:
    async def answer(request: Request) -> Response:
        if isinstance(page, SitePage):
            return await page.answer(request, site)
        return await page.answer(request, site.database)

    return Route(page.path, answer)
