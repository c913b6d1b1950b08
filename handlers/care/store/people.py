"""What somebody looks after who leaves, or becomes one with somebody."""

from bot.database.db import Tx


async def same_twice(tx: Tx, place_id: int) -> list[int]:
    """The ids of plans whose steward would be her own deputy."""
    sql = "SELECT id FROM care_plans WHERE place_id = ? AND steward_id = deputy_id ORDER BY id"
    return await tx.all(int, sql, place_id)


async def forget_deputy(tx: Tx, plan_id: int) -> None:
    await tx.run("UPDATE care_plans SET deputy_id = NULL WHERE id = ?", plan_id)


async def forget_description(tx: Tx, plan_id: int) -> None:
    await tx.run("UPDATE care_plans SET good = '', tools = '' WHERE id = ?", plan_id)


async def forget_words(tx: Tx, place_id: int, person_id: int) -> None:
    """What she wrote of what was found."""
    await tx.run(
        "UPDATE care_checks SET why = '' WHERE answered_by = ? AND plan_id IN"
        " (SELECT id FROM care_plans WHERE place_id = ?)",
        person_id,
        place_id,
    )
