"""The yardstick: a bare python-telegram-bot 22.8 echo bot behind its documented custom webhook pattern.

It confirms an update as soon as it is in memory, keeps nothing and remembers nothing.
"""

import asyncio
import os

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


async def main() -> None:
    api, secret = os.environ["TELEGRAM_API_URL"], os.environ["TELEGRAM_WEBHOOK_SECRET"]
    builder = Application.builder().token(os.environ["TELEGRAM_TOKEN"]).updater(None)
    application = builder.base_url(f"{api}/bot").base_file_url(f"{api}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))

    async def telegram(request: Request) -> Response:
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != secret:
            return Response(status_code=403)
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return Response()

    async def health(_: Request) -> PlainTextResponse:
        return PlainTextResponse("ok" if application.running else "starting", 200 if application.running else 503)

    routes = [Route("/telegram", telegram, methods=["POST"]), Route("/healthz", health)]
    config = uvicorn.Config(
        Starlette(routes=routes), port=int(os.environ["WEB_PORT"]), use_colors=False, log_level="warning"
    )
    await application.bot.set_webhook(os.environ["TELEGRAM_WEBHOOK_URL"], secret_token=secret)
    async with application:
        await application.start()
        await uvicorn.Server(config).serve()
        await application.stop()


if __name__ == "__main__":
    asyncio.run(main())
