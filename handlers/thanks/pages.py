"""What stands behind the code of a certificate, and what a verifier of a badge reads."""

import json
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.dialogue.feature import SitePage
from bot.i18n.texts import LANGUAGES
from bot.identity import places
from bot.server.headers import HEADERS
from bot.server.tongues import tongue
from bot.services import Site
from bot.web.pages import Templates, file_answer, fresh_answer, html_answer
from handlers.thanks import credential, store
from handlers.thanks.store.certificates import Standing
from handlers.thanks.words import t

FILES = Path(__file__).parent / "page"
TEMPLATES = Templates(FILES)
CODE = re.compile(r"[A-Za-z0-9_-]{22}")  # 128 bits
NUMBER = re.compile(r"[1-9][0-9]{0,8}")
JSON = "application/json"
# Withdrawn is withdrawn at once: asked again each time.
AT_ONCE = {"Cache-Control": "no-cache"}
# Whoever verifies badges may do it in a browser.
READABLE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


async def show(request: Request, site: Site) -> Response:
    """Valid or withdrawn, in the reader's language; what was never issued is not there."""
    found = await _standing(request, site)
    if found is None:
        return _nothing()
    spoken = tongue(request, tuple(LANGUAGES))
    sign, answer = ("✓", t.valid) if found.valid else ("✗", t.withdrawn_page)
    answered = html_answer(request, TEMPLATES.render("certificate.html", spoken, sign=sign, answer=answer), spoken)
    answered.headers["Cache-Control"] = AT_ONCE["Cache-Control"]
    return answered


async def show_status(request: Request, site: Site) -> Response:
    """The same for a machine: a revocation list of this one credential, so that nobody learns of another."""
    found = await _standing(request, site)
    if found is None:
        return _nothing()
    here = credential.address(site.links, request.path_params["code"])
    revoked = [] if found.valid else [{"id": here, "revoked": True}]
    issuer = credential.issuer_address(site.links, found.place_code)
    says = {"id": f"{here}/status", "issuer": issuer, "revokedCredential": revoked}
    return _json(request, json.dumps(says), AT_ONCE)


async def show_issuer(request: Request, site: Site) -> Response:
    async with site.database.read() as tx:
        place = await places.find_by_code(tx, request.path_params["code"])
    if place is None:
        return _nothing()
    says = {"@context": credential.CONTEXT, **credential.issuer(site.links, place.code, place.name)}
    return _json(request, json.dumps(says))


async def show_key(request: Request, site: Site) -> Response:
    """A public key, also of one that signs no more: what it signed goes on being verified."""
    number = request.path_params["number"]
    async with site.database.read() as tx:
        place = await places.find_by_code(tx, request.path_params["code"])
        known = place is not None and NUMBER.fullmatch(number)
        key = await store.keys.public(tx, place.id, int(number)) if place is not None and known else None
    return _nothing() if key is None else _json(request, key)


async def show_style(request: Request, site: Site) -> Response:
    return await file_answer(request, FILES / "certificate.css")


async def _standing(request: Request, site: Site) -> Standing | None:
    code = request.path_params["code"]
    if not CODE.fullmatch(code):
        return None
    async with site.database.read() as tx:
        return await store.certificates.by_code(tx, code)


def _json(request: Request, content: str, more: dict[str, str] | None = None) -> Response:
    return fresh_answer(request, content.encode(), JSON, {**READABLE, **(more or {})})


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here.", 404, HEADERS)


PAGES = (
    SitePage("/c/certificate.css", show_style),
    SitePage("/c/{code}", show),
    SitePage("/c/{code}/status", show_status),
    SitePage("/issuers/{code}", show_issuer),
    SitePage("/issuers/{code}/keys/{number}", show_key),
)
