"""E-mail, by a login at somebody's mail server: TLS always, and to the very address that was checked."""

import asyncio
import contextlib
import socket
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from bot.relay.public_http import NotFound, NotPublic, Reach
from bot.relay.services import Letter, Target, letter
from bot.relay.verdicts import SENT, Reason, Reply, later, refused, uncertain

PATIENCE = 20.0  # seconds for each answer
LAST_WORD = 2.0  # seconds for the answer to QUIT
WRONG_LOGIN = (530, 534, 535, 538)  # https://www.rfc-editor.org/rfc/rfc4954#section-6


async def send(reach: Reach, target: Target, title: str, words: str, txn: str, now: datetime) -> Reply:
    """Never raises. After the message was handed over, silence is unsure: mail servers notice no repeat."""
    told = letter(target.url)
    try:
        sock = await _connected(reach, target)
    except NotPublic:
        return refused(Reason.PRIVATE)
    except (NotFound, OSError, TimeoutError):
        return later(Reason.UNREACHABLE)
    server = aiosmtplib.SMTP(
        hostname=target.host,
        sock=sock,
        timeout=PATIENCE,
        use_tls=told.tls_from_the_start,
        start_tls=not told.tls_from_the_start,
        tls_context=_trusted(reach),
    )
    try:
        return await _said(server, told, _message(told, title, words, txn, now))
    finally:
        # From here on the socket belongs to the transport, which closes it in the loop's next round.
        server.close()
        await asyncio.sleep(0)


def _trusted(reach: Reach) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if reach.authority:
        context.load_verify_locations(cafile=reach.authority)
    return context


async def _connected(reach: Reach, target: Target) -> socket.socket:
    address = await reach.endpoint(target.host, target.port)
    found = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, socket.SOCK_STREAM)
    found.setblocking(False)
    try:
        async with asyncio.timeout(PATIENCE):
            await asyncio.get_running_loop().sock_connect(found, address)
    except BaseException:
        found.close()
        raise
    return found


async def _said(server: aiosmtplib.SMTP, told: Letter, message: EmailMessage) -> Reply:
    try:
        await server.connect()
        await server.login(told.name, told.password)
        await server.mail(told.sender)
        for one in told.to:
            await server.rcpt(one)
    except aiosmtplib.SMTPException as error:
        return _refusal(error, later(Reason.UNREACHABLE))
    except ssl.SSLCertVerificationError:
        return refused(Reason.CERTIFICATE)
    except (OSError, TimeoutError):
        return later(Reason.UNREACHABLE)
    try:
        await server.data(message.as_bytes())
    except aiosmtplib.SMTPException as error:
        return _refusal(error, uncertain())
    except (OSError, TimeoutError):
        return uncertain()
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        await server.quit(timeout=LAST_WORD)
    return SENT


def _refusal(error: aiosmtplib.SMTPException, without_number: Reply) -> Reply:
    """By the first figure of its number, https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1."""
    if isinstance(error.__cause__, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
        return refused(Reason.CERTIFICATE)
    if isinstance(error, aiosmtplib.SMTPNotSupported):
        return refused(Reason.LOGIN)
    if not isinstance(error, aiosmtplib.SMTPResponseException):
        return without_number
    code = error.code
    if code in WRONG_LOGIN:
        return refused(Reason.LOGIN, code)
    if 400 <= code < 500:
        return later(Reason.BUSY, code)
    return refused(Reason.OTHER, code) if code >= 500 else without_number


def _message(told: Letter, title: str, words: str, txn: str, now: datetime) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = " ".join(title.split())
    message["From"] = told.sender
    message["To"] = ", ".join(told.to)
    message["Date"] = format_datetime(now)
    # The same for a repeat, so that a mailbox that looks may notice it.
    message["Message-ID"] = f"<{txn}@{told.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # https://www.rfc-editor.org/rfc/rfc3834#section-5
    message.set_content(words)
    return message
