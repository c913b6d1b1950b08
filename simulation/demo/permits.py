"""What the volunteers of the story ask the city for: how it goes on, and with which words."""

from simulation.web_phones import Phone

MOST_PAGES = 6
PAGES = {"sign": 0, "seating": 0, "green": 1, "food": 1, "fire": 2, "other": 2}  # how often "more" is pressed


async def begin(volunteer: Phone, number: int, kind: str) -> None:
    """From the card of the idea."""
    await volunteer.says(f"/{number}")
    await volunteer.presses("ideas.more")
    await _leafs_to_permits(volunteer)
    await volunteer.presses("permits.choose_kind")
    for _ in range(PAGES[kind]):
        await volunteer.presses("permits.choose_kind")
    await volunteer.presses("permits.begin_one", kind)


async def _leafs_to_permits(volunteer: Phone) -> None:
    """On whichever page behind the card they stand."""
    for _ in range(MOST_PAGES):
        await volunteer.presses("ideas.further")
        await volunteer.hears_back()
        if any(address.startswith("permits.of_idea") for address in (await volunteer.screen())[-1].addresses):
            break
    await volunteer.presses("permits.of_idea")


async def step_done(volunteer: Phone) -> None:
    """The next one, from the card."""
    await volunteer.presses("permits.steps")
    await volunteer.presses("permits.done")
    await volunteer.presses("permits.look")


async def moves(volunteer: Phone, to: str, pages: int = 0) -> None:
    for _ in range(pages + 1):
        await volunteer.presses("permits.move_along")
    await volunteer.presses("permits.step_to", to)


async def looks(volunteer: Phone, permit: int) -> None:
    await volunteer.says("/permits")
    await volunteer.presses("permits.listing")
    await volunteer.presses("permits.look", str(permit))


async def expected(volunteer: Phone, which: int) -> None:
    """In two weeks, or in a month."""
    await volunteer.presses("permits.usual_day", "expected", str(which))


async def valid_for_a_year(volunteer: Phone) -> None:
    await volunteer.presses("permits.usual_day", "expires", "0")
