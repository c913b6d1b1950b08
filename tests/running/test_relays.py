"""News for a Matrix room and a topic of ntfy inside the operator's own network, from the running program."""

from pathlib import Path

from tests.outside import open_outside
from tests.running.town import town


async def test_news_reaches_a_matrix_room_and_a_topic_that_the_operator_allowed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    async with open_outside(tmp_path / "outside") as outside:
        rooms, topics = f"localhost:{outside.matrix.port}", f"localhost:{outside.ntfy.port}"
        settings = {"RELAY_ALLOW": f"{rooms},{topics}", "RELAY_CA": outside.authority}
        (tmp_path / "town").mkdir()
        async with town(tmp_path / "town", **settings) as here:
            lead = await here.joins("Leyla", "lead", "en")
            for service, address in (
                ("ntfy", f"https://{topics}/our-topic"),
                ("Matrix", f"matrixs://bot:password-of-the-test@{rooms}/#room:matrix.example.org"),
            ):
                await lead.says("/relays")
                await lead.presses("Add one")
                await lead.presses("E-mail, Matrix or ntfy")
                await lead.presses(service)
                await lead.says(address)
                await lead.hears("The test has arrived", "")
                await here.until(lambda: not here.ask("SELECT 1 FROM relay_posts WHERE told_at IS NULL"))
            await here.turn(minutes=1)
            await lead.says("/relays")
            await lead.presses("Add one")
            await lead.presses("E-mail, Matrix or ntfy")
            await lead.presses("Matrix")
            here.expects("relay post")  # a warning is right here: nobody gets this
            await lead.says(f"matrixs://bot:password-of-the-test@{rooms}/#romo:matrix.example.org")
            await lead.hears("The test has not arrived", "not there any more")
            assert len(outside.ntfy.messages) == 1
            assert len(outside.matrix.messages) == 1
            assert not outside.homeserver.made
            await lead.says("/relays")
            await lead.presses("Add one")
            await lead.presses("E-mail, Matrix or ntfy")
            await lead.presses("ntfy")
            await lead.says("https://localhost:9999/our-topic")
            await lead.hears("leads into a private network")
