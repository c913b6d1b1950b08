"""A mail server: TLS from the first byte, a login, one message at a time."""

import asyncio
import base64
import ssl
from dataclasses import dataclass, field
from email import message_from_bytes, policy


@dataclass
class MailServer:
    """`silent_after_data`: takes the message and never answers."""

    password: str = "password-of-the-test"
    refuses: str = ""
    silent_after_data: bool = False
    messages: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None

    async def open(self, tls: ssl.SSLContext) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def say(words: str) -> None:
            writer.write(words.encode() + b"\r\n")

        say("220 mail of the test")
        try:
            while line := (await reader.readline()).decode().strip():
                command = line.upper()
                if command.startswith("EHLO"):
                    say("250-here\r\n250 AUTH PLAIN")
                elif command.startswith("AUTH PLAIN"):
                    user, password = base64.b64decode(line.split()[2]).decode().split("\0")[1:]
                    well = (user, password) == ("anna", self.password)
                    say("235 in" if well else "535 wrong")
                elif command.startswith("RCPT") and self.refuses:
                    say(self.refuses)
                elif command == "DATA":
                    say("354 go on")
                    self._take(await reader.readuntil(b"\r\n.\r\n"))
                    if self.silent_after_data:
                        break
                    say("250 taken")
                elif command == "QUIT":
                    say("221 bye")
                    break
                else:
                    say("250 well")
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _take(self, raw: bytes) -> None:
        mail = message_from_bytes(raw, policy=policy.default)
        self.ids.append(str(mail["Message-ID"]))
        part = mail.get_body(("plain", "html"))
        self.messages.append((str(mail["Subject"]), part.get_content().removesuffix(".\r\n").strip() if part else ""))
