"""Group robots of WeCom, DingTalk and Feishu: they answer 200 whatever happens, and say the rest in a number.

WeCom: https://developer.work.weixin.qq.com/document/path/91770 (numbers: /document/path/90313)
DingTalk: https://open.dingtalk.com/document/orgapp/custom-robot-access; its 310000 means three things, told apart
by the words beside it.
Feishu: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from bot.clock import milliseconds
from bot.relay.https import NoAnswer, call
from bot.relay.public_http import Reach
from bot.relay.services import Service, Target
from bot.relay.verdicts import SENT, Reason, Reply, later, of_status, refused, uncertain
from bot.relay.words import cut

LIMITS = {Service.WECOM: 2048, Service.DINGTALK: 18_000, Service.FEISHU: 18_000}  # bytes of text
A_MINUTE, TEN_MINUTES = 60.0, 600.0  # DingTalk's punishment for more than 20 a minute

WECOM = {
    -1: later(Reason.BUSY, -1),
    45009: later(Reason.BUSY, 45009, A_MINUTE),
    45033: later(Reason.BUSY, 45033, A_MINUTE),
    93000: refused(Reason.GONE, 93000),
    93004: refused(Reason.GONE, 93004),
    93008: refused(Reason.GONE, 93008),
}
DINGTALK = {
    -1: later(Reason.BUSY, -1),
    130101: later(Reason.BUSY, 130101, TEN_MINUTES),
    410100: later(Reason.BUSY, 410100, TEN_MINUTES),
    **{code: refused(Reason.GONE, code) for code in (300001, 300005, 400013, 400101, 400102, 400106)},
}
FEISHU = {
    11232: later(Reason.BUSY, 11232, A_MINUTE),
    19001: refused(Reason.GONE, 19001),
    19007: refused(Reason.GONE, 19007),
    19021: refused(Reason.SIGNATURE, 19021),
    19022: refused(Reason.NETWORK, 19022),
    19024: refused(Reason.KEYWORD, 19024),
}
CODES = {Service.WECOM: WECOM, Service.DINGTALK: DINGTALK, Service.FEISHU: FEISHU}


async def send(reach: Reach, target: Target, title: str, words: str, now: datetime) -> Reply:
    """Never raises: what the service or the network makes of it is the reply."""
    url, body = _written(target, cut(f"{title}\n{words}", LIMITS[target.service]), now)
    try:
        answer = await call(reach, "POST", url, body)
    except NoAnswer as error:
        return error.reply
    if answer.status != 200:
        return of_status(answer.status)
    return judge(target.service, answer.said)


def judge(service: Service, said: Mapping[str, Any]) -> Reply:
    """By its number, which Feishu calls `code` and the others `errcode`."""
    code = said.get("code", said.get("StatusCode")) if service is Service.FEISHU else said.get("errcode")
    words = str(said.get("msg" if service is Service.FEISHU else "errmsg", "")).lower()
    if code == 0:
        return SENT
    if not isinstance(code, int):
        return uncertain()
    if service is Service.DINGTALK and code == 310000:
        return refused(_why_unsafe(words), code)
    if service is Service.FEISHU and code == 9499 and "too many" in words:
        return later(Reason.BUSY, code, A_MINUTE)
    return CODES[service].get(code, refused(Reason.OTHER, code))


def _why_unsafe(words: str) -> Reason:
    if "keyword" in words:
        return Reason.KEYWORD
    if "sign" in words or "timestamp" in words:
        return Reason.SIGNATURE
    return Reason.NETWORK if "ip " in words or "whitelist" in words else Reason.OTHER


def _written(target: Target, words: str, now: datetime) -> tuple[str, dict[str, object]]:
    text: dict[str, object] = {"msgtype": "text", "text": {"content": words}}
    if target.service is Service.WECOM:
        return target.url, text
    if target.service is Service.DINGTALK:
        if not target.key:
            return target.url, text
        moment = milliseconds(now)
        sign = _digest(target.key.encode(), f"{moment}\n{target.key}".encode())
        return f"{target.url}&timestamp={moment}&sign={quote(sign, safe='')}", text
    # In Feishu's text <at user_id="all"> rings everybody's phone, whoever typed it.
    body: dict[str, object] = {"msg_type": "text", "content": {"text": words.replace("<", "＜")}}
    if target.key:
        moment = milliseconds(now) // 1000
        body |= {"timestamp": str(moment), "sign": _digest(f"{moment}\n{target.key}".encode(), b"")}
    return target.url, body


def _digest(key: bytes, message: bytes) -> str:
    return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
