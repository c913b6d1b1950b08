import asyncio, collections
from tests.running.line import Line
from tests.running.several import several


async def test_probe(tmp_path, new_postgres):
    url = new_postgres()
    seen = collections.Counter()

    class Probe(Line):
        async def _count(self, reader, writer):
            names, portal = {}, [""]
            length = await reader.readexactly(4)
            writer.write(length + await reader.readexactly(int.from_bytes(length) - 4))
            if int.from_bytes(length) == 8:
                length = await reader.readexactly(4)
                writer.write(length + await reader.readexactly(int.from_bytes(length) - 4))
            try:
                while True:
                    head = await reader.readexactly(5)
                    body = await reader.readexactly(int.from_bytes(head[1:]) - 4)
                    k = head[:1]
                    if k == b"P":
                        n, s = body.split(b"\0")[:2]
                        names[n] = s
                    if k == b"B":
                        cur = names.get(body.split(b"\0")[1], b"?")
                    if k == b"E":
                        seen[cur.decode()[:150]] += 1
                        self.statements += 1
                    if k == b"Q":
                        seen[body.decode()[:150]] += 1
                        self.statements += 1
                    writer.write(head + body)
                    await writer.drain()
            except (asyncio.IncompleteReadError, ConnectionError):
                pass

    async with Probe(url) as one, Line(url) as other:
        async with several(tmp_path, url, 2, each=[{"DATABASE_URL": one.url}, {"DATABASE_URL": other.url}]) as here:
            await asyncio.sleep(5)
            seen.clear()
            b = (one.statements, other.statements)
            await asyncio.sleep(20)
            print("rates", (one.statements - b[0]) / 20, (other.statements - b[1]) / 20)
            for s, n in seen.most_common(20):
                print(n / 20, s.replace("\n", " "))
