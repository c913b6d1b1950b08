"""Instalments in the running program: reminded by the clock, unknown to an operator, erased a year after the end."""

from pathlib import Path

import httpx

from tests.running.town import town
from tests.tools.furnished import write_down

SECRET = "Ξ-Ψ-shelves"
LEFT = "SELECT (SELECT count(*) FROM private_plans) + (SELECT count(*) FROM private_dates)"


async def test_dates_come_by_themselves_and_a_year_after_the_last_one_nothing_is_left(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        keeper = await here.joins("Ma", "shopkeeper", "en")
        await write_down(keeper, SECRET, times="3 times")
        await keeper.hears(SECRET, "0 of 3 paid")
        await keeper.presses("🏠 Home")
        await here.turn(days=3)
        await keeper.hears("Number 1 is in 7 days")
        await here.turn(days=7)
        await keeper.hears("Number 1 is today")
        await keeper.presses("✓ Paid")
        await keeper.presses("👀 See it")
        await keeper.hears("1 of 3 paid")

        # What an operator types and reads.
        told = await here.runs("doctor") + await here.runs("backup", str(tmp_path / "kept"))
        await here.runs("export", str(tmp_path / "rows.zip"))
        async with httpx.AsyncClient(base_url=here.url) as client:
            told += (await client.get("/metrics")).text
        manifest = next((tmp_path / "kept").rglob("manifest.json")).read_text()
        for words in (told, manifest, here.log(), here.printed()):
            assert SECRET not in words
            assert "instalment" not in words
            assert "private_" not in words
        assert SECRET.encode() not in (tmp_path / "rows.zip").read_bytes()

        await here.turn(days=62 + 365)
        assert here.ask(LEFT)[0][0] == 4
        await here.turn(days=1)
        await here.until(lambda: here.ask(LEFT)[0][0] == 0)
