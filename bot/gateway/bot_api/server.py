"""The Bot API side: finds the method, checks the token, and speaks Telegram's codes."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.database.db import NotSaved
from bot.gateway import chat_language, store
from bot.gateway.bot_api import answering, editing, receiving, sending
from bot.gateway.bot_api.params import Params, read_params
from bot.gateway.bot_api.receiving import Receiver
from bot.gateway.core import Core
from bot.gateway.errors import ApiError
from bot.storage.storage import Unavailable

log = logging.getLogger(__name__)

Method = Callable[[Core, Params], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getme": answering.get_me,
    "logout": answering.yes,
    "close": answering.yes,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendvoice": sending.send_voice,
    "sendlocation": sending.send_location,
    "sendmediagroup": sending.send_media_group,
    "copymessage": sending.copy_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "setmessagereaction": editing.set_message_reaction,
    "answercallbackquery": answering.answer_callback_query,
    "sendchataction": answering.send_chat_action,
    "getchat": answering.get_chat,
    "getfile": answering.get_file,
    "setmycommands": answering.set_my_commands,
    "getmycommands": answering.get_my_commands,
    "deletemycommands": answering.delete_my_commands,
    "setchatlanguage": chat_language.set_chat_language,
    "setchatmenubutton": answering.set_chat_menu_button,
    "getchatmenubutton": answering.get_chat_menu_button,
    "setmyname": answering.set_my_name,
    "getmyname": answering.get_my_name,
}
# WebhookActor.cpp: a webhook's answer may call anything but these, and what starts with "get".
NOT_BY_WEBHOOK = ("setwebhook", "deletewebhook", "close", "logout")


class BotApi:
    def __init__(self, core: Core) -> None:
        self._core = core
        self._methods: dict[str, Method] = METHODS | {"getupdates": Receiver(core).get_updates}
        self.app = Starlette(
            routes=[
                Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", self._download, methods=["GET"]),
            ],
            exception_handlers={404: _no_route, 405: _no_route},
        )

    async def execute(self, method: str, values: dict[str, Any]) -> None:
        """What a webhook answered with; its result is told to nobody."""
        name = method.lower()
        if name.startswith("get") or name in NOT_BY_WEBHOOK or name not in self._methods:
            return
        try:
            await self._methods[name](self._core, Params(values, {}))
        except ApiError as error:
            log.info("webhook answer %s: %s", name, error.description)

    async def _call(self, request: Request) -> Response:
        try:
            self._check_token(request)
            method = self._methods.get(request.path_params["method"].lower())
            if method is None:
                raise ApiError(404, "Not Found: method not found")
            result = await method(self._core, await read_params(request))
        except ApiError as error:
            return _refused(error)
        except NotSaved:
            return _refused(ApiError(500, "Internal Server Error: not saved"))
        return _json({"ok": True, "result": result}, 200)

    async def _download(self, request: Request) -> Response:
        try:
            self._check_token(request)
        except ApiError as error:
            return _refused(error)
        name = request.path_params["path"].rpartition("/")[2].replace("\0", "")
        async with self._core.database.read() as tx:
            file = await store.file_at(tx, name)
        try:
            content = await self._core.shelf.read(name) if file and file.size <= answering.LARGEST_DOWNLOAD else None
        except Unavailable:
            return _refused(ApiError(500, "Internal Server Error: not now"))
        if content is None:
            return _refused(ApiError(404, "Not Found"))
        return Response(content, media_type="application/octet-stream")

    def _check_token(self, request: Request) -> None:
        # PTB percent-encodes the colon in file addresses; Starlette has decoded the path already.
        given = request.path_params["token"].encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._core.token.encode()):
            raise ApiError(401, "Unauthorized")


async def _no_route(request: Request, error: Exception) -> Response:
    return _refused(ApiError(404, "Not Found"))


def _refused(error: ApiError) -> Response:
    body = {"ok": False, "error_code": error.code, "description": error.description}
    return _json(body | ({"parameters": error.parameters} if error.parameters else {}), error.code)


def _json(body: dict[str, Any], status: int) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, media_type="application/json")
